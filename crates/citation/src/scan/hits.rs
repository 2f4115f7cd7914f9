//! The places of a text that are worth a look, found in one pass without a copy.
//!
//! Prose is mostly small letters. What a reference begins with or contains is rare: a stroke, an anchor,
//! or a capital or digit at the start of a word that opens a known name. The pass marks such bytes 64
//! at a time and throws most of them away by one table look-up.

use std::ops::Range;

use super::anchors::{Anchors, is_opening};
use super::openings::{Openings, Opens};
use crate::normalise;

/// How many bytes are marked at a time: one bit each.
const WINDOW: usize = 64;

/// How far the search for anchors runs ahead of the marks, so that the second pass finds the text in the
/// cache; a multiple of `WINDOW`.
const STRETCH: usize = 16 * 1024;

/// How far an anchor may reach over the end of a stretch, in bytes.
const OVERHANG: usize = 64;

/// A place of a text, by byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// A `/`.
    Stroke(usize),
    /// A `\`.
    Backslash(usize),
    /// Something may begin here.
    Opening(usize, Opens),
    /// A character beyond ASCII that stands for a letter, digit, stroke or space.
    LookAlike,
    /// Blank lines, from the line break before the first to the start of the next line with words.
    Blank(usize, usize),
}

/// The hits of a text, in order.
pub(super) struct Hits<'t> {
    text: &'t str,
    openings: &'t Openings,
    anchors: &'static Anchors,
    /// Where the window begins that `marks` are of, one bit a byte.
    window: usize,
    marks: u64,
    /// The next anchor of the stretch.
    anchor: Option<Range<usize>>,
    stretch_end: usize,
    /// Where the blank lines end that were reported last.
    blank_end: usize,
}

impl<'t> Hits<'t> {
    pub(super) fn new(text: &'t str, openings: &'t Openings) -> Self {
        let mut hits = Self {
            text,
            openings,
            anchors: Anchors::all(),
            window: 0,
            marks: marks_at(text.as_bytes(), 0),
            anchor: None,
            stretch_end: STRETCH,
            blank_end: 0,
        };
        hits.search(0);
        hits
    }

    /// Finds the next anchor of the stretch from `from` on.
    fn search(&mut self, from: usize) {
        let reach = (self.stretch_end + OVERHANG).min(self.text.len());
        self.anchor = self
            .anchors
            .search(self.text.as_bytes(), from.min(reach)..reach)
            .filter(|found| found.start < self.stretch_end);
    }

    /// The next anchor, if it begins before `limit`.
    fn anchor_before(&mut self, limit: usize) -> Option<Hit> {
        let start = self.anchor.as_ref()?.start;
        if start >= limit {
            return None;
        }
        let end = self.anchor.as_ref()?.end;
        self.search(end);
        Some(Hit::Opening(start, Opens::ANCHOR))
    }

    /// Goes on to the next window; `false` at the end of the text.
    fn advance(&mut self) -> bool {
        self.window += WINDOW;
        if self.window >= self.text.len() {
            return false;
        }
        if self.window >= self.stretch_end {
            let from = self.stretch_end;
            self.stretch_end += STRETCH;
            self.search(from);
        }
        self.marks = marks_at(self.text.as_bytes(), self.window);
        true
    }

    /// What the marked byte at `at` is.
    fn judge(&mut self, at: usize) -> Option<Hit> {
        let bytes = self.text.as_bytes();
        match bytes[at] {
            first if is_opening(first) => {
                let opens = self.openings.at(bytes, at);
                (!opens.is_nothing()).then_some(Hit::Opening(at, opens))
            }
            b'/' => Some(Hit::Stroke(at)),
            b'\\' => Some(Hit::Backslash(at)),
            b'\n' => self.blank_lines(at),
            _ => {
                let character = self.text.get(at..)?.chars().next()?;
                // No anchor contains a dash.
                let stands_for = normalise::fold(character).filter(|byte| *byte != b'-');
                stands_for.map(|_| Hit::LookAlike)
            }
        }
    }

    /// The blank lines behind the line break at `at`.
    fn blank_lines(&mut self, at: usize) -> Option<Hit> {
        if at < self.blank_end {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut end = at + 1;
        let mut next = end;
        while let Some(byte) = bytes.get(next) {
            match byte {
                b' ' | b'\t' | b'\r' => next += 1,
                b'\n' => {
                    next += 1;
                    end = next;
                }
                _ => break,
            }
        }
        if end == at + 1 {
            return None;
        }
        self.blank_end = end;
        Some(Hit::Blank(at, end))
    }
}

impl Iterator for Hits<'_> {
    type Item = Hit;

