//! The bodies that a draft names in full: what "the Commission" and "the Council" mean.

mod meaning;
mod selection;

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use citation::Body;
use draft::{Block, BlockKind, Draft, Item, Sequence, WORTH_SHARING, in_shares};
use memchr::memmem::Finder;

use selection::{first_of, fitting, followed_by};

pub(crate) use meaning::{is_fuller, may_mean, writes};

/// The word that every convention which has a conference has in its title.
const CONVENTION: &str = "Convention";

/// The noun for the conference of the States parties to a convention.
pub(crate) const CONFERENCE: &str = "Conference of the Parties";

/// What one block names.
#[derive(Clone, Debug)]
pub(crate) struct Named(Arc<Names>);

#[derive(Debug, Default)]
struct Names {
    /// Bodies, each with its byte offset in the block.
    bodies: Vec<(usize, Body)>,
    /// The conferences of States parties whose conventions it names.
    conferences: Vec<Body>,
    /// Whether it names the 2030 Agenda or its Goals.
    goals: bool,
}

static NOTHING: LazyLock<Arc<Names>> = LazyLock::new(Arc::default);

static SEARCHED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(CONVENTION));

/// A conference of States parties with the title of its convention.
struct Conference {
    body: Body,
    /// The words before [`CONVENTION`] in the title, the last one first.
    before: Vec<&'static str>,
    /// Those behind it.
    behind: Vec<&'static str>,
}

static CONFERENCES: LazyLock<Vec<Conference>> = LazyLock::new(|| {
    let conferences = Body::beginning(CONFERENCE).filter_map(|(body, rest)| {
        let (before, behind) = rest.strip_prefix("to the ")?.split_once(CONVENTION)?;
        Some(Conference {
            body,
            before: before.split_whitespace().rev().collect(),
            behind: behind.split_whitespace().collect(),
        })
    });
    conferences.collect()
});

impl Named {
    /// What `block` names, whose text is `text`.
    pub(crate) fn in_block(block: &Block<'_>, text: &str) -> Self {
        if !block.kind.is_prose() && block.kind != BlockKind::ForeignTitles {
            return Self(Arc::clone(&NOTHING));
        }
        let bodies = citation::bodies_named(text);
        let conferences = conferences(block, text);
        let goals = citation::names_goals(text);
        if bodies.is_empty() && conferences.is_empty() && !goals {
            return Self(Arc::clone(&NOTHING));
        }
        Self(Arc::new(Names {
            bodies,
            conferences,
            goals,
        }))
    }

    pub(crate) fn bodies(&self) -> impl DoubleEndedIterator<Item = (usize, &Body)> {
        self.0.bodies.iter().map(|(at, body)| (*at, body))
    }

    pub(crate) fn conferences(&self) -> impl Iterator<Item = &Body> {
        self.0.conferences.iter()
    }

    pub(crate) fn names_goals(&self) -> bool {
        self.0.goals
    }
}

/// The conferences whose conventions the prose `text` names, however its lines break.
fn conferences(block: &Block<'_>, text: &str) -> Vec<Body> {
    if !block.kind.is_prose() {
        return Vec::new();
    }
    let mut named: Vec<usize> = SEARCHED
        .find_iter(text.as_bytes())
        .flat_map(|at| (0..CONFERENCES.len()).filter(move |&index| stands(index, text, at)))
        .collect();
    named.sort_unstable();
    named.dedup();
    let body = |index: usize| CONFERENCES[index].body.clone();
    named.into_iter().map(body).collect()
}

/// Whether the title of the convention with this index in [`CONFERENCES`] stands around its word `Convention` at the
/// byte `at`.
fn stands(index: usize, text: &str, at: usize) -> bool {
    let title = &CONFERENCES[index];
    let (before, behind) = (&text[..at], &text[at + CONVENTION.len()..]);
    // Marks may stand behind the word.
    let behind = behind.trim_start_matches(|c: char| !c.is_alphabetic() && !c.is_whitespace());
    let is_word = (before.is_empty() || before.ends_with(char::is_whitespace))
        && behind.starts_with(char::is_whitespace);
    is_word
        && same_words(title.behind.iter(), behind.split_whitespace())
        && same_words(title.before.iter(), before.split_whitespace().rev())
}

/// Whether a text begins with these words, marks behind them aside.
fn same_words<'w>(
    mut wanted: impl Iterator<Item = &'w &'static str>,
    mut written: impl Iterator<Item = &'w str>,
) -> bool {
    wanted.all(|wanted| {
        let word = written.next();
        word.is_some_and(|word| word.trim_end_matches(|c: char| !c.is_alphabetic()) == *wanted)
    })
}

