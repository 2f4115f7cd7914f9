//! Adoption dates, and the days between which a text of a session can have been adopted.
//!
//! Lettered parts have dates of their own: a citation without its letter has a date only where
//! the number was adopted as one.

use std::sync::LazyLock;

use super::{
    AdoptionDate, Standing, economic_and_social_council, general_assembly, human_rights_council,
    roman_sessions, security_council,
};
use crate::grammar::rows;
use crate::{Act, Adopted, Body, Date, Symbol, Term};

/// The first number of a General Assembly decision among the dates, and the exception to it.
const FIRST_DECISION: u32 = 401;
const RESOLUTIONS_OF_SESSION_56: std::ops::RangeInclusive<u32> = 500..=512;
/// The first number of a decision of the Economic and Social Council.
const FIRST_COUNCIL_DECISION: u32 = 201;

/// The organs that have a table of dates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Organ {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
}

/// What a date is filed under; the running count of the Security Council has no term.
type Key = (Organ, Term, u32);

/// A row of the tables; its date is read only when asked for, since a draft asks for few.
pub(super) struct Dated {
    pub(super) key: Key,
    /// The lettered part, or nothing.
    pub(super) part: &'static str,
    date: &'static str,
    /// In how many texts the date was found; `None` where it comes from the document itself.
    support: Option<&'static str>,
}

impl Dated {
    const fn new(
        key: Key,
        part: &'static str,
        date: &'static str,
        support: Option<&'static str>,
    ) -> Self {
        Self {
            key,
            part,
            date,
            support,
        }
    }

    /// The date and how it is known.
    pub(super) fn known(&self) -> Option<AdoptionDate> {
        Some(AdoptionDate {
            date: Date::parse_iso(self.date)?,
            standing: self.standing(),
            support: self
                .support
                .map_or(Some(0), |support| support.parse().ok())?,
        })
    }

    /// Verified where the date comes from the document itself.
    pub(super) fn standing(&self) -> Standing {
        self.support
            .map_or(Standing::Verified, |_| Standing::Observed)
    }
}

static DATES: LazyLock<Vec<Dated>> = LazyLock::new(|| {
    let verified = rows::<3>(include_str!("../../data/facts/ga-dates.tsv")).filter_map(
        |[session, number, date]| {
            let term = Term::Session(session.parse().ok()?);
            let key = (Organ::GeneralAssembly, term, number.parse().ok()?);
            Some(Dated::new(key, "", date, None))
        },
    );
    let cited = rows::<5>(include_str!("../../data/facts/ga-cited-dates.tsv")).filter_map(
        |[session, number, part, date, support]| {
            let term = Term::Session(session.parse().ok()?);
            let key = (Organ::GeneralAssembly, term, number.parse().ok()?);
            Some(Dated::new(key, part, date, Some(support)))
        },
    );
    let early = rows::<5>(include_str!("../../data/facts/ga-early-dates.tsv")).filter_map(
        |[session, number, part, date, support]| {
            let term = roman_sessions::term(session)?;
            let key = (Organ::GeneralAssembly, term, number.parse().ok()?);
            Some(Dated::new(key, part, date, Some(support)))
        },
    );
    let security_council = rows::<3>(include_str!("../../data/facts/sc-dates.tsv")).filter_map(
        |[number, date, support]| {
            let key = (Organ::SecurityCouncil, Term::Unstated, number.parse().ok()?);
            Some(Dated::new(key, "", date, Some(support)))
        },
    );
    let council = rows::<4>(include_str!("../../data/facts/ecosoc-dates.tsv")).filter_map(
        |[year, number, date, support]| {
            let term = Term::Year(year.parse().ok()?);
            let key = (Organ::EconomicAndSocialCouncil, term, number.parse().ok()?);
            Some(Dated::new(key, "", date, Some(support)))
        },
    );
    let mut dates: Vec<Dated> = verified
        .chain(cited)
        .chain(early)
        .chain(security_council)
        .chain(council)
        .collect();
    dates.sort_by(|a, b| (a.key, a.part).cmp(&(b.key, b.part)));
    dates
});

/// Every date, sorted by organ, session, number and part.
pub(super) fn all() -> &'static [Dated] {
    &DATES
}

fn filed_under(key: Key) -> &'static [Dated] {
    let start = DATES.partition_point(|row| row.key < key);
    let length = DATES[start..].partition_point(|row| row.key == key);
    &DATES[start..start + length]
}

/// The date on which the text behind `symbol` was adopted, where a table has it.
///
/// Verified dates come from the resolutions themselves (sessions 78 to 80 of the General Assembly); observed
/// ones were counted in United Nations texts and carry their support. `None` where the number has
/// lettered parts adopted on several days and the symbol names none of them, or names a part of
/// which the date is not known.
pub fn adoption_date(symbol: &Symbol) -> Option<AdoptionDate> {
    let adopted = symbol.adopted()?;
    let rows = filed_under(key(adopted)?);
    let known = match adopted.part.as_deref() {
        _ if adopted.body.key() == Body::SECURITY_COUNCIL => rows.first()?.known()?,
        None => undivided(rows)?,
        Some(part) => divided(rows, part)?,
    };
    let agrees = match adopted.term {
        Term::Year(year) if adopted.body.key() == Body::SECURITY_COUNCIL => {
            known.date.year() == year
        }
        _ => true,
    };
    agrees.then_some(known)
}

