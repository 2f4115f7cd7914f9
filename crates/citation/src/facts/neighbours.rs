//! When a number must have been adopted, by the numbers around it: numbers rise with the dates.
//!
//! Of 3,576 dates that United Nations texts give, 13 break that order, and each is a misprint; of the 902
//! that the resolutions of sessions 78 to 80 give themselves, 6 do, in one block of session 80. So a bound
//! is a strong hint and never proof.

use super::Standing;
use super::dates::{self, Dated, Organ};
use super::term_window::within;
use crate::{Adopted, Body, Date, Symbol, Term};

/// A date that so many texts give bounds its neighbours by itself.
const WITNESSES: u16 = 3;
/// The first numbers of the Assembly's two blocks of decisions, each counted by itself.
const BLOCKS: [u32; 2] = [401, 500];
/// The first number of a decision of the Economic and Social Council.
const COUNCIL_DECISIONS: u32 = 201;

/// The days that the numbers around a text leave for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    /// The day of the number below, or the first day of the session.
    pub first: Date,
    /// The day of the number above, or the last day of the session.
    pub last: Date,
    /// The number below.
    pub below: Option<u32>,
    /// The number above.
    pub above: Option<u32>,
}

impl Around {
    /// Whether `date` is one of the days.
    pub fn allows(self, date: Date) -> bool {
        (self.first..=self.last).contains(&date)
    }
}

/// Between which days the text behind `symbol` was adopted, by the dates of the numbers around it.
///
/// `None` where the tables have none, and for lettered parts, which come later than their number.
pub fn adopted_around(symbol: &Symbol) -> Option<Around> {
    around(symbol.adopted()?)
}

/// The bounds of the day on which a text was adopted, as [`adopted_around`] has them.
pub(super) fn around(adopted: &Adopted) -> Option<Around> {
    let key @ (organ, term, number) = dates::key(adopted)?;
    if !rises_with_dates(term) {
        return None;
    }
    let is_later_part = adopted.part.as_deref().is_some_and(|part| part != "A")
        && adopted.body.key() != Body::SECURITY_COUNCIL;
    let has_parts = || {
        dates::filed_under(key)
            .iter()
            .any(|row| !row.part.is_empty())
    };
    if is_later_part || adopted.part.is_none() && has_parts() {
        return None;
    }
    let rows = dates::of_term(organ, term);
    let own_block = block(organ, term, number);
    let counts =
        |row: &&Dated| matches!(row.part, "" | "A") && block(organ, term, row.key.2) == own_block;
    let (below, above) = rows.split_at(rows.partition_point(|row| row.key.2 < number));
    let below = bound(below.iter().rev().filter(counts));
    let is_above = |row: &&Dated| row.key.2 > number;
    let above = bound(above.iter().filter(is_above).filter(counts));
    if below.is_none() && above.is_none() {
        return None;
    }
    let (opened, closed) = within(adopted).unzip();
    let last = above
        .map(|(_, date)| date)
        .into_iter()
        .chain(closed)
        .min()?;
    let around = Around {
        first: below.map(|(_, date)| date).max(opened)?,
        last,
        below: below.map(|(number, _)| number),
        above: above.map(|(number, _)| number),
    };
    // A number with the year of another has no days of its own.
    (around.first <= around.last).then_some(around)
}

/// Whether the numbers of the session rise with the dates. Those of the first ten were given committee by committee
/// when the session was over: 319 (IV) is older than 302 (IV).
fn rises_with_dates(term: Term) -> bool {
    const FIRST: u16 = 11;
    !matches!(term, Term::RomanSession(session) if session.value() < FIRST)
}

/// The first of `rows`, going away from a number, whose date stands firm: by the text itself, by enough
/// texts, or because the next one has the same.
fn bound<'r>(rows: impl Iterator<Item = &'r Dated>) -> Option<(u32, Date)> {
    let mut rows = rows
        .filter_map(|row| Some((row.key.2, row.known()?)))
        .peekable();
    while let Some((number, known)) = rows.next() {
        let next = rows.peek().map(|(_, next)| next.date);
        let firm = known.standing == Standing::Verified
            || known.support >= WITNESSES && known.support > known.rival
            || next == Some(known.date);
        if firm {
            return Some((number, known.date));
        }
    }
    None
}

/// Which of the counts within a session a number belongs to.
fn block(organ: Organ, term: Term, number: u32) -> usize {
    match (organ, term) {
        (Organ::GeneralAssembly, Term::Session(_)) => {
            BLOCKS.iter().filter(|first| number >= **first).count()
        }
        (Organ::EconomicAndSocialCouncil, _) => usize::from(number >= COUNCIL_DECISIONS),
        _ => 0,
    }
}
