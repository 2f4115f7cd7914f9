//! The blocks of a draft, kept so that an edit moves nothing behind it: a block knows how far it stands from
//! the block before, and its place in the draft is added up when somebody asks.

use std::ops::Range;
use std::sync::Arc;

use citation::Language;

use crate::outline::State;
use crate::sequence::{Chunk, Item, Sequence};
use crate::short_forms::ShortForms;
use crate::{Block, BlockKind, Marks, ShortForm};

/// The blocks of a draft, in order. Cloning is cheap.
#[derive(Clone, Debug, Default)]
pub struct Blocks {
    kept: Sequence<Kept>,
    short_forms: ShortForms,
}

/// A block without its place.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    kind: BlockKind,
    /// Bytes between the end of the block before and its start.
    gap: usize,
    length: usize,
    /// How far before its start the outline pass began to look for it.
    back: usize,
    /// How far the outline pass looked from there.
    reach: usize,
    entry: State,
    /// Whether it introduces short forms: asked of every block of a draft, without a look at their marks.
    defines: bool,
    /// Whether it has links; the same.
    links: bool,
    marks: Arc<Marks>,
}

/// What is known of a chunk of blocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Summary {
    length: usize,
    words: usize,
    possibly_lost: usize,
    has_headings: bool,
    has_ignores: bool,
    has_definitions: bool,
    with_links: usize,
    /// Bytes of prose by language, in the order of [`Language::ALL`].
    prose: [usize; Language::ALL.len()],
}

impl Item for Kept {
    type Summary = Summary;

    fn summary(items: &[Self]) -> Summary {
        let mut summary = Summary {
            length: 0,
            words: 0,
            possibly_lost: 0,
            has_headings: false,
            has_ignores: false,
            has_definitions: false,
            with_links: 0,
            prose: [0; Language::ALL.len()],
        };
        for kept in items {
            summary.length += kept.gap + kept.length;
            summary.words += kept.marks.words;
            summary.possibly_lost += kept.marks.possibly_lost;
            summary.has_headings |= matches!(kept.kind, BlockKind::Heading(_));
            summary.has_ignores |= !kept.marks.ignores.is_empty();
            summary.has_definitions |= kept.defines;
            summary.with_links += usize::from(kept.links);
            if kept.marks.words > 0 {
                let language = Language::ALL
                    .iter()
                    .position(|one| *one == kept.marks.language);
                if let Some(language) = language {
                    summary.prose[language] += kept.length;
                }
            }
        }
        summary
    }

    fn length(summary: &Summary) -> usize {
        summary.length
    }
}

/// A block as the outline pass finds it, by its place in the draft.
pub(crate) struct Cut {
    pub(crate) kind: BlockKind,
    pub(crate) span: Range<usize>,
    pub(crate) from: usize,
    pub(crate) reach: usize,
    pub(crate) entry: State,
    pub(crate) marks: Arc<Marks>,
}

impl Cut {
    fn kept(self, end_before: usize) -> Kept {
        Kept {
            kind: self.kind,
            gap: self.span.start - end_before,
            length: self.span.len(),
            back: self.span.start - self.from,
            reach: self.reach - self.from,
            entry: self.entry,
            defines: !self.marks.definitions.is_empty(),
            links: !self.marks.links.is_empty(),
            marks: self.marks,
        }
    }
}

impl Kept {
    /// The block, behind one that ends at `end_before`.
    fn placed(&self, end_before: usize) -> Block<'_> {
        let start = end_before + self.gap;
        Block {
            kind: self.kind,
            span: start..start + self.length,
            marks: &self.marks,
            from: start - self.back,
            reach: start - self.back + self.reach,
            entry: self.entry,
        }
    }
}

