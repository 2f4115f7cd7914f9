//! The way through the blocks that an edit has left: which of them asked for what has changed, and what they come to
//! when they are read again.
//!
//! A chunk in which nobody asks is passed by with a look at its summary.

use std::cell::RefCell;

use draft::Sequence;

use crate::bind::BrokenOff;
use crate::board::{self, Board, Earlier, Rest};
use crate::bodies::{Bodies, Naming};
use crate::outcome::Outcome;
use crate::questions::{Answer, Question, Topics};
use crate::reading::Reader;
use crate::renaming::Renaming;

/// The way through the blocks that stayed, of which some may have asked for what has changed.
pub(crate) struct Sweep<'s, 'd> {
    pub(crate) reader: &'s Reader<'d>,
    pub(crate) naming: &'s Naming<'s>,
    /// How what the blocks name has changed.
    pub(crate) renaming: Option<Renaming>,
    /// The first block that has come. What stands before it asks about it only by looking ahead.
    pub(crate) first_new: usize,
    /// The first block behind those that have come of which it has not been looked at what it names.
    pub(crate) unheard: usize,
    /// What other things are said about.
    pub(crate) topics: &'s mut Topics,
    pub(crate) board: RefCell<Board>,
    pub(crate) reread: Vec<usize>,
}

impl Sweep<'_, '_> {
    /// Reads again what has to be, from the block `from` on. `opens_otherwise` says whether what is left open
    /// before the block `seam` has changed.
    pub(crate) fn through(
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
            self.hear_names(next);
            let place = outcomes.chunk_of(next);
            let chunk = &outcomes.chunks()[place];
            let end = chunk.index + chunk.items.len();
            let has_seam = opens_otherwise && (next..end).contains(&seam);
            let mut asked = chunk.summary.asked.iter();
            let asks = asked.any(|topic| self.topics.contains(topic));
            let mut of_bodies = chunk.summary.asked_of_bodies.iter();
            let asks_of_bodies = of_bodies.any(|question| self.may_answer_like(question, end - 1));
            if !asks && !asks_of_bodies && !differs && !has_seam {
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
                let stale = if asks {
                    self.first_stale(outcomes, place, next)
                } else {
                    self.first_stale_of_bodies(outcomes, place, next)
                };
                let Some(stale) = stale else {
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

    /// The same where nothing but what the draft names has changed: only those that ask about it are looked at.
    fn first_stale_of_bodies(
        &self,
        outcomes: &Sequence<Outcome>,
        place: usize,
        from: usize,
    ) -> Option<usize> {
        let chunk = &outcomes.chunks()[place];
        let first = from - chunk.index;
        let asking = chunk.summary.asking_of_bodies.iter().copied();
        let mut asking = asking.filter(|within| *within >= first);
        let stale = asking.find(|within| {
            let earlier = Earlier {
                chunks: &outcomes.chunks()[..place],
                rest: [&chunk.items[..*within], &[]],
            };
            (self.reader.stop)()
                || self.is_stale(&chunk.items[*within], chunk.index + within, earlier)
        });
        let before = &chunk.items[first..stale.unwrap_or(chunk.items.len())];
        let notices = before.iter().flat_map(|outcome| &outcome.judged.notices);
        self.board.borrow_mut().pin(notices);
        stale.map(|within| chunk.index + within)
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
    fn may_answer_otherwise(&self, question: &Question, answer: &Answer, index: usize) -> bool {
        let renaming = self.heard(question, index);
        renaming.is_some_and(|renaming| renaming.may_answer_otherwise(question, answer))
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

    /// Whether anything that a block asked has another answer now.
    fn is_stale(&self, outcome: &Outcome, index: usize, earlier: Earlier<'_>) -> bool {
        let bodies = self.bodies(index);
        outcome.judged.asked.iter().any(|(question, answer)| {
            let may_differ = if question.is_about_bodies() {
                self.may_answer_otherwise(question, answer, index)
            } else {
                self.is_said_otherwise(question)
            };
            may_differ && self.board.borrow_mut().answer(question, earlier, &bodies) != *answer
        })
    }
}
