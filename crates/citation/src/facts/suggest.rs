//! What was probably meant by a symbol that cannot be right, best first, each with its reason.
//!
//! A suggestion is made only where the tables know the suggested number.

use super::{Judgement, existence, general_assembly, roman_sessions, security_council};
use crate::{Act, Adopted, Body, Date, Symbol, Term};

/// Decisions of the General Assembly since session 31 carry these numbers.
const DECISIONS: std::ops::RangeInclusive<u32> = 401..=599;
/// Three-digit sessions do not exist; the digit too many may belong to the number.
const TOO_LONG: std::ops::RangeInclusive<u16> = 100..=999;

/// A candidate and the words that explain it.
type Candidate = (Adopted, String);

pub(super) fn instead_of(adopted: &Adopted, as_of: Date) -> Vec<(Symbol, String)> {
    let mut candidates = Vec::new();
    match adopted.body.key() {
        Body::GENERAL_ASSEMBLY => for_general_assembly(adopted, &mut candidates),
        Body::SECURITY_COUNCIL => for_security_council(adopted, &mut candidates),
        Body::HUMAN_RIGHTS_COUNCIL => for_human_rights_council(adopted, &mut candidates),
        _ => {}
    }
    let mut suggestions: Vec<(Symbol, String)> = Vec::new();
    for (candidate, reason) in candidates {
        if candidate == *adopted || !is_plausible(&candidate, as_of) {
            continue;
        }
        let symbol = Symbol::of(candidate);
        if suggestions.iter().all(|(known, _)| *known != symbol) {
            suggestions.push((symbol, reason));
        }
    }
    suggestions
}

/// The decision that a General Assembly resolution with a decision's number probably means:
/// `A/DEC/75/511` for `A/RES/75/511`. `None` for other symbols, and for resolutions 56/500 to 56/512.
pub fn decision_meant(symbol: &Symbol) -> Option<Symbol> {
    let adopted = symbol.adopted()?;
    let since_31 = matches!(adopted.term, Term::Session(session) if session > 30);
    let is_resolution = adopted.act == Act::Resolution
        && super::dates::assembly_act(adopted.term, adopted.number) == Act::Resolution;
    if adopted.body.key() != Body::GENERAL_ASSEMBLY
        || adopted.act != Act::Resolution
        || !since_31
        || is_resolution
        || !DECISIONS.contains(&adopted.number)
    {
        return None;
    }
    Some(Symbol::of(Adopted {
        act: Act::Decision,
        ..adopted.clone()
    }))
}

fn is_plausible(candidate: &Adopted, as_of: Date) -> bool {
    match existence(candidate, as_of) {
        Judgement::Exists => true,
        Judgement::Impossible(_) => false,
        Judgement::Unknown => match (candidate.body.key(), candidate.act, candidate.term) {
            (Body::GENERAL_ASSEMBLY, Act::Resolution, Term::Session(session)) => {
                general_assembly::is_likely(session, candidate.number)
            }
            (Body::GENERAL_ASSEMBLY, Act::Resolution, term) => {
                roman_sessions::session_of(candidate.number) == Some(term)
            }
            (Body::GENERAL_ASSEMBLY, Act::Decision, _) => DECISIONS.contains(&candidate.number),
            (Body::SECURITY_COUNCIL, Act::PresidentialStatement, _) => true,
            _ => false,
        },
    }
}

fn for_general_assembly(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    match adopted.term {
        Term::Session(session) => {
            if session < 31 {
                numbered_through(adopted, candidates);
                same_number_of_the_council(adopted, candidates);
            }
            swapped(adopted, session, candidates);
            slipped(adopted, session, candidates);
            transposed(adopted, candidates);
        }
        Term::Year(year) => {
            let Some(session) = year.checked_sub(1945) else {
                return;
            };
            candidates.push((
                with(adopted, Term::Session(session), adopted.number),
                format!("session {session} opened in September {year}"),
            ));
        }
        _ => {
            numbered_through(adopted, candidates);
            transposed(adopted, candidates);
        }
    }
}

