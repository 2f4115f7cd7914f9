//! The Economic and Social Council: numbered by year since 1978, by Roman session before.
//!
//! Highest numbers are lower bounds only, so nothing but the year can make a symbol impossible.

use super::Judgement;
use crate::{Act, Adopted, Date, Term};

/// The first year of numbers by year.
const FIRST_YEAR: u16 = 1978;
/// More resolutions than the Council has adopted in any year up to 1992, and in any year since.
const MOST_TO_1992: u32 = 120;
const MOST_SINCE: u32 = 80;
/// Decisions of a year have these numbers; 328 is the highest seen.
const DECISIONS: std::ops::RangeInclusive<u32> = 101..=450;

/// The days between which the texts of `year` were adopted: its session opens in July of the year
/// before.
pub(super) fn window(year: u16) -> Option<(Date, Date)> {
    Some((
        Date::new(year.checked_sub(1)?, 7, 1)?,
        Date::new(year, 12, 31)?,
    ))
}

pub(super) fn existence(adopted: &Adopted, as_of: Date) -> Judgement {
    let Term::Year(year) = adopted.term else {
        return Judgement::Unknown;
    };
    if year < 1946 {
        return Judgement::impossible("The Economic and Social Council first met in 1946.".into());
    }
    // The session of 2026 opened in July 2025.
    if year > as_of.year() + 1 {
        return Judgement::impossible(format!(
            "The Economic and Social Council's session of {year} lies ahead of this draft."
        ));
    }
    doubt(adopted.act, year, adopted.number).map_or(Judgement::Unknown, Judgement::doubtful)
}

/// Why a number is unlikely, though nothing excludes it.
fn doubt(act: Act, year: u16, number: u32) -> Option<String> {
    if year < FIRST_YEAR {
        return Some(format!(
            "The Economic and Social Council has numbered its texts by year since {FIRST_YEAR} only; \
             before, they carry the session in Roman numerals."
        ));
    }
    let most = if year <= 1992 {
        MOST_TO_1992
    } else {
        MOST_SINCE
    };
    match act {
        Act::Decision if !DECISIONS.contains(&number) => Some(format!(
            "The Economic and Social Council numbers the decisions of a year from 201 on; none above \
             {} is likely.",
            DECISIONS.end()
        )),
        Act::Resolution if DECISIONS.contains(&number) && number > 200 => Some(format!(
            "Resolution {year}/{number} is probably decision {year}/{number}: the Economic and Social \
             Council numbers its decisions from 201 on."
        )),
        Act::Resolution if number > most => Some(format!(
            "The Economic and Social Council is not known to have adopted more than {most} resolutions \
             in a year like {year}."
        )),
        _ => None,
    }
}
