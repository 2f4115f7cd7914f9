//! Everything the server sends of its own accord goes through here, in order.
//!
//! Handlers leave a message and go on; one task holds the client and sends. So no handler can ever wait
//! for the client, which alone could wake it. Each text has one slot for its findings: what was not sent
//! yet is replaced by what is newer, so a client that reads slowly gets fewer messages, not older ones.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::ls_types::{self as lsp, notification::Notification};

use crate::indexing::Shower;
use crate::log::note;
use crate::outbound::Backlog;

/// How long the client may take to answer a request of ours.
const PATIENCE: Duration = Duration::from_secs(10);

/// The findings of a text, with its address as the client spells it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Publish {
    pub(crate) uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) version: Option<i32>,
    pub(crate) diagnostics: Vec<lsp::Diagnostic>,
}

/// `textDocument/publishDiagnostics` with the client's own spelling, which the typed one cannot hold.
enum PublishDiagnostics {}

impl Notification for PublishDiagnostics {
    type Params = Publish;
    const METHOD: &'static str = "textDocument/publishDiagnostics";
}

/// The way out. Cheap to share.
#[derive(Clone, Default)]
pub(crate) struct Outbox(Arc<Shelf>);

#[derive(Default)]
struct Shelf {
    waiting: Mutex<Waiting>,
    something: Notify,
}

#[derive(Default)]
struct Waiting {
    order: VecDeque<Letter>,
    slots: HashMap<String, Publish>,
    closed: bool,
}

enum Letter {
    /// The findings in the slot of this address.
    Findings(String),
    Message(lsp::MessageType, String),
    Register(Vec<lsp::Registration>),
    Progress(Shower),
}

impl Outbox {
    /// Sends the findings of a text, in place of what is not sent yet.
    pub(crate) fn publish(&self, publish: Publish) {
        self.with(|waiting| {
            let uri = publish.uri.clone();
            if waiting.slots.insert(uri.clone(), publish).is_none() {
                waiting.order.push_back(Letter::Findings(uri));
            }
        });
    }

    /// Shows a message to the user.
    pub(crate) fn show(&self, kind: lsp::MessageType, message: String) {
        self.with(|waiting| waiting.order.push_back(Letter::Message(kind, message)));
    }

    /// Asks the client to register capabilities.
    pub(crate) fn register(&self, registrations: Vec<lsp::Registration>) {
        self.with(|waiting| waiting.order.push_back(Letter::Register(registrations)));
    }

    /// Shows how far a work has come.
    pub(crate) fn show_progress(&self, shower: Shower) {
        self.with(|waiting| waiting.order.push_back(Letter::Progress(shower)));
    }

    /// Sends nothing more.
    pub(crate) fn close(&self) {
        self.with(|waiting| waiting.closed = true);
    }

    /// Sends what is left here, until it is closed. `backlog` tells whether the client reads.
    pub(crate) async fn deliver(self, client: Client, backlog: Backlog) {
        loop {
            backlog.drained().await;
            let Some(letter) = self.next().await else {
                return;
            };
            match letter {
                Sealed::Findings(publish) => {
                    client
                        .send_notification::<PublishDiagnostics>(publish)
                        .await;
                }
                Sealed::Message(kind, message) => client.show_message(kind, message).await,
                Sealed::Register(registrations) => {
                    tokio::spawn(register(client.clone(), registrations));
                }
                Sealed::Progress(shower) => {
                    tokio::spawn(shower.show(client.clone()));
                }
            }
        }
    }

    async fn next(&self) -> Option<Sealed> {
        loop {
            let something = self.0.something.notified();
            {
                let mut waiting = self
                    .0
                    .waiting
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner);
                if waiting.closed {
                    return None;
                }
                if let Some(letter) = waiting.take() {
                    return Some(letter);
                }
            }
            something.await;
        }
    }

    fn with(&self, change: impl FnOnce(&mut Waiting)) {
        change(
            &mut self
                .0
                .waiting
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        self.0.something.notify_one();
    }
}

enum Sealed {
    Findings(Publish),
    Message(lsp::MessageType, String),
    Register(Vec<lsp::Registration>),
    Progress(Shower),
}

impl Waiting {
    fn take(&mut self) -> Option<Sealed> {
        loop {
            return Some(match self.order.pop_front()? {
                Letter::Findings(uri) => match self.slots.remove(&uri) {
                    Some(publish) => Sealed::Findings(publish),
                    None => continue,
                },
                Letter::Message(kind, message) => Sealed::Message(kind, message),
                Letter::Register(registrations) => Sealed::Register(registrations),
                Letter::Progress(shower) => Sealed::Progress(shower),
            });
        }
    }
}

/// A task of its own: a client that never answers holds up nobody.
async fn register(client: Client, registrations: Vec<lsp::Registration>) {
    match tokio::time::timeout(PATIENCE, client.register_capability(registrations)).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => {
            note("the client refused to watch files; reopen a draft after changing sources");
        }
        Err(_) => note("the client did not answer a registration"),
    }
}
