//! The organ that a text names for a number, against the one that numbers its texts in this way.

use citation::facts::{self, Judgement};
use citation::{Adopted, Body, Date, Kind, Referent, Symbol, Term};

use crate::bind::Bound;
use crate::reference::Agreement;

/// Whether the organ of a settled number can have adopted it; if not, and exactly one other can, that one.
pub(crate) fn agreement(bound: &Bound, as_of: Date) -> Agreement<Body> {
    let symbol = bound.referent.as_ref().and_then(Referent::symbol);
    let Some(adopted) = symbol.and_then(Symbol::adopted) else {
        return Agreement::NotCheckable;
    };
    if bound.kind != Kind::Number {
        return Agreement::NotCheckable;
    }
    match facts::judge(&Symbol::of(adopted.clone()), as_of) {
        Judgement::Exists => Agreement::Agrees,
        Judgement::Unknown | Judgement::Doubtful(_) => Agreement::NotCheckable,
        Judgement::Impossible(_) => {
            let others = organs_of(adopted)
                .iter()
                .filter(|key| **key != adopted.body.key());
            let mut others = others.map(|key| Body::new(key)).filter(|body| {
                let other = Adopted {
                    body: body.clone(),
                    ..adopted.clone()
                };
                facts::judge(&Symbol::of(other), as_of) == Judgement::Exists
            });
            match (others.next(), others.next()) {
                (Some(body), None) => Agreement::Contradicts(body),
                _ => Agreement::NotCheckable,
            }
        }
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
