//! One home's settings and sources, and the single path from a draft to its findings.

use std::path::PathBuf;
use std::sync::Arc;

use citation::{Date, Lexicon};
use corpus::{Folder, Problem};
use draft::Draft;
use resolve::Resolved;
use rules::Finding;
use sources::{Catalogue, Library, Sources};

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

/// The settings and sources of one home. Never changes; a change beside the drafts makes a new one.
pub struct Workspace {
    home: Home,
    settings: Settings,
    sources: Library,
    complaints: Vec<Complaint>,
}

impl Workspace {
    /// Reads the sources of `home` and puts them before the built-in catalogue. A file that cannot be
    /// read is a complaint, and the rest goes on.
    pub(crate) fn open(home: Home, settings: Settings, mut complaints: Vec<Complaint>) -> Self {
        let mut layers: Vec<Arc<dyn Sources>> = Vec::new();
        if let Some(path) = &home.sources {
            let (documents, problems) = Folder::open(path);
            complaints.extend(problems.into_iter().map(Complaint::from));
            layers.push(Arc::new(documents));
        }
        layers.push(Arc::new(Catalogue));
        Self {
            home,
            settings,
            sources: Library::new(layers),
            complaints,
        }
    }

    /// Binds every reference of `draft` and applies the rules. `today` counts where the draft states no
    /// date of its own.
    pub fn analyse(&self, draft: &Draft, today: Date) -> Analysis {
        let resolved = resolve::resolve(draft, &self.sources, today);
        let findings = rules::findings(&resolved, &self.sources, &self.settings.rules);
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

    /// Everything that can be asked: the sources folder, then the built-in catalogue.
    pub fn sources(&self) -> &dyn Sources {
        &self.sources
    }

    /// Names of instruments, for drafts to be scanned with.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        self.sources.lexicon()
    }

    /// What could not be used.
    pub fn complaints(&self) -> &[Complaint] {
        &self.complaints
    }
}
