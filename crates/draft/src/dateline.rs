//! The dateline of a draft without front matter: "New York, 12 May 2019", or the day alone, as a line of its own
//! above its first sentence.
//!
//! A day below the name of a treaty or a conference is that of the event, and a draft that names a year behind the
//! next one, or cites what a later session adopted, is not of that day: then it has none.

use citation::{Date, facts};

use crate::head::lines_from;

/// A dateline stands within this many filled lines.
const MOST_LINES: usize = 16;

/// Only sentences are longer, in bytes.
const LONGEST: usize = 100;

/// Longest name of a place, in words.
const MOST_WORDS: usize = 5;

/// Instruments that carry place and day below their titles, as collections of treaties print them, and events that
/// are told below them.
const DATED: [&str; 16] = [
    "Accord",
    "Agreement",
    "Charter",
    "Chronology",
    "Compact",
    "Conference",
    "Constitution",
    "Convention",
    "Covenant",
    "Declaration",
    "Pact",
    "Programme",
    "Protocol",
    "Statute",
    "Summit",
    "Treaty",
];

/// What may stand before a year that is still to come: "by 2030".
const PLANNED: [&str; 3] = ["by", "until", "towards"];

/// The day of the dateline in `text`, which is the head of a draft, from byte `start` on. Where there is none, that of a
/// line which says of when this state of the text is.
pub(crate) fn read(text: &str, start: usize) -> Option<Date> {
    let lines = || {
        lines_from(text, start)
            .map(|(_, line)| line.trim_matches(|c: char| c.is_whitespace() || "#*_>".contains(c)))
            .filter(|line| !line.is_empty())
            .take(MOST_LINES)
            .take_while(|line| line.len() <= LONGEST && !line.ends_with(['.', ';']))
    };
    let first = |day_of: fn(&str) -> Option<Date>| {
        let before = std::iter::once("").chain(lines());
        before
            .zip(lines())
            .find_map(|(before, line)| Some((before, day_of(line)?)))
    };
    let (before, day) = first(dateline).or_else(|| first(state_of))?;
    let of_instrument = DATED.iter().any(|title| before.contains(title));
    (!of_instrument && !cites_later(text, day)).then_some(day)
}

/// The day of a line that says of when this state of the text is: "Rev.2, as of 14 November 2025, 6 p.m.".
fn state_of(line: &str) -> Option<Date> {
    const LABELS: [&str; 4] = ["as of ", "version of ", "revised on ", "updated on "];
    let small = line.to_ascii_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric());
    let is_state = words.any(|word| matches!(word, "rev" | "version" | "text" | "draft"));
    let at = LABELS.iter().filter(|_| is_state).find_map(|label| {
        let at = small.find(label)?;
        let is_whole = !small[..at].ends_with(char::is_alphanumeric);
        is_whole.then_some(at + label.len())
    })?;
    let words = line.get(at..)?.split(' ').take(3);
    let words: Vec<&str> = words
        .map(|word| word.trim_matches([',', ';', ')', '*', '_']))
        .collect();
    Date::parse_prose(&words.join(" "))
}

/// The day of a line that consists of it, or of a place and it; behind those, a dash may tell more: "Geneva, 20 June
/// 2025 – check against delivery".
fn dateline(line: &str) -> Option<Date> {
    let bare = ["Date:", "Dated"]
        .into_iter()
        .find_map(|label| line.strip_prefix(label))
        .unwrap_or(line)
        .trim_matches(['*', '_', ' ']);
    let dashes = [" – ", " — "];
    let parts = dashes.iter().find_map(|dash| bare.split_once(dash));
    match parts {
        // A range of days, and what is said of a day alone: "15 November 2025 – Opening".
        Some((_, rest)) if rest.starts_with(|c: char| c.is_ascii_digit()) => None,
        Some((first, _)) => placed(first),
        None => Date::parse_prose(bare).or_else(|| placed(bare)),
    }
}

