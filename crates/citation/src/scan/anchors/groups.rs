//! Which anchors may stand at a place, told by three bytes: most places are left after one look into a table.

use super::{Anchor, Ends};
use crate::words::{eight_at, three_bytes};

/// The anchors by three bytes at their pivot or right before it, whatever their case.
pub(super) struct Groups {
    /// By the hash of three bytes, which of `candidates` they lead to; most lead to none.
    by_hash: Box<[u16]>,
    /// The longest anchor first in each group.
    candidates: Vec<Box<[Candidate]>>,
    /// By its byte at the pivot, what an anchor has behind it that has two bytes from there on, a bit that few other
    /// bytes share.
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
    const BITS: u32 = 13;

    /// The groups of anchors of which the longest comes first.
    pub(super) fn new(sorted: &[Anchor]) -> Self {
        let mut lists = vec![Vec::new(); 1 << Self::BITS];
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
            let behind = &anchor.written.as_bytes()[anchor.pivot..];
            let first = behind[0];
            for first in [first.to_ascii_lowercase(), first.to_ascii_uppercase()] {
                match before {
                    0 => {}
                    1 => pairs[usize::from(first)] |= bit(behind[1]),
                    _ => singles[usize::from(first)] |= bit(three as u8),
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
            by_hash,
            candidates,
            pairs,
            singles,
        }
    }

    /// Whether an anchor with three bytes or more from its pivot on may have it at `at`, where the text goes on with
    /// `eight`.
    #[inline]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        let fits = |candidate: &Candidate| candidate.ends.fit(bytes, at, eight);
        self.led_by(eight).iter().any(fits)
    }

    /// Whether an anchor with less than three bytes from its pivot on may have it at `at`, where the text goes on with
    /// `eight`.
    #[inline]
    pub(super) fn may_end(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        self.may_be_pair(eight) && self.fits_before(bytes, at, 1)
            || self.may_be_single(bytes, at, eight) && self.fits_before(bytes, at, 2)
    }

    #[inline(never)]
    fn fits_before(&self, bytes: &[u8], at: usize, back: usize) -> bool {
        let eight = eight_at(bytes, at);
        let mut candidates = self.led_to_before(bytes, at, back).iter();
        candidates.any(|candidate| candidate.ends.fit(bytes, at, eight))
    }

    #[inline]
    fn may_be_pair(&self, eight: u64) -> bool {
        let [first, second, ..] = eight.to_le_bytes();
        self.pairs[usize::from(first)] & bit(second) != 0
    }

    #[inline]
    fn may_be_single(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        let before = self.singles[usize::from(eight as u8)];
        before != 0
            && at
                .checked_sub(2)
                .is_some_and(|at| before & bit(bytes[at]) != 0)
    }

    /// The anchors that may have their pivot at `at`.
    pub(super) fn near<'a>(&'a self, bytes: &[u8], at: usize) -> Near<'a> {
        let eight = eight_at(bytes, at);
        let before = |back, may_be: bool| {
            let list = may_be.then(|| self.led_to_before(bytes, at, back));
            list.unwrap_or_default()
        };
        Near {
            lists: [
                self.led_by(eight),
                before(1, self.may_be_pair(eight)),
                before(2, self.may_be_single(bytes, at, eight)),
            ],
        }
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

/// A bit for a byte, the same for both cases of a letter, that few other bytes share, and no digit with a letter.
const fn bit(byte: u8) -> u64 {
    1 << (byte % 32 + (byte & 0x40) / 2)
}

/// The anchors that may stand somewhere, the longest first.
pub(super) struct Near<'a> {
    /// Each with the longest first.
    lists: [&'a [Candidate]; 3],
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
