//! Treaties named for the conference of their parties, and funds for their board: "CBD decision XII/23", "Montreal
//! Protocol decision XXVIII/2", "UNICEF decision 2023/5".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::grammar;

/// What stands before the name of a treaty or a fund in that of its conference or board.
const OWNED: [&str; 2] = [" Parties to ", "Executive Board of "];

/// The treaties and funds of which the table has the conference or the board, with its key, by their last word.
static TREATIES: LazyLock<HashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut treaties: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for row in grammar::bodies() {
        for name in std::iter::once(row.name).chain(row.also.iter().copied()) {
            let owner = OWNED.iter().find_map(|owned| name.rsplit_once(owned));
            let Some((_, treaty)) = owner else {
                continue;
            };
            let treaty = treaty.strip_prefix("the ").unwrap_or(treaty);
            treaties
                .entry(last_word(treaty))
                .or_default()
                .push((treaty, row.key));
        }
    }
    treaties
});

/// The conference whose treaty is named right before `at`: where the name begins, and the key.
pub(super) fn before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let head = text[..at].trim_end();
    let named = TREATIES.get(last_word(head))?.iter();
    named
        .filter_map(|(treaty, key)| {
            let start = head.len().checked_sub(treaty.len())?;
            let written = head.get(start..)?;
            let begins = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
            (written == *treaty && begins).then_some((start, *key))
        })
        .min()
}

/// The letters that `text` ends with.
fn last_word(text: &str) -> &str {
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic);
    &text[text.len() - letters.count()..]
}
