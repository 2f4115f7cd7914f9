//! Where sentences begin and end, in any script.

use super::cursor;
use super::words::Word;

/// No more marks stand before the first word of a sentence.
const MOST_MARKS: usize = 16;

/// The end of the sentence in which `at` stands: a stop that ends it, a blank line, or `limit`.
pub(super) fn sentence_end(text: &str, at: usize, limit: usize, abbreviations: &[Word]) -> usize {
    text[at..limit]
        .char_indices()
        .map(|(offset, character)| (at + offset, character))
        .find(|(place, character)| ends_sentence(text, *place, *character, abbreviations))
        .map_or(limit, |(place, _)| place)
}

/// The start of the sentence in which `at` stands, at most `reach` bytes before it.
pub(super) fn sentence_start(text: &str, at: usize, reach: usize, abbreviations: &[Word]) -> usize {
    let floor = text.floor_char_boundary(at.saturating_sub(reach));
    text[floor..at]
        .char_indices()
        .rev()
        .map(|(offset, character)| (floor + offset, character))
        .find(|(place, character)| ends_sentence(text, *place, *character, abbreviations))
        .map_or(floor, |(place, character)| place + character.len_utf8())
}

/// Whether `character`, which stands at `at`, ends a sentence.
pub(super) fn ends_sentence(
    text: &str,
    at: usize,
    character: char,
    abbreviations: &[Word],
) -> bool {
    let behind = at + character.len_utf8();
    match character {
        '。' | '؟' | '！' | '？' | '!' | '?' => true,
        '\n' => text[behind..]
            .trim_start_matches([' ', '\t', '\r'])
            .starts_with('\n'),
        '.' => {
            let rest = text[behind..].trim_start();
            let spaced = rest.len() < text.len() - behind;
            let starts = || {
                let mut near = rest.chars().take(MOST_MARKS);
                near.find(|c| cursor::is_alphanumeric(*c)).is_none_or(|c| {
                    c.is_uppercase() || cursor::is_alphabetic(c) && !c.is_lowercase()
                })
            };
            if !(spaced && starts()) {
                return false;
            }
            let word = &text[cursor::word_start(text, at)..at];
            // A single letter before the stop is an initial or a numeral's letter ("г.", "M.").
            let abbreviated = word.chars().count() == 1
                || abbreviations.iter().any(|known| &*known.written == word);
            !abbreviated
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::words::{Role, Words};

    #[test]
    fn sentences_end_at_stops_of_every_script() {
        let words = Words::new("role\twritten\nabbreviation\tpar");
        let known = words.all(Role::Abbreviation);
        let end = |text: &str| sentence_end(text, 0, text.len(), known);
        assert_eq!(end("voir par. 15. Ensuite"), 12);
        assert_eq!(end("2012 г. Совет"), "2012 г. Совет".len());
        assert_eq!(end("第1号。第2号"), "第1号".len());
        assert_eq!(end("انظر القرار. وفي"), "انظر القرار".len());
        assert_eq!(end("a\n\nb"), 1);
        assert_eq!(end("no. 15"), 6);
    }
}
