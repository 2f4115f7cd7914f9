//! What the words that may begin a reference begin with: a table by their first three bytes, and at each place of
//! it the stretches that begin so, with what tells them from most other words.
//!
//! A look-up tells at once that most capitalised words of a text open nothing. It may say yes for a
//! word that opens nothing, never no for one that does.

use crate::words::eight_at;

/// Bits of the hash, so the size of the table: small beside a first-level cache.
const BITS: u32 = 13;

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
pub(crate) struct Openings {
    /// By the hash of three bytes, the last stretch added there.
    last: Box<[u16]>,
    /// By the first byte, the same for stretches of one byte.
    last_short: [u16; 256],
    /// Behind one that stands for none.
    stretches: Vec<Stretch>,
}

/// The place of the stretch that stands for none, at the end of every chain, and of the one that stands for all.
const NONE: u16 = 0;
const ANY: u16 = 1;

/// Up to eight bytes, letters without their case, the first lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Eight {
    bytes: u64,
    /// The bits that count: there may be fewer bytes.
    mask: u64,
}

impl Eight {
    /// What a letter has in one case only.
    const CASE: u64 = 0x2020_2020_2020_2020;

    /// Nothing, which stands everywhere.
    const NONE: Self = Self { bytes: 0, mask: 0 };

    /// The first `length` bytes of `written`, eight at most.
    fn new(written: &[u8], length: usize) -> Self {
        if length == 0 {
            return Self::NONE;
        }
        let mask = u64::MAX >> (64 - 8 * length.min(8));
        Self {
            bytes: (eight_at(written, 0) | Self::CASE) & mask,
            mask,
        }
    }

    /// The last bytes of `written`, eight at most, the last highest.
    fn ending(written: &[u8]) -> Self {
        let length = written.len().min(8);
        if length == 0 {
            return Self::NONE;
        }
        let shift = 64 - 8 * length;
        let mask = u64::MAX << shift;
        let bytes = eight_at(written, written.len() - length) << shift;
        Self {
            bytes: (bytes | Self::CASE) & mask,
            mask,
        }
    }

    const fn are(self, eight: u64) -> bool {
        (eight | Self::CASE) & self.mask == self.bytes
    }
}

/// What a word may begin with.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    start: Eight,
    rest: Rest,
    /// The bytes before it, the last highest.
    before: Eight,
    opens: Opens,
    /// The stretch added before it at the same place.
    next: u16,
}

/// What a stretch goes on with.
#[derive(Clone, Copy, Debug)]
enum Rest {
    /// The eight bytes behind the first.
    Bytes(Eight),
    /// The end of a first word of `length` bytes, and of the second words that may follow the kinds of first
    /// bytes, a bit each.
    Word { length: usize, kinds: u64 },
}

impl Rest {
    /// Adds what `other` goes on with, where the two are told apart by no more than that.
    fn takes_in(&mut self, other: Self) -> bool {
        match (self, other) {
            (Self::Bytes(own), Self::Bytes(other)) => *own == other,
            (
                Self::Word { length, kinds },
                Self::Word {
                    length: same,
                    kinds: more,
                },
            ) if *length == same => {
                *kinds |= more;
                true
            }
            _ => false,
        }
    }

    /// Whether `bytes` may go on so behind the stretch that begins at `at`.
    fn may_follow(self, bytes: &[u8], at: usize) -> bool {
        match self {
            Self::Bytes(eight) => eight.mask == 0 || eight.are(eight_at(bytes, at + 8)),
            Self::Word { length, kinds } => match bytes.get(at + length..) {
                Some([b' ', next, ..]) => kinds & kind(*next) != 0,
                // A footnote figure may be glued to the word.
                Some([next, ..]) => !next.is_ascii_alphabetic(),
                _ => true,
            },
        }
    }
}

/// The bit of the kind of `byte`: every letter and digit has one of its own, all other bytes share the last.
fn kind(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'A'..=b'Z' => 1 << (byte - b'A'),
        b'0'..=b'9' => 1 << (byte - b'0' + 26),
        _ => 1 << 63,
    }
}

/// The eight bytes before `at`, the last highest; zeros before the beginning.
fn eight_before(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes[..at].last_chunk() {
        return u64::from_le_bytes(*eight);
    }
    eight_at(bytes, 0) << 8 << (56 - 8 * at)
}

impl Stretch {
    /// Whether all but the first bytes of the stretch may stand at `at`.
    fn may_stand(&self, bytes: &[u8], at: usize) -> bool {
        let fits = self.before.mask == 0 || self.before.are(eight_before(bytes, at));
        fits && self.rest.may_follow(bytes, at)
    }

    /// What stands in the stead of all others when there are too many to count.
    const ANYTHING: Self = Self {
        start: Eight::NONE,
        rest: Rest::Bytes(Eight::NONE),
        before: Eight::NONE,
        opens: Opens(Opens::ANCHOR.0 | Opens::NAME.0),
        next: NONE,
    };
}

impl Default for Openings {
    fn default() -> Self {
        Self {
            last: vec![NONE; 1 << BITS].into(),
            last_short: [NONE; 256],
            stretches: vec![Stretch::ANYTHING; 2],
        }
    }
}

