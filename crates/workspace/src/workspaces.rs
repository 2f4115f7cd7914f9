//! Every workspace in use, opened when a draft first asks for it and kept until something beside the
//! drafts changes.
//!
//! [`Workspaces::of`] may read files, so a server calls it from its pool; the rest only takes note and
//! returns at once, even while something is being read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use globset::Glob;

use crate::analysis::{Complaint, Workspace};
use crate::indexing::{Indexers, Indexing};
use crate::settings::{From, Layer, PerPath};
use crate::shelves::Shelf;
use crate::{ForDrafts, Home, Location, Settings, Shelves, Stated};

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
    /// What the settings file of a home says, and what is wrong with it.
    stated: HashMap<PathBuf, (Arc<Stated>, Option<Complaint>)>,
    /// The sources of a home, which all its workspaces share.
    shelves: HashMap<Home, Arc<Shelf>>,
    /// A workspace for each home and each set of entries for paths that its drafts match.
    open: HashMap<(Home, Vec<usize>), Arc<Workspace>>,
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
        let (stated, complaint) = match &home.settings {
            Some(file) => kept.stated(file),
            None => Default::default(),
        };
        let entries = matching(&stated.per_path, &home, location);
        let key = (home, entries);
        if let Some(open) = kept.open.get(&key) {
            return Arc::clone(open);
        }
        let settings = settings_of(&key, &stated, &wished.client);
        let home = with_sources(key.0.clone(), &stated);
        let opened = self.shelf(&mut kept, &home, &stated);
        let complaints = complaint.into_iter().collect();
        let workspace = Arc::new(Workspace::new(home, settings, opened, complaints));
        kept.open.insert(key, Arc::clone(&workspace));
        workspace
    }

    fn shelf(&self, kept: &mut Kept, home: &Home, stated: &Stated) -> Arc<Shelf> {
        if let Some(open) = kept.shelves.get(home) {
            return Arc::clone(open);
        }
        let folder = home.settings.as_deref().and_then(Path::parent);
        let pinned = stated.corpus.clone().in_folder(folder);
        let wished = Arc::clone(&self.wished);
        let after = move || lock(&wished).generation += 1;
        let sources = home.sources.as_deref();
        let opened = self.shelves.open(sources, &pinned, &self.indexers, after);
        let opened = Arc::new(opened);
        kept.shelves.insert(home.clone(), Arc::clone(&opened));
        opened
    }

    /// Takes the folder that texts without a file belong to.
    pub fn set_root(&self, folder: Option<PathBuf>) {
        let mut wished = lock(&self.wished);
        wished.root = folder;
        wished.generation += 1;
    }

    /// Takes what the editor's own settings say; a `penholder.toml` outranks them. Gives whether that is
    /// anything new.
    pub fn set_client_settings(&self, stated: Stated) -> bool {
        let mut wished = lock(&self.wished);
        if wished.client == stated {
            return false;
        }
        wished.client = stated;
        wished.generation += 1;
        true
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
            self.stated.clear();
            self.shelves.clear();
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
        let shelves = &mut self.shelves;
        self.open.retain(|_, workspace| {
            let suspect = workspace.suspect_folder();
            if let Some(folder) = suspect {
                indexers.distrust(folder);
            }
            let stays = suspect.is_none() && workspace.is_current();
            if !stays {
                shelves.remove(workspace.home());
            }
            stays
        });
    }

    fn stated(&mut self, file: &Path) -> (Arc<Stated>, Option<Complaint>) {
        if let Some(stated) = self.stated.get(file) {
            return stated.clone();
        }
        let (stated, complaint) = self.read_settings(file);
        let stated = (Arc::new(stated), complaint);
        self.stated.insert(file.to_owned(), stated.clone());
        stated
    }

    fn read_settings(&mut self, file: &Path) -> (Stated, Option<Complaint>) {
        match read(file) {
            Ok(stated) => {
                self.last_good.insert(file.to_owned(), stated.clone());
                (stated, None)
            }
            Err(error) => {
                let last = self.last_good.get(file).cloned();
                let meanwhile = match last {
                    Some(_) => "What it said before stays in force.",
                    None => "Until it is mended, the defaults are in force.",
                };
                let complaint = Complaint {
                    path: file.to_owned(),
                    message: format!("{error}. {meanwhile}"),
                };
                (last.unwrap_or_default(), Some(complaint))
            }
        }
    }
}

/// The entries for paths that hold for the text at `location`, by their places in the settings file.
fn matching(entries: &[PerPath], home: &Home, location: &Location) -> Vec<usize> {
    let folder = home.settings.as_deref().and_then(Path::parent);
    let Some(path) = location.path().filter(|_| !entries.is_empty()) else {
        return Vec::new();
    };
    let path = folder
        .and_then(|folder| path.strip_prefix(folder).ok())
        .unwrap_or(path);
    // What is no pattern has been refused when the file was read.
    let matches = |pattern: &String| {
        Glob::new(pattern).is_ok_and(|glob| glob.compile_matcher().is_match(path))
    };
    (0..entries.len())
        .filter(|entry| entries[*entry].paths.iter().any(matches))
        .collect()
}

/// The settings that follow from what the editor and the settings file say.
fn settings_of((home, entries): &(Home, Vec<usize>), stated: &Stated, client: &Stated) -> Settings {
    let mut client = client.drafts.clone();
    // A group that says which rules it wants wants the same ones in every editor.
    if stated.drafts.rules != crate::Rules::default() {
        client.rules = crate::Rules::default();
    }
    let mut layers = vec![Layer {
        from: From::Editor,
        drafts: client,
    }];
    if let Some(file) = &home.settings {
        let here = |drafts: &ForDrafts| drafts.clone().in_folder(file.parent());
        layers.push(Layer {
            from: From::File(file.clone()),
            drafts: here(&stated.drafts),
        });
        let entries = entries
            .iter()
            .filter_map(|entry| stated.per_path.get(*entry));
        layers.extend(entries.map(|entry| Layer {
            from: From::PerPath(file.clone(), entry.paths.join(", ")),
            drafts: here(&entry.drafts),
        }));
    }
    Settings::of(layers)
}

