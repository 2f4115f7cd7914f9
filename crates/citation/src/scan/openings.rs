//! What the words that may open a name begin with: a table by the first word, with the kinds of bytes that may
//! begin the second.
//!
//! A look-up tells at once that most capitalised words of a text open nothing. It may say yes for a
//! word that opens nothing, never no for one that does.

use crate::words::{CASE, eight_at, three_bytes};

/// Bits of the hash, so the size of the table: small beside a first-level cache.
const BITS: u32 = 12;

/// Bits of the hash of three bytes.
const BEGUN_BITS: u32 = 12;

/// What may begin at a place, so far as four bytes tell.
#[derive(Clone, Copy)]
pub(crate) struct Begun(u64);

impl Begun {
    /// A word that opens a name.
    const WORD: u64 = 1;
    /// An anchor, with its pivot there.
    const ANCHOR: u64 = 1 << 32;
    /// Both, a bit for each fourth byte.
    const EVERY_WORD: u64 = u32::MAX as u64;
    const EVERY_ANCHOR: u64 = Self::EVERY_WORD << 32;

    /// Whether a word may begin there that opens a name.
    #[inline]
    pub(crate) const fn may_be_word(self) -> bool {
        self.0 & Self::WORD != 0
    }

    /// Whether an anchor may have its pivot there.
    #[inline]
    pub(crate) const fn may_be_anchor(self) -> bool {
        self.0 & Self::ANCHOR != 0
    }
}

/// The table.
#[derive(Clone, Debug)]
pub(crate) struct Openings {
    /// By the hash of a first word, the kinds of what may begin the second, a bit each, and bits that tell some of
    /// the words apart that lead to the same place.
    kinds: Box<[u32; 1 << BITS]>,
    /// By the hash of three bytes, what follows them in the words and the anchors that begin with them, a bit that
    /// few other bytes share.
    begun: Box<[u64; 1 << BEGUN_BITS]>,
    /// By a letter, what follows it in the words that are that letter alone, in the same way.
    short: [u64; 256],
}

#[expect(
    clippy::large_stack_arrays,
    reason = "32 kB, once for each table, whose length the look-ups then know"
)]
impl Default for Openings {
    fn default() -> Self {
        Self {
            kinds: Box::new([0; 1 << BITS]),
            begun: Box::new([0; 1 << BEGUN_BITS]),
            short: [0; 256],
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
        // Something else than a letter ends the word.
        let marks = (0..=u8::MAX).filter(|byte| !byte.is_ascii_alphanumeric());
        match bytes[..letters] {
            [] => {}
            [first] => self.set_short(first, marks.fold(0, |all, byte| all | bit(byte))),
            [first, second] => {
                for third in marks {
                    self.set([first, second, third], Begun::EVERY_WORD);
                }
            }
            [first, second, third] => {
                self.set(
                    [first, second, third],
                    marks.fold(0, |all, byte| all | bit(byte)),
                );
            }
            [first, second, third, fourth, ..] => self.set([first, second, third], bit(fourth)),
        }
    }

    /// Adds what an anchor is from its pivot on, whatever its capitals, where that is three bytes or more.
    pub(crate) fn add_anchor(&mut self, behind: &[u8]) {
        match *behind {
            // Three bytes that begin before the pivot tell where such an anchor may stand.
            [] | [_] | [_, _] => {}
            [first, second, third] => self.set([first, second, third], Begun::EVERY_ANCHOR),
            [first, second, third, fourth, ..] => {
                self.set([first, second, third], bit(fourth) * Begun::ANCHOR);
            }
        }
    }

    fn set(&mut self, [first, second, third]: [u8; 3], fourth: u64) {
        let three = u32::from_le_bytes([first, second, third, 0]);
        self.begun[three_bytes(three, BEGUN_BITS)] |= fourth;
    }

    fn set_short(&mut self, first: u8, second: u64) {
        self.short[usize::from(first.to_ascii_lowercase())] |= second;
        self.short[usize::from(first.to_ascii_uppercase())] |= second;
    }

    /// What may begin where a text goes on with `eight`, the first byte lowest: mostly four bytes tell that nothing
    /// does.
    #[inline]
    pub(crate) fn begun(&self, eight: u64) -> Begun {
        let [first, second, _, fourth, ..] = eight.to_le_bytes();
        let long = self.begun[three_bytes(eight as u32, BEGUN_BITS)] >> (fourth % 32);
        let short = self.short[usize::from(first)] >> (second % 32);
        Begun((long | short) & (Begun::WORD | Begun::ANCHOR))
    }

    /// Whether the word of `length` bytes at `at` may open what was added.
    #[inline]
    pub(crate) fn may_open(&self, bytes: &[u8], at: usize, length: usize) -> bool {
        let (place, own) = place(bytes, at, length);
        let kinds = self.kinds[place];
        kinds & own != 0
            && match bytes.get(at + length..) {
                Some([b' ', next, ..]) => kinds & kind(*next) != 0,
                // No name has a space where a symbol goes on, so “A/” does not open “A World Fit for Children”.
                Some([b'/', ..]) => kinds & ANY == ANY,
                _ => true,
            }
    }
}

/// A bit for a byte, the same for both cases of a letter, that few other bytes share.
#[inline]
const fn bit(byte: u8) -> u64 {
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
            "EU/OSCE",
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
            "A/HRC/53/26",
            "Convention/on",
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
