//! The words around which references are read, with the reader of each.
//!
//! An anchor that begins with a capital or a digit counts at the start of a word only, where the pass over
//! the text stops anyway. The others are searched for by their bytes.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind, packed};

use super::numbers;
use super::openings::{Openings, Opens};
use crate::families::FAMILIES;

/// Who reads at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The reader of numbers in prose; an index into its words.
    Act(usize),
    /// A family; an index into the families.
    Family(usize),
}

struct Anchor {
    written: &'static str,
    reader: Reader,
}

impl Anchor {
    /// The words of prose count whatever their capitals, the marks of a family as they are printed.
    fn stands_at(&self, text: &[u8], at: usize) -> bool {
        let Some(here) = text.get(at..at + self.written.len()) else {
            return false;
        };
        match self.reader {
            Reader::Act(_) => here.eq_ignore_ascii_case(self.written.as_bytes()),
            Reader::Family(_) => here == self.written.as_bytes(),
        }
    }

    /// Whether a word with a capital or digit may open with this anchor.
    fn opens_word(&self) -> bool {
        let first = self.written.as_bytes()[0];
        match self.reader {
            Reader::Act(_) => true,
            Reader::Family(_) => is_opening(first),
        }
    }
}

/// Whether the pass over the text stops at `first` when a word begins with it.
pub(super) const fn is_opening(first: u8) -> bool {
    first.is_ascii_uppercase() || first.is_ascii_digit()
}

/// Every anchor, ordered for look-up.
pub(crate) struct Anchors {
    /// By first byte as a small letter; of those, the longest first.
    sorted: Vec<Anchor>,
    /// Where in `sorted` the anchors of each first byte are.
    groups: [Range<u16>; 128],
    searcher: Searcher,
}

/// The vectorised search, where this machine and the number of anchors allow it.
enum Searcher {
    Packed(packed::Searcher),
    Automaton(AhoCorasick),
    Nothing,
}

static ANCHORS: LazyLock<Anchors> = LazyLock::new(Anchors::new);

impl Anchors {
    /// The anchors of this build.
    pub(crate) fn all() -> &'static Self {
        &ANCHORS
    }

    fn new() -> Self {
        let acts = numbers::words().enumerate().map(|(index, written)| Anchor {
            written,
            reader: Reader::Act(index),
        });
        let families = FAMILIES.iter().enumerate().flat_map(|(index, family)| {
            family.anchors().iter().map(move |written| Anchor {
                written,
                reader: Reader::Family(index),
            })
        });
        let mut sorted: Vec<Anchor> = acts
            .chain(families)
            .filter(|one| !one.written.is_empty())
            .collect();
        sorted.sort_by_key(|one| (group(one.written), usize::MAX - one.written.len()));
        let words: Vec<&str> = sorted
            .iter()
            .map(|one| one.written)
            .filter(|written| !is_opening(written.as_bytes()[0]))
            .collect();
        let searcher = Searcher::new(&words);
        let groups = std::array::from_fn(|first| {
            let place =
                |limit| sorted.partition_point(|one| usize::from(group(one.written)) < limit);
            place(first) as u16..place(first + 1) as u16
        });
        Self {
            sorted,
            groups,
            searcher,
        }
    }

    /// Adds the anchors with which a word may open to `openings`.
    pub(crate) fn open(&self, openings: &mut Openings) {
        for anchor in self.sorted.iter().filter(|one| one.opens_word()) {
            openings.add_stretch(anchor.written, Opens::ANCHOR);
        }
    }

    /// Where the next searched anchor begins in `range` of `bytes`, and where it ends.
    pub(super) fn search(&self, bytes: &[u8], range: Range<usize>) -> Option<Range<usize>> {
        self.searcher.search(bytes, range)
    }

    /// Who reads at `at`, with the offset behind the anchor: of one reader's anchors the longest counts.
    pub(super) fn readers_at(
        &self,
        text: &str,
        at: usize,
        mut read: impl FnMut(Reader, Range<usize>),
    ) {
        let bytes = text.as_bytes();
        let Some(range) = self.groups.get(usize::from(bytes[at].to_ascii_lowercase())) else {
            return;
        };
        let group = usize::from(range.start)..usize::from(range.end);
        let mut act = false;
        let mut families = 0_u64;
        for anchor in &self.sorted[group] {
            let seen = match anchor.reader {
                Reader::Act(_) => act,
                Reader::Family(index) => families & (1 << index) != 0,
            };
            if seen || !anchor.stands_at(bytes, at) {
                continue;
            }
            match anchor.reader {
                Reader::Act(_) => act = true,
                Reader::Family(index) => families |= 1 << index,
            }
            read(anchor.reader, at..at + anchor.written.len());
        }
    }
}

fn group(written: &str) -> u8 {
    written.as_bytes()[0].to_ascii_lowercase()
}

impl Searcher {
    fn new(words: &[&str]) -> Self {
        let packed = packed::Config::new()
            .match_kind(packed::MatchKind::LeftmostLongest)
            .builder()
            .extend(words)
            .build();
        if let Some(packed) = packed {
            return Self::Packed(packed);
        }
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words)
            .map_or(Self::Nothing, Self::Automaton)
    }

    fn search(&self, bytes: &[u8], range: Range<usize>) -> Option<Range<usize>> {
        match self {
            Self::Packed(searcher) => searcher.find_in(bytes, range.into()),
            Self::Automaton(searcher) => {
                searcher.find(aho_corasick::Input::new(bytes).range(range))
            }
            Self::Nothing => None,
        }
        .map(|found| found.range())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_plain_and_few_enough() {
        assert!(FAMILIES.len() <= 64);
        for anchor in &Anchors::all().sorted {
            let written = anchor.written;
            assert!(written.is_ascii(), "{written}");
            // Dashes of other kinds are not looked for before a block is folded.
            assert!(!written.contains('-'), "{written}");
        }
    }

    #[test]
    fn the_longest_anchor_of_a_reader_counts() {
        let mut ends = Vec::new();
        Anchors::all().readers_at("unga res. 67/172", 0, |_, range| ends.push(range.end));
        assert_eq!(ends, [9]);
    }
}
