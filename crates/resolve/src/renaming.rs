//! How an edit changes which bodies a draft names, and which questions may have another answer for that.

use citation::Body;

use crate::bodies::{Named, is_fuller, may_mean, writes};
use crate::company;
use crate::questions::Question;

/// What the blocks that an edit took away named, and what those in their place name, where that differs: without
/// what both name in the same order at the beginning and at the end.
pub(crate) struct Renaming {
    gone: Vec<Body>,
    come: Vec<Body>,
    conferences_differ: bool,
}

impl Renaming {
    /// `None` where both name the same bodies in the same order.
    pub(crate) fn of(gone: &[Named], come: &[Named]) -> Option<Self> {
        let bodies = |named: &[Named]| -> Vec<Body> {
            let bodies = named.iter().flat_map(Named::bodies);
            bodies.map(|(_, body)| body.clone()).collect()
        };
        let conferences = |named: &'_ [Named]| -> Vec<Body> {
            named.iter().flat_map(Named::conferences).cloned().collect()
        };
        let (mut before, mut now) = (bodies(gone), bodies(come));
        let same = before.iter().zip(&now).take_while(|(a, b)| a == b).count();
        before.drain(..same);
        now.drain(..same);
        let backwards = before.iter().rev().zip(now.iter().rev());
        let same = backwards.take_while(|(a, b)| a == b).count();
        before.truncate(before.len() - same);
        now.truncate(now.len() - same);
        let renaming = Self {
            conferences_differ: conferences(gone) != conferences(come),
            gone: before,
            come: now,
        };
        let is_same = renaming.gone.is_empty() && renaming.come.is_empty();
        (!is_same || renaming.conferences_differ).then_some(renaming)
    }

    /// Whether a question about the bodies that the draft names may have another answer: only where the bodies that
    /// could be in the answer are others, or in another order.
    pub(crate) fn may_answer_otherwise(&self, question: &Question) -> bool {
        match question {
            Question::Meant(noun, written) => {
                let counts = |body: &Body| company::matters(noun, written) || written.fits(body);
                self.differs_for(&|body| may_mean(noun, body) && counts(body))
            }
            _ => self.may_answer_like(question),
        }
    }

    /// Whether a question that is like this one, whatever number it has in view, may have another answer.
    pub(crate) fn may_answer_like(&self, question: &Question) -> bool {
        match question {
            Question::Meant(noun, _) => self.differs_for(&|body| may_mean(noun, body)),
            Question::Writer(number) => self.differs_for(&|body| writes(body, number)),
            Question::Names(wanted) => self.differs_for(&|body| body == wanted),
            Question::Fuller(cut) => self.differs_for(&|body| is_fuller(body, cut)),
            Question::Conference => self.conferences_differ,
            Question::Number(_)
            | Question::ShortForm(_)
            | Question::Note(_)
            | Question::LastNote
            | Question::LastReport
            | Question::Voices
            | Question::Instruments(..) => false,
        }
    }

    fn differs_for(&self, counts: &dyn Fn(&Body) -> bool) -> bool {
        let gone = self.gone.iter().filter(|body| counts(body));
        !gone.eq(self.come.iter().filter(|body| counts(body)))
    }
}
