//! How the words of a text begin.
//!
//! Next to no word of a draft is one that a list speaks of. The first four bytes of a word and its length tell most
//! of the others at once, so a text is read word by word, once, however long the lists are.

use draft::places::{self, STRIDE};

/// The first four bytes of a word and of what follows it, letters small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Beginning(u32);

impl Beginning {
    /// The one at `at`; `None` where fewer than four bytes are left of the text.
    #[inline]
    fn at(text: &[u8], at: usize) -> Option<Self> {
        let bytes = text.get(at..at.wrapping_add(4))?.first_chunk()?;
        // The bit that tells small letters from capitals.
        Some(Self(u32::from_le_bytes(*bytes) | 0x2020_2020))
    }

    /// One of [`SLOTS`] numbers.
    #[inline]
    fn slot(self) -> usize {
        (self.0.wrapping_mul(0x9E37_79B1) >> 20) as usize
    }
}

/// How a word begins, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Opening {
    length: u32,
    beginning: Beginning,
}

impl Opening {
    /// How the first word of `words` begins; `None` where fewer than four bytes are left from there on.
    pub(crate) fn of_first(words: &str) -> Option<Self> {
        let word = words_of(words.as_bytes()).next()?;
        Some(Self {
            length: word.length(words.as_bytes()) as u32,
            beginning: word.beginning,
        })
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
        known.sort_by_key(|(opening, _)| opening.beginning.slot());
        let mut starts = Box::new([0; SLOTS + 1]);
        for (opening, _) in &known {
            starts[opening.beginning.slot() + 1] += 1;
        }
        for slot in 0..SLOTS {
            starts[slot + 1] += starts[slot];
        }
        Self { known, starts }
    }
}

impl<T> Openings<T> {
    /// What is known of a word of `text`.
    #[inline]
    pub(crate) fn get(&self, text: &[u8], word: &Word) -> Option<&T> {
        let slot = word.beginning.slot();
        let (start, end) = (self.starts[slot], self.starts[slot + 1]);
        if start == end {
            return None;
        }
        let known = &self.known[usize::from(start)..usize::from(end)];
        let opening = Opening {
            length: word.length(text) as u32,
            beginning: word.beginning,
        };
        let (_, known) = known.iter().find(|(other, _)| *other == opening)?;
        Some(known)
    }
}

/// A word of a text.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    pub(crate) at: usize,
    beginning: Beginning,
    /// Which of the bytes that were looked at with it are letters, and at which of them it begins.
    letters: u64,
    place: u32,
}

impl Word {
    /// Few words come so far that somebody asks how long they are.
    #[inline]
    fn length(&self, text: &[u8]) -> usize {
        let others = !self.letters >> self.place;
        if others != 0 {
            return others.trailing_zeros() as usize;
        }
        let seen = STRIDE - self.place as usize;
        let rest = text.get(self.at + seen..).unwrap_or_default();
        seen + rest.iter().take_while(|byte| is_letter(**byte)).count()
    }
}

/// The words of a text: runs of letters, figures and underscores. Letters beyond ASCII count as none. What begins
/// less than four bytes before the end of the text is left out.
pub(crate) fn words_of(text: &[u8]) -> Words<'_> {
    let mut words = Words {
        text,
        at: 0,
        starts: 0,
        letters: 0,
    };
    words.look();
    words
}

/// See [`words_of`]. Bytes are looked at [`STRIDE`] together, which is several times as fast as one by one.
pub(crate) struct Words<'t> {
    text: &'t [u8],
    /// Where the bytes begin that are looked at now.
    at: usize,
    /// Which of them are letters, from the lowest bit on.
    letters: u64,
    /// At which of them words begin; those that have been told are left out.
    starts: u64,
}

impl Words<'_> {
    #[inline]
    fn look(&mut self) {
        let goes_on = self.letters >> (STRIDE - 1);
        self.letters = letters_at(self.text, self.at);
        self.starts = self.letters & !(self.letters << 1 | goes_on);
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    #[inline]
    fn next(&mut self) -> Option<Word> {
        while self.starts == 0 {
            self.at += STRIDE;
            if self.at >= self.text.len() {
                return None;
            }
            self.look();
        }
        let place = self.starts.trailing_zeros();
        self.starts &= self.starts - 1;
        let at = self.at + place as usize;
        Some(Word {
            at,
            beginning: Beginning::at(self.text, at)?,
            letters: self.letters,
            place,
        })
    }
}

/// Which of the bytes from `at` on are letters, from the lowest bit on; what is behind the text is none.
#[inline]
fn letters_at(text: &[u8], at: usize) -> u64 {
    places::of(text.get(at..).unwrap_or_default(), &places::Letters)
}

/// Whether it is a letter, figure or underscore.
#[inline]
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;

    /// Where the words of `text` stand.
    fn places(text: &str) -> Vec<Range<usize>> {
        let words = words_of(text.as_bytes());
        words
            .map(|word| word.at..word.at + word.length(text.as_bytes()))
            .collect()
    }

    #[test]
    fn words_begin_behind_anything_but_letters_and_figures() {
        let words = |text: &str| -> Vec<String> {
            let places = places(text).into_iter();
            places.map(|word| text[word].to_owned()).collect()
        };
        assert_eq!(
            words("The e-mail of 2012"),
            ["The", "e", "mail", "of", "2012"]
        );
        assert_eq!(words("“déjà vu” U.N. "), ["d", "j", "vu", "U"]);
        assert_eq!(words("snake_case (x) y"), ["snake_case", "x"]);
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
            words.retain(|word| word.start + 4 <= text.len());
            words
        };
        let all: String = (0..=255u8).map(char::from).collect();
        let long = "a".repeat(200);
        for text in ["A/RES/67/172 of 2012", "déjà vu", &all, &long] {
            for before in 0..130 {
                for fill in [" ", "z"] {
                    let text = format!("{}{text}{}{text}", fill.repeat(before), fill.repeat(63));
                    assert_eq!(places(&text), one_by_one(&text), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_begins_alike_is_found_in_any_letters() {
        let center = Opening::of_first("center").unwrap();
        let known: Openings<u8> = [(center, 7)].into_iter().collect();
        let get = |text: &str| {
            let word = words_of(text.as_bytes()).next().unwrap();
            known.get(text.as_bytes(), &word).copied()
        };
        assert_eq!(get("Centre"), Some(7));
        assert_eq!(get("centre of it"), Some(7));
        assert_eq!(get("centers"), None);
        assert_eq!(get("ceased"), None);
        assert_eq!(Opening::of_first("six"), None);
    }
}
