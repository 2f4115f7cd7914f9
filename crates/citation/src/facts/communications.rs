//! The years in which communications to treaty bodies were registered.
//!
//! A committee numbers them through, so the year of a number lies between those of its neighbours.

use std::sync::LazyLock;

use crate::table::rows;

/// Committee, number, year.
static REGISTERED: LazyLock<Vec<(&'static str, u32, u16)>> = LazyLock::new(|| {
    rows::<3>(include_str!("../../data/facts/communications.tsv"))
        .filter_map(|[committee, number, year]| {
            Some((committee, number.parse().ok()?, year.parse().ok()?))
        })
        .collect()
});

/// The years in which communication `number` to the committee with the prefix `committee` (`CCPR`) may
/// have been registered, earliest first; none where the table has no neighbour on both sides.
pub(crate) fn communication_years(committee: &str, number: u32) -> impl Iterator<Item = u16> {
    let own = || REGISTERED.iter().filter(move |row| row.0 == committee);
    let before = own().filter(|row| row.1 <= number).map(|row| row.2).max();
    let behind = own().filter(|row| row.1 >= number).map(|row| row.2).min();
    before
        .zip(behind)
        .map(|(first, last)| first..=last)
        .into_iter()
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_rise() {
        assert!(REGISTERED.windows(2).all(|pair| {
            pair[0].0 != pair[1].0 || pair[0].1 < pair[1].1 && pair[0].2 <= pair[1].2
        }));
        let lines = include_str!("../../data/facts/communications.tsv").lines();
        assert_eq!(
            REGISTERED.len(),
            lines.filter(|line| !line.starts_with('#')).count() - 1
        );
    }

    #[test]
    fn a_number_lies_between_its_neighbours() {
        let years = |committee, number| communication_years(committee, number).collect::<Vec<_>>();
        assert_eq!(years("CCPR", 470), [1991]);
        assert_eq!(years("CCPR", 480), [1991, 1992]);
        assert_eq!(years("CCPR", 1470), [2006]);
        assert_eq!(years("CCPR", 99_999), []);
        assert_eq!(years("CED", 1), []);
    }
}
