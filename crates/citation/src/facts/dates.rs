//! The tables of adoption dates, and the day on which one text was adopted.
//!
//! Lettered parts have dates of their own: a citation without its letter has a date only where
//! the number was adopted as one.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::{AdoptionDate, Standing, Table, roman_sessions, tables};
use crate::table::{cells, lines};
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
    HumanRightsCouncil,
}

/// What a date is filed under; the running count of the Security Council has no term.
pub(super) type Key = (Organ, Term, u32);

/// A row of the tables; its date is read only when asked for.
pub(super) struct Dated {
    pub(super) key: Key,
    /// The lettered part, or nothing.
    pub(super) part: &'static str,
    date: &'static str,
    /// In how many texts the date was found; `None` where it comes from the document itself.
    support: Option<&'static str>,
    /// Other dates that texts give, and in how many: `2019-12-19 x4`.
    others: &'static str,
}

impl Dated {
    /// The date and how it is known.
    pub(super) fn known(&self) -> Option<AdoptionDate> {
        Some(AdoptionDate {
            date: Date::parse_iso(self.date)?,
            standing: self.standing(),
            support: self
                .support
                .map_or(Some(0), |support| support.parse().ok())?,
            rival: self.others().iter().map(|other| other.1).max().unwrap_or(0),
        })
    }

    /// Verified where the date comes from the document itself.
    pub(super) fn standing(&self) -> Standing {
        self.support
            .map_or(Standing::Verified, |_| Standing::Observed)
    }

    /// The other dates that texts give, each with the number of texts.
    pub(super) fn others(&self) -> Vec<(Date, u16)> {
        if self.others.is_empty() {
            return Vec::new();
        }
        let words: Vec<&str> = self.others.split(' ').collect();
        let read = |pair: &[&str]| {
            let texts = pair[1].strip_prefix('x')?;
            Some((Date::parse_iso(pair[0])?, texts.parse().ok()?))
        };
        words.chunks_exact(2).filter_map(read).collect()
    }
}

/// Reads the line of a table whose dates are filed under an organ and a term.
type Read = fn(Organ, Term, &'static str) -> Option<Dated>;

/// The lines of one session or year, or of the whole running count. They are read when somebody asks for one of
/// them: a draft cites texts of few sessions.
#[derive(Default)]
struct Section {
    lines: Vec<(Read, &'static str)>,
    /// Sorted by number and part; of equal ones that comes first which the documents themselves give.
    rows: OnceLock<Vec<Dated>>,
}

static SECTIONS: LazyLock<BTreeMap<(Organ, Term), Section>> = LazyLock::new(|| {
    let mut sections: BTreeMap<(Organ, Term), Section> = BTreeMap::new();
    for source in SOURCES {
        let mut before = "";
        let mut section = None;
        for line in lines(source.table.text) {
            let first = line.split_once('\t').map_or(line, |(first, _)| first);
            // The lines of a session stand together.
            if section.is_none() || first != before {
                before = first;
                let term = (source.term)(first);
                section = term.map(|term| sections.entry((source.organ, term)).or_default());
            }
            if let Some(section) = &mut section {
                section.lines.push((source.read, line));
            }
        }
    }
    sections
});

/// A table: whose dates it has, the term that the first cell of a line states, and how its lines are read.
struct Source {
    organ: Organ,
    table: Table,
    term: fn(&str) -> Option<Term>,
    read: Read,
}

/// The tables. What comes from the documents themselves comes first.
const SOURCES: [Source; 7] = [
    Source {
        organ: Organ::GeneralAssembly,
        table: tables::GA_DATES,
        term,
        read: of_document,
    },
    Source {
        organ: Organ::GeneralAssembly,
        table: tables::GA_DECISION_DATES,
        term,
        read: of_document,
    },
    Source {
        organ: Organ::GeneralAssembly,
        table: tables::GA_CITED_DATES,
        term,
        read: of_assembly,
    },
    Source {
        organ: Organ::GeneralAssembly,
        table: tables::GA_EARLY_DATES,
        term: roman_sessions::term,
        read: of_assembly,
    },
    Source {
        organ: Organ::SecurityCouncil,
        table: tables::SC_DATES,
        term: |_| Some(Term::Unstated),
        read: of_running_count,
    },
    Source {
        organ: Organ::HumanRightsCouncil,
        table: tables::HRC_DATES,
        term,
        read: of_council,
    },
    Source {
        organ: Organ::EconomicAndSocialCouncil,
        table: tables::ECOSOC_DATES,
        term: |year| year.parse().ok().map(Term::Year),
        read: of_council,
    },
];

/// A date that comes from the document itself.
fn of_document(organ: Organ, term: Term, line: &'static str) -> Option<Dated> {
    let [_, number, date] = cells(line);
    Some(Dated {
        key: (organ, term, number.parse().ok()?),
        part: "",
        date,
        support: None,
        others: "",
    })
}

fn of_assembly(organ: Organ, term: Term, line: &'static str) -> Option<Dated> {
    let [_, number, part, date, support, others] = cells(line);
    Some(Dated {
        part,
        ..counted((organ, term), [number, date, support, others])?
    })
}

fn of_council(organ: Organ, term: Term, line: &'static str) -> Option<Dated> {
    let [_, number, date, support, others] = cells(line);
    counted((organ, term), [number, date, support, others])
}

fn of_running_count(organ: Organ, term: Term, line: &'static str) -> Option<Dated> {
    counted((organ, term), cells(line))
}

/// A date that was counted in texts.
fn counted(
    (organ, term): (Organ, Term),
    [number, date, support, others]: [&'static str; 4],
) -> Option<Dated> {
    Some(Dated {
        key: (organ, term, number.parse().ok()?),
        part: "",
        date,
        support: Some(support),
        others,
    })
}

/// Reads `67`, `S-32` or `ES-11`.
pub(super) fn term(session: &str) -> Option<Term> {
    if let Some(number) = session.strip_prefix("ES-") {
        return number.parse().ok().map(Term::Emergency);
    }
    match session.strip_prefix("S-") {
        Some(number) => number.parse().ok().map(Term::Special),
        None => session.parse().ok().map(Term::Session),
    }
}

/// Every date, sorted by organ, session, number and part.
#[cfg(test)]
pub(super) fn all() -> Vec<&'static Dated> {
    let sections = SECTIONS.keys();
    sections
        .flat_map(|(organ, term)| of_term(*organ, *term))
        .collect()
}

/// The rows of one number.
pub(super) fn filed_under((organ, term, number): Key) -> &'static [Dated] {
    let rows = of_term(organ, term);
    let start = rows.partition_point(|row| row.key.2 < number);
    let length = rows[start..].partition_point(|row| row.key.2 == number);
    &rows[start..start + length]
}

/// The rows of one session or year, or of the whole running count.
pub(super) fn of_term(organ: Organ, term: Term) -> &'static [Dated] {
    SECTIONS
        .get(&(organ, term))
        .map_or(&[], |section| section.read(organ, term))
}

