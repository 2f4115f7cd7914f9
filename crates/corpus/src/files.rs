//! Which files below a path are sources, and what the system says of each.

use std::ffi::OsStr;
use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ignore::WalkBuilder;

use crate::import::Format;

/// A file that may be a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Size in bytes.
    pub(crate) size: u64,
    /// When it was last changed, in nanoseconds since 1970; 0 where the system does not say.
    pub(crate) modified: u64,
}

/// A folder, or a part of one, that can't be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unlisted {
    pub(crate) path: PathBuf,
    pub(crate) reason: String,
}

impl Found {
    pub(crate) fn of(path: PathBuf, about: &Metadata) -> Self {
        let modified = about
            .modified()
            .ok()
            .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
            .and_then(|since| u64::try_from(since.as_nanos()).ok())
            .unwrap_or(0);
        Self {
            path,
            size: about.len(),
            modified,
        }
    }
}

/// Every file below `path` that may be a source, in the order of paths; `path` itself when it is a file.
///
/// Hidden files alone are left out, for what git or another tool leaves out is often what cannot be shared and is held
/// all the same; links are followed, but never in a circle.
pub(crate) fn below(path: &Path) -> (Vec<Found>, Vec<Unlisted>) {
    let mut found = Vec::new();
    let mut unlisted = Vec::new();
    let walk = WalkBuilder::new(path)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                unlisted.push(unlisted_by(path, &error));
                continue;
            }
        };
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        // A file that is named itself is taken whatever it is called.
        if is_folder || (entry.depth() > 0 && !is_source(entry.path())) {
            continue;
        }
        match entry.metadata() {
            Ok(about) => found.push(Found::of(entry.path().to_owned(), &about)),
            Err(error) => unlisted.push(unlisted_by(entry.path(), &error)),
        }
    }
    (found, unlisted)
}

/// The paths of all files below a folder of sources that may be sources.
pub fn files_below(sources: &Path) -> impl Iterator<Item = PathBuf> {
    below(sources).0.into_iter().map(|found| found.path)
}

/// Whether the name is that of a source: an ending that a reader knows, no note to the reader of the folder, and not what
/// Word keeps beside an open file.
pub(crate) fn is_source(path: &Path) -> bool {
    let kept_by_word = |name: &OsStr| name.as_encoded_bytes().starts_with(b"~$");
    if path.file_name().is_some_and(kept_by_word) {
        return false;
    }
    let readme = path
        .file_stem()
        .is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    !readme && Format::may_be(path)
}

fn unlisted_by(root: &Path, error: &ignore::Error) -> Unlisted {
    let path = match error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => match &**err {
            ignore::Error::WithPath { path, .. } => path.clone(),
            ignore::Error::Loop { child, .. } => child.clone(),
            _ => root.to_owned(),
        },
        _ => root.to_owned(),
    };
    let reason = match error.io_error().map(io::Error::kind) {
        Some(ErrorKind::NotFound) => "there is no such folder".to_owned(),
        Some(ErrorKind::PermissionDenied) => "you may not open it".to_owned(),
        _ => error.to_string(),
    };
    Unlisted { path, reason }
}
