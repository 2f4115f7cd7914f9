//! Documents that were not adopted: the session in their symbol, and what an adopted text can have behind
//! it.

use super::{Judgement, Objection, general_assembly, human_rights_council, slips};
use crate::{Date, Symbol};

/// The Main Committees of the General Assembly have the numbers 1 to 6; the seventh is nobody's.
const MAIN_COMMITTEES: u16 = 6;

/// Judges a symbol that is not that of a resolution, decision or statement.
pub(super) fn judge(symbol: &Symbol, as_of: Date) -> Judgement {
    let canonical = symbol.canonical();
    if let Some(objection) = revised_when_adopted(canonical) {
        return Judgement::Doubtful(objection);
    }
    let parts: Vec<&str> = canonical.split('/').collect();
    match parts.as_slice() {
        ["A", committee, ..] if is_beyond_the_committees(committee) => {
            Judgement::impossible(format!(
                "The General Assembly has {MAIN_COMMITTEES} Main Committees, “C.1” to \
                 “C.{MAIN_COMMITTEES}”."
            ))
        }
        ["A", "HRC", _, next, ..] if is_issued_in_session(next) => {
            of_session(human_rights_council::no_such_session, &parts, 2, as_of)
        }
        ["A", committee, _, next, ..]
            if committee.starts_with("C.") && is_issued_in_session(next) =>
        {
            of_session(general_assembly::no_such_session, &parts, 2, as_of)
        }
        ["A", _, next, ..] if is_issued_in_session(next) => {
            of_session(general_assembly::no_such_session, &parts, 1, as_of)
        }
        _ => Judgement::Unknown,
    }
}

fn is_beyond_the_committees(component: &str) -> bool {
    let number = component.strip_prefix("C.").and_then(|n| n.parse().ok());
    number.is_some_and(|number: u16| number > MAIN_COMMITTEES)
}

/// Whether a component behind a number shows that the number is a session: documents of the first decades
/// carry a running count there, behind which only "Add.1" and the like can stand.
fn is_issued_in_session(component: &str) -> bool {
    let is_number = !component.is_empty() && component.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        || ["L.", "PV.", "SR."]
            .iter()
            .any(|stem| component.starts_with(stem))
}

/// The judgement on the session in the component `place` of the symbol.
fn of_session(
    objection: fn(u16, Date) -> Option<String>,
    parts: &[&str],
    place: usize,
    as_of: Date,
) -> Judgement {
    let session: Option<u16> = parts[place].parse().ok();
    let reason = session.and_then(|session| objection(session, as_of));
    let Some((session, reason)) = session.zip(reason) else {
        return Judgement::Unknown;
    };
    let with = |component: String| {
        let mut parts: Vec<&str> = parts.to_vec();
        parts[place] = &component;
        Symbol::parse(&parts.join("/"))
    };
    let exchanged = slips::exchanges(session.into())
        .into_iter()
        .filter(|other| {
            u16::try_from(*other).is_ok_and(|other| other > 30 && objection(other, as_of).is_none())
        })
        .filter_map(|other| {
            let reason = format!("two digits of {session} look exchanged");
            Some((with(other.to_string())?, reason))
        });
    let run_on = numbered_through(parts).map(|symbol| {
        (
            symbol,
            "documents before 1976 are numbered through".to_owned(),
        )
    });
    Judgement::Impossible(Objection {
        reason,
        suggestions: exchanged.chain(run_on).collect(),
    })
}

/// `A/8718` for "A/87/18", as a reader used to sessions splits it.
fn numbered_through(parts: &[&str]) -> Option<Symbol> {
    let ["A", first, second] = parts else {
        return None;
    };
    let number = format!("{first}{second}");
    let is_early = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    is_early.then(|| Symbol::parse(&format!("A/{number}")))?
}

/// "A/RES/67/172/Rev.1": what is adopted is corrected or issued again, never revised.
fn revised_when_adopted(canonical: &str) -> Option<Objection> {
    let (base, _) = canonical.split_once("/Rev.")?;
    let adopted = Symbol::parse(base).filter(|base| base.adopted().is_some())?;
    Some(Objection {
        reason: format!("“{base}” is adopted; only drafts have revisions."),
        suggestions: vec![(adopted, "without the revision".to_owned())],
    })
}
