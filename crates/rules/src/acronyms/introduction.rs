//! How an acronym is introduced, in the order that marks do not cover: "NGO (non-governmental
//! organization)".

use std::ops::Range;

/// Words of a full name that have no letter in its acronym.
const SMALL_WORDS: [&str; 8] = ["of", "the", "and", "for", "on", "in", "to", "against"];

/// Whether a short form is an acronym, and not a word such as "the Committee".
pub(super) fn is_acronym(short: &str) -> bool {
    let capitals = short.chars().filter(char::is_ascii_uppercase).count();
    capitals >= 2 && !short.contains(char::is_whitespace)
}

/// The byte range of the full name in the parentheses behind an acronym that ends at `end`.
pub(super) fn turned_round(text: &str, letters: &str, end: usize) -> Option<Range<usize>> {
    let inside = text.get(end..)?.strip_prefix(" (")?;
    let full = &inside[..inside.find(')')?];
    let start = end + 2;
    has_initials(full, letters).then_some(start..start + full.len())
}

/// Whether the initials of a name, small words left out, are the letters.
fn has_initials(full: &str, letters: &str) -> bool {
    let initials: String = full
        .split(|character: char| character.is_whitespace() || character == '-')
        .filter(|word| !SMALL_WORDS.contains(&word.to_lowercase().as_str()))
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    initials.len() > 1 && initials == letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_full_name_may_stand_behind() {
        let text = "an NGO (non-governmental organization) in";
        let found = turned_round(text, "NGO", 6).unwrap();
        assert_eq!(&text[found], "non-governmental organization");
        assert!(turned_round("an NGO (see below) in", "NGO", 6).is_none());
        assert!(turned_round("an NGO", "NGO", 6).is_none());
    }

    #[test]
    fn words_are_no_acronyms() {
        assert!(is_acronym("NGO"));
        assert!(is_acronym("COVID-19"));
        assert!(!is_acronym("the Committee"));
        assert!(!is_acronym("Committee"));
    }
}
