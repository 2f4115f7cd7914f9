//! Binds each citation of a draft to the document it names.
//!
//! What needs more than the citation's own block is decided here: whose number "67/172" is, what a list
//! that a page break tears apart goes on with.

mod bodies;
mod broken_off;
mod number;

use std::borrow::Cow;
use std::ops::Range;

use citation::{Citation, Form, Kind, Naming, Pinpoint, Referent, StatedDate, Symbol};
use draft::Draft;

use crate::speaker::Speaker;
use broken_off::BrokenOff;
use number::Numbers;

/// A citation with what it names; ranges are byte offsets into the draft.
pub(crate) struct Bound {
    pub(crate) token: Range<usize>,
    pub(crate) phrase: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) referent: Option<Referent>,
    /// Whether the text settles what is named, so that a verdict may be passed.
    pub(crate) settled: bool,
    pub(crate) is_own: bool,
    pub(crate) pinpoint: Option<Pinpoint>,
    pub(crate) date: Option<StatedDate>,
    /// The words of the token.
    pub(crate) written: String,
    pub(crate) mistyped: Vec<(Symbol, &'static str)>,
}

/// What a citation names, and whether the text settles it.
pub(crate) type Meaning = (Option<Referent>, bool);

/// Binds every citation of `draft`, in text order.
pub(crate) fn citations(draft: &Draft, speaker: &Speaker) -> Vec<Bound> {
    let mut binder = Binder {
        speaker,
        numbers: Numbers::new(draft, speaker),
        broken_off: BrokenOff::default(),
    };
    let mut bound = Vec::new();
    for block in draft.blocks() {
        let text = draft.text_of(block);
        let mut numbers = Vec::new();
        for citation in &block.marks.citations {
            let Some(citation) = binder.mended(citation, &text, block) else {
                continue;
            };
            let Some(one) = binder.bind(&citation, &text, block.span.start) else {
                continue;
            };
            if matches!(citation.form, Form::Number { .. }) {
                numbers.push((bound.len(), citation));
            }
            bound.push(one);
        }
        binder
            .numbers
            .agree(&mut bound, &numbers, &text, block.span.start);
        binder.broken_off.behind(block, &text);
    }
    bound
}

/// An instrument by the words of its token.
fn title(written: &str) -> Referent {
    let words: Vec<&str> = written.split_whitespace().collect();
    Referent::Instrument(words.join(" ").replace("- ", "-").into())
}

struct Binder<'d> {
    speaker: &'d Speaker,
    numbers: Numbers<'d>,
    broken_off: BrokenOff,
}

impl Binder<'_> {
    /// The citation with what the block before says of it; `None` where it is none after all.
    fn mended<'c>(
        &self,
        citation: &'c Citation,
        text: &str,
        block: &draft::Block,
    ) -> Option<Cow<'c, Citation>> {
        match &citation.form {
            Form::Number {
                naming: Naming::TornOff,
                ..
            } => self
                .broken_off
                .mended(citation, text, block)
                .map(Cow::Owned),
            _ => Some(Cow::Borrowed(citation)),
        }
    }

    /// The citation bound, its block standing at the byte `offset`; `None` where it is none after all.
    fn bind(&mut self, citation: &Citation, text: &str, offset: usize) -> Option<Bound> {
        let written = text
            .get(citation.token.clone())
            .unwrap_or_default()
            .to_owned();
        let mut mistyped = Vec::new();
        let (referent, settled) = match &citation.form {
            Form::Whole(referent) => (Some(referent.clone()), true),
            Form::Mistyped { corrections } => {
                mistyped.clone_from(corrections);
                (None, false)
            }
            Form::Title => (Some(title(&written)), true),
            Form::Back(_) => (None, false),
            Form::TitleLine => {
                let own = self.speaker.symbol.as_ref()?;
                let symbol = citation.number(text, &own.adopted()?.body)?;
                if symbol != *own {
                    return None;
                }
                (Some(Referent::Symbol(symbol)), true)
            }
            Form::Number { .. } => self.numbers.meaning(citation, text, offset),
        };
        let own = self.speaker.symbol.as_ref();
        let is_own = own.is_some() && referent.as_ref().and_then(Referent::symbol) == own;
        let moved = |range: &Range<usize>| range.start + offset..range.end + offset;
        Some(Bound {
            token: moved(&citation.token),
            phrase: moved(&citation.phrase),
            kind: citation.kind,
            referent,
            settled,
            is_own,
            pinpoint: citation.pinpoint.clone().map(|mut pinpoint| {
                pinpoint.span = moved(&pinpoint.span);
                pinpoint
            }),
            date: citation.date.clone().map(|mut date| {
                date.span = moved(&date.span);
                date
            }),
            written,
            mistyped,
        })
    }
}
