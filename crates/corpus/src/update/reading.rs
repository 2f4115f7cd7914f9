//! Reading one file: what it gave, ready to be stored and indexed.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::Options;
use crate::files::Found;
use crate::import::{self, Format, ImportError, LARGEST_FOREIGN_FILE, READERS};
use crate::index::Entries;
use crate::store::{Failure, FileEntry, Identity, Record};
use crate::text::{LARGEST_FILE, ReadError};

/// What reading a file gave.
pub(super) enum Reading {
    /// The bytes are as they were, and so is everything but the time of the file.
    AsBefore,
    /// Something new.
    New {
        /// What is noted of the file; its documents are not in it yet.
        entry: FileEntry,
        documents: Vec<(Record, Entries)>,
    },
}

enum Read {
    AsBefore,
    New {
        hash: Identity,
        replaced: bool,
        documents: Vec<(Record, Entries)>,
    },
}

/// Reads a file; `known` is the hash of its bytes when these readers last read it. A reader that fails,
/// even by a panic, costs this file and nothing else.
pub(super) fn read_file(found: &Found, known: Option<Identity>, options: &Options) -> Reading {
    let mut entry = FileEntry {
        size: found.size,
        modified: found.modified,
        readers: READERS,
        ..FileEntry::blank(found.path.to_string_lossy().into_owned())
    };
    let read = catch_unwind(AssertUnwindSafe(|| import_file(found, known, options)));
    let documents = match read {
        Ok(Ok(Read::AsBefore)) => return Reading::AsBefore,
        Ok(Ok(Read::New {
            hash,
            replaced,
            documents,
        })) => {
            entry.hash = Some(hash);
            entry.replaced = replaced;
            documents
        }
        Ok(Err(error)) => {
            // What keeps a file from being opened passes without leaving a mark on it: it is tried each time.
            if matches!(error, ImportError::Unread(ReadError::Unreadable(_))) {
                entry.modified = 0;
            }
            entry.failure = Some(Failure {
                stage: error.stage().to_owned(),
                reason: error.to_string(),
                advice: error.advice().to_owned(),
            });
            Vec::new()
        }
        Err(_) => {
            entry.failure = Some(Failure {
                stage: "fault".to_owned(),
                reason: "it could not be read because of a fault in penholder".to_owned(),
                advice: "Please report it.".to_owned(),
            });
            Vec::new()
        }
    };
    Reading::New { entry, documents }
}

fn import_file(
    found: &Found,
    known: Option<Identity>,
    options: &Options,
) -> Result<Read, ImportError> {
    let bytes = bytes_of(&found.path)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    let format = Format::of(&bytes, &found.path).ok_or(ImportError::UnknownFormat)?;
    if !format.is_foreign() && bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadError::TooLarge.into());
    }
    let hash = Identity(*blake3::hash(&bytes).as_bytes());
    if known == Some(hash) {
        return Ok(Read::AsBefore);
    }
    let imported = match &options.child {
        _ if !format.is_foreign() => import::read(bytes, format, &found.path)?,
        Some(child) => child.read(bytes, format, &found.path, options.limits)?,
        None => return Err(ImportError::NoReader(format)),
    };
    let documents = imported.documents.iter();
    Ok(Read::New {
        hash,
        replaced: imported.replaced,
        documents: documents
            .map(|document| (Record::of(document), Entries::of(document)))
            .collect(),
    })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, ReadError> {
    let about = fs::metadata(path).map_err(ReadError::of)?;
    if about.is_dir() {
        return Err(ReadError::Directory);
    }
    if !about.is_file() {
        return Err(ReadError::NotAFile);
    }
    if about.len() > LARGEST_FOREIGN_FILE {
        return Err(ReadError::TooLarge);
    }
    fs::read(path).map_err(ReadError::of)
}
