//! Ordinal sessions as mastheads print them.

/// The session that a line such as "Sixty-seventh session" names, up to the ninety-ninth.
pub fn ordinal_session(line: &str) -> Option<u16> {
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
}
