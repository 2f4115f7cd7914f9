//! Words with one space between them, however a text spaces them and breaks its lines.

use sources::is_single_spaced;

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
