//! Names of instruments from the lexicon: longest first, over line breaks, whatever their capitals.

use std::ops::Range;

use super::instruments;
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
    instruments::citation(plain, token, kind, form)
}
