//! The file of accepted findings that a team keeps with its drafts: read, asked and written here, for the
//! editor and the command line alike.
//!
//! Its drafts are named from the folder it lies in, up and down, so that it means the same in every clone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use resolve::Resolved;
use rules::{Baseline, Finding, Placed};

use crate::{Analysis, DraftText, Location, replace_file};

/// A file of accepted findings.
#[derive(Clone, Debug)]
pub struct AcceptedFindings {
    file: PathBuf,
    folder: PathBuf,
    baseline: Baseline,
}

/// What is open in a draft.
#[derive(Clone, Debug)]
pub struct OpenFindings {
    /// The findings that nobody has accepted, in order.
    pub findings: Vec<Placed>,
    /// How many findings were accepted.
    pub accepted: usize,
    /// How many entries for this draft accept nothing any more, since what they accepted is no longer there.
    pub without_effect: usize,
}

impl OpenFindings {
    /// Of a draft in which nothing was accepted.
    pub(crate) fn all(findings: Vec<Placed>) -> Self {
        Self {
            findings,
            accepted: 0,
            without_effect: 0,
        }
    }
}

impl AcceptedFindings {
    fn of(file: &Path, baseline: Baseline) -> Self {
        let folder = folder_of(file);
        Self {
            baseline: baseline.with_drafts(|draft| path_from(&folder, Path::new(draft))),
            file: file.to_owned(),
            folder,
        }
    }

    /// Reads `file`.
    ///
    /// # Errors
    /// Where it cannot be read, is no such list, or is one of a newer penholder: a message for the drafter.
    pub fn read(file: &Path) -> Result<Self, String> {
        if !file.exists() {
            return Err(
                "there is no such file; --write-baseline writes one with the findings there are now".to_owned(),
            );
        }
        let text = DraftText::of_file(file)?.text;
        let baseline = Baseline::read(&text).map_err(|error| error.to_string())?;
        Ok(Self::of(file, baseline))
    }

    /// What `file` accepts in drafts that are still there, to be written anew, and how many of its lines are no entries
    /// and will be gone: nothing where there is no such file yet.
    ///
    /// # Errors
    /// Where there is another file, or a list of a newer penholder, neither of which is to be written over: a message
    /// for the drafter.
    pub fn to_renew(file: &Path) -> Result<(Self, usize), String> {
        if !file.exists() {
            return Ok((Self::of(file, Baseline::default()), 0));
        }
        let text = DraftText::of_file(file)?.text;
        if !Baseline::is_meant(&text) {
            return Err(
                "there is a file of this name that is no list of accepted findings; name another one".to_owned(),
            );
        }
        let (baseline, others) = Baseline::readable(&text).map_err(|error| error.to_string())?;
        let mut accepted = Self::of(file, baseline);
        let folder = &accepted.folder;
        let is_gone = |draft: &str| !folder.join(draft).exists();
        accepted.baseline = std::mem::take(&mut accepted.baseline).without_drafts(is_gone);
        Ok((accepted, others.len()))
    }

    /// The file it was read from.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// How many entries are for drafts that are no longer there.
    pub fn of_gone_drafts(&self) -> usize {
        let entries = self.baseline.entries().iter();
        let drafts = entries.map(|entry| entry.draft.as_str());
        let by_draft = drafts.fold(BTreeMap::new(), |mut counted, draft| {
            *counted.entry(draft).or_insert(0) += 1;
            counted
        });
        let gone = by_draft
            .iter()
            .filter(|(draft, _)| !self.folder.join(draft).exists());
        gone.map(|(_, count)| count).sum()
    }

