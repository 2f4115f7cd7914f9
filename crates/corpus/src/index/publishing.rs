//! A generation that is built gets its name, readers are pointed to it, and the old ones go.

use std::fs::{self, File};
use std::path::Path;

use super::build::BASIS;
use super::generation::{self, IN_USE, Mark, TEXT};
use crate::error::{At, CorpusError};
use crate::layout::{Layout, UNFINISHED, sync_folder, write_atomically};
use crate::locked::LockedFile;

/// The one file of the full text that carries no checksum of its own.
pub(super) const DESCRIPTION: &str = "meta.json";

/// The files of the full text with their lengths.
pub(super) fn text_files(folder: &Path) -> Result<Vec<(String, Mark)>, CorpusError> {
    let text = folder.join(TEXT);
    let mut files = Vec::new();
    for entry in fs::read_dir(&text).at(&text)? {
        let entry = entry.at(&text)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if is_lock(&name) {
            let _ = fs::remove_file(entry.path());
            continue;
        }
        let mut mark = Mark {
            length: entry.metadata().at(&text)?.len(),
            hash: String::new(),
        };
        if name == DESCRIPTION {
            let bytes = fs::read(entry.path()).at(&text)?;
            mark.hash = blake3::hash(&bytes).to_hex().to_string();
        }
        files.push((format!("{TEXT}/{name}"), mark));
    }
    Ok(files)
}

/// Gives the folder its name and points readers to it.
pub(super) fn publish_folder(layout: &Layout, folder: &Path) -> Result<String, CorpusError> {
    let last = generation::names(layout)
        .last()
        .and_then(|name| generation::number(name))
        .unwrap_or(0);
    let name = generation::name(last + 1);
    let target = layout.generation(&name);
    sync_folder(folder)?;
    fs::rename(folder, &target).at(&target)?;
    sync_folder(&layout.index())?;
    // Only a build that was broken off needs to know what it stood on.
    let _ = fs::remove_file(target.join(BASIS));
    write_atomically(&layout.current(), format!("{name}\n").as_bytes())?;
    Ok(name)
}

/// What a generation is called while it is being cleared away: no name that a reader follows.
const CLEARED: &str = "cleared-";

/// Removes every generation but `current` that no reader holds, and what broken-off processes have left.
/// What cannot be removed now goes the next time.
pub(crate) fn clear_away(layout: &Layout, current: &str) {
    for name in generation::names(layout) {
        if name != current {
            take_away(layout, &name);
        }
    }
    let entries = fs::read_dir(layout.index()).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let _ = if name.starts_with(CLEARED) {
            fs::remove_dir_all(entry.path())
        } else if name.starts_with(UNFINISHED) {
            fs::remove_file(entry.path())
        } else {
            Ok(())
        };
    }
}

/// Takes a generation its name, in one step and behind its lock: a reader has either held it before, and
/// it stays, or finds all of it gone.
fn take_away(layout: &Layout, name: &str) {
    let folder = layout.generation(name);
    let in_use = match File::open(folder.join(IN_USE)).map(LockedFile::alone) {
        Ok(Err(_)) => return,
        Ok(Ok(locked)) => Some(locked),
        Err(_) => None,
    };
    // Windows renames no folder with an open file in it, which keeps out readers just as well.
    let in_use = in_use.filter(|_| cfg!(unix));
    let _ = fs::rename(&folder, layout.index().join(format!("{CLEARED}{name}")));
    drop(in_use);
}

/// Whether a file of the full text is one of the engine's locks, which are empty and its own.
pub(super) fn is_lock(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending == "lock")
}
