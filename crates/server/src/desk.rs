//! The desk of one draft: the newest text lies on top, and a clerk of its own works out the findings.
//!
//! Texts that came and went while the clerk was busy are never looked at. What touches the place where
//! somebody is typing waits until the typing moves on or rests; so does a large message that would say
//! nothing but that the same findings have moved, which editors see for themselves.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tower_lsp::ls_types as lsp;
use workspace::OpenText;

use crate::content::Content;
use crate::diagnostics::{self, Findings};
use crate::log::note;
use crate::outbox::{Outbox, Publish};
use crate::pool::Lane;
use crate::session::Session;

/// How long typing has to rest before what it touches is shown.
const REST: Duration = Duration::from_millis(1500);

/// The desk of one draft.
pub(crate) struct Desk {
    top: watch::Sender<Arc<OpenText>>,
    door: Arc<Door>,
}

/// The way of one draft's findings to the outbox. Once shut, nothing passes.
struct Door {
    is_open: Mutex<bool>,
    outbox: Outbox,
    uri: String,
}

impl Desk {
    /// A desk with `text` on it, and its clerk at work.
    pub(crate) fn new(session: &Arc<Session>, text: Arc<OpenText>) -> Self {
        let door = Arc::new(Door {
            is_open: Mutex::new(true),
            outbox: session.outbox.clone(),
            uri: session.spellings.original(&text.uri),
        });
        let (top, texts) = watch::channel(text);
        tokio::spawn(attend(Arc::downgrade(session), texts, Arc::clone(&door)));
        Self { top, door }
    }

    /// Lays a newer text on top.
    pub(crate) fn lay(&self, text: Arc<OpenText>) {
        self.top.send_replace(text);
    }

    /// Clears the findings; whatever the clerk is still working out goes nowhere.
    pub(crate) fn clear(&self) {
        let mut is_open = self.door.lock();
        *is_open = false;
        self.door.outbox.publish(Publish {
            uri: self.door.uri.clone(),
            version: None,
            diagnostics: Vec::new(),
        });
    }
}

impl Door {
    fn publish(&self, version: i32, diagnostics: Vec<lsp::Diagnostic>) {
        // Held while sending, so that nothing slips out after the findings were cleared.
        let is_open = self.lock();
        if *is_open {
            self.outbox.publish(Publish {
                uri: self.uri.clone(),
                version: Some(version),
                diagnostics,
            });
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, bool> {
        self.is_open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The clerk. Goes home when the desk is gone.
async fn attend(
    session: Weak<Session>,
    mut texts: watch::Receiver<Arc<OpenText>>,
    door: Arc<Door>,
) {
    let mut told: Option<Content> = None;
    loop {
        let text = Arc::clone(&texts.borrow_and_update());
        let version = text.version;
        let Some(session) = session.upgrade() else {
            return;
        };
        let findings = work_out(&session, text).await;
        drop(session);
        if let Some(Findings { shown, held }) = findings {
            let content = Content::of(&shown);
            let can_wait = content.is_large() && told == Some(content);
            if !can_wait {
                door.publish(version, shown.clone());
                told = Some(content);
            }
            if can_wait || !held.is_empty() {
                tokio::select! {
                    biased;
                    newer = texts.changed() => match newer {
                        Ok(()) => continue,
                        Err(_) => return,
                    },
                    () = tokio::time::sleep(REST) => {}
                }
                let all = diagnostics::together(shown, held);
                told = Some(Content::of(&all));
                door.publish(version, all);
            }
        }
        if texts.changed().await.is_err() {
            return;
        }
    }
}

async fn work_out(session: &Arc<Session>, text: Arc<OpenText>) -> Option<Findings> {
    let asker = Arc::clone(session);
    let done = session.pool.run(Lane::Analysis, move || {
        let uri = text.uri.parse().ok()?;
        Some(diagnostics::of(&asker.view(text, uri)))
    });
    done.await.unwrap_or_else(|_| {
        note("a draft could not be checked; the server goes on");
        None
    })
}
