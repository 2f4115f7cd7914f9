//! What a block has asked of the rest of the draft, in order, and what it was answered.
//!
//! Most blocks ask a few questions; one with thousands of numbers asks one for each, and then they are found by hash.

use std::cell::Cell;
use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::{FixedState, RandomState};

use crate::questions::{Answer, Question};

/// So few are looked through sooner than a question is hashed.
const FEW: usize = 16;

/// The questions of a block and their answers, each question once.
#[derive(Default)]
pub(crate) struct BlockAnswers {
    pub(crate) pairs: Vec<(Question, Answer)>,
    /// The place of the first question with a hash, once there are more than a few.
    places: HashMap<u64, usize, RandomState>,
}

impl BlockAnswers {
    /// The answer that `question` has had.
    pub(crate) fn answer(&self, question: &Question) -> Option<&Answer> {
        let from = if self.places.is_empty() {
            0
        } else {
            *self.places.get(&hash(question))?
        };
        let mut behind = self.pairs[from..].iter();
        let found = behind.find(|(asked, _)| asked == question)?;
        Some(&found.1)
    }

    /// Takes note of the answer to a question that has had none.
    pub(crate) fn put(&mut self, question: Question, answer: Answer) {
        self.pairs.push((question, answer));
        if self.pairs.len() <= FEW {
            return;
        }
        let new = if self.places.is_empty() {
            0
        } else {
            self.pairs.len() - 1
        };
        for (place, (question, _)) in self.pairs.iter().enumerate().skip(new) {
            self.places.entry(hash(question)).or_insert(place);
        }
    }
}

/// An answer that is another one than it was, and the place of its question among those of its block.
pub(crate) struct Changed {
    pub(crate) place: usize,
    pub(crate) answer: Answer,
}

/// The answers that a block had, of which most hold when it is read again. It asks the same in the same order, but for
/// what follows from an answer that has changed.
pub(crate) struct EarlierAnswers<'o> {
    asked: &'o [(Question, Answer)],
    /// The first that has changed.
    changed: Option<Changed>,
    /// The place behind the question that was asked again last.
    next: Cell<usize>,
}

impl<'o> EarlierAnswers<'o> {
    /// Of a block that had `asked`, and of which this answer, and none before it, is known to have changed.
    pub(crate) fn of(asked: &'o [(Question, Answer)], changed: Option<Changed>) -> Self {
        Self {
            asked,
            changed,
            next: Cell::new(0),
        }
    }

    /// The answer to `question`, where it is known; `holds` says so of an earlier one that may have changed.
    pub(crate) fn answer(
        &self,
        question: &Question,
        holds: impl FnOnce(&Answer) -> bool,
    ) -> Option<Answer> {
        let next = self.next.get();
        let mut ahead = self.asked[next..].iter().take(FEW);
        let place = next + ahead.position(|(asked, _)| asked == question)?;
        self.next.set(place + 1);
        let before = &self.asked[place].1;
        match &self.changed {
            Some(changed) if place == changed.place => Some(changed.answer.clone()),
            Some(changed) if place < changed.place => Some(before.clone()),
            _ => holds(before).then(|| before.clone()),
        }
    }
}

fn hash(question: &Question) -> u64 {
    FixedState::default().hash_one(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_among_few_and_among_many() {
        let question = |number: usize| Question::Number(format!("5/{number}").into());
        let mut asked = BlockAnswers::default();
        for number in 0..10_000 {
            assert_eq!(asked.answer(&question(number)), None);
            asked.put(question(number), Answer::Truth(number % 3 == 0));
            let looked_up = asked.answer(&question(number / 2));
            assert_eq!(looked_up, Some(&Answer::Truth(number / 2 % 3 == 0)));
        }
        assert_eq!(asked.places.len(), asked.pairs.len());
        let in_order = asked.pairs.iter().enumerate();
        assert!(
            in_order
                .into_iter()
                .all(|(place, (asked, _))| *asked == question(place))
        );
    }

    #[test]
    fn an_answer_is_known_as_far_as_it_holds() {
        let question = |number: usize| Question::Number(format!("5/{number}").into());
        let asked: Vec<_> = (0..4)
            .map(|number| (question(number), Answer::Truth(true)))
            .collect();
        let changed = Changed {
            place: 1,
            answer: Answer::Truth(false),
        };
        let known = EarlierAnswers::of(&asked, Some(changed));
        let ask = |number, holds| known.answer(&question(number), |_| holds);
        // Before the one that has changed all hold.
        assert_eq!(ask(0, false), Some(Answer::Truth(true)));
        assert_eq!(ask(1, true), Some(Answer::Truth(false)));
        assert_eq!(ask(9, true), None);
        assert_eq!(ask(2, false), None);
        assert_eq!(ask(3, true), Some(Answer::Truth(true)));
    }
}