impl Blocks {
    pub(crate) fn new(cuts: impl IntoIterator<Item = Cut>) -> Self {
        let mut end = 0;
        let kept = cuts.into_iter().map(|cut| {
            let next = cut.span.end;
            cut.kept(std::mem::replace(&mut end, next))
        });
        Self {
            kept: kept.collect(),
            short_forms: ShortForms::default(),
        }
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Every block, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Block<'_>> {
        self.kept.chunks().iter().flat_map(placed)
    }

    /// The block `index`.
    pub fn get(&self, index: usize) -> Option<Block<'_>> {
        let chunk = self.kept.chunks().get(self.kept.chunk_of(index))?;
        let within = index - chunk.index;
        let kept = chunk.items.get(within)?;
        let before: usize = chunk.items[..within]
            .iter()
            .map(|kept| kept.gap + kept.length)
            .sum();
        Some(kept.placed(chunk.start + before))
    }

    /// The blocks of a range of indexes, in order.
    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = Block<'_>> {
        let first = self
            .kept
            .chunk_of(range.start)
            .min(self.kept.chunks().len());
        let chunks = &self.kept.chunks()[first..];
        let skipped = chunks.first().map_or(0, |chunk| range.start - chunk.index);
        chunks
            .iter()
            .flat_map(placed)
            .skip(skipped)
            .take(range.len())
    }

    /// The index of the first block for which `is_before` is false; it has to be true for every block up to
    /// there and false from there on.
    pub fn partition_point(&self, is_before: impl Fn(&Block<'_>) -> bool) -> usize {
        let chunks = self.kept.chunks();
        let leads = |chunk: &Chunk<Kept>| {
            let first = chunk.items.first();
            first.is_none_or(|kept| is_before(&kept.placed(chunk.start)))
        };
        let behind = chunks.partition_point(leads);
        let Some(chunk) = behind.checked_sub(1).map(|last| &chunks[last]) else {
            return 0;
        };
        let within = placed(chunk).take_while(|block| is_before(block)).count();
        chunk.index + within
    }

    /// The index of the block that holds the byte `offset`, its end included.
    pub fn holding(&self, offset: usize) -> Option<usize> {
        let index = self.partition_point(|block| block.span.end < offset);
        let block = self.get(index)?;
        (block.span.start <= offset).then_some(index)
    }

    /// The blocks that differ in text or kind from those of an earlier state: a range there and a range here,
    /// in whose place it came. Costs the blocks around the edits between the two.
    pub fn difference(&self, before: &Self) -> (Range<usize>, Range<usize>) {
        self.kept
            .difference(&before.kept, |a, b| Arc::ptr_eq(&a.marks, &b.marks))
    }

    /// The blocks with comments that accept findings, in order, each with its index.
    pub fn with_ignores(&self) -> impl Iterator<Item = (usize, Block<'_>)> {
        let chunks = self.kept.chunks().iter();
        chunks
            .filter(|chunk| chunk.summary.has_ignores)
            .flat_map(|chunk| (chunk.index..).zip(placed(chunk)))
            .filter(|(_, block)| !block.marks.ignores.is_empty())
    }

    /// The blocks that introduce acronyms and short forms, in order.
    pub fn with_definitions(&self) -> impl Iterator<Item = Block<'_>> {
        let chunks = self.kept.chunks().iter();
        chunks
            .filter(|chunk| chunk.summary.has_definitions)
            .flat_map(|chunk| chunk.items.iter().zip(placed(chunk)))
            .filter(|(kept, _)| kept.defines)
            .map(|(_, block)| block)
    }

    /// The blocks with links, in order.
    pub fn with_links(&self) -> impl Iterator<Item = Block<'_>> {
        let chunks = self.kept.chunks().iter();
        chunks
            .filter(|chunk| chunk.summary.with_links > 0)
            .flat_map(|chunk| chunk.items.iter().zip(placed(chunk)))
            .filter(|(kept, _)| kept.links)
            .map(|(_, block)| block)
    }

    /// The acronyms and short forms introduced that begin with `prefix`, each once, in the order of their letters.
    /// Costs what is found; and the blocks that introduce any, for whoever asks first after one has come, gone or
    /// changed.
    pub fn short_forms(&self, prefix: &str) -> &[ShortForm] {
        let all = self.with_definitions().map(|block| &**block.marks);
        self.short_forms.beginning(prefix, all)
    }

    /// Words of the draft's own prose.
    pub(crate) fn words(&self) -> usize {
        let chunks = self.kept.chunks().iter();
        chunks.map(|chunk| chunk.summary.words).sum()
    }

    /// At most how many apostrophes the text has lost, all kinds of blocks counted.
    pub(crate) fn possibly_lost(&self) -> usize {
        let chunks = self.kept.chunks().iter();
        chunks.map(|chunk| chunk.summary.possibly_lost).sum()
    }

    /// The language of most of the prose; of languages with as much text the first, which is English.
    pub(crate) fn language(&self) -> Option<Language> {
        let length = |language: usize| -> usize {
            let chunks = self.kept.chunks().iter();
            chunks.map(|chunk| chunk.summary.prose[language]).sum()
        };
        let most = (0..Language::ALL.len())
            .rev()
            .max_by_key(|one| length(*one));
        most.map(|most| Language::ALL[most])
    }

    /// The headings, in order.
    pub(crate) fn headings(&self) -> impl Iterator<Item = Block<'_>> {
        let chunks = self.kept.chunks().iter();
        chunks
            .filter(|chunk| chunk.summary.has_headings)
            .flat_map(placed)
            .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
    }

    /// Puts `cuts` in place of the blocks of `range`; those behind now stand `shift` from where they stood.
    pub(crate) fn splice(
        &mut self,
        range: Range<usize>,
        cuts: Vec<Cut>,
        shift: impl Fn(usize) -> usize,
    ) {
        let before = range.start.checked_sub(1).and_then(|last| self.get(last));
        let mut end = before.map_or(0, |block| block.span.end);
        let mut kept: Vec<Kept> = Vec::with_capacity(cuts.len() + 1);
        for cut in cuts {
            let next = cut.span.end;
            kept.push(cut.kept(std::mem::replace(&mut end, next)));
        }
        let mut to = range.end;
        if let Some(behind) = self.get(to) {
            let gap = shift(behind.span.start) - end;
            if let Some(behind) = self.kept.get(to) {
                kept.push(Kept {
                    gap,
                    ..behind.clone()
                });
            }
            to += 1;
        }
        let gone = self.kept.range(range.start..to);
        self.short_forms = self.short_forms.behind_edit(
            gone.map(|kept| &*kept.marks),
            kept.iter().map(|kept| &*kept.marks),
        );
        self.kept.splice(range.start..to, kept);
    }
}

/// The blocks of a chunk.
fn placed(chunk: &Chunk<Kept>) -> Placed<'_> {
    Placed {
        items: &chunk.items,
        start: chunk.start,
        end: chunk.start + chunk.summary.length,
    }
}

/// The rest of a chunk, between two byte offsets of the draft.
struct Placed<'d> {
    items: &'d [Kept],
    start: usize,
    end: usize,
}

impl<'d> Iterator for Placed<'d> {
    type Item = Block<'d>;

    fn next(&mut self) -> Option<Block<'d>> {
        let (first, rest) = self.items.split_first()?;
        let block = first.placed(self.start);
        (self.items, self.start) = (rest, block.span.end);
        Some(block)
    }
}

impl DoubleEndedIterator for Placed<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let (last, rest) = self.items.split_last()?;
        let before = self.end - last.length - last.gap;
        (self.items, self.end) = (rest, before);
        Some(last.placed(before))
    }
}

impl<'d> IntoIterator for &'d Blocks {
    type Item = Block<'d>;
    type IntoIter = Box<dyn Iterator<Item = Block<'d>> + 'd>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}
