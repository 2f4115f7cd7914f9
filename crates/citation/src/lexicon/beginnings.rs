//! The beginnings of all names, with the names that end there.

use std::collections::HashMap;

use crate::words::{Key, KeyHasher};

/// Names by beginning. Most look-ups are in vain, and one bit tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings {
    /// By a beginning, the names that end with it in the order given; none where all go on.
    names: HashMap<Key, Vec<usize>, KeyHasher>,
    /// A bit for every beginning, at the place that its key says, and another for every one with which a name ends; a
    /// power of two.
    known: Box<[[u64; 2]]>,
}

impl Beginnings {
    pub(super) fn new(names: HashMap<Key, Vec<usize>, KeyHasher>) -> Self {
        // Eight bits for each beginning: one in thirteen of the others passes.
        let words = (names.len() * 8 / 64).next_power_of_two();
        let mut known = vec![[0; 2]; words].into_boxed_slice();
        for (key, ending) in &names {
            let (word, bit) = place(*key, words);
            known[word][0] |= bit;
            known[word][1] |= if ending.is_empty() { 0 } else { bit };
        }
        Self { names, known }
    }

    /// The names that end with a beginning, if any name begins so.
    pub(super) fn get(&self, beginning: Key) -> Option<&[usize]> {
        let (word, bit) = place(beginning, self.known.len());
        if self.known.get(word)?[0] & bit == 0 {
            return None;
        }
        self.names.get(&beginning).map(Vec::as_slice)
    }

    /// Like [`Self::get`], but where no name ends, one in thirteen of what none begins with is taken for a beginning.
    pub(super) fn get_likely(&self, beginning: Key) -> Option<&[usize]> {
        let (word, bit) = place(beginning, self.known.len());
        let [known, ends] = self.known.get(word)?;
        if known & bit != 0 && ends & bit == 0 {
            return Some(&[]);
        }
        self.get(beginning)
    }
}

/// Which of `words` words and which bit in it belong to a key.
fn place(key: Key, words: usize) -> (usize, u64) {
    // The map uses the lowest bits and the highest.
    let bits = key.bits() >> 16;
    ((bits >> 6) as usize & (words - 1), 1 << (bits & 63))
}
