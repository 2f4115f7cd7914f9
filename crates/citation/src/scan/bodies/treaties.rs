//! Treaties named for the conference of their parties: "CBD decision XII/23", "Montreal Protocol decision XXVIII/2".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::grammar;

/// What stands between the name of a conference and that of its treaty.
const OF_TREATY: &str = " Parties to ";

/// The treaties to which the table has a conference of the parties, with the key of that conference, by their last word.
static TREATIES: LazyLock<HashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut treaties: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for row in grammar::bodies() {
        for name in std::iter::once(row.name).chain(row.also.iter().copied()) {
            let Some((_, treaty)) = name.rsplit_once(OF_TREATY) else {
                continue;
            };
            let treaty = treaty.strip_prefix("the ").unwrap_or(treaty);
            let last = treaty.rsplit(' ').next().unwrap_or(treaty);
            treaties.entry(last).or_default().push((treaty, row.key));
        }
    }
    treaties
});

/// The conference whose treaty is named right before `at`: where the name begins, and the key.
pub(super) fn before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let head = text[..at].trim_end();
    let letters = head.bytes().rev().take_while(u8::is_ascii_alphabetic);
    let last = &head[head.len() - letters.count()..];
    let named = TREATIES.get(last)?.iter();
    named
        .filter_map(|(treaty, key)| {
            let start = head.len().checked_sub(treaty.len())?;
            let written = head.get(start..)?;
            let begins = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
            (written == *treaty && begins).then_some((start, *key))
        })
        .min()
}
