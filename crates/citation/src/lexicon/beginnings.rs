//! The beginnings of all names, with the names that end there.

use std::collections::HashMap;

use crate::words::{Key, KeyHasher};

/// Names by beginning. Most look-ups are in vain, and one bit tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings {
    /// By a beginning, the names that end with it in the order given; none where all go on.
    names: HashMap<Key, Vec<usize>, KeyHasher>,
    /// A bit for every beginning, at the place that its key says; a power of two.
    known: Box<[u64]>,
}

impl Beginnings {
    pub(super) fn new(names: HashMap<Key, Vec<usize>, KeyHasher>) -> Self {
        // Eight bits for each beginning: one in thirteen of the others passes.
        let words = (names.len() * 8 / 64).next_power_of_two();
        let mut known = vec![0; words].into_boxed_slice();
        for key in names.keys() {
            let (word, bit) = place(*key, words);
            known[word] |= bit;
        }
        Self { names, known }
    }

    /// The names that end with a beginning, if any name begins so.
    pub(super) fn get(&self, beginning: Key) -> Option<&[usize]> {
        let (word, bit) = place(beginning, self.known.len());
        if self.known.get(word)? & bit == 0 {
            return None;
        }
        self.names.get(&beginning).map(Vec::as_slice)
    }
}

/// Which of `words` words and which bit in it belong to a key.
fn place(key: Key, words: usize) -> (usize, u64) {
    // The map uses the lowest bits and the highest.
    let bits = key.bits() >> 16;
    ((bits >> 6) as usize & (words - 1), 1 << (bits & 63))
}
