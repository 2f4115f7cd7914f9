//! Ordinal numbers in words, as sessions have them: "sixty-seventh".

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

const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"),
    ("thirty", "thirtieth"),
    ("forty", "fortieth"),
    ("fifty", "fiftieth"),
    ("sixty", "sixtieth"),
    ("seventy", "seventieth"),
    ("eighty", "eightieth"),
    ("ninety", "ninetieth"),
];

/// An ordinal from 1 to 99 in words; `None` beyond.
pub(crate) fn in_words(number: u16) -> Option<String> {
    let number = usize::from(number);
    if (1..20).contains(&number) {
        return Some(UNITS[number].to_owned());
    }
    let (ten, unit) = (number / 10, number % 10);
    let (cardinal, ordinal) = TENS.get(ten.checked_sub(2)?)?;
    Some(match unit {
        0 => (*ordinal).to_owned(),
        unit => format!("{cardinal}-{}", UNITS[unit]),
    })
}

/// The number that an ordinal in words says, whatever its case.
pub(crate) fn number(words: &str) -> Option<u16> {
    let words = words.to_lowercase();
    (1..100).find(|number| in_words(*number).as_deref() == Some(words.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_written_and_read() {
        for (figure, words) in [
            (1, "first"),
            (12, "twelfth"),
            (20, "twentieth"),
            (67, "sixty-seventh"),
            (99, "ninety-ninth"),
        ] {
            assert_eq!(in_words(figure).as_deref(), Some(words));
            assert_eq!(number(words), Some(figure));
        }
        assert_eq!(in_words(100), None);
        assert_eq!(in_words(0), None);
        assert_eq!(number("Eightieth"), Some(80));
        assert_eq!(number("sixty"), None);
    }
}
