//! The words that make, join and end the titles of instruments: one table, a role a word.
//!
//! What a role says stands at the head of the table; a further word is a line there and no code.

use std::sync::LazyLock;

use crate::table;

/// Every word of the table with its role.
pub(crate) fn rows() -> impl Iterator<Item = [&'static str; 2]> {
    table::rows::<2>(include_str!("../data/title-words.tsv"))
}

/// The words of one role, in the order of the table.
pub(crate) type Words = LazyLock<Vec<&'static str>>;

/// The words that have `role`.
pub(crate) fn of_role(role: &str) -> Vec<&'static str> {
    let words = rows().filter_map(|[word, its]| (its == role).then_some(word));
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_explained_and_no_row_stands_twice() {
        let table = include_str!("../data/title-words.tsv");
        let head: Vec<&str> = table.lines().filter(|line| line.starts_with('#')).collect();
        let mut seen = Vec::new();
        for row in rows() {
            let [word, role] = row;
            let explained = |line: &&str| line.starts_with(&format!("#   {role} "));
            assert!(head.iter().any(explained), "{word}: {role}");
            assert!(!seen.contains(&row), "{row:?} stands twice");
            seen.push(row);
        }
    }
}
