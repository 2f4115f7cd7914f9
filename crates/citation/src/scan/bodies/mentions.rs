//! The bodies that a stretch of text names, one after the other, and the last of them.

use std::ops::Range;

use super::name::{self, How, Mention, Names};
use super::printed::Printed;
use crate::words;

/// A mention, and where its name begins.
pub(super) type Placed = (usize, Mention);

/// The last body that counts of those named in `range`, and the one named right before it, each with where its name
/// begins.
///
/// No name goes on over a word that no name has, so what stands behind the last such word before a capital is read first.
pub(super) fn last_named(
    text: &str,
    range: Range<usize>,
    counts: impl Fn(&Mention) -> bool,
) -> (Option<Placed>, Option<Placed>) {
    let mut end = range.end;
    while let Some(capital) = words::last_capital(text.as_bytes(), range.start..end) {
        let foreign = foreign_word(text, range.start..capital);
        let start = foreign.as_ref().map_or(range.start, |word| word.end);
        let (mut before_last, mut last) = (None, None);
        let mut mentions = Mentions::new(text, start..end);
        if end < range.end {
            // Behind the end stands a word that no name has.
            mentions.names = Names::within(end);
        }
        for (start, mention) in mentions {
            if counts(&mention) {
                before_last = last.replace((start, mention));
            }
        }
        if last.is_some() {
            return (before_last, last);
        }
        end = foreign.map_or(range.start, |word| word.start);
    }
    (None, None)
}

/// The last word in `range` that stands in no name of a body, in small letters between spaces.
fn foreign_word(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes().get(..range.end)?;
    let mut end = range.end;
    while end > range.start {
        end -= 1;
        if bytes[end] != b' ' {
            continue;
        }
        let word = bytes[range.start..end].iter().rev();
        let start = end - word.take_while(|byte| byte.is_ascii_lowercase()).count();
        let apart = start > range.start && bytes[start - 1] == b' ';
        if apart && end - start > 2 && !name::may_have(text, start) {
            return Some(start..end);
        }
        // What was read of the word holds no space.
        end = start;
    }
    None
}

/// The bodies that a stretch of text names, in order, with where each name begins.
pub(super) struct Mentions<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    names: Names,
}

impl<'t> Mentions<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        Self {
            text,
            at: range.start,
            end: range.end,
            names: Names::before(range.end),
        }
    }
}

impl Iterator for Mentions<'_> {
    type Item = Placed;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(start) = words::next_capital(self.text.as_bytes(), self.at..self.end) {
            self.at = start + 1;
            if let Some(Printed { body, end }) = Printed::at(self.text, start) {
                self.at = end;
                let Some(key) = body else { continue };
                let how = How::Listed;
                return Some((start, Mention { key, how, end }));
            }
            if let Some(mention) = self.names.at(self.text, start)
                && mention.end <= self.end
            {
                self.at = mention.end;
                return Some(glued(self.text, start, &mention).unwrap_or((start, mention)));
            }
        }
        None
    }
}

/// The whole name of the table of which `part`, at `start`, is the end, where the figure of a footnote is glued to its first
/// word: "2Economic and Social Council".
fn glued(text: &str, start: usize, part: &Mention) -> Option<Placed> {
    /// The first words of no name are longer, in bytes.
    const REACH: usize = 24;
    let bytes = text.as_bytes();
    let from = start.saturating_sub(REACH);
    let figure = bytes[from..start]
        .windows(2)
        .rposition(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_uppercase())?;
    let name = from + figure + 1;
    let figures = words::digits_before(bytes, name);
    let before = bytes[..name - figures].last();
    let is_note = figures < 3 && before.is_none_or(u8::is_ascii_whitespace);
    let whole = is_note.then(|| name::at(text, name))??;
    (whole.how == How::Listed && whole.end == part.end).then_some((name, whole))
}
