//! Every workspace in use, opened when a draft first asks for it and kept until something beside the
//! drafts changes.
//!
//! [`Workspaces::of`] may read files, so a server calls it from its pool; the rest only takes note and
//! returns at once, even while something is being read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::analysis::Workspace;
use crate::complaint::Complaint;
use crate::drafts::{Drafts, drafts_under};
use crate::indexing::{Indexers, Indexing};
use crate::read_beside::{ReadBeside, ReadFrom};
use crate::settings::{From, Layer, PerPath, pattern_globs};
use crate::source_layers::OpenSources;
use crate::{ForDrafts, Home, Location, Settings, SettingsError, SourceSetup, Stated};

/// How often it is looked whether a newer index was published.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Every workspace in use.
#[derive(Default)]
pub struct Workspaces {
    setup: SourceSetup,
    indexers: Indexers,
    wished: Arc<Mutex<Wished>>,
    kept: Mutex<Kept>,
    /// What of it was read from where.
    beside: ReadBeside,
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
    sources: HashMap<Home, Arc<OpenSources>>,
    /// A workspace for each home and each set of entries for paths that its drafts match.
    open: HashMap<(Home, Vec<usize>), Arc<Workspace>>,
    /// What each settings file said when it was last TOML.
    last_good: HashMap<PathBuf, Stated>,
    /// When it was last looked whether a newer index was published.
    looked: Option<Instant>,
}

