//! The organ that a text names for a number, against the one that numbers its texts in this way.

use citation::facts;
use citation::{Adopted, Body, Date, Kind, Referent, Symbol, Term};

use crate::bind::Bound;
use crate::reference::Agreement;

/// Whether the organ of a settled number can have adopted it; if not, and exactly one other can, that one.
pub(crate) fn agreement(bound: &Bound, as_of: Date) -> Agreement<Body> {
    let symbol = bound.referent.as_ref().and_then(Referent::symbol);
    let of_number = symbol.filter(|_| bound.kind == Kind::Number);
    let Some((symbol, adopted)) = of_number.and_then(|symbol| Some((symbol, symbol.adopted()?)))
    else {
        return Agreement::NotCheckable;
    };
    if facts::is_known(symbol, as_of) {
        return Agreement::Agrees;
    }
    if !facts::is_impossible(symbol, as_of) {
        return Agreement::NotCheckable;
    }
    let others = organs_of(adopted)
        .iter()
        .filter(|key| **key != adopted.body.key());
    let mut others = others.map(|key| Body::new(key)).filter(|body| {
        let other = Adopted {
            body: body.clone(),
            ..adopted.clone()
        };
        let other = Symbol::of(other);
        let stated = bound.date.as_ref();
        // The organ may be right, and the number wrong.
        let is_dated_elsewhere =
            stated.is_some_and(|stated| facts::is_dated_elsewhere(&other, stated.date));
        facts::is_known(&other, as_of) && !is_dated_elsewhere
    });
    match (others.next(), others.next()) {
        (Some(body), None) => Agreement::Contradicts(body),
        _ => Agreement::NotCheckable,
    }
}

/// The organs that write such numbers and have tables without gaps.
fn organs_of(adopted: &Adopted) -> &'static [&'static str] {
    match adopted.term {
        Term::Session(_) | Term::Special(_) => {
            &[Body::GENERAL_ASSEMBLY, Body::HUMAN_RIGHTS_COUNCIL]
        }
        Term::Year(_) | Term::Unstated => &[Body::SECURITY_COUNCIL],
        Term::RomanSession(_)
        | Term::RomanSpecial(_)
        | Term::RomanEmergency(_)
        | Term::Emergency(_) => &[Body::GENERAL_ASSEMBLY],
    }
}
