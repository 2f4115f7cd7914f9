//! Dates and ordinal sessions as mastheads print them.

use citation::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The first "20 December 2012" in `text`.
pub(crate) fn date_in(text: &str) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).find_map(|three| {
        let month = MONTHS.iter().position(|month| *month == three[1])?;
        let year = three[2].get(..4)?.parse().ok()?;
        Date::new(year, month as u8 + 1, three[0].parse().ok()?)
    })
}

/// The session that a line such as "Sixty-seventh session" names, up to the ninety-ninth.
pub(crate) fn ordinal_session(line: &str) -> Option<u16> {
    let word = line
        .strip_suffix(" session")
        .or_else(|| line.strip_suffix(" Session"))?;
    ordinal(&word.to_ascii_lowercase())
}

fn ordinal(word: &str) -> Option<u16> {
    const UNITS: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 8] = [
        "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet",
    ];
    let unit = |word: &str| UNITS.iter().skip(1).position(|unit| *unit == word);
    if let Some(index) = unit(word) {
        return Some(index as u16 + 1);
    }
    let (ten, rest) = word.split_once('-').unwrap_or((word, ""));
    for (index, stem) in TENS.iter().enumerate() {
        let tens = (index as u16 + 2) * 10;
        match ten.strip_prefix(stem) {
            Some("ieth") if rest.is_empty() => return Some(tens),
            Some("y") => return unit(rest).filter(|i| *i < 9).map(|i| tens + i as u16 + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_are_read_from_words() {
        let cases = [
            ("Sixty-seventh session", Some(67)),
            ("Eightieth session", Some(80)),
            ("Eighty-first session", Some(81)),
            ("Twelfth session", Some(12)),
            ("Tenth emergency special session", None),
            ("Sixty-tenth session", None),
        ];
        for (line, session) in cases {
            assert_eq!(ordinal_session(line), session, "{line}");
        }
    }

    #[test]
    fn dates_are_read_from_prose() {
        assert_eq!(
            date_in("Limited 12 December 2012."),
            Date::new(2012, 12, 12)
        );
        assert_eq!(date_in("12 Decembre 2012"), None);
        assert_eq!(date_in("31 February 2012"), None);
    }
}
