//! Which sources stand behind a workspace: its own folder, the user's corpus, the built-in catalogue.
//!
//! The folder is asked through its index where that is up to date. Where it is not, a child process is
//! set to work; meanwhile the texts of a small folder are read into memory, and of a large one the last index answers.
//! As long as anything is unread the answers are incomplete, so that nothing is said to be missing on the strength of
//! them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};
use corpus::{Corpus, CorpusError, Folder, FolderState, Trouble};
use sources::{
    Answer, Catalogue, Documents, Heading, Library, ParagraphAnswer, Replacement, Source, Sources,
};

use crate::complaint::{self, Complaint};
use crate::indexing::{Anew, Indexer, Indexers, Job, Patience};
use crate::settings::Pinned;

/// The names of the layers in answers.
pub(crate) const FOLDER: &str = "the sources folder";
const CORPUS: &str = "your corpus";

/// A folder with no more files than this, and no more bytes, is read while somebody waits.
const FEW_FILES: usize = 400;
const FEW_BYTES: u64 = 8 * 1024 * 1024;

/// What a shell lends to its workspaces. By default nothing: then folders are read into memory, and there
/// is no corpus.
#[derive(Clone, Debug, Default)]
pub struct SourceSetup {
    /// The user's own corpus. Nothing is said where it does not exist.
    pub corpus: Option<PathBuf>,
    /// How the index of a sources folder is brought up to date.
    pub indexer: Option<Indexer>,
}

/// The sources of one workspace.
pub(crate) struct OpenSources {
    pub(crate) library: Library,
    /// Indexes that are open, to see when a newer one is published.
    pub(crate) open: Vec<Arc<Corpus>>,
    /// Where the user's corpus lies, whether there is one or not.
    pub(crate) corpus: Option<PathBuf>,
    /// How the folder was when it was read.
    pub(crate) state: Option<FolderState>,
    /// Whether all of it is in memory, so that no question waits for a file.
    pub(crate) is_in_memory: bool,
    pub(crate) complaints: Vec<Complaint>,
}

impl SourceSetup {
    /// Whether findings wait for indexes.
    pub(crate) fn waits(&self) -> bool {
        let indexer = self.indexer.as_ref();
        indexer.is_some_and(|indexer| indexer.patience == Patience::Waits)
    }

    /// Opens the sources of a workspace with the folder `sources`. `pinned` is what its settings say about
    /// the corpus; `after` is called when an index that was not ready is.
    pub(crate) fn open(
        &self,
        sources: Option<&Path>,
        pinned: &Pinned,
        indexers: &Indexers,
        after: impl FnOnce() + Send + 'static,
    ) -> OpenSources {
        let mut layers: Vec<Arc<dyn Sources>> = Vec::new();
        let mut open = Vec::new();
        let mut complaints = Vec::new();
        let mut is_in_memory = true;
        let state = sources.map(corpus::state_of);
        if let Some((folder, state)) = sources.zip(state.as_ref()) {
            match self.folder(folder, state, indexers, &mut complaints, after) {
                FolderAccess::Indexed(corpus) => {
                    complaints.extend(complaint::of_index(corpus.problems()));
                    layers.push(Arc::clone(&corpus) as Arc<dyn Sources>);
                    open.push(corpus);
                }
                access @ (FolderAccess::InMemory | FolderAccess::Meanwhile) => {
                    let is_read_soon = matches!(access, FolderAccess::Meanwhile);
                    let (documents, mut problems) = if is_read_soon {
                        Folder::open_described(folder)
                    } else {
                        Folder::open(folder)
                    };
                    layers.push(Arc::new(documents));
                    if problems.iter().any(is_unread) {
                        layers.push(Arc::new(OutdatedIndex(None)));
                    }
                    problems.retain(|problem| !(is_read_soon && is_unread(problem)));
                    complaints.extend(complaint::of_folder(problems));
                }
                FolderAccess::Outdated(last) => {
                    is_in_memory = false;
                    layers.push(Arc::new(OutdatedIndex(last)));
                }
            }
        }
        match self.corpus(pinned) {
            Ok(Some(corpus)) => {
                let corpus = Arc::new(corpus);
                layers.push(Arc::clone(&corpus) as Arc<dyn Sources>);
                open.push(corpus);
            }
            Ok(None) => {}
            Err(complaint) => complaints.push(complaint),
        }
        if let Some(complaint) = pinned.complaint(open.iter().find(|it| **it.name() == *CORPUS)) {
            complaints.push(complaint);
        }
        layers.push(Arc::new(Catalogue));
        OpenSources {
            library: Library::new(layers),
            corpus: self.corpus_of(pinned).cloned(),
            state,
            is_in_memory: is_in_memory && open.is_empty(),
            open,
            complaints,
        }
    }

