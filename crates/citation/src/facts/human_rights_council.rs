//! The Human Rights Council: sessions since 2006, each with resolutions from 1 without gaps.

use std::sync::LazyLock;

use super::Judgement;
use crate::grammar::rows;
use crate::{Act, Adopted, Date, Term};

/// How far beyond the last known number of a closed session a symbol is still possible.
const MARGIN: u32 = 5;
/// Regular sessions a year.
const SESSIONS_A_YEAR: u16 = 3;

/// A regular or special session.
pub(super) struct Session {
    pub(super) term: Term,
    pub(super) first_date: Date,
    pub(super) last_date: Date,
    pub(super) resolutions: u32,
    decisions: Option<(u32, u32)>,
    statements: u32,
}

static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(|| {
    rows::<8>(include_str!("../../data/facts/hrc-sessions.tsv"))
        .filter_map(
            |[
                session,
                from,
                to,
                resolutions,
                first,
                last,
                count,
                statements,
            ]| {
                let term = match session.strip_prefix("S-") {
                    Some(number) => Term::Special(number.parse().ok()?),
                    None => Term::Session(session.parse().ok()?),
                };
                let decisions = first.parse::<u32>().ok().zip(last.parse().ok());
                let count: u32 = count.parse().unwrap_or(0);
                Some(Session {
                    term,
                    first_date: Date::parse_iso(from)?,
                    last_date: Date::parse_iso(to)?,
                    resolutions: resolutions.parse().unwrap_or(0),
                    decisions: decisions.filter(|(first, last)| first + count == last + 1),
                    statements: statements.parse().unwrap_or(0),
                })
            },
        )
        .collect()
});

/// The sessions of the table, regular ones first.
pub(super) fn sessions() -> &'static [Session] {
    &SESSIONS
}

/// The first and the last day on which the session adopted resolutions or decisions.
pub(super) fn window(term: Term) -> Option<(Date, Date)> {
    let session = SESSIONS.iter().find(|session| session.term == term)?;
    Some((session.first_date, session.last_date))
}

pub(super) fn existence(adopted: &Adopted, as_of: Date) -> Judgement {
    if adopted.number == 0 {
        return Judgement::impossible("Numbers of a session begin with 1.".into());
    }
    let Some(session) = SESSIONS.iter().find(|row| row.term == adopted.term) else {
        return outside_the_table(adopted.term, as_of);
    };
    let number = adopted.number;
    match adopted.act {
        Act::Decision => Judgement::exists_if(
            session
                .decisions
                .is_some_and(|(first, last)| (first..=last).contains(&number)),
        ),
        Act::PresidentialStatement => Judgement::exists_if(number <= session.statements),
        Act::Resolution if number <= session.resolutions => Judgement::Exists,
        Act::Resolution if number > session.resolutions + MARGIN && session.last_date < as_of => {
            Judgement::impossible(match session.resolutions {
                0 => format!(
                    "The Human Rights Council's session {} adopted no resolution.",
                    session.term
                ),
                last => format!(
                    "The Human Rights Council's session {} closed with resolution {last}.",
                    session.term
                ),
            })
        }
        Act::Resolution => Judgement::Unknown,
    }
}

fn outside_the_table(term: Term, as_of: Date) -> Judgement {
    let Term::Session(session) = term else {
        return Judgement::Unknown;
    };
    let last = SESSIONS.iter().rev().find_map(|row| match row.term {
        Term::Session(number) => Some((number, row.last_date.year())),
        _ => None,
    });
    let Some((last, year)) = last else {
        return Judgement::Unknown;
    };
    let years = (as_of.year() + 2).saturating_sub(year);
    if session == 0 || session > last.saturating_add(SESSIONS_A_YEAR.saturating_mul(years)) {
        return Judgement::impossible(format!(
            "The Human Rights Council holds three regular sessions a year and had reached session \
             {last} in {year}; there is no session {session}."
        ));
    }
    Judgement::Unknown
}
