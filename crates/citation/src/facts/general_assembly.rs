//! The General Assembly since session 31 (1976): regular, special and emergency special sessions.
//!
//! Resolutions are numbered from 1 in each session; from 401 on the numbers are decisions. The
//! last number of a session is never trusted to the last one, so no maximum makes a symbol wrong.

use std::sync::LazyLock;

use super::session_years::{session_opened_in, session_opens};
use super::{Judgement, Standing, dates, roman_sessions, tables};
use crate::table::rows;
use crate::{Act, Adopted, Date, Term};

/// Since this session the symbol states session and number: A/RES/31/1.
const FIRST_ARABIC: u16 = 31;
/// The first special and emergency special sessions whose resolutions are numbered by session.
const FIRST_SPECIAL: u16 = 8;
const FIRST_EMERGENCY: u16 = 6;
/// No session has reached this number: resolutions end near 350, decisions near 590.
const BEYOND_ALL: u32 = 600;
/// The sessions whose resolutions are in the table of dates one by one.
const DATED: std::ops::RangeInclusive<u16> = 78..=80;
/// The sessions that had closed when the table was made.
const CLOSED: std::ops::RangeInclusive<u16> = 31..=79;
/// Decisions have these numbers, by memory the lowest: elections and appointments from 301, later 401; others from 401, later 501.
const FIRST_DECISION: u32 = 301;
const RESOLUTION_OR_DECISION: std::ops::RangeInclusive<u32> = 401..=599;
/// Last numbers from memory were wrong by up to 6; so far beyond the last known number one is doubtful.
const MARGIN: u32 = 10;

/// A regular session.
pub(super) struct Session {
    pub(super) number: u16,
    pub(super) last: u32,
    pub(super) standing: Standing,
    /// The last number from memory.
    recalled: Option<u32>,
    /// A further block of resolutions; only session 56 has one.
    pub(super) also: Option<(u32, u32)>,
}

impl Session {
    /// The last number, known or from memory.
    fn most(&self) -> u32 {
        self.last.max(self.recalled.unwrap_or(0))
    }
}

static SESSIONS: LazyLock<Vec<Session>> = LazyLock::new(|| {
    rows::<6>(tables::GA_SESSIONS.text)
        .filter_map(|[number, _, last, standing, recalled, also]| {
            let also = also
                .split_once('-')
                .and_then(|(first, last)| Some((first.parse().ok()?, last.parse().ok()?)));
            Some(Session {
                number: number.parse().ok()?,
                last: last.parse().ok()?,
                standing: Standing::of(standing),
                recalled: recalled.parse().ok(),
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
    rows::<5>(tables::GA_SPECIAL_SESSIONS.text)
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
#[cfg(test)]
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
    let opens = (session > 0).then(|| session_opens(session))?;
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
    if let Some(reason) = no_such_session(session, as_of) {
        return Judgement::impossible(reason);
    }
    if adopted.act != Act::Resolution {
        return decision(session, adopted.number);
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
    if is_listed(session, adopted.number) {
        return Judgement::Exists;
    }
    doubt(session, adopted.number).map_or(Judgement::Unknown, Judgement::doubtful)
}

fn decision(session: u16, number: u32) -> Judgement {
    if session < FIRST_ARABIC {
        return Judgement::Unknown;
    }
    if number >= BEYOND_ALL {
        return Judgement::impossible(format!(
            "No session of the General Assembly has had a decision {number}."
        ));
    }
    if number < FIRST_DECISION {
        return Judgement::doubtful(format!(
            "Decision {session}/{number} is probably resolution {session}/{number}: the General \
             Assembly numbers its decisions from {FIRST_DECISION} on."
        ));
    }
    Judgement::exists_if(dates::is_dated(session, number))
}

/// Why a resolution of this number is unlikely, though nothing excludes it.
fn doubt(session: u16, number: u32) -> Option<String> {
    if RESOLUTION_OR_DECISION.contains(&number) {
        return Some(format!(
            "Resolution {session}/{number} is probably decision {session}/{number}: the General \
             Assembly numbers its decisions from {} on.",
            RESOLUTION_OR_DECISION.start()
        ));
    }
    let most = SESSIONS.iter().map(Session::most).max()?;
    let own = SESSIONS.iter().find(|row| row.number == session);
    match own.filter(|_| CLOSED.contains(&session)) {
        Some(row) if number > row.most() + MARGIN => Some(format!(
            "The highest number known for the General Assembly's session {session} is {}.",
            row.last
        )),
        None if number > most + MARGIN => Some(format!(
            "No session of the General Assembly is known to have had more than {most} resolutions."
        )),
        _ => None,
    }
}

/// Why no draft of the day `as_of` can cite a document of `session`; `None` where it can.
pub(super) fn no_such_session(session: u16, as_of: Date) -> Option<String> {
    let last_session = session_opened_in(as_of.year() + 1).unwrap_or_default();
    if (1..=last_session).contains(&session) {
        return None;
    }
    let opens = session_opens(session);
    Some(match session {
        0 => "The General Assembly's sessions begin with 1.".into(),
        _ if SESSIONS.iter().any(|row| row.number == session) => format!(
            "The General Assembly's session {session} opened in September {opens}, after the date \
             of this draft."
        ),
        _ if session > 100 => format!("There is no session {session} of the General Assembly."),
        _ => format!("The General Assembly's session {session} opens only in September {opens}."),
    })
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

/// The number of a resolution in `figures`, when they run on into the figure of a footnote (`55/4012` is
/// 55/40 with note 12) and no other reading is likely.
pub(crate) fn number_before_note(session: u16, figures: &str) -> Option<&str> {
    // Few documents have more notes than this.
    const NOTES: u32 = 400;
    let is_reading = |at: &usize| {
        let (number, note) = figures.split_at(*at);
        let likely = number
            .parse()
            .is_ok_and(|number| is_likely(session, number));
        let noted = note
            .parse::<u32>()
            .is_ok_and(|note| (1..=NOTES).contains(&note));
        likely && noted && !note.starts_with('0')
    };
    let mut readings = (1..figures.len()).filter(is_reading);
    let only = readings.next()?;
    readings.next().is_none().then(|| &figures[..only])
}

fn special(adopted: &Adopted) -> Judgement {
    let is_held = SPECIAL.iter().any(|row| row.term == adopted.term);
    let (Term::Special(number) | Term::Emergency(number)) = adopted.term else {
        return Judgement::Unknown;
    };
    let is_roman = match adopted.term {
        Term::Special(_) => number < FIRST_SPECIAL,
        _ => number < FIRST_EMERGENCY,
    };
    if !is_held && !is_roman {
        return Judgement::doubtful(format!(
            "The General Assembly is not known to have held a special session {}.",
            adopted.term
        ));
    }
    let known = SPECIAL.iter().any(|row| {
        row.term == adopted.term
            && row.standing > Standing::Recalled
            && (1..=row.last).contains(&adopted.number)
    });
    Judgement::exists_if(known && adopted.act == Act::Resolution)
}
