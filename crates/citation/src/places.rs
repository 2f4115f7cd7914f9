//! Where bytes of a kind stand in a text, sixty-four of them at a time as the bits of a number.
//!
//! The compiler compares many bytes at once as long as nothing is decided between them; what is then decided is
//! decided by arithmetic on the bits.

/// So many bytes are looked at together.
pub const STRIDE: usize = u64::BITS as usize;

/// A bit for each of the first bytes of `bytes` that is of a kind, that of the first byte lowest. `is` has to be plain
/// comparisons to be quick.
#[inline]
pub fn of(bytes: &[u8], is: impl Fn(u8) -> bool) -> u64 {
    if let Some(chunk) = bytes.first_chunk() {
        return in_chunk(chunk, is);
    }
    let mut chunk = [0; STRIDE];
    chunk[..bytes.len()].copy_from_slice(bytes);
    in_chunk(&chunk, is) & ((1 << bytes.len()) - 1)
}

#[inline]
#[allow(
    clippy::needless_range_loop,
    reason = "two iterators side by side are not always seen through"
)]
fn in_chunk(chunk: &[u8; STRIDE], is: impl Fn(u8) -> bool) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    // A plain loop is what the compiler turns into comparisons of many bytes; `map` is not.
    let mut flags = [0; STRIDE];
    for place in 0..STRIDE {
        flags[place] = u8::from(is(chunk[place]));
    }
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| {
        let gathered = u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> (u64::BITS - 8);
        bits << 8 | gathered
    })
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
                assert_eq!(of(bytes, |byte| byte.is_ascii_uppercase()), wanted);
            }
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
