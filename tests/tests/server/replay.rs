//! Conversations that were traced and are played back.

use std::io;
use std::sync::{Arc, Mutex};

use citation::Date;
use serde_json::{Value, json};
use server::{Ending, Trace};
use tests::{Client, Start, at, insert, span};

use crate::DRAFT;

/// Bytes that a trace is written to and a test reads.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// What the server said, from a trace.
fn said(trace: &str) -> Vec<Value> {
    trace
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["from"] == "server")
        .map(|line| line["message"].clone())
        .collect()
}

/// The answers in the order of their ids, as kinds of answer.
fn answers(messages: &[Value]) -> Vec<(i64, bool)> {
    let mut answers: Vec<_> = messages
        .iter()
        .filter_map(|it| Some((it["id"].as_i64()?, it.get("result").is_some())))
        .collect();
    answers.sort_unstable();
    answers
}

/// A drafter opens a text, types over an emoji, replaces words, asks, and leaves.
async fn conversation(trace: Trace) {
    let mut client = Client::traced(1 << 16, today, Some(trace));
    client.request("initialize", Start::default().hello()).await;
    client.notify("initialized", json!({})).await;
    client
        .open(
            DRAFT,
            "Recalling \u{1F54A} resolution 67/172 of the Council.\n",
        )
        .await;
    client.findings(DRAFT, 1).await;
    for version in 2..40 {
        let change = insert(
            0,
            10,
            if version % 2 == 0 {
                "\u{1F54A}"
            } else {
                "né "
            },
        );
        client.change(DRAFT, version, &[change]).await;
    }
    let cut = json!({ "range": span((0, 0), (0, 11)), "text": "" });
    client.change(DRAFT, 40, &[cut]).await;
    client.findings(DRAFT, 40).await;
    client.hover(DRAFT, 0, 30).await;
    client
        .request("textDocument/completion", at(DRAFT, 0, 4))
        .await;
    client.close(DRAFT).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_traced_conversation_has_no_words_and_plays_back() {
    let written = Written::default();
    conversation(Trace::into(written.clone())).await;
    let trace = String::from_utf8(written.0.lock().unwrap().clone()).unwrap();
    for word in ["Recalling", "Council", "67/172", "né"] {
        assert!(!trace.contains(word), "{word} in the trace");
    }
    assert!(trace.lines().count() > 50);
    let client = Client::raw(1 << 16, today);
    let (played, ending) = client.replay(&trace).await;
    assert_eq!(ending, Ending::Clean);
    assert_eq!(answers(&played), answers(&said(&trace)));
    let versions = |messages: &[Value]| {
        let published = messages
            .iter()
            .filter(|it| it["method"] == "textDocument/publishDiagnostics");
        let versions: Vec<_> = published
            .filter_map(|it| it["params"]["version"].as_i64())
            .collect();
        versions
    };
    let versions = versions(&played);
    assert!(versions.is_sorted(), "{versions:?}");
}
