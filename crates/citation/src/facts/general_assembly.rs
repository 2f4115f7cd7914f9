//! The General Assembly since session 31 (1976): regular, special and emergency special sessions.
//!
//! Resolutions are numbered from 1 in each session; from 401 on the numbers are decisions. The
//! last number of a session is never trusted to the last one, so no maximum makes a symbol wrong.

use std::sync::LazyLock;

use super::{Judgement, Standing, dates, roman_sessions};
use crate::grammar::rows;
use crate::{Act, Adopted, Date, Term};

/// The session that opened in September 1946 is the first.
const BEFORE_FIRST: u16 = 1945;
/// Since this session the symbol states session and number: A/RES/31/1.
const FIRST_ARABIC: u16 = 31;
/// No session has reached this number: resolutions end near 350, decisions near 590.
const BEYOND_ALL: u32 = 600;
/// The sessions whose resolutions are in the table of dates one by one.
const DATED: std::ops::RangeInclusive<u16> = 78..=80;

/// A regular session.
pub(super) struct Session {
    pub(super) number: u16,
    pub(super) last: u32,
    pub(super) standing: Standing,
    /// A further block of resolutions; only session 56 has one.
    pub(super) also: Option<(u32, u32)>,
}

static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(|| {
    rows::<6>(include_str!("../../data/facts/ga-sessions.tsv"))
        .filter_map(|[number, _, last, standing, _, also]| {
            let also = also
                .split_once('-')
                .and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
            Some(Session {
                number: number.parse().ok()?,
                last: last.parse().ok()?,
                standing: Standing::of(standing),
                also,
            })
        })
        .collect()
});

/// A special or emergency special session since 1978.
pub(super) struct SpecialSession {
    pub(super) term: Term,
    pub(super) opened: Date,
    /// `None` while the session is open.
    pub(super) closed: Option<Date>,
    pub(super) last: u32,
    pub(super) standing: Standing,
}

static SPECIAL: LazyLock<Vec<SpecialSession>> = LazyLock::new(|| {
    rows::<5>(include_str!("../../data/facts/ga-special-sessions.tsv"))
        .filter_map(|[session, opened, closed, last, standing]| {
            let term = match session.strip_prefix("ES-") {
                Some(number) => Term::Emergency(number.parse().ok()?),
                None => Term::Special(session.strip_prefix("S-")?.parse().ok()?),
            };
            Some(SpecialSession {
                term,
                opened: Date::parse_iso(opened)?,
                closed: Date::parse_iso(closed),
                last: last.parse().unwrap_or(0),
                standing: Standing::of(standing),
            })
        })
        .collect()
});

/// The regular sessions of the table, in order.
pub(super) fn sessions() -> &'static [Session] {
    &SESSIONS
}

/// The special and emergency special sessions of the table.
pub(super) fn special_sessions() -> &'static [SpecialSession] {
    &SPECIAL
}

/// The days between which a resolution of regular session `session` was adopted: 1 September of
/// the year in which it opened to 30 September of the next; `None` for session 0 and for years
/// beyond the calendar.
///
/// Source: calendar of sessions of the General Assembly; session s opens in September of 1945 + s.
pub fn general_assembly_session_window(session: u16) -> Option<(Date, Date)> {
    let opens = BEFORE_FIRST.checked_add(session).filter(|_| session > 0)?;
    // The first session met in January 1946, the only one to open before its September.
    let month = if session == 1 { 1 } else { 9 };
    let first = Date::new(opens, month, 1)?;
    Some((first, Date::new(opens.checked_add(1)?, 9, 30)?))
}

pub(super) fn existence(adopted: &Adopted, as_of: Date) -> Judgement {
    match adopted.term {
        Term::Session(session) => regular(session, adopted, as_of),
        Term::Special(_) | Term::Emergency(_) => special(adopted),
        Term::RomanSession(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_) => {
            roman_sessions::existence(adopted)
        }
        Term::Year(year) => Judgement::impossible(format!(
            "The General Assembly numbers its texts by session, not by year; {year} is no session."
        )),
        Term::Unstated => Judgement::Unknown,
    }
}

fn regular(session: u16, adopted: &Adopted, as_of: Date) -> Judgement {
    if adopted.number == 0 {
        return Judgement::impossible("Numbers of a session begin with 1.".into());
    }
    let last_session = (as_of.year() + 1).saturating_sub(BEFORE_FIRST);
    if session == 0 || session > last_session {
        return Judgement::impossible(no_such_session(session, adopted.number, last_session));
    }
    if adopted.act != Act::Resolution {
        return Judgement::Unknown;
    }
    if session < FIRST_ARABIC {
        return Judgement::impossible(format!(
            "Resolutions of the General Assembly's session {session} are numbered through and carry \
             the session in Roman numerals, as in 3379 (XXX)."
        ));
    }
    if adopted.number >= BEYOND_ALL {
        return Judgement::impossible(format!(
            "No session of the General Assembly has had a resolution {}.",
            adopted.number
        ));
    }
    Judgement::exists_if(is_listed(session, adopted.number))
}

fn no_such_session(session: u16, number: u32, last_session: u16) -> String {
    let opens = u32::from(session) + u32::from(BEFORE_FIRST);
    let is_session =
        u16::try_from(number).is_ok_and(|n| (FIRST_ARABIC..=last_session).contains(&n));
    match session {
        0 => "The General Assembly's sessions begin with 1.".into(),
        _ if SESSIONS.iter().any(|row| row.number == session) => format!(
            "The General Assembly's session {session} opened in September {opens}, after the date \
             of this draft."
        ),
        _ if session > 100 && is_session => format!(
            "The General Assembly's session {session} lies far in the future; {number} and \
             {session} look swapped."
        ),
        _ => format!("The General Assembly's session {session} opens only in September {opens}."),
    }
}

/// Whether a list without gaps, or the resolution itself, shows the number.
fn is_listed(session: u16, number: u32) -> bool {
    if DATED.contains(&session) {
        return dates::is_dated(session, number);
    }
    SESSIONS
        .iter()
        .find(|row| row.number == session && row.standing == Standing::Verified)
        .is_some_and(|row| {
            let in_block = |(first, last)| (first..=last).contains(&number);
            number <= row.last || row.also.is_some_and(in_block)
        })
}

/// Whether a resolution of this number is likely enough to be suggested.
pub(super) fn is_likely(session: u16, number: u32) -> bool {
    let row = SESSIONS.iter().find(|row| row.number == session);
    row.is_some_and(|row| (1..=row.last).contains(&number))
}

fn special(adopted: &Adopted) -> Judgement {
    let known = SPECIAL.iter().any(|row| {
        row.term == adopted.term
            && row.standing > Standing::Recalled
            && (1..=row.last).contains(&adopted.number)
    });
    Judgement::exists_if(known && adopted.act == Act::Resolution)
}
