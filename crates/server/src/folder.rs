//! The findings of every draft in the client's folders, whether it is open or not.
//!
//! Drafts are looked at one after the other in a lane of their own, so that nobody who types waits, and
//! a cancellation acts before the next draft.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types as lsp;
use workspace::{DraftText, Drafts, Location, OpenText, Workspace};

use crate::capabilities::Delivery;
use crate::commands;
use crate::diagnostics;
use crate::findings_list::FindingsArray;
use crate::log::note;
use crate::outbox::Publish;
use crate::pool::{Lane, Stop};
use crate::progress::{self, Step};
use crate::session::Session;

/// Checks all drafts of a folder, or of all folders, and shows their findings.
pub(crate) const CHECK: &str = "penholder.checkFolder";

/// Takes away what the check of a folder has shown.
pub(crate) const CLEAR: &str = "penholder.clearFolder";

/// One draft, checked.
pub(crate) struct Checked {
    pub(crate) location: Location,
    pub(crate) uri: lsp::Uri,
    /// Of a text that is open.
    pub(crate) version: Option<i32>,
    pub(crate) findings: Vec<lsp::Diagnostic>,
    /// What it was checked against.
    pub(crate) workspace: Arc<Workspace>,
}

/// What is shown of a draft that a check of a folder has looked at.
pub(crate) struct Shown {
    /// The address it is shown under.
    uri: String,
    /// Whether it has findings that this check shows, and not its task.
    has_findings: bool,
}

/// Checks the drafts of the folder that `arguments` name, else of all folders.
pub(crate) async fn check(session: Arc<Session>, arguments: &[Value]) -> Result<Value> {
    let folder = commands::address(arguments)
        .and_then(|uri| Location::of_uri(uri).path().map(Path::to_owned));
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let work = progress::begin(&session, "Checking drafts".to_owned(), move || {
        stopped.store(true, Ordering::Relaxed);
    });
    let (drafts, problems) = drafts(&session, folder.clone()).await?;
    let mut unchecked = problems;
    let there: HashSet<Location> = drafts.iter().map(|path| Location::of_path(path)).collect();
    hide(&session, |location| {
        let path = location.path().filter(|_| !there.contains(location));
        path.is_some_and(|path| {
            folder
                .as_ref()
                .is_none_or(|folder| path.starts_with(folder))
        })
    });
    let (mut looked_at, mut findings) = (0, 0);
    for path in &drafts {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        session.wire.drained().await;
        match checked_in_pool(&session, path.clone()).await {
            Ok(checked) => {
                looked_at += 1;
                findings += checked.findings.len();
                show(&session, checked);
            }
            Err(message) => {
                unchecked.push(format!("{}: {message}", path.display()));
                let location = Location::of_path(path);
                hide(&session, |other| *other == location);
            }
        }
        if let Some(work) = &work {
            work.step(Step::of(looked_at, drafts.len(), "drafts"));
        }
    }
    session.warn(unchecked.clone());
    Ok(json!({
        "drafts": looked_at,
        "findings": findings,
        "unchecked": unchecked,
        "cancelled": stop.load(Ordering::Relaxed),
    }))
}

/// Checks again drafts that a check of a folder has looked at and that nobody has open, because they or something
/// beside them have changed.
pub(crate) fn again(session: &Arc<Session>, which: impl Fn(&Location) -> bool) {
    let checked = session.checked.iter();
    let due: Vec<Location> = checked
        .map(|entry| entry.key().clone())
        .filter(|location| which(location) && session.texts.get(location).is_none())
        .collect();
    if !session.recheck_queue.add(due) {
        return;
    }
    let session = Arc::downgrade(session);
    tokio::spawn(async move {
        while let Some(session) = session.upgrade() {
            let Some(location) = session.recheck_queue.next() else {
                return;
            };
            look_again(&session, &location).await;
        }
    });
}

/// Checks one draft again, unless its findings were taken away meanwhile.
async fn look_again(session: &Arc<Session>, location: &Location) {
    let is_wanted = || session.checked.contains_key(location);
    let Some(path) = location.path().filter(|_| is_wanted()) else {
        return;
    };
    match checked_in_pool(session, path.to_owned()).await {
        Ok(checked) if is_wanted() => show(session, checked),
        Ok(_) => {}
        Err(_) => hide(session, |other| other == location),
    }
}

/// Takes away the findings of drafts that are not open, and forgets that they were looked at.
pub(crate) fn clear(session: &Arc<Session>, which: impl Fn(&Location) -> bool) {
    hide(session, &which);
    session.checked.retain(|location, _| !which(location));
}

