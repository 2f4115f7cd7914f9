//! The first words of names: a table of them, with the two bytes that the second may begin with.
//!
//! A look-up tells at once that most capitalised words of a text open nothing. It may say yes for a
//! word that opens nothing, never no for one that does.

#![allow(
    clippy::inline_always,
    reason = "the pass is built for this machine, and what is not inlined for the oldest"
)]

use crate::words::{CASE, eight_at};

/// Bits of the hash that tell words from others.
const BITS: u32 = 14;

/// Bits of the hash in the larger table: small beside a first-level cache.
const KIND_BITS: u32 = 11;

/// The tables.
#[derive(Clone, Debug)]
pub(crate) struct FirstWords {
    /// A bit for every word, at the place that its hash says: so few bytes are always near.
    known: Box<[u64; 1 << (BITS - 6)]>,
    /// By the hash of a first word, less exactly, the kinds of what may begin the second, a bit each.
    kinds: Box<[u64; 1 << KIND_BITS]>,
}

impl Default for FirstWords {
    fn default() -> Self {
        Self {
            known: Box::new([0; 1 << (BITS - 6)]),
            kinds: Box::new([0; 1 << KIND_BITS]),
        }
    }
}

impl FirstWords {
    /// Adds the words of `written`, whatever their capitals.
    pub(crate) fn add(&mut self, written: &str) {
        let bytes = written.as_bytes();
        let letters = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        // What stands behind the first word may be written in more ways than one.
        let kinds = match bytes[letters..] {
            // More than one space may stand where the name has one.
            [b' ', next, behind, ..]
                if next.is_ascii_alphanumeric() && behind.is_ascii_alphanumeric() =>
            {
                kind(next, behind) | OTHER
            }
            _ => ANY,
        };
        let hash = hash(eight_at(bytes, 0), letters);
        let (word, bit) = place(hash);
        self.known[word] |= bit;
        self.kinds[(hash >> (u64::BITS - KIND_BITS)) as usize] |= kinds;
    }

    /// Whether the word of `length` bytes at `at`, where the text goes on with `eight`, may open what was added.
    #[inline(always)]
    pub(crate) fn may_open(&self, bytes: &[u8], at: usize, length: usize, eight: u64) -> bool {
        let hash = hash(eight, length);
        let (word, bit) = place(hash);
        if self.known[word] & bit == 0 {
            return false;
        }
        let kinds = self.kinds[(hash >> (u64::BITS - KIND_BITS)) as usize];
        match bytes.get(at + length..) {
            Some([b' ', next, behind, ..]) => kinds & kind(*next, *behind) != 0,
            // Where a name has a space, the text has white space: “A/” does not open “A World Fit for Children”.
            Some([mark, behind, ..]) if !may_be_space(*mark, *behind) => kinds == ANY,
            _ => true,
        }
    }
}

/// The bit of all bytes that are neither letters nor digits.
const OTHER: u64 = 1 << 63;

/// The bit of a second word of one letter.
const ONE: u64 = 1 << 62;

/// The bits of all kinds.
const ANY: u64 = u64::MAX;

/// The bit of two bytes that a second word begins with, whatever their case.
#[inline(always)]
const fn kind(first: u8, second: u8) -> u64 {
    let (first, second) = (LETTERS[first as usize], LETTERS[second as usize]);
    if first == 0 {
        return OTHER;
    }
    if second == 0 {
        return ONE;
    }
    1 << ((first.wrapping_mul(29).wrapping_add(second)) % 64)
}

/// What stands for a letter or a figure whatever its case; nought for all other bytes.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            letters[byte] = byte as u8 | 0x20;
        }
        byte += 1;
    }
    letters
};

/// The hash of a word of `length` bytes that begins with `eight`: its length and its first eight letters tell.
#[inline(always)]
const fn hash(eight: u64, length: usize) -> u64 {
    let kept = if length < 8 {
        !(u64::MAX << (8 * length))
    } else {
        u64::MAX
    };
    let letters = (eight | CASE) & kept;
    let key = letters ^ (length as u64).rotate_right(5);
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// What the target of a link is blanked with, which may stand where a name has a space.
const BLANKED: u8 = 0x1A;

/// Whether a byte, with another behind it, may begin what stands for a space.
#[inline(always)]
const fn may_be_space(byte: u8, behind: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | 0xC2 | 0xE1..=0xE3)
        || byte == BLANKED && behind == BLANKED
}

/// Which of the words of marks and which bit of it belong to a hash.
#[inline(always)]
const fn place(hash: u64) -> (usize, u64) {
    let highest = hash >> (u64::BITS - BITS);
    ((highest >> 6) as usize, 1 << (highest % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_open(first_words: &FirstWords, text: &str) -> bool {
        let word = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let bytes = text.as_bytes();
        first_words.may_open(bytes, 0, word, eight_at(bytes, 0))
    }

    #[test]
    fn what_was_added_is_known_whatever_its_capitals() {
        let mut first_words = FirstWords::default();
        first_words.add("Convention on the Rights of the Child");
        first_words.add("A World Fit for Children");
        first_words.add("EU");
        for text in [
            "CONVENTION",
            "Convention on",
            "Convention  on",
            "Convention\non",
            "A\u{A0}world",
            "EU",
            "EU’s",
            "EU law",
            "EU/OSCE",
        ] {
            assert!(may_open(&first_words, text), "{text}");
        }
        for text in [
            "The Committee",
            "Africa",
            "Conversion",
            "Con",
            "Convention to",
            "Conventions on",
            "A child",
            "A/HRC/53/26",
            "Convention/on",
            "EAR",
            "C",
            "",
        ] {
            assert!(!may_open(&first_words, text), "{text}");
        }
    }

    #[test]
    fn no_word_is_lost_and_few_others_pass() {
        let numbered = |from: u32, to: u32| (from..to).map(|number| format!("Abc{number:05}"));
        for many in [1_000, 70_000] {
            let mut first_words = FirstWords::default();
            numbered(0, many).for_each(|word| first_words.add(&word));
            assert!(numbered(0, many).all(|word| may_open(&first_words, &word)));
        }
        let mut first_words = FirstWords::default();
        numbered(0, 1_000).for_each(|word| first_words.add(&word));
        let passed = numbered(50_000, 60_000).filter(|word| may_open(&first_words, word));
        assert!(passed.count() < 1_500);
    }
}
