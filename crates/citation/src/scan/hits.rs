//! The places of a text that are worth a look, found in one pass without a copy.
//!
//! Prose is mostly small letters. What a reference begins with or contains is rare: a stroke, an anchor,
//! or a capital or digit at the start of a word that opens a known name. The pass marks such bytes,
//! throws most of them away by one table look-up, and names what stands at the others.

#![allow(
    clippy::inline_always,
    reason = "the pass is built for this machine, and what is not inlined for the oldest"
)]

use std::ops::Range;

use fearless_simd::{Level, dispatch};

use super::anchors::{Anchors, Reader};
use super::marks::{self, Kinds, WINDOW};
use super::{cursor, numbers, symbols};
use crate::{Lexicon, languages, nearest, normalise, words};

/// How many bytes are marked and searched for anchors before their marks are looked at, so that each pass finds
/// the text in the cache; a multiple of `WINDOW`.
const STRETCH: usize = 16 * 1024;

/// How far an anchor may reach over the end of a stretch, in bytes.
const OVERHANG: usize = 64;

/// A place of a text, by byte offset.
#[derive(Debug)]
pub(super) enum Hit {
    /// Capitals alone before a stroke, or a first component in small letters: where a symbol may begin.
    Component(usize),
    /// Where a symbol may begin that is written wrongly, however its strokes lean.
    Stretch(usize),
    /// Digits alone before a stroke, as a number of a session and a resolution begins.
    Session(Range<usize>),
    /// An anchor, and who reads around it.
    Anchor(Range<usize>, Reader),
    /// A name of the lexicon, and its index there.
    Name(Range<usize>, usize),
    /// A character beyond ASCII that stands for a letter, digit, stroke or space.
    LookAlike,
    /// A letter with which another language than English may speak.
    OtherLanguage,
    /// Blank lines, from the line break before the first to the start of the next line with words.
    Blank(usize, usize),
}

/// Shows every hit of `text` to `see`, in order.
pub(super) fn each(text: &str, lexicon: &Lexicon, see: impl FnMut(Hit)) {
    let anchors = Anchors::all();
    let mut pass = Pass {
        text,
        lexicon,
        anchors,
        see,
        anchor: usize::MAX,
        stretch_end: 0,
        blank_end: 0,
        name_end: 0,
    };
    let level = Level::new();
    let mut kinds = [Kinds::default(); STRETCH / WINDOW];
    let mut worth = [Worth::default(); STRETCH / WINDOW];
    let mut inside = 0;
    for start in (0..text.len()).step_by(STRETCH) {
        let windows = (text.len() - start).div_ceil(WINDOW).min(kinds.len());
        marks::fill(level, text.as_bytes(), start, &mut kinds[..windows]);
        pass.stretch_end = start + STRETCH;
        // The space that an anchor begins with may be the last byte of the stretch before.
        pass.search(start - usize::from(text.as_bytes()[..start].ends_with(b" ")));
        dispatch!(level, _simd => pass.sift(start, &kinds[..windows], &mut inside, &mut worth));
        for (index, worth) in worth[..windows].iter().enumerate() {
            pass.window(start + index * WINDOW, *worth);
        }
    }
}

/// The marks of a window that are worth a look, a bit each.
#[derive(Clone, Copy, Default)]
struct Worth {
    /// Where anchors may have their pivot.
    anchors: u64,
    /// Where words begin that may open a name.
    names: u64,
    /// Where something else stands than the beginning of a word.
    others: u64,
}

/// The state of the pass.
struct Pass<'t, See> {
    text: &'t str,
    lexicon: &'t Lexicon,
    anchors: &'static Anchors,
    see: See,
    /// Where the next searched anchor of the stretch may begin; beyond every text if there is none.
    anchor: usize,
    stretch_end: usize,
    /// Where the last blank lines end.
    blank_end: usize,
    /// Where the last name ends.
    name_end: usize,
}