/// The day behind the name of a place: "New York, 12 May 2019".
fn placed(words: &str) -> Option<Date> {
    let (place, day) = words.rsplit_once(',')?;
    is_place(place).then(|| Date::parse_prose(day)).flatten()
}

/// "New York", "Port of Spain", "Nairobi (Kenya)": capitals, and nothing that numbers.
fn is_place(words: &str) -> bool {
    let mut count = 0;
    let named = words.split([' ', ',']).filter(|word| !word.is_empty());
    let all = named.into_iter().all(|word| {
        count += 1;
        let first = word.trim_start_matches('(').chars().next();
        first.is_some_and(char::is_uppercase) || matches!(word, "of" | "de" | "la" | "the" | "es")
    });
    let session = ["session", "Session", "meeting", "Meeting"];
    let is_event = session.iter().any(|word| words.contains(word));
    all && (1..=MOST_WORDS).contains(&count)
        && !is_event
        && words.starts_with(char::is_uppercase)
        && !words.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the text names a year after that of `day`, or what a session after it adopted or had before it.
fn cites_later(text: &str, day: Date) -> bool {
    names_later_year(text, day.year()) || cites_later_session(text, day)
}

/// Whether a year after the one behind `year` stands in the text, but for plans: "the 2030 Agenda", "by 2030".
fn names_later_year(text: &str, year: u16) -> bool {
    let is_figure = |c: char| c.is_ascii_digit();
    text.match_indices(['1', '2']).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        // Looked at first, so that a long run of figures is counted once.
        if before.ends_with(char::is_alphanumeric) {
            return false;
        }
        let figures = rest.len() - rest.trim_start_matches(is_figure).len();
        if figures != 4 {
            return false;
        }
        // What happens in the next year may be announced.
        let is_later = matches!(rest[..4].parse(), Ok(later @ 1900..=2099_u16) if later > year + 1);
        let planned = before.trim_end().rsplit(char::is_whitespace).next();
        is_later
            && !planned.is_some_and(|word| PLANNED.contains(&word))
            && !rest[4..].trim_start().starts_with("Agenda")
    })
}

/// Whether the text cites a session of the General Assembly or the Human Rights Council after `day`: "A/RES/74/2",
/// "resolution 74/2", "A/75/100", "A/HRC/50/3".
fn cites_later_session(text: &str, day: Date) -> bool {
    // The documents of a session come out before it opens.
    let opened = |session: u16| (facts::session_opens(session), 9);
    let prepared = |session: u16| (facts::session_opens(session), 1);
    // The Council met first in June 2006, and three times a year since.
    let council = |session: u16| (2006 + session.saturating_sub(1) / 3, 1);
    let is_later = |label: &str, begins: &dyn Fn(u16) -> (u16, u8)| {
        text.match_indices(label).any(|(at, _)| {
            let session = session(&text[at + label.len()..]);
            let whole = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '/');
            whole && session.is_some_and(|session| begins(session) > (day.year(), day.month()))
        })
    };
    is_later("A/RES/", &opened)
        || is_later("A/DEC/", &opened)
        || is_later("resolution ", &opened)
        || is_later("resolutions ", &opened)
        || is_later("decision ", &opened)
        || is_later("A/", &prepared)
        || is_later("A/HRC/", &council)
        || is_later("A/HRC/RES/", &council)
        || is_later("A/HRC/DEC/", &council)
}

