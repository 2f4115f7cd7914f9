//! Which anchors may stand at a place, told by three bytes: most places are left after one look into a table.

use super::{Anchor, Ends};
use crate::words::{eight_at, three_bytes};

/// The anchors by three bytes at their pivot or right before it, whatever their case.
pub(super) struct Groups {
    /// By the hash of three bytes, which of `candidates` they lead to; most lead to none.
    by_hash: Box<[u16]>,
    /// The longest anchor first in each group.
    candidates: Vec<Box<[Candidate]>>,
    /// By its byte at the pivot, what an anchor has behind it that has less than three bytes from there on, a bit that
    /// few other bytes share.
    short: [u32; 256],
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
        let mut short = [0; 256];
        for (place, anchor) in sorted.iter().enumerate() {
            let Some((three, before)) = anchor.three() else {
                continue;
            };
            lists[Self::group(three)].push(Candidate {
                ends: anchor.ends,
                place: place as u16,
            });
            if before > 0
                && let [first, rest @ ..] = &anchor.written.as_bytes()[anchor.pivot..]
            {
                let second = rest.first().map_or(u32::MAX, |second| bit(*second));
                short[usize::from(first.to_ascii_lowercase())] |= second;
                short[usize::from(first.to_ascii_uppercase())] |= second;
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
            short,
        }
    }

    /// Whether an anchor may have its pivot at `at`, where the text goes on with `eight`.
    #[inline]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        let fits = |candidate: &Candidate| candidate.ends.fit(bytes, at, eight);
        self.led_by(eight).iter().any(fits)
            || self.may_be_short(eight)
                && (1..=2).any(|back| self.led_to_before(bytes, at, back).iter().any(fits))
    }

    /// Whether an anchor with less than three bytes from its pivot on may have it where the text goes on with `eight`.
    #[inline]
    fn may_be_short(&self, eight: u64) -> bool {
        let [first, second, ..] = eight.to_le_bytes();
        self.short[usize::from(first)] & bit(second) != 0
    }

    /// The anchors that may have their pivot at `at`.
    pub(super) fn near<'a>(&'a self, bytes: &[u8], at: usize) -> Near<'a> {
        let eight = eight_at(bytes, at);
        let may_be_short = self.may_be_short(eight);
        let before = |back| match may_be_short {
            true => self.led_to_before(bytes, at, back),
            false => &[],
        };
        Near {
            lists: [self.led_by(eight), before(1), before(2)],
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

/// A bit for a byte, the same for both cases of a letter, that few other bytes share.
const fn bit(byte: u8) -> u32 {
    1 << (byte % 32)
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
