//! Which anchors may stand at a place, told by five bytes: most places are left after one look into a table.

#![allow(
    clippy::inline_always,
    reason = "the pass is built for this machine, and what is not inlined for the oldest"
)]

use super::{Anchor, Ends};
use crate::words::{CASE, eight_at, three_bytes};

/// The anchors by three bytes at their pivot or right before it, whatever their case.
pub(super) struct Groups {
    /// Of the anchors that have eight bytes or more from their pivot on, these eight.
    eights: Marks,
    /// Of those that have five bytes or more, but fewer than eight, the first five.
    fives: Marks,
    /// Of those that have three or four, by the hash of the first three, a bit for the fourth byte, or all.
    fourths: Box<[u32; 1 << Self::BITS]>,
    /// By the hash of three bytes, which of `candidates` they lead to; most lead to none.
    by_hash: Box<[u16]>,
    /// The longest anchor first in each group.
    candidates: Vec<Box<[Candidate]>>,
    /// By its byte at the pivot, what an anchor has behind it that has two bytes from there on: a bit for the byte,
    /// whatever its case.
    pairs: [u64; 256],
    /// By its byte at the pivot, what an anchor that ends with it has two bytes before it, in the same way.
    singles: [u64; 256],
}

/// An anchor that three bytes lead to.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub(super) ends: Ends,
    /// Its place among all, the longest first.
    pub(super) place: u16,
}

impl Groups {
    /// Bits of the hash: the table is small beside a first-level cache.
    const BITS: u32 = 12;

    /// The groups of anchors of which the longest comes first.
    pub(super) fn new(sorted: &[Anchor]) -> Self {
        let mut lists = vec![Vec::new(); 1 << Self::BITS];
        let mut eights = Marks::default();
        let mut fives = Marks::default();
        let mut fourths: Box<[u32; 1 << Self::BITS]> = Box::new([0; 1 << Self::BITS]);
        let mut pairs = [0; 256];
        let mut singles = [0; 256];
        for (place, anchor) in sorted.iter().enumerate() {
            let Some((three, before)) = anchor.three() else {
                continue;
            };
            lists[Self::group(three)].push(Candidate {
                ends: anchor.ends,
                place: place as u16,
            });
            let stretch = &anchor.written.as_bytes()[anchor.pivot..];
            let eight = eight_at(stretch, 0) | CASE;
            match stretch.len() {
                8.. => eights.add(eight),
                5..8 => fives.add(eight & FIVE),
                _ if before == 0 => {
                    let fourth = stretch.get(3).map_or(u32::MAX, |byte| 1 << (byte % 32));
                    fourths[Self::group(three)] |= fourth;
                }
                _ => {}
            }
            for first in both_cases(stretch[0]).map(usize::from) {
                match before {
                    0 => {}
                    1 => pairs[first] |= bits(stretch[1]),
                    _ => singles[first] |= bits(three as u8),
                }
            }
        }
        let mut candidates: Vec<Box<[Candidate]>> = vec![Box::default()];
        let by_hash = lists
            .into_iter()
            .map(|list| {
                if list.is_empty() {
                    return 0;
                }
                candidates.push(list.into());
                candidates.len() as u16 - 1
            })
            .collect();
        Self {
            eights,
            fives,
            fourths,
            by_hash,
            candidates,
            pairs,
            singles,
        }
    }

