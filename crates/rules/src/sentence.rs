//! The beginning of a sentence, and words without their line breaks.

use std::borrow::Cow;

/// `words` with a capital at the beginning.
pub(crate) fn sentence_case(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// `words` with one space between any two. Most have no other to begin with, and are not copied.
pub(crate) fn one_line(words: &str) -> Cow<'_, str> {
    if sources::is_single_spaced(words) {
        return Cow::Borrowed(words);
    }
    let mut before = ' ';
    let is_apart = |c: char| {
        let doubled = c == ' ' && before == ' ';
        before = c;
        doubled || c != ' ' && c.is_whitespace()
    };
    if !words.contains(is_apart) && !words.ends_with(' ') {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence_case("the Convention"), "The Convention");
        assert_eq!(sentence_case("“A/67/299”"), "“A/67/299”");
        assert_eq!(sentence_case(""), "");
    }

    #[test]
    fn one_space_stands_between_words() {
        for plain in ["", "one", "two words", "mot à mot"] {
            assert!(matches!(one_line(plain), Cow::Borrowed(words) if words == plain));
        }
        let apart = [
            " two words",
            "two words ",
            "two  words",
            "two\r\nwords",
            "two\u{a0}words",
        ];
        for words in apart {
            assert_eq!(one_line(words), "two words");
        }
        assert_eq!(one_line(" \n"), "");
    }
}
