//! A `sources/` folder: every text and Markdown file in it, read as a document.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use sources::{Documents, read};

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
            Self::NoDocument => {
                "Say what it is in its first lines: a line “---”, a line “symbol: ” with its symbol, a line “title: ” with its title, and a line “---”."
            }
            Self::Replaced => "Save the file as UTF-8.",
        }
    }

    /// Whether the file is not among the sources because of it.
    pub const fn is_loss(&self) -> bool {
        !matches!(self, Self::Replaced)
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let advice = self.trouble.advice();
        write!(out, "{}: {}. {advice}", self.path.display(), self.trouble)
    }
}

impl Folder {
    /// Reads every text and Markdown file below `path`, in the order of their paths. Hidden files and
    /// those that ignore files name are left out; links are followed, but never in a circle.
    pub fn open(path: &Path) -> (Documents, Vec<Problem>) {
        let mut found = Vec::new();
        let mut problems = Vec::new();
        let walk = WalkBuilder::new(path)
            .follow_links(true)
            .require_git(false)
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    problems.push(unlisted(path, &error));
                    continue;
                }
            };
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            if is_folder || !is_source(entry.path()) {
                continue;
            }
            match read_text(entry.path()) {
                Ok(text) => {
                    if text.replaced {
                        problems.push(problem(entry.path(), Trouble::Replaced));
                    }
                    match read::document(&text.text, entry.path()) {
                        Some(source) => found.push(source),
                        None => problems.push(problem(entry.path(), Trouble::NoDocument)),
                    }
                }
                Err(error) => problems.push(problem(entry.path(), error.into())),
            }
        }
        (Documents::new(found), problems)
    }
}

fn is_source(path: &Path) -> bool {
    let readme = path
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    !readme
        && path.extension().is_some_and(|ending| {
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

fn unlisted(root: &Path, error: &ignore::Error) -> Problem {
    let path = match error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => match &**err {
            ignore::Error::WithPath { path, .. } => path.clone(),
            ignore::Error::Loop { child, .. } => child.clone(),
            _ => root.to_owned(),
        },
        _ => root.to_owned(),
    };
    let reason = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    problem(&path, Trouble::Unlisted(reason))
}
