//! Every workspace in use, opened when a draft first asks for it and kept until something beside the
//! drafts changes.
//!
//! [`Workspaces::of`] may read files, so a server calls it from its pool; the rest only takes note and
//! returns at once, even while something is being read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::analysis::{Complaint, Workspace};
use crate::indexing::{Indexers, Indexing};
use crate::{Home, Location, Shelves, Stated};

/// How often it is looked whether a newer index was published.
const GLANCE: Duration = Duration::from_secs(1);

/// Every workspace in use.
#[derive(Default)]
pub struct Workspaces {
    shelves: Shelves,
    indexers: Indexers,
    wished: Arc<Mutex<Wished>>,
    kept: Mutex<Kept>,
}

/// What the editor wishes. Its lock is held for moments only.
#[derive(Clone, Default)]
struct Wished {
    /// Folder for texts that are no file.
    root: Option<PathBuf>,
    /// What the editor's own settings say.
    client: Stated,
    /// Counts what has changed beside the drafts.
    generation: u64,
}

/// What was read. Its lock is held while files are read.
#[derive(Default)]
struct Kept {
    generation: u64,
    homes: HashMap<PathBuf, Home>,
    open: HashMap<Home, Arc<Workspace>>,
    /// What each settings file said when it was last in order.
    last_good: HashMap<PathBuf, Stated>,
    /// When it was last looked whether a newer index was published.
    looked: Option<Instant>,
}

impl Workspaces {
    /// Workspaces that stand on what a shell lends them.
    pub fn new(shelves: Shelves) -> Self {
        Self {
            shelves,
            ..Self::default()
        }
    }

    /// Calls `listener` when the index of a folder is brought up to date in the background, from a thread
    /// of its own.
    pub fn on_indexing(&self, listener: impl Fn(Indexing) + Send + Sync + 'static) {
        self.indexers.listen(Arc::new(listener));
    }

    /// Stops bringing the index of `folder` up to date. What was read stays read.
    pub fn cancel_indexing(&self, folder: &Path) {
        self.indexers.cancel(folder);
    }

    /// The workspace a text belongs to. Reads files when it is the first of its home.
    pub fn of(&self, location: &Location) -> Arc<Workspace> {
        let mut kept = lock(&self.kept);
        let wished = lock(&self.wished).clone();
        kept.forget_before(wished.generation);
        kept.forget_outdated(&self.indexers);
        let folder = match location.path() {
            Some(path) => path.parent().map(Path::to_owned),
            None => wished.root,
        };
        let home = folder.map_or_else(Home::default, |folder| kept.home(folder));
        if let Some(open) = kept.open.get(&home) {
            return Arc::clone(open);
        }
        let workspace = Arc::new(self.open(&mut kept, home.clone(), &wished.client));
        kept.open.insert(home, Arc::clone(&workspace));
        workspace
    }

    fn open(&self, kept: &mut Kept, home: Home, client: &Stated) -> Workspace {
        let mut complaints = Vec::new();
        let stated = match &home.settings {
            Some(file) => kept.read_settings(file, &mut complaints),
            None => Stated::default(),
        };
        let folder = home.settings.as_deref().and_then(Path::parent);
        let pinned = stated.corpus.clone().in_folder(folder);
        let settings = stated.or(client).settled();
        let wished = Arc::clone(&self.wished);
        let after = move || lock(&wished).generation += 1;
        let opened = self
            .shelves
            .open(home.sources.as_deref(), &pinned, &self.indexers, after);
        Workspace::new(home, settings, opened, complaints)
    }

    /// Takes the folder that texts without a file belong to.
    pub fn set_root(&self, folder: Option<PathBuf>) {
        let mut wished = lock(&self.wished);
        wished.root = folder;
        wished.generation += 1;
    }

    /// Takes what the editor's own settings say; a `penholder.toml` outranks them.
    pub fn set_client_settings(&self, stated: Stated) {
        let mut wished = lock(&self.wished);
        wished.client = stated;
        wished.generation += 1;
    }

    /// Forgets what was read, because something beside the drafts has changed. Settings files that turn
    /// out to be broken keep what they said last.
    pub fn forget(&self) {
        lock(&self.wished).generation += 1;
    }
}

