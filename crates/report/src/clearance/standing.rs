//! How a reference stands, in a mark and a word that need no colour.

use resolve::{Existence, Reference};

use crate::tally::lacks_its_place;

/// How a reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In the sources.
    Held,
    /// Known to exist, and not in the sources.
    Exists,
    /// Possible, and not in the sources.
    Unknown,
    /// The text does not settle what it names.
    Unsettled,
    /// Its document is known, and has no such paragraph, article or the like.
    NoSuchPlace,
    /// Mistyped, or a fact leaves no room for it.
    Wrong,
}

impl Standing {
    /// The standing of a reference, and of the place that it names.
    pub fn of(reference: &Reference) -> Self {
        match Self::of_document(reference) {
            Self::Held | Self::Exists | Self::Unknown if lacks_its_place(reference) => {
                Self::NoSuchPlace
            }
            standing => standing,
        }
    }

    /// The standing of the document alone.
    pub(crate) fn of_document(reference: &Reference) -> Self {
        match reference.existence {
            Existence::Malformed | Existence::Impossible => Self::Wrong,
            _ if reference.candidates.len() > 1 || reference.referent.is_none() => Self::Unsettled,
            Existence::Held => Self::Held,
            Existence::Exists => Self::Exists,
            Existence::Unknown => Self::Unknown,
        }
    }

    /// A mark that is told from the others without colour.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Held => "✓",
            Self::Exists => "○",
            Self::Unknown => "?",
            Self::Unsettled => "≈",
            Self::NoSuchPlace | Self::Wrong => "✗",
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Exists => "exists, not in your sources",
            Self::Unknown => "not in your sources",
            Self::Unsettled => "not settled by the text",
            Self::NoSuchPlace => "no such place in it",
            Self::Wrong => "wrong",
        }
    }

    /// The name of it in a style sheet.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Exists => "exists",
            Self::Unknown | Self::Unsettled => "unknown",
            Self::NoSuchPlace | Self::Wrong => "wrong",
        }
    }
}
