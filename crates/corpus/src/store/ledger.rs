//! What a corpus holds, as its batches tell: files with what came of them, and the declared coverage.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::batch::{Batch, Declared, FileEntry, Held, Place};
use super::record::Identity;

/// What a corpus holds.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    files: BTreeMap<Arc<str>, FileEntry>,
    coverage: Vec<Declared>,
    /// Where the content of a document stands, so that it is written once.
    contents: HashMap<Identity, (Place, u32)>,
    next_number: u32,
}

impl Ledger {
    /// Takes in what was done in one step.
    pub(crate) fn apply(&mut self, batch: Batch) {
        for entry in batch.files {
            for held in &entry.documents {
                self.next_number = self.next_number.max(held.number.saturating_add(1));
                self.contents
                    .insert(held.identity, (held.place, held.length));
            }
            self.files.insert(entry.path.as_str().into(), entry);
        }
        for path in batch.forgotten {
            self.files.remove(path.as_str());
        }
        if let Some(coverage) = batch.coverage {
            self.coverage = coverage;
        }
    }

    /// Every known file, in the order of paths.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Arc<str>, &FileEntry)> {
        self.files.iter()
    }

    /// The file at `path`.
    pub(crate) fn file(&self, path: &str) -> Option<&FileEntry> {
        self.files.get(path)
    }

    /// Every document with the path of its file, in the order of their numbers.
    pub(crate) fn documents(&self) -> Vec<(Held, Arc<str>)> {
        let mut documents: Vec<(Held, Arc<str>)> = self
            .files
            .iter()
            .flat_map(|(path, state)| state.documents.iter().map(|held| (*held, Arc::clone(path))))
            .collect();
        documents.sort_by_key(|(held, _)| held.number);
        documents
    }

    /// Everything that is held, as one batch.
    pub(crate) fn summary(&self) -> Batch {
        Batch {
            files: self.files.values().cloned().collect(),
            forgotten: Vec::new(),
            coverage: Some(self.coverage.clone()),
        }
    }

    /// The series that are declared to be held in full.
    pub(crate) fn coverage(&self) -> &[Declared] {
        &self.coverage
    }

    /// Where the content with this identity stands, if it does.
    pub(crate) fn content(&self, identity: Identity) -> Option<(Place, u32)> {
        self.contents.get(&identity).copied()
    }

    /// Remembers where a content stands before its batch is closed.
    pub(crate) fn remember(&mut self, identity: Identity, place: Place, length: u32) {
        self.contents.insert(identity, (place, length));
    }

    /// Forgets where all contents stand, so that each is written again.
    pub(crate) fn forget_contents(&mut self) {
        self.contents.clear();
    }

    /// The number for the next document.
    pub(crate) fn take_number(&mut self) -> u32 {
        let number = self.next_number;
        self.next_number = self.next_number.saturating_add(1);
        number
    }
}
