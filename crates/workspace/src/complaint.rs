//! What the drafter is told when something beside the drafts cannot be used: what happened, and what to do next.
//!
//! Of many files with the same trouble the first says what to do.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use corpus::{Corpus, FileProblem, Problem};

/// Something beside the drafts that could not be used, in words for the drafter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The file or folder.
    pub path: PathBuf,
    /// What is the matter, and what to do about it where the complaints before do not say so.
    pub message: String,
}

/// What is to be said of files of a `sources/` folder.
pub(crate) fn of_folder(problems: Vec<Problem>) -> Vec<Complaint> {
    once_advised(problems.into_iter().map(|problem| {
        let advice = problem.trouble.advice().to_owned();
        (problem.path, problem.trouble.to_string(), advice)
    }))
}

/// What is to be said of files of which an index was made.
pub(crate) fn of_index(problems: Vec<FileProblem>) -> Vec<Complaint> {
    once_advised(problems.into_iter().map(|problem| {
        let (trouble, advice) = problem.failure.map_or_else(
            || {
                let replaced = corpus::Trouble::Replaced;
                (replaced.to_string(), replaced.advice().to_owned())
            },
            |failure| (failure.reason, failure.advice),
        );
        (problem.path.into(), trouble, advice)
    }))
}

/// What is to be said of the folder `sources`, of which no index was made and which is too large to be read meanwhile.
pub(crate) fn of_no_index(sources: &Path) -> Complaint {
    let trouble = corpus::Trouble::NotIndexed;
    Complaint {
        path: sources.to_owned(),
        message: format!(
            "no index of this folder was made, so what is new in it is not used. {}",
            trouble.advice()
        ),
    }
}

/// What is to be said of the index of the folder `sources`, in which damage was met.
pub(crate) fn of_damaged_index(sources: &Path) -> Complaint {
    Complaint {
        path: sources.to_owned(),
        message: "the index of this folder is damaged, so not everything in the folder was looked at. It is made \
                  anew before the next check."
            .to_owned(),
    }
}

/// What is to be said of the user's corpus, in which damage was met.
pub(crate) fn of_damaged_corpus(corpus: &Corpus) -> Complaint {
    Complaint {
        path: corpus.root().to_owned(),
        message: "your corpus is damaged, so not everything in it was looked at. “penholder corpus rebuild” mends it."
            .to_owned(),
    }
}

/// Complaints of files, each with its trouble and what to do about it.
fn once_advised(files: impl Iterator<Item = (PathBuf, String, String)>) -> Vec<Complaint> {
    let mut advised = HashSet::new();
    files
        .map(|(path, trouble, advice)| Complaint {
            path,
            message: if advised.insert(advice.clone()) {
                format!("{trouble}. {advice}")
            } else {
                format!("{trouble}.")
            },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_is_said_once() {
        let problem = |path: &str, trouble| Problem {
            path: path.into(),
            trouble,
        };
        let complaints = of_folder(vec![
            problem("a.txt", corpus::Trouble::Replaced),
            problem("b.txt", corpus::Trouble::NoDocument),
            problem("c.txt", corpus::Trouble::Replaced),
        ]);
        let advises = complaints
            .iter()
            .map(|complaint| complaint.message.contains("Save the file as UTF-8"));
        assert_eq!(advises.collect::<Vec<_>>(), [true, false, false]);
        assert!(complaints[1].message.contains("Say what it is"));
        assert!(complaints[2].message.ends_with("were replaced."));
    }
}
