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
    /// Adds a stretch of ASCII, whatever its capitals, which a text may go on behind.
    pub(crate) fn add_stretch(&mut self, written: &str, opens: Opens) {
        match written.as_bytes() {
            [first] => (0..128).for_each(|second| self.add_stretch_of_two([*first, second], opens)),
            [first, second] => self.add_stretch_of_two([*first, *second], opens),
            _ => self.add_words(written, opens),
        }
    }

    fn add_stretch_of_two(&mut self, [first, second]: [u8; 2], opens: Opens) {
        for third in 0..128 {
            self.0[place([first, second, third])].0 |= opens.0;
        }
    }

    /// Adds whole words, whatever their capitals.
    pub(crate) fn add_words(&mut self, written: &str, opens: Opens) {
        self.0[place(start(written.as_bytes(), 0))].0 |= opens.0;
    }

    /// What may begin at byte `at` of `bytes`.
    pub(crate) fn at(&self, bytes: &[u8], at: usize) -> Opens {
        self.0[place(start(bytes, at))]
    }
}

/// Three bytes from `at` on.
fn start(bytes: &[u8], at: usize) -> [u8; 3] {
    let rest = bytes.get(at..).unwrap_or_default();
    if let Some(start) = rest.first_chunk() {
        return *start;
    }
    std::array::from_fn(|index| rest.get(index).copied().unwrap_or(0))
}

/// ASCII letters and digits, capitals as small letters; every other byte may be written in more ways than one
/// and is no different from the end of the word.
const LETTERS: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    letters
};

/// Where the table has what a word begins with.
fn place(start: [u8; 3]) -> usize {
    let [first, second, third] = start.map(|byte| LETTERS[usize::from(byte)]);
    let third = if second == 0 { 0 } else { third };
    let key = u32::from_le_bytes([first, second, third, 0]);
    (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_known_whatever_its_capitals() {
        let mut openings = Openings::default();
        openings.add_words("Convention on the Rights of the Child", Opens::NAME);
        openings.add_words("A World Fit for Children", Opens::NAME);
        openings.add_words("EU", Opens::NAME);
        openings.add_stretch("CM", Opens::ANCHOR);
        openings.add_stretch("C 2013", Opens::ANCHOR);
        for (text, opens) in [
            ("CONVENTION", Opens::NAME),
            ("conv", Opens::NAME),
            ("A\u{A0}world", Opens::NAME),
            ("EU", Opens::NAME),
            ("EU’s", Opens::NAME),
            ("CM/Rec", Opens::ANCHOR),
            ("CM2020", Opens::ANCHOR),
            ("C 2013/20", Opens::ANCHOR),
        ] {
            assert!(openings.at(text.as_bytes(), 0).contains(opens), "{text}");
        }
        for text in ["The Committee", "Africa", "Con", "EUR", "C", ""] {
            let opens = openings.at(text.as_bytes(), 0);
            assert!(!opens.contains(Opens::NAME) || text == "Con", "{text}");
        }
    }
}
