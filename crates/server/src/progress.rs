//! Work that takes a while, shown in the editor and cancelled from there.
//!
//! Whoever begins a work holds a [`Work`] and says how far it has come; the editor is told by a task of
//! its own, because it has to make room first and may never answer.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::ls_types as lsp;

use crate::session::Session;

/// How long the client may take to make room for a progress.
const PATIENCE: Duration = Duration::from_secs(10);

type Cancel = Arc<dyn Fn() + Send + Sync>;

/// The works that are shown, by their tokens, and how each is cancelled.
#[derive(Default)]
pub(crate) struct AtWork {
    shown: Mutex<HashMap<String, Cancel>>,
    count: AtomicU32,
}

/// How far a work has come.
pub(crate) struct Step {
    /// Of a hundred.
    pub(crate) share: u32,
    pub(crate) message: String,
}

/// A work that is shown until this is dropped.
pub(crate) struct Work {
    token: String,
    steps: UnboundedSender<Step>,
    session: Weak<Session>,
}

/// A work to be shown: its token, what it is about, and its steps; it ends with them.
pub(crate) struct Shower {
    token: lsp::ProgressToken,
    title: String,
    steps: UnboundedReceiver<Step>,
}

/// Shows a work; `None` where the client cannot. `cancel` is called when the user has had enough.
pub(crate) fn begin(
    session: &Arc<Session>,
    title: String,
    cancel: impl Fn() + Send + Sync + 'static,
) -> Option<Work> {
    if !session.agreed().shows_progress {
        return None;
    }
    let (steps, receiver) = unbounded_channel();
    let number = session.at_work.count.fetch_add(1, Ordering::Relaxed);
    let token = format!("penholder/{number}");
    session
        .at_work
        .lock()
        .insert(token.clone(), Arc::new(cancel));
    session.outbox.show_progress(Shower {
        token: lsp::ProgressToken::String(token.clone()),
        title,
        steps: receiver,
    });
    Some(Work {
        token,
        steps,
        session: Arc::downgrade(session),
    })
}

/// `window/workDoneProgress/cancel`.
pub(crate) fn cancel(session: &Arc<Session>, params: &lsp::WorkDoneProgressCancelParams) {
    let lsp::ProgressToken::String(token) = &params.token else {
        return;
    };
    // Not called under the lock, which the end of the work takes.
    let cancel = session.at_work.lock().get(token).cloned();
    if let Some(cancel) = cancel {
        cancel();
    }
}

impl AtWork {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Cancel>> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Step {
    /// `done` of `all`, in words.
    pub(crate) fn of(done: usize, all: usize, things: &str) -> Self {
        let share = (done * 100).checked_div(all).unwrap_or(0).min(100);
        Self {
            share: u32::try_from(share).unwrap_or(100),
            message: format!("{done} of {all} {things}"),
        }
    }
}

impl Work {
    /// Says how far it has come.
    pub(crate) fn step(&self, step: Step) {
        // A progress that the client did not want has nobody who listens.
        let _ = self.steps.send(step);
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Some(session) = self.session.upgrade() {
            session.at_work.lock().remove(&self.token);
        }
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
        while let Some(step) = self.steps.recv().await {
            progress
                .report_with_message(step.message, step.share, None)
                .await;
        }
        progress.finish().await;
    }
}
