//! What was probably meant, in the form in which the draft has it.

use citation::{Kind, Symbol, Term};

use crate::bind::Bound;
use crate::reference::{Correction, Reference};

/// The numbers of a list stand no further apart than this, in bytes.
const LIST_GAP: usize = 24;

/// Suggestions with that first which best continues a list: "70/147 and 171/77" goes on with 71/177, not
/// with 77/171.
pub(super) fn by_list(
    bound: &Bound,
    before: Option<&Reference>,
    mut suggestions: Vec<(Symbol, String)>,
) -> Vec<(Symbol, String)> {
    let is_near =
        |before: &&Reference| bound.token.start.saturating_sub(before.phrase.end) <= LIST_GAP;
    let session = |symbol: &Symbol| match symbol.adopted()?.term {
        Term::Session(session) => Some(session),
        _ => None,
    };
    let last = before
        .filter(is_near)
        .and_then(|before| session(before.referent.as_ref()?.symbol()?));
    if let Some(last) = last {
        let distance = |symbol: &Symbol| session(symbol).map_or(u16::MAX, |own| own.abs_diff(last));
        suggestions.sort_by_key(|(symbol, _)| distance(symbol));
    }
    suggestions
}

pub(super) fn corrections(bound: &Bound, suggestions: Vec<(Symbol, String)>) -> Vec<Correction> {
    suggestions
        .into_iter()
        .map(|(symbol, reason)| Correction {
            text: in_place_of(bound, &symbol),
            reason,
        })
        .collect()
}

/// Whether `other` is the number that is written, adopted by another body than `symbol`.
pub(super) fn is_same_number(bound: &Bound, symbol: &Symbol, other: &Symbol) -> bool {
    let body = |symbol: &Symbol| symbol.adopted().map(|adopted| adopted.body.clone());
    body(other) != body(symbol)
        && in_place_of(bound, other) == citation::single_spaced(&bound.written)
}

/// A correction in the form of the token it replaces: a symbol for a symbol, a number for a number.
pub(super) fn in_place_of(bound: &Bound, symbol: &Symbol) -> String {
    match (bound.kind, symbol.adopted()) {
        (Kind::Number, Some(adopted)) => adopted.in_prose(),
        // A symbol in the tight form of data bases stays tight.
        _ if bound.written.contains('(') && !bound.written.contains(' ') => {
            symbol.canonical().replace(" (", "(")
        }
        _ => symbol.to_string(),
    }
}
