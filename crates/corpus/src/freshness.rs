//! Whether the index of a folder is still what the folder holds.
//!
//! The state of a folder is a hash over the names, sizes and times of its files. The writer notes the
//! state that it has indexed; a reader compares it with the state that it sees.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::CorpusError;
use crate::files;
use crate::import::READERS;
use crate::layout::{Layout, write_atomically};

/// The file with the state that was indexed.
const STATE: &str = "FOLDER";

/// The state of a folder of sources.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FolderState {
    hash: String,
    /// Number of files.
    pub files: usize,
    /// Their size in bytes, together.
    pub bytes: u64,
}

/// The state of `sources` now.
pub fn state_of(sources: &Path) -> FolderState {
    let absolute = std::path::absolute(sources).unwrap_or_else(|_| sources.to_owned());
    let (found, unlisted) = files::below(&absolute);
    let mut hasher = blake3::Hasher::new();
    hasher.update(&READERS.to_le_bytes());
    for file in &found {
        hasher.update(file.path.as_os_str().as_encoded_bytes());
        hasher.update(&[0]);
        hasher.update(&file.size.to_le_bytes());
        hasher.update(&file.modified.to_le_bytes());
    }
    for folder in &unlisted {
        hasher.update(folder.path.as_os_str().as_encoded_bytes());
        hasher.update(&[1]);
        hasher.update(folder.reason.as_bytes());
    }
    FolderState {
        hash: hasher.finalize().to_hex().to_string(),
        files: found.len(),
        bytes: found.iter().map(|file| file.size).sum(),
    }
}

/// The file that is another whenever the corpus at `root` is.
pub fn pointer(root: &Path) -> PathBuf {
    Layout::new(root).current()
}

/// Whether the index at `root` was last made from a folder in this state.
pub fn is_fresh(root: &Path, state: &FolderState) -> bool {
    fs::read_to_string(root.join(STATE)).is_ok_and(|noted| noted.trim() == state.hash)
        && Layout::new(root).current().exists()
}

/// Notes the state that was indexed.
pub(crate) fn write(root: &Path, state: &FolderState) -> Result<(), CorpusError> {
    write_atomically(&root.join(STATE), state.hash.as_bytes())
}
