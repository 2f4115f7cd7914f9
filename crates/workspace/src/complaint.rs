//! What the drafter is told when something beside the drafts cannot be used: what happened, and what to do next.

use std::path::PathBuf;

use corpus::{FileProblem, Problem};

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

impl From<FileProblem> for Complaint {
    fn from(problem: FileProblem) -> Self {
        let message = if let Some(failure) = problem.failure {
            format!("{}. {}", failure.reason, failure.advice)
        } else {
            let replaced = corpus::Trouble::Replaced;
            format!("{replaced}. {}", replaced.advice())
        };
        Self {
            path: problem.path.into(),
            message,
        }
    }
}
