//! Which findings are shown: all of them, those on lines that changed since a revision, those that
//! nobody has accepted yet.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use report::Stored;
use rules::Finding;
use workspace::{AcceptedFindings, Analysis, Workspace};

use super::input::Input;
use super::kept::Kept;
use super::summary::Counted;
use crate::arguments::Check;
use crate::git::{Changes, changes_since, working_copy};

/// Why findings could not be selected: a file or folder, and a message for the drafter.
pub(super) type Trouble = (PathBuf, String);

/// What is shown of a draft.
pub(super) struct Shown {
    /// None where `written` or `counted` says all that is asked of them.
    pub(super) findings: Vec<Finding>,
    /// How many findings are shown, once they were chosen.
    pub(super) counted: Counted,
    /// How many findings were accepted before.
    pub(super) accepted: usize,
    /// How many entries of the accepted list have become without effect.
    pub(super) without_effect: usize,
    /// What [`Printer::written`](super::formats::Printer::written) makes of the findings.
    pub(super) written: Vec<u8>,
}

/// What is shown. May be asked about several drafts at the same time.
pub(super) struct Selection {
    since: Option<String>,
    baseline: Option<PathBuf>,
    /// The top of the working copy that each folder is in.
    tops: Kept<Result<PathBuf, Trouble>>,
    /// What has changed in each working copy, by its top.
    copies: Kept<Result<Arc<Changes>, Trouble>>,
    /// What the file of the arguments says, once it was read.
    accepted: OnceLock<Result<AcceptedFindings, String>>,
}

impl Selection {
    /// What the arguments choose.
    pub(super) fn new(arguments: &Check) -> Self {
        Self {
            since: arguments.since.clone(),
            baseline: arguments.baseline.clone(),
            tops: Kept::default(),
            copies: Kept::default(),
            accepted: OnceLock::new(),
        }
    }

    /// The findings that nobody has accepted, and how many were: by the file that the arguments name, else by
    /// that of the settings.
    ///
    /// # Errors
    /// Where the file of accepted findings cannot be read.
    pub(super) fn open(
        &self,
        input: &Input,
        analysis: Analysis,
        workspace: &Workspace,
    ) -> Result<Shown, Trouble> {
        let location = input.location();
        let open = match self.named_list()? {
            Some(accepted) => accepted.open(&location, &analysis),
            None => workspace.open_findings(&location, &analysis),
        };
        // What nobody else holds any more is taken over without a copy.
        drop(analysis);
        let findings = open.findings.into_iter().map(rules::Placed::into_finding);
        Ok(Shown {
            findings: findings.collect(),
            counted: Counted::default(),
            accepted: open.accepted,
            without_effect: open.without_effect,
            written: Vec::new(),
        })
    }

    /// The file of accepted findings that decides for the drafts of `workspace`, where there is one that can be read.
    pub(super) fn list<'a>(&'a self, workspace: &'a Workspace) -> Option<&'a AcceptedFindings> {
        match self.named_list() {
            Ok(None) => workspace.accepted_findings(),
            named => named.ok().flatten(),
        }
    }

    /// The file of accepted findings that the arguments name.
    fn named_list(&self) -> Result<Option<&AcceptedFindings>, Trouble> {
        let Some(file) = &self.baseline else {
            return Ok(None);
        };
        let read = self.accepted.get_or_init(|| AcceptedFindings::read(file));
        let read = read
            .as_ref()
            .map_err(|message| (file.clone(), message.clone()));
        read.map(Some)
    }

    /// Leaves the findings on lines that have changed since the revision, where the arguments name one.
    ///
    /// # Errors
    /// Where git cannot tell what has changed.
    pub(super) fn leave_changed(
        &self,
        input: &Input,
        findings: &mut Vec<Finding>,
    ) -> Result<(), Trouble> {
        let Some(revision) = &self.since else {
            return Ok(());
        };
        let location = input.location();
        let file = location.path().unwrap_or(&input.path);
        let changes = self.changes(file.parent().unwrap_or(Path::new(".")), revision)?;
        let here = changes.of(file);
        findings.retain(|finding| {
            let first = input.stored.place(finding.range.start).0;
            let last = input.stored.place(finding.range.end).0;
            here.touches(first, last)
        });
        Ok(())
    }

    /// What has changed in the working copy that `folder` is in.
    fn changes(&self, folder: &Path, revision: &str) -> Result<Arc<Changes>, Trouble> {
        let told = |path: &Path, message| (path.to_owned(), message);
        let top = self.tops.of(folder, || {
            working_copy(folder).map_err(|message| told(folder, message))
        })?;
        self.copies.of(&top, || {
            let changes = changes_since(&top, revision).map_err(|message| told(&top, message))?;
            Ok(Arc::new(changes))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::arguments;
    use super::*;
    use std::process::Command;

    #[test]
    fn folders_of_one_working_copy_share_what_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name);
        for copy in ["one", "two"] {
            std::fs::create_dir_all(below(copy).join("drafts/annexes")).unwrap();
            let git = |arguments: &[&str]| {
                let mut git = Command::new("git");
                git.arg("-C").arg(below(copy)).args(arguments);
                assert!(git.status().unwrap().success());
            };
            git(&["init", "-q"]);
            let commit = ["commit", "-q", "--allow-empty", "-m", "first"];
            let author = ["-c", "user.name=A", "-c", "user.email=a@b"];
            git(&[&author[..], &["-c", "commit.gpgsign=false"], &commit].concat());
        }
        let selection = Selection::new(&arguments(&["--since", "HEAD"]));
        let changes = |name: &str| selection.changes(&below(name), "HEAD").unwrap();
        let top = changes("one");
        assert!(Arc::ptr_eq(&top, &changes("one/drafts")));
        assert!(Arc::ptr_eq(&top, &changes("one/drafts/annexes")));
        assert!(!Arc::ptr_eq(&top, &changes("two/drafts")));
        let (path, _) = selection.changes(folder.path(), "HEAD").unwrap_err();
        assert_eq!(path, folder.path());
    }
}
