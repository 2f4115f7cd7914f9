//! What is made once for each path and then kept, for several askers at the same time: who asks for the same path
//! waits until it is made, who asks for another one does not.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What was made for each path.
pub(super) struct Kept<T> {
    made: Mutex<HashMap<PathBuf, Arc<OnceLock<T>>>>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self {
            made: Mutex::default(),
        }
    }
}

impl<T: Clone> Kept<T> {
    /// What is kept for `path`, or else what `make` makes of it.
    pub(super) fn of(&self, path: &Path, make: impl FnOnce() -> T) -> T {
        let place = self.place(path);
        place.get_or_init(make).clone()
    }

    /// The place of `path`. The lock is held for the look-up alone.
    fn place(&self, path: &Path) -> Arc<OnceLock<T>> {
        // Nothing is half done where a panic leaves the lock.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(made.entry(path.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    #[test]
    fn one_path_is_made_once_and_does_not_wait_for_another() {
        let kept = &Kept::default();
        let (begun, has_begun) = channel();
        let (free, is_free) = channel();
        thread::scope(|scope| {
            let slow = scope.spawn(move || {
                kept.of(Path::new("slow"), || {
                    begun.send(()).unwrap();
                    // Ends the test where the other path waits for this one.
                    is_free.recv_timeout(Duration::from_secs(30)).is_ok()
                })
            });
            has_begun.recv().unwrap();
            assert!(kept.of(Path::new("other"), || true));
            free.send(()).unwrap();
            assert!(slow.join().unwrap());
        });
        assert!(kept.of(Path::new("slow"), || unreachable!()));
    }
}
