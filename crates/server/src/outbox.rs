//! Everything the server sends of its own accord goes through here, in order.
//!
//! Handlers leave a message and go on; one task holds the client and sends. So no handler can ever wait
//! for the client, which alone could wake it. Each text has one slot for its findings: what was not sent
//! yet is replaced by what is newer, so a client that reads slowly gets fewer messages, not older ones.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::ls_types as lsp;

use crate::findings_list::FindingsArray;
use crate::log::note;
use crate::outbound::Queue;
use crate::progress::Shower;

/// How long the client may take to answer a request of ours.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long requests to ask again are gathered before one is sent.
const GATHERING: Duration = Duration::from_millis(100);

/// What a client may be asked to ask for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refresh {
    Diagnostics,
    InlayHints,
    CodeLenses,
    Tokens,
}

/// What is done with the settings that the client has.
type Configured = Box<dyn FnOnce(Value) + Send>;

/// The findings of a text, with its address as the client spells it.
#[derive(Clone, Debug)]
pub(crate) struct Publish {
    pub(crate) uri: String,
    pub(crate) version: Option<i32>,
    pub(crate) findings: FindingsArray,
}

impl Publish {
    /// `textDocument/publishDiagnostics` up to its findings.
    fn opening(&self) -> String {
        let uri = Value::from(self.uri.as_str());
        let version = self
            .version
            .map(|version| format!(r#""version":{version},"#));
        let version = version.unwrap_or_default();
        format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{"uri":{uri},{version}"diagnostics":"#
        )
    }
}

/// The way out. Cheap to share.
#[derive(Clone, Default)]
pub(crate) struct Outbox(Arc<Unsent>);

#[derive(Default)]
struct Unsent {
    waiting: Mutex<Waiting>,
    something: Notify,
}

#[derive(Default)]
struct Waiting {
    order: VecDeque<Letter>,
    slots: HashMap<String, Publish>,
    refreshes: Vec<Refresh>,
    closed: bool,
}

enum Letter {
    /// The findings in the slot of this address.
    Findings(String),
    Message(lsp::MessageType, String),
    Register(Vec<lsp::Registration>),
    Progress(Shower),
    /// What the client is to ask for again, gathered beside.
    Refresh,
    /// What the client's settings say.
    Configuration(Configured),
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

    /// Asks the client to ask again. What is asked for within a moment becomes one request of each kind.
    pub(crate) fn refresh(&self, what: Refresh) {
        self.with(|waiting| {
            if waiting.refreshes.is_empty() {
                waiting.order.push_back(Letter::Refresh);
            }
            if !waiting.refreshes.contains(&what) {
                waiting.refreshes.push(what);
            }
        });
    }

    /// Asks for the client's settings.
    pub(crate) fn ask_for_settings(&self, then: impl FnOnce(Value) + Send + 'static) {
        let then = Box::new(then);
        self.with(|waiting| waiting.order.push_back(Letter::Configuration(then)));
    }

    /// Sends nothing more.
    pub(crate) fn close(&self) {
        self.with(|waiting| waiting.closed = true);
    }

    /// Sends what is left here, until it is closed. Findings go straight into
    /// `queue`, which tells whether the client reads; the rest goes by way of `client`.
    pub(crate) async fn deliver(self, client: Client, queue: Queue) {
        loop {
            queue.backlog().drained().await;
            let Some(letter) = self.next().await else {
                return;
            };
            match letter {
                Sealed::Findings(publish) => {
                    queue.put_with(publish.opening().as_bytes(), publish.findings);
                }
                Sealed::Message(kind, message) => client.show_message(kind, message).await,
                Sealed::Register(registrations) => {
                    tokio::spawn(register(client.clone(), registrations));
                }
                Sealed::Progress(shower) => {
                    tokio::spawn(shower.show(client.clone()));
                }
                Sealed::Refresh => {
                    tokio::spawn(self.clone().send_refreshes(client.clone()));
                }
                Sealed::Configuration(then) => {
                    tokio::spawn(configure(client.clone(), then));
                }
            }
        }
    }

    async fn send_refreshes(self, client: Client) {
        tokio::time::sleep(GATHERING).await;
        let mut wanted = Vec::new();
        self.with(|waiting| wanted = std::mem::take(&mut waiting.refreshes));
        for what in wanted {
            let asked = async {
                match what {
                    Refresh::Diagnostics => client.workspace_diagnostic_refresh().await,
                    Refresh::InlayHints => client.inlay_hint_refresh().await,
                    Refresh::CodeLenses => client.code_lens_refresh().await,
                    Refresh::Tokens => client.semantic_tokens_refresh().await,
                }
            };
            if tokio::time::timeout(PATIENCE, asked).await.is_err() {
                note("the client did not answer a request to ask again");
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
    Refresh,
    Configuration(Configured),
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
                Letter::Refresh => Sealed::Refresh,
                Letter::Configuration(then) => Sealed::Configuration(then),
            });
        }
    }
}

/// A task of its own: a client that never answers holds up nobody.
async fn configure(client: Client, then: Configured) {
    let item = lsp::ConfigurationItem {
        scope_uri: None,
        section: Some("penholder".to_owned()),
    };
    match tokio::time::timeout(PATIENCE, client.configuration(vec![item])).await {
        Ok(Ok(mut settings)) if !settings.is_empty() => then(settings.swap_remove(0)),
        Ok(_) => {}
        Err(_) => note("the client did not answer what its settings are"),
    }
}

/// A task of its own, for the same reason.
async fn register(client: Client, registrations: Vec<lsp::Registration>) {
    match tokio::time::timeout(PATIENCE, client.register_capability(registrations)).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => {
            note("the client refused a registration; save a draft after changing sources");
        }
        Err(_) => note("the client did not answer a registration"),
    }
}
