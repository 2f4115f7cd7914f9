//! The accepted findings of a team, in a file that is kept with the drafts.
//!
//! A finding is known again by its draft, its code and the words it stands on, so that it stays accepted
//! when the text around it moves, and comes back when its own words change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rules::Finding;
use serde::{Deserialize, Serialize};
use workspace::in_words;

/// The version of the format that is written. Older ones are read.
const VERSION: u32 = 1;

/// Accepted findings.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    folder: PathBuf,
    accepted: BTreeMap<Accepted, usize>,
}

/// The file.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    accepted: Vec<Entry>,
}

/// A finding and why it was accepted.
#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    finding: Accepted,
    count: usize,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    reason: String,
}

/// What a finding is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Accepted {
    path: String,
    code: String,
    words: String,
}

impl Baseline {
    /// An empty one that will be written to `file`.
    pub(crate) fn beside(file: &Path) -> Self {
        Self {
            folder: folder_of(file),
            accepted: BTreeMap::new(),
        }
    }

    /// Reads `file`.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|error| in_words(&error))?;
        let stored: Stored = serde_json::from_str(&text).map_err(|error| {
            format!(
                "this is no list of accepted findings: line {}: {error}",
                error.line()
            )
        })?;
        if stored.version > VERSION {
            return Err(format!(
                "this list of accepted findings is of version {}, and this penholder reads version {VERSION}; \
                 update penholder, or write the list anew with --write-baseline",
                stored.version
            ));
        }
        let entries = stored.accepted.into_iter();
        Ok(Self {
            accepted: entries.map(|entry| (entry.finding, entry.count)).collect(),
            ..Self::beside(file)
        })
    }

    /// Accepts the findings of a draft.
    pub(crate) fn accept(&mut self, path: &Path, text: &str, findings: &[Finding]) {
        for finding in findings {
            let accepted = self.known_by(path, text, finding);
            *self.accepted.entry(accepted).or_default() += 1;
        }
    }

    /// The findings that were not accepted; of equal ones as many as were accepted are left out.
    pub(crate) fn without_accepted(
        &self,
        path: &Path,
        text: &str,
        mut findings: Vec<Finding>,
    ) -> Vec<Finding> {
        let mut left: BTreeMap<Accepted, usize> = BTreeMap::new();
        findings.retain(|finding| {
            let known_by = self.known_by(path, text, finding);
            let accepted = self.accepted.get(&known_by).copied().unwrap_or(0);
            let used = left.entry(known_by).or_default();
            *used += 1;
            *used > accepted
        });
        findings
    }

    /// Writes `file`.
    ///
    /// # Errors
    /// A message for the drafter.
    pub(crate) fn write(&self, file: &Path) -> Result<(), String> {
        let entries = self.accepted.iter().map(|(finding, count)| Entry {
            finding: finding.clone(),
            count: *count,
            reason: String::new(),
        });
        let stored = Stored {
            version: VERSION,
            accepted: entries.collect(),
        };
        // Strings and numbers can always be written.
        let mut text = serde_json::to_string_pretty(&stored).unwrap_or_default();
        text.push('\n');
        std::fs::write(file, text).map_err(|error| in_words(&error))
    }

    fn known_by(&self, path: &Path, text: &str, finding: &Finding) -> Accepted {
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let path = whole.strip_prefix(&self.folder).unwrap_or(path);
        let words = text.get(finding.range.clone()).unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().collect();
        Accepted {
            path: path.to_string_lossy().replace('\\', "/"),
            code: finding.code.to_owned(),
            words: words.join(" "),
        }
    }
}

fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}
