//! Names of the table behind words that are no part of them: "Reaffirm General Assembly", "Appendix VI" above
//! "General Assembly".

use super::listed::{Listed, first_word, listed, may_begin};

/// Whether the words from `at` to `end` are a listed name behind something else: "Reaffirm General Assembly",
/// "Effects and Security Council".
pub(super) fn hides_listed(text: &str, at: usize, end: usize) -> bool {
    let words = text[at..end]
        .match_indices(|c: char| c.is_ascii_whitespace())
        .map(|(offset, _)| at + offset + 1);
    let opens_sentence = text[..at]
        .trim_end()
        .ends_with(['.', ';', ':', ')', '\u{1A}'])
        || text[..at].trim().is_empty();
    let mut behind_and = false;
    for (index, start) in words.enumerate() {
        let word = first_word(text, start);
        let mut here = may_begin(text, start)
            .then(|| listed(text, start, word))
            .into_iter()
            .flatten();
        let hidden = here.any(|(listed, name_end)| {
            let Listed { name, key, .. } = listed;
            let principal = matches!(*key, "A" | "S" | "E" | "A/HRC");
            // "Appendix VI", and below it "General Assembly resolution 57/58".
            let heads = principal && text[..start].ends_with('\n') && !ends_small(&text[at..start]);
            let parted = behind_and || heads || index == 0 && (opens_sentence || !principal);
            parted && name.contains(' ') && name_end == end
        });
        if hidden {
            return true;
        }
        behind_and = word == "and";
    }
    false
}

/// Whether the last of `words` begins with a small letter, as words do that join a name to another.
fn ends_small(words: &str) -> bool {
    let last = words.split_ascii_whitespace().next_back();
    last.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
}
