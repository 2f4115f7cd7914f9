//! The Economic and Social Council: numbered by year since 1978, by Roman session before.
//!
//! Highest numbers are lower bounds only, so nothing but the year can make a symbol impossible.

use std::sync::LazyLock;

use super::Judgement;
use crate::grammar::rows;
use crate::{Adopted, Date, Term};

/// Highest numbers cited for one year.
pub(super) struct Year {
    pub(super) year: u16,
    pub(super) resolution: u32,
}

static YEARS: LazyLock<Vec<Year>> = LazyLock::new(|| {
    rows::<2>(include_str!("../../data/facts/ecosoc-observed.tsv"))
        .filter_map(|[year, resolution]| {
            Some(Year {
                year: year.parse().ok()?,
                resolution: resolution.parse().ok()?,
            })
        })
        .collect()
});

/// The years of the table, in order.
pub(super) fn years() -> &'static [Year] {
    &YEARS
}

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
    Judgement::Unknown
}
