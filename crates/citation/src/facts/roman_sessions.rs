//! General Assembly resolutions 1 (I) to 3541 (XXX), which are numbered through.
//!
//! The ranges are from memory; between two numbers that are proven for one session, no number can
//! belong to another.

use std::sync::LazyLock;

use super::{Judgement, Standing, dates, tables};
use crate::table::rows;
use crate::{Act, Adopted, Date, Roman, Term};

/// The last number of session XXX, the last to be numbered through.
const LAST: u32 = 3541;
/// The last regular, special and emergency special session with a Roman numeral.
const LAST_SESSIONS: (u16, u16, u16) = (30, 7, 5);
/// So far outside a recalled range no number can belong to the session.
const MARGIN: u32 = 150;

/// A run of numbers of one session; session II has two.
pub(super) struct Run {
    pub(super) term: Term,
    from_year: u16,
    to_year: u16,
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) standing: Standing,
    pub(super) proven: Option<(u32, u32)>,
}

impl Run {
    fn proves(&self, number: u32) -> bool {
        self.proven
            .is_some_and(|(first, last)| (first..=last).contains(&number))
    }

    fn distance(&self, number: u32) -> u32 {
        self.first
            .saturating_sub(number)
            .max(number.saturating_sub(self.last))
    }
}

static RUNS: LazyLock<Vec<Run>> = LazyLock::new(|| {
    rows::<8>(tables::GA_EARLY_SESSIONS.text)
        .filter_map(
            |[
                session,
                from,
                to,
                first,
                last,
                standing,
                proven_first,
                proven_last,
            ]| {
                let proven = proven_first.parse().ok().zip(proven_last.parse().ok());
                Some(Run {
                    term: term(session)?,
                    from_year: from.parse().ok()?,
                    to_year: to.parse().ok()?,
                    first: first.parse().ok()?,
                    last: last.parse().ok()?,
                    standing: Standing::of(standing),
                    proven,
                })
            },
        )
        .collect()
});

/// Reads `III`, `S-VII` or `ES-V`.
pub(super) fn term(session: &str) -> Option<Term> {
    if let Some(numeral) = session.strip_prefix("ES-") {
        return Roman::parse(numeral).map(Term::RomanEmergency);
    }
    match session.strip_prefix("S-") {
        Some(numeral) => Roman::parse(numeral).map(Term::RomanSpecial),
        None => Roman::parse(session).map(Term::RomanSession),
    }
}

/// Every run of numbers, in the order of the table.
#[cfg(test)]
pub(super) fn runs() -> &'static [Run] {
    &RUNS
}

/// The days between which a resolution of the session was adopted, by calendar year.
pub(super) fn window(term: Term) -> Option<(Date, Date)> {
    let run = RUNS.iter().find(|run| run.term == term)?;
    Some((
        Date::new(run.from_year, 1, 1)?,
        Date::new(run.to_year, 12, 31)?,
    ))
}

/// The session to which `number` belongs: proven where possible, else by the recalled ranges.
pub(crate) fn session_of(number: u32) -> Option<Term> {
    let proven = RUNS.iter().find(|run| run.proves(number));
    let run = proven.or_else(|| RUNS.iter().find(|run| run.distance(number) == 0))?;
    Some(run.term)
}

pub(super) fn existence(adopted: &Adopted) -> Judgement {
    if adopted.act != Act::Resolution {
        return Judgement::Unknown;
    }
    let Adopted { term, number, .. } = adopted;
    if is_like_tourism(*term, *number) {
        return Judgement::Unknown;
    }
    if let Some(reason) = no_such_session(*term) {
        return Judgement::impossible(reason);
    }
    if !(1..=LAST).contains(number) {
        return Judgement::impossible(format!(
            "General Assembly resolutions with a Roman session run from 1 (I) to {LAST} (XXX)."
        ));
    }
    let own = RUNS
        .iter()
        .find(|run| run.term == *term && run.proves(*number));
    if let Some(run) = own {
        let is_listed = run.standing == Standing::Verified;
        return Judgement::exists_if(is_listed || dates::is_cited(adopted));
    }
    if let Some(other) = RUNS
        .iter()
        .find(|run| run.term != *term && run.proves(*number))
    {
        return Judgement::impossible(adopted_at(*number, other.term, *term));
    }
    // The numbers run through all sessions: one that texts give with another session is not this one's.
    let cited_with = |run: &&Run| {
        let other = Adopted {
            term: run.term,
            part: None,
            ..adopted.clone()
        };
        run.term != *term && run.distance(*number) == 0 && dates::is_cited(&other)
    };
    if let Some(other) = RUNS.iter().find(cited_with)
        && !dates::is_cited(adopted)
    {
        return Judgement::impossible(adopted_at(*number, other.term, *term));
    }
    let own = RUNS.iter().filter(|run| run.term == *term);
    if own.map(|run| run.distance(*number)).min() > Some(MARGIN) {
        return Judgement::impossible(format!(
            "The numbers of the General Assembly's session {term} lie far from {number}."
        ));
    }
    Judgement::Unknown
}

/// Whether the World Tourism Organization may have adopted it, whose General Assembly gives its resolutions the same
/// symbols: "A/RES/707(XXII)" of 2017. Some 31 a session, from memory; the early sessions are left to the United Nations,
/// whose numbers lie among theirs.
fn is_like_tourism(term: Term, number: u32) -> bool {
    const A_SESSION: u32 = 31;
    const DOUBT: u32 = 60;
    let Term::RomanSession(session) = term else {
        return false;
    };
    let session = u32::from(session.value());
    (17..=30).contains(&session) && number.abs_diff(session * A_SESSION) <= DOUBT
}

fn adopted_at(number: u32, session: Term, stated: Term) -> String {
    format!(
        "General Assembly resolution {number} was adopted at session {session}, not at session {stated}."
    )
}

fn no_such_session(term: Term) -> Option<String> {
    let (regular, special, emergency) = LAST_SESSIONS;
    match term {
        Term::RomanSession(numeral) if numeral.value() > regular => Some(format!(
            "The General Assembly has numbered its sessions in Arabic figures since session 31; \
             session {numeral} is not one of its own."
        )),
        Term::RomanSpecial(numeral) if numeral.value() > special => Some(format!(
            "Resolutions of the General Assembly's special session {} are numbered as in S-{}/1.",
            numeral.value(),
            numeral.value()
        )),
        Term::RomanEmergency(numeral) if numeral.value() > emergency => Some(format!(
            "Resolutions of the General Assembly's emergency special session {} are numbered as in \
             ES-{}/1.",
            numeral.value(),
            numeral.value()
        )),
        _ => None,
    }
}
