//! What blocks tell and ask one another: notices, questions and answers.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use citation::{Body, Referent};
use foldhash::fast::RandomState;

use crate::bind::{Antecedent, Voices, Written};
use crate::meant_bodies::MeantBodies;
use crate::title_fit::TitleFit;

/// What a notice is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Topic {
    /// Whose a number is, written without spaces.
    Number(Box<str>),
    /// What a short form stands for.
    ShortForm(Box<str>),
    /// Acronyms that the draft introduces for instruments.
    Acronyms,
    /// The one source of the note with this number.
    Note(u16),
    /// The note read last of those of a kind.
    LastNote(NoteKind),
    /// The report of a conference that the note read last cites.
    LastReport,
    /// Instruments that the draft names.
    Instruments,
    /// A noun of instruments that stands where the draft has named none so.
    Early(Box<str>),
    /// Whose words follow.
    Voices,
}

/// Where notes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NoteKind {
    /// At the foot of the text, each with its mark.
    Footnote,
    /// In a numbered list that has nothing but notes.
    Listed,
}

/// What several notices are about.
pub(crate) type Topics = HashSet<Topic, RandomState>;

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Body(Body),
    Meaning(Option<Referent>),
    /// The number of a note and its one source, and whether the note settles what that is.
    Note(Option<u16>, Option<Antecedent>),
    Instrument(Referent),
    /// That there is one.
    Introduced,
    Voices(Voices),
}

/// What a block tells the blocks behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) topic: Topic,
    pub(crate) said: Said,
}

/// What a block asks of the rest of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Question {
    /// The body under which a number was first mentioned in full.
    Number(Box<str>),
    /// What a short form was defined for, by every definition so far.
    ShortForm(Box<str>),
    /// Whether any acronym has been introduced for an instrument.
    Acronyms,
    /// The source of a note.
    Note(u16),
    /// The note before, of those of a kind.
    LastNote(NoteKind),
    /// The report of a conference that the note before cites.
    LastReport,
    /// The instruments named so far that have these words in their titles so; two are as good as many.
    Instruments(Box<str>, TitleFit),
    /// Whether a noun has stood in so many blocks where the draft had named no instrument so.
    Early(Box<str>, usize),
    /// Whose words these are by the nearest lines before that say so.
    Voices,
    /// The bodies named before that a noun may mean, as far as they matter for a number, the last one first.
    Meant(Body, Arc<Written>),
    /// The body that alone is known to write such a number.
    Writer(Box<str>),
    /// The only conference of States parties whose convention the draft names.
    Conference,
    /// Whether the draft names a body in full.
    Names(Body),
    /// Whether the draft names the 2030 Agenda or its Goals.
    Goals,
    /// The name that goes on where this one was cut off.
    Fuller(Body),
}

/// The answer to a [`Question`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Body(Option<Body>),
    MeantBodies(MeantBodies),
    Meaning(Meaning),
    Note(Option<(Option<u16>, Option<Antecedent>)>),
    Referents(Vec<Referent>),
    Truth(bool),
    Voices(Voices),
}

/// What is said of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Nothing.
    Unsaid,
    /// What was said leaves it open.
    Open,
    /// It means this.
    Of(Referent),
}

impl Meaning {
    /// What a definition says: that it means this, or leaves it open.
    pub(crate) fn of(meant: Option<Referent>) -> Self {
        meant.map_or(Self::Open, Self::Of)
    }
}

impl Question {
    /// Whether the answer can be another one when more text follows.
    pub(crate) fn looks_ahead(&self) -> bool {
        matches!(
            self,
            Self::Writer(_) | Self::Conference | Self::Names(_) | Self::Goals | Self::Fuller(_)
        )
    }

    /// Whether `topic` is what it is about.
    pub(crate) fn asks_about(&self, topic: &Topic) -> bool {
        match (self, topic) {
            (Self::Number(asked), Topic::Number(said))
            | (Self::ShortForm(asked), Topic::ShortForm(said))
            | (Self::Early(asked, _), Topic::Early(said)) => asked == said,
            (Self::Note(asked), Topic::Note(said)) => asked == said,
            (Self::LastNote(asked), Topic::LastNote(said)) => asked == said,
            (Self::LastReport, Topic::LastReport)
            | (Self::Voices, Topic::Voices)
            | (Self::Acronyms, Topic::Acronyms)
            | (Self::Instruments(..), Topic::Instruments) => true,
            _ => false,
        }
    }

