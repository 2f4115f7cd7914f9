//! A block: a stretch of whole lines with one kind.

use std::ops::Range;
use std::sync::Arc;

use crate::Marks;

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

/// A block of a draft.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Byte range in the draft.
    pub span: Range<usize>,
    /// What stands in it; ranges count from the block's start.
    pub marks: Arc<Marks>,
}