impl<See: FnMut(Hit)> Pass<'_, See> {
    /// Leaves of the marks in `kinds`, the windows from `start` on, those that are `worth` a look.
    ///
    /// Nothing else is done here: the loop runs over every capital and digit of a text, with the instructions that this
    /// machine has for single bits.
    #[inline(always)]
    fn sift(&self, start: usize, kinds: &[Kinds], inside: &mut u64, worth: &mut [Worth]) {
        let bytes = self.text.as_bytes();
        let first_words = self.lexicon.first_words();
        let mut window = start;
        for (kinds, worth) in kinds.iter().zip(worth) {
            let marks = kinds.marks(inside);
            let (mut anchors, mut names) = (0, 0);
            let mut rest = marks.openings;
            while rest != 0 {
                let place = rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let at = window + place;
                let eight = words::eight_at(bytes, at);
                anchors |= u64::from(self.anchors.may_stand(bytes, at, eight)) << place;
                let mut letters = (!(marks.letters >> place)).trailing_zeros() as usize;
                if place + letters == WINDOW {
                    letters += words::letters_or_digits(bytes, window + WINDOW);
                }
                names |= u64::from(first_words.may_open(bytes, at, letters, eight)) << place;
            }
            *worth = Worth {
                anchors,
                names,
                others: marks.others,
            };
            window += WINDOW;
        }
    }

    /// Looks at what is `worth` it in the window that begins at `window`.
    #[inline]
    fn window(&mut self, window: usize, worth: Worth) {
        let mut all = worth.anchors | worth.names | worth.others;
        while all != 0 {
            let mark = all & all.wrapping_neg();
            let at = window + all.trailing_zeros() as usize;
            all ^= mark;
            self.anchors_before(at);
            if worth.others & mark != 0 {
                self.judge(at);
                continue;
            }
            if worth.anchors & mark != 0 {
                self.show_anchors(at);
            }
            if worth.names & mark != 0 {
                self.name(at);
            }
        }
        self.anchors_before(window + WINDOW);
    }

    /// Finds the next searched anchor of the stretch from `from` on.
    #[inline(never)]
    fn search(&mut self, from: usize) {
        let reach = (self.stretch_end + OVERHANG).min(self.text.len());
        self.anchor = self
            .anchors
            .search(self.text.as_bytes(), from.min(reach)..reach)
            .filter(|found| *found < self.stretch_end)
            .unwrap_or(usize::MAX);
    }

    /// Shows the searched anchors that begin before `limit`.
    #[inline]
    fn anchors_before(&mut self, limit: usize) {
        while self.anchor < limit {
            let end = self.show_anchors(self.anchor);
            self.search(end);
        }
    }

    /// Shows the anchors that stand at `at`; the offset behind the longest of them, or behind the first byte where
    /// there is none.
    #[inline(never)]
    fn show_anchors(&mut self, at: usize) -> usize {
        let mut end = at + 1;
        let mut names = false;
        self.anchors.readers_at(self.text, at, |reader, range| {
            end = end.max(range.end);
            match reader {
                Reader::Name => names = true,
                _ => (self.see)(Hit::Anchor(range, reader)),
            }
        });
        if names {
            self.small_name(at);
        }
        end
    }

    /// Shows the name in small letters that stands at `at`, or begins with the word before: "political declaration on".
    fn small_name(&mut self, at: usize) {
        let before = &self.text[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            return;
        }
        let kind = ["political ", "ministerial "];
        let kind = kind.iter().find(|kind| before.ends_with(**kind));
        if let Some(kind) = kind {
            self.name(at - kind.len());
        }
        self.name(at);
    }

    /// Looks at the byte at `at`, which is marked and opens no word.
    #[inline(never)]
    fn judge(&mut self, at: usize) {
        match self.text.as_bytes()[at] {
            b'/' => self.stroke(at),
            b'\\' => self.stretch(at),
            b'\n' => self.line_break(at),
            _ => self.beyond_ascii(at),
        }
    }

    /// Shows the name that stands at `at`, if any does.
    #[inline(never)]
    fn name(&mut self, at: usize) {
        if at >= self.name_end
            && begins_word(self.text, at)
            && let Some((end, name)) = self.lexicon.longest_at(self.text, at)
        {
            self.name_end = end;
            (self.see)(Hit::Name(at..end, name));
        }
    }

    fn stretch(&mut self, at: usize) {
        if let Some(start) = nearest::begins(self.text, at) {
            (self.see)(Hit::Stretch(start));
        }
    }

    fn stroke(&mut self, at: usize) {
        if is_inner(self.text.as_bytes(), at) {
            return;
        }
        if let Some(start) = symbols::written_component(self.text, at) {
            if nearest::may_be_numbered(self.text, start) {
                (self.see)(Hit::Stretch(start));
            }
            (self.see)(Hit::Component(start));
            return;
        }
        self.stretch(at);
        let before = at.checked_sub(1).map(|before| self.text.as_bytes()[before]);
        let (letter, digit) = (
            before.is_some_and(|byte| byte.is_ascii_alphabetic()),
            before.is_some_and(|byte| byte.is_ascii_digit()),
        );
        if letter && let Some(start) = symbols::first_component(self.text, at) {
            (self.see)(Hit::Component(start));
        } else if digit && let Some(start) = numbers::session_before(self.text, at) {
            (self.see)(Hit::Session(start..at));
        }
    }

    fn beyond_ascii(&mut self, at: usize) {
        if languages::may_speak_at(self.text.as_bytes(), at) {
            (self.see)(Hit::OtherLanguage);
        }
        let mut rest = self.text.get(at..).unwrap_or_default().chars();
        let stands_for = rest.next().and_then(normalise::fold);
        // No anchor contains a dash; only a symbol right behind one asks what it is.
        let counts =
            |byte| byte != b'-' || rest.next().is_some_and(|next| next.is_ascii_uppercase());
        if stands_for.is_some_and(counts) {
            (self.see)(Hit::LookAlike);
        }
    }

    /// Shows the blank lines that the line break at `at` may begin.
    fn line_break(&mut self, at: usize) {
        if at < self.blank_end {
            return;
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
        if end > at + 1 {
            self.blank_end = end;
            (self.see)(Hit::Blank(at, end));
        }
    }
}

