//! The words around which references are read, with the reader of each.
//!
//! The pass over a text stops at every capital and digit that begins a word, so an anchor that has one is
//! found there, at its pivot, at no cost. The few others are searched for by their bytes.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind, packed};

use super::numbers;
use super::openings::{Openings, Opens};
use crate::families::FAMILIES;
use crate::languages;

/// Who reads at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The reader of numbers in prose; an index into its words.
    Act(usize),
    /// A family; an index into the families.
    Family(usize),
    /// The reader of other languages than English, which looks for its words itself.
    OtherLanguage,
}

struct Anchor {
    written: &'static str,
    reader: Reader,
    /// Where in `written` the pass stops; 0 if it never does.
    pivot: usize,
}

impl Anchor {
    fn new(written: &'static str, reader: Reader) -> Self {
        Self {
            written,
            reader,
            pivot: pivot(written).unwrap_or(0),
        }
    }

    /// The groups it belongs to: one, or all of its first letter where it has no second byte.
    fn groups(&self) -> Range<usize> {
        let stretch = &self.written.as_bytes()[self.pivot..];
        let whole = group(stretch[0], 0);
        match stretch.get(1) {
            Some(second) => {
                let one = group(stretch[0], *second);
                one..one + 1
            }
            None => whole..whole + KINDS,
        }
    }

    /// Where the anchor stands when its pivot is at `at`.
    fn around(&self, text: &[u8], at: usize) -> Option<Range<usize>> {
        let start = at.checked_sub(self.pivot)?;
        let range = start..start + self.written.len();
        // Anchors that begin alike are mostly told apart by their last byte.
        let last = self.written.as_bytes().last()?;
        if !text.get(range.end - 1)?.eq_ignore_ascii_case(last) {
            return None;
        }
        let here = text.get(range.clone())?;
        // The words of prose count whatever their capitals, the marks of a family as they are printed.
        let stands = match self.reader {
            Reader::Act(_) | Reader::OtherLanguage => {
                here.eq_ignore_ascii_case(self.written.as_bytes())
            }
            Reader::Family(_) => here == self.written.as_bytes(),
        };
        stands.then_some(range)
    }

    /// Whether the pass may stop at this anchor.
    fn has_pivot(&self) -> bool {
        !matches!(self.reader, Reader::Family(_)) || pivot(self.written).is_some()
    }

    /// Whether the pass may miss this anchor.
    fn is_searched(&self) -> bool {
        pivot(self.written).is_none()
    }
}

/// The first capital or digit of `written` that begins a word.
fn pivot(written: &str) -> Option<usize> {
    let bytes = written.as_bytes();
    (0..bytes.len()).find(|at| {
        let begins = at
            .checked_sub(1)
            .is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
        begins && is_opening(bytes[*at])
    })
}

/// Whether the pass over the text stops at `first` when a word begins with it.
pub(super) const fn is_opening(first: u8) -> bool {
    first.is_ascii_uppercase() || first.is_ascii_digit()
}

/// How many kinds of bytes are told apart in a group: letters, digits, all others.
const KINDS: usize = 37;

/// The group of the anchors whose pivot and the byte behind it are these, whatever their capitals.
fn group(first: u8, second: u8) -> usize {
    let kind = |byte: u8| match byte {
        b'0'..=b'9' => usize::from(byte - b'0') + 1,
        b'a'..=b'z' => usize::from(byte - b'a') + 11,
        b'A'..=b'Z' => usize::from(byte - b'A') + 11,
        _ => 0,
    };
    kind(first) * KINDS + kind(second)
}

