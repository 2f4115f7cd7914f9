//! The words around a reference inside its block.
//!
//! What stands right before a token tells how it is cited: "resolution", "draft resolution", "Eightieth
//! Session, Supplement No. 53". Nothing here looks beyond the block.

use std::borrow::Cow;
use std::ops::Range;

use draft::{Block, Draft};

/// How far the words before a token are read, in bytes.
const REACH: usize = 240;

/// A block up to so many bytes is taken whole; of a longer one as many around the place, so that a line of millions of
/// references is not copied for each.
const WHOLE: usize = 4000;

/// The block around a place, and its text there.
pub(crate) struct Surroundings<'d> {
    pub(crate) block: Block<'d>,
    text: Cow<'d, str>,
    /// Where the text begins in the draft.
    start: usize,
    /// The place that they are around.
    offset: usize,
}

impl<'d> Surroundings<'d> {
    /// The block that holds byte `offset` of the draft.
    pub(crate) fn of(draft: &'d Draft, offset: usize) -> Option<Self> {
        let block = draft.block_at(offset)?;
        let span = block.span.clone();
        if span.len() <= WHOLE {
            let text = draft.text_of(&block);
            let start = span.start;
            return Some(Self {
                block,
                text,
                start,
                offset,
            });
        }
        let mut text = draft.slice(span.start.max(offset.saturating_sub(WHOLE / 2))..offset);
        let start = offset - text.len();
        text.push_str(&draft.slice(offset..span.end.min(offset + WHOLE / 2)));
        let text = Cow::Owned(text);
        Some(Self {
            block,
            text,
            start,
            offset,
        })
    }

    /// Whether byte `offset` of the draft has these surroundings. Where one block begins at the end of another, the
    /// place belongs to the one before.
    pub(crate) fn is_around(&self, offset: usize) -> bool {
        let span = &self.block.span;
        let is_whole = self.text.len() == span.len();
        offset == self.offset || is_whole && span.start < offset && offset <= span.end
    }

    /// The text before byte `offset` of the draft, as far as it is read.
    pub(crate) fn before(&self, offset: usize) -> &str {
        let end = offset.saturating_sub(self.start);
        let mut start = end.saturating_sub(REACH);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.text.get(start..end).unwrap_or("")
    }

    /// What stands in a byte range of the draft, as far as it is read.
    pub(super) fn words(&self, range: &Range<usize>) -> &str {
        let start = self.start;
        let within = range.start.saturating_sub(start)..range.end.saturating_sub(start);
        self.text.get(within).unwrap_or("")
    }

    /// At most `reach` bytes of the text behind byte `offset` of the draft.
    pub(super) fn behind(&self, offset: usize, reach: usize) -> &str {
        let start = offset.saturating_sub(self.start).min(self.text.len());
        let mut end = (start + reach).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.text.get(start..end).unwrap_or("")
    }

    /// Whether byte `offset` of the draft stands in quotation marks, so that the words are not the author's.
    pub(super) fn is_quoted(&self, offset: usize) -> bool {
        let offset = offset.saturating_sub(self.block.span.start);
        self.block
            .marks
            .quotations
            .iter()
            .any(|quotation| quotation.contains(&offset))
    }
}

/// The last word of `text` and what stands before it; markup and spaces around it are left out.
pub(super) fn last_word(text: &str) -> (&str, &str) {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '['));
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic() || *c == '-')
        .last()
        .map_or(text.len(), |(at, _)| at);
    (&text[..start], &text[start..])
}

#[cfg(test)]
mod tests {
    use super::last_word;

    #[test]
    fn the_last_word_is_told_from_what_stands_before_it() {
        assert_eq!(
            last_word("the draft resolution "),
            ("the draft ", "resolution")
        );
        assert_eq!(last_word("its **resolution** "), ("its **", "resolution"));
        assert_eq!(last_word("No. 53 ("), ("No. 53 (", ""));
        assert_eq!(last_word(""), ("", ""));
    }
}
