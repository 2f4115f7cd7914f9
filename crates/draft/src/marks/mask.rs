//! A copy of a block's text, of the same length, in which nothing but the author's words is left.
//!
//! Markup that words stand beside becomes spaces, so that "resolution **67/172**" stays one phrase;
//! code, addresses and definitions of links become [`HIDDEN`], across which nothing is read.

use std::borrow::Cow;
use std::ops::Range;

use super::{FootnoteMark, Ignore, Link, Sign, Signs, addresses, ignores, markup, tags, targets};
use crate::{BlockKind, Dialect};

/// Stands for a byte of something that is not the author's words.
pub(crate) const HIDDEN: u8 = 0x1a;

/// What masking finds.
pub(crate) struct Masked<'a> {
    /// The text; offsets are those of the block.
    pub(crate) text: Cow<'a, str>,
    pub(crate) links: Vec<Link>,
    pub(crate) footnotes: Vec<FootnoteMark>,
    pub(crate) label: Option<FootnoteMark>,
    pub(crate) ignores: Vec<Ignore>,
    /// What is nobody's words, in order; no two of them touch.
    pub(crate) foreign: Vec<Range<usize>>,
}

/// Masks the text of a block, which has these `signs`.
pub(crate) fn mask(text: &str, kind: BlockKind, dialect: Dialect, signs: Signs) -> Masked<'_> {
    let mut mask = Mask {
        text,
        bytes: None,
        links: Vec::new(),
        footnotes: Vec::new(),
        label: None,
        foreign: Vec::new(),
    };
    let ignores = if signs.have(Sign::Comment) {
        ignores::find(text)
    } else {
        Vec::new()
    };
    for ignore in &ignores {
        mask.pass_over(ignore.span.clone());
    }
    if dialect == Dialect::Markdown {
        mask.line_starts(kind);
        mask.inline();
    } else {
        match kind {
            BlockKind::FootnoteDefinition => mask.printed_label(),
            BlockKind::Quotation => mask.line_starts(kind),
            _ => {}
        }
    }
    if addresses::may_have(text, signs) {
        mask.addresses();
    }
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
        foreign: merged(mask.foreign),
    }
}

/// The ranges in order, those that touch as one.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|later, earlier| {
        let touches = later.start <= earlier.end;
        if touches {
            earlier.end = earlier.end.max(later.end);
        }
        touches
    });
    ranges
}

struct Mask<'a> {
    text: &'a str,
    bytes: Option<Vec<u8>>,
    links: Vec<Link>,
    footnotes: Vec<FootnoteMark>,
    label: Option<FootnoteMark>,
    foreign: Vec<Range<usize>>,
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
        self.foreign.push(range.clone());
        self.fill(range, HIDDEN);
    }

    /// Takes out what is nobody's words and what those around it go on across.
    fn pass_over(&mut self, range: Range<usize>) {
        self.foreign.push(range.clone());
        self.blank(range);
    }

    fn hidden(&self, index: usize) -> bool {
        self.bytes
            .as_ref()
            .is_some_and(|bytes| bytes[index] != self.text.as_bytes()[index])
    }

    /// Marks at the beginnings of lines: `#`, `>`, bullets; code inside a quotation.
    fn line_starts(&mut self, kind: BlockKind) {
        let has_marks = matches!(
            kind,
            BlockKind::Heading(_) | BlockKind::Quotation | BlockKind::ListItem
        );
        if !has_marks {
            return;
        }
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
        while let Some(index) = markup::next(bytes, at) {
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
            self.pass_over(index..end);
            return end;
        }
        if let Some(inner) = tags::address(rest) {
            let target = index + 1..index + 1 + inner.len();
            let end = target.end + 1;
            self.links.push(Link {
                span: target.clone(),
                target_span: target,
                target: inner.into(),
            });
            self.hide(index..end);
            return end;
        }
        if let Some(length) = tags::code(rest) {
            self.hide(index..index + length);
            return index + length;
        }
        if let Some(length) = tags::tag(rest) {
            self.pass_over(index..index + length);
            return index + length;
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
            && let Some((target, end)) = targets::inline(self.text, after)
        {
            self.push_link(start + 1..close, target);
            self.blank(opening..start + 1);
            self.pass_over(close..end);
            return end;
        }
        let line = start == 0 || self.text.as_bytes()[start - 1] == b'\n';
        if line && rest.starts_with(':') {
            let (target, end) = targets::definition(self.text, after + 1);
            self.push_link(start + 1..close, target);
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
