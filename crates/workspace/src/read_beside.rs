//! What was read beside the drafts, and how it was then: who is told of no changes can look whether there are any.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Home;

/// Something that is read beside the drafts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReadFrom {
    /// Where the drafts in a folder are at home.
    Home(PathBuf),
    /// A file: settings, accepted findings, what names the newest index of a corpus.
    File(PathBuf),
    /// A folder of sources.
    Sources(PathBuf),
}

impl ReadFrom {
    /// How it is now: equal as long as nothing has changed there.
    fn state(&self) -> u64 {
        match self {
            Self::Home(folder) => hash(&Home::of_folder(folder)),
            Self::File(file) => {
                let about = fs::metadata(file).ok();
                hash(&about.map(|about| (about.modified().ok(), about.len())))
            }
            Self::Sources(folder) => hash(&corpus::state_of(folder)),
        }
    }

    /// Whether a change at `path` is one of it.
    fn holds(&self, path: &Path) -> bool {
        match self {
            Self::Home(_) => false,
            Self::File(file) => file == path,
            Self::Sources(folder) => path.starts_with(folder),
        }
    }
}

/// What was read beside the drafts, and how it was. Its lock is held for moments only.
#[derive(Default)]
pub(crate) struct ReadBeside(Mutex<HashMap<ReadFrom, u64>>);

impl ReadBeside {
    /// Takes note of what is about to be read. Of what several read, the state counts that the first has read.
    pub(crate) fn note(&self, what: ReadFrom) {
        let state = what.state();
        self.lock().entry(what).or_insert(state);
    }

    /// The same of what is known to be in a state, as [`ReadFrom::state`] has it.
    pub(crate) fn note_as(&self, what: ReadFrom, state: &impl Hash) {
        let state = hash(state);
        self.lock().entry(what).or_insert(state);
    }

    /// Whether anything that `matters` is another than it was. Looks at files.
    pub(crate) fn has_changed(&self, matters: impl Fn(&ReadFrom) -> bool) -> bool {
        let noted = self.lock().clone();
        let mut noted = noted.iter().filter(|(what, _)| matters(what));
        noted.any(|(what, then)| what.state() != *then)
    }

    /// What of it a change at `path` is one of.
    pub(crate) fn at(&self, path: &Path) -> Vec<ReadFrom> {
        let noted = self.lock();
        let held = noted.keys().filter(|what| what.holds(path));
        held.cloned().collect()
    }

    pub(crate) fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ReadFrom, u64>> {
        // A panic under the lock leaves at most an entry out.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_counts_for_whoever_has_read_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("accepted.tsv");
        let what = || ReadFrom::File(file.clone());
        let beside = ReadBeside::default();
        beside.note(what());
        fs::write(&file, "other").unwrap();
        beside.note(what());
        assert!(beside.has_changed(|_| true));
        assert!(!beside.has_changed(|it| *it != what()));
        beside.forget();
        beside.note(what());
        assert!(!beside.has_changed(|_| true));
    }
}
