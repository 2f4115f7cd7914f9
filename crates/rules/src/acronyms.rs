//! Rules about acronyms: what the draft's own sentences use and introduce.

mod abbreviated_organ;
mod acronym_defined_twice;
mod acronym_never_used;
mod agreed;
mod agreed_name;
mod country_name;
mod elsewhere;
mod entry;
mod names;
mod passage;
mod possessive_of_acronym;
mod terminology;
mod two_acronyms_for_one_name;
mod undefined_acronym;

pub(crate) use agreed_name::RULE as AGREED_NAME;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;

use names::WrongName;
pub(crate) use passage::read;

use crate::{Context, Rule};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 9] = [
    &undefined_acronym::RULE,
    &acronym_defined_twice::RULE,
    &acronym_never_used::RULE,
    &two_acronyms_for_one_name::RULE,
    &agreed_name::RULE,
    &possessive_of_acronym::RULE,
    &country_name::RULE,
    &abbreviated_organ::RULE,
    &terminology::RULE,
];

/// An acronym in the draft's own sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Use<'d> {
    letters: &'d str,
    /// Byte range in the draft, plural or possessive ending included.
    span: Range<usize>,
}

/// An acronym that is introduced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Introduction<'d> {
    letters: &'d str,
    /// The full name as one line; empty where a list or the words around tell it.
    full: &'d str,
    /// Whether the initials of the full name make the acronym; where not, the full name is a guess.
    is_certain: bool,
    /// Byte range of the acronym in the draft.
    span: Range<usize>,
    /// Byte range of the full name in the draft.
    full_span: Range<usize>,
    /// The part of the draft it stands in.
    part: Part,
    /// Whether it is an entry of a list of abbreviations, which explains it wherever the list stands.
    is_listed: bool,
}

impl Introduction<'_> {
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
    /// A summary, abstract, foreword or preface, counted from 1.
    Before(usize),
    /// The text.
    Body,
    /// An annex, counted from 1.
    Annex(usize),
}

/// What the draft uses and introduces, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Acronyms<'d> {
    uses: Vec<Use<'d>>,
    introductions: Vec<Introduction<'d>>,
    /// The letters of those that stand anywhere but where they are introduced; looked for when first asked.
    used: OnceCell<HashSet<&'d str, RandomState>>,
    wrong_names: OnceCell<Vec<WrongName<'d>>>,
}

impl Acronyms<'_> {
    /// Whether the acronym stands anywhere but where it is introduced, be it in a heading, a title or a name.
    fn is_used(&self, context: &Context<'_>, letters: &str) -> bool {
        let draft = &context.resolved.draft;
        let used = self
            .used
            .get_or_init(|| elsewhere::used(&self.introductions, draft, context.text()));
        used.contains(letters)
    }
}