/// The number of a session at the start of `text`, with a slash behind it.
fn session(text: &str) -> Option<u16> {
    let (number, _) = text.split_once('/')?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_and_day_above_the_first_sentence_date_the_draft() {
        let wanted = Date::new(2019, 5, 12);
        for text in [
            "New York, 12 May 2019\n\nExcellency,\n\nI write to you.\n",
            "Joint communiqué\n\nPort of Spain, 12 May 2019\n\nThe ministers met.\n",
            "# A statement\n\n*Nairobi (Kenya), 12 May 2019*\n\nThe ministers met.\n",
            "Date: 12 May 2019\nTo: All\n\nThe text.\n",
            "UNITED NATIONS\nA/CONF.9/L.1\n12 May 2019\n\nThe text of 3 May 2018 stands.\n",
            "# Draft resolution\n\n*Facilitator’s text, Rev.2, as of 12 May 2019, 6 p.m. – not for circulation*\n\nThe text.\n",
            "# Statement\n\n*Geneva, 12 May 2019 – check against delivery*\n\nThe text.\n",
            "# Status of the text as of 31 January 2018\n\nNew York, 12 May 2019\n\nThe text.\n",
            "# Draft decision, revised on 12 May 2019\n\nThe text.\n",
            "Geneva, 12 May 2019\n\nIt will be held by 2024 in pursuance of resolution 70/1 of 25 September 2015.\n",
            "Geneva, 12 May 2019\n\nRecalling the 2030 Agenda, A/RES/73/2, A/HRC/40/3 and resolution 2104 (2013),\n",
        ] {
            assert_eq!(read(text, 0), wanted, "{text}");
        }
    }

    #[test]
    fn other_days_do_not() {
        for text in [
            // Of a treaty.
            "Convention on the Rights of the Child\nNew York, 20 November 1989\n\nA note on it.\n",
            // Of a meeting, of several days, inside a sentence, below one.
            "Second session, 12 May 2019\n\nThe text.\n",
            "Geneva, 10–12 May 2019\n\nThe text.\n",
            "Geneva, 10 May 2019 – 12 May 2019\n\nThe text.\n",
            "The meeting opened in Geneva, 12 May 2019\n\nThe text.\n",
            "The text is here.\n\nGeneva, 12 May 2019\n",
            "Resolution 67/172 of 20 December 2012\n\nThe text.\n",
            "in New York, 12 May 2019\n",
            "Room 4, 12 May 2019\n",
            // The draft knows what came later.
            "Rio de Janeiro, 13 June 1992\n\nThe outcome, and resolution 70/1 of 25 September 2015.\n",
            "Vienna, 25 June 1993\n\nIt was followed by A/HRC/RES/50/1 (2022).\n",
            "Dili, 30 August 1999\n\nThe Council adopted resolution 1704 (2006).\n",
            "Dili, 30 August 1999\n\nThe report (S/2006/628) told of it.\n",
            "Alma-Ata, 12 September 1978\n\nIt was recalled in A/RES/74/2.\n",
            "Alma-Ata, 12 September 1978\n\nIt was recalled in resolution 74/2.\n",
            "Dakar, 1 March 1999\n\nSee A/55/12.\n",
            "Dakar, 1 March 1999\n\nSee A/HRC/4/2.\n",
            "Nairobi, 12 May 2019\n\nSee A/RES/74/2.\n",
            "Bandung, 24 April 1955\n\nSixty years later, in 2015, they met again.\n",
            // Of an event.
            "Follow-up to the World Conference on Human Rights\n\nVienna, 25 June 1993\n\nThe text.\n",
            "Chronology of events\n\nDili, 30 August 1999\n\nThe text.\n",
            "# Background note: Declaration of Alma-Ata\n\nAlma-Ata, 12 September 1978\n\nThe text.\n",
            "# The Lomé Peace Accord\n\nLomé, 7 July 1999\n\nThe text.\n",
            "May 2019\n\nThe text.\n",
            // Of what the title tells, of an item of an agenda.
            "# Status of contributions as of 12 May 2019\n\nThe text.\n",
            "# Conversion of 12 May 2019: draft\n\nThe text.\n",
            "# Context as of 12 May 2019\n\nThe text.\n",
            "# Programme of work\n\nMonday\n\n12 May 2019 – Opening\n\nThe text.\n",
            "",
        ] {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}
