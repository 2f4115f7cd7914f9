//! Which findings are shown: all of them, those on lines that changed since a revision, those that
//! nobody has accepted yet.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use report::Stored;
use rules::Finding;
use workspace::{AcceptedFindings, Analysis, Workspace};

use super::input::Input;
use crate::arguments::Check;
use crate::git::{Changes, changes_since};

/// Why findings could not be selected: a file or folder, and a message for the drafter.
pub(super) type Trouble = (PathBuf, String);

/// What is shown of a draft.
pub(super) struct Shown {
    pub(super) findings: Vec<Finding>,
    /// How many findings were accepted before.
    pub(super) accepted: usize,
    /// What [`Printer::written`](super::formats::Printer::written) makes of the findings.
    pub(super) written: Vec<u8>,
}

/// What is shown. May be asked about several drafts at the same time.
pub(super) struct Selection {
    since: Option<String>,
    baseline: Option<PathBuf>,
    /// What has changed in each working copy that was asked.
    copies: Mutex<HashMap<PathBuf, Arc<Result<Changes, String>>>>,
    /// What the file of the arguments says, once it was read.
    accepted: OnceLock<Result<AcceptedFindings, String>>,
}

impl Selection {
    /// What the arguments choose.
    pub(super) fn new(arguments: &Check) -> Self {
        Self {
            since: arguments.since.clone(),
            baseline: arguments.baseline.clone(),
            copies: Mutex::default(),
            accepted: OnceLock::new(),
        }
    }

    /// The findings that are shown, and how many were accepted before: by the file that the arguments name,
    /// else by that of the settings.
    ///
    /// # Errors
    /// Where the revision or the file of accepted findings cannot be read.
    pub(super) fn of(
        &self,
        input: &Input,
        analysis: Analysis,
        workspace: &Workspace,
    ) -> Result<(Vec<Finding>, usize), Trouble> {
        let location = input.location();
        let (mut findings, accepted) = if let Some(file) = &self.baseline {
            let read = self.accepted.get_or_init(|| AcceptedFindings::read(file));
            let accepted = read
                .as_ref()
                .map_err(|message| (file.clone(), message.clone()))?;
            let found = analysis.findings.to_vec();
            let all = found.len();
            let open = accepted.without(&location, &analysis.resolved.draft, found);
            let accepted = all - open.len();
            (open, accepted)
        } else {
            let open = workspace.open_findings(&location, &analysis);
            let accepted = if workspace.accepts_findings() {
                analysis.findings.len() - open.len()
            } else {
                0
            };
            // What nobody else holds any more is taken over without a copy.
            drop(analysis);
            let open = open.into_iter().map(rules::Placed::into_finding);
            (open.collect(), accepted)
        };
        if let Some(revision) = &self.since {
            let folder = location
                .path()
                .and_then(Path::parent)
                .unwrap_or(Path::new("."));
            let changes = self.changes(folder, revision);
            let changes = (*changes)
                .as_ref()
                .map_err(|message| (folder.to_owned(), message.clone()))?;
            findings.retain(|finding| {
                let first = input.stored.place(finding.range.start).0;
                let last = input.stored.place(finding.range.end).0;
                changes.touch(location.path().unwrap_or(&input.path), first, last)
            });
        }
        Ok((findings, accepted))
    }

    /// What has changed in the working copy that `folder` is in; the second draft that asks waits for the first.
    fn changes(&self, folder: &Path, revision: &str) -> Arc<Result<Changes, String>> {
        // A panic while the lock was held leaves an entry out.
        let mut copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
        let changes = copies
            .entry(folder.to_owned())
            .or_insert_with(|| Arc::new(changes_since(folder, revision)));
        Arc::clone(changes)
    }
}
