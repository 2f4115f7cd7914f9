//! The Human Rights Council: sessions since 2006, each with resolutions from 1 without gaps.

use std::sync::LazyLock;

use super::{Judgement, tables};
use crate::table::rows;
use crate::{Act, Adopted, Date, Term};

/// How far beyond the last known number of a closed session a symbol is still possible.
const MARGIN: u32 = 5;
/// The first number of a decision.
const FIRST_DECISION: u32 = 101;
/// The most resolutions of a session.
const MOST: u32 = 60;
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
    rows::<8>(tables::HRC_SESSIONS.text)
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
#[cfg(test)]
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
        return match adopted.act {
            Act::Resolution => outside_the_table(adopted.term, adopted.number, as_of),
            _ => outside_the_table(adopted.term, 0, as_of),
        };
    };
    let number = adopted.number;
    if session.first_date.year() > as_of.year() + 1 {
        return Judgement::impossible(format!(
            "The Human Rights Council's session {} was held in {}, after the date of this draft.",
            session.term,
            session.first_date.year()
        ));
    }
    match adopted.act {
        Act::Decision if number < FIRST_DECISION => Judgement::doubtful(format!(
            "The Human Rights Council numbers its decisions from {FIRST_DECISION} on; resolution \
             {}/{number} may be meant.",
            session.term
        )),
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

/// Why a document cannot be of the session, where it lies ahead of the draft.
pub(super) fn session_ahead(term: Term, as_of: Date) -> Option<String> {
    if SESSIONS.iter().any(|row| row.term == term) {
        return None;
    }
    match term {
        Term::Session(session) => no_such_session(session, as_of),
        _ => None,
    }
}

fn outside_the_table(term: Term, number: u32, as_of: Date) -> Judgement {
    let Term::Session(session) = term else {
        return Judgement::Unknown;
    };
    if let Some(reason) = no_such_session(session, as_of) {
        return Judgement::impossible(reason);
    }
    if number > MOST {
        return Judgement::doubtful(format!(
            "No session of the Human Rights Council is known to have had more than {MOST} resolutions."
        ));
    }
    Judgement::Unknown
}

/// Why no draft of the day `as_of` can cite a document of regular session `session`; `None` where it can.
pub(super) fn no_such_session(session: u16, as_of: Date) -> Option<String> {
    let (last, date) = SESSIONS.iter().rev().find_map(|row| match row.term {
        Term::Session(number) => Some((number, row.last_date)),
        _ => None,
    })?;
    // Sessions are held in March, June and September.
    let rest_of_the_year = (12_u16.saturating_sub(date.month().into())) / 4;
    let years = (as_of.year() + 1).saturating_sub(date.year());
    let possible = last + rest_of_the_year + SESSIONS_A_YEAR.saturating_mul(years);
    if (1..=possible).contains(&session) {
        return None;
    }
    Some(format!(
        "The Human Rights Council holds three regular sessions a year and had reached session {last} in \
         {}; there is no session {session}.",
        date.year()
    ))
}
