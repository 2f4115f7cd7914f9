//! A file with a lock on it that goes when this process lets go of it.
//!
//! Closing the file is not enough for that: a child process that is being started holds a copy of every
//! open file until it runs its program, and with the copy the lock. So the lock is taken off by name.

use std::fs::{File, TryLockError};
use std::io;

/// A file whose lock is ours until this is dropped.
#[derive(Debug)]
pub(crate) struct LockedFile(File);

impl LockedFile {
    /// Locks `file` for this process alone.
    ///
    /// # Errors
    /// When somebody else holds a lock on it, or the file system knows none.
    pub(crate) fn alone(file: File) -> Result<Self, TryLockError> {
        file.try_lock().map(|()| Self(file))
    }

    /// Locks `file` together with others who only read.
    ///
    /// # Errors
    /// When the file system knows no locks.
    pub(crate) fn together(file: File) -> io::Result<Self> {
        file.lock_shared().map(|()| Self(file))
    }
}

impl Drop for LockedFile {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_a_child_still_holds_keeps_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("LOCK");
        let open = || File::create(&path).unwrap();
        for lock in [
            |file| LockedFile::alone(file).unwrap(),
            |file| LockedFile::together(file).unwrap(),
        ] {
            let file = open();
            let copy = file.try_clone().unwrap();
            let locked = lock(file);
            assert!(LockedFile::alone(open()).is_err());
            drop(locked);
            assert!(LockedFile::alone(open()).is_ok());
            drop(copy);
        }
    }
}
