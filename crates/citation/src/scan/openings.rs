//! What the words that may open a name begin with: a table by the first word, with the kinds of bytes that may
//! begin the second.
//!
//! A look-up tells at once that most capitalised words of a text open nothing. It may say yes for a
//! word that opens nothing, never no for one that does.

use crate::words::{CASE, eight_at, three_bytes};

/// Bits of the hash, so the size of the table: small beside a first-level cache.
const BITS: u32 = 12;

/// Bits of the hash of three bytes.
const BEGUN_BITS: u32 = 13;

/// The table.
#[derive(Clone, Debug)]
pub(crate) struct Openings {
    /// By the hash of a first word, the kinds of what may begin the second, a bit each, and bits that tell some of
    /// the words apart that lead to the same place.
    kinds: Box<[u32]>,
    /// By the hash of three bytes, what follows them in the words and anchors that begin with them, a bit that few
    /// other bytes share.
    begun: Box<[u32]>,
    /// By its letter, whether a word is that letter alone.
    single: [bool; 256],
}

impl Default for Openings {
    fn default() -> Self {
        Self {
            kinds: vec![0; 1 << BITS].into(),
            begun: vec![0; 1 << BEGUN_BITS].into(),
            single: [false; 256],
        }
    }
}

impl Openings {
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
            [b' ', next, ..] if next.is_ascii_alphanumeric() => kind(next) | OTHER,
            _ => ANY,
        };
        let (place, own) = place(bytes, 0, letters);
        self.kinds[place] |= kinds | own;
        self.add_beginning(&bytes[..letters], |byte| !byte.is_ascii_alphanumeric());
    }

    /// Adds what something else than a word begins with, whatever its capitals, and where that is less than four
    /// bytes, the bytes that `may_follow` it.
    pub(crate) fn add_beginning(&mut self, written: &[u8], may_follow: impl Fn(u8) -> bool) {
        match *written {
            [] => {}
            [first] => {
                self.single[usize::from(first.to_ascii_lowercase())] = true;
                self.single[usize::from(first.to_ascii_uppercase())] = true;
            }
            [first, second] => {
                for third in (0..=u8::MAX).filter(|third| may_follow(*third)) {
                    self.set([first, second, third], u32::MAX);
                }
            }
            [first, second, third] => {
                let fourth = (0..=u8::MAX).filter(|fourth| may_follow(*fourth));
                self.set(
                    [first, second, third],
                    fourth.fold(0, |all, byte| all | bit(byte)),
                );
            }
            [first, second, third, fourth, ..] => self.set([first, second, third], bit(fourth)),
        }
    }

    fn set(&mut self, [first, second, third]: [u8; 3], fourth: u32) {
        let three = u32::from_le_bytes([first, second, third, 0]);
        self.begun[three_bytes(three, BEGUN_BITS)] |= fourth;
    }

    /// Whether anything may begin where a text goes on with `eight`, the first byte lowest: mostly four bytes tell
    /// that nothing does.
    #[inline]
    pub(crate) fn may_begin(&self, eight: u64) -> bool {
        let begun = self.begun[three_bytes(eight as u32, BEGUN_BITS)];
        begun & bit((eight >> 24) as u8) != 0 || self.single[usize::from(eight as u8)]
    }

    /// Whether the word of `length` bytes at `at` may open what was added.
    #[inline]
    pub(crate) fn may_open(&self, bytes: &[u8], at: usize, length: usize) -> bool {
        let (place, own) = place(bytes, at, length);
        let kinds = self.kinds[place];
        kinds & own != 0
            && match bytes.get(at + length..) {
                Some([b' ', next, ..]) => kinds & kind(*next) != 0,
                _ => true,
            }
    }
}

/// A bit for a byte, the same for both cases of a letter, that few other bytes share.
#[inline]
const fn bit(byte: u8) -> u32 {
    1 << (byte % 32)
}

/// The bit of all bytes that are neither letters nor digits.
const OTHER: u32 = 1 << 27;

/// The bits of all kinds.
const ANY: u32 = (1 << 28) - 1;

/// The bit of the kind of `byte`: every letter has one of its own, all digits share one.
fn kind(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'A'..=b'Z' => 1 << (byte - b'A'),
        b'0'..=b'9' => 1 << 26,
        _ => OTHER,
    }
}

/// Where the table has the word of `length` bytes at `at`, and one of the four bits behind those of the kinds: its
/// length and its first eight letters tell.
#[inline]
fn place(bytes: &[u8], at: usize, length: usize) -> (usize, u32) {
    let kept = u64::MAX >> (64 - 8 * length.clamp(1, 8));
    let letters = (eight_at(bytes, at) | CASE) & kept;
    let key = letters ^ (length as u64).rotate_right(5);
    let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let own = 1 << (28 + (hash >> (u64::BITS - BITS - 2) & 3));
    ((hash >> (u64::BITS - BITS)) as usize, own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_open(openings: &Openings, text: &str) -> bool {
        let word = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
        openings.may_open(text.as_bytes(), 0, word)
    }

    #[test]
    fn what_was_added_is_known_whatever_its_capitals() {
        let mut openings = Openings::default();
        openings.add("Convention on the Rights of the Child");
        openings.add("A World Fit for Children");
        openings.add("EU");
        for text in [
            "CONVENTION",
            "Convention on",
            "Convention  on",
            "Convention\non",
            "A\u{A0}world",
            "EU",
            "EU’s",
            "EU law",
        ] {
            assert!(may_open(&openings, text), "{text}");
        }
        for text in [
            "The Committee",
            "Africa",
            "Conversion",
            "Con",
            "Convention to",
            "Conventions on",
            "A child",
            "EAR",
            "C",
            "",
        ] {
            assert!(!may_open(&openings, text), "{text}");
        }
    }

    #[test]
    fn more_than_the_table_has_places_for_are_all_known() {
        let mut openings = Openings::default();
        let words: Vec<String> = (0..70_000)
            .map(|number| format!("Abc{number:05}"))
            .collect();
        for word in &words {
            openings.add(word);
        }
        for word in [&words[0], &words[69_999]] {
            assert!(may_open(&openings, word));
        }
    }
}
