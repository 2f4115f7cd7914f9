//! The index of a sources folder, shown while it is brought up to date beside the server.
//!
//! The workspace says what happens; here it becomes work-done progress in the editor, which can be
//! cancelled, and at its end every draft is looked at again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::ls_types as lsp;
use workspace::{Indexing, Progress};

use crate::session::Session;

/// How long the client may take to make room for a progress.
const PATIENCE: Duration = Duration::from_secs(10);

/// Indexes that are being brought up to date, and the progress that shows each.
#[derive(Default)]
pub(crate) struct AtWork {
    folders: Mutex<HashMap<PathBuf, Shown>>,
    count: AtomicU32,
}

struct Shown {
    token: String,
    steps: UnboundedSender<Progress>,
}

/// A progress to be shown: its token, what it is about, and its steps; it ends with them.
pub(crate) struct Shower {
    token: lsp::ProgressToken,
    title: String,
    steps: UnboundedReceiver<Progress>,
}

/// Listens to what happens to indexes.
pub(crate) fn listen(session: &Arc<Session>) {
    let then = Arc::downgrade(session);
    session.workspaces.on_indexing(move |what| {
        let Some(session) = then.upgrade() else {
            return;
        };
        match what {
            Indexing::Begun(folder) => begin(&session, folder),
            Indexing::Goes(folder, progress) => session.at_work.step(&folder, progress),
            Indexing::Ended(folder) => {
                session.at_work.end(&folder);
                session.look_around_again();
            }
        }
    });
}

/// `window/workDoneProgress/cancel`: what has been read stays read.
pub(crate) fn cancel(session: &Arc<Session>, params: &lsp::WorkDoneProgressCancelParams) {
    let lsp::ProgressToken::String(token) = &params.token else {
        return;
    };
    if let Some(folder) = session.at_work.folder_of(token) {
        session.workspaces.cancel_indexing(&folder);
    }
}

fn begin(session: &Arc<Session>, folder: PathBuf) {
    if !session.agreed().shows_progress {
        return;
    }
    let (steps, receiver) = unbounded_channel();
    let number = session.at_work.count.fetch_add(1, Ordering::Relaxed);
    let token = format!("penholder/sources/{number}");
    session.outbox.show_progress(Shower {
        token: lsp::ProgressToken::String(token.clone()),
        title: format!("Reading {}", folder.display()),
        steps: receiver,
    });
    session
        .at_work
        .lock()
        .insert(folder, Shown { token, steps });
}

impl AtWork {
    fn step(&self, folder: &Path, progress: Progress) {
        if let Some(shown) = self.lock().get(folder) {
            // A progress that the client did not want has nobody who listens.
            let _ = shown.steps.send(progress);
        }
    }

    fn end(&self, folder: &Path) {
        self.lock().remove(folder);
    }

    fn folder_of(&self, token: &str) -> Option<PathBuf> {
        let folders = self.lock();
        let (folder, _) = folders.iter().find(|(_, shown)| shown.token == token)?;
        Some(folder.clone())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<PathBuf, Shown>> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shower {
    /// Shows the progress to its end. A task of its own: a client that never answers holds up nobody.
    pub(crate) async fn show(mut self, client: Client) {
        let create = client.create_work_done_progress(self.token.clone());
        if !matches!(tokio::time::timeout(PATIENCE, create).await, Ok(Ok(()))) {
            return;
        }
        let progress = client
            .progress(self.token.clone(), self.title)
            .with_percentage(0)
            .with_cancel_button()
            .begin()
            .await;
        let mut files = 0;
        while let Some(step) = self.steps.recv().await {
            match step {
                Progress::Found(found) => files = found,
                Progress::Read(read) => {
                    let share = (read * 100).checked_div(files).unwrap_or(0).min(100);
                    let message = format!("{read} of {files} files");
                    progress
                        .report_with_message(message, u32::try_from(share).unwrap_or(100), None)
                        .await;
                }
                Progress::Publishing => {
                    progress
                        .report_with_message("writing the index", 100, None)
                        .await;
                }
            }
        }
        progress.finish().await;
    }
}
