//! Where the numbered paragraphs of a draft begin: numbers further in count the items of a list.

use draft::{Draft, Opening};

/// The margin of the numbered paragraphs.
#[derive(Clone, Copy, Default)]
pub(super) struct Margin {
    /// Spaces before the outermost number.
    start: usize,
    /// The column behind its stop.
    end: usize,
}

impl Margin {
    /// Of `draft`, which may have all of its paragraphs indented, as documents are printed.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut outermost: Option<Self> = None;
        for block in draft.blocks() {
            if let Some(Opening::Paragraph { indent, span, .. }) = &block.marks.opening
                && outermost.is_none_or(|outermost| *indent < outermost.start)
            {
                outermost = Some(Self {
                    start: *indent,
                    end: span.end,
                });
            }
        }
        outermost.unwrap_or_default()
    }

    /// Whether what a block opens with is the number of a paragraph at this margin, be the numbers flush left or right.
    pub(super) fn has(self, opening: &Opening) -> bool {
        matches!(opening, Opening::Paragraph { indent, span, .. }
            if *indent == self.start || span.end == self.end)
    }
}
