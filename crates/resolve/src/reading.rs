//! Reads the blocks of a draft one after the other, or only those that an edit concerns.
//!
//! After an edit the new blocks are read; then the others are asked for only where what an answer rests on has
//! changed: what the new blocks say, the bodies the draft names, a list that is left open.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use draft::{Block, Draft, Sequence};

use crate::bind::{self, BrokenOff, Ending};
use crate::block_outcome::{BlockOutcome, Judged};
use crate::bodies::{Bodies, Named, Naming};
use crate::notices::{Earlier, Notices, Rest};
use crate::questions::{self, Topics};
use crate::reference::Reference;
use crate::renaming::{Renaming, Unheard};
use crate::rereading::Rereading;
use crate::resolved::{Change, Resolved};
use crate::speaker::Speaker;
use crate::verdict::Judge;

/// From so many new blocks on, everything that is said before them is looked at once and for all.
const MANY: usize = 64;

/// A reader of one draft.
pub(crate) struct Reader<'d> {
    pub(crate) draft: &'d Draft,
    pub(crate) speaker: &'d Speaker,
    pub(crate) judge: Judge<'d>,
    /// Whether nobody wants to know any more; asked before each block.
    pub(crate) stop: &'d dyn Fn() -> bool,
}

/// What was read.
pub(crate) struct Reading {
    /// What each block names; `None` where no citation has asked.
    pub(crate) named: Option<Sequence<Named>>,
    /// What blocks far from the edits have yet to hear of.
    pub(crate) unheard: Option<Arc<Unheard>>,
    pub(crate) outcomes: Sequence<BlockOutcome>,
}

