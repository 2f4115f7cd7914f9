//! The way through the blocks that an edit has left: which of them asked for what has changed, and what they come to
//! when they are read again.
//!
//! A chunk in which nobody asks is passed by with a look at its summary.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use draft::Sequence;

use crate::bind::BrokenOff;
use crate::block_answers::{Changed, EarlierAnswers};
use crate::block_outcome::BlockOutcome;
use crate::bodies::{Bodies, Naming};
use crate::notices::{Earlier, Notices, Rest};
use crate::questions::{self, Answer, Question, Topics};
use crate::reading::Reader;
use crate::renaming::Renaming;

/// The way through the blocks that stayed, of which some may have asked for what has changed.
pub(crate) struct Rereading<'s, 'd> {
    pub(crate) reader: &'s Reader<'d>,
    pub(crate) naming: &'s Naming<'s>,
    /// How what the blocks name has changed.
    pub(crate) renaming: Option<Renaming>,
    /// The blocks that hear of it now; the others hear of it when the typing pauses.
    pub(crate) hearing: Range<usize>,
    /// The first block that has come. What stands before it asks about it only by looking ahead.
    pub(crate) first_new: usize,
    /// The first block behind those that have come of which it has not been looked at what it names.
    pub(crate) unheard: usize,
    /// What other things are said about.
    pub(crate) topics: &'s mut Topics,
    pub(crate) notices: RefCell<Notices>,
    pub(crate) reread: Vec<usize>,
}