impl Workspaces {
    /// Workspaces that stand on what a shell lends them.
    pub fn new(setup: SourceSetup) -> Self {
        Self {
            setup,
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
        let (mut kept, wished) = self.as_of_now();
        kept.forget_outdated(&self.indexers);
        let folder = match location.path() {
            Some(path) => path.parent().map(Path::to_owned),
            None => wished.root,
        };
        let home = folder.map_or_else(Home::default, |folder| kept.home(folder, &self.beside));
        let (stated, complaint) = match &home.settings {
            Some(file) => kept.stated(file, &self.beside),
            None => Default::default(),
        };
        let entries = matching(&stated.per_path, &home, location);
        let key = (home, entries);
        if let Some(open) = kept.open.get(&key) {
            return Arc::clone(open);
        }
        let settings = settings_of(&key, &stated, &wished.client);
        let home = with_sources(key.0.clone(), &stated);
        let opened = self.sources(&mut kept, &home, &stated);
        let complaints = complaint.into_iter().collect();
        if let Some(accepted) = &settings.baseline {
            self.beside.note(ReadFrom::File(accepted.clone()));
        }
        let workspace = Arc::new(Workspace::new(home, settings, opened, complaints));
        kept.open.insert(key, Arc::clone(&workspace));
        workspace
    }

    /// What is kept of what was read, without what has been forgotten, and what the editor wishes.
    fn as_of_now(&self) -> (MutexGuard<'_, Kept>, Wished) {
        let mut kept = lock(&self.kept);
        let wished = lock(&self.wished).clone();
        if kept.forget_before(wished.generation) {
            self.beside.forget();
        }
        (kept, wished)
    }

    /// The workspace of a text, and what `work` makes of it. Where findings wait for indexes and that of the sources
    /// folder turns out to be damaged meanwhile, it is made anew and the work done again.
    pub fn asked<T>(
        &self,
        location: &Location,
        work: impl Fn(&Workspace) -> T,
    ) -> (Arc<Workspace>, T) {
        let workspace = self.of(location);
        let done = work(&workspace);
        if workspace.suspect_folder().is_none() || !self.setup.waits() {
            return (workspace, done);
        }
        self.let_go_of_damaged(&workspace);
        let workspace = self.of(location);
        let done = work(&workspace);
        (workspace, done)
    }

    /// Lets go of a workspace whose sources folder has an index that turned out to be damaged, so that it is made anew
    /// for the next who asks. Gives whether that is news.
    pub fn let_go_of_damaged(&self, workspace: &Workspace) -> bool {
        let is_damaged = workspace.suspect_folder().is_some();
        is_damaged && lock(&self.kept).let_go_of(workspace, &self.indexers)
    }

    /// The drafts under a folder in order of their paths, without those that the settings have for sources, and what could
    /// not be looked into, in words for the drafter. A folder that was named itself is searched whatever it holds.
    pub fn drafts_under(&self, folder: &Path, wanted: Drafts) -> (Vec<PathBuf>, Vec<String>) {
        let (mut drafts, problems) = drafts_under(folder, wanted);
        let named = Location::of_path(folder);
        drafts.retain(|draft| {
            let location = Location::of_path(draft);
            let sources = self.sources_of(&location);
            let inside = |location: &Location| {
                let path = location.path();
                let inside = |(path, sources): (&Path, &PathBuf)| path.starts_with(sources);
                path.zip(sources.as_ref()).is_some_and(inside)
            };
            !inside(&location) || inside(&named)
        });
        (drafts, problems)
    }

    /// The folder of sources that a text has, whether it is opened or not.
    fn sources_of(&self, location: &Location) -> Option<PathBuf> {
        let (mut kept, _) = self.as_of_now();
        let home = kept.home(location.path()?.parent()?.to_owned(), &self.beside);
        match &home.settings {
            Some(file) => {
                let (stated, _) = kept.stated(file, &self.beside);
                with_sources(home, &stated).sources
            }
            None => home.sources,
        }
    }

    fn sources(&self, kept: &mut Kept, home: &Home, stated: &Stated) -> Arc<OpenSources> {
        if let Some(open) = kept.sources.get(home) {
            return Arc::clone(open);
        }
        let folder = home.settings.as_deref().and_then(Path::parent);
        let pinned = stated.corpus.clone().in_folder(folder);
        let wished = Arc::clone(&self.wished);
        let after = move || lock(&wished).generation += 1;
        let sources = home.sources.as_deref();
        if let Some(corpus) = self.setup.corpus_of(&pinned) {
            self.beside.note(ReadFrom::File(corpus::pointer(corpus)));
        }
        let opened = self.setup.open(sources, &pinned, &self.indexers, after);
        if let Some((sources, state)) = sources.zip(opened.state.as_ref()) {
            let sources = ReadFrom::Sources(sources.to_owned());
            self.beside.note_as(sources, state);
        }
        let opened = Arc::new(opened);
        kept.sources.insert(home.clone(), Arc::clone(&opened));
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

    /// Whether anything that was read beside the drafts, and `matters`, is another now. Looks at files.
    pub fn have_changed(&self, matters: impl Fn(&ReadFrom) -> bool) -> bool {
        let generation = lock(&self.kept).generation;
        generation == lock(&self.wished).generation && self.beside.has_changed(matters)
    }

    /// What of that which was read beside the drafts a change at `path` is one of. Returns at once.
    pub fn read_at(&self, path: &Path) -> Vec<ReadFrom> {
        self.beside.at(path)
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
    /// Gives whether there was anything to forget.
    fn forget_before(&mut self, generation: u64) -> bool {
        if self.generation == generation {
            return false;
        }
        self.generation = generation;
        self.homes.clear();
        self.stated.clear();
        self.sources.clear();
        self.open.clear();
        true
    }

    fn home(&mut self, folder: PathBuf, beside: &ReadBeside) -> Home {
        if let Some(home) = self.homes.get(&folder) {
            return home.clone();
        }
        let home = Home::of_folder(&folder);
        beside.note_as(ReadFrom::Home(folder.clone()), &home);
        self.homes.insert(folder, home.clone());
        home
    }

    /// Lets go of workspaces for which a newer index was published, or whose folder's index is damaged;
    /// looks once in a while.
    fn forget_outdated(&mut self, indexers: &Indexers) {
        if self
            .looked
            .is_some_and(|looked| looked.elapsed() < LOOK_EVERY)
        {
            return;
        }
        self.looked = Some(Instant::now());
        let is_outdated = |workspace: &&Arc<Workspace>| {
            workspace.suspect_folder().is_some() || !workspace.is_current()
        };
        let outdated: Vec<_> = self.open.values().filter(is_outdated).cloned().collect();
        for workspace in outdated {
            self.let_go_of(&workspace, indexers);
        }
    }

    /// Lets go of a workspace and of all that have the same sources. Gives whether it was still kept.
    fn let_go_of(&mut self, workspace: &Workspace, indexers: &Indexers) -> bool {
        let kept = self.sources.get(workspace.home()).cloned();
        let Some(sources) = kept.filter(|sources| workspace.stands_on(sources)) else {
            return false;
        };
        if let Some(folder) = workspace.suspect_folder() {
            indexers.distrust(folder);
        }
        self.sources.remove(workspace.home());
        self.open.retain(|_, other| !other.stands_on(&sources));
        true
    }

    fn stated(&mut self, file: &Path, beside: &ReadBeside) -> (Arc<Stated>, Option<Complaint>) {
        if let Some(stated) = self.stated.get(file) {
            return stated.clone();
        }
        beside.note(ReadFrom::File(file.to_owned()));
        let (stated, complaint) = self.read_settings(file);
        let stated = (Arc::new(stated), complaint);
        self.stated.insert(file.to_owned(), stated.clone());
        stated
    }

    fn read_settings(&mut self, file: &Path) -> (Stated, Option<Complaint>) {
        let complaint = |message| Complaint {
            path: file.to_owned(),
            message,
        };
        match read(file) {
            Ok((stated, mistakes)) => {
                self.last_good.insert(file.to_owned(), stated.clone());
                let is_wrong = !mistakes.is_empty();
                let message = is_wrong.then(|| SettingsError::all_of(&mistakes));
                (stated, message.map(complaint))
            }
            Err(error) => {
                let last = self.last_good.get(file).cloned();
                let meanwhile = match last {
                    Some(_) => "What it said before stays in force.",
                    None => "Until it is mended, the defaults are in force.",
                };
                let message = format!("{error}. {meanwhile}");
                (last.unwrap_or_default(), Some(complaint(message)))
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
        let mut globs = pattern_globs(pattern).flatten();
        globs.any(|glob| glob.compile_matcher().is_match(path))
    };
    (0..entries.len())
        .filter(|entry| entries[*entry].paths.iter().any(matches))
        .collect()
}

/// The settings that follow from what the editor and the settings file say.
fn settings_of((home, entries): &(Home, Vec<usize>), stated: &Stated, client: &Stated) -> Settings {
    let mut client = client.drafts.clone();
    // A group that says which rules it wants wants the same ones in every editor.
    let of_path = entries
        .iter()
        .filter_map(|entry| stated.per_path.get(*entry));
    if stated.chooses_rules || of_path.clone().any(|entry| entry.chooses_rules) {
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
        layers.extend(of_path.map(|entry| Layer {
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

fn read(file: &Path) -> Result<(Stated, Vec<SettingsError>), SettingsError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| SettingsError::Unreadable(crate::in_words(&error)))?;
    Stated::read(&text)
}

#[cfg(test)]
mod tests;
