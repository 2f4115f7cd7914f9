//! The sentence around a quotation.

use std::ops::Range;

use citation::sentences::is_abbreviation;

/// The most that is read of a sentence before and behind a place, in bytes.
pub(super) const LONGEST: usize = 4000;

/// The sentence of `text` around `range`, parentheses behind it included.
pub(super) fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let floor = text.floor_char_boundary(range.start.saturating_sub(LONGEST));
    let start = text[floor..range.start]
        .char_indices()
        .rev()
        .map(|(at, c)| (floor + at, c))
        .find(|(at, c)| is_end(text, *at, *c))
        .map_or(floor, |(at, c)| at + c.len_utf8());
    // The full stop may stand inside the closing mark; a parenthesis behind it still names the source.
    let mut from = range.end;
    let behind = &text[from..];
    if behind.trim_start().starts_with(['(', '[']) {
        let near = &behind[..behind.floor_char_boundary(LONGEST)];
        from += near.find([')', ']']).map_or(0, |close| close + 1);
    } else if text[range.clone()]
        .trim_end_matches(['”', '"', '»'])
        .ends_with('.')
        && behind.trim_start().starts_with(char::is_uppercase)
    {
        return start..range.end;
    }
    let ceiling = text.floor_char_boundary(from + LONGEST);
    let end = text[from..ceiling]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .find(|(at, c)| is_end(text, *at, *c))
        .map_or(ceiling, |(at, c)| at + c.len_utf8());
    start..end
}

/// The sentence of `text` that ends with the character before `end` or at it.
pub(super) fn sentence_before(text: &str, end: usize) -> Range<usize> {
    let end = text.floor_char_boundary(end);
    let last = text[..end].trim_end().len();
    let inside = text.floor_char_boundary(last.saturating_sub(1));
    sentence(text, &(inside..inside)).start..last
}

/// Whether a sentence ends with the character at `at`.
fn is_end(text: &str, at: usize, character: char) -> bool {
    if !matches!(character, '.' | '?' | '!') {
        return false;
    }
    let behind = &text[at + character.len_utf8()..];
    let rest = behind.trim_start_matches(['”', '"', '’', ')', '*', '_']);
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = rest
        .trim_start()
        .trim_start_matches(['“', '"', '(', '*', '_', '[']);
    if next.starts_with(char::is_lowercase) {
        return false;
    }
    let word = text[..at]
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    character != '.' || !is_abbreviation(word)
}

#[cfg(test)]
mod tests {
    use super::{sentence, sentence_before};

    fn around<'t>(text: &'t str, words: &str) -> &'t str {
        let start = text.find(words).unwrap();
        text[sentence(text, &(start..start + words.len()))].trim()
    }

    #[test]
    fn the_sentence_before_ends_where_the_next_begins() {
        let text = "One. Two of them, para. 4. Three";
        let before = |next: &str| text[sentence_before(text, text.find(next).unwrap() - 1)].trim();
        assert_eq!(before("Three"), "Two of them, para. 4.");
        assert_eq!(before("Two"), "One.");
        assert_eq!(sentence_before(text, 0), 0..0);
    }

    #[test]
    fn a_sentence_does_not_end_with_an_abbreviation() {
        let text = "One. It says “the words” (resolution 67/172, para. 15). Two.";
        assert_eq!(
            around(text, "“the words”"),
            "It says “the words” (resolution 67/172, para. 15)."
        );
        let text = "See A/67/299, paras. 3 and 4: “all of them.” Then it ends.";
        assert_eq!(
            around(text, "“all of them.”"),
            "See A/67/299, paras. 3 and 4: “all of them.”"
        );
        let text = "“All of them.” (resolution 66/1) Then";
        assert_eq!(
            around(text, "“All of them.”"),
            "“All of them.” (resolution 66/1) Then"
        );
    }
}
