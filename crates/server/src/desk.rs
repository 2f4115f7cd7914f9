//! The desk of one draft: the newest text lies on top, and a clerk of its own works out the findings.
//!
//! Texts that came and went while the clerk was busy are never looked at. What the clerk says goes through a door
//! that is shut when the draft is closed.

mod clerk;
mod seen;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;
use workspace::OpenText;

use crate::capabilities::Delivery;
use crate::outbox::{Outbox, Publish};
use crate::page::Listed;
use crate::session::Session;
use clerk::Clerk;

/// The desk of one draft.
pub(crate) struct Desk {
    top: watch::Sender<Arc<OpenText>>,
    door: Arc<Door>,
    rested: Arc<Rested>,
}

/// The version at which typing came to rest last.
struct Rested(AtomicI64);

impl Rested {
    fn at(&self, version: i32) {
        self.0.store(i64::from(version), Ordering::Relaxed);
    }
}

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
        let clerk = Clerk::new(session, Arc::clone(&door), Arc::clone(&rested));
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
            findings: Listed::of(&[]),
        });
    }
}

impl Door {
    fn publish(&self, version: i32, findings: Listed) {
        // Held while sending, so that nothing slips out after the findings were cleared.
        let is_open = self.lock();
        if *is_open {
            self.outbox.publish(Publish {
                uri: self.uri.clone(),
                version: Some(version),
                findings,
            });
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, bool> {
        self.is_open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