/// The same home with the folder of sources that its settings name.
fn with_sources(mut home: Home, stated: &Stated) -> Home {
    if let Some(folder) = &stated.sources.folder {
        let from = home.settings.as_deref().and_then(Path::parent);
        home.sources = Some(from.map_or_else(|| folder.clone(), |from| from.join(folder)));
    }
    home
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
        let from = |workspace: &Workspace, key: &str| {
            let in_force = workspace.settings().in_force();
            in_force.into_iter().find(|it| it.key == key).unwrap().from
        };
        assert_eq!(from(&first, "unheld"), [From::File(file.clone())]);
        assert_eq!(from(&first, "rules.off"), [From::Editor]);

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

    #[test]
    fn entries_for_paths_hold_for_their_drafts_and_share_the_sources() {
        let top = tempfile::tempdir().unwrap();
        fs::create_dir_all(top.path().join("documents")).unwrap();
        fs::write(
            top.path().join("penholder.toml"),
            "[sources]\nfolder = \"documents\"\n[[per-path]]\npaths = [\"inputs/**\", \"*.txt\"]\n\
             document = \"communication\"\n[[per-path]]\npaths = [\"inputs/own/*\"]\ndocument = \"report\"\n",
        )
        .unwrap();
        let workspaces = Workspaces::default();
        let of = |path: &str| workspaces.of(&Location::of_path(&top.path().join(path)));
        let document = |path: &str| of(path).settings().rules.document;
        let communication = Some(rules::DocumentType::Communication);
        assert_eq!(document("a.md"), None);
        assert_eq!(document("inputs/state.md"), communication);
        assert_eq!(document("deep/b.txt"), communication);
        assert_eq!(
            document("inputs/own/a.md"),
            Some(rules::DocumentType::Report)
        );
        assert!(Arc::ptr_eq(&of("a.md"), &of("b.md")));
        assert_eq!(
            of("a.md").home().sources,
            Some(top.path().join("documents"))
        );
    }

    #[test]
    fn front_matter_outranks_the_settings_of_the_folder() {
        let top = tempfile::tempdir().unwrap();
        fs::write(
            top.path().join("penholder.toml"),
            "[rules]\noff = [\"A001\"]\n",
        )
        .unwrap();
        let workspace = Workspaces::default().of(&Location::of_path(&top.path().join("a.md")));
        let text = "---\ndocument: Report\npenholder.rules.on: A001\npenholder.limits.word: 3\n---\nText.\n";
        let draft = workspace.draft(text, draft::Dialect::Markdown);
        let settings = workspace.settings_of(&draft);
        assert_eq!(settings.rules.on, ["A001"]);
        assert!(settings.rules.off.is_empty());
        assert_eq!(settings.rules.document, Some(rules::DocumentType::Report));
        let [mistake] = &settings.rules.mistakes[..] else {
            panic!("{:?}", settings.rules.mistakes);
        };
        assert_eq!(&text[mistake.range.clone()], "limits.word");
        assert_eq!(mistake.instead, Some("limits.words"));
        assert_eq!(
            mistake.message,
            "There is no setting “limits.word”; the nearest one is “limits.words”."
        );
    }

    #[test]
    fn mistakes_in_front_matter_have_their_places() {
        let workspace = Workspaces::default().of(&Location::of_uri("untitled:a"));
        let of = |line: &str| {
            let text = format!("---\n{line}\nunheld: its own affair\n---\nText.\n");
            let draft = workspace.draft(&text, draft::Dialect::Markdown);
            let mistakes = workspace.settings_of(&draft).rules.mistakes.clone();
            let place = |it: &rules::Mistake| (text[it.range.clone()].to_owned(), it.instead);
            mistakes.iter().map(place).collect::<Vec<_>>()
        };
        let one = |words: &str, instead| vec![(words.to_owned(), instead)];
        assert_eq!(
            of("penholder.unhold: warning"),
            one("unhold", Some("unheld"))
        );
        assert_eq!(of("penholder.rule: A"), one("rule", None));
        assert_eq!(
            of("penholder.rules.off: A001, Z09"),
            one("Z09", Some("A009"))
        );
        assert_eq!(of("penholder.unheld: loud"), one("loud", None));
        assert_eq!(of("penholder.unheld:"), one("unheld", None));
        assert_eq!(of("penholder.corpus.path: c"), one("corpus.path", None));
        assert_eq!(of("penholder.unheld: warning"), []);
    }

    #[test]
    fn the_language_of_the_settings_counts_where_the_draft_says_none() {
        let top = tempfile::tempdir().unwrap();
        fs::write(top.path().join("penholder.toml"), "language = \"fr\"\n").unwrap();
        let workspace = Workspaces::default().of(&Location::of_path(&top.path().join("a.md")));
        let language = |text: &str| {
            let draft = workspace.draft(text, draft::Dialect::Markdown);
            draft.language()
        };
        let english = "The work of the Organization goes on in the regions.\n";
        assert_eq!(language(english), Some(citation::Language::French));
        for own in ["language: es", "penholder.language: es"] {
            let text = format!("---\n{own}\n---\n\n{english}");
            assert_eq!(language(&text), Some(citation::Language::Spanish), "{own}");
        }
    }
}
