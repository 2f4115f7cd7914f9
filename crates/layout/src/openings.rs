//! How paragraphs of United Nations texts begin: sub-paragraph labels, and the verbs of preambular and operative
//! paragraphs.
//!
//! Used only to cut hard-wrapped text where no blank line does; not a rule about form.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::verbs::VERBS;

/// The first words of preambular paragraphs that do not end in *-ing*, and of operative ones.
static FIRST_WORDS: LazyLock<[HashSet<&str>; 2]> = LazyLock::new(|| {
    let words = |form: fn(&(&'static str, &'static str)) -> &'static str| {
        let first = VERBS.iter().map(move |verb| first_word(form(verb)));
        first.filter(|word| word.starts_with(|letter: char| letter.is_ascii_uppercase()))
    };
    [
        words(|verb| verb.0)
            .filter(|word| !word.ends_with("ing"))
            .collect(),
        words(|verb| verb.1).collect(),
    ]
});

/// Whether `line` opens like a preambular paragraph: `Recalling …`, `Deeply concerned …`.
pub fn begins_preambular(line: &str) -> bool {
    let word = first_word(line);
    let participle = word.len() > 5
        && word.ends_with("ing")
        && word.starts_with(|letter: char| letter.is_ascii_uppercase());
    participle && !goes_on_like_a_noun(line, word) || FIRST_WORDS[0].contains(word)
}

/// Whether `word`, which begins `line`, is a noun of a title: "Stockpiling and Use", "Financing of Terrorism",
/// "Manufacturing, Trade". What is recalled or welcomed stands behind a participle otherwise.
fn goes_on_like_a_noun(line: &str, word: &str) -> bool {
    let rest = &line.trim_start()[word.len()..];
    let capital = |rest: &str| rest.starts_with(|letter: char| letter.is_ascii_uppercase());
    rest.starts_with(" of ")
        || [" and ", " or ", " for ", ", "]
            .iter()
            .any(|joint| rest.strip_prefix(joint).is_some_and(capital))
}

/// Whether `line` opens like an operative paragraph: `Requests …`.
pub fn begins_operative(line: &str) -> bool {
    FIRST_WORDS[1].contains(first_word(line))
}

/// Whether `line` begins with the label of a sub-paragraph or list item: `(a)`, `(iv)`, `•`, `–`.
pub fn is_item_label(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['•', '–', '—', '-', '*', '▪', '◦']) {
        return rest.starts_with([' ', '\t']);
    }
    let Some((label, rest)) = line.strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return false;
    };
    let label = label.trim_end_matches(' ');
    (1..=4).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_lowercase())
        && rest.starts_with([' ', '\t'])
}

fn first_word(line: &str) -> &str {
    line.trim_start()
        .split(|letter: char| !letter.is_alphabetic())
        .next()
        .unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_open_with_the_first_word_of_a_verb() {
        for line in [
            "Recalling its",
            "  Mindful of",
            "Deeply concerned",
            "Confident that",
        ] {
            assert!(begins_preambular(line), "{line}");
        }
        for line in [
            "mindful of",
            "Financing of Terrorism",
            "King",
            "Having",
            "Recalls",
        ] {
            assert_eq!(begins_preambular(line), line == "Having", "{line}");
        }
        for line in [
            "Requests the",
            "Looks forward",
            "Further notes",
            "Recommits itself",
        ] {
            assert!(begins_operative(line), "{line}");
        }
        for line in ["requests the", "Requesting", "", "(a) Requests"] {
            assert!(!begins_operative(line), "{line}");
        }
    }
}
