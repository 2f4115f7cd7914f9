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
    /// Each value with its weight.
    young: HashMap<K, (V, usize), RandomState>,
    old: HashMap<K, (V, usize), RandomState>,
    /// The weight of the younger ones.
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
        if let Some((value, _)) = maps.young.get(key) {
            return Some(value.clone());
        }
        let (value, weight) = maps.old.remove(key)?;
        maps.put(key.clone(), value.clone(), weight, self.most);
        Some(value)
    }

    fn put(&self, key: K, value: V, weight: usize) {
        self.lock().put(key, value, weight, self.most);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Maps<K, V>> {
        // No code of others runs under the lock, so it is never left half done.
        self.maps.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash, V> Maps<K, V> {
    fn put(&mut self, key: K, value: V, weight: usize, most: usize) {
        if self.weight + weight > most {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
        self.weight += weight;
        self.young.insert(key, (value, weight));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_from_the_old_to_the_young_is_weighed() {
        let recent = Recent::new(10);
        for key in 0..20 {
            recent.get_or(&key, || Ok::<_, ()>((key, 1))).unwrap();
        }
        for key in 0..20 {
            recent.get(&key);
        }
        let maps = recent.lock();
        assert!(maps.young.len() <= 10 && maps.old.len() <= 10);
    }

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
