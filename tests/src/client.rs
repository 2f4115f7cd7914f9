//! A fake client that speaks to the server over a pipe in memory, and lets nothing pass unread.
//!
//! Whatever arrives is either asked for by the test or kept; what is kept to the end fails the test, so
//! stray notifications and double answers cannot hide. Clocks stand still in these tests
//! (`start_paused`), so waiting costs nothing and a message that never comes fails at once.

mod places;
mod start;

pub use places::{at, insert, span};
pub use start::Start;

use std::collections::VecDeque;
use std::time::Duration;

use citation::Date;
use serde_json::{Value, json};
use server::{Ending, Trace};
use tokio::io::{
    AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, DuplexStream, ReadHalf,
    WriteHalf,
};
use tokio::task::JoinHandle;

/// How long a message may take, on the clock that stands still.
const PATIENCE: Duration = Duration::from_mins(10);

/// A client and the server it talks to.
pub struct Client {
    /// The answer to `initialize`.
    pub hello: Value,
    /// What the server asked to be registered.
    pub registered: Value,
    output: WriteHalf<DuplexStream>,
    input: BufReader<ReadHalf<DuplexStream>>,
    server: JoinHandle<Ending>,
    kept: VecDeque<Value>,
    last_id: i64,
}

impl Client {
    /// A client that has said nothing yet.
    pub fn raw(pipe: usize, today: impl Fn() -> Date + Send + Sync + 'static) -> Self {
        Self::traced(pipe, today, None)
    }

    /// A client that has said nothing yet, and a trace of what will be said.
    pub fn traced(
        pipe: usize,
        today: impl Fn() -> Date + Send + Sync + 'static,
        trace: Option<Trace>,
    ) -> Self {
        let (ours, theirs) = tokio::io::duplex(pipe);
        let (input, output) = tokio::io::split(ours);
        let (their_input, their_output) = tokio::io::split(theirs);
        Self {
            hello: Value::Null,
            registered: Value::Null,
            output,
            input: BufReader::new(input),
            server: tokio::spawn(server::serve(their_input, their_output, today, trace)),
            kept: VecDeque::new(),
            last_id: 0,
        }
    }

