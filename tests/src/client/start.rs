//! How a client starts, and what it says about itself.

use std::path::Path;

use citation::Date;
use serde_json::{Value, json};

use super::Client;

/// How a client starts.
pub struct Start {
    /// Encodings offered, in order of preference; none offered where empty.
    pub encodings: Vec<&'static str>,
    /// Workspace folder.
    pub root: Option<String>,
    /// Settings sent along.
    pub options: Value,
    /// Whether the client watches files when asked to.
    pub watches: bool,
    /// Capabilities beside those that every client here has.
    pub capabilities: Value,
    /// Bytes that the pipes hold before writing has to wait.
    pub pipe: usize,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            encodings: Vec::new(),
            root: None,
            options: Value::Null,
            watches: false,
            capabilities: Value::Null,
            pipe: 1 << 16,
        }
    }
}

impl Start {
    /// A client that has opened `folder`.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            root: Some(workspace::Location::of_path(folder).to_uri()),
            ..Self::default()
        }
    }

    /// A client that pulls findings, and does so again when it is asked.
    pub fn pulling() -> Self {
        Self {
            options: json!({ "diagnostics": "pull" }),
            capabilities: json!({
                "textDocument": { "diagnostic": {} },
                "workspace": { "diagnostics": { "refreshSupport": true } },
            }),
            ..Self::default()
        }
    }

    /// The same client in `folder`.
    #[must_use]
    pub fn at(self, folder: &Path) -> Self {
        Self {
            root: Some(workspace::Location::of_path(folder).to_uri()),
            ..self
        }
    }

    /// Starts a server whose day is 24 November 2026, and says hello.
    pub async fn client(self) -> Client {
        self.client_on(|| Date::new(2026, 11, 24).unwrap()).await
    }

    /// Starts a server that asks `today` for the day, and says hello. `today` runs wherever a draft is
    /// analysed, so a test can hold an analysis up, or let it panic.
    pub async fn client_on(self, today: impl Fn() -> Date + Send + Sync + 'static) -> Client {
        let mut client = Client::raw(self.pipe, today);
        let hello = client.request("initialize", self.hello()).await;
        client.hello = hello["result"].clone();
        client.notify("initialized", json!({})).await;
        if self.watches {
            let register = client.message("client/registerCapability").await;
            client.reply(&register, Value::Null).await;
            client.registered = register["params"].clone();
        }
        client
    }

    /// What the client says about itself in `initialize`.
    pub fn hello(&self) -> Value {
        let mut general = json!({});
        if !self.encodings.is_empty() {
            general["positionEncodings"] = json!(self.encodings);
        }
        let mut capabilities = json!({
            "general": general,
            "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": self.watches } },
            "textDocument": {
                "publishDiagnostics": { "relatedInformation": true },
                "definition": { "linkSupport": true },
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            },
        });
        merge(&mut capabilities, &self.capabilities);
        json!({
            "processId": null,
            "rootUri": self.root,
            "initializationOptions": self.options,
            "capabilities": capabilities,
        })
    }
}

/// Puts what `more` says into `into`, object by object.
fn merge(into: &mut Value, more: &Value) {
    match (into, more) {
        (_, Value::Null) => {}
        (Value::Object(into), Value::Object(more)) => {
            for (key, value) in more {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, more) => *into = more.clone(),
    }
}