/// Takes away the findings of drafts that are not open. What was deleted may come again.
pub(crate) fn hide(session: &Arc<Session>, which: impl Fn(&Location) -> bool) {
    for mut entry in session.checked.iter_mut() {
        if which(entry.key()) && std::mem::take(&mut entry.has_findings) {
            publish(session, entry.uri.clone(), &[]);
        }
    }
}

/// Leaves the findings of a draft to its task.
pub(crate) fn leave_to_draft_task(session: &Arc<Session>, location: &Location) {
    if let Some(mut shown) = session.checked.get_mut(location) {
        shown.has_findings = false;
    }
}

/// Shows the findings of a draft, unless it is open, when its task does.
fn show(session: &Arc<Session>, checked: Checked) {
    if session.agreed().delivery == Delivery::Pull {
        return;
    }
    let uri = checked.uri.as_str().to_owned();
    let is_open = session.texts.get(&checked.location).is_some();
    let has_findings = !is_open && !checked.findings.is_empty();
    let shown = Shown {
        uri: uri.clone(),
        has_findings,
    };
    let before = session.checked.insert(checked.location, shown);
    if !is_open && (has_findings || before.is_some_and(|before| before.has_findings)) {
        publish(session, uri, &checked.findings);
    }
}

fn publish(session: &Session, uri: String, findings: &[lsp::Diagnostic]) {
    session.outbox.publish(Publish {
        uri,
        version: None,
        findings: FindingsArray::of(findings),
    });
}

async fn checked_in_pool(
    session: &Arc<Session>,
    path: PathBuf,
) -> std::result::Result<Checked, String> {
    let asker = Arc::clone(session);
    let done = session
        .pool
        .run(Lane::Folder, move |stop| checked(&asker, &path, stop))
        .await;
    lost_or(done).unwrap_or_else(|| Err("it could not be checked".to_owned()))
}

/// What a job gave; one that was lost is noted.
pub(crate) fn lost_or<T>(done: std::result::Result<T, crate::pool::Lost>) -> Option<T> {
    done.inspect_err(|_| note("a draft could not be checked; the server goes on"))
        .ok()
}

/// Checks one draft: as it is open, else as the file has it. Takes time: for the pool.
pub(crate) fn checked(
    session: &Arc<Session>,
    path: &Path,
    stop: &Stop,
) -> std::result::Result<Checked, String> {
    let location = Location::of_path(path);
    let open = session.texts.get(&location);
    let version = open.as_ref().map(|text| text.version);
    let text = open.map_or_else(|| read(&location, path), Ok)?;
    let uri: lsp::Uri = text
        .uri
        .parse()
        .map_err(|_| "its address cannot be read".to_owned())?;
    let stop = || stop.is_set();
    let view = session.checked(text, uri.clone(), &stop);
    let view = view.and_then(|view| session.settled(view, &stop));
    let view = view.ok_or_else(|| "nobody waits for it any more".to_owned())?;
    let findings = diagnostics::shown(&view);
    Ok(Checked {
        location,
        uri,
        version,
        findings,
        workspace: Arc::clone(&view.workspace),
    })
}

/// A draft that is not open, as its file has it.
pub(crate) fn read(location: &Location, path: &Path) -> std::result::Result<Arc<OpenText>, String> {
    let read = DraftText::of_file(path)?;
    let text = OpenText::new(&location.to_uri(), "", 0, &read.text);
    Ok(Arc::new(text))
}

/// The drafts in a folder, or in all folders of the client, each once, and what could not be looked into.
pub(crate) async fn drafts(
    session: &Arc<Session>,
    only: Option<PathBuf>,
) -> Result<(Vec<PathBuf>, Vec<String>)> {
    let folders = only.map_or_else(|| session.folders(), |folder| vec![folder]);
    let asker = Arc::clone(session);
    let walk = move |stop: &Stop| {
        let (mut drafts, mut problems) = (Vec::new(), Vec::new());
        for folder in folders {
            if stop.is_set() {
                break;
            }
            let (mut found, mut failed) = asker.workspaces.drafts_under(&folder, Drafts::Texts);
            drafts.append(&mut found);
            problems.append(&mut failed);
        }
        drafts.sort();
        drafts.dedup();
        (drafts, problems)
    };
    let walked = session.pool.run(Lane::Folder, walk).await;
    walked.map_err(|_| Error::internal_error())
}
