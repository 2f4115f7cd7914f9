//! Ordinal numbers in words, as sessions and paragraphs have them: "sixty-seventh".

/// The ordinals of one word, "first" first.
pub(crate) const UP_TO_TWENTIETH: [&str; 20] = [
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
    "twentieth",
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

/// An ordinal from 1 to 99 in words, in small letters; `None` beyond.
pub fn ordinal_in_words(number: u16) -> Option<String> {
    let number = usize::from(number);
    if let Some(word) = UP_TO_TWENTIETH.get(number.checked_sub(1)?) {
        return Some((*word).to_owned());
    }
    let (ten, unit) = (number / 10, number % 10);
    let (cardinal, ordinal) = TENS.get(ten.checked_sub(2)?)?;
    Some(match unit {
        0 => (*ordinal).to_owned(),
        unit => format!("{cardinal}-{}", UP_TO_TWENTIETH[unit - 1]),
    })
}

/// The number from 1 to 99 that an ordinal in words says, whatever its case.
pub fn ordinal(words: &str) -> Option<u16> {
    let place = |ordinal: &str| {
        let mut ordinals = UP_TO_TWENTIETH.iter();
        ordinals.position(|known| known.eq_ignore_ascii_case(ordinal))
    };
    let tens = |of: fn(&(&'static str, &'static str)) -> &'static str, word: &str| {
        let ten = TENS
            .iter()
            .position(|ten| of(ten).eq_ignore_ascii_case(word))?;
        Some(10 * (ten + 2))
    };
    let number = match words.split_once('-') {
        Some((ten, unit)) => {
            let unit = place(unit).filter(|unit| *unit < 9)?;
            tens(|(cardinal, _)| cardinal, ten)? + unit + 1
        }
        None => match place(words) {
            Some(place) => place + 1,
            None => tens(|(_, ordinal)| ordinal, words)?,
        },
    };
    u16::try_from(number).ok()
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
            assert_eq!(ordinal_in_words(figure).as_deref(), Some(words));
            assert_eq!(ordinal(words), Some(figure));
        }
        for figure in 1..100 {
            let words = ordinal_in_words(figure).unwrap();
            assert_eq!(ordinal(&words.to_uppercase()), Some(figure), "{words}");
        }
        for none in ["", "-", "sixty", "sixty-tenth", "sixty-", "sixth-first"] {
            assert_eq!(ordinal(none), None, "{none}");
        }
        assert_eq!(ordinal_in_words(100), None);
        assert_eq!(ordinal_in_words(0), None);
        assert_eq!(ordinal("Eightieth"), Some(80));
        assert_eq!(ordinal("sixty"), None);
        assert_eq!(ordinal("sixty-tenth"), None);
    }
}
