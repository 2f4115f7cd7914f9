//! With what a number that stands alone is written: a session, a year, or one of them in parentheses.

use crate::facts;
use crate::scan::cursor;
use crate::scan::numbers::apart;
use crate::scan::numbers::session_number::SessionNumber;
use crate::symbol::number;
use crate::{Act, Symbol};

/// With what the number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AloneTerm {
    /// A session of the General Assembly since its numbers begin with it.
    Session(u16),
    /// A session of the General Assembly or of another organ that counts its sessions: the lower ones.
    LowSession,
    /// A special session of the General Assembly: "S-24/2".
    Special,
    /// The year before the number: "2021/10".
    YearBefore,
    /// The year in which the Security Council adopted it: "841 (1993)".
    CouncilsYear,
    /// The session in which the General Assembly adopted it, in Roman numerals: "1514 (XV)".
    Roman,
}

/// With what `written` is written, which stands at `at` and ends with a parenthesis, where the organ that numbers so has
/// adopted it under this very number.
pub(super) fn parenthesis_term(text: &str, at: usize, written: &str) -> Option<AloneTerm> {
    if apart::is_dated_by_council(text, at) {
        return (written.len() >= "100 (2000)".len()).then_some(AloneTerm::CouncilsYear);
    }
    let number = cursor::digits(text, at).parse().ok()?;
    let figures = cursor::digits(text, at).len();
    let part = number::part(&written[figures..]).map_or(0, |(_, length)| length);
    let (term, _) = number::parenthesis_term(&written[figures + part..])?;
    (facts::session_of_running_number(number) == Some(term)).then_some(AloneTerm::Roman)
}

/// With what `written`, figures on both sides of a stroke, is written, where an organ may have reached it.
pub(super) fn stroked_term(written: &str) -> Option<AloneTerm> {
    /// So many resolutions no organ has adopted in a year or in one of its first sessions.
    const MOST: u16 = 400;
    if written.contains("S-") {
        /// More no special session has adopted.
        const MOST_SPECIAL: u16 = 100;
        let number = apart::number_of_session(written)?;
        let is_special =
            (1..MOST_SPECIAL).contains(&number) && is_reached(written, Act::Resolution);
        return is_special.then_some(AloneTerm::Special);
    }
    let numbered = SessionNumber::of(written).filter(|numbered| !numbered.is_season())?;
    match numbered.term {
        1..31 if numbered.number <= MOST => Some(AloneTerm::LowSession),
        // A day of the month, which has no part.
        31 if numbered.number <= 12 && !written.ends_with(|c: char| c.is_ascii_uppercase()) => None,
        term @ 31..100 if !numbered.makes_whole() => {
            let act = numbered.act();
            (apart::is_assemblys(written, act) && is_reached(written, act))
                .then_some(AloneTerm::Session(term))
        }
        1946..2100 if numbered.number <= MOST => Some(AloneTerm::YearBefore),
        _ => None,
    }
}

/// Whether the General Assembly may have come to the number `written`.
fn is_reached(written: &str, act: Act) -> bool {
    let act = if act == Act::Decision { "DEC" } else { "RES" };
    let symbol = Symbol::parse(&format!("A/{act}/{written}"));
    symbol.is_some_and(|symbol| {
        facts::is_known(&symbol, facts::HORIZON) || !facts::is_impossible(&symbol, facts::HORIZON)
    })
}
