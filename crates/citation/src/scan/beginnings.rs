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
    /// A bit for the first four bytes of each, at the place that their hash says.
    fours: Box<[u64; 1 << (FOUR_BITS - 6)]>,
}

/// Bits of the hash of four bytes.
const FOUR_BITS: u32 = 12;

/// The hash of the lowest four of `eight` bytes.
#[inline(always)]
const fn hash_of_four(eight: u64) -> usize {
    ((eight as u32).wrapping_mul(0x9E37_79B1) >> (u32::BITS - FOUR_BITS)) as usize
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
        for beginning in &beginnings {
            let bytes = beginning.as_bytes();
            written[usize::from(bytes[0])].push(Beginning::new(bytes));
        }
        for (bit, group) in parted(&beginnings).into_iter().enumerate() {
            for (groups, halves) in groups.iter_mut().zip(group.0) {
                for (half, groups) in groups.iter_mut().enumerate() {
                    *groups |= u8::from(halves >> half & 1 != 0) << bit;
                }
            }
        }
        let mut fours = Box::new([0; 1 << (FOUR_BITS - 6)]);
        for beginning in &beginnings {
            let hash = hash_of_four(eight_at(beginning.as_bytes(), 0));
            fours[hash >> 6] |= 1 << (hash % 64);
        }
        // Fewer than four bytes may have any others behind them.
        if beginnings.iter().any(|beginning| beginning.len() < 4) {
            fours.fill(u64::MAX);
        }
        Self {
            written,
            groups,
            fours,
        }
    }

    /// In the lowest bit, whether one of them may stand where a text goes on with `eight`.
    #[inline(always)]
    pub(super) fn may_stand(&self, eight: u64) -> u64 {
        let hash = hash_of_four(eight);
        self.fours[hash >> 6] >> (hash % 64)
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
        // By index: the loop over the tables themselves is not unrolled, and copies them for every window.
        let mut place = 0;
        while place < LENGTH {
            let bytes = u8x32::from_slice(simd, &window[place..place + 32]);
            left &= self.0[place].swizzle_dyn_within_blocks(bytes & 0x0F);
            place += 1;
        }
        left.simd_gt(0).to_bitmask() as u32
    }
}

/// What the beginnings of a group may have at each place: a bit for the lower half of the byte.
#[derive(Clone, Copy)]
struct Group([u16; LENGTH]);

impl Group {
    fn new(beginning: &str) -> Self {
        let bytes = beginning.as_bytes();
        Self(std::array::from_fn(|place| {
            bytes.get(place).map_or(u16::MAX, |byte| 1 << (byte % 16))
        }))
    }

    /// The group of what is in either.
    fn with(self, other: Self) -> Self {
        Self(std::array::from_fn(|place| self.0[place] | other.0[place]))
    }

    /// About how many places of a text look like one of the group.
    fn likely(self) -> u64 {
        let at = |mut halves: u16| {
            let mut often = 0;
            while halves != 0 {
                often += OFTEN[halves.trailing_zeros() as usize];
                halves &= halves - 1;
            }
            often
        };
        self.0.into_iter().map(at).product()
    }
}

/// Of a thousand bytes of English prose, how many have each lower half, roughly.
const OFTEN: [u64; 16] = [
    187, 69, 62, 78, 107, 128, 26, 32, 47, 75, 5, 5, 43, 20, 68, 62,
];

/// The beginnings in eight groups at most, those together with which the fewest other places look like one of them.
fn parted(beginnings: &[&str]) -> Vec<Group> {
    let weighed = |group: Group| (group, group.likely());
    let mut groups: Vec<(Group, u64)> = beginnings
        .iter()
        .map(|beginning| weighed(Group::new(beginning)))
        .collect();
    while groups.len() > 8 {
        let pairs = (1..groups.len()).flat_map(|other| (0..other).map(move |one| (one, other)));
        let dearer = |&(one, other): &(usize, usize)| {
            let ((one, apart), (other, more)) = (groups[one], groups[other]);
            one.with(other).likely().saturating_sub(apart + more)
        };
        let Some((one, other)) = pairs.min_by_key(dearer) else {
            break;
        };
        let (other, _) = groups.swap_remove(other);
        groups[one] = weighed(groups[one].0.with(other));
    }
    groups.into_iter().map(|(group, _)| group).collect()
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