/// Every anchor, ordered for look-up.
pub(crate) struct Anchors {
    /// The longest first.
    sorted: Vec<Anchor>,
    /// The places in `sorted` of each group of anchors.
    groups: Vec<Vec<u16>>,
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
        let acts = numbers::words()
            .enumerate()
            .map(|(index, written)| Anchor::new(written, Reader::Act(index)));
        let families = FAMILIES.iter().enumerate().flat_map(|(index, family)| {
            let anchors = family.anchors().iter();
            anchors.map(move |written| Anchor::new(written, Reader::Family(index)))
        });
        let other_languages = languages::PLAIN_ANCHORS.into_iter();
        let mut sorted: Vec<Anchor> = acts
            .chain(families)
            .chain(other_languages.map(|written| Anchor::new(written, Reader::OtherLanguage)))
            .filter(|anchor| !anchor.written.is_empty() && anchor.written.is_ascii())
            .collect();
        sorted.sort_by_key(|anchor| usize::MAX - anchor.written.len());
        let mut groups = vec![Vec::new(); KINDS * KINDS];
        for (place, anchor) in sorted.iter().enumerate() {
            for group in anchor.groups() {
                groups[group].push(place as u16);
            }
        }
        let searched: Vec<&str> = sorted
            .iter()
            .filter(|anchor| anchor.is_searched())
            .map(|anchor| anchor.written)
            .collect();
        Self {
            groups,
            searcher: Searcher::new(&searched),
            sorted,
        }
    }

    /// Adds what the pass has to stop at for the sake of an anchor to `openings`.
    pub(crate) fn open(&self, openings: &mut Openings) {
        for anchor in self.sorted.iter().filter(|anchor| anchor.has_pivot()) {
            let (before, behind) = anchor.written.split_at(anchor.pivot);
            openings.add_stretch(before, behind, Opens::ANCHOR);
        }
    }

    /// Where the next searched anchor begins in `range` of `bytes`, and where it ends.
    pub(super) fn search(&self, bytes: &[u8], range: Range<usize>) -> Option<Range<usize>> {
        self.searcher.search(bytes, range)
    }

    /// Shows who reads around `at`, the place of a pivot or of a searched anchor, with the range of the
    /// anchor: of one reader's anchors the longest counts.
    pub(super) fn readers_at(
        &self,
        text: &str,
        at: usize,
        mut read: impl FnMut(Reader, Range<usize>),
    ) {
        let bytes = text.as_bytes();
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        let mut act = false;
        let mut families = 0_u64;
        for place in &self.groups[group(bytes[at], second)] {
            let anchor = &self.sorted[usize::from(*place)];
            let Some(range) = anchor.around(bytes, at) else {
                continue;
            };
            let first = match anchor.reader {
                Reader::Act(_) => !std::mem::replace(&mut act, true),
                Reader::Family(index) => {
                    let before = families;
                    families |= 1 << index;
                    families != before
                }
                Reader::OtherLanguage => true,
            };
            if first {
                read(anchor.reader, range);
            }
        }
    }
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
    fn there_are_no_more_readers_than_bits() {
        assert!(FAMILIES.len() <= 64);
    }

    #[test]
    fn the_longest_anchor_of_a_reader_counts() {
        let mut ends = Vec::new();
        Anchors::all().readers_at("unga res. 67/172", 0, |_, range| ends.push(range.end));
        assert_eq!(ends, [9]);
    }

    #[test]
    fn the_pivot_is_where_the_pass_stops() {
        for (written, place) in [
            ("Treaty Series", Some(0)),
            ("esolution No", Some(10)),
            (" EX/", Some(1)),
            ("GC(", Some(0)),
            ("/Circ.", Some(1)),
            ("mcDEC", None),
            ("ibid.", None),
        ] {
            assert_eq!(pivot(written), place, "{written}");
        }
    }

    #[test]
    fn an_anchor_is_found_around_its_pivot() {
        let anchor = Anchor::new("esolution No", Reader::Family(0));
        assert_eq!(anchor.around(b"Resolution No. 5", 11), Some(1..13));
        assert_eq!(anchor.around(b"No. 5", 0), None);
        assert_eq!(anchor.around(b"resolution N", 11), None);
    }
}
