//! The day on which a document was distributed, below "Distr.: General".

use citation::Date;

/// The day stands within so many lines below, blank ones counted.
const REACH: usize = 4;

/// Longest column that holds a day, in characters.
const LONGEST: usize = 30;

/// What a line says from "Distr." on, with which it begins or which stands behind the name of the organ.
pub fn distribution(line: &str) -> Option<&str> {
    if line.starts_with("Distr.") {
        return Some(line);
    }
    let at = line.find(" Distr.: ")?;
    line.get(at + 1..)
}

/// The day behind the words of a [`distribution`], or in the lines `below` it, where another column may stand on its
/// left.
pub fn distributed<'a>(stated: &str, below: impl IntoIterator<Item = &'a str>) -> Option<Date> {
    let in_column = |line: &str| {
        let column = line.rsplit("  ").next()?.trim();
        let is_day = column.starts_with(|first: char| first.is_ascii_digit())
            && column.chars().count() <= LONGEST;
        is_day.then(|| Date::first_in(column)).flatten()
    };
    let mut below = below.into_iter().take(REACH);
    Date::first_in(stated).or_else(|| below.find_map(in_column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_stands_behind_or_below() {
        for (line, below, day) in [
            ("Distr.: General 3 April 2036", "", Some(3)),
            ("General Assembly Distr.: General", "4 April 2036", Some(4)),
            (
                "Distr.: Limited",
                "Ninetieth session     5 April 2036",
                Some(5),
            ),
            ("Distr. générale", "6 avril 2036", Some(6)),
            ("Distr.: General", "The meeting of 3 April 2036", None),
        ] {
            let stated = distribution(line).unwrap();
            let found = distributed(stated, ["", below]);
            assert_eq!(found, day.and_then(|day| Date::new(2036, 4, day)), "{line}");
        }
        assert_eq!(distribution("It was distributed."), None);
    }
}
