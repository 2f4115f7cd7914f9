//! The task of one open draft: it is handed every newer text, and a checker of its own works out the findings.
//!
//! Texts that came and went while the checker was busy are never looked at. What is found goes through a publisher that is
//! shut when the draft is closed.

mod checker;
mod look;
mod waiting;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;
use workspace::OpenText;

use crate::capabilities::Delivery;
use crate::findings_list::FindingsArray;
use crate::outbox::{Outbox, Publish};
use crate::session::Session;
use checker::Checker;

/// The task of one open draft.
pub(crate) struct DraftTask {
    newest: watch::Sender<Arc<OpenText>>,
    publisher: Arc<Publisher>,
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
struct Publisher {
    is_open: Mutex<bool>,
    outbox: Outbox,
    delivery: Delivery,
    uri: String,
}

impl DraftTask {
    /// A task that begins with `text`, its checker at work.
    pub(crate) fn new(session: &Arc<Session>, text: Arc<OpenText>) -> Self {
        let publisher = Arc::new(Publisher {
            is_open: Mutex::new(true),
            outbox: session.outbox.clone(),
            delivery: session.agreed().delivery,
            uri: session.spellings.original(&text.uri),
        });
        let rested = Arc::new(Rested(AtomicI64::new(i64::MIN)));
        let (newest, texts) = watch::channel(text);
        let checker = Checker::new(session, Arc::clone(&publisher), Arc::clone(&rested));
        tokio::spawn(checker.run(texts));
        Self {
            newest,
            publisher,
            rested,
        }
    }

    /// Hands it a newer text.
    pub(crate) fn replace(&self, text: Arc<OpenText>) {
        self.newest.send_replace(text);
    }

    /// Whether nobody has typed for a while since `version` came.
    pub(crate) fn has_rested_at(&self, version: i32) -> bool {
        self.rested.0.load(Ordering::Relaxed) == i64::from(version)
    }

    /// Clears the findings; whatever the checker is still working out goes nowhere.
    pub(crate) fn clear(&self) {
        let mut is_open = self.publisher.lock();
        *is_open = false;
        if self.publisher.delivery == Delivery::Pull {
            return;
        }
        self.publisher.outbox.publish(Publish {
            uri: self.publisher.uri.clone(),
            version: None,
            findings: FindingsArray::of(&[]),
        });
    }
}

impl Publisher {
    fn publish(&self, version: i32, findings: FindingsArray) {
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
