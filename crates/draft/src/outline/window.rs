//! A stretch of a draft that the outline pass reads, and a record of how far it looked.
//!
//! The pass reads contiguous text, while a draft is a rope: an edit copies a window around itself.
//! Where the window ends before the answer is certain it is *starved*, and a larger one is tried.

use std::ops::Range;

use memchr::{memchr, memchr2};

use super::LONG;

/// A line, in byte offsets of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    /// End without the line break.
    pub(crate) end: usize,
    /// Start of the next line.
    pub(crate) next: usize,
    /// Whether this is only the first [`LONG`] bytes of the line; then `end` equals `next`.
    pub(crate) long: bool,
}

/// A window onto a draft.
pub(crate) struct Window<'a> {
    text: &'a str,
    base: usize,
    last: bool,
    furthest: usize,
    starved: bool,
    /// Whether it has a form feed.
    feeds: bool,
    /// The line that was asked for last: what ends a block begins the next one.
    read: Option<Line>,
}

impl<'a> Window<'a> {
    /// A window that begins at offset `base`; `last` says whether it ends where the draft ends.
    pub(crate) fn new(text: &'a str, base: usize, last: bool) -> Self {
        Self {
            text,
            base,
            last,
            furthest: base,
            starved: false,
            feeds: memchr(b'\x0c', text.as_bytes()).is_some(),
            read: None,
        }
    }

    /// Whether an answer depended on text beyond the window.
    pub(crate) fn starved(&self) -> bool {
        self.starved
    }

    /// The furthest byte offset that was looked at.
    pub(crate) fn furthest(&self) -> usize {
        self.furthest
    }

    /// Records that the text up to `offset` matters.
    pub(crate) fn look_to(&mut self, offset: usize) {
        self.furthest = self.furthest.max(offset);
        if self.furthest >= self.base + self.text.len() && !self.last {
            self.starved = true;
        }
    }

    /// Whether there is a form feed in the window: few texts have any.
    pub(crate) fn has_form_feed(&self) -> bool {
        self.feeds
    }

    /// The text of a range inside the window.
    pub(crate) fn text(&self, range: Range<usize>) -> &'a str {
        let inside = |offset: usize| offset.saturating_sub(self.base).min(self.text.len());
        self.text
            .get(inside(range.start)..inside(range.end))
            .unwrap_or("")
    }

    /// The text of a line.
    pub(crate) fn of(&self, line: &Line) -> &'a str {
        self.text(line.start..line.end)
    }

    /// The text of a line without the white space around it, which is mostly ASCII.
    pub(crate) fn words(&self, line: &Line) -> &'a str {
        let text = self.of(line).trim_ascii();
        match text.as_bytes() {
            [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
            _ => text.trim(),
        }
    }

    /// Whether a line holds nothing but white space.
    pub(crate) fn is_blank(&self, line: &Line) -> bool {
        !line.long
            && self
                .of(line)
                .bytes()
                .all(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
    }

    /// The line that begins at `offset`, or `None` at the end of the text.
    pub(crate) fn line(&mut self, offset: usize) -> Option<Line> {
        if let Some(line) = self.read.as_ref().filter(|line| line.start == offset) {
            return Some(line.clone());
        }
        self.read = self.read_line(offset);
        self.read.clone()
    }

    fn read_line(&mut self, offset: usize) -> Option<Line> {
        let rest = self.text(offset..self.base + self.text.len());
        if rest.is_empty() {
            self.look_to(offset);
            return None;
        }
        let limit = rest.len().min(LONG + 1);
        let Some(break_at) = memchr2(b'\n', b'\r', &rest.as_bytes()[..limit]) else {
            let long = rest.len() > LONG;
            let end = offset
                + if long {
                    rest.floor_char_boundary(LONG)
                } else {
                    rest.len()
                };
            self.look_to(offset + limit);
            return Some(Line {
                start: offset,
                end,
                next: end,
                long,
            });
        };
        let crlf = rest.as_bytes()[break_at..].starts_with(b"\r\n");
        let next = offset + break_at + if crlf { 2 } else { 1 };
        // After a lone carriage return the next byte decided that it is alone.
        self.look_to(next + usize::from(!crlf));
        Some(Line {
            start: offset,
            end: offset + break_at,
            next,
            long: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<&str> {
        let mut window = Window::new(text, 0, true);
        let mut found = Vec::new();
        let mut offset = 0;
        while let Some(line) = window.line(offset) {
            found.push(window.of(&line));
            offset = line.next;
        }
        found
    }

    #[test]
    fn a_line_ends_where_the_protocol_says() {
        assert_eq!(lines("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(lines("a\u{2028}b\u{85}c"), ["a\u{2028}b\u{85}c"]);
        assert_eq!(lines("a\n\n"), ["a", ""]);
    }

    #[test]
    fn a_long_line_comes_in_pieces() {
        let text = "é".repeat(LONG);
        let found = lines(&text);
        assert_eq!(found.len(), 2);
        assert_eq!(found.concat(), text);
    }

    #[test]
    fn a_window_that_ends_inside_a_line_is_starved() {
        let mut window = Window::new("resolution", 10, false);
        assert!(window.line(10).is_some());
        assert!(window.starved());
    }
}
