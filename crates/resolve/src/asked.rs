//! What a block has asked of the rest of the draft, in order, and what it was answered.
//!
//! Most blocks ask a few questions; one with thousands of numbers asks one for each, and then they are found by hash.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::{FixedState, RandomState};

use crate::questions::{Answer, Question};

/// So few are looked through sooner than a question is hashed.
const FEW: usize = 16;

/// The questions of a block and their answers, each question once.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) pairs: Vec<(Question, Answer)>,
    /// The place of the first question with a hash, once there are more than a few.
    places: HashMap<u64, usize, RandomState>,
}

impl Asked {
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

fn hash(question: &Question) -> u64 {
    FixedState::default().hash_one(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_found_among_few_and_among_many() {
        let question = |number: usize| Question::Number(format!("5/{number}").into());
        let mut asked = Asked::default();
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
}
