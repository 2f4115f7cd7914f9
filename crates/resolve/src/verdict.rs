//! The verdict on a bound citation: existence, agreement of date and paragraph, corrections.

use citation::facts::{self, AdoptionDate, Judgement, Standing};
use citation::{Date, Kind, Referent, Symbol};
use sources::{Source, Sources};

use crate::bind::Bound;
use crate::reference::{Agreement, Correction, Existence, Reference};

/// How many independent texts must agree on an observed date before it contradicts a stated one.
const WITNESSES: u16 = 3;

/// Judges `bound` as of `as_of`.
pub(crate) fn judge(bound: Bound, sources: &dyn Sources, as_of: Date) -> Reference {
    let source = bound
        .referent
        .as_ref()
        .filter(|_| !bound.is_own)
        .and_then(|referent| sources.resolve(referent).value);
    let (existence, reason, corrections) = existence(&bound, source.is_some(), as_of);
    let adopted = bound
        .settled
        .then(|| adopted_on(bound.referent.as_ref(), source.as_deref()))
        .flatten();
    let date_agreement = match (&bound.date, adopted) {
        (Some(stated), Some(known)) if stated.date == known.date => Agreement::Agrees,
        (Some(stated), Some(known)) if speaks(known) || is_outside(&bound, stated.date) => {
            Agreement::Contradicts(known.date)
        }
        _ => Agreement::NotCheckable,
    };
    let paragraph = match (&source, &bound.pinpoint) {
        (Some(source), Some(pinpoint)) if bound.settled => {
            Some(sources.paragraph(source, pinpoint))
        }
        _ => None,
    };
    Reference {
        token: bound.token,
        phrase: bound.phrase,
        kind: bound.kind,
        referent: bound.referent,
        is_own: bound.is_own,
        pinpoint: bound.pinpoint,
        date: bound.date,
        existence,
        reason,
        corrections,
        source,
        date_agreement,
        date_standing: adopted.map(|known| known.standing),
        paragraph,
    }
}

fn existence(bound: &Bound, held: bool, as_of: Date) -> (Existence, String, Vec<Correction>) {
    if let Some((_, slip)) = bound.mistyped.first() {
        let corrections = bound
            .mistyped
            .iter()
            .map(|(symbol, slip)| Correction {
                text: symbol.to_string(),
                reason: (*slip).to_owned(),
            })
            .collect();
        return (Existence::Malformed, (*slip).to_owned(), corrections);
    }
    let silent = |existence| (existence, String::new(), Vec::new());
    if held || bound.is_own {
        return silent(Existence::Held);
    }
    let Some(symbol) = bound.referent.as_ref().and_then(Referent::symbol) else {
        return silent(Existence::Unknown);
    };
    if !bound.settled {
        return silent(Existence::Unknown);
    }
    match facts::judge(symbol, as_of) {
        Judgement::Exists => silent(Existence::Exists),
        Judgement::Unknown => silent(Existence::Unknown),
        Judgement::Impossible(found) => {
            let corrections = found
                .suggestions
                .into_iter()
                .map(|(symbol, reason)| Correction {
                    text: in_place_of(bound, &symbol),
                    reason,
                })
                .collect();
            (Existence::Impossible, found.reason, corrections)
        }
    }
}

/// A correction in the form of the token it replaces: a symbol for a symbol, a number for a number.
fn in_place_of(bound: &Bound, symbol: &Symbol) -> String {
    match (bound.kind, symbol.adopted()) {
        (Kind::Number, Some(adopted)) => adopted.in_prose(),
        // A symbol in the tight form of data bases stays tight.
        _ if bound.written.contains('(') && !bound.written.contains(' ') => {
            symbol.canonical().replace(" (", "(")
        }
        _ => symbol.to_string(),
    }
}

/// The day of adoption: from the source, which outranks the tables, else from the facts.
fn adopted_on(referent: Option<&Referent>, source: Option<&Source>) -> Option<AdoptionDate> {
    let symbol = referent?.symbol()?;
    symbol.adopted()?;
    let held = source
        .and_then(|source| source.date)
        .map(|date| AdoptionDate {
            date,
            standing: Standing::Verified,
            support: 0,
        });
    held.or_else(|| facts::adoption_date(symbol))
}

/// Whether the session of a General Assembly resolution leaves no room for a stated date, so that even a
/// date seen once is the better one.
fn is_outside(bound: &Bound, stated: Date) -> bool {
    let symbol = bound.referent.as_ref().and_then(Referent::symbol);
    symbol.filter(|symbol| symbol.prefix() == "A").and_then(facts::adopted_within).is_some_and(
        |(from, to)| stated < from || stated > to,
    )
}

/// Whether a known date is known well enough to contradict a stated one.
fn speaks(known: AdoptionDate) -> bool {
    match known.standing {
        Standing::Verified => true,
        Standing::Observed => known.support >= WITNESSES,
        Standing::Recalled => false,
    }
}
