//! The words around which references are read, with the reader of each.
//!
//! The pass over a text stops at every capital and digit that begins a word, so an anchor that has one is
//! found there, at its pivot, at no cost. The few others are searched for by their bytes.

#![allow(
    clippy::inline_always,
    reason = "the pass is built for this machine, and what is not inlined for the oldest"
)]

mod groups;

use std::ops::Range;
use std::sync::LazyLock;

use self::groups::{Candidate, Groups, Near};
use super::beginnings::Beginnings;
use super::numbers;
use crate::families::FAMILIES;
use crate::languages;
use crate::words::{CASE, eight_at};

/// Who reads at an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// The reader of numbers in prose; an index into its words.
    Act(usize),
    /// A family; an index into the families.
    Family(usize),
    /// The reader of other languages than English, which looks for its words itself.
    OtherLanguage,
    /// The lexicon, whose names are written in small letters too.
    Name,
    /// The reader of numbers without a word before them, which looks at what stands before a year or a session in
    /// parentheses.
    Term,
}

/// What names of instruments begin with that are often written in small letters: "the declaration on the elimination of
/// violence against women". Other names are found by their first capital.
const SMALL_NAMES: [&str; 3] = ["declaration o", "global compact", "first Optional"];

/// How the years and sessions begin that stand in parentheses behind a number: "841 (1993)", "1514 (XV)", "3201 (S-VI)".
const TERMS: [&str; 19] = [
    "(19", "(20", "(I)", "(II", "(IV", "(V)", "(VI", "(IX", "(X)", "(XI", "(XV", "(XX", "(XL",
    "(L)", "(LI", "(LV", "(LX", "(S-", "(ES-",
];

struct Anchor {
    written: &'static str,
    reader: Reader,
    /// Where in `written` the pass stops; if it never does, where the first word begins.
    pivot: usize,
    ends: Ends,
}

/// The first bytes of an anchor from its pivot on, and its last ones, which may begin before the pivot.
#[derive(Clone, Copy)]
struct Ends {
    first: Eight,
    last: Eight,
    /// Where in the anchor the last bytes begin.
    last_start: u16,
    /// Where in the anchor its pivot is.
    pivot: u16,
}

impl Ends {
    fn new(written: &[u8], pivot: usize) -> Self {
        let last_start = written.len().saturating_sub(8);
        Self {
            first: Eight::new(&written[pivot..]),
            last: Eight::new(&written[last_start..]),
            last_start: last_start as u16,
            pivot: pivot as u16,
        }
    }

    /// Whether the anchor may have its pivot at `at` of `bytes`, which go on with `eight` there.
    #[inline]
    fn fit(self, bytes: &[u8], at: usize, eight: u64) -> bool {
        // What would begin before the text is far behind it, where no bytes are.
        let last = (at + usize::from(self.last_start)).wrapping_sub(self.pivot.into());
        self.first.is(eight) && self.last.is(eight_at(bytes, last))
    }
}

/// Eight bytes at most, letters without their case, the first lowest.
#[derive(Clone, Copy)]
struct Eight {
    bytes: u64,
    /// The bits that count.
    mask: u64,
}

impl Eight {
    fn new(written: &[u8]) -> Self {
        let mask = u64::MAX >> (64 - 8 * written.len().clamp(1, 8));
        let bytes = (eight_at(written, 0) | CASE) & mask;
        Self { bytes, mask }
    }

    #[inline]
    fn is(self, text: u64) -> bool {
        (text | CASE) & self.mask == self.bytes
    }
}

impl Anchor {
    fn new(written: &'static str, reader: Reader) -> Self {
        let pivot = pivot(written).unwrap_or(usize::from(written.starts_with(' ')));
        Self {
            written,
            reader,
            pivot,
            ends: Ends::new(written.as_bytes(), pivot),
        }
    }