impl Reader<'_> {
    /// Reads everything; `None` where it was stopped.
    pub(crate) fn whole(&self) -> Option<Reading> {
        let reading = self.as_far_as();
        (!(self.stop)()).then_some(reading)
    }

    /// Reads everything up to where it is stopped.
    pub(crate) fn as_far_as(&self) -> Reading {
        let blocks = self.draft.blocks();
        let naming = Naming::new(self.draft, self.stop, None);
        let notices = RefCell::new(Notices::complete(Earlier::NOTHING));
        let mut before = BrokenOff::default();
        let wanted = blocks.iter().take_while(|_| !(self.stop)());
        let read = wanted.enumerate().map(|(index, block)| {
            let bodies = Bodies {
                naming: &naming,
                block: index,
            };
            let rest = Rest::new(&notices, Earlier::NOTHING, bodies);
            let outcome = self.outcome(&block, &before, rest);
            notices.borrow_mut().add(&outcome.judged.notices);
            before = outcome.behind.clone();
            outcome
        });
        let outcomes = read.collect();
        Reading {
            named: naming.into_known(),
            unheard: None,
            outcomes,
        }
    }

    /// Reads what differs from `old`, which was read for the same speaker with the same sources and names; `None`
    /// where it was stopped. Of other blocks that rest on what the new ones name, only those are read that are no
    /// more than `near` blocks away.
    pub(crate) fn again(&self, old: &Resolved, near: usize) -> Option<(Reading, Change)> {
        let (gone, come) = self.draft.blocks().difference(old.draft.blocks());
        let mut named = old.named.clone();
        // Where nobody has asked, no answer rests on what the blocks name.
        let mut renaming = None;
        if let (Some(old), Some(named)) = (&old.named, &mut named) {
            let now = Naming::of_blocks(self.draft, come.clone(), self.stop).collect::<Vec<_>>();
            named.splice(gone.clone(), now.iter().cloned());
            let before = old.range(gone.clone()).cloned().collect::<Vec<_>>();
            renaming = Renaming::of(&before, &now);
        }
        let naming = Naming::new(self.draft, self.stop, named);
        let notices = RefCell::new(Notices::default());
        let read = self.in_place_of(gone.clone(), come.clone(), &old.outcomes, &naming, &notices);
        if (self.stop)() {
            return None;
        }
        let mut topics = questions::changed(
            old.outcomes
                .range(gone.clone())
                .flat_map(|outcome| &outcome.judged.notices),
            read.iter().flat_map(|outcome| &outcome.judged.notices),
        );
        let mut outcomes = old.outcomes.clone();
        outcomes.splice(gone.clone(), read);
        let hearing = come.start.saturating_sub(near)..come.end.saturating_add(near);
        let mut unheard = old.unheard.clone();
        let hears_everywhere = hearing.start == 0 && hearing.end >= outcomes.len();
        if let Some(renaming) = renaming.as_ref().filter(|_| !hears_everywhere) {
            let before = unheard.as_deref().cloned().unwrap_or_default();
            unheard = Some(Arc::new(before.with(renaming)));
        }
        let mut rereading = Rereading {
            reader: self,
            naming: &naming,
            renaming,
            hearing,
            first_new: come.start,
            unheard: come.end,
            topics: &mut topics,
            notices,
            reread: Vec::new(),
        };
        let mut from = come.end;
        if rereading.renaming.is_some() {
            // Blocks before the edit may have asked what the whole draft names.
            rereading.notices.take();
            from = rereading.hearing.start;
        }
        let behind = |outcomes: &Sequence<BlockOutcome>, end: usize| {
            let last = end.checked_sub(1).and_then(|last| outcomes.get(last));
            last.map(|last| last.behind.clone()).unwrap_or_default()
        };
        let opens_otherwise = behind(&old.outcomes, gone.end) != behind(&outcomes, come.end);
        rereading.through(&mut outcomes, from, come.end, opens_otherwise);
        if (self.stop)() {
            return None;
        }
        let mut reread = rereading.reread;
        reread.retain(|index| !come.contains(index));
        let change = Change::Blocks { gone, come, reread };
        let reading = Reading {
            named: naming.into_known(),
            unheard,
            outcomes,
        };
        Some((reading, change))
    }

    /// Reads of `old`, which was read of this very draft, the blocks that rest on what they have not heard of; `None`
    /// where it was stopped. The blocks that are read differently are given beside, in order.
    pub(crate) fn to_the_end(
        &self,
        old: &Resolved,
        unheard: &Unheard,
    ) -> Option<(Reading, Vec<usize>)> {
        let naming = Naming::new(self.draft, self.stop, old.named.clone());
        let mut outcomes = old.outcomes.clone();
        let mut rereading = Rereading {
            reader: self,
            naming: &naming,
            renaming: Some(Renaming::about(unheard)),
            hearing: 0..usize::MAX,
            first_new: 0,
            unheard: usize::MAX,
            topics: &mut Topics::default(),
            notices: RefCell::default(),
            reread: Vec::new(),
        };
        rereading.through(&mut outcomes, 0, 0, false);
        if (self.stop)() {
            return None;
        }
        let reread = rereading.reread;
        let reading = Reading {
            named: naming.into_known(),
            unheard: None,
            outcomes,
        };
        Some((reading, reread))
    }

    /// The outcomes of the new blocks `come`, which stand in place of the old ones `gone`.
    fn in_place_of(
        &self,
        gone: Range<usize>,
        come: Range<usize>,
        old: &Sequence<BlockOutcome>,
        naming: &Naming<'_>,
        notices: &RefCell<Notices>,
    ) -> Vec<BlockOutcome> {
        let place = old.chunk_of(gone.start);
        let chunk = old.chunks().get(place);
        let near = chunk.map_or(&[][..], |chunk| &chunk.items[..gone.start - chunk.index]);
        let chunks = &old.chunks()[..place.min(old.chunks().len())];
        let mut read: Vec<BlockOutcome> = Vec::with_capacity(come.len());
        if come.len() > MANY {
            notices.replace(Notices::complete(Earlier {
                chunks,
                rest: [near, &[]],
            }));
        }
        let before = near
            .last()
            .or_else(|| chunks.last()?.items.last())
            .map(|outcome| outcome.behind.clone());
        let mut before = before.unwrap_or_default();
        for (index, block) in come.clone().zip(self.draft.blocks().range(come)) {
            if (self.stop)() {
                break;
            }
            let earlier = Earlier {
                chunks,
                rest: [near, &read],
            };
            let bodies = Bodies {
                naming,
                block: index,
            };
            let outcome = self.outcome(&block, &before, Rest::new(notices, earlier, bodies));
            notices.borrow_mut().add(&outcome.judged.notices);
            before = outcome.behind.clone();
            read.push(outcome);
        }
        read
    }

    /// Reads one block. `before` is what the blocks before leave open.
    pub(crate) fn outcome(
        &self,
        block: &Block<'_>,
        before: &BrokenOff,
        rest: Rest<'_>,
    ) -> BlockOutcome {
        let text = self.draft.text_of(block);
        let ending = Ending::of(block, &text);
        let behind = before.behind(&ending);
        let judged = self.judged(block, &text, before, rest);
        BlockOutcome {
            judged,
            ending,
            behind,
        }
    }

    /// Reads a block again of which all but what was asked is as in `old`.
    pub(crate) fn outcome_again(
        &self,
        block: &Block<'_>,
        old: &BlockOutcome,
        before: &BrokenOff,
        rest: Rest<'_>,
    ) -> BlockOutcome {
        let text = self.draft.text_of(block);
        BlockOutcome {
            judged: self.judged(block, &text, before, rest),
            ending: old.ending.clone(),
            behind: before.behind(&old.ending),
        }
    }

    fn judged(
        &self,
        block: &Block<'_>,
        text: &str,
        before: &BrokenOff,
        rest: Rest<'_>,
    ) -> Arc<Judged> {
        let lexicon = self.draft.lexicon();
        let bound = bind::citations(block, text, before, self.speaker, lexicon, &rest);
        let (asked, notices) = rest.remembered();
        if bound.is_empty() && asked.is_empty() && notices.is_empty() {
            return Judged::nothing();
        }
        let mut references: Vec<Reference> = Vec::with_capacity(bound.len());
        for bound in bound {
            let reference = self.judge.judge(bound, text, references.last());
            references.push(reference);
        }
        Arc::new(Judged {
            references,
            asked,
            notices,
        })
    }
}
