//! The names of States.

use std::sync::LazyLock;

use citation::table;

/// The short names of Member States and observer States in English texts, longer ones first. Source:
/// `data/countries.tsv`.
pub(crate) static COUNTRIES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    table::rows(include_str!("../data/countries.tsv"))
        .map(|[name]| name)
        .collect()
});
