//! Where introduced acronyms and their full names stand beside their introductions.
//!
//! All that are looked for are looked for at once: a draft is read once, however many acronyms it introduces.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use draft::{Block, BlockKind, Draft};

use super::Introduction;
use crate::sentence::one_line;
use crate::words;

/// The letters of the introduced acronyms that stand anywhere but where they are introduced. Most are among the marks
/// of the draft; only the others are looked for in its text, where they may be part of a code or of a line in
/// capitals.
pub(super) fn used<'d>(
    introductions: &[Introduction<'d>],
    draft: &Draft,
    text: &str,
) -> HashSet<&'d str> {
    let mut introduced = introduced(introductions);
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
    let (mut used, mut others): (Vec<_>, Vec<_>) =
        introduced.into_iter().partition(|one| one.is_used);
    let letters: Vec<&str> = others.iter().map(|one| one.letters).collect();
    each_place(letters, draft, text, has_words, |index, block, place| {
        if others[index].is_used || others[index].stands_at(block.span.start + place.start) {
            return;
        }
        others[index].is_used = is_word(&text[block.span.clone()], place);
    });
    used.extend(others.into_iter().filter(|one| one.is_used));
    used.into_iter().map(|one| one.letters).collect()
}

/// An acronym with all its introductions.
struct Introduced<'a, 'd> {
    letters: &'d str,
    /// Where they stand in the draft, in order.
    places: Vec<&'a Range<usize>>,
    is_used: bool,
}

impl Introduced<'_, '_> {
    /// Whether byte `at` of the draft stands in an introduction.
    fn stands_at(&self, at: usize) -> bool {
        let behind = self.places.partition_point(|place| place.end <= at);
        self.places
            .get(behind)
            .is_some_and(|place| place.contains(&at))
    }
}

/// The introduced acronyms, in order of their letters.
fn introduced<'a, 'd>(introductions: &'a [Introduction<'d>]) -> Vec<Introduced<'a, 'd>> {
    let mut places: BTreeMap<&'d str, Vec<&Range<usize>>> = BTreeMap::new();
    for one in introductions {
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

/// Where full names of several words stand in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FullNames {
    /// Byte offsets in the draft where each name begins, in order.
    places: HashMap<String, Vec<usize>>,
}

impl FullNames {
    /// Looks for the full names of `introductions` in `text`, which is that of the draft.
    pub(super) fn of<'a, 'd: 'a>(
        introductions: impl Iterator<Item = &'a Introduction<'d>>,
        draft: &Draft,
        text: &str,
    ) -> Self {
        let mut places: HashMap<String, Vec<usize>> = introductions
            .map(|one| one_line(one.full).into_owned())
            .filter(|full| full.contains(' '))
            .map(|full| (full, Vec::new()))
            .collect();
        let (names, mut lists): (Vec<&str>, Vec<&mut Vec<usize>>) = places
            .iter_mut()
            .map(|(name, list)| (name.as_str(), list))
            .unzip();
        each_place(
            names,
            draft,
            text,
            |block| block.kind.is_prose(),
            |index, block, place| lists[index].push(block.span.start + place.start),
        );
        Self { places }
    }

    /// Where the full name stands again without its acronym, further down.
    pub(super) fn again(&self, introduction: &Introduction<'_>) -> Option<Range<usize>> {
        let full = one_line(introduction.full);
        let places = self.places.get(&*full)?;
        let behind = places.partition_point(|at| *at < introduction.span.end);
        let at = *places.get(behind)?;
        Some(at..at + full.len())
    }
}

/// Calls `visit` with each place in the blocks of a kind where one of `words` stands: with the number of the word,
/// the block, and the range in the block. Those that end first come first.
fn each_place<'w>(
    words: impl IntoIterator<Item = &'w str>,
    draft: &Draft,
    text: &str,
    is_read: impl Fn(&Block<'_>) -> bool,
    mut visit: impl FnMut(usize, &Block<'_>, Range<usize>),
) {
    // More words than a searcher can number do not fit into a draft.
    let Ok(searcher) = AhoCorasick::new(words) else {
        return;
    };
    for block in draft.blocks().iter().filter(is_read) {
        for place in searcher.find_overlapping_iter(&text[block.span.clone()]) {
            visit(place.pattern().as_usize(), &block, place.range());
        }
    }
}

fn has_words(block: &Block<'_>) -> bool {
    block.kind.is_prose() || block.kind == BlockKind::Html
}

/// Whether the letters at `place`, or their plural, are a whole word of the block with this `text`.
fn is_word(text: &str, place: Range<usize>) -> bool {
    let end = place.end + usize::from(text[place.end..].starts_with('s'));
    words::is_whole(text, &(place.start..end))
}
