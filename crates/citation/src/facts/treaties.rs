//! How many articles a treaty or declaration has.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Standing, tables};
use crate::table::rows;

/// An instrument of the table.
pub(super) struct Instrument {
    pub(super) title: &'static str,
    pub(super) articles: u16,
    pub(super) standing: Standing,
}

static INSTRUMENTS: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
    rows::<5>(tables::TREATY_ARTICLES.text)
        .filter_map(|[_, title, _, articles, standing]| {
            Some(Instrument {
                title,
                articles: articles.parse().ok()?,
                standing: Standing::of(standing),
            })
        })
        .collect()
});

static BY_TITLE: LazyLock<HashMap<String, u16>> = LazyLock::new(|| {
    INSTRUMENTS
        .iter()
        .filter(|instrument| instrument.standing > Standing::Recalled)
        .map(|instrument| (folded(instrument.title), instrument.articles))
        .collect()
});

/// The instruments of the table.
#[cfg(test)]
pub(super) fn instruments() -> &'static [Instrument] {
    &INSTRUMENTS
}

/// The number of the last article of the instrument with this official title.
///
/// Case, punctuation, spacing and a leading "the" do not matter. `None` for titles that the table
/// does not have, and where the number is from memory.
pub fn treaty_articles(title: &str) -> Option<u16> {
    BY_TITLE.get(&folded(title)).copied()
}

/// `title` without what does not matter in a comparison: case, punctuation, spacing, a leading "the".
pub(super) fn folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    let words = title.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    words.next_if(|word| word.eq_ignore_ascii_case("the"));
    for word in words {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            folded[start..].make_ascii_lowercase();
        } else {
            folded.push_str(&word.to_lowercase());
        }
    }
    folded
}
