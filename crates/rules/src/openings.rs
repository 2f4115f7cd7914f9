//! How the words of a text begin.
//!
//! Next to no word of a draft is one that a list speaks of. The first four bytes of a word tell most of the others
//! at once, so a text is read word by word, once, however long the lists are.

use std::collections::HashMap;

/// The first four bytes of a word and what follows it, letters small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Opening(u32);

impl Opening {
    /// How a word at `at` begins; `None` where fewer than four bytes are left.
    pub(crate) fn at(text: &[u8], at: usize) -> Option<Self> {
        let bytes = text.get(at..)?.first_chunk()?;
        // The bit that tells small letters from capitals.
        Some(Self(u32::from_le_bytes(*bytes) | 0x2020_2020))
    }

    /// Whether it is two letters with full stops: "U.N.".
    pub(crate) fn has_stops(self) -> bool {
        let [_, second, _, fourth] = self.0.to_le_bytes();
        second == b'.' && fourth == b'.'
    }

    /// Whether it is the beginning of a year from 1900 to 2099.
    pub(crate) fn begins_year(self) -> bool {
        let [first, second, ..] = self.0.to_le_bytes();
        matches!([first, second], [b'1', b'9'] | [b'2', b'0'])
    }

    fn hash(self) -> usize {
        (self.0.wrapping_mul(0x9E37_79B1) >> 16) as usize
    }
}

/// What is known of words that begin in certain ways.
pub(crate) struct Openings<T> {
    known: HashMap<Opening, T>,
    /// A bit for each hash that is taken: fewer than one word in a hundred is looked up.
    taken: Box<[u64; 1024]>,
}

impl<T> FromIterator<(Opening, T)> for Openings<T> {
    fn from_iter<I: IntoIterator<Item = (Opening, T)>>(all: I) -> Self {
        let mut taken = Box::new([0; 1024]);
        let known = all
            .into_iter()
            .inspect(|(opening, _)| taken[opening.hash() / 64] |= 1 << (opening.hash() % 64))
            .collect();
        Self { known, taken }
    }
}

impl<T> Openings<T> {
    pub(crate) fn get(&self, opening: Opening) -> Option<&T> {
        let hash = opening.hash();
        if self.taken[hash / 64] >> (hash % 64) & 1 == 0 {
            return None;
        }
        self.known.get(&opening)
    }
}

/// Where words begin: at each letter or figure with none before it. Letters beyond ASCII count as none.
pub(crate) fn word_starts(text: &[u8]) -> WordStarts<'_> {
    WordStarts { text, at: 0 }
}

/// See [`word_starts`].
pub(crate) struct WordStarts<'t> {
    text: &'t [u8],
    at: usize,
}

impl Iterator for WordStarts<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let is_letter = |byte: &u8| IS_LETTER[usize::from(*byte)];
        let start = self.at + self.text[self.at..].iter().position(is_letter)?;
        let rest = &self.text[start..];
        let length = rest.iter().position(|byte| !is_letter(byte));
        self.at = start + length.unwrap_or(rest.len());
        Some(start)
    }
}

static IS_LETTER: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str) -> Vec<usize> {
        word_starts(text.as_bytes()).collect()
    }

    #[test]
    fn words_begin_behind_anything_but_letters_and_figures() {
        assert_eq!(starts("The e-mail of 2012"), [0, 4, 6, 11, 14]);
        assert_eq!(starts("“déjà vu” U.N."), [3, 6, 10, 16, 18]);
        assert_eq!(starts("snake_case (x)"), [0, 12]);
        assert_eq!(starts(""), [0; 0]);
    }

    #[test]
    fn what_begins_alike_is_found_in_any_letters() {
        let opening = |text: &str| Opening::at(text.as_bytes(), 0);
        let known: Openings<u8> = [(opening("cent").unwrap(), 7)].into_iter().collect();
        assert_eq!(known.get(opening("Centre").unwrap()), Some(&7));
        assert_eq!(known.get(opening("cease").unwrap()), None);
        assert_eq!(opening("six"), None);
    }

    #[test]
    fn shapes_are_told_by_the_opening() {
        let opening = |text: &str| Opening::at(text.as_bytes(), 0).unwrap();
        assert!(opening("U.N.").has_stops() && !opening("etc.").has_stops());
        assert!(opening("2012 2013").begins_year() && opening("1946").begins_year());
        assert!(!opening("1846").begins_year() && !opening("67/172").begins_year());
    }
}
