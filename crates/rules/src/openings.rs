//! How the words of a text begin.
//!
//! Next to no word of a draft is one that a list speaks of. The first four bytes of a word and its length tell most
//! of the others at once, so a text is read word by word, once, however long the lists are.

use std::ops::Range;

use draft::places::{self, STRIDE};

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
    starts: Box<[u16; SLOTS + 1]>,
}

impl<T> FromIterator<(Opening, T)> for Openings<T> {
    /// Each opening has to come once.
    fn from_iter<I: IntoIterator<Item = (Opening, T)>>(all: I) -> Self {
        let mut known: Vec<(Opening, T)> = all.into_iter().collect();
        known.sort_by_key(|(opening, _)| opening.slot());
        let mut starts = Box::new([0; SLOTS + 1]);
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
    Words {
        text,
        at: 0,
        letters: letters_at(text, 0),
    }
}

/// See [`words_of`]. Bytes are looked at [`STRIDE`] together, which is several times as fast as one by one.
pub(crate) struct Words<'t> {
    text: &'t [u8],
    /// Where the bytes begin that are looked at now.
    at: usize,
    /// Which of them are letters, from the lowest bit on; those of words that have been told are left out.
    letters: u64,
}

impl Words<'_> {
    #[inline]
    fn advance(&mut self) {
        self.at += STRIDE;
        self.letters = letters_at(self.text, self.at);
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        while self.letters == 0 {
            self.advance();
            if self.at >= self.text.len() {
                return None;
            }
        }
        let first = self.letters.trailing_zeros();
        let start = self.at + first as usize;
        // What stands before the word counts as part of it, so that the first other byte is the one behind it.
        let mut others = !(self.letters | ((1 << first) - 1));
        while others == 0 {
            self.advance();
            others = !self.letters;
        }
        let length = others.trailing_zeros();
        self.letters &= u64::MAX << length;
        Some(start..self.at + length as usize)
    }
}

/// Which of the bytes from `at` on are letters, from the lowest bit on; what is behind the text is none.
#[inline]
fn letters_at(text: &[u8], at: usize) -> u64 {
    places::of(text.get(at..).unwrap_or_default(), is_letter)
}

/// Whether it is a letter, figure or underscore.
#[inline]
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without a branch many bytes are told together"
)]
fn is_letter(byte: u8) -> bool {
    let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let is_figure = byte.wrapping_sub(b'0') < 10;
    is_letter | is_figure | (byte == b'_')
}

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
    fn words_are_told_wherever_they_stand_among_the_bytes_looked_at_together() {
        let one_by_one = |text: &str| -> Vec<Range<usize>> {
            let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            let mut words: Vec<Range<usize>> = Vec::new();
            for (at, _) in text
                .bytes()
                .enumerate()
                .filter(|(_, byte)| is_letter(*byte))
            {
                match words.last_mut().filter(|word| word.end == at) {
                    Some(word) => word.end += 1,
                    None => words.push(at..at + 1),
                }
            }
            words
        };
        let all: String = (0..=255u8).map(char::from).collect();
        let long = "a".repeat(200);
        for text in ["A/RES/67/172 of 2012", "déjà vu", &all, &long] {
            for before in 0..130 {
                for fill in [" ", "z"] {
                    let text = format!("{}{text}{}{text}", fill.repeat(before), fill.repeat(63));
                    let words: Vec<Range<usize>> = words_of(text.as_bytes()).collect();
                    assert_eq!(words, one_by_one(&text), "{text}");
                }
            }
        }
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
