//! Words with one space between them, however a text spaces them and breaks its lines.

/// The words of `text` with one space between each two.
pub(crate) fn single_spaced(text: &str) -> String {
    if is_single_spaced(text) {
        return text.to_owned();
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// Whether a text of plain characters has one space between its words already: most have.
fn is_single_spaced(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if !matches!(byte, b' '..=b'~') || byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
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
            ("", ""),
        ] {
            assert_eq!(single_spaced(text), spaced, "{text:?}");
        }
    }
}
