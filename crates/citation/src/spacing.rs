//! Words with one space between them, however a text spaces them and breaks its lines.

use std::borrow::Cow;

/// Whether a text has nothing but plain characters, with one space between its words: most have.
pub fn is_single_spaced(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !matches!(byte, b' '..=b'~') || byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// The words of `text` with one space between any two. Most have no other to begin with, and are not copied.
pub fn single_spaced(text: &str) -> Cow<'_, str> {
    if is_single_spaced(text) {
        return Cow::Borrowed(text);
    }
    let mut before = ' ';
    let is_apart = |c: char| {
        let doubled = c == ' ' && before == ' ';
        before = c;
        doubled || c != ' ' && c.is_whitespace()
    };
    if !text.contains(is_apart) && !text.ends_with(' ') {
        return Cow::Borrowed(text);
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    Cow::Owned(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_one_space_apart() {
        for (text, spaced) in [
            ("resolution 67/172", "resolution 67/172"),
            (" resolution  67/172 ", "resolution 67/172"),
            ("Global\r\n  Compact", "Global Compact"),
            ("Pacte\u{a0}mondial é", "Pacte mondial é"),
            ("\t", ""),
            (" ", ""),
            (" \n", ""),
            ("", ""),
        ] {
            assert_eq!(single_spaced(text), spaced, "{text:?}");
        }
    }

    #[test]
    fn what_is_spaced_well_is_not_copied() {
        for plain in ["", "one", "two words", "mot à mot"] {
            assert!(matches!(single_spaced(plain), Cow::Borrowed(words) if words == plain));
        }
    }
}
