//! What the words that may begin a reference begin with: a table of their first three bytes.
//!
//! A look-up tells at once that most capitalised words of a text open nothing. It may say yes for a
//! word that opens nothing, never no for one that does.

/// Bits of the hash, so the size of the table: small beside a first-level cache.
const BITS: u32 = 14;

/// What may begin at a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Opens(u8);

impl Opens {
    /// An anchor of the grammar or of a family.
    pub(crate) const ANCHOR: Self = Self(1);
    /// A name of the lexicon.
    pub(crate) const NAME: Self = Self(2);

    /// Whether nothing may begin here.
    pub(crate) fn is_nothing(self) -> bool {
        self.0 == 0
    }

    /// Whether `other` may begin here.
    pub(crate) fn contains(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The table.
#[derive(Clone, Debug)]
pub(crate) struct Openings(Box<[Opens]>);

impl Default for Openings {
    fn default() -> Self {
        Self(vec![Opens::default(); 1 << BITS].into())
    }
}

impl Openings {
    /// Adds a word or phrase, whatever its capitals. The first byte has to be ASCII.
    ///
    /// A second or third byte that is neither letter nor digit may be written in other ways (another dash,
    /// another space), so any byte is taken in its place.
    pub(crate) fn add(&mut self, written: &str, opens: Opens) {
        let bytes = written.as_bytes();
        let Some(first) = bytes.first() else { return };
        let choices = |at: usize| match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphanumeric() => *byte..=*byte,
            _ => 0..=u8::MAX,
        };
        // Behind a byte that is not settled the next one does not even have a fixed place.
        let third = if bytes.get(1).is_some_and(u8::is_ascii_alphanumeric) {
            choices(2)
        } else {
            0..=u8::MAX
        };
        for second in choices(1) {
            for third in third.clone() {
                self.0[place([*first, second, third])].0 |= opens.0;
            }
        }
    }

    /// What may begin at byte `at` of `bytes`.
    pub(crate) fn at(&self, bytes: &[u8], at: usize) -> Opens {
        let byte = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or(b' ');
        self.0[place([byte(0), byte(1), byte(2)])]
    }
}

/// Where the table has three bytes. Capitals count as small letters.
fn place([first, second, third]: [u8; 3]) -> usize {
    let key = u32::from_le_bytes([first, second, third, 0]) | 0x0020_2020;
    (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_known_whatever_its_capitals() {
        let mut openings = Openings::default();
        openings.add("Convention on the Rights of the Child", Opens::NAME);
        openings.add("C 2013", Opens::ANCHOR);
        openings.add("EU", Opens::NAME);
        for (text, opens) in [
            ("CONVENTION", Opens::NAME),
            ("conv", Opens::NAME),
            ("C\u{A0}2013", Opens::ANCHOR),
            ("EU", Opens::NAME),
            ("EU.", Opens::NAME),
        ] {
            assert!(openings.at(text.as_bytes(), 0).contains(opens), "{text}");
        }
        assert!(openings.at(b"The Committee", 0).is_nothing());
    }
}