fn for_security_council(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let number = adopted.number;
    match adopted.term {
        Term::Session(running) => {
            let Ok(year) = u16::try_from(number) else {
                return;
            };
            candidates.push((
                with(adopted, Term::Year(year), u32::from(running)),
                format!("{year} looks like the year and {running} like the number"),
            ));
        }
        Term::Year(year) if adopted.act == Act::Resolution => {
            if let Some(right) = security_council::security_council_year(number) {
                candidates.push((
                    with(adopted, Term::Year(right), number),
                    format!("resolution {number} was adopted in {right}"),
                ));
            }
            transposed(adopted, candidates);
            if let Ok(swapped) = u16::try_from(number) {
                candidates.push((
                    with(adopted, Term::Year(swapped), u32::from(year)),
                    "number and year look swapped".into(),
                ));
            }
        }
        Term::Unstated => transposed(adopted, candidates),
        _ => {}
    }
}

fn for_human_rights_council(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    if adopted.act == Act::Resolution && adopted.number > 100 {
        let decision = Adopted {
            act: Act::Decision,
            ..adopted.clone()
        };
        candidates.push((decision, "numbers from 101 on are decisions".into()));
    }
    if let Term::Session(session) = adopted.term {
        swapped(adopted, session, candidates);
        slipped(adopted, session, candidates);
    }
    transposed(adopted, candidates);
}

fn with(adopted: &Adopted, term: Term, number: u32) -> Adopted {
    Adopted {
        term,
        number,
        ..adopted.clone()
    }
}

fn swapped(adopted: &Adopted, session: u16, candidates: &mut Vec<Candidate>) {
    if let Ok(other) = u16::try_from(adopted.number) {
        candidates.push((
            with(adopted, Term::Session(other), u32::from(session)),
            "session and number look swapped".into(),
        ));
    }
}

/// A digit of the number that stands before the stroke: 171/77 for 71/177, 671/72 for 67/172.
fn slipped(adopted: &Adopted, session: u16, candidates: &mut Vec<Candidate>) {
    let number = adopted.number;
    if !TOO_LONG.contains(&session) || number >= 1000 {
        return;
    }
    let scale = 10_u32.pow(number.checked_ilog10().unwrap_or(0) + 1);
    let reason = "a digit of the number looks slipped across the stroke";
    for (session, digit) in [(session % 100, session / 100), (session / 10, session % 10)] {
        let number = u32::from(digit) * scale + number;
        candidates.push((with(adopted, Term::Session(session), number), reason.into()));
    }
}

/// Two neighbouring digits exchanged: 3125 for 1325.
fn transposed(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let digits = adopted.number.to_string().into_bytes();
    for place in 1..digits.len() {
        let mut exchanged = digits.clone();
        exchanged.swap(place - 1, place);
        // A number does not begin with nought, and two equal digits change nothing.
        if exchanged[0] == b'0' || exchanged == digits {
            continue;
        }
        let number = exchanged.iter().try_fold(0_u32, |sum, digit| {
            sum.checked_mul(10)?.checked_add(u32::from(digit - b'0'))
        });
        if let Some(number) = number {
            let reason = format!("two digits of {} look exchanged", adopted.number);
            candidates.push((with(adopted, adopted.term, number), reason));
        }
    }
}

fn numbered_through(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    if let Some(term) = roman_sessions::session_of(adopted.number) {
        let belongs = match (adopted.term, term) {
            // 30/12 is not resolution 12 (I), but 30/3379 is 3379 (XXX).
            (Term::Session(session), Term::RomanSession(numeral)) => numeral.value() == session,
            (Term::Session(_), _) => false,
            _ => true,
        };
        if belongs {
            candidates.push((
                with(adopted, term, adopted.number),
                format!(
                    "resolution {} was adopted at session {term}",
                    adopted.number
                ),
            ));
        }
    }
}

fn same_number_of_the_council(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let council = Adopted {
        body: Body::new(Body::HUMAN_RIGHTS_COUNCIL),
        ..adopted.clone()
    };
    let reason = format!(
        "the Human Rights Council has a resolution {}",
        council.in_prose()
    );
    candidates.push((council, reason));
}
