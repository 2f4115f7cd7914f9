//! One writer at a time, and everybody else is told who it is.
//!
//! The operating system holds the lock and lets it go when the process ends, however it ends. Who holds
//! it stands in a file beside it, because a locked file cannot be read everywhere.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::{At, CorpusError};
use crate::locked::LockedFile;

/// Who is changing a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Number of the process.
    pub process: u32,
    /// What it was started for: "corpus add".
    pub command: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.process == 0 {
            return out.write_str("it does not say which");
        }
        write!(out, "`{}`, process {}", self.command, self.process)
    }
}

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: LockedFile,
}

impl Lock {
    /// Takes the lock file at `path` for `command`.
    ///
    /// # Errors
    /// When another process has it, or the folder may not be written.
    pub(crate) fn take(path: &Path, command: &str) -> Result<Self, CorpusError> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .at(path)?;
        let beside = path.with_extension("holder");
        let file = match LockedFile::alone(file) {
            Ok(file) => file,
            Err(TryLockError::WouldBlock) => {
                let holder = fs::read(&beside)
                    .ok()
                    .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                    .unwrap_or_default();
                return Err(CorpusError::Locked(holder));
            }
            Err(TryLockError::Error(error)) => return Err(CorpusError::io(path, error)),
        };
        let holder = Holder {
            process: std::process::id(),
            command: command.to_owned(),
        };
        // Only for the words of a message: without it the lock holds as well.
        if let Ok(bytes) = serde_json::to_vec(&holder) {
            let _ = fs::write(&beside, bytes);
        }
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_writer_is_told_who_the_first_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("LOCK");
        let first = Lock::take(&path, "corpus add").unwrap();
        let Err(CorpusError::Locked(holder)) = Lock::take(&path, "corpus remove") else {
            panic!("the lock is taken");
        };
        assert_eq!(holder.process, std::process::id());
        assert_eq!(holder.command, "corpus add");
        drop(first);
        assert!(Lock::take(&path, "corpus remove").is_ok());
    }
}
