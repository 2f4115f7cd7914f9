//! What lies around the drafts: folders, settings, and files that have to be watched.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::notification::{DidChangeWatchedFiles, Notification as _};
use workspace::{Location, Stated};

use crate::capabilities::Agreed;
use crate::session::Session;

/// `initialize`: takes what the client can do, where it works and what it wants.
pub(crate) fn initialize(session: &Arc<Session>, params: &lsp::InitializeParams) {
    session.agree(Agreed::with(&params.capabilities));
    session.life.set_parent(params.process_id);
    session.workspaces.set_root(first_folder(params));
    if let Some(options) = &params.initialization_options {
        session
            .workspaces
            .set_client_settings(Stated::of_client(options));
    }
}

/// `initialized`: asks to be told when sources or settings change.
pub(crate) fn watch(session: &Arc<Session>) {
    if !session.agreed().watches_files {
        return;
    }
    let watchers = ["**/penholder.toml", "**/sources", "**/sources/**"]
        .map(|glob| serde_json::json!({ "globPattern": glob }));
    session.outbox.register(vec![lsp::Registration {
        id: "surroundings".to_owned(),
        method: DidChangeWatchedFiles::METHOD.to_owned(),
        register_options: Some(serde_json::json!({ "watchers": watchers })),
    }]);
}

/// `workspace/didChangeWatchedFiles`: clients may watch more than they were asked to, and only what lies
/// in a `sources/` folder or is a settings file changes how a draft is read.
pub(crate) fn changed(session: &Arc<Session>, changes: &[lsp::FileEvent]) {
    let matters = changes
        .iter()
        .filter_map(|change| path_of(&change.uri))
        .any(|path| path.ends_with("penholder.toml") || path.iter().any(|part| part == "sources"));
    if matters {
        session.look_around_again();
    }
}

/// `workspace/didChangeWorkspaceFolders`: only texts without a file depend on the client's folders.
pub(crate) fn folders(session: &Arc<Session>, event: &lsp::WorkspaceFoldersChangeEvent) {
    if let Some(folder) = event.added.first() {
        session.workspaces.set_root(path_of(&folder.uri));
        session.look_around_again();
    }
}

/// `workspace/didChangeConfiguration`: settings that the client sends along; those of a client that
/// only says that something changed stay.
pub(crate) fn configure(session: &Arc<Session>, settings: &Value) {
    let settings = settings.get("penholder").unwrap_or(settings);
    if settings.is_object() {
        session
            .workspaces
            .set_client_settings(Stated::of_client(settings));
        session.look_around_again();
    }
}

#[expect(deprecated, reason = "older clients send nothing but a root")]
fn first_folder(params: &lsp::InitializeParams) -> Option<PathBuf> {
    let folders = params.workspace_folders.as_deref().unwrap_or_default();
    let first = folders.first().map(|folder| &folder.uri);
    path_of(first.or(params.root_uri.as_ref())?)
}

fn path_of(uri: &lsp::Uri) -> Option<PathBuf> {
    let location = Location::of_uri(uri.as_str());
    location.path().map(PathBuf::from)
}
