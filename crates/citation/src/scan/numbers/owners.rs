//! Owners of resolutions and decisions that no body of the United Nations has adopted: "the shareholders' resolution
//! 5/2019".
//!
//! Only owners who are known to have acts of their own take a number away; whoever else is named by the possessive,
//! "last year's", "the parties'", leaves it open.

use crate::normalise::OTHER;

/// Whose resolutions and decisions are never those of the bodies that the tables hold, in small letters.
const OWNERS: [&str; 36] = [
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
    "tenants",
    "town",
    "tribunal",
    "university",
    "village",
];

/// Whether the act at `at` is that of somebody who has acts of his own: "the shareholders' resolution 5/2019".
pub(super) fn stand_before(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let owner = before.strip_suffix(['\'', OTHER]).or_else(|| {
        let possessed = before.strip_suffix('s')?;
        possessed.strip_suffix(['\'', OTHER])
    });
    owner.is_some_and(|owner| {
        let letters = owner.bytes().rev().take_while(u8::is_ascii_alphabetic);
        let word = &owner[owner.len() - letters.count()..];
        OWNERS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word) || is_plural_of(word, known))
    })
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
