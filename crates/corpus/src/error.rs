//! What can go wrong with a corpus, in a drafter's words.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::Holder;

/// Why a corpus, or a part of it, cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// Nothing has been added yet: there is no corpus in that folder.
    #[error("there is no corpus in {}", .0.display())]
    Missing(PathBuf),
    /// It was written by a newer version, in a form that this one does not know.
    #[error("the corpus in {} was written by a newer version of penholder; install that version to use it", .0.display())]
    Newer(PathBuf),
    /// A part of it does not say what was written.
    #[error("the corpus is damaged: {what}; `penholder corpus rebuild` mends it")]
    Damaged {
        /// Which part, and how.
        what: String,
    },
    /// Somebody else is writing to it.
    #[error("another process is changing the corpus: {0}")]
    Locked(Holder),
    /// There is no room left.
    #[error("the disk is full; what was added before is safe, and adding goes on from there")]
    Full,
    /// It may not be written.
    #[error("{} may not be written", .0.display())]
    ReadOnly(PathBuf),
    /// The folder belongs to something else.
    #[error("{} is not empty and is no corpus", .0.display())]
    NotACorpus(PathBuf),
    /// The system refuses.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl CorpusError {
    /// An error of the system at `path`, with the two that a drafter can do something about told apart.
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly(path.to_owned())
            }
            _ => Self::Io {
                path: path.to_owned(),
                source,
            },
        }
    }

    /// Damage to the part that `what` names.
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

/// Names the file when the system refuses.
pub(crate) trait At<T> {
    /// Turns an error of the system into one that names `path`.
    fn at(self, path: &Path) -> Result<T, CorpusError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, CorpusError> {
        self.map_err(|error| CorpusError::io(path, error))
    }
}
