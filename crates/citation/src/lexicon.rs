//! Names of instruments that the sources hand down to the scanner.

use std::sync::Arc;

/// One way to write the name of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The words as written: "Convention on the Rights of the Child", "ICRMW".
    pub written: Arc<str>,
    /// The official title it stands for.
    pub title: Arc<str>,
    /// Whether it is an acronym or code, matched with its capitals and as a whole word.
    pub acronym: bool,
}

/// Every known name, ready for scanning.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    names: Vec<Name>,
}

impl Lexicon {
    /// A lexicon of `names`; of equal spellings the first wins.
    pub fn new(names: Vec<Name>) -> Self {
        Self { names }
    }

    /// All names, in the order given.
    pub fn names(&self) -> &[Name] {
        &self.names
    }
}