    /// The findings of a draft, which lives at `location`, that nobody has accepted; of equal ones as many as were
    /// accepted are left out.
    pub fn open(&self, location: &Location, analysis: &Analysis) -> OpenFindings {
        let mut findings = analysis.in_place();
        let Some(path) = self.path_of(location) else {
            return OpenFindings::all(findings);
        };
        let all = findings.len();
        let mut left: Vec<Finding> = findings.iter().map(Placed::to_finding).collect();
        let without_effect = self
            .baseline
            .take_out(&path, &analysis.resolved, &mut left)
            .len();
        let mut left = left.iter().peekable();
        // Of two findings in one place one may have been accepted.
        let is_left = |it: &&Finding, placed: &Placed| {
            it.range == placed.range() && **it == placed.to_finding()
        };
        findings.retain(|placed| left.next_if(|it| is_left(it, placed)).is_some());
        OpenFindings {
            accepted: all - findings.len(),
            without_effect,
            findings,
        }
    }

    /// Accepts `found` in a draft, with the reasons that were given for those accepted before. A text that is
    /// no file has nothing that could be known again.
    pub fn accept(&mut self, location: &Location, resolved: &Resolved, found: &[Finding]) {
        if let Some(path) = self.path_of(location) {
            self.baseline = self.baseline.renewed(&path, resolved, found);
        }
    }

    /// Writes `file`.
    ///
    /// # Errors
    /// Where it cannot be written: a message for the drafter.
    pub fn write(&self, file: &Path) -> Result<(), String> {
        replace_file(file, self.baseline.text().as_bytes())
    }

    /// The draft's path as the file writes it.
    fn path_of(&self, location: &Location) -> Option<String> {
        let path = location.path()?;
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Some(path_from(&self.folder, &whole))
    }
}

/// The path of `whole` as a list in `folder` writes it: relative, unless they have nothing in common.
fn path_from(folder: &Path, whole: &Path) -> String {
    let shared = folder
        .ancestors()
        .filter(|place| place.parent().is_some())
        .enumerate();
    let mut below = shared.filter_map(|(up, place)| Some((up, whole.strip_prefix(place).ok()?)));
    let path = match below.next() {
        Some((up, rest)) => "../".repeat(up) + &rest.to_string_lossy(),
        None => whole.to_string_lossy().into_owned(),
    };
    path.replace('\\', "/")
}

fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_beside_the_folder_of_the_list_have_the_same_path_in_every_clone() {
        for (folder, whole, path) in [
            ("/clone/ci", "/clone/ci/a.md", "a.md"),
            ("/clone/ci", "/clone/drafts/a.md", "../drafts/a.md"),
            ("/clone/ci/lists", "/clone/a.md", "../../a.md"),
            ("/clone/ci", "/other/a.md", "/other/a.md"),
            ("/clone/ci", "drafts/a.md", "drafts/a.md"),
        ] {
            assert_eq!(path_from(Path::new(folder), Path::new(whole)), path);
        }
    }

    #[test]
    fn a_list_outlives_editors_merges_and_drafts() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("accepted.tsv");
        std::fs::write(folder.path().join("a.md"), "GMG").unwrap();
        let head = "\u{feff}# Findings that penholder leaves out, version 2\r\n# agreed in May\r\n";
        let list = format!("{head}a.md\tA001\tgmg\tknown\r\ngone.md\tC003\t67/999\tsoon out\r\n");
        std::fs::write(&file, &list).unwrap();
        assert_eq!(AcceptedFindings::read(&file).unwrap().of_gone_drafts(), 1);
        std::fs::write(&file, list + "<<<<<<< HEAD\r\n").unwrap();
        assert!(AcceptedFindings::read(&file).is_err());
        let (kept, left_out) = AcceptedFindings::to_renew(&file).unwrap();
        assert_eq!(left_out, 1);
        kept.write(&file).unwrap();
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(
            written.contains("# agreed in May\n") && written.contains("\tknown\n"),
            "{written}"
        );
        assert!(!written.contains("gone.md"), "{written}");
        let newer = "# Findings that penholder leaves out, version 9\n";
        std::fs::write(&file, newer).unwrap();
        assert!(AcceptedFindings::to_renew(&file).is_err());
    }
}
