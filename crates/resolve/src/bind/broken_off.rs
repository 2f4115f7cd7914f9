//! Lists that a page break, or a heading, parts from the words that open them.
//!
//! A block that ends inside a sentence, in a list of numbers or right behind "resolution", says what the
//! numbers at the beginning of the next block are. Notes and running heads between do not count. A heading or a line that
//! announces resolutions says what the numbers are that the blocks below begin with, until one begins otherwise.

use std::sync::Arc;

use citation::{Act, Citation, Form, Kind, Naming};
use draft::{Block, BlockKind};

/// How far the last number of an open list may stand from the end of its block, in bytes.
const REACH: usize = 400;

/// How many lines a running head may have.
const HEADS: u8 = 4;

/// The longest running head, in bytes.
const LINE: usize = 200;

/// What the blocks before leave open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BrokenOff {
    prose: Option<Arc<Open>>,
    /// How many lines that may be a running head have passed since.
    passed: u8,
    /// The lines of a running head are blocks of their own.
    head: Option<Arc<Open>>,
    /// What is announced for the numbers with which the blocks below begin.
    below: Option<Arc<Open>>,
}

/// A list that is not at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Open {
    act: Act,
    naming: Naming,
}

/// How a block ends, and what it means for the lists around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
    how: How,
    /// What it announces for the blocks below.
    announces: Option<Arc<Open>>,
    /// Whether it begins with a number, as the items of a list do that words above announce.
    is_item: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum How {
    /// It stands beside the text.
    Beside,
    /// It is a running head, which may leave a list open.
    Head(Option<Arc<Open>>),
    /// It is a line that may be a running head.
    Line,
    /// It is text, which may leave a list open.
    Text(Option<Arc<Open>>),
    /// It ends with numbers that may be the rest of what the blocks before leave open, and are no list by themselves.
    GoesOn,
}

impl Ending {
    /// The ending of a block that stands beside the text.
    pub(crate) const BESIDE: Self = Self {
        how: How::Beside,
        announces: None,
        is_item: false,
    };

    /// How `block` ends, whose text is `text`.
    pub(crate) fn of(block: &Block<'_>, text: &str) -> Self {
        let how = match block.kind {
            BlockKind::FootnoteDefinition => return Self::BESIDE,
            BlockKind::Furniture => {
                let open = citation::left_open(text);
                How::Head(open.map(|(act, naming)| Arc::new(Open { act, naming })))
            }
            // A running head that the outline does not know as one.
            _ => match open(block, text) {
                None if is_line(text) => How::Line,
                Some(open) if open.naming == Naming::TornOff && !is_list(block) => How::GoesOn,
                open => How::Text(open.map(Arc::new)),
            },
        };
        Self {
            how,
            announces: announced(block, text).map(Arc::new),
            is_item: is_item(block, text),
        }
    }
}

impl BrokenOff {
    /// What is left open behind a block that ends like this.
    #[must_use]
    pub(crate) fn behind(&self, ending: &Ending) -> Self {
        let below = match (&ending.announces, &ending.how) {
            (Some(open), _) => Some(Arc::clone(open)),
            (None, How::Beside | How::Head(_)) => self.below.clone(),
            (None, _) => self.below.clone().filter(|_| ending.is_item),
        };
        let kept = Self {
            below,
            ..self.clone()
        };
        match &ending.how {
            How::Beside => kept,
            How::Head(open) => Self {
                head: open.clone(),
                ..kept
            },
            How::Line if self.passed < HEADS => Self {
                passed: self.passed + 1,
                ..kept
            },
            How::Line => Self {
                prose: None,
                passed: 0,
                ..kept
            },
            How::Text(open) => Self {
                prose: open.clone(),
                passed: 0,
                ..kept
            },
            How::GoesOn => Self { passed: 0, ..kept },
        }
    }

    /// Whether `block` may go on with what the blocks before leave open.
    pub(crate) fn concerns(block: &Block<'_>) -> bool {
        let opens_title = |one: &Citation| one.form == Form::TitleLine;
        let mut citations = block.marks.citations.iter();
        citations.any(|one| torn_off(one) || opens_title(one))
    }

    /// `citation`, which opens a title line, as one of those that the words above announce.
    pub(super) fn listed(&self, citation: &Citation, text: &str) -> Option<Citation> {
        self.below.as_deref()?.item(citation, text)
    }

