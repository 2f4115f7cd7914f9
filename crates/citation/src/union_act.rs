//! Acts of the European Union.
//!
//! An act is its CELEX number: sector, year, letters for the kind, number. Texts cite it by a title made
//! of kind, treaty, number and year, whose order changed in 2015; both are one act.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// An act, or another document with a CELEX number; two are equal when their CELEX numbers are.
#[derive(Clone, Debug)]
pub struct UnionAct {
    celex: Arc<str>,
    title: Option<Arc<str>>,
}

impl UnionAct {
    /// The act of legislation with these letters (`R`, `L`, `D`), year and number, under its title.
    pub(crate) fn new(letters: &str, year: u16, number: u16, title: String) -> Self {
        Self {
            celex: format!("3{year}{letters}{number:04}").into(),
            title: Some(title.into()),
        }
    }

    /// The document with this CELEX number.
    pub(crate) fn of_celex(celex: &str) -> Self {
        Self {
            celex: celex.into(),
            title: None,
        }
    }

    /// The CELEX number: `32008L0115`.
    pub fn celex(&self) -> &str {
        &self.celex
    }

    /// The document on the site of the Publications Office, in `language` (`en`, `fr` …).
    ///
    /// Form of the address: eur-lex.europa.eu resolves the CELEX number.
    pub fn address(&self, language: &str) -> String {
        let language = language.to_uppercase();
        format!(
            "https://eur-lex.europa.eu/legal-content/{language}/TXT/?uri=CELEX:{}",
            self.celex
        )
    }
}

impl PartialEq for UnionAct {
    fn eq(&self, other: &Self) -> bool {
        self.celex == other.celex
    }
}

impl Eq for UnionAct {}

impl PartialOrd for UnionAct {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for UnionAct {
    fn cmp(&self, other: &Self) -> Ordering {
        self.celex.cmp(&other.celex)
    }
}

impl Hash for UnionAct {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.celex.hash(state);
    }
}

impl fmt::Display for UnionAct {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.title.as_deref().unwrap_or(&self.celex))
    }
}
