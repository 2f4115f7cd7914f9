//! Which findings are shown: all of them, those on lines that changed since a revision, those that
//! nobody has accepted yet.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use report::Stored;
use rules::Finding;

use super::input::Input;
use crate::arguments::Check;
use crate::baseline::Baseline;
use crate::git::{Changes, changes_since};

/// Why findings could not be selected: a file or folder, and a message for the drafter.
type Trouble = (PathBuf, String);

/// What is shown.
pub(super) struct Selection {
    since: Option<String>,
    baseline: Option<PathBuf>,
    /// What has changed in each working copy that was asked.
    copies: HashMap<PathBuf, Result<Changes, String>>,
    baselines: HashMap<PathBuf, Result<Baseline, String>>,
}

impl Selection {
    /// What the arguments choose.
    pub(super) fn new(arguments: &Check) -> Self {
        Self {
            since: arguments.since.clone(),
            baseline: arguments.baseline.clone(),
            copies: HashMap::new(),
            baselines: HashMap::new(),
        }
    }

    /// The findings that are shown, and how many were accepted before. `settled` is the baseline that the
    /// settings name.
    ///
    /// # Errors
    /// Where the revision or the baseline cannot be read.
    pub(super) fn of(
        &mut self,
        input: &Input,
        mut findings: Vec<Finding>,
        settled: Option<&Path>,
    ) -> Result<(Vec<Finding>, usize), Trouble> {
        if let Some(revision) = &self.since {
            let place = input.location();
            let folder = place
                .path()
                .and_then(Path::parent)
                .unwrap_or(Path::new("."));
            let changes = self
                .copies
                .entry(folder.to_owned())
                .or_insert_with(|| changes_since(folder, revision))
                .as_ref()
                .map_err(|message| (input.path.clone(), message.clone()))?;
            findings.retain(|finding| {
                let first = input.stored.place(finding.range.start).0;
                let last = input.stored.place(finding.range.end).0;
                changes.touch(place.path().unwrap_or(&input.path), first, last)
            });
        }
        let Some(file) = self.baseline.as_deref().or(settled) else {
            return Ok((findings, 0));
        };
        let baseline = self
            .baselines
            .entry(file.to_owned())
            .or_insert_with(|| Baseline::read(file))
            .as_ref()
            .map_err(|message| (file.to_owned(), message.clone()))?;
        let before = findings.len();
        let findings = baseline.without_accepted(&input.path, &input.stored.text, findings);
        let accepted = before - findings.len();
        Ok((findings, accepted))
    }
}