/// Whether the letters and digits before the stroke at `at` go on what stands before them, as the inner components
/// of a symbol, a path or an address do: nothing begins there.
fn is_inner(bytes: &[u8], at: usize) -> bool {
    /// Longer than all that may stand before a first stroke.
    const LONGEST: usize = 20;
    let run = words::letters_before(bytes, at);
    let start = at - run;
    // A mistyped first component may have a full stop or a hyphen in it.
    let inside = bytes[..start].ends_with(b".") || bytes[..start].ends_with(b"-");
    (1..LONGEST).contains(&run) && !inside && cursor::goes_on_before(bytes, start)
}

/// Whether a name may begin at `at`, where a word does: beyond ASCII, a letter before it ties it to its word.
fn begins_word(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text.as_bytes()[before]);
    before.is_none_or(|byte| byte.is_ascii()) || !ends_in_letter(&text[..at])
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Name;

    fn lexicon() -> Lexicon {
        Lexicon::new(vec![Name {
            written: "ICRMW".into(),
            title: "ICRMW".into(),
            acronym: true,
        }])
    }

    fn hits(text: &str) -> Vec<String> {
        let mut hits = Vec::new();
        each(text, &lexicon(), |hit| {
            hits.push(match hit {
                Hit::Name(range, _) => format!("name {range:?}"),
                Hit::Anchor(range, _) => format!("anchor {range:?}"),
                other => format!("{other:?}"),
            });
        });
        hits
    }

    #[test]
    fn strokes_anchors_names_and_blank_lines_are_seen_in_order() {
        assert_eq!(
            hits("A\\1\\ / 67/1 1/2 and/or of resolution ICRMW\n \n\nDecision"),
            [
                "Stretch(0)",
                "Session(7..9)",
                "anchor 26..36",
                "name 37..42",
                "Blank(42, 46)",
                "anchor 46..54",
            ]
        );
        assert_eq!(
            hits("67\u{A0}– А"),
            ["LookAlike", "OtherLanguage", "LookAlike"]
        );
    }

    #[test]
    fn every_place_is_seen_wherever_the_windows_begin() {
        for lead in (0..200).chain(STRETCH - 20..STRETCH + 20) {
            let spaces = " ".repeat(lead);
            let short = lead + 4..lead + 9;
            assert_eq!(
                hits(&format!("{spaces}unga res. 1/1"))[..1],
                [format!("anchor {short:?}")],
                "{lead}"
            );
            let text = format!("{spaces}A/ resolution ICRMW 1");
            let (anchor, name) = (lead + 3, lead + 14);
            assert_eq!(
                hits(&text),
                [
                    format!("Stretch({lead})"),
                    format!("Component({lead})"),
                    format!("anchor {anchor}..{}", anchor + 10),
                    format!("name {name}..{}", name + 5),
                ],
                "{lead}"
            );
        }
    }
}
