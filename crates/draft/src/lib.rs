//! A draft as structure: rope, blocks, marks, outline.
//!
//! A line-based outline pass cuts the text into blocks; what stands in a block is found per block and
//! kept as long as the block's text stays the same, so an edit costs the block it touches. Snapshots
//! are clones and cost nothing per byte.
//!
//! ```
//! use std::sync::Arc;
//! use draft::{BlockKind, Dialect, Draft};
//!
//! let mut draft = Draft::new("# Mandate\n\nThe report", Dialect::Markdown, Arc::default());
//! draft.edit(21..21, " is submitted.");
//! let blocks: Vec<_> = draft.blocks().iter().collect();
//! assert_eq!(blocks[0].kind, BlockKind::Heading(1));
//! assert_eq!(draft.slice(blocks[1].span.clone()), "The report is submitted.");
//! ```

// The text, and what it is cut into.
mod block;
mod blocks;
mod cutting;
mod dialect;
mod outline;
mod sequence;
mod shares;
mod text;

// The head of a draft.
mod dateline;
mod foreign;
mod front_matter;
mod head;
mod masthead;
mod title;

// What stands in a block.
mod emphasis;
mod heading;
mod marks;
mod numerals;
mod short_forms;

// Text copied out of a PDF.
mod extracted;

pub use block::{Block, BlockKind};
pub use blocks::Blocks;
pub use citation::places;
pub use dialect::{Dialect, MARKDOWN_ENDINGS};
pub use emphasis::without_emphasis;
pub use extracted::{Extraction, InlineNote};
pub use front_matter::{Entry, FrontMatter};
pub use head::REACH as HEAD_REACH;
pub use heading::OutlineHeading;
pub use layout::{Form, VERBS, begins_in, begins_operative, begins_with};
pub use marks::{
    Acronym, CrossReference, Definition, Direction, FootnoteMark, Ignore, Link, MOST_LETTERS,
    Marked, Marks, Opening, Reach, Thing, is_nothing_but_comments, number_of, things_named,
};
pub use masthead::Masthead;
pub use numerals::ordinal_session;
pub use sequence::{Chunk, Item, Sequence};
pub use shares::{WORTH_SHARING, in_shares};
pub use short_forms::ShortForm;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use citation::{Date, Language, Lexicon};
use ropey::Rope;

use head::Head;
use text::Text;

/// Stands for a byte of what is nobody's words: no letter, no figure, no punctuation, no space.
pub const FOREIGN: char = marks::HIDDEN as char;

/// A draft: its text and its structure. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Draft {
    text: Text,
    dialect: Dialect,
    head: Arc<Head>,
    blocks: Blocks,
    lexicon: Arc<Lexicon>,
    /// The language that it is said to be in by others than itself.
    told: Option<Language>,
}

impl Draft {
    /// A draft over `text`.
    pub fn new(text: &str, dialect: Dialect, lexicon: Arc<Lexicon>) -> Self {
        Self::as_far_as(Text::new(text), dialect, lexicon, &|| false)
    }

    /// The same; `None` where `stop` said so, which is asked before each block. Once it has said so it has to go on
    /// saying so.
    pub fn new_unless(
        text: &str,
        dialect: Dialect,
        lexicon: Arc<Lexicon>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let draft = Self::as_far_as(Text::new(text), dialect, lexicon, stop);
        (!stop()).then_some(draft)
    }

    /// The same of a text that is kept as a rope, which is shared, so that the first edit does not have to make one.
    pub fn of_rope_unless(
        rope: &Rope,
        dialect: Dialect,
        lexicon: Arc<Lexicon>,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let draft = Self::as_far_as(Text::of_rope(rope), dialect, lexicon, stop);
        (!stop()).then_some(draft)
    }

    /// A draft whose blocks end where `stop` said so.
    fn as_far_as(
        text: Text,
        dialect: Dialect,
        lexicon: Arc<Lexicon>,
        stop: &dyn Fn() -> bool,
    ) -> Self {
        let words = text.part(0..text.length());
        let head = Head::read(cutting::head_text(&words), dialect);
        let blocks = cutting::whole(&words, &head, dialect, &lexicon, stop);
        drop(words);
        Self {
            text,
            dialect,
            head: Arc::new(head),
            blocks,
            lexicon,
            told: None,
        }
    }

