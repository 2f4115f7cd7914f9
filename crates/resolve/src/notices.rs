//! What the blocks of a draft tell those that come after, and what those ask.
//!
//! A block is bound to what it names from its own text and from the answers to its questions alone, and it remembers
//! both. So an edited draft is read again only where the text has changed or an answer has.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use citation::{Body, Referent};
use draft::Chunk;
use foldhash::fast::RandomState;

use crate::bind::{Antecedent, Voices, Written};
use crate::block_answers::BlockAnswers;
use crate::block_outcome::BlockOutcome;
use crate::bodies::{self, Bodies};
use crate::meant_bodies::MeantBodies;
use crate::questions::{Answer, Meaning, NoteKind, Notice, Question, Said, Topic, meaning};
use crate::title_fit::TitleFit;

/// The outcomes before a block, in order.
#[derive(Clone, Copy)]
pub(crate) struct Earlier<'o> {
    pub(crate) chunks: &'o [Chunk<BlockOutcome>],
    pub(crate) rest: [&'o [BlockOutcome]; 2],
}

impl<'o> Earlier<'o> {
    pub(crate) const NOTHING: Self = Self {
        chunks: &[],
        rest: [&[], &[]],
    };

    /// How many there are.
    fn count(self) -> usize {
        let chunks = self.chunks.last();
        let in_chunks = chunks.map_or(0, |last| last.index + last.items.len());
        in_chunks + self.rest.iter().map(|rest| rest.len()).sum::<usize>()
    }

    /// What those from the outcome `first` on say.
    fn notices_from(self, first: usize) -> impl Iterator<Item = &'o Notice> {
        let behind = self
            .chunks
            .partition_point(|chunk| chunk.index + chunk.items.len() <= first);
        let chunks = self.chunks[behind..].iter();
        let in_chunks = chunks.flat_map(move |chunk| {
            // From the middle of a chunk on only a part of its notices follows.
            let (whole, part) = if first <= chunk.index {
                (&*chunk.summary.notices, &[][..])
            } else {
                (&[][..], &chunk.items[first - chunk.index..])
            };
            whole
                .iter()
                .chain(part.iter().flat_map(|outcome| &outcome.judged.notices))
        });
        let beside = self.count() - self.rest.iter().map(|rest| rest.len()).sum::<usize>();
        let rest = self.rest.into_iter().flatten();
        let rest = rest.skip(first.saturating_sub(beside));
        in_chunks.chain(rest.flat_map(|outcome| &outcome.judged.notices))
    }
}

/// What is said about a topic by the blocks before the one with the index `heard`.
#[derive(Default)]
struct Heard {
    said: Vec<Said>,
    heard: usize,
}

/// The notices up to a block, as far as somebody has asked for their topics.
#[derive(Default)]
pub(crate) struct Notices {
    said: HashMap<Topic, Heard, RandomState>,
    /// The instruments among them, once each.
    instruments: HashSet<Referent, RandomState>,
    /// Whether every notice is kept, asked for or not.
    is_complete: bool,
}

impl Notices {
    /// All of them, whether or not somebody asks.
    pub(crate) fn complete(earlier: Earlier<'_>) -> Self {
        let mut notices = Self {
            is_complete: true,
            ..Self::default()
        };
        notices.add(earlier.notices_from(0));
        notices
    }

    /// Takes note of what the next blocks say. Where not all are kept, they are looked for once somebody asks.
    pub(crate) fn add<'n>(&mut self, notices: impl IntoIterator<Item = &'n Notice>) {
        if !self.is_complete {
            return;
        }
        for notice in notices {
            let said = match self.said.get_mut(&notice.topic) {
                Some(said) => said,
                None => self.said.entry(notice.topic.clone()).or_default(),
            };
            said.add(notice, &mut self.instruments);
        }
    }

    fn said(&mut self, topic: &Topic, earlier: Earlier<'_>) -> &[Said] {
        if self.is_complete {
            return self.said.get(topic).map_or(&[], |known| &known.said);
        }
        if !self.said.contains_key(topic) {
            self.said.insert(topic.clone(), Heard::default());
        }
        let Some(known) = self.said.get_mut(topic) else {
            return &[];
        };
        for notice in earlier.notices_from(known.heard) {
            if notice.topic == *topic {
                known.add(notice, &mut self.instruments);
            }
        }
        known.heard = earlier.count();
        &known.said
    }

    /// What the blocks before say to `question`.
    pub(crate) fn answer(
        &mut self,
        question: &Question,
        earlier: Earlier<'_>,
        bodies: &Bodies<'_>,
    ) -> Answer {
        let said = match question.topic() {
            Some(topic) => self.said(&topic, earlier),
            None => &[],
        };
        match question {
            Question::Number(_) => Answer::Body(match said {
                [Said::Body(body), ..] => Some(body.clone()),
                _ => None,
            }),
            Question::ShortForm(_) => Answer::Meaning(meaning(Meaning::Unsaid, said)),
            Question::Note(_) | Question::LastReport => Answer::Meaning(match said {
                [Said::Meaning(source)] => Meaning::of(source.clone()),
                _ => Meaning::Unsaid,
            }),
            Question::Voices => Answer::Voices(match said {
                [Said::Voices(voices)] => voices.clone(),
                _ => Voices::default(),
            }),
            Question::LastNote(_) => Answer::Note(match said {
                [Said::Note(number, source)] => Some((*number, source.clone())),
                _ => None,
            }),
            Question::Early(_, blocks) => Answer::Truth(said.len() >= *blocks),
            Question::Instruments(words, fit) => two_fitting(said, |title| fit.fits(title, words)),
            Question::Conference => Answer::Body(bodies.only_conference()),
            Question::Meant(noun, written) => {
                Answer::MeantBodies(MeantBodies::before(bodies, noun, written))
            }
            Question::Writer(number) => Answer::Body(bodies.only_writer(number)),
            Question::Acronyms => Answer::Truth(!said.is_empty()),
            Question::Names(body) => Answer::Truth(bodies.has(body)),
            Question::Goals => Answer::Truth(bodies.name_goals()),
            Question::Fuller(body) => Answer::Body(bodies.fuller(body)),
        }
    }
}

