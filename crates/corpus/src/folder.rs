//! A `sources/` folder: every text and Markdown file in it, read as a document.

use std::path::{Path, PathBuf};

use sources::{Documents, read};

use crate::files::{self, Unlisted};
use crate::import::HOW_TO_NAME_IT;
use crate::text::{ReadError, read_text};

/// The endings of files that are read.
const ENDINGS: [&str; 3] = ["txt", "md", "markdown"];

/// A folder of sources.
#[derive(Clone, Copy, Debug)]
pub struct Folder;

/// What kept a file of the folder from being used, or from being used as it is.
#[derive(Debug)]
pub struct Problem {
    /// The file or folder.
    pub path: PathBuf,
    /// What happened.
    pub trouble: Trouble,
}

/// What happened to a file of a `sources/` folder.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The folder, or a part of it, can't be listed.
    #[error("the folder cannot be read ({0})")]
    Unlisted(String),
    /// The file can't be read.
    #[error(transparent)]
    Unread(#[from] ReadError),
    /// It is read, but shows no symbol and no title.
    #[error("this file is not used, because no document symbol or title was found at its top")]
    NoDocument,
    /// It is of a format that is only read for an index.
    #[error("this file is not used, because no index of the sources folder was made")]
    NotIndexed,
    /// It is used, but some of its characters were unreadable.
    #[error("some characters are not UTF-8 and were replaced")]
    Replaced,
}

impl Trouble {
    /// What a drafter can do about it.
    pub const fn advice(&self) -> &'static str {
        match self {
            Self::Unlisted(_) => "Check that the folder exists and that you may open it.",
            Self::Unread(error) => error.advice(),
            Self::NoDocument => HOW_TO_NAME_IT,
            Self::NotIndexed => {
                "Let the reading of the folder come to its end, and see that indexes can be kept: the environment \
                 variable PENHOLDER_CACHE names another place for them."
            }
            Self::Replaced => "Save the file as UTF-8.",
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let advice = self.trouble.advice();
        write!(out, "{}: {}. {advice}", self.path.display(), self.trouble)
    }
}

impl Folder {
    /// Reads every text and Markdown file below `path`, in the order of their paths, and keeps the whole texts. Hidden
    /// files alone are left out; links are followed, but never in a circle. Files of other formats are
    /// [`Trouble::NotIndexed`].
    pub fn open(path: &Path) -> (Documents, Vec<Problem>) {
        let (texts, problems) = each(path, read::whole);
        (Documents::of_texts(texts), problems)
    }

    /// The same without the words of the passages, which nobody can be told of then: what is asked until an index is ready.
    pub fn open_described(path: &Path) -> (Documents, Vec<Problem>) {
        let (described, problems) = each(path, read::described);
        (Documents::described(described), problems)
    }
}

/// What `read` makes of each file below `path`, and what could not be read.
fn each<T>(path: &Path, read: impl Fn(&str, &Path) -> Option<T>) -> (Vec<T>, Vec<Problem>) {
    let mut found = Vec::new();
    let mut problems = Vec::new();
    let (files, unlisted) = files::below(path);
    for Unlisted { path, reason } in unlisted {
        problems.push(problem(&path, Trouble::Unlisted(reason)));
    }
    for file in files {
        if !is_text(&file.path) {
            problems.push(problem(&file.path, Trouble::NotIndexed));
            continue;
        }
        match read_text(&file.path) {
            Ok(text) => {
                if text.replaced {
                    problems.push(problem(&file.path, Trouble::Replaced));
                }
                match read(&text.text, &file.path) {
                    Some(source) => found.push(source),
                    None => problems.push(problem(&file.path, Trouble::NoDocument)),
                }
            }
            Err(error) => problems.push(problem(&file.path, error.into())),
        }
    }
    (found, problems)
}

/// Whether a source is a text that an editor shows as it was read. Other formats are read by a child process, for the
/// index.
pub fn is_text(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn problem(path: &Path, trouble: Trouble) -> Problem {
    Problem {
        path: path.to_owned(),
        trouble,
    }
}
