//! A copy of a block's text, of the same length, in which nothing but the author's words is left.
//!
//! Markup that words stand beside becomes spaces, so that "resolution **67/172**" stays one phrase;
//! code, addresses and link targets become [`HIDDEN`], across which nothing is read.

use std::borrow::Cow;
use std::ops::Range;

use super::{FootnoteMark, Ignore, Link, addresses, ignores};
use crate::{BlockKind, Dialect};

/// Stands for a byte of something that is not the author's words.
pub(crate) const HIDDEN: u8 = 0x1a;

/// Longest link target and tag, in bytes.
const LONGEST: usize = 2_000;

/// What masking finds.
pub(crate) struct Masked<'a> {
    /// The text; offsets are those of the block.
    pub(crate) text: Cow<'a, str>,
    pub(crate) links: Vec<Link>,
    pub(crate) footnotes: Vec<FootnoteMark>,
    pub(crate) label: Option<FootnoteMark>,
    pub(crate) ignores: Vec<Ignore>,
}

/// Masks the text of a block.
pub(crate) fn mask(text: &str, kind: BlockKind, dialect: Dialect) -> Masked<'_> {
    let mut mask = Mask {
        text,
        bytes: None,
        links: Vec::new(),
        footnotes: Vec::new(),
        label: None,
    };
    let ignores = ignores::find(text);
    for ignore in &ignores {
        mask.blank(ignore.span.clone());
    }
    if dialect == Dialect::Markdown {
        mask.line_starts(kind);
        mask.inline();
    } else if kind == BlockKind::FootnoteDefinition {
        mask.printed_label();
    }
    mask.addresses();
    mask.links.sort_by_key(|link| link.span.start);
    let masked = match mask.bytes {
        // Whole characters are replaced by ASCII, so the bytes stay text.
        Some(bytes) => String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned),
        None => Cow::Borrowed(text),
    };
    Masked {
        text: masked,
        links: mask.links,
        footnotes: mask.footnotes,
        label: mask.label,
        ignores,
    }
}

struct Mask<'a> {
    text: &'a str,
    bytes: Option<Vec<u8>>,
    links: Vec<Link>,
    footnotes: Vec<FootnoteMark>,
    label: Option<FootnoteMark>,
}

