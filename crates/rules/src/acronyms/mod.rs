//! Rules about acronyms: what the draft's own sentences use and introduce.

pub(crate) mod acronym_defined_twice;
mod agreed;
mod passage;
pub(crate) mod undefined_acronym;

use std::ops::Range;

pub(crate) use passage::read;

/// An acronym in the draft's own sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Use {
    letters: Box<str>,
    /// Byte range in the draft, plural or possessive ending included.
    span: Range<usize>,
}

/// An acronym that is introduced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Introduction {
    letters: Box<str>,
    full: Box<str>,
    /// Whether the initials of the full name make the acronym; where not, the full name is a guess.
    is_certain: bool,
    /// Byte range of the acronym in the draft.
    span: Range<usize>,
    /// Byte range of the full name in the draft.
    full_span: Range<usize>,
    /// The part of the draft it stands in.
    part: Part,
}

impl Introduction {
    /// From the beginning of what stands first to the end of what stands last, whichever that is.
    fn extent(&self) -> Range<usize> {
        let start = self.full_span.start.min(self.span.start);
        start..self.full_span.end.max(self.span.end)
    }
}

/// A part of a draft that a reader may open without having read the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    /// Letterhead, title page, headings, tables, footnotes and other people's words: what is introduced
    /// here is known, and may be introduced again.
    Apart,
    /// A summary or abstract.
    Summary,
    /// The text.
    Body,
    /// An annex, counted from 1.
    Annex(usize),
}

/// What the draft uses and introduces, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Acronyms {
    uses: Vec<Use>,
    introductions: Vec<Introduction>,
}
