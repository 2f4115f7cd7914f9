//! Owners of resolutions and decisions that no body of the United Nations has adopted: "the shareholders' resolution
//! 5/2019", "resolution 12 (2019) of the town council"; and what is resolved or shown by nobody: "dispute resolution 24/7".
//!
//! Only owners who are known to have acts of their own take a number away; whoever else is named by the possessive,
//! "last year's", "the parties'", leaves it open.

use crate::normalise::OTHER;
use crate::scan::cursor;

/// Whose resolutions and decisions are never those of the bodies that the tables hold, in small letters.
const OWNERS: [&str; 37] = [
    "association",
    "bank",
    "bondholders",
    "cabinet",
    "chamber",
    "city",
    "club",
    "company",
    "congress",
    "cooperative",
    "corporation",
    "county",
    "court",
    "creditors",
    "directors",
    "faculty",
    "firm",
    "government",
    "investors",
    "legislature",
    "mayor",
    "minister",
    "ministry",
    "municipality",
    "owners",
    "parliament",
    "partners",
    "school",
    "senate",
    "shareholders",
    "stockholders",
    "synod",
    "tenants",
    "town",
    "tribunal",
    "university",
    "village",
];

/// Words before "resolution" that make it no act: a settling or a fineness.
const NO_ACTS: [&str; 10] = [
    "complaint",
    "conflict",
    "display",
    "dispute",
    "disputes",
    "grievance",
    "image",
    "print",
    "problem",
    "screen",
];

/// How many words of a name may stand before the owner in it: "of the Bern town council".
const WORDS_OF_NAME: usize = 3;
/// The most that is read of such a name, in bytes.
const NAME: usize = 80;

/// Whether what ends a number at `at` is followed by an owner in small letters: "12 (2019) of the town council".
pub(super) fn stand_behind(text: &str, at: usize) -> bool {
    let Some(of) = cursor::word(text, cursor::skip_space(text, at), "of") else {
        return false;
    };
    let name = &text[of..text.floor_char_boundary(of + NAME)];
    let words = name.split(|c: char| c.is_whitespace());
    words
        .filter(|word| !matches!(*word, "" | "the" | "its" | "their" | "a"))
        .take(WORDS_OF_NAME)
        .map_while(|word| {
            let bare = word.trim_end_matches([',', '.', ';', ')']);
            bare.bytes()
                .all(|byte| byte.is_ascii_lowercase())
                .then_some((bare, bare.len() < word.len()))
        })
        .scan(false, |ended, (word, ends)| {
            (!std::mem::replace(ended, ends)).then_some(word)
        })
        .any(is_owner)
}

/// Whether the act at `at` is that of somebody who has acts of his own, or none: "the shareholders' resolution 5/2019",
/// "dispute resolution 24/7".
pub(super) fn stand_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let last = last_word(before);
    if NO_ACTS.iter().any(|word| word.eq_ignore_ascii_case(last)) {
        return true;
    }
    let owner = before.strip_suffix(['\'', OTHER]).or_else(|| {
        let possessed = before.strip_suffix('s')?;
        possessed.strip_suffix(['\'', OTHER])
    });
    owner.is_some_and(|owner| is_owner(last_word(owner)) || owner.ends_with("New Year"))
}

/// The letters that `text` ends with.
fn last_word(text: &str) -> &str {
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic);
    &text[text.len() - letters.count()..]
}

/// Whether `word` is an owner, in either number.
fn is_owner(word: &str) -> bool {
    OWNERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word) || is_plural_of(word, known))
}

/// Whether `word` is the plural of `known` in one of its two usual forms: "courts", "companies".
fn is_plural_of(word: &str, known: &str) -> bool {
    let regular = word.strip_suffix(['s', 'S']);
    let changed = || {
        let stem = word.strip_suffix("ies")?;
        known.strip_suffix('y').map(|known| known == stem)
    };
    regular.is_some_and(|word| word.eq_ignore_ascii_case(known)) || changed() == Some(true)
}
