//! Where markup may begin.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use fearless_simd::{Simd, SimdBase, mask8x32, u8x32};

use crate::places::{self, Kind, STRIDE};

/// Where the next byte stands that can begin markup, from `from` on.
pub(super) fn next(bytes: &[u8], from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let rest = bytes.get(from..).filter(|rest| !rest.is_empty())?;
        let found = places::of(rest, &Markup);
        if found != 0 {
            return Some(from + found.trailing_zeros() as usize);
        }
        from += STRIDE;
    }
}

/// What can begin markup.
struct Markup;

impl Kind for Markup {
    #[inline(always)]
    fn among<S: Simd>(&self, bytes: u8x32<S>) -> mask8x32<S> {
        // Brackets, the stroke that leans backwards, the underscore and the grave accent stand in a row.
        let in_row = (bytes - b'[').simd_le(b'`' - b'[') & !bytes.simd_eq(b'^');
        let apart = bytes.simd_eq(b'<') | bytes.simd_eq(b'&');
        in_row | apart | bytes.simd_eq(b'*') | bytes.simd_eq(b'~')
    }
}
