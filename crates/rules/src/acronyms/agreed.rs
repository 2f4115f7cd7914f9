//! Agreed full names, and the acronyms that need no introduction: `data/acronyms.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use citation::table;
use foldhash::fast::RandomState;

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreed {
    /// The full name in the singular; empty where the row only exempts.
    pub(super) full: &'static str,
    /// The full name in the plural; empty where there is none.
    pub(super) plural: &'static str,
    /// Whether running text writes the full name with "the".
    pub(super) takes_article: bool,
    /// Why the acronym needs no introduction; empty where it needs one.
    pub(super) exempt: &'static str,
}

static TABLE: LazyLock<HashMap<&'static str, Agreed, RandomState>> = LazyLock::new(|| {
    rows()
        .map(|[acronym, full, plural, article, exempt]| {
            let agreed = Agreed {
                full,
                plural,
                takes_article: article == "the",
                exempt,
            };
            (acronym, agreed)
        })
        .collect()
});

fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    table::rows(include_str!("../../data/acronyms.tsv"))
}

/// What is agreed about an acronym, written without plural ending.
pub(super) fn agreed(letters: &str) -> Option<Agreed> {
    TABLE.get(letters).copied()
}

/// Whether an acronym may stand without introduction.
pub(super) fn is_exempt(letters: &str) -> bool {
    agreed(letters).is_some_and(|row| !row.exempt.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_five_columns_and_a_use() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows() {
            assert_eq!(row.len(), 5, "{row:?}");
            assert!(seen.insert(row[0]), "{} stands twice", row[0]);
            assert!(!row[1].is_empty() || !row[4].is_empty(), "{row:?}");
        }
        assert!(seen.len() > 100);
    }

    #[test]
    fn an_exemption_has_a_reason() {
        assert!(is_exempt("UNICEF"));
        assert!(is_exempt("SDG"));
        assert!(!is_exempt("NGO"));
        assert!(!is_exempt("XYZ"));
    }
}
