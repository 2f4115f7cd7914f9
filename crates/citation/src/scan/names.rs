//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

use std::ops::Range;

use super::pinpoints;
use crate::{Citation, Form, Kind, Lexicon, Name, Referent};

/// Adds a citation for every name to `found`. Where the names stand the pass over the text has seen, in
/// the text as it is written; the ranges are those of the folded text.
pub(super) fn find(
    plain: &str,
    names: &[(Range<usize>, usize)],
    lexicon: &Lexicon,
    found: &mut Vec<Citation>,
) {
    found.extend(
        names
            .iter()
            .map(|(token, name)| citation(plain, token.clone(), &lexicon.names()[*name])),
    );
}

fn citation(plain: &str, token: Range<usize>, name: &Name) -> Citation {
    let pinpoint = pinpoints::around(plain, &token, article_start(plain, token.start));
    let mut phrase = token.clone();
    if let Some(pinpoint) = &pinpoint {
        phrase = phrase.start.min(pinpoint.span.start)..phrase.end.max(pinpoint.span.end);
    }
    Citation {
        token,
        phrase,
        kind: if name.acronym {
            Kind::Short
        } else {
            Kind::Named
        },
        form: Form::Whole(Referent::Instrument(name.title.clone())),
        pinpoint,
        date: None,
    }
}

/// Where the article before a name begins ("the Convention").
fn article_start(plain: &str, start: usize) -> usize {
    let before = plain[..start].trim_end();
    match before.strip_suffix("the") {
        Some(head) if !head.ends_with(|c: char| c.is_ascii_alphanumeric()) => head.len(),
        _ => start,
    }
}
