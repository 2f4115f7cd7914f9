//! Every quotation of some length, and whether its words are those of the document it is taken from.

use std::ops::Range;

use draft::{Block, Draft};
use resolve::Reference;
use sources::{Likeness, Quoted, Sources};

use super::{Subject, Unchecked, shortened};

/// Shorter quotations are terms and titles; they are not compared.
const FEWEST_WORDS: usize = 6;

/// A quotation in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationRow {
    /// Where in the draft.
    pub place: String,
    /// Its words.
    pub words: String,
    /// The document that the text attributes it to, where one is near.
    pub document: Option<String>,
    /// How its words compare.
    pub status: QuotationStatus,
}

/// How the words of a quotation compare with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotationStatus {
    /// They are the same, but for what a quotation may change; with the paragraph in words: "paragraph 3", "article 9 (1)".
    Verbatim(Option<String>),
    /// Some are others: how many, and the paragraph in words.
    Altered(usize, Option<String>),
    /// They stand in another document than the one that is named.
    Elsewhere(String),
    /// They are in no text that is held.
    NotFound,
    /// The text of the document is not held.
    NotCheckable,
}

impl QuotationStatus {
    /// The status in a drafter's words.
    pub fn words(&self) -> String {
        let at = |paragraph: &Option<String>| match paragraph {
            Some(paragraph) => format!(" ({paragraph})"),
            None => String::new(),
        };
        match self {
            Self::Verbatim(there) => format!("✓ verbatim{}", at(there)),
            Self::Altered(1, there) => format!("✗ altered: 1 word differs{}", at(there)),
            Self::Altered(words, there) => format!("✗ altered: {words} words differ{}", at(there)),
            Self::Elsewhere(document) => format!("✗ these words stand in {document}"),
            Self::NotFound => "? in none of your sources".to_owned(),
            Self::NotCheckable => "? could not be compared".to_owned(),
        }
    }
}

impl QuotationRow {
    /// The row among what could not be checked, where it is one of that.
    pub(super) fn unchecked(&self) -> Option<Unchecked> {
        let why = match (&self.status, &self.document) {
            (QuotationStatus::NotCheckable, Some(document)) => {
                format!(
                    "The text of {document} is not in your sources, so the quotation was not compared."
                )
            }
            (QuotationStatus::NotCheckable, None) => {
                "No text could be searched for the quotation.".to_owned()
            }
            (QuotationStatus::NotFound, _) => {
                "The quotation was found in none of the texts in your sources.".to_owned()
            }
            _ => return None,
        };
        Some(Unchecked {
            place: self.place.clone(),
            words: self.words.clone(),
            why,
        })
    }
}

/// A row for every quotation of some length.
pub(super) fn rows(subject: &Subject<'_>) -> Vec<QuotationRow> {
    let draft = &subject.resolved.draft;
    let mut rows = Vec::new();
    for block in draft.blocks() {
        for quotation in &block.marks.quotations {
            let span = block.span.start + quotation.start..block.span.start + quotation.end;
            let words = subject.words(&span);
            let bare = words.trim_matches(['"', '“', '”', '„', '«', '»', ' ']);
            if bare.split_whitespace().count() < FEWEST_WORDS
                || is_title(subject, &span)
                || is_called(draft, &block, quotation)
            {
                continue;
            }
            let named = attributed(subject, &span, &block.span);
            rows.push(QuotationRow {
                place: subject.at(span.start),
                words: shortened(bare),
                document: named
                    .and_then(|reference| reference.referent.as_ref())
                    .map(ToString::to_string),
                status: status(subject, bare, named),
            });
        }
    }
    rows
}

/// Whether the quoted words are the title of a cited document, which is compared with that.
fn is_title(subject: &Subject<'_>, span: &Range<usize>) -> bool {
    subject.resolved.references.iter().any(|reference| {
        reference
            .title
            .as_ref()
            .is_some_and(|title| title.span.start < span.end && span.start < title.span.end)
    })
}

/// Whether the words before a quotation make it the title of something, a name or a term.
fn is_called(draft: &Draft, block: &Block<'_>, quotation: &Range<usize>) -> bool {
    let text = draft.text_of(block);
    let quoted = text.get(quotation.clone());
    quoted.is_some_and(|quoted| rules::is_no_quotation(&text[..quotation.start], quoted))
}

/// The reference that a quotation in `block` is attributed to: the last before it, else the first after.
fn attributed<'a>(
    subject: &Subject<'a>,
    span: &Range<usize>,
    block: &Range<usize>,
) -> Option<&'a Reference> {
    let inside: Vec<&Reference> = subject
        .resolved
        .references
        .iter()
        .filter(|one| block.start <= one.token.start && one.token.end <= block.end)
        .filter(|one| one.referent.is_some() && one.candidates.len() < 2)
        .collect();
    let before = inside.iter().rev().find(|one| one.token.end <= span.start);
    before
        .or_else(|| inside.iter().find(|one| span.end <= one.token.start))
        .copied()
}

fn status(subject: &Subject<'_>, words: &str, named: Option<&Reference>) -> QuotationStatus {
    let within = named.and_then(|reference| reference.referent.as_ref());
    let found = subject.sources.verbatim(words, within);
    if let Some(best) = found.value.first() {
        return of_place(best, subject.sources);
    }
    let anywhere = subject.sources.verbatim(words, None);
    if let Some(best) = anywhere.value.first()
        && best.likeness.altered_words() == 0
    {
        return match within {
            Some(_) => QuotationStatus::Elsewhere(best.hit.heading.referent.to_string()),
            None => of_place(best, subject.sources),
        };
    }
    let has_text = named
        .and_then(|reference| reference.source.as_ref())
        .is_some_and(|source| source.paragraphs != sources::Paragraphs::NotAtHand);
    if has_text && found.complete {
        QuotationStatus::NotFound
    } else {
        QuotationStatus::NotCheckable
    }
}

fn of_place(best: &Quoted, sources: &dyn Sources) -> QuotationStatus {
    let there = best.hit.paragraph(sources);
    match &best.likeness {
        Likeness::Exact | Likeness::Edited(_) => QuotationStatus::Verbatim(there),
        Likeness::Altered(_) => QuotationStatus::Altered(best.likeness.altered_words(), there),
    }
}