    /// `citation`, which may be the rest of a list, with what that list says of it; `None` where it is no
    /// reference.
    pub(super) fn mended(
        &self,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Citation> {
        let before = match block.kind {
            BlockKind::FootnoteDefinition => &None,
            BlockKind::Furniture => &self.head,
            _ => &self.prose,
        };
        let Form::Number { stem, .. } = &citation.form else {
            return None;
        };
        if let Some(open) = self.below.as_deref().filter(|_| is_item(block, text)) {
            return open.item(citation, text);
        }
        let (act, naming) = match before {
            Some(open) => (open.act, open.naming.clone()),
            // Two numbers or more with dates are a list, whatever went before.
            None if is_list(block) => (Act::Resolution, Naming::TornOff),
            None => return None,
        };
        let is_page = text.trim() == text.get(citation.token.clone())? && is_page_of_pages(text);
        (!is_page).then(|| Citation {
            form: Form::Number {
                act,
                naming,
                stem: stem.clone(),
            },
            ..citation.clone()
        })
    }
}

impl Open {
    /// `citation`, which stands in an item of the list that these words announce, where its number may be one.
    fn item(&self, citation: &Citation, text: &str) -> Option<Citation> {
        let written = text.get(citation.token.clone())?;
        let stem = match &citation.form {
            Form::Number { stem, .. } => stem.clone(),
            Form::TitleLine => None,
            _ => return None,
        };
        let is_named_bodys = || match &self.naming {
            Naming::Named(body) => !body.has_symbols() && body.is_known_to_write(written),
            _ => false,
        };
        (may_be_adopted(written) || is_named_bodys()).then(|| Citation {
            form: Form::Number {
                act: act_of(written).unwrap_or(self.act),
                naming: self.naming.clone(),
                stem,
            },
            ..citation.clone()
        })
    }
}

/// Whether the number `written` has the session of the General Assembly, the year or the year in parentheses that days and
/// fractions at the beginning of a line have not: "15/10", "31/12", "24/7".
pub(super) fn may_be_adopted(written: &str) -> bool {
    let Some((session, number)) = written.split_once('/') else {
        return written.contains('(');
    };
    match (session.parse(), number.parse::<u16>()) {
        (Ok(31), Ok(number)) => number > 12,
        // "45/55 of the costs".
        (Ok(share @ 32..100), Ok(rest)) => {
            u16::checked_add(share, rest) != Some(100) && !number.starts_with('0')
        }
        (Ok(32..100 | 1946..2100_u16), _) => !number.starts_with('0'),
        _ => session.contains('-'),
    }
}

/// A decision, where only decisions of the General Assembly have such a number: "78/553" under "Resolutions and decisions".
pub(super) fn act_of(written: &str) -> Option<Act> {
    /// With this the decisions of a session begin.
    const FIRST_DECISION: u16 = 401;
    let (session, number) = written.split_once('/')?;
    let is_decision = session.len() == 2
        && number
            .parse()
            .is_ok_and(|number: u16| number >= FIRST_DECISION);
    is_decision.then_some(Act::Decision)
}

/// What `block` announces for the numbers with which the blocks below begin: a heading, a line of its own or the end of a
/// sentence with a colon that names resolutions or decisions and has no number itself.
fn announced(block: &Block<'_>, text: &str) -> Option<Open> {
    let ending = text.trim_end();
    let stands_above = matches!(block.kind, BlockKind::Heading(_))
        || ending.ends_with(':')
        || matches!(block.kind, BlockKind::Paragraph) && is_line(text) && !ending.contains('\n');
    let is_short = ending.len() < LINE;
    if !stands_above
        || !is_short
        || !block
            .marks
            .citations
            .iter()
            .all(|one| one.kind != Kind::Number)
    {
        return None;
    }
    let (act, naming) = citation::announced_below(ending)?;
    Some(Open { act, naming })
}

/// Whether `block` begins with a number that words above may announce.
fn is_item(block: &Block<'_>, text: &str) -> bool {
    let start = text.len() - text.trim_start_matches(MARKS).len();
    let mut citations = block.marks.citations.iter();
    let first = citations.find(|one| torn_off(one) || one.form == Form::TitleLine);
    first.is_some_and(|first| first.token.start <= start)
}

/// What may stand before the number of an item: white space, the marks of a list, of emphasis and of a link.
const MARKS: [char; 9] = [' ', '\t', '\n', '-', '*', '+', '_', '[', '\u{2022}'];

/// "3/4" alone.
fn is_page_of_pages(text: &str) -> bool {
    let mut figures = text.trim().split('/').map(str::parse::<u16>);
    match (figures.next(), figures.next()) {
        (Some(Ok(page)), Some(Ok(pages))) => page <= pages,
        _ => false,
    }
}

/// A few words without the end of a sentence.
fn is_line(text: &str) -> bool {
    text.len() < LINE && !text.trim_end().ends_with(['.', ',', ';', ':'])
}

fn is_list(block: &Block<'_>) -> bool {
    let dated = block
        .marks
        .citations
        .iter()
        .filter(|one| one.date.is_some() && torn_off(one));
    dated.count() > 1
}

fn torn_off(citation: &Citation) -> bool {
    matches!(
        citation.form,
        Form::Number {
            naming: Naming::TornOff,
            ..
        }
    )
}

/// What `block` leaves open at its end.
fn open(block: &Block<'_>, text: &str) -> Option<Open> {
    let ending = text.trim_end();
    if let Some((act, naming)) = citation::left_open(text) {
        return Some(Open { act, naming });
    }
    if ending.ends_with(['.', ':', ';', '”', '?', '!']) {
        return None;
    }
    let last = block.marks.citations.iter().rev().find(|citation| {
        matches!(citation.form, Form::Number { .. }) && ending.len() < citation.token.end + REACH
    })?;
    let Form::Number { act, naming, .. } = &last.form else {
        return None;
    };
    let rest = ending.get(last.token.end..)?;
    let goes_on = !rest.contains(". ") && !rest.contains(".\n");
    goes_on.then(|| Open {
        act: *act,
        naming: naming.clone(),
    })
}
