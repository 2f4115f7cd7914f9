//! What the searched anchors begin with, as tables that a vector looks up: five bytes leave few places of a text.
//!
//! Each beginning belongs to one of eight groups, a bit each. For each of its first bytes a table has, by the lower half
//! of that byte, the groups that may have it there; a place counts where one group is left after all of them.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use fearless_simd::{Simd, SimdBase, SimdInto, SimdMask, u8x32};

use crate::words::eight_at;

/// How many bytes are looked at.
const LENGTH: usize = 5;

/// How far behind a byte the tables look.
pub(super) const REACH: usize = LENGTH - 1;

/// The beginnings of the searched anchors.
pub(super) struct Beginnings {
    /// By the first byte.
    written: [Vec<Beginning>; 256],
    /// By place and the lower half of a byte, the groups that may have it there.
    groups: [[u8; 16]; LENGTH],
}

/// A beginning, its first eight bytes as a number too, of which the bits of `mask` count.
struct Beginning {
    written: &'static [u8],
    eight: u64,
    mask: u64,
}

impl Beginning {
    fn new(written: &'static [u8]) -> Self {
        Self {
            written,
            eight: eight_at(written, 0),
            mask: u64::MAX >> (64 - 8 * written.len().clamp(1, 8)),
        }
    }

    /// Whether `rest`, which begins with `eight`, begins so.
    fn begins(&self, rest: &[u8], eight: u64) -> bool {
        eight & self.mask == self.eight
            && (self.written.len() <= 8 || rest.starts_with(self.written))
    }
}

impl Beginnings {
    /// The beginnings of `anchors`.
    pub(super) fn new(anchors: Vec<&'static str>) -> Self {
        let beginnings = fewest(anchors);
        let mut written = std::array::from_fn(|_| Vec::new());
        let mut groups = [[0; 16]; LENGTH];
        // Sorted, those of one group have much in common.
        let members = beginnings.len().div_ceil(8).max(1);
        for (group, members) in beginnings.chunks(members).enumerate() {
            for beginning in members {
                let bytes = beginning.as_bytes();
                written[usize::from(bytes[0])].push(Beginning::new(bytes));
                for (place, groups) in groups.iter_mut().enumerate() {
                    match bytes.get(place) {
                        Some(byte) => groups[usize::from(byte % 16)] |= 1 << group,
                        None => groups.iter_mut().for_each(|groups| *groups |= 1 << group),
                    }
                }
            }
        }
        Self { written, groups }
    }

    /// Whether one of them stands at `at`.
    pub(super) fn stand_at(&self, bytes: &[u8], at: usize) -> bool {
        let rest = &bytes[at..];
        let near = &self.written[usize::from(rest[0])];
        let eight = eight_at(rest, 0);
        near.iter().any(|beginning| beginning.begins(rest, eight))
    }

    /// The tables for the vectors of this machine.
    #[inline(always)]
    pub(super) fn tables<S: Simd>(&self, simd: S) -> Tables<S> {
        Tables(
            self.groups
                .map(|groups| u8x32::block_splat(groups.simd_into(simd))),
        )
    }
}

/// The tables as vectors.
#[derive(Clone, Copy)]
pub(super) struct Tables<S: Simd>([u8x32<S>; LENGTH]);

impl<S: Simd> Tables<S> {
    /// At which of the first 32 bytes of `window` one of the beginnings may stand, a bit each.
    #[inline(always)]
    pub(super) fn find(&self, simd: S, window: &[u8]) -> u32 {
        let mut left = u8x32::splat(simd, u8::MAX);
        for (place, groups) in self.0.into_iter().enumerate() {
            let bytes = u8x32::from_slice(simd, &window[place..place + 32]);
            left &= groups.swizzle_dyn_within_blocks(bytes & 0x0F);
        }
        left.simd_gt(0).to_bitmask() as u32
    }
}

/// As few beginnings as tell the anchors from other words, sorted: the fewer there are, the fewer places of a text look
/// like one.
fn fewest(mut anchors: Vec<&'static str>) -> Vec<&'static str> {
    /// Anchors that have so many bytes in common in front are searched for by these.
    const ALIKE: usize = 5;
    anchors.retain(|anchor| !anchor.is_empty());
    anchors.sort_unstable();
    let mut beginnings: Vec<&'static str> = Vec::new();
    for anchor in anchors {
        let Some(last) = beginnings.last_mut() else {
            beginnings.push(anchor);
            continue;
        };
        let pairs = last.bytes().zip(anchor.bytes());
        let common = pairs.take_while(|(one, other)| one == other).count();
        if common >= ALIKE || common == last.len() {
            *last = &anchor[..common];
        } else {
            beginnings.push(anchor);
        }
    }
    beginnings
}

#[cfg(test)]
mod tests {
    use super::*;
    use fearless_simd::{Level, dispatch};

    #[test]
    fn anchors_alike_are_searched_for_once() {
        let anchors = vec!["resolution", "ibid.", "gh-", "resoluciones", "ibid", "rest"];
        assert_eq!(fewest(anchors), ["gh-", "ibid", "resolu", "rest"]);
    }

    #[test]
    fn every_beginning_is_found_and_few_other_places() {
        let words = vec!["resolution", "ibid", " res.", "op. cit.", "high-", "gh-"];
        let beginnings = Beginnings::new(words.clone());
        for level in [Level::new(), Level::baseline()] {
            for word in &words {
                for lead in 0..32 {
                    let text = format!("{}{word}{}", "e".repeat(lead), "\0".repeat(40));
                    let bytes = text.as_bytes();
                    let found = dispatch!(level, simd => beginnings.tables(simd).find(simd, bytes));
                    assert_eq!(found & 1 << lead, 1 << lead, "{word} {lead}");
                    assert!(beginnings.stand_at(bytes, lead));
                    assert!(found.count_ones() < 4, "{word} {lead}");
                }
            }
        }
        assert!(!beginnings.stand_at(b"rest", 0));
        let none = Beginnings::new(Vec::new());
        let found = dispatch!(Level::new(), simd => none.tables(simd).find(simd, &[b'r'; 40]));
        assert_eq!(found, 0);
    }
}
