//! Which bytes of a text are worth a look: a bit each, set by vector instructions of whatever width this
//! machine has.
//!
//! Marked are a capital or digit at the start of a word, a stroke, a line break that white space follows, and the
//! first byte of a character beyond ASCII.

#![allow(
    clippy::inline_always,
    reason = "what is not inlined is built for the oldest machine"
)]

use super::beginnings::{Beginnings, REACH, Tables};
use fearless_simd::{Level, Simd, SimdBase, SimdMask, dispatch, u8x32};

/// How many bytes one word of marks stands for.
pub(super) const WINDOW: usize = 64;

/// How many bytes are looked at for them.
const SEEN: usize = WINDOW + REACH;

/// The kinds of the bytes of a window that count, a bit each, in two halves: joined right where they are made, the
/// compiler takes them apart bit by bit.
#[derive(Clone, Copy, Default)]
pub(super) struct Kinds {
    /// ASCII letters and digits.
    letters: [u32; 2],
    /// The capitals and digits among them.
    openings: [u32; 2],
    /// Strokes.
    strokes: [u32; 2],
    /// Strokes that lean backwards, and the first bytes of characters beyond ASCII.
    others: [u32; 2],
    /// Where searched anchors may begin.
    searched: [u32; 2],
    /// Line breaks.
    breaks: [u32; 2],
    /// White space, and other bytes below it.
    spaces: [u32; 2],
}

/// Fills `kinds`, one for each window, with those of `bytes` from `start` on; behind the text there are none.
pub(super) fn fill(
    level: Level,
    bytes: &[u8],
    start: usize,
    kinds: &mut [Kinds],
    beginnings: &Beginnings,
) {
    dispatch!(level, simd => fill_with(simd, bytes, start, kinds, beginnings.tables(simd)));
}

#[inline(always)]
fn fill_with<S: Simd>(simd: S, bytes: &[u8], start: usize, kinds: &mut [Kinds], tables: Tables<S>) {
    for (index, kinds) in kinds.iter_mut().enumerate() {
        let rest = bytes.get(start + index * WINDOW..).unwrap_or_default();
        if let Some(window) = rest.first_chunk() {
            kinds.read(simd, window, &tables);
        } else {
            let mut window = [0; SEEN];
            let rest = &rest[..rest.len().min(SEEN)];
            window[..rest.len()].copy_from_slice(rest);
            kinds.read(simd, &window, &tables);
        }
    }
}

/// The marks of a window, a bit for each byte.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    /// Capitals and digits at the start of a word.
    pub(super) openings: u64,
    /// Strokes but for those that part the inner components of a symbol, a path or an address; line breaks that may
    /// begin a blank line; the first bytes of characters beyond ASCII.
    pub(super) others: u64,
    /// Where searched anchors may begin.
    pub(super) searched: u64,
    /// All ASCII letters and digits, so how far each word reaches.
    pub(super) letters: u64,
}

impl Kinds {
    /// The marks of the window. `inside` is 1 where a letter or digit stands right before it, else 0, and then the
    /// same for the next window.
    #[inline(always)]
    pub(super) fn marks(&self, inside: &mut u64) -> Marks {
        let joined = |[low, high]: [u32; 2]| u64::from(low) | u64::from(high) << 32;
        let letters = joined(self.letters);
        let before = letters << 1 | *inside;
        *inside = letters >> (WINDOW - 1);
        // Behind the last byte of the window anything may stand.
        let spaces = joined(self.spaces) >> 1 | 1 << (WINDOW - 1);
        // Added to the letters, what begins behind a stroke carries over to the byte behind its last.
        let strokes = joined(self.strokes);
        let inner = (letters & strokes << 1).wrapping_add(letters) & !letters;
        Marks {
            openings: joined(self.openings) & !before,
            others: strokes & !inner | joined(self.others) | joined(self.breaks) & spaces,
            searched: joined(self.searched),
            letters,
        }
    }

    #[inline(always)]
    fn read<S: Simd>(&mut self, simd: S, window: &[u8; SEEN], tables: &Tables<S>) {
        self.read_half(simd, 0, window, tables);
        self.read_half(simd, 1, window, tables);
    }

    #[inline(always)]
    fn read_half<S: Simd>(
        &mut self,
        simd: S,
        half: usize,
        window: &[u8; SEEN],
        tables: &Tables<S>,
    ) {
        let bytes = &window[half * WINDOW / 2..];
        self.searched[half] = tables.find(simd, bytes);
        let window = u8x32::from_slice(simd, &bytes[..WINDOW / 2]);
        let digit = (window - b'0').simd_lt(10);
        let capital = (window - b'A').simd_lt(26);
        let small = (window - b'a').simd_lt(26);
        let others = window.simd_eq(b'\\') | window.simd_ge(0xC2);
        let openings = digit | capital;
        self.letters[half] = (openings | small).to_bitmask() as u32;
        self.openings[half] = openings.to_bitmask() as u32;
        self.strokes[half] = window.simd_eq(b'/').to_bitmask() as u32;
        self.others[half] = others.to_bitmask() as u32;
        self.breaks[half] = window.simd_eq(b'\n').to_bitmask() as u32;
        self.spaces[half] = window.simd_le(b' ').to_bitmask() as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the vectors are to find, a byte at a time; `None` where both answers will do.
    fn is_marked(before: u8, byte: u8, behind: Option<u8>) -> Option<bool> {
        let opening = byte.is_ascii_uppercase() || byte.is_ascii_digit();
        match byte {
            b'\n' => behind.map(|behind| behind <= b' '),
            _ => Some(
                opening && !before.is_ascii_alphanumeric() || matches!(byte, b'/' | b'\\' | 0xC2..),
            ),
        }
    }

    #[test]
    fn what_is_marked_does_not_depend_on_the_window() {
        let text: Vec<u8> = (0..=255_u8).chain(0..=255).rev().chain(0..77).collect();
        let levels = [Level::new(), Level::baseline()];
        let none = Beginnings::new(Vec::new());
        for (level, at) in levels
            .into_iter()
            .flat_map(|level| (0..text.len()).map(move |at| (level, at)))
        {
            let mut kinds = [Kinds::default(); 3];
            fill(level, &text, at, &mut kinds, &none);
            let before = at.checked_sub(1).map(|before| text[before]);
            let mut inside = u64::from(before.is_some_and(|byte| byte.is_ascii_alphanumeric()));
            let marks = kinds.map(|kinds| {
                let marks = kinds.marks(&mut inside);
                marks.openings | marks.others
            });
            for (place, byte) in text[at..].iter().enumerate().take(3 * WINDOW) {
                let before = (at + place).checked_sub(1).map_or(0, |before| text[before]);
                let marked = marks[place / WINDOW] & (1 << (place % WINDOW)) != 0;
                let behind = text.get(at + place + 1).copied();
                let behind = behind.filter(|_| place % WINDOW != WINDOW - 1);
                let wanted = is_marked(before, *byte, behind);
                assert!(wanted.is_none_or(|wanted| marked == wanted), "{at} {place}");
            }
        }
        let mut kinds = [Kinds::default()];
        fill(Level::new(), b"A", WINDOW, &mut kinds, &none);
        let marks = kinds[0].marks(&mut 0);
        assert_eq!(marks.openings | marks.others, 0);
    }
}
