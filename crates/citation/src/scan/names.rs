//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

use std::ops::Range;

use super::{dates, instruments};
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
    let kind = if name.acronym {
        Kind::Short
    } else {
        Kind::Named
    };
    let form = Form::Whole(Referent::Instrument(name.title.clone()));
    let last = plain[token.clone()]
        .rfind(',')
        .map(|comma| token.start + comma);
    let mut citation = instruments::citation(plain, token, kind, form);
    // "…, of 12 August 1949" may be part of the name, and is the date of the instrument all the same.
    if citation.date.is_none()
        && kind == Kind::Named
        && let Some(comma) = last
    {
        citation.date = dates::after(plain, comma)
            .filter(|(date, end)| date.date.day().is_some() && *end == citation.token.end)
            .map(|(date, _)| date);
    }
    citation
}
