//! Which quoted words are no quotation: titles, names, terms, and words proposed for a text. What stands before them
//! tells.

use super::proposing::is_proposed;

/// Whether quoted words are no quotation by what stands `before` them: a title, a name, a term, or words that are
/// proposed for a text.
pub fn is_no_quotation(before: &str, quoted: &str) -> bool {
    let before = before.trim_end();
    is_named(before) || is_proposed(before) || is_object(before, quoted)
}

/// Words before a quotation that make it a title or a name, not a passage.
const NAMING: [&str; 14] = [
    "entitled",
    "titled",
    "theme",
    "themes",
    "called",
    "named",
    "title",
    "item",
    "project",
    "programme",
    "campaign",
    "motto",
    "slogan",
    "sub-item",
];

/// How many words before "is" may say that a title follows: "the main theme of the Congress shall be".
const FAR: usize = 10;

/// Whether `before` ends with a word that announces a title or a name: "entitled", "the theme of which is", or
/// that makes the quoted words a term: "to refer to".
fn is_named(before: &str) -> bool {
    let before = before.trim_end_matches([',', ':', '*', '_']);
    let words: Vec<&str> = before
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .take(FAR)
        .collect();
    let is_linked = words
        .first()
        .is_some_and(|word| ["be", "is", "was", "being"].contains(word));
    let near = if is_linked { FAR } else { 3 };
    let is_term = matches!(
        words.as_slice(),
        ["to", "refer" | "refers" | "referring" | "referred", ..] | ["as", "known", ..]
    );
    is_term
        || words.iter().take(near).enumerate().any(|(index, word)| {
            // States that are called upon have no name.
            let next = index.checked_sub(1).map_or("", |index| words[index]);
            let is_plea = *word == "called" && ["for", "on", "upon"].contains(&next);
            !is_plea
                && NAMING
                    .iter()
                    .any(|naming| word.eq_ignore_ascii_case(naming))
        })
}

/// Whether the quoted words stand in a sentence as the name of a thing: an article before them, and a capital
/// first. A quoted sentence is announced by other words.
fn is_object(before: &str, quoted: &str) -> bool {
    let mut letters = quoted.chars().skip(1);
    before.ends_with(" the")
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{is_named, is_object};

    #[test]
    fn titles_names_and_terms_are_no_passages() {
        for before in [
            "a report entitled",
            "decides that the main theme of the Congress shall be",
            "asks all platforms to refer to",
            "what is known as",
            "under the theme:",
        ] {
            assert!(is_named(before), "{before}");
        }
        for before in [
            "the Committee said that",
            "it was",
            "what it says is",
            "it called upon States",
            "which called on States to",
            "the Council called for",
        ] {
            assert!(!is_named(before), "{before}");
        }
        assert!(is_object("Endorses the", "“Recommendations to promote"));
        assert!(!is_object("it spoke of the", "“need for more of it”"));
        assert!(!is_object("it says:", "“The States are free”"));
    }
}
