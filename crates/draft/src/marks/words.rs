//! How many words a block has.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use fearless_simd::{Simd, SimdBase, mask8x32, u8x32};

use super::HIDDEN;
use crate::places::{self, Kind};

/// Number of runs without ASCII white space that hold a letter, a figure or something hidden.
pub(super) fn count(text: &str) -> usize {
    let mut words = 0;
    // Whether what counts stands in the run at the end of what is read: the bit that it has in what follows.
    let mut counted = 0;
    for bytes in text.as_bytes().chunks(places::STRIDE) {
        let [inside, counting] = places::of_two(bytes, &Inside, &Counting);
        let within = places::filled(counting | counted & inside, inside);
        words += (within & !(within << 1 | counted)).count_ones() as usize;
        counted = within >> (places::STRIDE - 1);
    }
    words
}

/// What is no white space.
struct Inside;

impl Kind for Inside {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        bytes.simd_gt(b' ') | bytes.simd_eq(HIDDEN)
    }
}

/// What makes a word of what stands around it.
struct Counting;

impl Kind for Counting {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        let is_letter = ((bytes | 0x20) - b'a').simd_lt(26);
        let is_figure = (bytes - b'0').simd_lt(10);
        is_letter | is_figure | bytes.simd_ge(0xc3) | bytes.simd_eq(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_across_whatever_is_looked_at_together() {
        let plain = |text: &str| {
            let runs = text.split(|c: char| c <= ' ' && c != char::from(HIDDEN));
            let counts = |run: &&str| {
                run.bytes()
                    .any(|byte| byte.is_ascii_alphanumeric() || matches!(byte, HIDDEN | 0xc3..))
            };
            runs.filter(counts).count()
        };
        let text = "« L’Assemblée » – the IOM/OSCE (12) … \u{1a}\u{1a}x,\n\n--- ";
        for before in 0..70 {
            for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
                for filling in [" ", "-", "a"] {
                    let text = filling.repeat(before) + &text[..end] + &filling.repeat(70) + "b";
                    assert_eq!(count(&text), plain(&text), "{text}");
                }
            }
        }
    }
}