impl Mask<'_> {
    fn fill(&mut self, range: Range<usize>, with: u8) {
        let bytes = self
            .bytes
            .get_or_insert_with(|| self.text.as_bytes().to_vec());
        for byte in &mut bytes[range] {
            // Lines keep their ends: a line is a unit for several marks.
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = with;
            }
        }
    }

    fn blank(&mut self, range: Range<usize>) {
        self.fill(range, b' ');
    }

    fn hide(&mut self, range: Range<usize>) {
        self.fill(range, HIDDEN);
    }

    fn hidden(&self, index: usize) -> bool {
        self.bytes
            .as_ref()
            .is_some_and(|bytes| bytes[index] != self.text.as_bytes()[index])
    }

    /// Marks at the beginnings of lines: `#`, `>`, bullets; code inside a quotation.
    fn line_starts(&mut self, kind: BlockKind) {
        let mut fence: Option<u8> = None;
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let end = start + line.len();
            let mut at = start;
            let mark = |byte: u8| match kind {
                BlockKind::Heading(_) => byte == b'#',
                BlockKind::Quotation => byte == b'>',
                _ => false,
            };
            for byte in line.bytes() {
                if mark(byte) {
                    self.blank(at..at + 1);
                } else if byte != b' ' && byte != b'\t' {
                    break;
                }
                at += 1;
            }
            let rest = &self.text[at..end];
            let fences = ["```", "~~~"].iter().any(|mark| rest.starts_with(mark));
            if kind == BlockKind::Quotation && (fences || fence.is_some()) {
                self.hide(at..end);
                fence = match fence {
                    None => rest.bytes().next(),
                    Some(open) if fences && rest.as_bytes()[0] == open => None,
                    open => open,
                };
            }
            if kind == BlockKind::ListItem && start == 0 && rest.starts_with(['-', '*', '+']) {
                self.blank(at..at + 1);
            }
            start = end;
        }
    }

    fn inline(&mut self) {
        let bytes = self.text.as_bytes();
        let mut unclosed = [false; 32];
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(skip) = bytes[at..].iter().position(|byte| is_markup(*byte)) {
            let index = at + skip;
            at = index + 1;
            if self.hidden(index) {
                continue;
            }
            match bytes[index] {
                b'\\' => {
                    if bytes.get(at).is_some_and(u8::is_ascii_punctuation) {
                        self.blank(index..at);
                        at += 1;
                    }
                }
                b'`' => at = self.code_span(index, &mut unclosed),
                b'<' => at = self.angle(index),
                b'[' => match self.footnote_mark(index) {
                    Some(end) => at = end,
                    None => open.push(index),
                },
                b']' => {
                    if let Some(start) = open.pop() {
                        at = self.bracket(start, index);
                    }
                }
                b'&' => self.entity(index),
                b'_' => self.underscore(index),
                _ => self.blank(index..at),
            }
        }
    }

    /// `` `code` ``; returns where to go on.
    fn code_span(&mut self, index: usize, unclosed: &mut [bool; 32]) -> usize {
        let bytes = self.text.as_bytes();
        let run = |from: usize| bytes[from..].iter().take_while(|b| **b == b'`').count();
        let length = run(index);
        let mut at = index + length;
        // A run that has no partner behind here has none behind any later place.
        if unclosed.get(length).copied().unwrap_or(true) {
            return at;
        }
        while let Some(skip) = memchr::memchr(b'`', &bytes[at..]) {
            let other = run(at + skip);
            at += skip + other;
            if other == length {
                self.hide(index..at);
                return at;
            }
        }
        unclosed[length] = true;
        index + length
    }

    /// A comment, an address in angle brackets, or a tag.
    fn angle(&mut self, index: usize) -> usize {
        let rest = &self.text[index..];
        if rest.starts_with("<!--") {
            let end = rest
                .find("-->")
                .map_or(self.text.len(), |end| index + end + 3);
            self.blank(index..end);
            return end;
        }
        let limit = rest.len().min(LONGEST);
        let Some(length) = memchr::memchr2(b'>', b'\n', &rest.as_bytes()[..limit]) else {
            return index + 1;
        };
        let end = index + length + 1;
        if !rest[length..].starts_with('>') {
            return index + 1;
        }
        let inner = &rest[1..length];
        let spaced = inner.contains([' ', '<']);
        if !spaced && (inner.contains("://") || inner.starts_with("mailto:") || inner.contains('@'))
        {
            self.links.push(Link {
                span: index + 1..end - 1,
                target_span: index + 1..end - 1,
                target: inner.into(),
            });
            self.hide(index..end);
            return end;
        }
        let name = inner.strip_prefix('/').unwrap_or(inner);
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.contains('<') {
            self.blank(index..end);
            return end;
        }
        index + 1
    }

    /// `[^label]`; a label at the beginning of a footnote's text is its own.
    fn footnote_mark(&mut self, index: usize) -> Option<usize> {
        let rest = self.text[index..].strip_prefix("[^")?;
        let limit = rest.len().min(100);
        let length = memchr::memchr(b']', &rest.as_bytes()[..limit])?;
        let label = &rest[..length];
        if label.is_empty() || label.contains([' ', '[', '^', '\n', '\t']) {
            return None;
        }
        let end = index + 2 + length + 1;
        let mark = FootnoteMark {
            label: label.into(),
            span: index..end,
        };
        let first = self.text[..index].trim().is_empty();
        if first && self.text[end..].starts_with(':') {
            self.label = Some(mark);
            self.blank(index..end + 1);
        } else {
            self.footnotes.push(mark);
            self.blank(index..end);
        }
        Some(end)
    }

    /// What follows a `]`: a target, a label, or nothing.
    fn bracket(&mut self, start: usize, close: usize) -> usize {
        let after = close + 1;
        let rest = &self.text[after..];
        let image = start > 0 && self.text.as_bytes()[start - 1] == b'!';
        let opening = if image { start - 1 } else { start };
        if rest.starts_with('(')
            && let Some((target, end)) = inline_target(self.text, after)
        {
            self.push_link(start + 1..close, target);
            self.blank(opening..start + 1);
            self.blank(close..end);
            return end;
        }
        let line = start == 0 || self.text.as_bytes()[start - 1] == b'\n';
        if line && rest.starts_with(':') {
            let length = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            let end = after + length;
            let words = self.text[after + 1..end].trim_start();
            let from = end - words.len();
            let target = words.split_whitespace().next().unwrap_or("").len();
            self.push_link(start + 1..close, from..from + target);
            self.hide(start..end);
            return end;
        }
        if rest.starts_with('[')
            && let Some(length) = rest.as_bytes().iter().take(200).position(|b| *b == b']')
        {
            self.blank(opening..start + 1);
            self.blank(close..after + length + 1);
            return after + length + 1;
        }
        after
    }

    fn push_link(&mut self, span: Range<usize>, target_span: Range<usize>) {
        let target = &self.text[target_span.clone()];
        self.links.push(Link {
            span,
            target: target.into(),
            target_span,
        });
    }

    /// Spaces that are written as entities.
    fn entity(&mut self, index: usize) {
        let rest = &self.text[index..];
        let spaces = ["&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;"];
        if let Some(space) = spaces.iter().find(|space| rest.starts_with(**space)) {
            self.blank(index..index + space.len());
        }
    }

    /// An underscore is markup at the edge of a word only.
    fn underscore(&mut self, index: usize) {
        let bytes = self.text.as_bytes();
        let word = |byte: Option<&u8>| {
            byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
        };
        let before = index.checked_sub(1).and_then(|index| bytes.get(index));
        if !word(before) || !word(bytes.get(index + 1)) {
            self.blank(index..index + 1);
        }
    }

    /// The number before the text of a footnote in plain text.
    fn printed_label(&mut self) {
        let start = self.text.len() - self.text.trim_start().len();
        let digits = self.text[start..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let end = start + digits;
        let apart = self.text[end..].starts_with(char::is_whitespace) || end == self.text.len();
        if (1..=3).contains(&digits) && apart {
            self.label = Some(FootnoteMark {
                label: self.text[start..end].into(),
                span: start..end,
            });
            self.blank(start..end);
        }
    }

    fn addresses(&mut self) {
        let found = match &self.bytes {
            Some(bytes) => addresses::find(bytes),
            None => addresses::find(self.text.as_bytes()),
        };
        for span in found {
            self.links.push(Link {
                target: self.text[span.clone()].into(),
                target_span: span.clone(),
                span: span.clone(),
            });
            self.hide(span);
        }
    }
}

