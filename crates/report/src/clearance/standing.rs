//! How a reference stands, in a mark and a word that need no colour.

use resolve::{Existence, Reference};

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
    /// Mistyped, or a fact leaves no room for it.
    Wrong,
}

impl Standing {
    /// The standing of a reference.
    pub fn of(reference: &Reference) -> Self {
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
            Self::Wrong => "✗",
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Exists => "exists, not in your sources",
            Self::Unknown => "not in your sources",
            Self::Unsettled => "not settled by the text",
            Self::Wrong => "wrong",
        }
    }

    /// The name of it in a style sheet.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Exists => "exists",
            Self::Unknown | Self::Unsettled => "unknown",
            Self::Wrong => "wrong",
        }
    }
}
