//! In which year a regular session of the General Assembly opens. The first met from January 1946 on, and each since opens
//! in September. Source: calendar of sessions of the General
//! Assembly.

/// What the number of a session is added to.
const BEFORE_FIRST: u16 = 1945;

/// The year in which the regular session of that number opens: 2012 for 67.
pub const fn session_opens(session: u16) -> u16 {
    BEFORE_FIRST.saturating_add(session)
}

/// The regular session that opens in `year`; none did before 1946.
pub const fn session_opened_in(year: u16) -> Option<u16> {
    match year.checked_sub(BEFORE_FIRST) {
        Some(0) | None => None,
        session => session,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_sessions_lead_to_each_other() {
        for (session, year) in [(1, 1946), (67, 2012), (80, 2025)] {
            assert_eq!(session_opens(session), year);
            assert_eq!(session_opened_in(year), Some(session));
        }
        assert_eq!(session_opened_in(1945), None);
        assert_eq!(session_opened_in(0), None);
    }
}
