//! Where introduced acronyms and their full names stand beside their introductions.
//!
//! All that are looked for are looked for at once: a draft is read once, however many acronyms it introduces.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use draft::places::{self, STRIDE};
use draft::{Block, BlockKind, Draft};
use foldhash::fast::RandomState;
use memchr::memmem::Finder;

use super::Introduction;
use super::passage::borrowed_words;
use crate::{Context, words};

/// The letters of the introduced acronyms that stand anywhere but where they are introduced. Most are among the marks
/// of the draft; only the others are looked for in its text, where they may be part of a code or of a line in
/// capitals.
pub(super) fn used<'d>(
    introductions: &[Introduction<'d>],
    draft: &Draft,
    text: &str,
) -> HashSet<&'d str, RandomState> {
    let mut introduced = introduced(introductions);
    for block in draft.blocks().iter().filter(has_words) {
        for acronym in &block.marks.acronyms {
            if let Some(one) = introduced.get_mut(&*acronym.letters) {
                let at = block.span.start + acronym.span.start;
                one.is_used = one.is_used || !one.stands_at(at);
            }
        }
    }
    let (mut used, mut others): (Vec<_>, Vec<_>) =
        introduced.into_values().partition(|one| one.is_used);
    // Letters with full stops are the acronym as well, though not as it should be written.
    let stopped: Vec<String> = others.iter().map(|one| with_stops(one.letters)).collect();
    let letters = others.iter().map(|one| one.letters);
    let all: Vec<&str> = letters.chain(stopped.iter().map(String::as_str)).collect();
    let count = others.len();
    each_place(all, draft, text, has_words, |index, block, place| {
        let index = index % count;
        if others[index].is_used || others[index].stands_at(block.span.start + place.start) {
            return;
        }
        others[index].is_used = is_word(&text[block.span.clone()], place);
    });
    used.extend(others.into_iter().filter(|one| one.is_used));
    used.into_iter().map(|one| one.letters).collect()
}

/// "I.O.M" for "IOM".
fn with_stops(letters: &str) -> String {
    let mut stopped = String::with_capacity(2 * letters.len());
    for letter in letters.chars() {
        if !stopped.is_empty() {
            stopped.push('.');
        }
        stopped.push(letter);
    }
    stopped
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

/// The introduced acronyms by their letters.
fn introduced<'a, 'd>(
    introductions: &'a [Introduction<'d>],
) -> HashMap<&'d str, Introduced<'a, 'd>, RandomState> {
    let mut introduced: HashMap<_, Introduced<'_, '_>, _> = HashMap::default();
    for one in introductions {
        let known = introduced.entry(one.letters).or_insert(Introduced {
            letters: one.letters,
            places: Vec::new(),
            is_used: false,
        });
        known.places.push(&one.span);
    }
    for one in introduced.values_mut() {
        one.places.sort_unstable_by_key(|place| place.start);
    }
    introduced
}

/// Where full names of several words stand in prose.
pub(super) struct FullNames<'d> {
    /// Byte offsets in the draft where each name begins, in order.
    places: HashMap<&'d str, Vec<usize>, RandomState>,
}

impl<'d> FullNames<'d> {
    /// Looks for the full names of `introductions` in the draft's own words.
    pub(super) fn of<'a>(
        introductions: impl Iterator<Item = &'a Introduction<'d>>,
        context: &Context<'_>,
    ) -> Self
    where
        'd: 'a,
    {
        let (draft, text) = (&context.resolved.draft, context.text());
        let mut places: HashMap<&'d str, Vec<usize>, RandomState> = introductions
            .map(|one| one.full)
            .filter(|full| full.contains(' '))
            .map(|full| (full, Vec::new()))
            .collect();
        let (names, mut lists): (Vec<&str>, Vec<&mut Vec<usize>>) =
            places.iter_mut().map(|(name, list)| (*name, list)).unzip();
        each_place(
            names,
            draft,
            text,
            |block| block.kind.is_prose(),
            |index, block, place| {
                let at = block.span.start + place.start;
                let is_own =
                    |words: Range<usize>| place.start < words.start || words.end < place.end;
                let borrowed = borrowed_words(&text[block.span.clone()], block.marks);
                if borrowed.into_iter().all(is_own) && !is_in_title(context, at..at + place.len()) {
                    lists[index].push(at);
                }
            },
        );
        Self { places }
    }

    /// Where the full name stands again without its acronym, further down.
    pub(super) fn again(&self, introduction: &Introduction<'_>) -> Option<Range<usize>> {
        let full = introduction.full;
        let places = self.places.get(full)?;
        let behind = places.partition_point(|at| *at < introduction.span.end);
        let at = *places.get(behind)?;
        Some(at..at + full.len())
    }
}

/// Whether a full name at `place` is part of the longer title of another text: "Agreement under the United Nations
/// Convention on the Law of the Sea on …".
fn is_in_title(context: &Context<'_>, place: Range<usize>) -> bool {
    /// Titles are no longer than this, in bytes.
    const LONGEST: usize = 600;
    let near = place.start.saturating_sub(LONGEST)..place.end;
    let mut around = context
        .references_in(&near)
        .map(|reference| &reference.token)
        .filter(|title| title.start <= place.start && place.end <= title.end);
    around.any(|title| title.len() > place.len() + "the ".len())
}

/// Up to so many words are looked for one after the other: that is sooner done than to make ready for all at once.
const FEW: usize = 24;