    /// The three bytes by which it is found, and how far before the pivot they begin: behind a pivot that is
    /// nearly the end of the anchor there are too few.
    fn three(&self) -> Option<(u32, usize)> {
        let behind = self.written.len() - self.pivot;
        let back = 3_usize.saturating_sub(behind);
        let three = self
            .written
            .as_bytes()
            .get(self.pivot.checked_sub(back)?..)?;
        Some((eight_at(three, 0) as u32, back))
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
                here == self.written.as_bytes()
                    || here.eq_ignore_ascii_case(self.written.as_bytes())
            }
            Reader::Family(_) | Reader::Name | Reader::Term => here == self.written.as_bytes(),
        };
        stands.then_some(range)
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

/// Every anchor, ordered for look-up.
pub(crate) struct Anchors {
    /// The longest first.
    sorted: Vec<Anchor>,
    groups: Groups,
    /// Those of the anchors that have no pivot.
    beginnings: Beginnings,
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
            .chain(SMALL_NAMES.map(|written| Anchor::new(written, Reader::Name)))
            .chain(TERMS.map(|written| Anchor::new(written, Reader::Term)))
            .filter(|anchor| !anchor.written.is_empty() && anchor.written.is_ascii())
            .collect();
        sorted.sort_by_key(|anchor| usize::MAX - anchor.written.len());
        let groups = Groups::new(&sorted);
        let searched = sorted.iter().filter(|anchor| anchor.is_searched());
        let beginnings = Beginnings::new(searched.map(|anchor| anchor.written).collect());
        Self {
            sorted,
            groups,
            beginnings,
        }
    }

    /// Whether an anchor may have its pivot at `at`, where the text goes on with `eight`, so far as a few bytes tell.
    #[inline(always)]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        self.groups.may_stand(bytes, at, eight)
    }

    /// What the anchors begin with that the pass has to search for.
    pub(super) fn beginnings(&self) -> &Beginnings {
        &self.beginnings
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
        let eight = eight_at(bytes, at);
        let mut act = false;
        let mut families = 0_u64;
        let fits = |candidate: &Candidate| candidate.ends.fit(bytes, at, eight);
        let mut show = |candidate: &Candidate| {
            let anchor = &self.sorted[usize::from(candidate.place)];
            let Some(range) = anchor.around(bytes, at) else {
                return;
            };
            let longest = match anchor.reader {
                Reader::Act(_) => !std::mem::replace(&mut act, true),
                Reader::Family(index) => {
                    let before = families;
                    families |= 1 << index;
                    families != before
                }
                Reader::OtherLanguage | Reader::Name | Reader::Term => true,
            };
            if longest {
                read(anchor.reader, range);
            }
        };
        match self.groups.lists_near(bytes, at, eight) {
            [list, [], []] => list
                .iter()
                .filter(|candidate| fits(candidate))
                .for_each(show),
            lists => Near { lists }
                .filter(fits)
                .for_each(|candidate| show(&candidate)),
        }
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
    fn every_anchor_is_near_its_pivot() {
        for (place, anchor) in Anchors::all().sorted.iter().enumerate() {
            let (groups, bytes) = (&Anchors::all().groups, anchor.written.as_bytes());
            let lists = groups.lists_near(bytes, anchor.pivot, eight_at(bytes, anchor.pivot));
            let near = Near { lists };
            let places: Vec<_> = near.map(|near| usize::from(near.place)).collect();
            let eight = eight_at(bytes, anchor.pivot);
            let may = groups.may_stand(bytes, anchor.pivot, eight);
            assert!(may, "{}", anchor.written);
            assert!(places.is_sorted(), "{}", anchor.written);
            assert!(places.contains(&place), "{}", anchor.written);
        }
    }

    #[test]
    fn the_longest_anchor_of_a_reader_counts() {
        let mut ends = Vec::new();
        let (anchors, text) = (Anchors::all(), "unga res. 67/172");
        anchors.readers_at(text, 5, |_, range| ends.push(range.end));
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
