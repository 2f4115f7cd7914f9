//! What is said while a corpus is changed, and afterwards.

use std::path::Path;

use crate::index::Manifest;
use crate::store::Failure;

/// What has just happened.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// This many files are to be read, of this many bytes together.
    Found {
        /// Number of files.
        files: usize,
        /// Their size in bytes.
        bytes: u64,
    },
    /// A file was read, or could not be.
    Read {
        /// Its path.
        path: &'a Path,
        /// Its size in bytes.
        bytes: u64,
        /// Why it gave nothing.
        failure: Option<&'a Failure>,
    },
    /// This many documents that were read before a break-off are indexed first.
    GoingOn {
        /// Number of documents.
        documents: usize,
    },
    /// The rest of the index is written.
    Publishing,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop here; what was read stays.
    Stop,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were read and gave documents.
    pub read: usize,
    /// Files that are as they were.
    pub unchanged: usize,
    /// Files that gave nothing, with the reason.
    pub failed: Vec<(String, Failure)>,
    /// Files that were read with unreadable characters replaced.
    pub replaced: Vec<String>,
    /// Files whose documents are no longer held.
    pub forgotten: usize,
    /// Symbols under which documents with different texts are held: the symbol, and the files, the one
    /// that counts first.
    pub twice: Vec<(String, Vec<String>)>,
    /// What was found to be damaged and could not be mended.
    pub damaged: Vec<String>,
    /// Documents held now.
    pub documents: u32,
    /// Passages held now.
    pub passages: u64,
    /// The fingerprint of the corpus.
    pub fingerprint: String,
    /// Whether it was stopped before its end.
    pub stopped: bool,
}

impl Report {
    pub(super) fn tell(&mut self, manifest: &Manifest) {
        self.documents = manifest.documents;
        self.passages = manifest.passages;
        self.fingerprint.clone_from(&manifest.fingerprint);
    }
}
