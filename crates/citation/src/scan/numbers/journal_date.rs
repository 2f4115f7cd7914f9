//! The date behind a number as law journals and talking points set it, without "of": "GA res. 60/1, 24 October 2005".
//!
//! A day behind a comma may open another clause; one in the year of the number or of its session, which a mark ends, does
//! not.

use std::ops::Range;

use crate::scan::{cursor, dates};
use crate::{Roman, StatedDate, facts};

/// The date behind the number at `token`, and the offset behind it.
pub(super) fn behind(text: &str, token: Range<usize>) -> Option<(StatedDate, usize)> {
    let comma = cursor::word(text, token.end, ",")?;
    let (date, end) = dates::at_start(text, cursor::skip_space(text, comma))?;
    let year = date.date.day()?.year();
    let closes =
        text[end..].starts_with([',', ';', '.', ')', ']']) || text[end..].trim().is_empty();
    (closes && may_be_of(&text[token], year)).then_some((date, end))
}

/// Whether the number as `written` may have been adopted in `year`.
fn may_be_of(written: &str, year: u16) -> bool {
    let term = written
        .rsplit_once('(')
        .and_then(|(_, term)| term.strip_suffix(')'));
    let session = match term {
        Some(term) => match term.parse::<u16>() {
            Ok(own) => return own == year,
            Err(_) => Roman::parse(term).map(Roman::value),
        },
        None => written
            .split_once('/')
            .and_then(|(session, _)| session.parse().ok()),
    };
    session.is_some_and(|session| {
        // Councils number by the year, and a session goes on in the next.
        let opens = facts::session_opens(session);
        session == year || (opens..=opens.saturating_add(1)).contains(&year)
    })
}