impl Heard {
    /// Takes note of the next notice about its topic.
    fn add(&mut self, notice: &Notice, instruments: &mut HashSet<Referent, RandomState>) {
        let said = &mut self.said;
        let is_known = match (&notice.topic, &notice.said) {
            (_, Said::Instrument(referent)) => !instruments.insert(referent.clone()),
            (Topic::Number(_) | Topic::Acronyms, _) => !said.is_empty(),
            (Topic::Note(_) | Topic::LastNote(_) | Topic::LastReport | Topic::Voices, _) => {
                said.clear();
                false
            }
            (Topic::ShortForm(_), said_now) => said.last() == Some(said_now),
            (Topic::Instruments | Topic::Early(_), _) => false,
        };
        if !is_known {
            said.push(notice.said.clone());
        }
    }
}

/// The first two instruments of those `said` whose titles fit.
fn two_fitting(said: &[Said], fits: impl Fn(&str) -> bool) -> Answer {
    let fitting = said.iter().filter_map(|said| match said {
        Said::Instrument(referent) if fits(&referent.to_string()) => Some(referent.clone()),
        _ => None,
    });
    Answer::Referents(fitting.take(2).collect())
}

/// Gives an answer that is known without asking.
type Recall<'r> = &'r dyn Fn(&Question) -> Option<Answer>;

/// The rest of the draft as one block sees it. Remembers what it was asked and what the block says itself.
pub(crate) struct Rest<'r> {
    notices: &'r RefCell<Notices>,
    earlier: Earlier<'r>,
    pub(crate) bodies: Bodies<'r>,
    /// Which answers are known without asking.
    known: Option<Recall<'r>>,
    asked: RefCell<BlockAnswers>,
    told: RefCell<Vec<Notice>>,
}

impl<'r> Rest<'r> {
    pub(crate) fn new(
        notices: &'r RefCell<Notices>,
        earlier: Earlier<'r>,
        bodies: Bodies<'r>,
    ) -> Self {
        Self {
            notices,
            earlier,
            bodies,
            known: None,
            asked: RefCell::default(),
            told: RefCell::default(),
        }
    }

    /// The same, of which some answers are `known`.
    pub(crate) fn knowing(self, known: Recall<'r>) -> Self {
        let known = Some(known);
        Self { known, ..self }
    }

    fn ask(&self, question: Question) -> Answer {
        if let Some(answer) = self.asked.borrow().answer(&question) {
            return answer.clone();
        }
        let known = self.known.and_then(|known| known(&question));
        let answer = known.unwrap_or_else(|| {
            let mut notices = self.notices.borrow_mut();
            notices.answer(&question, self.earlier, &self.bodies)
        });
        self.asked.borrow_mut().put(question, answer.clone());
        answer
    }

    /// Tells the blocks behind this one, and what follows in it.
    pub(crate) fn tell(&self, topic: Topic, said: Said) {
        let notice = Notice { topic, said };
        let mut told = self.told.borrow_mut();
        if told.last() != Some(&notice) {
            told.push(notice);
        }
    }

    fn told(&self, topic: &Topic) -> Vec<Said> {
        let told = self.told.borrow();
        let about = told.iter().filter(|notice| notice.topic == *topic);
        about.map(|notice| notice.said.clone()).collect()
    }

    /// The body under which `number` was first mentioned in full.
    pub(crate) fn mentioned(&self, number: &str) -> Option<Body> {
        if let Answer::Body(Some(body)) = self.ask(Question::Number(number.into())) {
            return Some(body);
        }
        match self.told(&Topic::Number(number.into())).first() {
            Some(Said::Body(body)) => Some(body.clone()),
            _ => None,
        }
    }