impl Section {
    fn read(&self, organ: Organ, term: Term) -> &[Dated] {
        self.rows.get_or_init(|| {
            let lines = self.lines.iter();
            let mut rows: Vec<Dated> = lines
                .filter_map(|(read, line)| read(organ, term, line))
                .collect();
            rows.sort_by_key(|row| (row.key.2, row.part));
            rows
        })
    }
}

/// The date on which the text behind `symbol` was adopted, where a table has it.
///
/// Verified dates come from the texts themselves (resolutions of sessions 78 to 80 of the General Assembly,
/// decisions of sessions 71 to 80); observed ones were counted in United Nations texts and carry their
/// support. `None` where the number has lettered parts adopted on several days and the symbol names none of
/// them, or names a part of which the date is not known.
pub fn adoption_date(symbol: &Symbol) -> Option<AdoptionDate> {
    date_of(symbol.adopted()?)
}

/// The date on which a text was adopted, as [`adoption_date`] has it.
pub(crate) fn date_of(adopted: &Adopted) -> Option<AdoptionDate> {
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

/// In how many texts `date` stands beside the number of `symbol` although its row has another.
pub(super) fn texts_against(symbol: &Symbol, date: Date) -> u16 {
    let key = symbol.adopted().and_then(key);
    let rows = key.map_or(&[][..], filed_under);
    let of_date = rows.iter().flat_map(Dated::others);
    of_date
        .filter(|(other, _)| *other == date)
        .map(|(_, texts)| texts)
        .max()
        .unwrap_or(0)
}

/// What the dates of `adopted` are filed under; `None` where no table has texts of its kind.
pub(super) fn key(adopted: &Adopted) -> Option<Key> {
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
        Body::HUMAN_RIGHTS_COUNCIL => (Organ::HumanRightsCouncil, *term, Act::Resolution),
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

/// Whether the date of the General Assembly's text comes from the text itself.
pub(super) fn is_dated(session: u16, number: u32) -> bool {
    let key = (Organ::GeneralAssembly, Term::Session(session), number);
    let mut rows = filed_under(key).iter();
    rows.any(|row| row.standing() == Standing::Verified)
}

/// Whether any text dates this number, whatever its part.
pub(super) fn is_cited(adopted: &Adopted) -> bool {
    key(adopted).is_some_and(|key| !filed_under(key).is_empty())
}
