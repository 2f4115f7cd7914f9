//! What lies around the drafts: folders, and settings of the editor.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::{Value, json};
use tower_lsp::ls_types as lsp;
use tower_lsp::ls_types::notification::{DidChangeConfiguration, Notification as _};
use workspace::{Location, ReadFrom, Stated};

use crate::capabilities::Agreed;
use crate::folder;
use crate::pool::Lane;
use crate::session::Session;
use crate::watching;

/// `initialize`: takes what the client can do, where it works and what it wants.
pub(crate) fn initialize(session: &Arc<Session>, params: &lsp::InitializeParams) {
    let options = params.initialization_options.clone().unwrap_or_default();
    let settings = own(&options);
    session.agree(Agreed::with(&params.capabilities, settings));
    session.life.set_parent(params.process_id);
    session.change_folders(|folders| *folders = opened(params));
    session.take_editor_options(settings);
    session
        .workspaces
        .set_client_settings(Stated::of_client(settings));
}

/// `initialized`: asks to be told when sources or settings change, and what the settings are.
pub(crate) fn watch(session: &Arc<Session>) {
    let agreed = session.agreed();
    let mut registrations = Vec::new();
    if agreed.watches_files {
        registrations.push(watching::in_folders());
    }
    if agreed.watches_settings {
        registrations.push(lsp::Registration {
            id: "settings".to_owned(),
            method: DidChangeConfiguration::METHOD.to_owned(),
            register_options: Some(json!({ "section": "penholder" })),
        });
    }
    if !registrations.is_empty() {
        session.outbox.register(registrations);
    }
    ask_for_settings(session);
}

/// Looks, beside the messages, whether sources or settings have changed without anybody telling: not every client
/// watches files, and none watches all of them.
pub(crate) fn look(session: &Arc<Session>) {
    if session.is_to_look.swap(true, Ordering::Relaxed) {
        return;
    }
    let (asker, pool) = (Arc::downgrade(session), Arc::clone(&session.pool));
    tokio::spawn(async move {
        let looked = pool.run(Lane::Folder, move |_| {
            let Some(session) = asker.upgrade() else {
                return;
            };
            // What changes from here on is for the next who looks.
            session.is_to_look.store(false, Ordering::Relaxed);
            let matters = |what: &ReadFrom| watching::matters(&session, what);
            if session.workspaces.have_changed(matters) {
                session.look_around_again_soon();
            }
        });
        let _ = looked.await;
    });
}

/// `workspace/didChangeWorkspaceFolders`.
pub(crate) fn folders(session: &Arc<Session>, event: &lsp::WorkspaceFoldersChangeEvent) {
    let paths = |folders: &[lsp::WorkspaceFolder]| -> Vec<PathBuf> {
        folders
            .iter()
            .filter_map(|folder| path_of(&folder.uri))
            .collect()
    };
    let (added, removed) = (paths(&event.added), paths(&event.removed));
    let left = move |location: &Location| {
        let inside = |folder: &PathBuf| location.path().is_some_and(|it| it.starts_with(folder));
        removed.iter().any(inside)
    };
    folder::clear(session, &left);
    session.change_folders(|folders| {
        folders.retain(|folder| !left(&Location::of_path(folder)));
        for folder in added {
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
    });
    session.look_around_again();
}

/// `workspace/didChangeConfiguration`: settings that the client sends along; one that only says that
/// something changed is asked.
pub(crate) fn configure(session: &Arc<Session>, settings: &Value) {
    if own(settings).is_object() {
        take(session, own(settings));
    } else {
        ask_for_settings(session);
    }
}

fn ask_for_settings(session: &Arc<Session>) {
    if !session.agreed().tells_settings {
        return;
    }
    let asker = Arc::downgrade(session);
    session.outbox.ask_for_settings(move |settings| {
        // A client without any says null, and those it started with stay.
        if let Some(session) = asker.upgrade()
            && settings.is_object()
        {
            take(&session, &settings);
        }
    });
}

fn take(session: &Arc<Session>, settings: &Value) {
    session.take_editor_options(settings);
    if session
        .workspaces
        .set_client_settings(Stated::of_client(settings))
    {
        session.look_around_again();
    }
}

/// What is meant for this server, with or without its name around it.
fn own(settings: &Value) -> &Value {
    settings.get("penholder").unwrap_or(settings)
}

#[expect(deprecated, reason = "older clients send nothing but a root")]
fn opened(params: &lsp::InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.as_deref().unwrap_or_default();
    let folders: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| path_of(&folder.uri))
        .collect();
    if !folders.is_empty() {
        return folders;
    }
    params.root_uri.iter().filter_map(path_of).collect()
}

/// The file or folder behind an address.
pub(crate) fn path_of(uri: &lsp::Uri) -> Option<PathBuf> {
    let location = Location::of_uri(uri.as_str());
    location.path().map(PathBuf::from)
}
