//! The later resolution on the same item, and the words that make it matter.

use citation::{Referent, Symbol, Term, facts, single_spaced};
use resolve::Reference;

use crate::Context;

/// How far before a reference the words that announce it stand, in bytes.
const REACH: usize = 120;

/// Whether one of `phrases` stands in the clause before a reference. Each has one of `words`, which tell most clauses
/// from it: a phrase may be broken between lines.
pub(super) fn is_announced(
    context: &Context<'_>,
    reference: &Reference,
    words: &[&str],
    phrases: [&str; 3],
) -> bool {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol);
    // Nothing else is followed by a later one, and most references are none.
    if symbol.and_then(Symbol::adopted).is_none() {
        return false;
    }
    let start = reference.token.start;
    let Some(around) = context.around(start) else {
        return false;
    };
    let before = around.before(start);
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(REACH))..];
    if !words.iter().any(|word| before.contains(word)) {
        return false;
    }
    let line = single_spaced(before);
    let clause = line.rsplit([',', ';']).next().unwrap_or("");
    phrases.iter().any(|phrase| clause.contains(phrase))
}

/// The later resolution on the same item, known on the day of the draft.
pub(super) fn later(context: &Context<'_>, reference: &Reference) -> Option<Symbol> {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol)?;
    let draft = &context.resolved.draft;
    let later = facts::later_in_series(symbol, context.resolved.as_of)??;
    // Texts of one day do not know of each other.
    if facts::adoption_date(&later).is_some_and(|known| known.date == context.resolved.as_of) {
        return None;
    }
    // The draft itself may be the later one, unless it still has the masthead of the text it was made from.
    let front = draft.front_matter();
    let is_of_session = |symbol: &Symbol| {
        let stated = front.session().map(Term::Session);
        stated.is_none() || symbol.term() == stated
    };
    let masthead = draft.masthead().symbol.clone();
    let own = front
        .symbol()
        .or_else(|| masthead.filter(|(symbol, _)| is_of_session(symbol)));
    if own.is_some_and(|(own, _)| own == later) {
        return None;
    }
    Some(later)
}

/// " of 20 December 2012", where the day is known.
pub(super) fn date_of(symbol: &Symbol) -> String {
    facts::adoption_date(symbol).map_or_else(String::new, |known| {
        format!(" of {}", known.date.in_prose())
    })
}

/// The number of a resolution as prose has it: 67/172.
pub(super) fn number(symbol: &Symbol) -> String {
    symbol.adopted().map_or_else(
        || symbol.canonical().to_owned(),
        citation::Adopted::in_prose,
    )
}
