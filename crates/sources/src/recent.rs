//! What was asked for lately, within a bound.
//!
//! Two maps: when the younger one is full it becomes the older one. So what is asked for again stays,
//! what is not goes, and nothing has to be kept in order.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;

/// A bounded store of values that cost something to make.
#[derive(Debug)]
pub struct Recent<K, V> {
    most: usize,
    maps: Mutex<Maps<K, V>>,
}

#[derive(Debug)]
struct Maps<K, V> {
    young: HashMap<K, V, RandomState>,
    old: HashMap<K, V, RandomState>,
    weight: usize,
}

impl<K: Eq + Hash + Clone, V: Clone> Recent<K, V> {
    /// Holds values of twice the weight `most` at the most, and one more.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            maps: Mutex::new(Maps {
                young: HashMap::default(),
                old: HashMap::default(),
                weight: 0,
            }),
        }
    }

    /// The value of `key`; what `make` makes of it, with its weight, where it is not held. Two who ask at
    /// once may both make it.
    ///
    /// # Errors
    /// What `make` fails with.
    pub fn get_or<E>(&self, key: &K, make: impl FnOnce() -> Result<(V, usize), E>) -> Result<V, E> {
        if let Some(value) = self.get(key) {
            return Ok(value);
        }
        let (value, weight) = make()?;
        self.put(key.clone(), value.clone(), weight);
        Ok(value)
    }

    fn get(&self, key: &K) -> Option<V> {
        let mut maps = self.lock();
        if let Some(value) = maps.young.get(key) {
            return Some(value.clone());
        }
        let value = maps.old.remove(key)?;
        maps.young.insert(key.clone(), value.clone());
        Some(value)
    }

    fn put(&self, key: K, value: V, weight: usize) {
        let mut maps = self.lock();
        if maps.weight + weight > self.most {
            maps.old = std::mem::take(&mut maps.young);
            maps.weight = 0;
        }
        maps.weight += weight;
        maps.young.insert(key, value);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Maps<K, V>> {
        // No code of others runs under the lock, so it is never left half done.
        self.maps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_again_stays_and_the_rest_goes() {
        let recent = Recent::new(10);
        let mut made = Vec::new();
        let mut get = |key: u32| {
            recent.get_or(&key, || {
                made.push(key);
                Ok::<_, ()>((key * 2, 1))
            })
        };
        for key in 0..100 {
            assert_eq!(get(key), Ok(key * 2));
            assert_eq!(get(7), Ok(14));
        }
        assert_eq!(get(99), Ok(198));
        assert_eq!(get(50), Ok(100));
        assert_eq!(made.len(), 101, "{made:?}");
        assert!(
            recent
                .get_or(&1000, || Err::<(u32, usize), _>("no"))
                .is_err()
        );
    }
}