    fn next(&mut self) -> Option<Hit> {
        loop {
            while self.marks != 0 {
                let at = self.window + self.marks.trailing_zeros() as usize;
                if let Some(hit) = self.anchor_before(at) {
                    return Some(hit);
                }
                self.marks &= self.marks - 1;
                if let Some(hit) = self.judge(at) {
                    return Some(hit);
                }
            }
            if let Some(hit) = self.anchor_before(self.window + WINDOW) {
                return Some(hit);
            }
            if !self.advance() {
                return None;
            }
        }
    }
}

/// The marks of the window at `at`; beyond the text nothing is marked.
fn marks_at(bytes: &[u8], at: usize) -> u64 {
    let whole = at
        .checked_sub(1)
        .and_then(|before| bytes.get(before..at + WINDOW))
        .and_then(|stretch| stretch.first_chunk::<{ WINDOW + 1 }>());
    if let Some(stretch) = whole {
        return marks(stretch);
    }
    let mut stretch = [0; WINDOW + 1];
    let from = at.saturating_sub(1);
    let rest = &bytes[from.min(bytes.len())..bytes.len().min(at + WINDOW)];
    stretch[usize::from(at == 0)..][..rest.len()].copy_from_slice(rest);
    marks(&stretch)
}

/// One bit for each byte but the first that is worth a look. Written without branches, so that the
/// compiler turns it into vector instructions.
fn marks(stretch: &[u8; WINDOW + 1]) -> u64 {
    let mut flags = [0_u8; WINDOW];
    for (index, flag) in flags.iter_mut().enumerate() {
        *flag = u8::from(is_marked(stretch[index], stretch[index + 1]));
    }
    let mut marks = 0;
    for (index, eight) in flags.as_chunks::<8>().0.iter().enumerate() {
        // Eight bytes of 0 or 1 become eight bits.
        let bits = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        marks |= bits << (8 * index);
    }
    marks
}

/// Whether `byte` behind `before` is worth a look: a capital or digit at the start of a word, a stroke, a
/// line break, the first byte of a character beyond ASCII.
#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "a lazy operator is a branch, and branches are not turned into vector instructions"
)]
const fn is_marked(before: u8, byte: u8) -> bool {
    let capital = byte.wrapping_sub(b'A') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    let inside = ((before | 0x20).wrapping_sub(b'a') < 26) | (before.wrapping_sub(b'0') < 10);
    let special = (byte == b'/') | (byte == b'\\') | (byte == b'\n') | (byte >= 0xC2);
    ((capital | digit) & !inside) | special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(text: &str) -> Vec<Hit> {
        let mut openings = Openings::default();
        Anchors::all().open(&mut openings);
        openings.add("ICRMW", Opens::NAME);
        Hits::new(text, &openings).collect()
    }

    #[test]
    fn strokes_anchors_names_and_blank_lines_are_seen_in_order() {
        assert_eq!(
            hits("A/1\\ of resolution ICRMW\n \n\nDecision"),
            [
                Hit::Stroke(1),
                Hit::Backslash(3),
                Hit::Opening(8, Opens::ANCHOR),
                Hit::Opening(19, Opens::NAME),
                Hit::Blank(24, 28),
                Hit::Opening(28, Opens::ANCHOR),
            ]
        );
        assert_eq!(hits("67\u{A0}– А"), [Hit::LookAlike, Hit::LookAlike]);
    }

    #[test]
    fn every_place_is_seen_wherever_the_windows_begin() {
        for lead in (0..200).chain(STRETCH - 20..STRETCH + 20) {
            let text = format!("{}/ resolution ICRMW", "a".repeat(lead));
            assert_eq!(
                hits(&text),
                [
                    Hit::Stroke(lead),
                    Hit::Opening(lead + 2, Opens::ANCHOR),
                    Hit::Opening(lead + 13, Opens::NAME),
                ],
                "{lead}"
            );
        }
    }

    #[test]
    fn what_is_marked_does_not_depend_on_the_window() {
        let text: Vec<u8> = (0..=255_u8).chain(0..=255).rev().chain(0..77).collect();
        for at in (0..text.len()).step_by(WINDOW) {
            for (bit, byte) in text[at..].iter().take(WINDOW).enumerate() {
                let before = (at + bit).checked_sub(1).map_or(0, |before| text[before]);
                let marked = marks_at(&text, at) & (1 << bit) != 0;
                assert_eq!(marked, is_marked(before, *byte), "{at} {bit}");
            }
        }
    }
}
