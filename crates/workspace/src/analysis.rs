//! One home's settings and sources, and the single path from a draft to its findings.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use citation::{Date, Lexicon};
use corpus::{Corpus, FileProblem, Problem};
use draft::Draft;
use resolve::Resolved;
use rules::Finding;
use sources::Sources;

use crate::shelves::{FOLDER, Shelf};
use crate::{Home, Settings};

/// A draft with every reference bound, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The draft, bound.
    pub resolved: Resolved,
    /// The findings, in order of their ranges and then their codes.
    pub findings: Vec<Finding>,
}

/// Something beside the drafts that could not be used, in words for the drafter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file or folder.
    pub path: PathBuf,
    /// What is the matter, one sentence.
    pub message: String,
}

impl From<Problem> for Complaint {
    fn from(problem: Problem) -> Self {
        Self {
            message: format!("{}. {}", problem.trouble, problem.trouble.advice()),
            path: problem.path,
        }
    }
}

impl From<FileProblem> for Complaint {
    fn from(problem: FileProblem) -> Self {
        let message = if let Some(failure) = problem.failure {
            format!("{}. {}", failure.reason, failure.advice)
        } else {
            let replaced = corpus::Trouble::Replaced;
            format!("{replaced}. {}", replaced.advice())
        };
        Self {
            path: problem.path.into(),
            message,
        }
    }
}

/// The settings and sources of one home. Never changes; a change beside the drafts makes a new one.
pub struct Workspace {
    home: Home,
    settings: Settings,
    shelf: Shelf,
    complaints: Vec<Complaint>,
}

impl Workspace {
    /// The workspace of `home` with what stands on `shelf`. What could not be used is a complaint, and the
    /// rest goes on.
    pub(crate) fn new(
        home: Home,
        settings: Settings,
        mut shelf: Shelf,
        mut complaints: Vec<Complaint>,
    ) -> Self {
        complaints.append(&mut shelf.complaints);
        Self {
            home,
            settings,
            shelf,
            complaints,
        }
    }

    /// The folder of sources whose index turned out to be damaged.
    pub(crate) fn suspect_folder(&self) -> Option<&Path> {
        let suspect = |corpus: &Arc<Corpus>| corpus.is_suspect() && **corpus.name() == *FOLDER;
        self.home
            .sources
            .as_deref()
            .filter(|_| self.shelf.open.iter().any(suspect))
    }

    /// Whether no newer index has been published since it was opened. Costs one small read for each.
    pub(crate) fn is_current(&self) -> bool {
        self.shelf.open.iter().all(|corpus| corpus.is_current())
    }

    /// Binds every reference of `draft` and applies the rules. `today` counts where the draft states no
    /// date of its own.
    pub fn analyse(&self, draft: &Draft, today: Date) -> Analysis {
        let resolved = resolve::resolve(draft, &self.shelf.library, today);
        let findings = rules::findings(&resolved, &self.shelf.library, &self.settings.rules);
        Analysis { resolved, findings }
    }

    /// The files it was made from.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The settings in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Everything that can be asked: the sources folder, the user's corpus, the built-in catalogue.
    pub fn sources(&self) -> &dyn Sources {
        &self.shelf.library
    }

    /// Names of instruments, for drafts to be scanned with.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        self.shelf.library.lexicon()
    }

    /// What could not be used.
    pub fn complaints(&self) -> &[Complaint] {
        &self.complaints
    }
}