    /// Whether it is about the bodies that the draft names.
    pub(crate) fn is_about_bodies(&self) -> bool {
        matches!(
            self,
            Self::Meant(..)
                | Self::Writer(_)
                | Self::Conference
                | Self::Names(_)
                | Self::Goals
                | Self::Fuller(_)
        )
    }

    /// Whether both are about the same, whatever number each has in view.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Meant(one, _), Self::Meant(other, _)) => one == other,
            _ => self == other,
        }
    }

    /// The topic that it is about; `None` where it is about the bodies that the draft names.
    pub(crate) fn topic(&self) -> Option<Topic> {
        match self {
            Self::Number(number) => Some(Topic::Number(number.clone())),
            Self::ShortForm(short) => Some(Topic::ShortForm(short.clone())),
            Self::Acronyms => Some(Topic::Acronyms),
            Self::Note(number) => Some(Topic::Note(*number)),
            Self::LastNote(kind) => Some(Topic::LastNote(*kind)),
            Self::LastReport => Some(Topic::LastReport),
            Self::Instruments(..) => Some(Topic::Instruments),
            Self::Early(noun, _) => Some(Topic::Early(noun.clone())),
            Self::Voices => Some(Topic::Voices),
            Self::Meant(..)
            | Self::Writer(_)
            | Self::Conference
            | Self::Names(_)
            | Self::Goals
            | Self::Fuller(_) => None,
        }
    }
}

/// What a short form means by the definitions `said`, after what it meant `before` them. Two definitions of one
/// short form leave open which is meant.
pub(crate) fn meaning(before: Meaning, said: &[Said]) -> Meaning {
    said.iter().fold(before, |before, said| {
        let Said::Meaning(meant) = said else {
            return before;
        };
        match before {
            Meaning::Unsaid => Meaning::of(meant.clone()),
            Meaning::Of(before) if Some(&before) == meant.as_ref() => Meaning::Of(before),
            Meaning::Of(_) | Meaning::Open => Meaning::Open,
        }
    })
}

/// The topics of which two readings of the same stretch say something else.
pub(crate) fn changed<'n>(
    before: impl Iterator<Item = &'n Notice>,
    after: impl Iterator<Item = &'n Notice>,
) -> Topics {
    let mut by_topic: HashMap<&Topic, [Vec<&Said>; 2], RandomState> = HashMap::default();
    for notice in before {
        by_topic.entry(&notice.topic).or_default()[0].push(&notice.said);
    }
    for notice in after {
        by_topic.entry(&notice.topic).or_default()[1].push(&notice.said);
    }
    let differs = |(_, [before, after]): &(&Topic, [Vec<&Said>; 2])| before != after;
    let changed = by_topic.into_iter().filter(differs);
    changed.map(|(topic, _)| topic.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::title_fit::TitleFit;

    #[test]
    fn a_question_is_about_its_topic_and_no_other() {
        let questions = [
            Question::Number("1/1".into()),
            Question::ShortForm("1/1".into()),
            Question::Acronyms,
            Question::Note(1),
            Question::Note(2),
            Question::LastNote(NoteKind::Footnote),
            Question::LastNote(NoteKind::Listed),
            Question::LastReport,
            Question::Voices,
            Question::Instruments("Convention".into(), TitleFit::Together),
            Question::Early("Convention".into(), 1),
            Question::Early("Protocol".into(), 1),
            Question::Conference,
            Question::Goals,
            Question::Writer("1/1".into()),
        ];
        let topics: Vec<Topic> = questions.iter().filter_map(Question::topic).collect();
        for question in &questions {
            assert_eq!(question.is_about_bodies(), question.topic().is_none());
            for topic in &topics {
                let is_its = question.topic().as_ref() == Some(topic);
                assert_eq!(question.asks_about(topic), is_its, "{question:?} {topic:?}");
            }
        }
    }
}