impl Openings {
    /// Adds a stretch of ASCII, whatever its capitals, which a text may go on behind and which stands behind
    /// `before`.
    pub(crate) fn add_stretch(&mut self, before: &str, written: &str, opens: Opens) {
        let bytes = written.as_bytes();
        let behind = bytes.get(8..).unwrap_or_default();
        let stretch = Stretch {
            start: Eight::new(bytes, bytes.len()),
            rest: Rest::Bytes(Eight::new(behind, behind.len())),
            before: Eight::ending(before.as_bytes()),
            opens,
            next: NONE,
        };
        match *bytes {
            [] => {}
            [first] => {
                self.add_short(first.to_ascii_lowercase(), stretch);
                self.add_short(first.to_ascii_uppercase(), stretch);
            }
            [first, second] => {
                for third in 0..128 {
                    self.add(place([first, second, third]), stretch);
                }
            }
            _ => self.add(place_of(eight_at(bytes, 0)), stretch),
        }
    }

    /// Adds whole words, whatever their capitals.
    pub(crate) fn add_words(&mut self, written: &str, opens: Opens) {
        let bytes = written.as_bytes();
        // What stands behind the first word may be written in more ways than one.
        let letters = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric())
            .count();
        let kinds = match bytes[letters..] {
            // More than one space may stand where the name has one.
            [b' ', next, ..] if next.is_ascii_alphanumeric() => kind(next) | 1 << 63,
            _ => u64::MAX,
        };
        let stretch = Stretch {
            start: Eight::new(bytes, letters),
            rest: Rest::Word {
                length: letters,
                kinds,
            },
            before: Eight::NONE,
            opens,
            next: NONE,
        };
        self.add(place_of(eight_at(bytes, 0)), stretch);
    }

    fn add(&mut self, place: usize, stretch: Stretch) {
        self.last[place] = self.chained(self.last[place], stretch);
    }

    fn add_short(&mut self, first: u8, stretch: Stretch) {
        let first = usize::from(first);
        self.last_short[first] = self.chained(self.last_short[first], stretch);
    }

    /// The last stretch of the chain that ends with `last`, once `stretch` belongs to it.
    fn chained(&mut self, last: u16, stretch: Stretch) -> u16 {
        let mut next = last;
        while next != NONE {
            let known = &mut self.stretches[usize::from(next)];
            let same = (known.start, known.before, known.opens)
                == (stretch.start, stretch.before, stretch.opens);
            if same && known.rest.takes_in(stretch.rest) {
                return last;
            }
            next = known.next;
        }
        let Ok(place) = u16::try_from(self.stretches.len()) else {
            return ANY;
        };
        self.stretches.push(Stretch {
            next: last,
            ..stretch
        });
        place
    }

    /// What may begin at byte `at` of `bytes`.
    #[inline]
    pub(crate) fn at(&self, bytes: &[u8], at: usize) -> Opens {
        let eight = eight_at(bytes, at);
        let mut opens = self.along(self.last[place_of(eight)], eight, bytes, at);
        let short = self.last_short[usize::from(eight as u8)];
        if short != NONE {
            opens.0 |= self.along(short, eight, bytes, at).0;
        }
        opens
    }

    /// What the stretches of the chain that ends with `last` open where they stand at `at`, with `eight` bytes.
    #[inline]
    fn along(&self, last: u16, eight: u64, bytes: &[u8], at: usize) -> Opens {
        let mut opens = Opens::default();
        let mut next = last;
        while next != NONE {
            let known = &self.stretches[usize::from(next)];
            if known.start.are(eight) && known.may_stand(bytes, at) {
                opens.0 |= known.opens.0;
            }
            next = known.next;
        }
        opens
    }
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

/// Where the table has what these bytes begin with.
fn place_of(eight: u64) -> usize {
    let [first, second, third, ..] = eight.to_le_bytes();
    place([first, second, third])
}

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
        openings.add_stretch("", "CM", Opens::ANCHOR);
        openings.add_stretch("esolution ", "1", Opens::ANCHOR);
        openings.add_stretch("", "C 2013", Opens::ANCHOR);
        for (text, opens) in [
            ("CONVENTION", Opens::NAME),
            ("A\u{A0}world", Opens::NAME),
            ("EU", Opens::NAME),
            ("EU’s", Opens::NAME),
            ("CM/Rec", Opens::ANCHOR),
            ("CM2020", Opens::ANCHOR),
            ("C 2013/20", Opens::ANCHOR),
        ] {
            assert!(openings.at(text.as_bytes(), 0).contains(opens), "{text}");
        }
        for text in [
            "The Committee",
            "Africa",
            "Conversion",
            "Con",
            "EAR",
            "C",
            "",
        ] {
            let opens = openings.at(text.as_bytes(), 0);
            assert!(!opens.contains(Opens::NAME), "{text}");
        }
    }

    #[test]
    fn more_than_can_be_counted_are_all_known() {
        let mut openings = Openings::default();
        let words: Vec<String> = (0..70_000)
            .map(|number| format!("Abc{number:05}"))
            .collect();
        for word in &words {
            openings.add_words(word, Opens::NAME);
        }
        for word in [&words[0], &words[69_999]] {
            assert!(openings.at(word.as_bytes(), 0).contains(Opens::NAME));
        }
    }
}