fn key(adopted: &Adopted) -> Option<Key> {
    let Adopted {
        body,
        act,
        term,
        number,
        ..
    } = adopted;
    let (organ, term, expected) = match body.key() {
        Body::GENERAL_ASSEMBLY => (Organ::GeneralAssembly, *term, assembly_act(*term, *number)),
        Body::SECURITY_COUNCIL => (Organ::SecurityCouncil, Term::Unstated, Act::Resolution),
        Body::ECONOMIC_AND_SOCIAL_COUNCIL if *number >= FIRST_COUNCIL_DECISION => {
            (Organ::EconomicAndSocialCouncil, *term, Act::Decision)
        }
        Body::ECONOMIC_AND_SOCIAL_COUNCIL => {
            (Organ::EconomicAndSocialCouncil, *term, Act::Resolution)
        }
        _ => return None,
    };
    (*act == expected).then_some((organ, term, *number))
}

/// Whether the General Assembly's number is that of a resolution or of a decision.
pub(super) fn assembly_act(term: Term, number: u32) -> Act {
    let numbered_through = !matches!(term, Term::Session(_));
    let is_resolution = numbered_through
        || number < FIRST_DECISION
        || term == Term::Session(56) && RESOLUTIONS_OF_SESSION_56.contains(&number);
    if is_resolution {
        Act::Resolution
    } else {
        Act::Decision
    }
}

/// The date of a number that was adopted as one, or all of whose known parts share a day.
fn undivided(rows: &[Dated]) -> Option<AdoptionDate> {
    let whole = rows.first().filter(|row| row.part.is_empty())?;
    let one_day = rows.iter().all(|row| row.date == whole.date);
    whole.known().filter(|_| one_day)
}

/// The date of part `A`, or of parts `A-C` or `A and B` adopted on one day.
fn divided(rows: &[Dated], part: &str) -> Option<AdoptionDate> {
    let first = part.bytes().next()?;
    let last = part.bytes().next_back()?;
    let mut known: Option<AdoptionDate> = None;
    for letter in first..=last {
        let row = rows.iter().find(|row| row.part.as_bytes() == [letter])?;
        let own = row.known()?;
        match known {
            Some(before) if before.date != own.date => return None,
            Some(before) if before.support <= own.support => {}
            _ => known = Some(own),
        }
    }
    known
}

/// Whether the date of the General Assembly's resolution comes from the resolution itself.
pub(super) fn is_dated(session: u16, number: u32) -> bool {
    let key = (Organ::GeneralAssembly, Term::Session(session), number);
    let mut rows = filed_under(key).iter();
    rows.any(|row| row.standing() == Standing::Verified)
}

/// Whether any text dates this number of the General Assembly, whatever its part.
pub(super) fn is_cited(adopted: &Adopted) -> bool {
    key(adopted).is_some_and(|key| !filed_under(key).is_empty())
}

/// The first and the last day on which the text behind `symbol` can have been adopted, by its
/// session or year alone; `None` where the tables do not say.
///
/// A stated date outside these days contradicts the symbol. Bounds are whole sessions or years,
/// both days included; a session that is still open ends at the end of the calendar.
pub fn adopted_within(symbol: &Symbol) -> Option<(Date, Date)> {
    let adopted = symbol.adopted()?;
    match (adopted.body.key(), adopted.term) {
        (Body::GENERAL_ASSEMBLY, Term::Session(session)) => {
            general_assembly::general_assembly_session_window(session)
        }
        (Body::GENERAL_ASSEMBLY, term @ (Term::Special(_) | Term::Emergency(_))) => {
            let sessions = general_assembly::special_sessions();
            let session = sessions.iter().find(|session| session.term == term)?;
            let closed = session.closed.or_else(|| Date::new(9999, 12, 31))?;
            Some((session.opened, closed))
        }
        (Body::GENERAL_ASSEMBLY, term) => roman_sessions::window(term),
        (Body::SECURITY_COUNCIL | Body::COMMISSION_ON_HUMAN_RIGHTS, Term::Year(year)) => {
            whole_year(year)
        }
        (Body::SECURITY_COUNCIL, Term::Unstated) => {
            security_council::sure_year(adopted.number).and_then(whole_year)
        }
        (Body::HUMAN_RIGHTS_COUNCIL, term) => human_rights_council::window(term),
        (Body::ECONOMIC_AND_SOCIAL_COUNCIL, Term::Year(year)) => {
            economic_and_social_council::window(year)
        }
        _ => None,
    }
}

fn whole_year(year: u16) -> Option<(Date, Date)> {
    Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
}
