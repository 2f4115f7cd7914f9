//! The words before the cursor, and whether anything may be offered there at all.

use std::ops::Range;

use draft::{BlockKind, Dialect, Draft};

use crate::under;

/// Bytes read before the cursor; lines can be enormous.
const MOST_BEFORE: usize = 400;

/// The part of the cursor's line before the cursor.
pub(super) struct Typed {
    /// Its words.
    pub(super) text: String,
    /// Where the cursor stands in the draft.
    pub(super) offset: usize,
}

impl Typed {
    /// What stands before `offset`; `None` in code, front matter, comments, link targets and addresses.
    pub(super) fn before(draft: &Draft, offset: usize) -> Option<Self> {
        if is_closed(draft, offset) {
            return None;
        }
        let rope = draft.rope();
        let line = rope.line_to_byte(rope.byte_to_line(offset));
        let start = under::floor(draft, line.max(offset.saturating_sub(MOST_BEFORE)));
        let text = draft.slice(start..offset);
        let in_code = draft.dialect() == Dialect::Markdown && text.matches('`').count() % 2 == 1;
        (!in_code && !ends_in_address(&text)).then_some(Self { text, offset })
    }

    /// The draft's range of the last `length` bytes typed.
    pub(super) fn last(&self, length: usize) -> Range<usize> {
        self.offset.saturating_sub(length)..self.offset
    }

    /// The longest ending made of characters that `belongs` admits.
    pub(super) fn ending(&self, belongs: impl Fn(char) -> bool) -> &str {
        let rest = self.text.trim_end_matches(&belongs);
        &self.text[rest.len()..]
    }
}

fn is_closed(draft: &Draft, offset: usize) -> bool {
    let Some(block) = under::block(draft, offset) else {
        return false;
    };
    let kind = matches!(
        block.kind,
        BlockKind::Code | BlockKind::FrontMatter | BlockKind::Html
    );
    let mut links = block.marks.links.iter();
    kind || links.any(|link| {
        let target = under::shifted(&block, &link.target_span);
        target.start < offset && offset <= target.end
    })
}

fn ends_in_address(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or("");
    word.contains("://") || word.contains("www.") || word.contains('@') || word.contains("](")
}
