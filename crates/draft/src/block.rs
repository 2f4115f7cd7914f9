//! A block: a stretch of whole lines with one kind.
//!
//! A single line that is very long is several blocks, cut at ends of sentences. A block remembers
//! where the outline pass stood when it began and how far it looked, so that an edit knows where to
//! begin again and when to stop.

use std::ops::Range;
use std::sync::Arc;

use crate::Marks;
use crate::outline::State;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// YAML or TOML between fences at the top.
    FrontMatter,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quotation,
    /// A table.
    Table,
    /// Fenced or indented code.
    Code,
    /// An HTML block or comment.
    Html,
    /// A footnote's text.
    FootnoteDefinition,
    /// Running heads, page numbers, bar codes and letterheads inside a text copied out of a PDF.
    Furniture,
    /// A list of other documents' titles around the draft, which is read for references only.
    ForeignTitles,
}

impl BlockKind {
    /// Whether the author's own words stand in it: what is counted as words and checked as prose.
    pub const fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Heading(_)
                | Self::Paragraph
                | Self::ListItem
                | Self::Quotation
                | Self::Table
                | Self::FootnoteDefinition
        )
    }
}

/// A block of a draft, in its place.
#[derive(Clone, Debug)]
pub struct Block<'d> {
    /// What it is.
    pub kind: BlockKind,
    /// Byte range in the draft, without the line break that ends it.
    pub span: Range<usize>,
    /// What stands in it; ranges count from the block's start. As long as these are the same marks (the same
    /// pointer), the block has the same text and kind.
    pub marks: &'d Arc<Marks>,
    /// Where the outline pass began to look for it: the end of what precedes it.
    pub(crate) from: usize,
    /// How far the outline pass had looked when it had found it.
    pub(crate) reach: usize,
    /// The state of the outline pass at `from`.
    pub(crate) entry: State,
}

impl PartialEq for Block<'_> {
    /// Two blocks are equal when a reader of the draft cannot tell them apart.
    fn eq(&self, other: &Self) -> bool {
        (self.kind, &self.span, self.entry) == (other.kind, &other.span, other.entry)
            && self.marks == other.marks
    }
}
