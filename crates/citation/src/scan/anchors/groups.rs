//! Which anchors may stand at a place, told by three bytes: most places are left after one look into a table.

use super::{Anchor, Ends};
use crate::words::{eight_at, three_bytes};

/// The anchors by three bytes at their pivot or right before it, whatever their case.
pub(super) struct Groups {
    /// By the hash of three bytes, which of `candidates` they lead to; most lead to none.
    by_hash: Box<[u16]>,
    /// The longest anchor first in each group.
    candidates: Vec<Box<[Candidate]>>,
    /// What each byte may be in an anchor that the bytes before its pivot lead to.
    parts: [Parts; 256],
}

/// What a byte may be in an anchor with less than three bytes from the pivot on.
#[derive(Clone, Copy, Default)]
struct Parts {
    /// The first of two bytes: a bit that few other bytes share.
    first: u8,
    /// The second of two bytes: the bits of those it stands behind.
    second: u8,
    /// The only byte from the pivot on.
    only: bool,
    /// The byte that stands two before an only one.
    before: bool,
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
        let mut parts = [Parts::default(); 256];
        for (place, anchor) in sorted.iter().enumerate() {
            let Some((three, behind)) = anchor.three() else {
                continue;
            };
            lists[Self::group(three)].push(Candidate {
                ends: anchor.ends,
                place: place as u16,
            });
            let [first, second, third, _] = three.to_le_bytes();
            let bit = 1 << (second % 8);
            let mut mark = |byte: u8, part: fn(&mut Parts, u8)| {
                part(&mut parts[usize::from(byte.to_ascii_lowercase())], bit);
                part(&mut parts[usize::from(byte.to_ascii_uppercase())], bit);
            };
            match behind {
                0 => {}
                1 => {
                    mark(second, |parts, bit| parts.first |= bit);
                    mark(third, |parts, bit| parts.second |= bit);
                }
                _ => {
                    mark(first, |parts, _| parts.before = true);
                    mark(third, |parts, _| parts.only = true);
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
            parts,
        }
    }

    /// Whether an anchor may have its pivot at `at`.
    #[inline]
    pub(super) fn may_stand(&self, bytes: &[u8], at: usize) -> bool {
        let eight = eight_at(bytes, at);
        let group = self.by_hash[Self::group(eight as u32)];
        group != 0 && self.have(group, bytes, at, eight)
            || self.may_lead_here(bytes, at, eight) && self.lead_here(bytes, at, eight)
    }

    #[inline]
    fn have(&self, group: u16, bytes: &[u8], at: usize, eight: u64) -> bool {
        let mut candidates = self.candidates[usize::from(group)].iter();
        candidates.any(|candidate| candidate.ends.fit(bytes, at, eight))
    }

    /// Whether three bytes that begin before `at` lead to an anchor that may have its pivot there.
    #[inline(never)]
    fn lead_here(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        (1..=2).any(|back| {
            let start = at.checked_sub(back);
            start.is_some_and(|start| {
                let mut candidates = self.led_to(bytes, start).iter();
                candidates.any(|candidate| candidate.ends.fit(bytes, at, eight))
            })
        })
    }

    /// Whether three bytes that begin before `at`, where the text goes on with `eight`, may lead to an anchor.
    #[inline]
    pub(super) fn may_lead_here(&self, bytes: &[u8], at: usize, eight: u64) -> bool {
        let part = |byte: u8| self.parts[usize::from(byte)];
        let first = part(eight as u8);
        let before = || at.checked_sub(2).is_some_and(|at| part(bytes[at]).before);
        first.first & part((eight >> 8) as u8).second != 0 || first.only && before()
    }

    /// The anchors that may have their pivot at `at`.
    pub(super) fn near(&self, bytes: &[u8], at: usize) -> impl Iterator<Item = Candidate> {
        let list = |back: usize| match at.checked_sub(back) {
            Some(start) => self.led_to(bytes, start),
            None => &[],
        };
        Near {
            lists: std::array::from_fn(list),
        }
    }

    /// The anchors to which the three bytes at `at` lead.
    fn led_to(&self, bytes: &[u8], at: usize) -> &[Candidate] {
        let group = self.by_hash[Self::group(eight_at(bytes, at) as u32)];
        &self.candidates[usize::from(group)]
    }

    /// The place of the lowest three bytes in the table.
    #[inline]
    const fn group(bytes: u32) -> usize {
        three_bytes(bytes, Self::BITS)
    }
}

/// The anchors that may stand somewhere, the longest first.
struct Near<'a> {
    /// Each with the longest first.
    lists: [&'a [Candidate]; 3],
}

impl Iterator for Near<'_> {
    type Item = Candidate;

    fn next(&mut self) -> Option<Candidate> {
        let heads = self.lists.iter_mut().filter(|list| !list.is_empty());
        let list = heads.min_by_key(|list| list[0].place)?;
        let (first, rest) = list.split_first()?;
        *list = rest;
        Some(*first)
    }
}