    /// Sends a request and gives its id.
    pub async fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))
            .await;
        id
    }

    /// The whole answer to the request `id`.
    pub async fn answer(&mut self, id: i64) -> Value {
        self.take(|message| message["id"] == id && message.get("method").is_none())
            .await
    }

    /// Sends a request and gives the whole answer.
    pub async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params).await;
        self.answer(id).await
    }

    /// Sends a notification.
    pub async fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
            .await;
    }

    /// Answers a request of the server.
    pub async fn reply(&mut self, request: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }))
            .await;
    }

    /// The next notification or request of the server with this name.
    pub async fn message(&mut self, method: &str) -> Value {
        self.take(|message| message["method"] == method).await
    }

    /// A message with this name that came before what was asked for last, if there is one.
    pub fn kept(&mut self, method: &str) -> Option<Value> {
        let place = self.kept.iter().position(|it| it["method"] == method)?;
        self.kept.remove(place)
    }

    /// The next error that answers no request in particular.
    pub async fn error_without_id(&mut self) -> Value {
        self.take(|message| message["id"].is_null() && message.get("error").is_some())
            .await
    }

    /// Opens a text under version 1.
    pub async fn open(&mut self, uri: &str, text: &str) {
        let item = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }))
            .await;
    }

    /// Sends a batch of changes.
    pub async fn change(&mut self, uri: &str, version: i32, changes: &[Value]) {
        let params = json!({
            "textDocument": { "uri": uri, "version": version },
            "contentChanges": changes,
        });
        self.notify("textDocument/didChange", params).await;
    }

    /// Closes a text and takes the message that clears its findings.
    pub async fn close(&mut self, uri: &str) {
        let params = json!({ "textDocument": { "uri": uri } });
        self.notify("textDocument/didClose", params).await;
        loop {
            let published = self.published(uri).await;
            if published.get("version").is_none() {
                assert_eq!(published["diagnostics"], json!([]), "closing clears");
                return;
            }
        }
    }

    /// The findings of version `version`. Those of earlier versions are read on the way; no later ones
    /// may come before.
    pub async fn findings(&mut self, uri: &str, version: i32) -> Vec<Value> {
        loop {
            let published = self.published(uri).await;
            let of = published["version"]
                .as_i64()
                .expect("findings have a version");
            assert!(of <= i64::from(version), "version {of} before {version}");
            if of == i64::from(version) {
                return published["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    /// The codes of the findings of version `version`.
    pub async fn codes(&mut self, uri: &str, version: i32) -> Vec<String> {
        let findings = self.findings(uri, version).await;
        let codes = findings
            .iter()
            .map(|it| it["code"].as_str().unwrap_or_default());
        codes.map(str::to_owned).collect()
    }

    /// The next findings of a text, of whatever version.
    pub async fn published(&mut self, uri: &str) -> Value {
        let of_text = |message: &Value| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
        };
        self.take(of_text).await["params"].clone()
    }

    /// Hovers and gives the result.
    pub async fn hover(&mut self, uri: &str, line: u32, column: u32) -> Value {
        let answer = self
            .request("textDocument/hover", at(uri, line, column))
            .await;
        assert!(answer.get("error").is_none(), "{answer}");
        answer["result"].clone()
    }

    /// Says goodbye properly. Fails where anything was left unread.
    pub async fn leave(mut self) {
        let answer = self.request("shutdown", Value::Null).await;
        assert!(answer["result"].is_null() && answer.get("error").is_none());
        self.notify("exit", Value::Null).await;
        assert_eq!(self.ended().await, Ending::Clean);
    }

    /// Waits for the server to end. Fails where anything was left unread.
    pub async fn ended(mut self) -> Ending {
        while let Some(message) = self.next().await {
            self.kept.push_back(message);
        }
        assert!(self.kept.is_empty(), "left unread: {:#?}", self.kept);
        self.server.await.expect("the server does not panic")
    }

    /// Ends the server's input and waits for its end.
    pub async fn hang_up(mut self) -> Ending {
        self.output.shutdown().await.unwrap();
        self.ended().await
    }

    /// Dies: stops reading and speaking, whatever is under way.
    pub async fn vanish(self) -> Ending {
        drop((self.output, self.input));
        self.server.await.expect("the server does not panic")
    }

    /// Plays back a trace: says what its client said, waits for an answer where an answer came, and gives
    /// everything that the server says until it ends.
    pub async fn replay(mut self, trace: &str) -> (Vec<Value>, Ending) {
        let mut said = Vec::new();
        for line in trace.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            let message = &line["message"];
            if line["from"] == "client" {
                self.send(message).await;
            } else if message.get("method").is_none() {
                let answer = self.answer(message["id"].as_i64().unwrap()).await;
                said.push(answer);
            }
        }
        said.extend(self.kept.drain(..));
        while let Some(message) = self.next().await {
            said.push(message);
        }
        let ending = self.server.await.expect("the server does not panic");
        (said, ending)
    }

    /// Sends bytes as they are.
    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        self.output.write_all(bytes).await.unwrap();
    }

    async fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.send_bytes(framed.as_bytes()).await;
    }

    async fn take(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(place) = self.kept.iter().position(&wanted) {
            return self.kept.remove(place).unwrap();
        }
        loop {
            let message = self.next().await.expect("the server still speaks");
            if wanted(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    async fn next(&mut self) -> Option<Value> {
        let read = tokio::time::timeout(PATIENCE, self.read()).await;
        read.unwrap_or_else(|_| panic!("no message came; kept: {:#?}", self.kept))
    }

    async fn read(&mut self) -> Option<Value> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.input.read_line(&mut line).await.unwrap() == 0 {
                return None;
            }
            match line.trim().strip_prefix("Content-Length: ") {
                Some(stated) => length = stated.parse().unwrap(),
                None => break,
            }
        }
        let mut body = vec![0; length];
        self.input.read_exact(&mut body).await.unwrap();
        Some(serde_json::from_slice(&body).unwrap())
    }
}
