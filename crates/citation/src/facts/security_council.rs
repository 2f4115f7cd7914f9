//! The Security Council: one running count of resolutions since 1946, so each number has one year.

use std::sync::LazyLock;

use super::dates::{self, Dated, Organ};
use super::{Judgement, Standing, tables};
use crate::table::rows;
use crate::{Act, Adopted, Date, Term};

/// The first year with numbered statements by the President.
const FIRST_STATEMENTS: u16 = 1994;
/// A number this far inside a year cannot belong to a neighbouring one, even if the boundary is
/// from memory.
const INSIDE: u32 = 5;
/// More resolutions than the Council has adopted in any year but one.
const MOST_A_YEAR: u32 = 80;

/// The numbers of the resolutions of one year.
pub(super) struct Numbers {
    pub(super) year: u16,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) first_standing: Standing,
    pub(super) last_standing: Standing,
}

impl Numbers {
    fn holds(&self, number: u32) -> bool {
        (self.first..=self.last).contains(&number)
    }

    /// Whether the number surely is of this year and not of `other`.
    fn surely_holds(&self, number: u32, other: u16) -> bool {
        if self.year.checked_sub(1) == Some(other) {
            return self.first_standing == Standing::Verified
                || number >= self.first + INSIDE
                || self.is_proven_by(dated().take_while(|row| row.key.2 <= number).last());
        }
        if self.year.checked_add(1) == Some(other) {
            return self.last_standing == Standing::Verified
                || number + INSIDE <= self.last
                || self.is_proven_by(dated().find(|row| row.key.2 >= number));
        }
        true
    }

    /// Whether the nearest number with a date is of this year: numbers rise with the dates.
    fn is_proven_by(&self, nearest: Option<&Dated>) -> bool {
        let known = nearest.and_then(Dated::known);
        known.is_some_and(|known| known.date.year() == self.year)
    }
}

fn dated() -> impl Iterator<Item = &'static Dated> {
    dates::of_term(Organ::SecurityCouncil, Term::Unstated).iter()
}

static YEARS: LazyLock<Vec<Numbers>> = LazyLock::new(|| {
    rows::<5>(tables::SC_YEARS.text)
        .filter_map(|[year, first, last, first_standing, last_standing]| {
            Some(Numbers {
                year: year.parse().ok()?,
                first: first.parse().ok()?,
                last: last.parse().ok()?,
                first_standing: Standing::of(first_standing),
                last_standing: Standing::of(last_standing),
            })
        })
        .collect()
});

/// The years of the table, in order.
#[cfg(test)]
pub(super) fn years() -> &'static [Numbers] {
    &YEARS
}

fn holding(number: u32) -> Option<&'static Numbers> {
    let at = YEARS.partition_point(|year| year.last < number);
    YEARS.get(at).filter(|year| year.holds(number))
}

/// The year in which the Security Council adopted resolution `number`; `None` beyond the table.
///
/// Complete from official file names to 1993, then partly from memory: within five of the turn of
/// a year the neighbouring year may be the right one. [`super::judge`] allows for that.
pub fn security_council_year(number: u32) -> Option<u16> {
    holding(number).map(|year| year.year)
}

/// The year of resolution `number` where no boundary from memory leaves a doubt.
pub fn sure_security_council_year(number: u32) -> Option<u16> {
    let year = holding(number)?;
    let before = year.year.checked_sub(1)?;
    let after = year.year.checked_add(1)?;
    (year.surely_holds(number, before) && year.surely_holds(number, after)).then_some(year.year)
}

pub(super) fn existence(adopted: &Adopted, as_of: Date) -> Judgement {
    match adopted.act {
        Act::Resolution => resolution(adopted, as_of),
        Act::PresidentialStatement => statement(adopted, as_of),
        Act::Decision => Judgement::Unknown,
    }
}

fn resolution(adopted: &Adopted, as_of: Date) -> Judgement {
    let number = adopted.number;
    if number == 0 {
        return Judgement::impossible("Security Council resolutions begin with 1 (1946).".into());
    }
    match adopted.term {
        Term::Unstated | Term::Year(_) if is_ahead(number, as_of) => {
            Judgement::impossible(format!(
                "Security Council resolution {number} was adopted after the date of this draft."
            ))
        }
        Term::Unstated if holding(number).is_some() => Judgement::Exists,
        Term::Unstated => beyond_the_table(number, as_of.year()),
        Term::Year(year) => match holding(number) {
            Some(right) if right.year == year => Judgement::Exists,
            Some(right) if right.surely_holds(number, year) => Judgement::impossible(format!(
                "Security Council resolution {number} was adopted in {}, not in {year}.",
                right.year
            )),
            Some(_) => Judgement::Unknown,
            None => outside_its_year(number, year, as_of),
        },
        _ => Judgement::impossible(
            "The Security Council numbers its resolutions through and adds the year in \
             parentheses, as in 1325 (2000)."
                .into(),
        ),
    }
}

/// Whether the number was reached only in a year after the one that follows the draft.
fn is_ahead(number: u32, as_of: Date) -> bool {
    sure_security_council_year(number).is_some_and(|year| year > as_of.year() + 1)
}

/// A number that is beyond the last known, with a stated year.
fn outside_its_year(number: u32, year: u16, as_of: Date) -> Judgement {
    if let Some(row) = YEARS.iter().find(|row| row.year == year) {
        let near_the_end = row.last_standing < Standing::Verified && number <= row.last + INSIDE;
        if near_the_end {
            return Judgement::Unknown;
        }
        return Judgement::impossible(format!(
            "The Security Council's resolutions of {year} are {} to {}; {number} is not among them.",
            row.first, row.last
        ));
    }
    if year < 1946 {
        return Judgement::impossible("The Security Council first met in 1946.".into());
    }
    if year > as_of.year() + 1 {
        return Judgement::impossible(format!("The year {year} lies ahead of this draft."));
    }
    beyond_the_table(number, year)
}

/// Whether the Council can have reached `number` by the end of `year`.
fn beyond_the_table(number: u32, year: u16) -> Judgement {
    let Some(last) = YEARS.last() else {
        return Judgement::Unknown;
    };
    let years = u32::from(year.saturating_sub(last.year));
    if number > last.last + MOST_A_YEAR * years.max(1) {
        return Judgement::impossible(format!(
            "The Security Council had reached resolution {} at the end of {}; {number} lies far \
             beyond it.",
            last.last, last.year
        ));
    }
    Judgement::Unknown
}

fn statement(adopted: &Adopted, as_of: Date) -> Judgement {
    match adopted.term {
        Term::Year(year) if year < FIRST_STATEMENTS => Judgement::impossible(format!(
            "Statements by the President of the Security Council have been numbered by year since \
             {FIRST_STATEMENTS} only."
        )),
        Term::Year(year) if year > as_of.year() + 1 => {
            Judgement::impossible(format!("The year {year} lies ahead of this draft."))
        }
        Term::Session(_) => Judgement::impossible(
            "Statements by the President of the Security Council carry the year before the \
             number, as in S/PRST/2013/12."
                .into(),
        ),
        _ => Judgement::Unknown,
    }
}