/// What is known of a chunk of blocks.
#[derive(Clone, Debug)]
pub(crate) struct Summary {
    /// The bodies once each, the one named last first.
    bodies: Arc<[Body]>,
    conferences: Arc<[Body]>,
    goals: bool,
}

impl Item for Named {
    type Summary = Summary;

    fn summary(items: &[Self]) -> Summary {
        let once_each = |all: &mut dyn Iterator<Item = &Body>| {
            let mut once: Vec<Body> = Vec::new();
            for body in all {
                if !once.contains(body) {
                    once.push(body.clone());
                }
            }
            once.into()
        };
        let backwards = items.iter().rev().flat_map(|named| named.bodies().rev());
        Summary {
            bodies: once_each(&mut backwards.map(|(_, body)| body)),
            conferences: once_each(&mut items.iter().flat_map(Named::conferences)),
            goals: items.iter().any(Named::names_goals),
        }
    }
}

/// What each block of a draft names, read for whoever asks first: of ten drafts nine have no citation that does.
pub(crate) struct Naming<'d> {
    draft: &'d Draft,
    /// Whether nobody wants to know any more; asked before each block.
    stop: &'d dyn Fn() -> bool,
    known: OnceCell<Sequence<Named>>,
    meant: RefCell<HashMap<Body, Meant>>,
    fitting: RefCell<HashMap<Body, Fitting>>,
}

/// The bodies of one chunk that a noun may mean. A chunk names few, and its blocks ask about them again and again.
struct Fitting {
    place: usize,
    bodies: Rc<[Body]>,
}

/// What a noun may mean by the first chunks of what a draft names. Blocks ask in their order, so it grows with them.
#[derive(Default)]
struct Meant {
    chunks: usize,
    /// The one named last first.
    bodies: Vec<Body>,
}

impl<'d> Naming<'d> {
    /// Of a draft of which nobody has asked yet, or of which this much is `known`.
    pub(crate) fn new(
        draft: &'d Draft,
        stop: &'d dyn Fn() -> bool,
        known: Option<Sequence<Named>>,
    ) -> Self {
        Self {
            draft,
            stop,
            known: known.map_or_else(OnceCell::new, OnceCell::from),
            meant: RefCell::default(),
            fitting: RefCell::default(),
        }
    }

    /// The bodies that `noun` may mean of those named in the chunk `place`, the one named last first.
    fn fitting_in(&self, noun: &Body, place: usize) -> Rc<[Body]> {
        let mut known = self.fitting.borrow_mut();
        if let Some(fitting) = known.get(noun).filter(|fitting| fitting.place == place) {
            return Rc::clone(&fitting.bodies);
        }
        let chunk = self.all().chunks().get(place);
        let named = chunk.into_iter().flat_map(|chunk| &*chunk.summary.bodies);
        let bodies: Rc<[Body]> = named.filter(|body| may_mean(noun, body)).cloned().collect();
        let fitting = Fitting {
            place,
            bodies: Rc::clone(&bodies),
        };
        known.insert(noun.clone(), fitting);
        bodies
    }

    /// The bodies that `noun` may mean of those named in the chunks before `place`, the last one first, behind
    /// those in `near`, which are named after them.
    fn meant_before(&self, noun: &Body, place: usize, near: Vec<Body>) -> Vec<Body> {
        let mut known = self.meant.borrow_mut();
        if !known.contains_key(noun) {
            known.insert(noun.clone(), Meant::default());
        }
        let Some(meant) = known.get_mut(noun) else {
            return near;
        };
        if meant.chunks > place {
            *meant = Meant::default();
        }
        for chunk in &self.all().chunks()[meant.chunks..place] {
            let later = fitting(noun, chunk.summary.bodies.iter());
            if !later.is_empty() {
                meant.bodies = followed_by(later, &meant.bodies);
            }
        }
        meant.chunks = place;
        followed_by(near, &meant.bodies)
    }

    /// The bodies that the blocks with these indexes name, some more than once, in no order.
    pub(crate) fn named_in(&self, range: Range<usize>) -> impl Iterator<Item = &Body> {
        let all = self.all();
        let chunks = all.chunks()[all.chunk_of(range.start)..].iter();
        let chunks = chunks.take_while({
            let end = range.end;
            move |chunk| chunk.index < end
        });
        chunks.flat_map(move |chunk| {
            let end = chunk.index + chunk.items.len();
            let is_inside = range.start <= chunk.index && end <= range.end;
            let within = |index: usize| index.clamp(chunk.index, end) - chunk.index;
            let (whole, part) = if is_inside {
                (&*chunk.summary.bodies, &[][..])
            } else {
                let part = within(range.start)..within(range.end);
                (&[][..], &chunk.items[part])
            };
            let of_blocks = part.iter().flat_map(Named::bodies);
            whole.iter().chain(of_blocks.map(|(_, body)| body))
        })
    }

