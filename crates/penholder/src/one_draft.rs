//! A draft that is named alone on the command line, read and checked.
//!
//! `references`, `report` and `compare` begin with it; what keeps a draft from being checked is said on
//! standard error.

use std::path::Path;
use std::sync::Arc;

use citation::Date;
use workspace::{Analysis, Workspace, Workspaces};

use crate::check::FAULT;
use crate::check::input::{Input, analyse};
use crate::{CLEAN, UNCHECKED, out};

/// A draft with what was found in it.
pub(crate) struct OneDraft {
    pub(crate) input: Input,
    pub(crate) workspace: Arc<Workspace>,
    pub(crate) analysis: Analysis,
}

impl OneDraft {
    /// Reads and checks the file at `path`, or standard input as the text of `filename` where `path` is `-`;
    /// `None`, after a message, where that could not be done.
    pub(crate) fn read(
        path: &Path,
        filename: Option<&Path>,
        workspaces: &Workspaces,
        today: Date,
    ) -> Option<Self> {
        let input = Input::named(path, filename)
            .inspect_err(|message| out::note(path, message))
            .ok()?;
        out::note_encoding(&input.path, &input.stored);
        let (workspace, analysis) =
            workspaces.asked(&input.location(), |it| analyse(&input, it, today));
        let Some(analysis) = analysis else {
            out::note(&input.path, FAULT);
            return None;
        };
        Some(Self {
            input,
            workspace,
            analysis,
        })
    }

    /// Says what of the settings and sources could not be used; the exit code that follows. A stray file among the
    /// sources, which nobody named, keeps nothing from being done.
    pub(crate) fn say_complaints(&self) -> u8 {
        let sources = self.workspace.home().sources.as_deref();
        let is_stray = |path: &Path| {
            sources.is_some_and(|sources| path != sources && path.starts_with(sources))
        };
        let mut code = CLEAN;
        for complaint in self.workspace.complaints() {
            out::note(&complaint.path, &complaint.message);
            if !is_stray(&complaint.path) {
                code = UNCHECKED;
            }
        }
        code
    }
}
