//! The desk of one draft: the newest text lies on top, and a clerk of its own works out the findings.
//!
//! Texts that came and went while the clerk was busy are never looked at. What touches the place where
//! somebody is typing waits until the typing moves on or rests; so does a large message that would say
//! nothing but that the same findings have moved, which editors see for themselves. A client that pulls
//! is sent nothing; it is asked to ask again once what was left out may be said.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::watch;
use tower_lsp::ls_types as lsp;
use workspace::OpenText;

use crate::capabilities::Delivery;
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
    rested: Arc<Rested>,
}

/// The version at which typing came to rest last.
struct Rested(AtomicI64);

/// The way of one draft's findings to the outbox. Once shut, nothing passes.
struct Door {
    is_open: Mutex<bool>,
    outbox: Outbox,
    delivery: Delivery,
    uri: String,
}

impl Desk {
    /// A desk with `text` on it, and its clerk at work.
    pub(crate) fn new(session: &Arc<Session>, text: Arc<OpenText>) -> Self {
        let door = Arc::new(Door {
            is_open: Mutex::new(true),
            outbox: session.outbox.clone(),
            delivery: session.agreed().delivery,
            uri: session.spellings.original(&text.uri),
        });
        let rested = Arc::new(Rested(AtomicI64::new(i64::MIN)));
        let (top, texts) = watch::channel(text);
        let clerk = Clerk {
            session: Arc::downgrade(session),
            door: Arc::clone(&door),
            rested: Arc::clone(&rested),
        };
        tokio::spawn(clerk.attend(texts));
        Self { top, door, rested }
    }

    /// Lays a newer text on top.
    pub(crate) fn lay(&self, text: Arc<OpenText>) {
        self.top.send_replace(text);
    }

    /// Whether nobody has typed for a while since `version` came.
    pub(crate) fn has_rested_at(&self, version: i32) -> bool {
        self.rested.0.load(Ordering::Relaxed) == i64::from(version)
    }

    /// Clears the findings; whatever the clerk is still working out goes nowhere.
    pub(crate) fn clear(&self) {
        let mut is_open = self.door.lock();
        *is_open = false;
        if self.door.delivery == Delivery::Pull {
            return;
        }
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
struct Clerk {
    session: Weak<Session>,
    door: Arc<Door>,
    rested: Arc<Rested>,
}

impl Clerk {
    async fn attend(self, mut texts: watch::Receiver<Arc<OpenText>>) {
        let mut told: Option<Content> = None;
        loop {
            let text = Arc::clone(&texts.borrow_and_update());
            let version = text.version;
            let Some(session) = self.session.upgrade() else {
                return;
            };
            let findings = work_out(&session, text).await;
            drop(session);
            if let Some(findings) = findings {
                let waits = match self.door.delivery {
                    Delivery::Push => self.publish(version, &findings, &mut told),
                    Delivery::Pull => !findings.held.is_empty(),
                };
                if waits {
                    tokio::select! {
                        biased;
                        newer = texts.changed() => match newer {
                            Ok(()) => continue,
                            Err(_) => return,
                        },
                        () = tokio::time::sleep(REST) => {}
                    }
                    self.rest(version, findings, &mut told);
                }
            }
            if texts.changed().await.is_err() {
                return;
            }
        }
    }

    /// Publishes what may be said at once, and says whether something is left for later.
    fn publish(&self, version: i32, findings: &Findings, told: &mut Option<Content>) -> bool {
        let content = Content::of(&findings.shown);
        let can_wait = content.is_large() && *told == Some(content);
        if !can_wait {
            self.door.publish(version, findings.shown.clone());
            *told = Some(content);
        }
        can_wait || !findings.held.is_empty()
    }

    /// Says everything, now that typing rests.
    fn rest(&self, version: i32, findings: Findings, told: &mut Option<Content>) {
        self.rested.0.store(i64::from(version), Ordering::Relaxed);
        match self.door.delivery {
            Delivery::Push => {
                let all = diagnostics::together(findings.shown, findings.held);
                *told = Some(Content::of(&all));
                self.door.publish(version, all);
            }
            Delivery::Pull => {
                if let Some(session) = self.session.upgrade() {
                    session.ask_for_findings_to_be_pulled();
                }
            }
        }
    }
}

async fn work_out(session: &Arc<Session>, text: Arc<OpenText>) -> Option<Findings> {
    let asker = Arc::clone(session);
    let done = session.pool.run(Lane::Analysis, move |_| {
        let uri = text.uri.parse().ok()?;
        Some(Findings::of(&asker.view(text, uri)))
    });
    done.await.unwrap_or_else(|_| {
        note("a draft could not be checked; the server goes on");
        None
    })
}
