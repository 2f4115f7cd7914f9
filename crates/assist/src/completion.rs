//! Completion: footnotes, symbols, numbers of resolutions, titles of instruments, acronyms, paragraphs.
//!
//! What is typed decides which kind is offered, one kind at a time and in this order; ordinary words, code
//! and addresses get nothing.

mod footnotes;
mod names;
mod paragraphs;
mod symbols;
mod typed;

use std::ops::Range;

use resolve::Resolved;
use sources::{CiteStyle, Sources};

use crate::under;
use typed::Typed;

/// At most this many are offered.
const MOST: usize = 50;

/// What kind of thing is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A document symbol.
    Symbol,
    /// The number of a resolution or decision in prose.
    Number,
    /// The title of an instrument.
    Instrument,
    /// An acronym or short form.
    Acronym,
    /// A paragraph or article of the document beside it.
    Paragraph,
    /// A footnote of the draft.
    Footnote,
}

/// An offer for what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What the list shows.
    pub label: String,
    /// What stands beside it: a title, first words.
    pub detail: String,
    /// What is typed so far, byte range in the draft.
    pub replace: Range<usize>,
    /// The words put in its place.
    pub text: String,
    /// The kind.
    pub kind: CompletionKind,
    /// More about it, as plain text.
    pub documentation: Option<String>,
}

/// What can stand for the words before `offset`: at most 50, the likeliest first. Where a team has
/// agreed on a `style`, a resolution or decision is written in it.
pub fn completion(
    resolved: &Resolved,
    sources: &dyn Sources,
    offset: usize,
    style: Option<CiteStyle>,
) -> Vec<Completion> {
    let offset = under::floor(&resolved.draft, offset);
    let Some(typed) = Typed::before(&resolved.draft, offset) else {
        return Vec::new();
    };
    let kinds: [&dyn Fn() -> Vec<Completion>; 5] = [
        &|| footnotes::marks(&typed, &resolved.draft),
        &|| symbols::whole(&typed, resolved, sources, style),
        &|| symbols::numbers(&typed, resolved, sources, style),
        &|| paragraphs::beside(&typed, resolved),
        &|| names::instruments_and_acronyms(&typed, &resolved.draft, sources),
    ];
    let mut offers = kinds
        .iter()
        .map(|offers| offers())
        .find(|offers| !offers.is_empty())
        .unwrap_or_default();
    offers.truncate(MOST);
    offers
}

#[cfg(test)]
mod tests;