    /// Whose words these are by what the blocks before say.
    pub(crate) fn voices(&self) -> Voices {
        match self.ask(Question::Voices) {
            Answer::Voices(voices) => voices,
            _ => Voices::default(),
        }
    }

    /// What `short` was defined for.
    pub(crate) fn defined(&self, short: &str) -> Meaning {
        let before = match self.ask(Question::ShortForm(short.into())) {
            Answer::Meaning(meaning) => meaning,
            _ => Meaning::Unsaid,
        };
        meaning(before, &self.told(&Topic::ShortForm(short.into())))
    }

    /// Whether an acronym has been introduced for an instrument.
    pub(crate) fn has_acronyms(&self) -> bool {
        self.ask(Question::Acronyms) == Answer::Truth(true)
            || !self.told(&Topic::Acronyms).is_empty()
    }

    /// Whether `noun` has stood in that many of the `blocks` before where the draft had named no instrument so.
    pub(crate) fn was_early(&self, noun: &str, blocks: usize) -> bool {
        self.ask(Question::Early(noun.into(), blocks)) == Answer::Truth(true)
    }

    /// The source of the note `number`.
    pub(crate) fn source_of_note(&self, number: u16) -> Option<Referent> {
        match self.ask(Question::Note(number)) {
            Answer::Meaning(Meaning::Of(source)) => Some(source),
            _ => None,
        }
    }

    /// The report of a conference that the note before cites.
    pub(crate) fn last_report(&self) -> Option<Referent> {
        match self.ask(Question::LastReport) {
            Answer::Meaning(Meaning::Of(report)) => Some(report),
            _ => None,
        }
    }

    /// The number of the note before, of those of a `kind`, and its one source, and whether it settles what that is.
    pub(crate) fn last_note(&self, kind: NoteKind) -> Option<(Option<u16>, Option<Antecedent>)> {
        match self.ask(Question::LastNote(kind)) {
            Answer::Note(note) => note,
            _ => None,
        }
    }

    /// The instruments that the draft has named with `words` in their titles so; two stand for many.
    pub(crate) fn instruments(&self, words: &str, fit: TitleFit) -> Vec<Referent> {
        let mut fitting = match self.ask(Question::Instruments(words.into(), fit)) {
            Answer::Referents(fitting) => fitting,
            _ => Vec::new(),
        };
        for said in self.told(&Topic::Instruments) {
            if let Said::Instrument(referent) = said
                && !fitting.contains(&referent)
                && fit.fits(&referent.to_string(), words)
            {
                fitting.push(referent);
            }
        }
        fitting
    }

    /// The bodies that `noun` may mean at the byte `at` of the block, as far as they matter for the number `written`:
    /// those whose name has it and that the draft has named before, the last one first.
    pub(crate) fn meant_by(&self, noun: &Body, at: usize, written: &Arc<Written>) -> MeantBodies {
        let here = self.bodies.meant_here(noun, at);
        let mut meant = MeantBodies::of(&here, noun, written);
        let question = Question::Meant(noun.clone(), Arc::clone(written));
        if let Answer::MeantBodies(before) = self.ask(question) {
            meant = before.behind(meant);
        }
        if meant.is_empty()
            && noun.key() == bodies::CONFERENCE
            && let Answer::Body(Some(conference)) = self.ask(Question::Conference)
        {
            meant = MeantBodies::of(&[conference], noun, written);
        }
        meant
    }

    /// The body that alone, of all that the draft names, is known to write numbers in the form of `number`.
    pub(crate) fn only_writer(&self, number: &str) -> Option<Body> {
        match self.ask(Question::Writer(number.into())) {
            Answer::Body(body) => body,
            _ => None,
        }
    }

    /// Whether the draft names `body` in full anywhere.
    pub(crate) fn names(&self, body: &Body) -> bool {
        self.ask(Question::Names(body.clone())) == Answer::Truth(true)
    }

    /// Whether the draft names the 2030 Agenda or its Goals anywhere.
    pub(crate) fn names_goals(&self) -> bool {
        self.ask(Question::Goals) == Answer::Truth(true)
    }

    /// `body`, or the fuller name under which the draft has it elsewhere: a line end cuts "Open-ended Working
    /// Group on Ageing".
    pub(crate) fn fuller(&self, body: &Body) -> Body {
        if body.name().is_some() {
            return body.clone();
        }
        match self.ask(Question::Fuller(body.clone())) {
            Answer::Body(Some(fuller)) => fuller,
            _ => body.clone(),
        }
    }

    /// What the block asked, and what it says.
    pub(crate) fn remembered(self) -> (Vec<(Question, Answer)>, Vec<Notice>) {
        (self.asked.into_inner().pairs, self.told.into_inner())
    }
}