    /// Whether an anchor may have its pivot at `at`, where the text goes on with `eight`: mostly a few bytes, or those
    /// before, tell that none has, and else its first and last bytes.
    #[inline(always)]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        let [first, second, _, fourth, ..] = eight.to_le_bytes();
        let small = eight | CASE;
        let fourths = self.fourths[Self::group(eight as u32)] >> (fourth % 32);
        let begins = self.eights.at(small) | self.fives.at(small & FIVE) | u64::from(fourths);
        let pair = self.pairs[usize::from(first)] >> (second % 64);
        // Only figures end an anchor that they are the pivot of: "note 5".
        let singles = self.singles[usize::from(first)];
        let single = if singles == 0 {
            0
        } else {
            singles >> (bytes.get(at.wrapping_sub(2)).copied().unwrap_or_default() % 64)
        };
        // One branch for all three: of most places they leave nothing.
        (begins | pair | single) & 1 != 0
            && (begins & 1 != 0 && any_fits(self.led_by(eight), bytes, at, eight)
                || pair & 1 != 0 && any_fits(self.led_to_before(bytes, at, 1), bytes, at, eight)
                || single & 1 != 0 && any_fits(self.led_to_before(bytes, at, 2), bytes, at, eight))
    }

    /// The anchors that may have their pivot at `at`, where the text goes on with `eight`: those to which the three
    /// bytes lead that begin there, one before it and two before it.
    #[inline]
    pub(super) fn lists_near(&self, bytes: &[u8], at: usize, eight: u64) -> [&[Candidate]; 3] {
        let [first, second, ..] = eight.to_le_bytes();
        let second_before = at.checked_sub(2).map_or(0, |place| bytes[place]);
        let before = |back, marks: u64, byte: u8| {
            let list = (marks >> (byte % 64) & 1 != 0).then(|| self.led_to_before(bytes, at, back));
            list.unwrap_or_default()
        };
        [
            self.led_by(eight),
            before(1, self.pairs[usize::from(first)], second),
            before(2, self.singles[usize::from(first)], second_before),
        ]
    }

    /// The anchors to which the three bytes lead that begin so far `back` before `at`.
    fn led_to_before(&self, bytes: &[u8], at: usize, back: usize) -> &[Candidate] {
        at.checked_sub(back)
            .map_or(&[], |start| self.led_by(eight_at(bytes, start)))
    }

    /// The anchors to which the first three of `eight` bytes lead.
    #[inline]
    fn led_by(&self, eight: u64) -> &[Candidate] {
        let group = self.by_hash[Self::group(eight as u32)];
        &self.candidates[usize::from(group)]
    }

    /// The place of the lowest three bytes in the table.
    #[inline]
    const fn group(bytes: u32) -> usize {
        three_bytes(bytes, Self::BITS)
    }
}

/// The lowest five bytes.
const FIVE: u64 = u64::MAX >> 24;

/// A bit for each of some numbers, at the place that its hash says.
struct Marks(Box<[u64; 1 << (Self::BITS - 6)]>);

impl Default for Marks {
    fn default() -> Self {
        Self(Box::new([0; 1 << (Self::BITS - 6)]))
    }
}

impl Marks {
    /// Bits of the hash: so few bytes are always near.
    const BITS: u32 = 14;

    fn add(&mut self, number: u64) {
        let hash = Self::hash(number);
        self.0[hash >> 6] |= 1 << (hash % 64);
    }

    /// In the lowest bit, whether `number` may be one of them.
    #[inline(always)]
    fn at(&self, number: u64) -> u64 {
        let hash = Self::hash(number);
        self.0[hash >> 6] >> (hash % 64)
    }

    #[inline(always)]
    const fn hash(number: u64) -> usize {
        (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - Self::BITS)) as usize
    }
}

/// Whether one of the anchors may have its pivot at `at`, where the text goes on with `eight`.
#[inline(always)]
fn any_fits(candidates: &[Candidate], bytes: &[u8], at: usize, eight: u64) -> bool {
    candidates
        .iter()
        .any(|candidate| candidate.ends.fit(bytes, at, eight))
}

/// The bits of a byte in both its cases.
fn bits(byte: u8) -> u64 {
    both_cases(byte)
        .iter()
        .fold(0, |bits, byte| bits | 1 << (byte % 64))
}

const fn both_cases(byte: u8) -> [u8; 2] {
    [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()]
}

/// The anchors that may stand somewhere, the longest first.
pub(super) struct Near<'a> {
    /// Each with the longest first.
    pub(super) lists: [&'a [Candidate]; 3],
}

impl Iterator for Near<'_> {
    type Item = Candidate;

    fn next(&mut self) -> Option<Candidate> {
        if let [list, [], []] = &mut self.lists {
            let (first, rest) = list.split_first()?;
            *list = rest;
            return Some(*first);
        }
        let heads = self.lists.iter_mut().filter(|list| !list.is_empty());
        let list = heads.min_by_key(|list| list[0].place)?;
        let (first, rest) = list.split_first()?;
        *list = rest;
        Some(*first)
    }
}
