//! What a passage of a source cites.
//!
//! A number in prose is given to the body that the text names, or, for "its resolution", to the body that
//! adopted the source. A number that neither settles is left out.

use std::ops::Range;
use std::sync::LazyLock;

use citation::{Body, Form, Lexicon, Naming, Referent, Symbol, scan};

use crate::Source;

/// Names of instruments are found by the words of their titles; they need no entry.
static NO_NAMES: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// A citation in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedInPassage {
    /// What it names.
    pub referent: Referent,
    /// The byte range of the words that name it, with organ, date and paragraph reference.
    pub phrase: Range<usize>,
    /// Whether a paragraph of it is cited rather than the whole.
    pub has_pinpoint: bool,
}

/// The body that speaks in a source, where it was adopted by one.
pub fn own_body(facts: &Source) -> Option<Body> {
    facts
        .referents
        .iter()
        .filter_map(Referent::symbol)
        .find_map(Symbol::adopted)
        .map(|adopted| adopted.body.clone())
}

/// What `words` cite, in the order of the text. `own` is the body that speaks.
pub fn cited_in(words: &str, own: Option<&Body>) -> Vec<CitedInPassage> {
    if !may_cite(words) {
        return Vec::new();
    }
    let named = |citation: &citation::Citation| match &citation.form {
        Form::Whole(referent) => Some(referent.clone()),
        Form::Number { naming, .. } => {
            let body = match naming {
                Naming::Named(body) | Naming::Theirs(body) => Some(body),
                Naming::Its { previous } => previous.as_ref().or(own),
                Naming::Unnamed { .. } | Naming::TornOff | Naming::Short(_) => own,
            };
            body.and_then(|body| citation.number(words, body))
                .map(Referent::Symbol)
        }
        _ => None,
    };
    scan(words, &NO_NAMES)
        .into_iter()
        .filter_map(|citation| {
            Some(CitedInPassage {
                referent: named(&citation)?,
                phrase: citation.phrase,
                has_pinpoint: citation.pinpoint.is_some(),
            })
        })
        .collect()
}

/// Whether there may be a citation in `words`: without names of instruments, each has a figure.
fn may_cite(words: &str) -> bool {
    words
        .bytes()
        .any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}
