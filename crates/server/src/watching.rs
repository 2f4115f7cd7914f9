//! Which files the client is asked to watch, and which of their changes may change how every draft is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::notification::{DidChangeWatchedFiles, Notification as _};
use workspace::{Location, ReadFrom, Workspace, is_draft};

use crate::session::Session;

/// What is watched in the client's folders.
const WATCHED: [&str; 6] = [
    "**/penholder.toml",
    "**/*.tsv",
    "**/sources",
    "**/sources/**",
    "**/*.md",
    "**/*.txt",
];

/// What asks the client to watch its folders.
pub(crate) fn in_folders() -> lsp::Registration {
    let watchers = WATCHED.map(|glob| json!({ "globPattern": glob }));
    registration("files".to_owned(), &watchers)
}

/// Asks to be told of what `workspace` was read from and those patterns do not reach: a folder of sources or a list of
/// accepted findings of another name, and a corpus.
pub(crate) fn watch(session: &Arc<Session>, workspace: &Workspace) {
    let agreed = session.agreed();
    if !agreed.watches_files {
        return;
    }
    let (new, count) = session.not_yet_watched(workspace.beside());
    if new.is_empty() {
        return;
    }
    let folders = session.folders();
    let out_of_reach = new.iter().filter(|it| !is_within_reach(it, &folders));
    let watchers: Vec<Value> = out_of_reach
        .filter_map(|it| watcher(it, agreed.watches_anywhere))
        .collect();
    if !watchers.is_empty() {
        let registration = registration(format!("files {count}"), &watchers);
        session.outbox.register(vec![registration]);
    }
}

/// Whether a change at `path` may change how every draft is read: settings, accepted findings, sources, or a whole
/// folder, which may hold all of them.
pub(crate) fn concerns_all(session: &Session, path: &Path) -> bool {
    path.ends_with("penholder.toml")
        || path.extension().is_some_and(|extension| extension == "tsv")
        || (path.extension().is_none() && !is_draft(path))
        || session
            .workspaces
            .read_at(path)
            .iter()
            .any(|it| matters(session, it))
        || is_below_sources(session, path)
}

/// Whether a change of what was read may change how every draft is read. Where somebody works inside of a folder of
/// sources, drafts are saved there all the time.
pub(crate) fn matters(session: &Session, what: &ReadFrom) -> bool {
    match what {
        ReadFrom::Sources(sources) => !session.works_in(sources),
        ReadFrom::Home(_) | ReadFrom::File(_) => true,
    }
}

/// Whether a file lies below a folder `sources` in one of the client's folders.
pub(crate) fn is_below_sources(session: &Session, path: &Path) -> bool {
    session.folders().iter().any(|folder| {
        let inside = path.strip_prefix(folder);
        inside.is_ok_and(|inside| inside.iter().any(|part| part == "sources"))
    })
}

fn is_within_reach(beside: &ReadFrom, folders: &[PathBuf]) -> bool {
    let (path, is_named_so) = match beside {
        ReadFrom::Home(path) => (path, true),
        ReadFrom::File(path) => {
            let is_list = path.extension().is_some_and(|extension| extension == "tsv");
            (path, is_list || path.ends_with("penholder.toml"))
        }
        ReadFrom::Sources(path) => (path, path.ends_with("sources")),
    };
    is_named_so && folders.iter().any(|folder| path.starts_with(folder))
}

/// What the client is to watch; `None` where there is no folder to look into.
fn watcher(beside: &ReadFrom, anywhere: bool) -> Option<Value> {
    let (folder, pattern) = match beside {
        ReadFrom::Home(_) => return None,
        ReadFrom::File(file) => (file.parent()?, file.file_name()?.to_str()?),
        ReadFrom::Sources(folder) => (&**folder, "**"),
    };
    if !folder.is_dir() {
        return None;
    }
    let glob = if anywhere {
        json!({ "baseUri": Location::of_path(folder).to_uri(), "pattern": pattern })
    } else {
        let folder = folder.to_str()?.replace('\\', "/");
        json!(format!("{folder}/{pattern}"))
    };
    Some(json!({ "globPattern": glob }))
}

fn registration(id: String, watchers: &[Value]) -> lsp::Registration {
    lsp::Registration {
        id,
        method: DidChangeWatchedFiles::METHOD.to_owned(),
        register_options: Some(json!({ "watchers": watchers })),
    }
}
