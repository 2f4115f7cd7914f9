//! How a paragraph of a version is called: by its printed number, and where it has none by how it begins.

use std::fmt;

/// Words that are enough to find a paragraph by.
const WORDS: usize = 4;

/// Which paragraph of a version it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one with this printed number: `15`, `2 (a)`.
    Numbered(String),
    /// One without a number, by its first words.
    Begins(String),
    /// A heading, by its words.
    Heading(String),
}

impl Place {
    /// Whether it has a printed number.
    pub const fn is_numbered(&self) -> bool {
        matches!(self, Self::Numbered(_))
    }

    /// A paragraph without a number, by its whole text.
    pub(super) fn beginning(words: &str) -> Self {
        let bare = |word: &str| word.replace(['*', '_'], "");
        let mut words = words.split(' ').map(bare).filter(|word| !word.is_empty());
        let first: Vec<String> = words.by_ref().take(WORDS).collect();
        let first = first.join(" ");
        Self::Begins(first.trim_end_matches([',', ';', ':', '.']).to_owned())
    }

    /// A heading, by its whole line.
    pub(super) fn heading(line: &str) -> Self {
        Self::Heading(line.trim_matches(['#', '*', '_', ' ']).to_owned())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Numbered(number) => write!(out, "paragraph {number}"),
            Self::Begins(words) => write!(out, "the unnumbered paragraph that begins “{words}”"),
            Self::Heading(words) => write!(out, "the heading “{words}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_without_a_number_is_called_by_how_it_begins() {
        let recalling = Place::beginning("*Recalling also* its resolution, and more,");
        assert_eq!(
            recalling.to_string(),
            "the unnumbered paragraph that begins “Recalling also its resolution”"
        );
        assert_eq!(
            Place::heading("## II. Harbours").to_string(),
            "the heading “II. Harbours”"
        );
    }
}