    /// The same draft, said to be in `language` where it does not say so itself.
    #[must_use]
    pub fn in_language(self, language: Option<Language>) -> Self {
        Self {
            told: language,
            ..self
        }
    }

    /// Replaces the bytes `range` by `text`. A range outside the text or inside a character is moved to the
    /// nearest valid place before it.
    pub fn edit(&mut self, range: Range<usize>, text: &str) {
        self.edit_as_far_as(range, text, &|| false);
    }

    /// The draft after [`Draft::edit`]; `None` where `stop` said so, as for [`Draft::new_unless`].
    #[must_use]
    pub fn edited_unless(
        &self,
        range: Range<usize>,
        text: &str,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let mut draft = self.clone();
        draft.edit_as_far_as(range, text, stop);
        (!stop()).then_some(draft)
    }

    fn edit_as_far_as(&mut self, range: Range<usize>, text: &str, stop: &dyn Fn() -> bool) {
        let start = self.text.boundary_before(range.start);
        let end = self.text.boundary_before(range.end).max(start);
        if start == end && text.is_empty() {
            return;
        }
        self.text.edit(start..end, text);
        let change = cutting::Change {
            removed: start..end,
            inserted: text.len(),
        };
        self.cut_again(&change, stop);
    }

    fn cut_again(&mut self, change: &cutting::Change, stop: &dyn Fn() -> bool) {
        let old_head = Arc::clone(&self.head);
        if change.removed.start < head::REACH {
            let end = self.text.boundary_before(head::REACH);
            let text = self.text.part(0..end);
            self.head = Arc::new(Head::read(&text, self.dialect));
        }
        let after = cutting::After {
            rope: self.text.rope(),
            head: &self.head,
            dialect: self.dialect,
            lexicon: &self.lexicon,
            stop,
        };
        cutting::again(&mut self.blocks, &after, &old_head, change);
    }

    /// The text as a rope. Whoever asks first, of a draft that was never edited, waits for it.
    pub fn rope(&self) -> &Rope {
        self.text.rope()
    }

    /// The length of the text in bytes. Asks for no rope.
    pub fn length(&self) -> usize {
        self.text.length()
    }

