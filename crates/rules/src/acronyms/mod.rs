//! Rules about acronyms: what the draft's own sentences use and introduce.

mod abbreviated_organ;
mod acronym_defined_twice;
mod acronym_never_used;
mod agreed;
mod agreed_name;
mod country_name;
mod names;
mod passage;
mod possessive_acronym;
mod terminology;
mod two_acronyms;
mod undefined_acronym;

pub(crate) use agreed_name::RULE as AGREED_NAME;

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use draft::{Block, BlockKind, Draft};
use memchr::memmem;

use names::WrongName;
pub(crate) use passage::read;

use crate::sentence::one_line;
use crate::{Context, Rule, words};

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 9] = [
    &undefined_acronym::RULE,
    &acronym_defined_twice::RULE,
    &acronym_never_used::RULE,
    &two_acronyms::RULE,
    &agreed_name::RULE,
    &possessive_acronym::RULE,
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
    full: &'d str,
    /// Whether the initials of the full name make the acronym; where not, the full name is a guess.
    is_certain: bool,
    /// Byte range of the acronym in the draft.
    span: Range<usize>,
    /// Byte range of the full name in the draft.
    full_span: Range<usize>,
    /// The part of the draft it stands in.
    part: Part,
}

impl Introduction<'_> {
    /// Where the full name stands again without its acronym, further down in `text`, which is that of the draft.
    fn full_name_again(&self, draft: &Draft, text: &str) -> Option<Range<usize>> {
        let full = one_line(self.full);
        if full.split(' ').count() < 2 {
            return None;
        }
        draft
            .blocks()
            .iter()
            .filter(|block| block.span.end > self.span.end && block.kind.is_prose())
            .find_map(|block| {
                let start = block.span.start.max(self.span.end);
                let at = start + text.get(start..block.span.end)?.find(&*full)?;
                Some(at..at + full.len())
            })
    }

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
pub(crate) struct Acronyms<'d> {
    uses: Vec<Use<'d>>,
    introductions: Vec<Introduction<'d>>,
    /// The letters of those that stand anywhere but where they are introduced; looked for when first asked.
    used: OnceCell<HashSet<&'d str>>,
    wrong_names: OnceCell<Vec<WrongName<'d>>>,
}

impl<'d> Acronyms<'d> {
    /// Whether the acronym stands anywhere but where it is introduced, be it in a heading, a title or a name.
    fn is_used(&self, context: &Context<'_>, letters: &str) -> bool {
        let draft = &context.resolved.draft;
        let used = self
            .used
            .get_or_init(|| self.used_in(draft, context.text()));
        used.contains(letters)
    }

    /// The introduced acronyms that stand anywhere else. Most are among the marks of the draft; only the others are
    /// looked for in its text, where they may be part of a code or of a line in capitals.
    fn used_in(&self, draft: &Draft, text: &str) -> HashSet<&'d str> {
        let mut introduced = self.introduced();
        for block in draft.blocks().iter().filter(has_words) {
            for acronym in &block.marks.acronyms {
                let known = introduced.binary_search_by_key(&&*acronym.letters, |one| one.letters);
                if let Ok(known) = known {
                    let one = &mut introduced[known];
                    let at = block.span.start + acronym.span.start;
                    one.is_used = one.is_used || !one.stands_at(at);
                }
            }
        }
        for one in introduced.iter_mut().filter(|one| !one.is_used) {
            one.is_used = one.stands_elsewhere(draft, text);
        }
        let used = introduced.iter().filter(|one| one.is_used);
        used.map(|one| one.letters).collect()
    }

    /// The introduced acronyms, in order of their letters.
    fn introduced(&self) -> Vec<Introduced<'_, 'd>> {
        let mut places: BTreeMap<&'d str, Vec<&Range<usize>>> = BTreeMap::new();
        for one in &self.introductions {
            places.entry(one.letters).or_default().push(&one.span);
        }
        let introduced = places.into_iter().map(|(letters, mut places)| {
            places.sort_unstable_by_key(|place| place.start);
            Introduced {
                letters,
                places,
                is_used: false,
            }
        });
        introduced.collect()
    }
}

/// An acronym with all its introductions.
struct Introduced<'a, 'd> {
    letters: &'d str,
    /// Where they stand in the draft, in order.
    places: Vec<&'a Range<usize>>,
    is_used: bool,
}

impl Introduced<'_, '_> {
    /// Whether it is a word anywhere but where it is introduced.
    fn stands_elsewhere(&self, draft: &Draft, text: &str) -> bool {
        let blocks = draft.blocks();
        let mut places = memmem::find_iter(text.as_bytes(), self.letters);
        places.any(|at| {
            let block = blocks.get(blocks.partition_point(|block| block.span.end <= at));
            !self.stands_at(at)
                && block.is_some_and(|block| {
                    has_words(&block) && is_word_in(&block, text, at, self.letters)
                })
        })
    }

    /// Whether byte `at` of the draft stands in an introduction.
    fn stands_at(&self, at: usize) -> bool {
        let behind = self.places.partition_point(|place| place.end <= at);
        self.places
            .get(behind)
            .is_some_and(|place| place.contains(&at))
    }
}

fn has_words(block: &Block<'_>) -> bool {
    block.kind.is_prose() || block.kind == BlockKind::Html
}

/// Whether `letters`, or their plural, are a whole word of `block` at byte `at` of the draft.
fn is_word_in(block: &Block<'_>, text: &str, at: usize, letters: &str) -> bool {
    let text = &text[block.span.clone()];
    let Some(at) = at.checked_sub(block.span.start) else {
        return false;
    };
    let Some(behind) = text[at..].strip_prefix(letters) else {
        return false;
    };
    let end = at + letters.len() + usize::from(behind.starts_with('s'));
    words::is_whole(text, &(at..end))
}