impl Rereading<'_, '_> {
    /// Reads again what has to be, from the block `from` on. `opens_otherwise` says whether what is left open
    /// before the block `seam` has changed.
    pub(crate) fn through(
        &mut self,
        outcomes: &mut Sequence<BlockOutcome>,
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
            let is_heard = self.renaming.is_none() || next >= self.hearing.end;
            if self.topics.is_empty() && is_heard && !differs && next >= seam {
                return;
            }
            self.hear_names(next);
            let place = outcomes.chunk_of(next);
            let chunk = &outcomes.chunks()[place];
            let end = chunk.index + chunk.items.len();
            let has_seam = opens_otherwise && (next..end).contains(&seam);
            let mut asked = chunk.summary.asked.iter();
            let asks = asked.any(|topic| self.topics.contains(topic));
            let mut of_bodies = chunk.summary.asked_of_bodies.iter();
            let asks_of_bodies =
                of_bodies.any(|question| self.may_answer_like(question, next..end));
            if !asks && !asks_of_bodies && !differs && !has_seam {
                // From the middle of a chunk on only a part of its notices follows.
                if next == chunk.index {
                    self.notices.borrow_mut().add(chunk.summary.notices.iter());
                } else {
                    let rest = &chunk.items[next - chunk.index..];
                    self.notices
                        .borrow_mut()
                        .add(rest.iter().flat_map(|outcome| &outcome.judged.notices));
                }
                next = end;
                continue;
            }
            let mut first = None;
            if !differs && !has_seam {
                let stale = if asks {
                    self.first_stale(outcomes, place, next)
                } else {
                    self.first_stale_of_bodies(outcomes, place, next)
                };
                let Some((stale, changed)) = stale else {
                    next = end;
                    continue;
                };
                next = stale;
                first = Some(changed);
            }
            let opens_at = has_seam.then_some(seam);
            differs = self.through_chunk(outcomes, place, next, first, differs, opens_at);
            next = end;
        }
    }

    /// Takes note of what is named again between the edit and the block `next`.
    fn hear_names(&mut self, next: usize) {
        let Some(renaming) = &mut self.renaming else {
            return;
        };
        if self.unheard < next && !renaming.is_over() {
            renaming.name_again(self.naming.named_in(self.unheard..next));
        }
        self.unheard = self.unheard.max(next);
    }

    /// The first block of a chunk, from the block `from` on, that has to be read again, with an answer that has
    /// changed. Takes note of what those before it say: they are not even copied.
    fn first_stale(
        &self,
        outcomes: &Sequence<BlockOutcome>,
        place: usize,
        from: usize,
    ) -> Option<(usize, Changed)> {
        let chunk = &outcomes.chunks()[place];
        let behind = chunk.items.iter().enumerate().skip(from - chunk.index);
        for (within, outcome) in behind.take_while(|_| !(self.reader.stop)()) {
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&chunk.items[..within], &[]],
            };
            let index = chunk.index + within;
            if let Some(changed) = self.changed(outcome, index, earlier) {
                return Some((index, changed));
            }
            self.notices.borrow_mut().add(&outcome.judged.notices);
        }
        None
    }

    /// The same where nothing but what the draft names has changed: only those that ask about it are looked at.
    fn first_stale_of_bodies(
        &self,
        outcomes: &Sequence<BlockOutcome>,
        place: usize,
        from: usize,
    ) -> Option<(usize, Changed)> {
        let chunk = &outcomes.chunks()[place];
        let first = from - chunk.index;
        let asking = chunk.summary.asking_of_bodies.iter().copied();
        let mut asking = asking.filter(|within| *within >= first);
        let stale = loop {
            let Some(within) = asking.next() else {
                break None;
            };
            if (self.reader.stop)() {
                break None;
            }
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&chunk.items[..within], &[]],
            };
            let changed = self.changed(&chunk.items[within], chunk.index + within, earlier);
            if let Some(changed) = changed {
                break Some((within, changed));
            }
        };
        let end = stale
            .as_ref()
            .map_or(chunk.items.len(), |(within, _)| *within);
        let notices = chunk.items[first..end].iter();
        let notices = notices.flat_map(|outcome| &outcome.judged.notices);
        self.notices.borrow_mut().add(notices);
        stale.map(|(within, changed)| (chunk.index + within, changed))
    }

    /// Reads again what has to be of one chunk, from the block `from` on; whether what it leaves open has changed.
    /// `changed` is the answer of the first that is known to have changed.
    fn through_chunk(
        &mut self,
        outcomes: &mut Sequence<BlockOutcome>,
        place: usize,
        from: usize,
        mut changed: Option<Changed>,
        mut differs: bool,
        opens_at: Option<usize>,
    ) -> bool {
        let chunk = &outcomes.chunks()[place];
        let asking = Arc::clone(&chunk.summary.asking_of_bodies);
        let (first, mut items) = (chunk.index, Arc::clone(&chunk.items));
        let end = first + items.len();
        for (index, block) in (from..end).zip(self.reader.draft.blocks().range(from..end)) {
            if (self.reader.stop)() {
                break;
            }
            differs |= opens_at == Some(index);
            let within = index - first;
            let old = &items[within];
            let may_differ = differs || !self.topics.is_empty() || asking.contains(&within);
            if !may_differ {
                self.notices.borrow_mut().add(&old.judged.notices);
                continue;
            }
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&items[..within], &[]],
            };
            if changed.is_none() {
                changed = self.changed(old, index, earlier);
            }
            let before = || {
                let near = items[..within].last();
                let last = near.or_else(|| outcomes.get(index.checked_sub(1)?));
                last.map(|last| last.behind.clone()).unwrap_or_default()
            };
            let new = if changed.is_some() || differs && BrokenOff::concerns(&block) {
                let known = EarlierAnswers::of(&old.judged.asked, changed.take());
                let answer = |question: &Question| {
                    known.answer(question, |answer| !self.may_differ(question, answer, index))
                };
                let rest = Rest::new(&self.notices, earlier, self.bodies(index)).knowing(&answer);
                let new = self.reader.outcome_again(&block, old, &before(), rest);
                let (told, tells) = (&old.judged.notices, &new.judged.notices);
                self.topics
                    .extend(questions::changed(told.iter(), tells.iter()));
                // Most blocks come to the same by another answer, and nobody has to look at them again.
                if old.judged.references != new.judged.references {
                    self.reread.push(index);
                }
                Some(new)
            } else {
                differs.then(|| BlockOutcome {
                    behind: before().behind(&old.ending),
                    ..old.clone()
                })
            };
            if let Some(new) = new {
                differs = new.behind != old.behind;
                Arc::make_mut(&mut items)[within] = new;
            }
            self.notices.borrow_mut().add(&items[within].judged.notices);
        }
        if !Arc::ptr_eq(&items, &outcomes.chunks()[place].items) {
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
    fn may_answer_otherwise(&self, question: &Question, answer: &Answer, index: usize) -> bool {
        let renaming = self.heard(question, index);
        renaming.is_some_and(|renaming| renaming.may_answer_otherwise(question, answer))
    }

    /// The same for a question that is like this one, of any of these blocks.
    fn may_answer_like(&self, question: &Question, blocks: Range<usize>) -> bool {
        let first = blocks.start.max(self.hearing.start);
        let last = blocks.end.min(self.hearing.end).checked_sub(1);
        let renaming = last
            .filter(|last| first <= *last)
            .and_then(|last| self.heard(question, last));
        renaming.is_some_and(|renaming| renaming.may_answer_like(question))
    }

    /// The change of names, where a question of the block `index` is about what it has changed.
    fn heard(&self, question: &Question, index: usize) -> Option<&Renaming> {
        let renaming = self.renaming.as_ref();
        renaming.filter(|_| {
            self.hearing.contains(&index) && (index >= self.first_new || question.looks_ahead())
        })
    }

    /// Whether something else is said about what a question is about.
    fn is_said_otherwise(&self, question: &Question) -> bool {
        /// So few are compared sooner than a topic is made of the question.
        const FEW: usize = 8;
        if self.topics.len() <= FEW {
            return self.topics.iter().any(|topic| question.asks_about(topic));
        }
        let topic = question.topic();
        topic.is_some_and(|topic| self.topics.contains(&topic))
    }

    /// Whether a question of the block `index` may have another answer than this one.
    fn may_differ(&self, question: &Question, answer: &Answer, index: usize) -> bool {
        if question.is_about_bodies() {
            self.may_answer_otherwise(question, answer, index)
        } else {
            self.is_said_otherwise(question)
        }
    }

    /// The first answer to a block that has changed.
    fn changed(
        &self,
        outcome: &BlockOutcome,
        index: usize,
        earlier: Earlier<'_>,
    ) -> Option<Changed> {
        let bodies = self.bodies(index);
        let mut asked = outcome.judged.asked.iter().enumerate();
        asked.find_map(|(place, (question, before))| {
            if !self.may_differ(question, before, index) {
                return None;
            }
            let answer = self.notices.borrow_mut().answer(question, earlier, &bodies);
            (answer != *before).then_some(Changed { place, answer })
        })
    }
}