    /// The whole text in one piece; borrowed as long as the draft was not edited.
    pub fn whole(&self) -> Cow<'_, str> {
        self.text.part(0..self.length())
    }

    /// The text of a byte range as one string; the range is clamped as [`Draft::edit`] does.
    pub fn slice(&self, range: Range<usize>) -> String {
        let start = self.text.boundary_before(range.start);
        let end = self.text.boundary_before(range.end).max(start);
        self.text.part(start..end).into_owned()
    }

    /// The text format.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The lexicon that citations were found with.
    pub fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// The blocks, in order; blank lines between them belong to none.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// The text of a block, to which its marks count; borrowed where it is kept in one piece.
    pub fn text_of(&self, block: &Block<'_>) -> Cow<'_, str> {
        self.text.part(block.span.clone())
    }

    /// The text of a block with [`FOREIGN`] in place of each byte that is nobody's words: code, addresses, targets
    /// of links, comments, tags. Offsets are those of the text, and lines end where they did.
    pub fn words_of(&self, block: &Block<'_>) -> Cow<'_, str> {
        let text = self.text_of(block);
        if block.marks.foreign.is_empty() {
            return text;
        }
        let mut bytes = text.into_owned().into_bytes();
        for range in &block.marks.foreign {
            for byte in bytes.get_mut(range.clone()).into_iter().flatten() {
                if !matches!(*byte, b'\n' | b'\r') {
                    *byte = FOREIGN as u8;
                }
            }
        }
        // Whole characters are replaced by ASCII, so the bytes stay text.
        Cow::Owned(String::from_utf8(bytes).unwrap_or_default())
    }

    /// The block that holds the byte `offset`, its end included.
    pub fn block_at(&self, offset: usize) -> Option<Block<'_>> {
        self.blocks.get(self.blocks.holding(offset)?)
    }

    /// What the front matter says; empty where there is none.
    pub fn front_matter(&self) -> &FrontMatter {
        &self.head.front_matter
    }

    /// What the masthead says; empty where there is none.
    pub fn masthead(&self) -> &Masthead {
        &self.head.masthead
    }

    /// Whether `other` has the same front matter, masthead and dateline.
    pub fn has_head_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.head, &other.head)
            || self.front_matter() == other.front_matter()
                && self.masthead() == other.masthead()
                && self.head.dateline == other.head.dateline
    }

    /// The day as of which the draft is judged, where it says so: front matter before masthead before dateline.
    pub fn date(&self) -> Option<Date> {
        self.declared_date().or(self.head.dateline)
    }

    /// The day that front matter or masthead give the draft. A dateline is only likely to be the draft's: it may be
    /// that of an event told below it.
    pub fn declared_date(&self) -> Option<Date> {
        let front = self.front_matter().date();
        front.or_else(|| self.masthead().as_of())
    }

    /// The code of the language that the draft is said to be in, `fr`, which may be none of the six: by its front
    /// matter, else by [`Draft::in_language`].
    pub fn stated_language(&self) -> Option<&str> {
        let own = self.front_matter().language();
        own.or_else(|| self.told.map(Language::code))
    }

    /// The language of the draft: what is stated, else that of most of its text; `None` where one is stated that
    /// is none of the six.
    pub fn language(&self) -> Option<Language> {
        match self.stated_language() {
            Some(stated) => Language::of_code(stated),
            None => self.blocks.language(),
        }
    }

    /// Where a list of other documents' titles stands before the draft.
    pub fn foreign_titles(&self) -> Option<Range<usize>> {
        self.head.foreign.clone()
    }

    /// What shows that the text was copied out of a PDF; `None` where it does not look so. Looks at the first
    /// 512 kB of what stands behind front matter and other documents' titles, and at nothing where too few
    /// apostrophes can be lost.
    pub fn extraction(&self) -> Option<Extraction> {
        const REACH: usize = 512 * 1024;
        if !Extraction::is_possible(self.blocks.possibly_lost()) {
            return None;
        }
        let end = self.text.boundary_before(REACH);
        Extraction::read(&self.text.part(0..end), self.own_start())
            .filter(|found| found.in_long_lines || self.dialect() == Dialect::Plain)
    }

    /// How many running heads, page numbers and other lines of its pages stand between the lines of a text
    /// without markup; `None` where they are too few to show that it was copied out of a PDF.
    pub fn page_lines(&self) -> Option<usize> {
        extracted::wrapped::page_lines(self)
    }

    /// The text without front matter and other documents' titles, as Markdown, with everything mended that
    /// copying out of a PDF certainly broke; `None` where it does not look copied.
    pub fn cleaned(&self) -> Option<String> {
        let (text, start) = (self.whole(), self.own_start());
        let extraction = self.extraction();
        if extraction.as_ref().is_none_or(|found| !found.in_long_lines) {
            if extraction.is_none() {
                self.page_lines()?;
            }
            return Some(extracted::wrapped::cleaned(self, &text, start));
        }
        let furniture: Vec<Range<usize>> = self
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Furniture && block.span.start >= start)
            .map(|block| block.span)
            .collect();
        Some(Extraction::read(&text, start)?.cleaned(&text, start, &furniture))
    }

    /// Where the draft itself begins.
    fn own_start(&self) -> usize {
        let front = self.head.front.as_ref().map_or(0, |front| front.end);
        self.foreign_titles().map_or(front, |titles| titles.end)
    }

    /// What the draft is called: in its front matter, in its masthead, above the author of a report, or in its first
    /// heading.
    pub fn title(&self) -> Option<String> {
        title::of(self)
    }

    /// The headings, in order.
    pub fn outline(&self) -> Vec<OutlineHeading> {
        self.blocks
            .headings()
            .filter_map(|block| heading::of_block(&block, &self.text_of(&block)))
            .collect()
    }

    /// Words of the draft's own prose, footnotes included: no front matter, code, running heads or
    /// other documents' titles.
    pub fn words(&self) -> usize {
        self.blocks.words()
    }
}
