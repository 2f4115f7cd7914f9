//! Documents after which an earlier one no longer stands: what supersedes it, abolishes it, or is its second
//! printing.
//!
//! The table `replaced` has what texts outside any corpus prove; what a held text says of others is the sources'.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Standing, tables};
use crate::table::rows;
use crate::words::KeyHasher;
use crate::{Date, Symbol};

/// What a later document does to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Replacing {
    /// It takes its place.
    Supersedes,
    /// It ends it and puts nothing in its place.
    Abolishes,
    /// It is the same document, issued again.
    Reissues,
}

impl Replacing {
    /// The word in tables: `supersedes`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Supersedes => "supersedes",
            Self::Abolishes => "abolishes",
            Self::Reissues => "reissues",
        }
    }

    /// What has happened to the earlier document: `superseded by`.
    pub const fn done(self) -> &'static str {
        match self {
            Self::Supersedes => "superseded by",
            Self::Abolishes => "abolished by",
            Self::Reissues => "reissued as",
        }
    }

    /// What the word of a table says.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Supersedes, Self::Abolishes, Self::Reissues]
            .into_iter()
            .find(|one| one.word() == word)
    }
}

/// What has taken the place of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The later document.
    pub by: Symbol,
    /// What it does to the earlier one.
    pub does: Replacing,
    /// Its day, where it is known.
    pub date: Option<Date>,
    /// The day by which it had surely come.
    pub known_by: Date,
    /// How that is known.
    pub standing: Standing,
}

/// A row of the table behind its symbol, read only when asked for.
type Row = [&'static str; 5];

static REPLACED: LazyLock<HashMap<&'static str, Row, KeyHasher>> = LazyLock::new(|| {
    rows::<6>(tables::REPLACED.text)
        .map(|[symbol, row @ ..]| (symbol, row))
        .collect()
});

/// What the table knows to have taken the place of the document with this symbol.
pub fn replaced(symbol: &Symbol) -> Option<Replaced> {
    let [does, by, date, known_by, standing] = REPLACED.get(symbol.canonical())?;
    Some(Replaced {
        by: Symbol::parse(by)?,
        does: Replacing::of_word(does)?,
        date: Date::parse_iso(date),
        known_by: Date::parse_iso(known_by)?,
        standing: Standing::of(standing),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_as_it_is_written() {
        for row in tables::REPLACED.rows() {
            let symbol = Symbol::parse(row[0]).unwrap_or_else(|| panic!("{row:?}"));
            assert_eq!(symbol.canonical(), row[0]);
            let known = replaced(&symbol).unwrap_or_else(|| panic!("{row:?}"));
            assert_eq!((known.by.canonical(), known.does.word()), (row[2], row[1]));
            assert!(
                known.date.is_none_or(|date| date <= known.known_by),
                "{row:?}"
            );
            assert!(!row[6].is_empty(), "{row:?}");
        }
        assert_eq!(replaced(&Symbol::parse("A/RES/70/175").unwrap()), None);
    }
}
