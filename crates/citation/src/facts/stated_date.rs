//! A date that a text states for a document, against everything the tables know of its adoption.
//!
//! What the document says itself, or the calendar, is proof. What other texts say is a hint, and speaks
//! only where enough of them agree and none of comparable weight differs.

use super::neighbours::around;
use super::term_window::within;
use super::{AdoptionDate, Standing, adoption_date, dates};
use crate::{Act, Adopted, Body, Date, Symbol, Term, WrittenDate};

/// How many texts must give a date before it contradicts another.
const WITNESSES: u16 = 3;

/// How it is known that a date is right or wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBasis {
    /// The document itself says when it was adopted.
    Document,
    /// The catalogue of instruments has it.
    Catalogue,
    /// The decision names a meeting of that day, and may name others.
    Meeting,
    /// The session or year of its number, by the calendar.
    Session,
    /// The days on which its session adopted texts, as counted from its records.
    SessionDays,
    /// So many other texts that cite it with a date.
    Texts(u16),
    /// The dates of the numbers below and above it.
    Neighbours(Option<u32>, Option<u32>),
}

impl DateBasis {
    /// Whether it proves, or only hints.
    pub const fn is_proof(self) -> bool {
        matches!(self, Self::Document | Self::Session)
    }

    /// How the date is known that a table has for the text behind `symbol`.
    pub fn of(symbol: &Symbol, known: AdoptionDate) -> Self {
        let act = symbol.adopted().map(|adopted| adopted.act);
        match known.standing {
            Standing::Verified if act == Some(Act::Decision) => Self::Meeting,
            Standing::Verified => Self::Document,
            _ => Self::Texts(known.support),
        }
    }
}

/// What the tables say of a stated date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateJudgement {
    /// They do not know enough.
    Unknown,
    /// It is the date they have.
    Agrees(DateBasis),
    /// It is not; the date is the right one.
    Contradicts(Date, DateBasis),
    /// It is not, whatever is: the right one lies between these two, first and last.
    Outside(Date, Date, DateBasis),
    /// The calendar has no such day; the date is the right one, where that is known.
    NoSuchDay(Option<Date>),
}

/// Whether the text behind `symbol` cannot have been adopted on the `stated` date: the facts have another one, or it has
/// no such day.
pub fn is_dated_elsewhere(symbol: &Symbol, stated: WrittenDate) -> bool {
    !matches!(
        judge_date(symbol, stated),
        DateJudgement::Agrees(_) | DateJudgement::Unknown
    )
}

/// Judges `stated`, which may be a day, a month or a year, as the date of adoption of the text behind
/// `symbol`.
pub fn judge_date(symbol: &Symbol, stated: WrittenDate) -> DateJudgement {
    let known = adoption_date(symbol);
    let Some(days) = stated.extent() else {
        return DateJudgement::NoSuchDay(known.map(|known| known.date));
    };
    match known {
        Some(known) if stated.includes(known.date) => {
            return DateJudgement::Agrees(DateBasis::of(symbol, known));
        }
        Some(known) if known.standing == Standing::Verified => {
            return DateJudgement::Contradicts(known.date, DateBasis::of(symbol, known));
        }
        _ => {}
    }
    // More texts give the stated date than the one that the numbers around it allow: who is right?
    let is_disputed = known
        .zip(stated.day())
        .is_some_and(|(known, day)| dates::texts_against(symbol, day) > known.support);
    if is_disputed {
        return DateJudgement::Unknown;
    }
    let adopted = symbol.adopted();
    adopted
        .and_then(|adopted| {
            outside_the_session(adopted, days, known)
                .or_else(|| by_the_neighbours(adopted, days, known))
        })
        .or_else(|| {
            known
                .filter(|known| speaks(*known))
                .map(|known| DateJudgement::Contradicts(known.date, DateBasis::of(symbol, known)))
        })
        .unwrap_or(DateJudgement::Unknown)
}

/// Whether a text was adopted on `day`, by its own date or because the numbers around it leave no other: whether
/// [`judge_date`] agrees.
pub(super) fn is_of(adopted: &Adopted, day: Date) -> bool {
    if let Some(known) = dates::date_of(adopted) {
        return known.date == day;
    }
    let judged = outside_the_session(adopted, (day, day), None)
        .or_else(|| by_the_neighbours(adopted, (day, day), None));
    matches!(judged, Some(DateJudgement::Agrees(_)))
}

/// Whether a date counted in texts is well enough known to contradict another.
pub(super) fn speaks(known: AdoptionDate) -> bool {
    known.support >= WITNESSES && known.rival * 2 <= known.support
}

fn outside_the_session(
    adopted: &Adopted,
    days: (Date, Date),
    known: Option<AdoptionDate>,
) -> Option<DateJudgement> {
    let (first, last) = within(adopted)?;
    let is_outside = |months| is_before(days.1, first, months) || is_before(last, days.0, months);
    let is_special = matches!(adopted.term, Term::Special(_) | Term::Emergency(_));
    let basis = match adopted.body.key() {
        // The days of the Assembly's special sessions are partly from memory, and some were resumed.
        Body::GENERAL_ASSEMBLY if is_special => is_outside(1).then_some(DateBasis::Session),
        Body::HUMAN_RIGHTS_COUNCIL if is_outside(1) => Some(DateBasis::Session),
        Body::HUMAN_RIGHTS_COUNCIL => is_outside(0).then_some(DateBasis::SessionDays),
        _ => is_outside(0).then_some(DateBasis::Session),
    }?;
    Some(match known {
        // Outside its session a stated date is wrong, so that a date seen once is the better one.
        Some(known) => DateJudgement::Contradicts(known.date, basis),
        None => DateJudgement::Outside(first, last, basis),
    })
}

fn by_the_neighbours(
    adopted: &Adopted,
    days: (Date, Date),
    known: Option<AdoptionDate>,
) -> Option<DateJudgement> {
    let around = around(adopted)?;
    let basis = DateBasis::Neighbours(around.below, around.above);
    let is_one_day = around.first == around.last;
    if days.1 >= around.first && days.0 <= around.last {
        return (is_one_day && known.is_none()).then_some(DateJudgement::Agrees(basis));
    }
    Some(match known {
        Some(known) if around.allows(known.date) => DateJudgement::Contradicts(known.date, basis),
        _ if is_one_day => DateJudgement::Contradicts(around.first, basis),
        _ => DateJudgement::Outside(around.first, around.last, basis),
    })
}

/// Whether `one` is before `other` by more than `months`.
fn is_before(one: Date, other: Date, months: i32) -> bool {
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let apart = month(other) - month(one);
    apart > months || apart == months && other.day() > one.day()
}
