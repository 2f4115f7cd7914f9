//! Files that come, change, move and go beside the drafts: settings, sources, and drafts that nobody has
//! open but whose findings are shown.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types as lsp;

use crate::folder;
use crate::folders_and_settings::path_of;
use crate::session::Session;
use crate::watching;

/// `workspace/didChangeWatchedFiles`: clients may watch more than they were asked to.
pub(crate) fn changed(session: &Arc<Session>, changes: &[lsp::FileEvent]) {
    let mut gone = Vec::new();
    let mut others = Vec::new();
    for change in changes {
        let Some(path) = path_of(&change.uri) else {
            continue;
        };
        match change.typ {
            lsp::FileChangeType::DELETED => gone.push(path),
            _ => others.push(path),
        }
    }
    take(session, &gone, &others);
}

/// `workspace/didCreateFiles`.
pub(crate) fn created(session: &Arc<Session>, files: &[lsp::FileCreate]) {
    let new: Vec<PathBuf> = files.iter().filter_map(|file| path(&file.uri)).collect();
    take(session, &[], &new);
}

/// `workspace/didRenameFiles`: gone from one place, new at another. Texts that are open are closed and
/// opened by the client.
pub(crate) fn renamed(session: &Arc<Session>, files: &[lsp::FileRename]) {
    let gone: Vec<PathBuf> = files.iter().filter_map(|it| path(&it.old_uri)).collect();
    let new: Vec<PathBuf> = files.iter().filter_map(|it| path(&it.new_uri)).collect();
    take(session, &gone, &new);
}

/// `workspace/didDeleteFiles`.
pub(crate) fn deleted(session: &Arc<Session>, files: &[lsp::FileDelete]) {
    let gone: Vec<PathBuf> = files.iter().filter_map(|file| path(&file.uri)).collect();
    take(session, &gone, &[]);
}

fn take(session: &Arc<Session>, gone: &[PathBuf], others: &[PathBuf]) {
    folder::hide(session, |location| {
        let at = location.path();
        at.is_some_and(|at| gone.iter().any(|gone| at.starts_with(gone)))
    });
    if gone
        .iter()
        .chain(others)
        .any(|path| watching::concerns_all(session, path))
    {
        session.look_around_again();
        return;
    }
    folder::again(session, |location| {
        let at = location.path();
        at.is_some_and(|at| others.iter().any(|path| path == at))
    });
}

fn path(uri: &str) -> Option<PathBuf> {
    let location = workspace::Location::of_uri(uri);
    location.path().map(Path::to_owned)
}
