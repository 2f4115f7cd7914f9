//! The days between which a text of a session or year can have been adopted.
//!
//! Bounds are whole sessions or years, both days included; a session that is still open ends at the
//! end of the calendar.

use super::{
    economic_and_social_council, general_assembly, human_rights_council, roman_sessions,
    security_council,
};
use crate::{Adopted, Body, Date, Symbol, Term};

/// The first and the last day on which the text behind `symbol` can have been adopted, by its
/// session or year alone; `None` where the tables do not say.
///
/// A stated date outside these days contradicts the symbol.
pub fn adopted_within(symbol: &Symbol) -> Option<(Date, Date)> {
    within(symbol.adopted()?)
}

/// The days between which a text was adopted, as [`adopted_within`] has them.
pub(super) fn within(adopted: &Adopted) -> Option<(Date, Date)> {
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
            security_council::sure_security_council_year(adopted.number).and_then(whole_year)
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
