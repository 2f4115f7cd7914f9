//! Where bytes of a kind stand in a text, sixty-four of them at a time as the bits of a number.
//!
//! Vector instructions of whatever width this machine has compare many bytes at once; what is then decided is decided by
//! arithmetic on the bits.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use fearless_simd::{Level, Simd, SimdBase, SimdMask, dispatch, mask8x32, u8x32};

/// So many bytes are looked at together.
pub const STRIDE: usize = u64::BITS as usize;

/// How many bytes a vector holds.
const VECTOR: usize = STRIDE / 2;

/// A kind of bytes.
pub trait Kind {
    /// Which of `bytes` are of it.
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S>;
}

/// One byte and no other.
#[derive(Clone, Copy, Debug)]
pub struct Only(pub u8);

impl Kind for Only {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        bytes.simd_eq(self.0)
    }
}

/// ASCII capitals.
#[derive(Clone, Copy, Debug)]
pub struct Capitals;

impl Kind for Capitals {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        (bytes - b'A').simd_lt(26)
    }
}

/// ASCII letters, figures and underscores.
#[derive(Clone, Copy, Debug)]
pub struct Letters;

impl Kind for Letters {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        // The bit that tells small letters from capitals.
        let is_letter = ((bytes | 0x20) - b'a').simd_lt(26);
        let is_figure = (bytes - b'0').simd_lt(10);
        is_letter | is_figure | bytes.simd_eq(b'_')
    }
}

/// A bit for each of the first bytes of `bytes` that is of `kind`, that of the first byte lowest.
#[inline]
pub fn of(bytes: &[u8], kind: &impl Kind) -> u64 {
    match bytes.first_chunk() {
        Some(chunk) => in_chunk(chunk, kind),
        None => in_chunk(&filled_up(bytes), kind) & ((1 << bytes.len()) - 1),
    }
}

/// The same for two kinds, which costs little more than one.
#[inline]
pub fn of_two(bytes: &[u8], one: &impl Kind, other: &impl Kind) -> [u64; 2] {
    if let Some(chunk) = bytes.first_chunk() {
        return two_in_chunk(chunk, one, other);
    }
    let [one, other] = two_in_chunk(&filled_up(bytes), one, other);
    let kept = (1 << bytes.len()) - 1;
    [one & kept, other & kept]
}

/// Fewer than [`STRIDE`] bytes, and zeros behind them.
#[inline]
fn filled_up(bytes: &[u8]) -> [u8; STRIDE] {
    let mut chunk = [0; STRIDE];
    chunk[..bytes.len()].copy_from_slice(bytes);
    chunk
}

/// Where runs of bytes of `kind` begin from `from` on, in order.
pub fn runs<K: Kind>(bytes: &[u8], from: usize, kind: K) -> impl Iterator<Item = usize> {
    let before = bytes.get(..from).and_then(<[u8]>::last);
    let mut goes_on = before.map_or(0, |last| of(&[*last], &kind));
    // Where in the bytes that were looked at last runs begin, and where the next ones stand.
    let (mut starts, mut next) = (0, from);
    std::iter::from_fn(move || {
        while starts == 0 {
            let rest = bytes.get(next..).filter(|rest| !rest.is_empty())?;
            let all = of(rest, &kind);
            starts = all & !(all << 1 | goes_on);
            goes_on = all >> (STRIDE - 1);
            next += STRIDE;
        }
        let at = next - STRIDE + starts.trailing_zeros() as usize;
        starts &= starts - 1;
        Some(at)
    })
}

#[inline]
fn in_chunk(chunk: &[u8; STRIDE], kind: &impl Kind) -> u64 {
    joined(dispatch!(Level::new(), simd => in_halves(simd, chunk, kind)))
}

#[inline]
fn two_in_chunk(chunk: &[u8; STRIDE], one: &impl Kind, other: &impl Kind) -> [u64; 2] {
    let [one, other] = dispatch!(
        Level::new(),
        simd => [in_halves(simd, chunk, one), in_halves(simd, chunk, other)]
    );
    [joined(one), joined(other)]
}

#[inline]
const fn joined([low, high]: [u32; 2]) -> u64 {
    low as u64 | (high as u64) << VECTOR
}

/// In two halves: joined where they are made, the compiler takes them apart bit by bit.
#[inline(always)]
fn in_halves<S: Simd>(simd: S, chunk: &[u8; STRIDE], kind: &impl Kind) -> [u32; 2] {
    let low = kind.among(u8x32::from_slice(simd, &chunk[..VECTOR]));
    let high = kind.among(u8x32::from_slice(simd, &chunk[VECTOR..]));
    [low.to_bitmask() as u32, high.to_bitmask() as u32]
}

/// The bits of each run of `runs` from its first one in `seeds` on. All `seeds` have to be in `runs`.
pub const fn filled(seeds: u64, runs: u64) -> u64 {
    // The sum carries a seed up to the end of its run.
    ((seeds.wrapping_add(runs) ^ runs) | seeds) & runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_in_the_order_of_bytes() {
        let text =
            "The IOM’s Council met in Geneva, as it did in 2012 and 2013, and then it met again.";
        for end in 0..text.len() {
            for start in 0..=end {
                let bytes = &text.as_bytes()[start..end];
                let wanted = bytes.iter().take(STRIDE).rev();
                let wanted = wanted.fold(0, |bits, byte| {
                    bits << 1 | u64::from(byte.is_ascii_uppercase())
                });
                assert_eq!(of(bytes, &Capitals), wanted);
            }
        }
    }

    #[test]
    fn runs_begin_behind_anything_but_their_kind() {
        let text = format!("The IOM’s _Council_ met {} in 2012", "z".repeat(130));
        let bytes = text.as_bytes();
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        for from in 0..=bytes.len() {
            let begins =
                |at: &usize| is_letter(bytes[*at]) && (*at == 0 || !is_letter(bytes[at - 1]));
            let wanted: Vec<usize> = (from..bytes.len()).filter(begins).collect();
            assert!(runs(bytes, from, Letters).eq(wanted));
        }
    }

    #[test]
    fn a_run_is_filled_from_its_first_seed_on() {
        for (seeds, runs, wanted) in [
            (0b0000, 0b1110, 0b0000),
            (0b0010, 0b1110, 0b1110),
            (0b1010, 0b1110, 0b1110),
            (0b0_0100, 0b1_0111, 0b0_0100),
            (0b1_0001, 0b1_0111, 0b1_0111),
            (1 << 63, u64::MAX, 1 << 63),
            (1, u64::MAX, u64::MAX),
        ] {
            assert_eq!(filled(seeds, runs), wanted, "{seeds:b} {runs:b}");
        }
    }
}
