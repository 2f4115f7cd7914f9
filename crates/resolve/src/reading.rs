//! Reads the blocks of a draft one after the other, or only those that an edit concerns.
//!
//! After an edit the new blocks are read; then the others are asked for only where what an answer rests on has
//! changed: what the new blocks say, the bodies the draft names, a list that is left open.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

use draft::{Block, Draft, Sequence};

use crate::bind::{self, BrokenOff, Ending};
use crate::board::{self, Board, Earlier, Rest};
use crate::bodies::{Bodies, Named, Naming};
use crate::outcome::{Judged, Outcome};
use crate::questions::{Question, Topic};
use crate::reference::Reference;
use crate::renaming::Renaming;
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
    pub(crate) outcomes: Sequence<Outcome>,
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
        let board = RefCell::new(Board::complete(Earlier::NOTHING));
        let mut before = BrokenOff::default();
        let wanted = blocks.iter().take_while(|_| !(self.stop)());
        let read = wanted.enumerate().map(|(index, block)| {
            let bodies = Bodies {
                naming: &naming,
                block: index,
            };
            let rest = Rest::new(&board, Earlier::NOTHING, bodies);
            let outcome = self.outcome(&block, &before, rest);
            board.borrow_mut().pin(&outcome.judged.notices);
            before = outcome.behind.clone();
            outcome
        });
        let outcomes = read.collect();
        Reading {
            named: naming.into_known(),
            outcomes,
        }
    }

    /// Reads what differs from `old`, which was read for the same speaker with the same sources and names; `None`
    /// where it was stopped.
    pub(crate) fn again(&self, old: &Resolved) -> Option<(Reading, Change)> {
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
        let board = RefCell::new(Board::default());
        let read = self.in_place_of(gone.clone(), come.clone(), &old.outcomes, &naming, &board);
        if (self.stop)() {
            return None;
        }
        let mut topics = board::changed(
            old.outcomes
                .range(gone.clone())
                .flat_map(|outcome| &outcome.judged.notices),
            read.iter().flat_map(|outcome| &outcome.judged.notices),
        );
        let mut outcomes = old.outcomes.clone();
        outcomes.splice(gone.clone(), read);
        let mut sweep = Sweep {
            reader: self,
            naming: &naming,
            renaming,
            first_new: come.start,
            topics: &mut topics,
            board,
            reread: Vec::new(),
        };
        let mut from = come.end;
        if sweep.renaming.is_some() {
            // Blocks before the edit may have asked what the whole draft names.
            sweep.board.take();
            from = 0;
        }
        let behind = |outcomes: &Sequence<Outcome>, end: usize| {
            let last = end.checked_sub(1).and_then(|last| outcomes.get(last));
            last.map(|last| last.behind.clone()).unwrap_or_default()
        };
        let opens_otherwise = behind(&old.outcomes, gone.end) != behind(&outcomes, come.end);
        sweep.through(&mut outcomes, from, come.end, opens_otherwise);
        if (self.stop)() {
            return None;
        }
        let mut reread = sweep.reread;
        reread.retain(|index| !come.contains(index));
        let change = Change::Blocks { gone, come, reread };
        let named = naming.into_known();
        Some((Reading { named, outcomes }, change))
    }

    /// The outcomes of the new blocks `come`, which stand in place of the old ones `gone`.
    fn in_place_of(
        &self,
        gone: Range<usize>,
        come: Range<usize>,
        old: &Sequence<Outcome>,
        naming: &Naming<'_>,
        board: &RefCell<Board>,
    ) -> Vec<Outcome> {
        let place = old.chunk_of(gone.start);
        let chunk = old.chunks().get(place);
        let near = chunk.map_or(&[][..], |chunk| &chunk.items[..gone.start - chunk.index]);
        let chunks = &old.chunks()[..place.min(old.chunks().len())];
        let mut read: Vec<Outcome> = Vec::with_capacity(come.len());
        if come.len() > MANY {
            board.replace(Board::complete(Earlier {
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
            let outcome = self.outcome(&block, &before, Rest::new(board, earlier, bodies));
            board.borrow_mut().pin(&outcome.judged.notices);
            before = outcome.behind.clone();
            read.push(outcome);
        }
        read
    }

    /// Reads one block. `before` is what the blocks before leave open.
    fn outcome(&self, block: &Block<'_>, before: &BrokenOff, rest: Rest<'_>) -> Outcome {
        let text = self.draft.text_of(block);
        let ending = Ending::of(block, &text);
        let behind = before.behind(&ending);
        let judged = self.judged(block, &text, before, rest);
        Outcome {
            judged,
            ending,
            behind,
        }
    }

    fn judged(
        &self,
        block: &Block<'_>,
        text: &str,
        before: &BrokenOff,
        rest: Rest<'_>,
    ) -> std::sync::Arc<Judged> {
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
        std::sync::Arc::new(Judged {
            references,
            asked,
            notices,
        })
    }
}

/// The way through the blocks that stayed, of which some may have asked for what has changed.
struct Sweep<'s, 'd> {
    reader: &'s Reader<'d>,
    naming: &'s Naming<'s>,
    /// How what the blocks name has changed.
    renaming: Option<Renaming>,
    /// The first block that has come. What stands before it asks about it only by looking ahead.
    first_new: usize,
    /// What other things are said about.
    topics: &'s mut HashSet<Topic>,
    board: RefCell<Board>,
    reread: Vec<usize>,
}

impl Sweep<'_, '_> {
    /// Reads again what has to be, from the block `from` on. `opens_otherwise` says whether what is left open
    /// before the block `seam` has changed.
    fn through(
        &mut self,
        outcomes: &mut Sequence<Outcome>,
        from: usize,
        seam: usize,
        opens_otherwise: bool,
    ) {
        let mut differs = false;
        let mut next = from;
        while next < outcomes.len() && !(self.reader.stop)() {
            if next == seam {
                differs |= opens_otherwise;
            }
            if self.topics.is_empty() && self.renaming.is_none() && !differs && next >= seam {
                return;
            }
            let place = outcomes.chunk_of(next);
            let chunk = &outcomes.chunks()[place];
            let end = chunk.index + chunk.items.len();
            let has_seam = opens_otherwise && (next..end).contains(&seam);
            let asks = chunk
                .summary
                .asked
                .iter()
                .any(|topic| self.topics.contains(topic))
                || chunk
                    .summary
                    .asked_of_bodies
                    .iter()
                    .any(|question| self.may_answer_like(question, end - 1));
            if !asks && !differs && !has_seam {
                // From the middle of a chunk on only a part of its notices follows.
                if next == chunk.index {
                    self.board.borrow_mut().pin(chunk.summary.notices.iter());
                } else {
                    let rest = &chunk.items[next - chunk.index..];
                    self.board
                        .borrow_mut()
                        .pin(rest.iter().flat_map(|outcome| &outcome.judged.notices));
                }
                next = end;
                continue;
            }
            if !differs && !has_seam {
                let Some(stale) = self.first_stale(outcomes, place, next) else {
                    next = end;
                    continue;
                };
                next = stale;
            }
            let opens_at = has_seam.then_some(seam);
            differs = self.through_chunk(outcomes, place, next, differs, opens_at);
            next = end;
        }
    }

    /// The first block of a chunk, from the block `from` on, that has to be read again. Takes note of what those
    /// before it say: they are not even copied.
    fn first_stale(
        &self,
        outcomes: &Sequence<Outcome>,
        place: usize,
        from: usize,
    ) -> Option<usize> {
        let chunk = &outcomes.chunks()[place];
        let behind = chunk.items.iter().enumerate().skip(from - chunk.index);
        for (within, outcome) in behind.take_while(|_| !(self.reader.stop)()) {
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&chunk.items[..within], &[]],
            };
            let index = chunk.index + within;
            if self.is_stale(outcome, index, earlier) {
                return Some(index);
            }
            self.board.borrow_mut().pin(&outcome.judged.notices);
        }
        None
    }

    /// The same for one chunk; whether what it leaves open has changed.
    fn through_chunk(
        &mut self,
        outcomes: &mut Sequence<Outcome>,
        place: usize,
        from: usize,
        differs: bool,
        opens_at: Option<usize>,
    ) -> bool {
        let mut differs = differs;
        let first = outcomes.chunks()[place].index;
        let mut items = outcomes.chunks()[place].items.to_vec();
        let mut is_other = false;
        let last_before = from.checked_sub(1).and_then(|last| outcomes.get(last));
        let mut before = last_before
            .map(|outcome| outcome.behind.clone())
            .unwrap_or_default();
        let end = first + items.len();
        for (index, block) in (from..end).zip(self.reader.draft.blocks().range(from..end)) {
            if (self.reader.stop)() {
                break;
            }
            differs |= opens_at == Some(index);
            let within = index - first;
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&items[..within], &[]],
            };
            let old = &items[within];
            let new =
                if differs && BrokenOff::concerns(&block) || self.is_stale(old, index, earlier) {
                    let rest = Rest::new(&self.board, earlier, self.bodies(index));
                    let new = self.reader.outcome(&block, &before, rest);
                    let (told, tells) = (&old.judged.notices, &new.judged.notices);
                    self.topics
                        .extend(board::changed(told.iter(), tells.iter()));
                    // Most blocks come to the same by another answer, and nobody has to look at them again.
                    if old.judged.references != new.judged.references {
                        self.reread.push(index);
                    }
                    Some(new)
                } else {
                    differs.then(|| Outcome {
                        behind: before.behind(&old.ending),
                        ..old.clone()
                    })
                };
            if let Some(new) = new {
                differs = new.behind != old.behind;
                is_other = true;
                items[within] = new;
            }
            before = items[within].behind.clone();
            self.board.borrow_mut().pin(&items[within].judged.notices);
        }
        if is_other {
            outcomes.replace_chunk(place, items);
        }
        differs
    }

    fn bodies(&self, block: usize) -> Bodies<'_> {
        Bodies {
            naming: self.naming,
            block,
        }
    }

    /// Whether a question of the block `index` about the bodies that the draft names may have another answer.
    fn may_answer_otherwise(&self, question: &Question, index: usize) -> bool {
        let renaming = self.heard(question, index);
        renaming.is_some_and(|renaming| renaming.may_answer_otherwise(question))
    }

    /// The same for a question of a block up to `index` that is like this one.
    fn may_answer_like(&self, question: &Question, index: usize) -> bool {
        let renaming = self.heard(question, index);
        renaming.is_some_and(|renaming| renaming.may_answer_like(question))
    }

    /// The change of names, where a question of the block `index` is about what it has changed.
    fn heard(&self, question: &Question, index: usize) -> Option<&Renaming> {
        let renaming = self.renaming.as_ref();
        renaming.filter(|_| index >= self.first_new || question.looks_ahead())
    }

    /// Whether anything that a block asked has another answer now.
    fn is_stale(&self, outcome: &Outcome, index: usize, earlier: Earlier<'_>) -> bool {
        let bodies = self.bodies(index);
        outcome.judged.asked.iter().any(|(question, answer)| {
            let may_differ = if question.is_about_bodies() {
                self.may_answer_otherwise(question, index)
            } else {
                // Most often nothing else is said, and nobody has to work out what each question is about.
                let may = !self.topics.is_empty();
                may && question
                    .topic()
                    .is_some_and(|topic| self.topics.contains(&topic))
            };
            may_differ && self.board.borrow_mut().answer(question, earlier, &bodies) != *answer
        })
    }
}
