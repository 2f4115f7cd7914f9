//! Which findings are shown: all of them, those on lines that changed since a revision, those that
//! nobody has accepted yet.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use report::Stored;
use rules::Finding;
use workspace::{AcceptedFindings, Analysis, Workspace};

use super::input::Input;
use crate::arguments::Check;
use crate::git::{Changes, changes_since};

/// Why findings could not be selected: a file or folder, and a message for the drafter.
type Trouble = (PathBuf, String);

/// What is shown.
pub(super) struct Selection {
    since: Option<String>,
    baseline: Option<PathBuf>,
    /// What has changed in each working copy that was asked.
    copies: HashMap<PathBuf, Result<Changes, String>>,
    /// What the file of the arguments says, once it was read.
    accepted: Option<Result<AcceptedFindings, String>>,
}

impl Selection {
    /// What the arguments choose.
    pub(super) fn new(arguments: &Check) -> Self {
        Self {
            since: arguments.since.clone(),
            baseline: arguments.baseline.clone(),
            copies: HashMap::new(),
            accepted: None,
        }
    }

    /// The findings that are shown, and how many were accepted before: by the file that the arguments name,
    /// else by that of the settings.
    ///
    /// # Errors
    /// Where the revision or the file of accepted findings cannot be read.
    pub(super) fn of(
        &mut self,
        input: &Input,
        analysis: &Analysis,
        workspace: &Workspace,
    ) -> Result<(Vec<Finding>, usize), Trouble> {
        let location = input.location();
        let mut findings = if let Some(file) = &self.baseline {
            let read = self
                .accepted
                .get_or_insert_with(|| AcceptedFindings::read(file));
            let accepted = read
                .as_ref()
                .map_err(|message| (file.clone(), message.clone()))?;
            let found = analysis.findings.to_vec();
            accepted.without(&location, &analysis.resolved.draft, found)
        } else {
            let open = workspace.open_findings(&location, analysis);
            open.iter().map(rules::Placed::to_finding).collect()
        };
        let accepted = analysis.findings.len() - findings.len();
        if let Some(revision) = &self.since {
            let folder = location
                .path()
                .and_then(Path::parent)
                .unwrap_or(Path::new("."));
            let changes = self
                .copies
                .entry(folder.to_owned())
                .or_insert_with(|| changes_since(folder, revision))
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
}
