//! A draft with every reference bound, and how the next state of the draft is bound from it.
//!
//! The references of a block are kept with it and count from its start; where they stand in the draft is
//! worked out when somebody asks.

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::sync::{Arc, OnceLock};

use citation::Date;
use draft::{Block, Blocks, Draft, Sequence};

use crate::Reference;
use crate::block_outcome::BlockOutcome;
use crate::bodies::Named;
use crate::renaming::Unheard;
use crate::speaker::Speaker;

/// A draft with every reference bound, as of a date. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The draft as it was.
    pub draft: Draft,
    /// The date everything is judged by.
    pub as_of: Date,
    pub(crate) speaker: Speaker,
    /// What each block names; `None` where no citation has asked.
    pub(crate) named: Option<Sequence<Named>>,
    /// What blocks far from the edits have yet to hear of.
    pub(crate) unheard: Option<Arc<Unheard>>,
    pub(crate) outcomes: Sequence<BlockOutcome>,
    /// Every reference, in text order. Whoever looks first waits for a copy of each, moved to where it stands; a
    /// feature that looks at one place asks [`Resolved::references_near`].
    pub references: References,
}

/// The references of a draft where they stand, put together for whoever looks first.
#[derive(Clone, Debug)]
pub struct References {
    blocks: Blocks,
    outcomes: Sequence<BlockOutcome>,
    placed: Arc<OnceLock<Vec<Reference>>>,
}

impl References {
    pub(crate) fn new(draft: &Draft, outcomes: &Sequence<BlockOutcome>) -> Self {
        Self {
            blocks: draft.blocks().clone(),
            outcomes: outcomes.clone(),
            placed: Arc::default(),
        }
    }

    fn counted(&self) -> impl Iterator<Item = (usize, &Reference)> {
        let blocks = self.blocks.iter().zip(self.outcomes.iter());
        blocks.flat_map(|(block, outcome)| {
            let start = block.span.start;
            let references = outcome.judged.references.iter();
            references.map(move |reference| (start, reference))
        })
    }
}

impl Deref for References {
    type Target = [Reference];

    fn deref(&self) -> &[Reference] {
        self.placed.get_or_init(|| {
            self.counted()
                .map(|(start, reference)| reference.moved(start))
                .collect()
        })
    }
}

impl<'r> IntoIterator for &'r References {
    type Item = &'r Reference;
    type IntoIter = std::slice::Iter<'r, Reference>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Where one state of a resolved draft differs from the one before, in blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing was taken over.
    Everything,
    /// Some blocks have come in the place of others.
    Blocks {
        /// The blocks that are gone, by their indexes before.
        gone: Range<usize>,
        /// The blocks in their place, by their indexes now.
        come: Range<usize>,
        /// Blocks that stayed and whose references are read differently, by their indexes now, in order.
        reread: Vec<usize>,
    },
}

impl Change {
    /// Of a draft that has stayed as it was, where these blocks are read differently.
    pub(crate) fn of(reread: Vec<usize>) -> Self {
        Self::Blocks {
            gone: 0..0,
            come: 0..0,
            reread,
        }
    }

    /// This change and `later`, which leaves the draft as it is.
    pub(crate) fn and(self, later: Self) -> Self {
        let (
            Self::Blocks { gone, come, reread },
            Self::Blocks {
                reread: mut again, ..
            },
        ) = (self, later)
        else {
            return Self::Everything;
        };
        again.extend(reread);
        again.sort_unstable();
        again.dedup();
        again.retain(|index| !come.contains(index));
        Self::Blocks {
            gone,
            come,
            reread: again,
        }
    }
}

impl Resolved {
    /// Whether every block has heard of what the others name; else [`crate::resolve_to_the_end_unless`] lets those
    /// hear that are far from the edits.
    pub fn is_complete(&self) -> bool {
        self.unheard.is_none()
    }

    /// How many references there are.
    pub fn count(&self) -> usize {
        let chunks = self.outcomes.chunks().iter();
        chunks.map(|chunk| chunk.summary.references).sum()
    }

    /// A draft with `references` that somebody else has found, in text order, instead of its own.
    pub fn with(draft: Draft, as_of: Date, references: Vec<Reference>) -> Self {
        let mut references = references.into_iter().peekable();
        let blocks = draft.blocks().iter();
        let mut of_block = |block: &Block<'_>| {
            let mut found = Vec::new();
            while let Some(reference) = references.next_if(|one| one.token.start < block.span.end) {
                found.push(reference.moved_back(block.span.start));
            }
            BlockOutcome::of(found)
        };
        let outcomes: Sequence<BlockOutcome> = blocks.map(|block| of_block(&block)).collect();
        Self {
            as_of,
            speaker: Speaker::unknown(as_of),
            named: None,
            unheard: None,
            references: References::new(&draft, &outcomes),
            outcomes,
            draft,
        }
    }

    /// Every reference with the byte offset from which its ranges count: without a copy, for whoever asks what is
    /// cited rather than where.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Reference)> {
        self.references.counted()
    }

    /// The references of `block`, the one with this index in the draft, in text order; no copies where all have been
    /// put together.
    pub fn references_of(&self, index: usize, block: &Block<'_>) -> Cow<'_, [Reference]> {
        let Some(placed) = self.references.placed.get() else {
            return Cow::Owned(self.of_block(index, block));
        };
        let place = |offset: usize| placed.partition_point(|one| one.token.start < offset);
        Cow::Borrowed(&placed[place(block.span.start)..place(block.span.end)])
    }

    /// Whether the references of the block `index` would be read alike whatever text followed the draft.
    pub fn is_read_for_good(&self, index: usize) -> bool {
        let outcome = self.outcomes.get(index);
        outcome.is_some_and(|outcome| {
            let mut asked = outcome.judged.asked.iter();
            !asked.any(|(question, _)| question.looks_ahead())
        })
    }

    /// The references of the blocks that touch a byte range of the draft, in text order.
    pub fn references_near(&self, range: Range<usize>) -> Vec<Reference> {
        let blocks = self.draft.blocks();
        let first = blocks.partition_point(|block| block.span.end < range.start);
        let near = blocks
            .range(first..blocks.len())
            .take_while(|block| block.span.start <= range.end);
        (first..)
            .zip(near)
            .flat_map(|(index, block)| self.of_block(index, &block))
            .collect()
    }

    fn of_block(&self, index: usize, block: &Block<'_>) -> Vec<Reference> {
        let outcome = self.outcomes.get(index).into_iter();
        outcome
            .flat_map(|outcome| &outcome.judged.references)
            .map(|reference| reference.moved(block.span.start))
            .collect()
    }
}
