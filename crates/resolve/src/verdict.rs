//! The verdict on a bound citation: existence, agreement of date and paragraph, corrections.

mod without_symbol;

use citation::facts::{self, AdoptionDate, Judgement, Standing};
use citation::{Date, Kind, Referent, Symbol};
use sources::{ParagraphAnswer, Source, Sources};

use crate::bind::Bound;
use crate::reference::{Agreement, Correction, Existence, Reference};

/// How many independent texts must agree on an observed date before it contradicts a stated one.
const WITNESSES: u16 = 3;

/// Whether a document exists, why that is in doubt, and what was probably meant.
struct Finding {
    existence: Existence,
    reason: String,
    standing: Standing,
    corrections: Vec<Correction>,
}

impl Finding {
    /// Nothing to say but whether it exists.
    fn silent(existence: Existence) -> Self {
        Self::because(existence, String::new(), Vec::new())
    }

    fn because(existence: Existence, reason: String, corrections: Vec<Correction>) -> Self {
        Self {
            existence,
            reason,
            standing: Standing::Verified,
            corrections,
        }
    }
}

/// Judges `bound` as of `as_of`.
pub(crate) fn judge(bound: Bound, sources: &dyn Sources, as_of: Date) -> Reference {
    let source = bound
        .referent
        .as_ref()
        .filter(|_| !bound.is_own)
        .and_then(|referent| sources.resolve(referent).value);
    let found = existence(&bound, source.is_some(), as_of);
    let adopted = bound
        .settled
        .then(|| adopted_on(bound.referent.as_ref(), source.as_deref()))
        .flatten();
    let date_agreement = date_agreement(&bound, adopted);
    let paragraph = match (&source, &bound.pinpoint) {
        (Some(source), Some(pinpoint)) if bound.settled => {
            Some(sources.paragraph(source, pinpoint))
        }
        // A back-reference shows what it points to; what is not there, it does not report.
        (Some(source), Some(pinpoint)) if bound.kind == Kind::Back => {
            Some(sources.paragraph(source, pinpoint))
                .filter(|answer| matches!(answer, ParagraphAnswer::Found(_)))
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
        existence: found.existence,
        reason: found.reason,
        reason_standing: found.standing,
        corrections: found.corrections,
        source,
        date_agreement,
        date_standing: adopted.map(|known| known.standing),
        paragraph,
    }
}

fn existence(bound: &Bound, held: bool, as_of: Date) -> Finding {
    // A repair that leads to something impossible is none.
    let possible: Vec<_> = bound
        .mistyped
        .iter()
        .filter(|(meant, _)| {
            meant.symbol().is_none_or(|symbol| {
                !matches!(facts::judge(symbol, as_of), Judgement::Impossible(_))
            })
        })
        .collect();
    if let Some((_, slip)) = possible.first() {
        let corrections = possible
            .iter()
            .map(|(meant, slip)| Correction {
                text: meant.to_string(),
                reason: (*slip).to_owned(),
            })
            .collect();
        return Finding::because(Existence::Malformed, (*slip).to_owned(), corrections);
    }
    if held || bound.is_own {
        return Finding::silent(Existence::Held);
    }
    if !bound.settled {
        return Finding::silent(Existence::Unknown);
    }
    let symbol = match &bound.referent {
        Some(Referent::Symbol(symbol)) => symbol,
        Some(referent) => return without_symbol::existence(referent, &bound.written, as_of),
        None => return Finding::silent(Existence::Unknown),
    };
    match facts::judge(symbol, as_of) {
        Judgement::Exists => Finding::silent(Existence::Exists),
        Judgement::Unknown => {
            decision_meant(bound, symbol).unwrap_or_else(|| Finding::silent(Existence::Unknown))
        }
        Judgement::Impossible(found) => {
            let corrections = found
                .suggestions
                .into_iter()
                .map(|(symbol, reason)| Correction {
                    text: in_place_of(bound, &symbol),
                    reason,
                })
                .collect();
            Finding::because(Existence::Impossible, found.reason, corrections)
        }
    }
}

/// A resolution with a number that the General Assembly gives to decisions: possible, and probably a slip.
fn decision_meant(bound: &Bound, symbol: &Symbol) -> Option<Finding> {
    let decision = facts::decision_meant(symbol)?;
    let number = decision.adopted()?.in_prose();
    let reason = format!(
        "Resolution {number} is probably decision {number}: the General Assembly numbers its decisions from 401 on."
    );
    let correction = Correction {
        text: in_place_of(bound, &decision),
        reason: "a decision, by its number".to_owned(),
    };
    Some(Finding::because(
        Existence::Unknown,
        reason,
        vec![correction],
    ))
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

/// Whether one date is more than a month before another: sessions that end with a late meeting, and
/// tables of their days, leave that much in doubt.
fn is_well_before(one: Date, other: Date) -> bool {
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let apart = months(other) - months(one);
    apart > 1 || apart == 1 && other.day() > one.day()
}

/// A stated date against the known one; without one, against the session that the number belongs to.
fn date_agreement(bound: &Bound, adopted: Option<AdoptionDate>) -> Agreement<Date> {
    let Some(stated) = bound.date.as_ref().map(|stated| stated.date) else {
        return Agreement::NotCheckable;
    };
    let Some((first, last)) = stated.extent() else {
        return Agreement::NoSuchDay(adopted.map(|known| known.date));
    };
    let session = bound
        .referent
        .as_ref()
        .filter(|_| bound.settled)
        .and_then(Referent::symbol)
        .and_then(facts::adopted_within)
        .filter(|(from, to)| is_well_before(last, *from) || is_well_before(*to, first));
    match (adopted, session) {
        (Some(known), _) if stated.includes(known.date) => Agreement::Agrees,
        // Outside its session a stated date is wrong, so that a date seen once is the better one.
        (Some(known), outside) if speaks(known) || outside.is_some() => {
            Agreement::Contradicts(known.date)
        }
        (_, Some((from, to))) => Agreement::Outside(from, to),
        _ => Agreement::NotCheckable,
    }
}

/// Whether a known date is known well enough to contradict a stated one.
fn speaks(known: AdoptionDate) -> bool {
    match known.standing {
        Standing::Verified => true,
        Standing::Observed => known.support >= WITNESSES,
        Standing::Recalled => false,
    }
}