    /// What the blocks with these indexes name, which no other block decides.
    pub(crate) fn of_blocks(
        draft: &Draft,
        range: Range<usize>,
        stop: &dyn Fn() -> bool,
    ) -> impl Iterator<Item = Named> {
        let wanted = draft.blocks().range(range).take_while(|_| !stop());
        wanted.map(|block| Named::in_block(&block, &draft.text_of(&block)))
    }

    /// What is known; `None` where nobody has asked.
    pub(crate) fn into_known(self) -> Option<Sequence<Named>> {
        self.known.into_inner()
    }

    fn all(&self) -> &Sequence<Named> {
        self.known.get_or_init(|| self.read().into_iter().collect())
    }

    fn read(&self) -> Vec<Named> {
        /// So many blocks are taken at once.
        const RUN: usize = 64;
        let draft = self.draft;
        let blocks = draft.blocks().len();
        if draft.length() < WORTH_SHARING {
            return Self::of_blocks(draft, 0..blocks, self.stop).collect();
        }
        let runs: Vec<usize> = (0..blocks).step_by(RUN).collect();
        let of_run = |from: &usize| {
            let run = *from..blocks.min(from + RUN);
            Self::of_blocks(draft, run, &|| false).collect::<Vec<_>>()
        };
        in_shares(&runs, self.stop, of_run)
            .into_iter()
            .flatten()
            .collect()
    }
}

/// The bodies of a draft as one of its blocks sees them.
pub(crate) struct Bodies<'n> {
    pub(crate) naming: &'n Naming<'n>,
    /// The index of the block.
    pub(crate) block: usize,
}

impl<'n> Bodies<'n> {
    fn named(&self) -> &'n Sequence<Named> {
        self.naming.all()
    }

    fn all(&self) -> impl Iterator<Item = &'n Body> {
        let chunks = self.named().chunks().iter();
        chunks.flat_map(|chunk| chunk.summary.bodies.iter())
    }

    pub(crate) fn only_writer(&self, number: &str) -> Option<Body> {
        let mut writers = self.all().filter(|body| writes(body, number));
        let first = writers.next()?;
        writers.all(|body| body == first).then(|| first.clone())
    }

    /// The conference of States parties in a draft that names, of all conventions with such a conference, one.
    pub(crate) fn only_conference(&self) -> Option<Body> {
        let chunks = self.named().chunks().iter();
        let mut all = chunks.flat_map(|chunk| chunk.summary.conferences.iter());
        let first = all.next()?;
        all.all(|other| other == first).then(|| first.clone())
    }

    pub(crate) fn name_goals(&self) -> bool {
        let mut chunks = self.named().chunks().iter();
        chunks.any(|chunk| chunk.summary.goals)
    }

    pub(crate) fn has(&self, body: &Body) -> bool {
        self.all().any(|other| other == body)
    }

    /// The first body whose name goes on where that of `body` ends.
    pub(crate) fn fuller(&self, body: &Body) -> Option<Body> {
        let is_longer = |other: &Body| is_fuller(other, body);
        let mut chunks = self.named().chunks().iter();
        let chunk = chunks.find(|chunk| chunk.summary.bodies.iter().any(is_longer))?;
        let mut bodies = chunk.items.iter().flat_map(Named::bodies);
        bodies
            .find(|(_, other)| is_longer(other))
            .map(|(_, body)| body.clone())
    }

    /// The bodies that `noun` may mean of those named in the block before its byte `at`, the last one first.
    pub(crate) fn meant_here(&self, noun: &Body, at: usize) -> Vec<Body> {
        let here = self.named().get(self.block).into_iter();
        let before = here
            .flat_map(|named| named.bodies().rev())
            .filter(|(place, _)| *place < at);
        fitting(noun, before.map(|(_, body)| body))
    }

    /// The bodies that `noun` may mean of those named in earlier blocks, the last one first; what stands behind the
    /// first `most` that count may be left out.
    pub(crate) fn meant_before(
        &self,
        noun: &Body,
        most: usize,
        counts: &dyn Fn(&Body) -> bool,
    ) -> Vec<Body> {
        let place = self.named().chunk_of(self.block);
        let Some(chunk) = self.named().chunks().get(place) else {
            return Vec::new();
        };
        let fitting = self.naming.fitting_in(noun, place);
        let before = match *fitting {
            [] => &[],
            _ => &chunk.items[..self.block - chunk.index],
        };
        let near = before.iter().rev();
        let near = near.flat_map(|named| named.bodies().rev().map(|(_, body)| body));
        let (near, counted) = first_of(&fitting, near, most, counts);
        if counted >= most {
            return near;
        }
        self.naming.meant_before(noun, place, near)
    }
}