/// Bytes that can begin markup.
const MARKUP: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"\\`<[]&_*~";
    let mut index = 0;
    while index < bytes.len() {
        table[bytes[index] as usize] = true;
        index += 1;
    }
    table
};

fn is_markup(byte: u8) -> bool {
    MARKUP[usize::from(byte)]
}

/// The target in `(target "title")` at `open`, and the end of the parenthesis.
fn inline_target(text: &str, open: usize) -> Option<(Range<usize>, usize)> {
    let bytes = &text.as_bytes()[..text.len().min(open + LONGEST)];
    let mut at = open + 1;
    while matches!(bytes.get(at), Some(b' ' | b'\n')) {
        at += 1;
    }
    let start = at;
    let mut depth = 0_usize;
    let target = if bytes.get(at) == Some(&b'<') {
        let length = memchr::memchr(b'>', &bytes[at..])?;
        at += length + 1;
        start + 1..at - 1
    } else {
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b' ' | b'\n' | b'\r' | b'\t' => break,
                _ => {}
            }
            at += 1;
        }
        start..at
    };
    let close = at + memchr::memchr(b')', bytes.get(at..)?)?;
    let title = text.get(at..close)?.trim();
    let quoted = title.is_empty() || title.starts_with(['"', '\'', '(']);
    quoted.then_some((target, close + 1))
}
