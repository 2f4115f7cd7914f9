//! Lists that a page break tears from the words that open them.
//!
//! A block that ends inside a sentence, in a list of numbers or right behind "resolution", says what the
//! numbers at the beginning of the next block are. Notes and running heads between do not count.

use std::sync::Arc;

use citation::{Act, Citation, Form, Naming};
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
}

/// A list that is not at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Open {
    act: Act,
    naming: Naming,
}

/// How a block ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It stands beside the text.
    Beside,
    /// It is a running head, which may leave a list open.
    Head(Option<Arc<Open>>),
    /// It is a line that may be a running head.
    Line,
    /// It is text, which may leave a list open.
    Text(Option<Arc<Open>>),
}

impl Ending {
    /// How `block` ends, whose text is `text`.
    pub(crate) fn of(block: &Block<'_>, text: &str) -> Self {
        match block.kind {
            BlockKind::FootnoteDefinition => Self::Beside,
            BlockKind::Furniture => {
                let open = citation::left_open(text);
                Self::Head(open.map(|(act, naming)| Arc::new(Open { act, naming })))
            }
            // A running head that the outline does not know as one.
            _ => match open(block, text) {
                None if is_line(text) => Self::Line,
                open => Self::Text(open.map(Arc::new)),
            },
        }
    }
}

impl BrokenOff {
    /// What is left open behind a block that ends like this.
    #[must_use]
    pub(crate) fn behind(&self, ending: &Ending) -> Self {
        match ending {
            Ending::Beside => self.clone(),
            Ending::Head(open) => Self {
                head: open.clone(),
                ..self.clone()
            },
            Ending::Line if self.passed < HEADS => Self {
                passed: self.passed + 1,
                ..self.clone()
            },
            Ending::Line => Self {
                prose: None,
                passed: 0,
                head: self.head.clone(),
            },
            Ending::Text(open) => Self {
                prose: open.clone(),
                passed: 0,
                head: self.head.clone(),
            },
        }
    }

    /// Whether `block` may go on with what the blocks before leave open.
    pub(crate) fn concerns(block: &Block<'_>) -> bool {
        block.marks.citations.iter().any(torn_off)
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
