//! What is no longer held: files that are gone, documents that are taken out, folders that can't be listed.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Gone;
use super::session::Session;
use crate::error::CorpusError;
use crate::files::{Found, Unlisted};
use crate::index::{Class, Generation};
use crate::store::{Failure, FileEntry};

impl Session {
    /// Notes that a folder, a part of it, or a file that was named can't be found or listed.
    pub(super) fn note_unlisted(&mut self, folder: &Unlisted, gone: Gone) {
        let path = folder.path.to_string_lossy().into_owned();
        let mut entry = FileEntry {
            failure: Some(Failure {
                stage: "open".to_owned(),
                reason: format!("the folder cannot be read ({})", folder.reason),
                advice: "Check that the folder exists and that you may open it.".to_owned(),
            }),
            ..FileEntry::blank(path.clone())
        };
        self.keep_documents(&mut entry, gone);
        self.report
            .failed
            .extend(entry.failure.clone().map(|failure| (path.clone(), failure)));
        let known = self.store.ledger().file(&path);
        if known.is_some_and(|known| known.failure == entry.failure) {
            return;
        }
        self.is_changed = true;
        self.store.note(entry);
    }

    /// Forgets every file below `roots` that is no longer found; what can't be listed now is kept.
    pub(super) fn forget_gone(
        &mut self,
        roots: &[PathBuf],
        found: &[Found],
        unlisted: &[Unlisted],
    ) {
        let found: HashSet<&Path> = found.iter().map(|file| file.path.as_path()).collect();
        let below = |path: &Path| {
            roots.iter().any(|root| path.starts_with(root))
                && !unlisted.iter().any(|folder| path.starts_with(&folder.path))
        };
        self.forget(|path, _| below(path) && !found.contains(path));
    }

    /// Forgets the files that `which` picks.
    fn forget(&mut self, which: impl Fn(&Path, &FileEntry) -> bool) {
        let gone: Vec<Arc<str>> = self
            .store
            .ledger()
            .files()
            .filter(|(path, file)| which(Path::new(&***path), file))
            .map(|(path, _)| Arc::clone(path))
            .collect();
        self.report.forgotten += gone.len();
        self.is_changed |= !gone.is_empty();
        for path in gone {
            self.store.forget(&path);
        }
    }

    /// Takes out what `name` names: everything below the path `absolute`, or the documents with a symbol.
    pub(super) fn remove(&mut self, name: &str, absolute: &Path) -> Result<(), CorpusError> {
        self.forget(|path, _| path == Path::new(name) || path.starts_with(absolute));
        let numbers = self.numbers_of(name)?;
        let mut files: Vec<FileEntry> = self
            .store
            .ledger()
            .files()
            .map(|(_, file)| file)
            .filter(|file| {
                file.documents
                    .iter()
                    .any(|held| numbers.contains(&held.number))
            })
            .cloned()
            .collect();
        for file in &mut files {
            file.documents
                .retain(|held| !numbers.contains(&held.number));
        }
        self.report.forgotten += files.len();
        self.is_changed |= !files.is_empty();
        for file in files {
            if file.documents.is_empty() {
                self.store.forget(&file.path);
            } else {
                self.store.note(file);
            }
        }
        Ok(())
    }

    /// Numbers of the documents with this symbol, by the generation in use.
    fn numbers_of(&self, symbol: &str) -> Result<HashSet<u32>, CorpusError> {
        let (Some(symbol), Some((name, _))) = (citation::Symbol::parse(symbol), &self.current)
        else {
            return Ok(HashSet::new());
        };
        let generation = Generation::open(self.store.layout(), name.clone())?;
        let folded = sources::fold(symbol.canonical());
        let rows = generation.dictionary.exact(Class::Symbol, &folded);
        Ok(rows
            .into_iter()
            .filter_map(|row| generation.table.get(row))
            .map(|(held, _)| held.number)
            .collect())
    }
}
