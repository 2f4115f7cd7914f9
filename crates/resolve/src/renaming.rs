//! How an edit changes which bodies a draft names, and which questions may have another answer for that.

use std::collections::HashSet;

use citation::Body;
use foldhash::fast::RandomState;

use crate::bodies::{Named, is_fuller, may_mean, writes};
use crate::meant_bodies::{self, MeantBodies};
use crate::questions::{Answer, Question};

/// What the blocks that an edit took away named, and what those in their place name, where that differs: without
/// what both name in the same order at the beginning and at the end.
pub(crate) struct Renaming {
    /// Once each, in the order in which they are named first: who is named anywhere, and who first, is all that is asked.
    gone: Vec<Body>,
    come: Vec<Body>,
    conferences_differ: bool,
    goals_differ: bool,
    /// Those of both that are not named again on the way behind the edit, as far as it has been gone, once each, in the
    /// order in which they are named last. Of a body that is, only the later name counts for what a noun means there.
    gone_for_good: Vec<Body>,
    come_for_good: Vec<Body>,
    /// What is named on that way.
    named_behind: HashSet<Body, RandomState>,
}

/// What edits have named otherwise since every block has heard of it: blocks far from them have yet to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Unheard {
    /// Once each, in no order.
    bodies: Vec<Body>,
    conferences_differ: bool,
    goals_differ: bool,
}

impl Unheard {
    /// The same with what `renaming` has changed.
    pub(crate) fn with(&self, renaming: &Renaming) -> Self {
        let all = self.bodies.iter().chain(&renaming.gone);
        Self {
            bodies: once_each(all.chain(&renaming.come)),
            conferences_differ: self.conferences_differ || renaming.conferences_differ,
            goals_differ: self.goals_differ || renaming.goals_differ,
        }
    }
}

impl Renaming {
    /// The change that concerns every question about what a block may not have heard of, wherever the block stands and
    /// whatever is named between.
    pub(crate) fn about(unheard: &Unheard) -> Self {
        Self {
            gone: Vec::new(),
            come: unheard.bodies.clone(),
            conferences_differ: unheard.conferences_differ,
            goals_differ: unheard.goals_differ,
            gone_for_good: Vec::new(),
            come_for_good: unheard.bodies.clone(),
            named_behind: HashSet::default(),
        }
    }

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
        let again = now.split_off(now.len() - same);
        let conferences_differ = conferences(gone) != conferences(come);
        let name_goals = |named: &[Named]| named.iter().any(Named::names_goals);
        let goals_differ = name_goals(gone) != name_goals(come);
        if before.is_empty() && now.is_empty() && !conferences_differ && !goals_differ {
            return None;
        }
        let mut renaming = Self {
            conferences_differ,
            goals_differ,
            gone_for_good: once_each(before.iter().rev()),
            come_for_good: once_each(now.iter().rev()),
            gone: once_each(before.iter()),
            come: once_each(now.iter()),
            named_behind: HashSet::default(),
        };
        renaming.name_again(again.iter());
        Some(renaming)
    }

    /// Takes note of what the next blocks behind the edit name.
    pub(crate) fn name_again<'b>(&mut self, bodies: impl IntoIterator<Item = &'b Body>) {
        let known = self.named_behind.len();
        for body in bodies {
            if !self.named_behind.contains(body) {
                self.named_behind.insert(body.clone());
            }
        }
        if self.named_behind.len() > known {
            let is_for_good = |body: &Body| !self.named_behind.contains(body);
            self.gone_for_good.retain(is_for_good);
            self.come_for_good.retain(is_for_good);
        }
    }

    /// Whether every body that the edit concerns has been named again.
    pub(crate) fn is_over(&self) -> bool {
        self.gone_for_good.is_empty() && self.come_for_good.is_empty()
    }

    /// Whether a question about the bodies that the draft names may have another answer than it had: only where the
    /// bodies that could be in the answer are others, or in another order, and nothing named behind the edit settles it.
    pub(crate) fn may_answer_otherwise(&self, question: &Question, answer: &Answer) -> bool {
        let (Question::Meant(noun, written), Answer::MeantBodies(meant)) = (question, answer)
        else {
            return self.may_answer_like(question);
        };
        if meant_bodies::matters(noun, written) && !self.keeps_kind(noun, meant) {
            return self.may_answer_like(question);
        }
        let is_named_behind = |body: &Body| self.named_behind.contains(body);
        !meant.is_full_of(is_named_behind)
            && self.meant_differs(&|body| may_mean(noun, body) && written.fits(body))
    }

    /// Whether the bodies that `noun` may mean are of the kind that they were, by what is named behind the edit alone.
    fn keeps_kind(&self, noun: &Body, meant: &MeantBodies) -> bool {
        let council = Body::new(Body::SECURITY_COUNCIL);
        let others = || {
            let mut others = self.named_behind.iter().filter(|body| **body != council);
            others.any(|body| may_mean(noun, body))
        };
        match meant.has_others() {
            false => false,
            true if meant.has_council() => self.named_behind.contains(&council) && others(),
            true => !self.come_for_good.contains(&council) && others(),
        }
    }

    /// Whether a question that is like this one, whatever number it has in view, may have another answer.
    pub(crate) fn may_answer_like(&self, question: &Question) -> bool {
        match question {
            Question::Meant(noun, _) => self.meant_differs(&|body| may_mean(noun, body)),
            Question::Writer(number) => self.differs_for(&|body| writes(body, number)),
            Question::Names(wanted) => self.differs_for(&|body| body == wanted),
            Question::Fuller(cut) => self.differs_for(&|body| is_fuller(body, cut)),
            Question::Conference => self.conferences_differ,
            Question::Goals => self.goals_differ,
            Question::Number(_)
            | Question::ShortForm(_)
            | Question::Acronyms
            | Question::Note(_)
            | Question::LastNote(_)
            | Question::LastReport
            | Question::Voices
            | Question::Instruments(..)
            | Question::Early(..) => false,
        }
    }

    fn differs_for(&self, counts: &dyn Fn(&Body) -> bool) -> bool {
        differ(&self.gone, &self.come, counts)
    }

    /// The same for what a noun means that stands behind the blocks that have been passed.
    fn meant_differs(&self, counts: &dyn Fn(&Body) -> bool) -> bool {
        differ(&self.gone_for_good, &self.come_for_good, counts)
    }
}

/// `bodies` without those that stand among them before.
fn once_each<'b>(bodies: impl Iterator<Item = &'b Body>) -> Vec<Body> {
    let mut known: HashSet<&Body, RandomState> = HashSet::default();
    bodies.filter(|body| known.insert(body)).cloned().collect()
}

fn differ(gone: &[Body], come: &[Body], counts: &dyn Fn(&Body) -> bool) -> bool {
    let gone = gone.iter().filter(|body| counts(body));
    !gone.eq(come.iter().filter(|body| counts(body)))
}