    /// Where the corpus lies.
    pub(crate) fn corpus_of<'a>(&'a self, pinned: &'a Pinned) -> Option<&'a PathBuf> {
        pinned.path.as_ref().or(self.corpus.as_ref())
    }

    fn corpus(&self, pinned: &Pinned) -> Result<Option<Corpus>, Complaint> {
        let Some(path) = self.corpus_of(pinned) else {
            return Ok(None);
        };
        match Corpus::open(path, CORPUS) {
            Ok(corpus) => Ok(Some(corpus)),
            // Whoever has added nothing has no corpus; whoever names one in the settings wants it.
            Err(CorpusError::Missing(_)) if pinned.path.is_none() => Ok(None),
            Err(error) => Err(Complaint {
                path: path.clone(),
                message: format!("your corpus cannot be used: {error}"),
            }),
        }
    }

    /// How the folder can be asked.
    fn folder(
        &self,
        folder: &Path,
        state: &FolderState,
        indexers: &Indexers,
        complaints: &mut Vec<Complaint>,
        after: impl FnOnce() + Send + 'static,
    ) -> FolderAccess {
        let (Some(indexer), Some(index)) = (&self.indexer, corpus::folder_index(folder)) else {
            return FolderAccess::InMemory;
        };
        if state.files == 0 {
            return FolderAccess::InMemory;
        }
        let is_fresh = corpus::is_fresh(&index, state);
        let opened = is_fresh
            .then(|| Corpus::open(&index, FOLDER).ok())
            .flatten();
        let is_damaged = indexers.is_distrusted(folder) || (is_fresh && opened.is_none());
        if let Some(corpus) = opened.filter(|_| !is_damaged) {
            return FolderAccess::Indexed(Arc::new(corpus));
        }
        let behind = || FolderAccess::Outdated(Corpus::open(&index, FOLDER).ok().map(Box::new));
        let is_small = state.files <= FEW_FILES && state.bytes <= FEW_BYTES;
        if indexers.has_given_up(folder, state) {
            // Nobody who types waits for a large folder.
            if indexer.patience == Patience::Waits || is_small {
                return FolderAccess::InMemory;
            }
            complaints.push(complaint::of_no_index(folder));
            return behind();
        }
        let job = Job {
            folder: folder.to_owned(),
            index: index.clone(),
            state: state.clone(),
            anew: if is_damaged { Anew::Yes } else { Anew::No },
        };
        match indexer.patience {
            Patience::Waits => {
                let done =
                    indexers.wait_for(indexer, &job) && corpus::is_fresh(&job.index, &job.state);
                match done.then(|| Corpus::open(&job.index, FOLDER)) {
                    Some(Ok(corpus)) => FolderAccess::Indexed(Arc::new(corpus)),
                    _ => FolderAccess::InMemory,
                }
            }
            Patience::Leaves => {
                indexers.start(indexer, job, after);
                if is_small {
                    return FolderAccess::Meanwhile;
                }
                behind()
            }
        }
    }
}

/// Whether a file of the folder is only read for its index.
fn is_unread(problem: &corpus::Problem) -> bool {
    matches!(problem.trouble, Trouble::NotIndexed)
}

/// How a folder of sources can be asked.
enum FolderAccess {
    /// Through an index that is up to date.
    Indexed(Arc<Corpus>),
    /// By reading it whole.
    InMemory,
    /// By reading what its documents are, until the index is ready.
    Meanwhile,
    /// Through the last index, if there is one, until the next is ready.
    Outdated(Option<Box<Corpus>>),
}

/// An index that is behind its folder: what it has is as it was, and what it lacks may be there.
struct OutdatedIndex(Option<Box<Corpus>>);

impl Sources for OutdatedIndex {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        Answer::partial(
            self.0
                .as_ref()
                .and_then(|last| last.resolve(referent).value),
        )
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        Catalogue.paragraph(source, pinpoint)
    }

    fn covers(&self, _: &Symbol) -> bool {
        false
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        let last = self.0.as_ref();
        Answer::partial(last.map_or_else(Vec::new, |last| last.complete(prefix, limit).value))
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        self.0
            .as_ref()
            .map(|last| last.lexicon())
            .unwrap_or_default()
    }

    fn replaced(&self, symbol: &Symbol) -> Answer<Vec<Replacement>> {
        let last = self.0.as_ref();
        Answer::partial(last.map_or_else(Vec::new, |last| last.replaced(symbol).value))
    }

    fn list(&self) -> Vec<Arc<Source>> {
        Documents::default().list()
    }
}
