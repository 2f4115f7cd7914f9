//! The places of a text that are worth a look, found in one pass without a copy.
//!
//! Prose is mostly small letters. What a reference begins with or contains is rare: a stroke, an anchor,
//! or a capital or digit at the start of a word that opens a known name. The pass marks such bytes,
//! throws most of them away by one table look-up, and names what stands at the others.

mod judged;
mod sift;
#[cfg(test)]
mod tests;

use std::ops::Range;

use fearless_simd::{Level, dispatch};

use super::anchors::{Anchors, Reader};
use super::marks::{self, Kinds, WINDOW};
use crate::Lexicon;
use sift::Worth;

/// How many bytes are marked before their marks are looked at, so that each pass finds the text in the cache; a multiple
/// of `WINDOW`. A shorter text is marked at once, with as little to set up as it needs: many a block is read by itself.
const STRETCH: usize = 16 * 1024;

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
        searched_end: 0,
        blank_end: 0,
        name_end: 0,
    };
    match text.len().div_ceil(WINDOW) {
        0..=4 => pass.by::<4>(),
        5..=16 => pass.by::<16>(),
        17..=32 => pass.by::<32>(),
        33..=64 => pass.by::<64>(),
        _ => pass.by::<{ STRETCH / WINDOW }>(),
    }
}

/// The state of the pass.
struct Pass<'t, See> {
    text: &'t str,
    lexicon: &'t Lexicon,
    anchors: &'static Anchors,
    see: See,
    /// Where the last searched anchor ends.
    searched_end: usize,
    /// Where the last blank lines end.
    blank_end: usize,
    /// Where the last name ends.
    name_end: usize,
}

impl<See: FnMut(Hit)> Pass<'_, See> {
    /// Goes over the text, so many windows at a time.
    fn by<const WINDOWS: usize>(&mut self) {
        self.over(
            &mut [Kinds::default(); WINDOWS],
            &mut [Worth::default(); WINDOWS],
        );
    }

    /// Goes over the text, as many windows at a time as there are `kinds`.
    #[inline(never)]
    fn over(&mut self, kinds: &mut [Kinds], worth: &mut [Worth]) {
        let level = Level::new();
        let bytes = self.text.as_bytes();
        let mut inside = 0;
        for start in (0..bytes.len()).step_by(kinds.len() * WINDOW) {
            let windows = (bytes.len() - start).div_ceil(WINDOW).min(kinds.len());
            let kinds = &mut kinds[..windows];
            marks::fill(level, bytes, start, kinds, self.anchors.beginnings());
            dispatch!(level, _simd => self.sift(start, kinds, &mut inside, worth));
            for (index, worth) in worth[..windows].iter().enumerate() {
                self.window(start + index * WINDOW, *worth);
            }
        }
    }

    /// Looks at what is `worth` it in the window that begins at `window`.
    #[inline]
    fn window(&mut self, window: usize, worth: Worth) {
        let mut all = worth.anchors | worth.names | worth.searched | worth.others;
        while all != 0 {
            let mark = all & all.wrapping_neg();
            let at = window + all.trailing_zeros() as usize;
            all ^= mark;
            if worth.searched & mark != 0 {
                self.searched(at);
            }
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
    }

    /// Shows the anchors that begin with the byte at `at`, or behind it where it is a space, if they are searched for and
    /// no other one goes on there.
    #[inline(never)]
    fn searched(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        if at >= self.searched_end && self.anchors.beginnings().stand_at(bytes, at) {
            self.searched_end = self.show_anchors(at + usize::from(bytes[at] == b' '));
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
                Reader::Term if !stands_behind_number(self.text, range.start) => {}
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

    /// Shows the name that stands at `at`, if any does.
    #[inline(never)]
    fn name(&mut self, at: usize) {
        if at >= self.name_end
            && begins_word(self.text, at)
            && let Some((place, name)) = self.lexicon.longest_around(self.text, at, self.name_end)
        {
            let (place, name) = self
                .title_behind_year(at, place.end, name)
                .unwrap_or((place, name));
            self.name_end = place.end;
            (self.see)(Hit::Name(place, name));
        }
    }

    /// Where the whole title stands whose first words, with a year before them, are the short name at `at`: "the 2009
    /// Political Declaration and Plan of Action on International Cooperation".
    fn title_behind_year(
        &self,
        at: usize,
        end: usize,
        name: usize,
    ) -> Option<(Range<usize>, usize)> {
        let text = &self.text[at..];
        let words = text.trim_start_matches(|c: char| c.is_ascii_digit());
        if words.len() == text.len() {
            return None;
        }
        let title = at + text.len() - words.trim_start().len();
        let (title_end, whole) = self.lexicon.longest_at(self.text, title)?;
        let title_of = |name| &self.lexicon.name(name).title;
        (title_end > end && title_of(whole) == title_of(name)).then_some((title..title_end, whole))
    }
}

/// Whether a figure or the letter of a part and white space stand before `at`.
fn stands_behind_number(text: &str, at: usize) -> bool {
    /// Longer no wrapped line is indented.
    const INDENT: usize = 16;
    let bytes = &text.as_bytes()[at.saturating_sub(INDENT)..at];
    let number = bytes.trim_ascii_end();
    number.len() < bytes.len()
        && matches!(number, [.., b'0'..=b'9'] | [.., b' ' | b'\n', b'A'..=b'Z'])
}

/// Whether a name may begin at `at`, where a word does: beyond ASCII, a letter before it ties it to its word.
fn begins_word(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| text.as_bytes()[before]);
    before.is_none_or(|byte| byte.is_ascii()) || !ends_in_letter(&text[..at])
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}
