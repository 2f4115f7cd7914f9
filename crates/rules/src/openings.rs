//! How the words of a text begin.
//!
//! Next to no word of a draft is one that a list speaks of. The first four bytes of a word and its length tell most
//! of the others at once, so a text is read word by word, once, however long the lists are.

use std::ops::Range;

/// The first four bytes of a word and of what follows it, letters small, and how long the word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Opening(u64);

impl Opening {
    /// How the word in `range` begins; `None` where fewer than four bytes are left of the text.
    #[inline]
    pub(crate) fn of(text: &[u8], range: &Range<usize>) -> Option<Self> {
        let bytes = text.get(range.start..)?.first_chunk()?;
        // The bit that tells small letters from capitals.
        let small = u32::from_le_bytes(*bytes) | 0x2020_2020;
        Some(Self((range.len() as u64) << 32 | u64::from(small)))
    }

    /// How the first word of `words` begins.
    pub(crate) fn of_first(words: &str) -> Option<Self> {
        let bytes = words.as_bytes();
        Self::of(bytes, &words_of(bytes).next()?)
    }

    /// Whether it is two letters with full stops: "U.N.".
    #[inline]
    pub(crate) fn has_stops(self) -> bool {
        let [_, second, _, fourth, ..] = self.0.to_le_bytes();
        second == b'.' && fourth == b'.'
    }

    /// Whether it is a year from 1900 to 2099.
    #[inline]
    pub(crate) fn is_year(self) -> bool {
        let [first, second, .., length, _, _, _] = self.0.to_le_bytes();
        length == 4 && matches!([first, second], [b'1', b'9'] | [b'2', b'0'])
    }

    /// One of [`SLOTS`] numbers.
    #[inline]
    fn slot(self) -> usize {
        (self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52) as usize
    }
}

const SLOTS: usize = 1 << 12;

/// What is known of words that begin in certain ways. Every word of a text is looked up, so it is a table of its own:
/// nine words in ten fall into a slot where nothing is.
pub(crate) struct Openings<T> {
    /// In order of their slots.
    known: Vec<(Opening, T)>,
    /// Where the openings of each slot begin, and where the last ones end.
    starts: Box<[u16]>,
}

impl<T> FromIterator<(Opening, T)> for Openings<T> {
    /// Each opening has to come once.
    fn from_iter<I: IntoIterator<Item = (Opening, T)>>(all: I) -> Self {
        let mut known: Vec<(Opening, T)> = all.into_iter().collect();
        known.sort_by_key(|(opening, _)| opening.slot());
        let mut starts = vec![0; SLOTS + 1].into_boxed_slice();
        for (opening, _) in &known {
            starts[opening.slot() + 1] += 1;
        }
        for slot in 0..SLOTS {
            starts[slot + 1] += starts[slot];
        }
        Self { known, starts }
    }
}

impl<T> Openings<T> {
    #[inline]
    pub(crate) fn get(&self, opening: Opening) -> Option<&T> {
        let slot = opening.slot();
        let (start, end) = (self.starts[slot], self.starts[slot + 1]);
        let known = &self.known[usize::from(start)..usize::from(end)];
        let (_, known) = known.iter().find(|(other, _)| *other == opening)?;
        Some(known)
    }
}

/// The words of a text: runs of letters, figures and underscores. Letters beyond ASCII count as none.
pub(crate) fn words_of(text: &[u8]) -> Words<'_> {
    Words { text, at: 0 }
}

/// See [`words_of`].
pub(crate) struct Words<'t> {
    text: &'t [u8],
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let is_letter = |byte: &u8| IS_LETTER[usize::from(*byte)];
        let start = self.at + self.text[self.at..].iter().position(is_letter)?;
        let rest = &self.text[start..];
        let length = rest.iter().position(|byte| !is_letter(byte));
        self.at = start + length.unwrap_or(rest.len());
        Some(start..self.at)
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

    #[test]
    fn words_begin_behind_anything_but_letters_and_figures() {
        let words = |text: &str| -> Vec<String> {
            let words = words_of(text.as_bytes());
            words.map(|word| text[word].to_owned()).collect()
        };
        assert_eq!(
            words("The e-mail of 2012"),
            ["The", "e", "mail", "of", "2012"]
        );
        assert_eq!(words("“déjà vu” U.N."), ["d", "j", "vu", "U", "N"]);
        assert_eq!(words("snake_case (x)"), ["snake_case", "x"]);
        assert_eq!(words(""), [""; 0]);
    }

    #[test]
    fn what_begins_alike_is_found_in_any_letters() {
        let opening = |text: &str| Opening::of_first(text);
        let known: Openings<u8> = [(opening("center").unwrap(), 7)].into_iter().collect();
        assert_eq!(known.get(opening("Centre").unwrap()), Some(&7));
        assert_eq!(known.get(opening("centers").unwrap()), None);
        assert_eq!(known.get(opening("ceased").unwrap()), None);
        assert_eq!(opening("six"), None);
    }

    #[test]
    fn shapes_are_told_by_the_opening() {
        let opening = |text: &str| Opening::of_first(text).unwrap();
        assert!(opening("U.N.").has_stops() && !opening("etc.").has_stops());
        assert!(opening("2012 2013").is_year() && opening("1946").is_year());
        assert!(!opening("1846").is_year() && !opening("20/172").is_year());
    }
}
