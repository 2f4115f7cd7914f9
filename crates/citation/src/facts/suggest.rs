//! What was probably meant by a symbol that cannot be right, best first, each with its reason.
//!
//! A suggestion is made only where the tables know the suggested number.

use super::{
    Judgement, dates, existence, general_assembly, roman_sessions, security_council,
    session_opened_in, slips, stated_date,
};
use crate::{Act, Adopted, Body, Date, Symbol, Term};

/// Decisions of the General Assembly since session 31 carry these numbers.
const DECISIONS: std::ops::RangeInclusive<u32> = 301..=599;
/// The first number of a decision in one year of the Economic and Social Council.
const COUNCIL_DECISIONS: std::ops::RangeInclusive<u32> = 201..=450;
/// The year in which the Council first met.
const COUNCIL_FOUNDED: u16 = 1946;
/// Of more numbers than these that fit a date equally well, none is a suggestion.
const MOST_OF_A_DATE: usize = 2;
/// More suggestions than these help nobody.
const MOST: usize = 3;

/// A candidate and the words that explain it.
type Candidate = (Adopted, String);

/// What was probably meant by an `adopted` number that cannot be right or is doubtful.
pub(super) fn instead_of(adopted: &Adopted, as_of: Date) -> Vec<(Symbol, String)> {
    let mut candidates = Vec::new();
    match adopted.body.key() {
        Body::GENERAL_ASSEMBLY => for_general_assembly(adopted, &mut candidates),
        Body::SECURITY_COUNCIL => for_security_council(adopted, &mut candidates),
        Body::HUMAN_RIGHTS_COUNCIL => for_human_rights_council(adopted, &mut candidates),
        Body::ECONOMIC_AND_SOCIAL_COUNCIL => {
            for_economic_and_social_council(adopted, &mut candidates);
        }
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
    suggestions.truncate(MOST);
    suggestions
}

/// The documents that `symbol` may have been meant to be, if the date stated beside it is right: one slip
/// away, and adopted on `date`. Empty where too many fit.
pub fn of_date(symbol: &Symbol, date: Date, as_of: Date) -> Vec<(Symbol, String)> {
    let Some(adopted) = symbol.adopted() else {
        return Vec::new();
    };
    let mut fitting: Vec<Adopted> = Vec::new();
    for candidate in slips::of_session(adopted, date).chain(slips::of_digits(adopted)) {
        let fits = stated_date::is_of(&candidate, date)
            && candidate != *adopted
            && !matches!(existence(&candidate, as_of), Judgement::Impossible(_));
        if fits && !fitting.contains(&candidate) {
            fitting.push(candidate);
        }
    }
    let exchanged: Vec<Adopted> = slips::exchanged(adopted).collect();
    let is_exchange = |candidate: &Adopted| exchanged.contains(candidate);
    if fitting.len() > MOST_OF_A_DATE {
        // Many were adopted on that day; digits exchanged are the likeliest slip of them.
        fitting.retain(is_exchange);
    }
    if fitting.len() > MOST_OF_A_DATE {
        return Vec::new();
    }
    fitting.sort_by_key(|candidate| !is_exchange(candidate));
    // That texts cite one with this day is more than that the numbers around another allow it.
    let is_cited = |candidate: &Adopted| dates::date_of(candidate).is_some();
    if (fitting.iter()).any(|candidate| is_exchange(candidate) && is_cited(candidate)) {
        fitting.retain(|candidate| !is_exchange(candidate) || is_cited(candidate));
    }
    let reason = |candidate: &Adopted| {
        let day = format!("it is of {}", date.in_prose());
        if is_exchange(candidate) {
            return format!("{day}; {}", exchange(adopted, candidate));
        }
        day
    };
    fitting
        .into_iter()
        .map(|candidate| {
            let reason = reason(&candidate);
            (Symbol::of(candidate), reason)
        })
        .collect()
}

fn is_plausible(candidate: &Adopted, as_of: Date) -> bool {
    match existence(candidate, as_of) {
        Judgement::Exists => true,
        Judgement::Impossible(_) | Judgement::Doubtful(_) => false,
        Judgement::Unknown => match (candidate.body.key(), candidate.act, candidate.term) {
            (Body::GENERAL_ASSEMBLY, Act::Resolution, Term::Session(session)) => {
                general_assembly::is_likely(session, candidate.number)
            }
            (Body::GENERAL_ASSEMBLY, Act::Resolution, term) => {
                roman_sessions::session_of(candidate.number) == Some(term)
            }
            (Body::GENERAL_ASSEMBLY, Act::Decision, _) => DECISIONS.contains(&candidate.number),
            (Body::ECONOMIC_AND_SOCIAL_COUNCIL, Act::Decision, _) => {
                COUNCIL_DECISIONS.contains(&candidate.number)
            }
            (Body::SECURITY_COUNCIL, Act::PresidentialStatement, _)
            | (Body::ECONOMIC_AND_SOCIAL_COUNCIL, Act::Resolution, Term::Year(_)) => true,
            _ => false,
        },
    }
}

fn for_general_assembly(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    other_act(adopted, candidates);
    match adopted.term {
        Term::Session(session) => {
            if session < 31 {
                numbered_through(adopted, candidates);
                of_another_body(adopted, Body::HUMAN_RIGHTS_COUNCIL, candidates);
            }
            swapped(adopted, candidates);
            across_the_stroke(adopted, candidates);
            exchanged(adopted, candidates);
            too_many(adopted, candidates);
        }
        Term::Year(year) => {
            let Some(session) = session_opened_in(year) else {
                return;
            };
            candidates.push((
                with(adopted, Term::Session(session), adopted.number),
                format!("session {session} opened in September {year}"),
            ));
            of_another_body(adopted, Body::ECONOMIC_AND_SOCIAL_COUNCIL, candidates);
        }
        Term::Special(_) => of_another_body(adopted, Body::HUMAN_RIGHTS_COUNCIL, candidates),
        Term::Emergency(_) => {}
        _ => {
            numbered_through(adopted, candidates);
            exchanged(adopted, candidates);
        }
    }
}

fn for_security_council(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let number = adopted.number;
    match adopted.term {
        Term::Session(running) => {
            if let Ok(year) = u16::try_from(number) {
                candidates.push((
                    with(adopted, Term::Year(year), u32::from(running)),
                    format!("{year} looks like the year and {running} like the number"),
                ));
            }
            of_another_body(adopted, Body::GENERAL_ASSEMBLY, candidates);
        }
        Term::Year(year) if adopted.act == Act::Resolution => {
            let own_year = security_council::security_council_year(number);
            if let Some(right) = own_year {
                candidates.push((
                    with(adopted, Term::Year(right), number),
                    format!("resolution {number} was adopted in {right}"),
                ));
            }
            let slips: Vec<Adopted> = if own_year.is_some() {
                slips::exchanged(adopted).collect()
            } else {
                slips::of_digits(adopted).collect()
            };
            of_year(year, adopted.number, slips, candidates);
            if let Ok(swapped) = u16::try_from(number) {
                candidates.push((
                    with(adopted, Term::Year(swapped), u32::from(year)),
                    "number and year look swapped".into(),
                ));
            }
        }
        Term::Unstated => exchanged(adopted, candidates),
        _ => {}
    }
}

/// Those of the `slips` of `number` that are of `year`.
fn of_year(year: u16, number: u32, slips: Vec<Adopted>, candidates: &mut Vec<Candidate>) {
    let is_of_year =
        |slip: &Adopted| security_council::security_council_year(slip.number) == Some(year);
    for slip in slips.into_iter().filter(is_of_year) {
        let mut reason = format!("{} is of {year}", slip.number);
        if slips::is_exchange(number, slip.number) {
            reason = format!("two digits of {number} look exchanged; {reason}");
        }
        candidates.push((slip, reason));
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
    if adopted.act == Act::Decision && adopted.number < 101 {
        let resolution = Adopted {
            act: Act::Resolution,
            ..adopted.clone()
        };
        candidates.push((resolution, "a resolution, by its number".into()));
    }
    swapped(adopted, candidates);
    across_the_stroke(adopted, candidates);
    exchanged(adopted, candidates);
    of_another_body(adopted, Body::GENERAL_ASSEMBLY, candidates);
}

fn for_economic_and_social_council(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    if adopted.act == Act::Resolution && COUNCIL_DECISIONS.contains(&adopted.number) {
        let decision = Adopted {
            act: Act::Decision,
            ..adopted.clone()
        };
        candidates.push((decision, "a decision, by its number".into()));
    }
    if let Term::Year(written @ (..COUNCIL_FOUNDED | 2100..)) = adopted.term {
        let is_slip = |year: &u16| slips::is_one_slip(&written.to_string(), &year.to_string());
        for year in (COUNCIL_FOUNDED..2100).filter(is_slip) {
            let year = with(adopted, Term::Year(year), adopted.number);
            candidates.push((year, "a digit of the year looks wrong".into()));
        }
    }
}

fn with(adopted: &Adopted, term: Term, number: u32) -> Adopted {
    Adopted {
        term,
        number,
        ..adopted.clone()
    }
}

/// A decision for a resolution with a decision's number, and the reverse.
fn other_act(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    if !matches!(adopted.term, Term::Session(31..)) {
        return;
    }
    let (act, reason) = match adopted.act {
        Act::Resolution if adopted.number >= 401 => (Act::Decision, "a decision, by its number"),
        Act::Decision if adopted.number < 401 => (Act::Resolution, "a resolution, by its number"),
        _ => return,
    };
    let other = Adopted {
        act,
        ..adopted.clone()
    };
    candidates.push((other, reason.into()));
}

fn swapped(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let Term::Session(session) = adopted.term else {
        return;
    };
    if let Ok(other) = u16::try_from(adopted.number) {
        candidates.push((
            with(adopted, Term::Session(other), u32::from(session)),
            format!("{other} and {session} look swapped"),
        ));
    }
}

fn across_the_stroke(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    for slip in slips::across_the_stroke(adopted) {
        let reason = format!(
            "a digit looks slipped across the stroke; session {} does not exist",
            adopted.term
        );
        candidates.push((slip, reason));
    }
}

fn exchanged(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    for slip in slips::exchanged(adopted) {
        let reason = exchange(adopted, &slip);
        candidates.push((slip, reason));
    }
}

/// Which digits of `adopted` are exchanged in `slip`.
fn exchange(adopted: &Adopted, slip: &Adopted) -> String {
    let written = if slip.term == adopted.term {
        adopted.number.to_string()
    } else {
        adopted.term.to_string()
    };
    format!("two digits of {written} look exchanged")
}

/// No number has four digits: 67/1720.
fn too_many(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    if adopted.number < 1000 {
        return;
    }
    for slip in slips::without_a_digit(adopted) {
        candidates.push((slip, "one digit looks too many".into()));
    }
}

fn numbered_through(adopted: &Adopted, candidates: &mut Vec<Candidate>) {
    let Some(term) = roman_sessions::session_of(adopted.number) else {
        return;
    };
    let belongs = match (adopted.term, term) {
        // 30/12 is not resolution 12 (I), but 30/3379 is 3379 (XXX).
        (Term::Session(session), Term::RomanSession(numeral)) => numeral.value() == session,
        (Term::Session(_), _) => false,
        _ => true,
    };
    if belongs {
        let reason = format!(
            "resolution {} was adopted at session {term}",
            adopted.number
        );
        candidates.push((with(adopted, term, adopted.number), reason));
    }
}

/// The same number, of a body that has it.
fn of_another_body(adopted: &Adopted, body: &str, candidates: &mut Vec<Candidate>) {
    let other = Adopted {
        body: Body::new(body),
        ..adopted.clone()
    };
    let reason = format!("the {} writes its numbers like this", other.body);
    candidates.push((other, reason));
}
