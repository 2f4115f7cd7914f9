//! The file of accepted findings that a team keeps with its drafts: read, asked and written here, for the
//! editor and the command line alike.
//!
//! Its drafts are named from the folder it lies in, so that it means the same in every clone.

use std::path::{Path, PathBuf};

use resolve::Resolved;
use rules::{Baseline, Finding, Placed};

use crate::{Analysis, Location, in_words, replace_file};

/// A file of accepted findings.
#[derive(Clone, Debug)]
pub struct AcceptedFindings {
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
    /// None so far, to be written to `file`.
    pub fn beside(file: &Path) -> Self {
        Self {
            folder: folder_of(file),
            baseline: Baseline::default(),
        }
    }

    /// Reads `file`.
    ///
    /// # Errors
    /// Where it cannot be read, is no such list, or is one of a newer penholder: a message for the drafter.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                "there is no such file; --write-baseline writes one with the findings there are now"
                    .to_owned()
            }
            _ => in_words(&error),
        })?;
        let baseline = Baseline::read(&text).map_err(|error| error.to_string())?;
        Ok(Self {
            folder: folder_of(file),
            baseline,
        })
    }

    /// What `file` accepts, to be written anew: nothing where there is no such file yet, or where the list in it
    /// cannot be read.
    ///
    /// # Errors
    /// Where there is another file, which is not to be written over: a message for the drafter.
    pub fn to_renew(file: &Path) -> Result<Self, String> {
        match std::fs::read(file) {
            Ok(bytes) if !Baseline::is_meant(&String::from_utf8_lossy(&bytes)) => Err(
                "there is a file of this name that is no list of accepted findings; name another one".to_owned(),
            ),
            Ok(_) => Ok(Self::read(file).unwrap_or_else(|_| Self::beside(file))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::beside(file)),
            Err(error) => Err(in_words(&error)),
        }
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
        let path = whole.strip_prefix(&self.folder).unwrap_or(&whole);
        Some(path.to_string_lossy().replace('\\', "/"))
    }
}

fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