/// A panic while a lock was held leaves at most an entry out, so the lock stays usable.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Kept {
    fn forget_before(&mut self, generation: u64) {
        if self.generation != generation {
            self.generation = generation;
            self.homes.clear();
            self.open.clear();
        }
    }

    fn home(&mut self, folder: PathBuf) -> Home {
        if let Some(home) = self.homes.get(&folder) {
            return home.clone();
        }
        let home = Home::of_folder(&folder);
        self.homes.insert(folder, home.clone());
        home
    }

    /// Lets go of workspaces for which a newer index was published, or whose folder's index is damaged;
    /// looks once in a while.
    fn forget_outdated(&mut self, indexers: &Indexers) {
        if self.looked.is_some_and(|looked| looked.elapsed() < GLANCE) {
            return;
        }
        self.looked = Some(Instant::now());
        self.open.retain(|_, workspace| {
            let suspect = workspace.suspect_folder();
            if let Some(folder) = suspect {
                indexers.distrust(folder);
            }
            suspect.is_none() && workspace.is_current()
        });
    }

    fn read_settings(&mut self, file: &Path, complaints: &mut Vec<Complaint>) -> Stated {
        match read(file) {
            Ok(stated) => {
                self.last_good.insert(file.to_owned(), stated.clone());
                stated
            }
            Err(error) => {
                let last = self.last_good.get(file).cloned();
                let meanwhile = match last {
                    Some(_) => "What it said before stays in force.",
                    None => "Until it is mended, the defaults are in force.",
                };
                complaints.push(Complaint {
                    path: file.to_owned(),
                    message: format!("{error}. {meanwhile}"),
                });
                last.unwrap_or_default()
            }
        }
    }
}

fn read(file: &Path) -> Result<Stated, crate::SettingsError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| crate::SettingsError::Unreadable(error.to_string()))?;
    Stated::read(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn settings_outrank_the_editor_and_survive_a_broken_file() {
        let top = tempfile::tempdir().unwrap();
        let file = top.path().join("penholder.toml");
        let draft = Location::of_path(&top.path().join("drafts/a.md"));
        fs::write(&file, "unheld = \"warning\"").unwrap();

        let workspaces = Workspaces::default();
        workspaces.set_client_settings(
            Stated::read("unheld = \"silent\"\n[rules]\noff = [\"A001\"]").unwrap(),
        );
        let first = workspaces.of(&draft);
        assert!(first.complaints().is_empty());
        assert_eq!(first.settings().rules.unheld, rules::Unheld::Warning);
        assert!(!first.settings().rules.off.is_empty());

        fs::write(&file, "unheld = \"sil").unwrap();
        workspaces.forget();
        let second = workspaces.of(&draft);
        assert_eq!(second.settings().rules.unheld, rules::Unheld::Warning);
        assert_eq!(second.complaints().len(), 1);
        assert_eq!(second.complaints()[0].path, file);
        assert!(second.complaints()[0].message.contains("line 1"));
        assert!(
            second.complaints()[0]
                .message
                .ends_with("What it said before stays in force.")
        );
    }

    #[test]
    fn drafts_of_one_home_share_a_workspace() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("sources")).unwrap();
        fs::write(top.path().join("penholder.toml"), "").unwrap();
        let workspaces = Workspaces::default();
        let a = workspaces.of(&Location::of_path(&top.path().join("a/x.md")));
        let b = workspaces.of(&Location::of_path(&top.path().join("b/y.txt")));
        assert!(Arc::ptr_eq(&a, &b));
        workspaces.forget();
        let c = workspaces.of(&Location::of_path(&top.path().join("a/x.md")));
        assert!(!Arc::ptr_eq(&a, &c));
    }

    #[test]
    fn a_text_without_a_file_belongs_to_the_root() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("sources")).unwrap();
        let workspaces = Workspaces::default();
        let untitled = Location::of_uri("untitled:Untitled-1");
        assert_eq!(workspaces.of(&untitled).home(), &Home::default());
        workspaces.set_root(Some(top.path().to_owned()));
        assert_eq!(
            workspaces.of(&untitled).home().sources,
            Some(top.path().join("sources"))
        );
    }
}
