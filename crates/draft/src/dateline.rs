//! The dateline of a draft without front matter: "New York, 12 May 2019", or the day alone, as a line of its own
//! above its first sentence.
//!
//! A day below the name of a treaty is that of the treaty, and a draft that cites what was adopted later is not of
//! that day: then it has none.

use citation::{Date, MONTHS};

use crate::head::lines_from;

/// A dateline stands within this many filled lines.
const MOST_LINES: usize = 16;

/// Only sentences are longer, in bytes.
const LONGEST: usize = 100;

/// Longest name of a place, in words.
const MOST_WORDS: usize = 5;

/// Instruments that carry place and day below their titles, as collections of treaties print them.
const DATED: [&str; 8] = [
    "Agreement",
    "Charter",
    "Constitution",
    "Convention",
    "Covenant",
    "Protocol",
    "Statute",
    "Treaty",
];

/// The day of the dateline in `text`, which is the head of a draft, from byte `start` on.
pub(crate) fn read(text: &str, start: usize) -> Option<Date> {
    let mut before = "";
    let filled = lines_from(text, start)
        .map(|(_, line)| line.trim_matches(|c: char| c.is_whitespace() || "#*_>".contains(c)))
        .filter(|line| !line.is_empty());
    for line in filled.take(MOST_LINES) {
        if line.len() > LONGEST || line.ends_with(['.', ';']) {
            return None;
        }
        if let Some(day) = dateline(line) {
            let of_instrument = DATED.iter().any(|title| before.contains(title));
            return (!of_instrument && !cites_later(text, day)).then_some(day);
        }
        before = line;
    }
    None
}

/// The day of a line that consists of it, or of a place and it.
fn dateline(line: &str) -> Option<Date> {
    let bare = ["Date:", "Dated"]
        .into_iter()
        .find_map(|label| line.strip_prefix(label))
        .unwrap_or(line)
        .trim_matches(['*', '_', ' ']);
    Date::parse_prose(bare).or_else(|| {
        let (place, day) = bare.rsplit_once(',')?;
        is_place(place).then(|| Date::parse_prose(day)).flatten()
    })
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

/// Whether the text names the day of something adopted after `day`: "of 15 December 2022".
fn cites_later(text: &str, day: Date) -> bool {
    text.match_indices(" of ").any(|(at, of)| {
        let rest = &text[at + of.len()..];
        let dated = rest.starts_with(|first: char| first.is_ascii_digit());
        dated && {
            let words: Vec<&str> = rest.split_whitespace().take(3).collect();
            stated(&words).is_some_and(|stated| stated > day)
        }
    })
}

/// The date of three words, whatever stands behind its year.
fn stated(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else {
        return None;
    };
    let month = MONTHS.iter().position(|name| name == month)? + 1;
    let year = year.get(..4)?.parse().ok()?;
    Date::new(year, u8::try_from(month).ok()?, day.parse().ok()?)
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
            "Geneva, 12 May 2019\n\nIt will be held on 3 June 2024 in pursuance of resolution 70/1 of 25 September 2015.\n",
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
            "The meeting opened in Geneva, 12 May 2019\n\nThe text.\n",
            "The text is here.\n\nGeneva, 12 May 2019\n",
            "Resolution 67/172 of 20 December 2012\n\nThe text.\n",
            "in New York, 12 May 2019\n",
            "Room 4, 12 May 2019\n",
            // The draft knows what came later.
            "Rio de Janeiro, 13 June 1992\n\nThe outcome, and resolution 70/1 of 25 September 2015.\n",
            "May 2019\n\nThe text.\n",
            "",
        ] {
            assert_eq!(read(text, 0), None, "{text}");
        }
    }
}
