//! What reading one block has led to: its references with their verdicts, and what has to be known to read
//! on or to tell whether the reading still holds.

use std::sync::{Arc, LazyLock};

use draft::Item;

use crate::Reference;
use crate::bind::{BrokenOff, Ending};
use crate::questions::{Answer, Notice, Question, Topic};

/// The outcome of one block.
#[derive(Clone, Debug)]
pub(crate) struct BlockOutcome {
    pub(crate) judged: Arc<Judged>,
    pub(crate) ending: Ending,
    /// What is left open behind the block.
    pub(crate) behind: BrokenOff,
}

impl BlockOutcome {
    /// Of a block that has `references`, asks nothing and says nothing.
    pub(crate) fn of(references: Vec<Reference>) -> Self {
        Self {
            judged: Arc::new(Judged {
                references,
                ..Judged::default()
            }),
            ending: Ending::BESIDE,
            behind: BrokenOff::default(),
        }
    }
}

/// The references of a block, what it asked and what it says.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    /// In text order; ranges count from the block's start.
    pub(crate) references: Vec<Reference>,
    pub(crate) asked: Vec<(Question, Answer)>,
    pub(crate) notices: Vec<Notice>,
}

static NOTHING: LazyLock<Arc<Judged>> = LazyLock::new(Arc::default);

impl Judged {
    fn questions(&self) -> impl Iterator<Item = &Question> {
        self.asked.iter().map(|(question, _)| question)
    }

    /// Whether both ask the same, whatever they were answered, and say the same.
    fn is_heard_like(&self, other: &Self) -> bool {
        self.notices == other.notices && self.questions().eq(other.questions())
    }

    /// Of a block that names nothing, asks nothing and says nothing.
    pub(crate) fn nothing() -> Arc<Self> {
        Arc::clone(&NOTHING)
    }
}

/// What is known of a chunk of outcomes.
#[derive(Clone, Debug)]
pub(crate) struct Summary {
    /// What its blocks say, in order.
    pub(crate) notices: Arc<[Notice]>,
    /// What its blocks ask about, once each.
    pub(crate) asked: Arc<[Topic]>,
    /// What they ask about the bodies that the draft names, of those that are alike one.
    pub(crate) asked_of_bodies: Arc<[Question]>,
    /// The places in the chunk of the few that ask about bodies.
    pub(crate) asking_of_bodies: Arc<[usize]>,
    /// How many references they have.
    pub(crate) references: usize,
}

impl Item for BlockOutcome {
    type Summary = Summary;

    fn summary(items: &[Self]) -> Summary {
        let mut asked: Vec<Topic> = Vec::new();
        let mut asked_of_bodies: Vec<Question> = Vec::new();
        for question in items.iter().flat_map(|outcome| outcome.judged.questions()) {
            if question.is_about_bodies() {
                if !asked_of_bodies.iter().any(|known| known.is_like(question)) {
                    asked_of_bodies.push(question.clone());
                }
            } else if !asked.iter().any(|topic| question.asks_about(topic)) {
                asked.extend(question.topic());
            }
        }
        let asks_of_bodies = |outcome: &Self| {
            let mut questions = outcome.judged.questions();
            questions.any(Question::is_about_bodies)
        };
        let asking = (0..items.len()).filter(|place| asks_of_bodies(&items[*place]));
        let notices = items.iter().flat_map(|outcome| &outcome.judged.notices);
        Summary {
            asking_of_bodies: asking.collect(),
            notices: notices.cloned().collect(),
            asked: asked.into(),
            asked_of_bodies: asked_of_bodies.into(),
            references: items
                .iter()
                .map(|outcome| outcome.judged.references.len())
                .sum(),
        }
    }

    /// An answer that has changed rarely changes what is asked and said, and then only the references are counted.
    fn summary_again(items: &[Self], before: &[Self], known: &Summary) -> Summary {
        let mut references = known.references;
        for (new, old) in items.iter().zip(before) {
            if Arc::ptr_eq(&new.judged, &old.judged) {
                continue;
            }
            if !new.judged.is_heard_like(&old.judged) {
                return Self::summary(items);
            }
            references = references + new.judged.references.len() - old.judged.references.len();
        }
        Summary {
            references,
            ..known.clone()
        }
    }
}