/// Calls `visit` with each place in the blocks of a kind where one of `words` stands: with the number of the word,
/// the block, and the range in the block. The places of each word come in order.
fn each_place<'w>(
    words: impl IntoIterator<Item = &'w str>,
    draft: &Draft,
    text: &str,
    is_read: impl Fn(&Block<'_>) -> bool,
    mut visit: impl FnMut(usize, &Block<'_>, Range<usize>),
) {
    let words: Vec<&str> = words.into_iter().collect();
    if words.is_empty() {
        return;
    }
    let blocks = draft.blocks().iter().filter(is_read);
    if words.len() <= FEW {
        let nothing = Capitals::default();
        let sought: Vec<(Capitals, Finder<'_>)> = words
            .iter()
            .map(|word| (Capitals::of(word.as_bytes()), Finder::new(word)))
            .collect();
        for block in blocks {
            let text = &text.as_bytes()[block.span.clone()];
            let tells = sought.iter().any(|(wanted, _)| *wanted != nothing);
            let capitals = if tells { Capitals::of(text) } else { nothing };
            for (index, (wanted, finder)) in sought.iter().enumerate() {
                if capitals.include(*wanted) {
                    each_place_of(finder, text, |place| visit(index, &block, place));
                }
            }
        }
        return;
    }
    // More words than a searcher can number do not fit into a draft.
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    let Ok(searcher) = AhoCorasick::builder().kind(kind).build(words) else {
        return;
    };
    blocks.for_each(|block| {
        for place in searcher.find_overlapping_iter(&text[block.span.clone()]) {
            visit(place.pattern().as_usize(), &block, place.range());
        }
    });
}

/// Which capitals stand side by side in a text, and which have a stop between them: what has not those of an acronym
/// does not have the acronym. Some that do not stand there may be among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Capitals {
    side_by_side: u64,
    stopped: u64,
}

impl Capitals {
    fn of(text: &[u8]) -> Self {
        let mut capitals = Self::default();
        let mut start = 0;
        while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
            let all = places::of(rest, &places::Capitals);
            let mut pairs = all & all >> 1;
            while pairs != 0 {
                let at = pairs.trailing_zeros() as usize;
                pairs &= pairs - 1;
                capitals.side_by_side |= Self::pair(rest[at], rest[at + 1]);
            }
            let mut apart = all & all >> 2;
            while apart != 0 {
                let at = apart.trailing_zeros() as usize;
                apart &= apart - 1;
                if rest[at + 1] == b'.' {
                    capitals.stopped |= Self::pair(rest[at], rest[at + 2]);
                }
            }
            // The last two bytes are looked at again with what follows them.
            start += STRIDE - 2;
        }
        capitals
    }

    /// The bit of two capitals, which others may share.
    fn pair(first: u8, second: u8) -> u64 {
        let pair = u32::from(first - b'A') * 26 + u32::from(second - b'A');
        1 << (pair % u64::BITS)
    }

    fn include(self, others: Self) -> bool {
        let has = |these: u64, those: u64| these & those == those;
        has(self.side_by_side, others.side_by_side) && has(self.stopped, others.stopped)
    }
}

/// Calls `visit` with each place where a word stands, in order; it may stand inside itself.
fn each_place_of(finder: &Finder<'_>, text: &[u8], mut visit: impl FnMut(Range<usize>)) {
    let length = finder.needle().len();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| finder.find(rest)) {
        let at = from + found;
        visit(at..at + length);
        from = at + 1;
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::Dialect;

    use super::*;

    fn places(words: &[String], draft: &Draft) -> Vec<Vec<Range<usize>>> {
        let mut places = vec![Vec::new(); words.len()];
        let words = words.iter().map(String::as_str);
        let visit = |word: usize, block: &Block<'_>, place: Range<usize>| {
            places[word].push(block.span.start + place.start..block.span.start + place.end);
        };
        each_place(words, draft, &draft.whole(), has_words, visit);
        places
    }

    #[test]
    fn what_has_a_word_has_its_capitals() {
        for word in [
            "IOM", "I.O.M", "COVID-19", "UNHCR", "UN-Women", "CoE", "élève",
        ] {
            let wanted = Capitals::of(word.as_bytes());
            for before in 0..130 {
                let text = format!("{} {word} of it", "a".repeat(before));
                assert!(Capitals::of(text.as_bytes()).include(wanted), "{text}");
            }
        }
        let text = Capitals::of(b"the WHO and the U. N. in I O M");
        assert!(!text.include(Capitals::of(b"IOM")));
        assert!(!text.include(Capitals::of(b"U.N")));
        assert!(!Capitals::of(b"the I.O.M").include(Capitals::of(b"U.N")));
        assert!(text.include(Capitals::of(b"CoE")));
    }

    #[test]
    fn many_words_are_found_where_each_alone_is() {
        let mut words: Vec<String> = (0..=FEW).map(|number| format!("W{number}W")).collect();
        words.extend(["IOI", "an IOM", "IOM", "élève"].map(str::to_owned));
        let text = words.join(" and ") + "\n\nIOIOI of an IOM W1W2W\n\n    W1W in code\n";
        let draft = Draft::new(&text, Dialect::Markdown, Arc::default());
        let together = places(&words, &draft);
        for (word, found) in words.iter().zip(&together) {
            let alone = places(std::slice::from_ref(word), &draft);
            assert_eq!(alone.first(), Some(found), "{word}");
        }
        let times = |word: &str| together[words.iter().position(|one| one == word).unwrap()].len();
        assert_eq!(times("IOI"), 3);
        assert_eq!(times("IOM"), 3);
        assert_eq!(times("W1W"), 2);
        assert_eq!(places(&[], &draft), Vec::<Vec<Range<usize>>>::new());
    }
}
