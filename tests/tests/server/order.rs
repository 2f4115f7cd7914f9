//! Messages are handled in order, whatever is stuck, cancelled or panics.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};

use citation::Date;
use serde_json::{Value, json};
use tests::{Start, at, insert};

use crate::{DRAFT, SWAPPED};

/// Holds up everybody who asks for the day, until it is opened.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub(crate) fn pass(&self) -> Date {
        let (is_open, opened) = &*self.0;
        let guard = is_open.lock().unwrap();
        drop(opened.wait_while(guard, |is_open| !*is_open).unwrap());
        Date::new(2026, 11, 24).unwrap()
    }

    pub(crate) fn open(&self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }
}

#[tokio::test(start_paused = true)]
async fn a_hover_behind_a_thousand_changes_sees_them_all() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "A/RES/67/172").await;
    for version in 2..=1001 {
        client.change(DRAFT, version, &[insert(0, 0, "x")]).await;
    }
    client.change(DRAFT, 1002, &[insert(0, 1000, " ")]).await;
    let hover = client.hover(DRAFT, 0, 1005).await;
    assert_eq!(hover["range"]["start"]["character"], 1001);
    client.findings(DRAFT, 1002).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_crowd_of_stuck_requests_holds_up_nobody() {
    let gate = Gate::default();
    let day = gate.clone();
    let mut client = Start::default().client_on(move || day.pass()).await;
    client.open(DRAFT, SWAPPED).await;
    let mut asked = Vec::new();
    for _ in 0..300 {
        asked.push(client.ask("textDocument/hover", at(DRAFT, 2, 12)).await);
    }
    for version in 2..=401 {
        client.change(DRAFT, version, &[insert(0, 7, "!")]).await;
    }
    let cancelled = asked.pop().unwrap();
    client
        .notify("$/cancelRequest", json!({ "id": cancelled }))
        .await;
    assert_eq!(client.answer(cancelled).await["error"]["code"], -32800);

    gate.open();
    for id in asked {
        assert_eq!(
            client.answer(id).await["result"]["range"]["start"]["line"],
            2
        );
    }
    client.findings(DRAFT, 401).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn answers_full_of_positions_are_refused_once_the_text_has_moved_on() {
    let gate = Gate::default();
    let day = gate.clone();
    let mut client = Start::default().client_on(move || day.pass()).await;
    client.open(DRAFT, SWAPPED).await;
    let links = json!({ "textDocument": { "uri": DRAFT } });
    let stale = client.ask("textDocument/documentLink", links.clone()).await;
    let welcome = client.ask("textDocument/hover", at(DRAFT, 2, 12)).await;
    client.change(DRAFT, 2, &[insert(0, 0, "\n")]).await;
    // Answered when it is read, and so once the change before it has been.
    let nowhere = at("untitled:not-open", 0, 0);
    client.request("textDocument/hover", nowhere).await;
    gate.open();
    assert_eq!(client.answer(stale).await["error"]["code"], -32801);
    assert_eq!(
        client.answer(welcome).await["result"]["range"]["start"]["line"],
        2
    );
    let fresh = client.request("textDocument/documentLink", links).await;
    assert_eq!(fresh["result"], json!([]));
    client.findings(DRAFT, 2).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_panic_costs_one_request() {
    let panics = Arc::new(AtomicBool::new(true));
    let flag = Arc::clone(&panics);
    let mut client = Start::default()
        .client_on(move || {
            assert!(!flag.load(Ordering::SeqCst), "on purpose");
            Date::new(2026, 11, 24).unwrap()
        })
        .await;
    client.open(DRAFT, SWAPPED).await;
    let lost = client.request("textDocument/hover", at(DRAFT, 2, 12)).await;
    assert_eq!(lost["error"]["code"], -32603);
    panics.store(false, Ordering::SeqCst);
    assert!(client.hover(DRAFT, 2, 12).await.is_object());
    client.change(DRAFT, 2, &[insert(0, 7, "!")]).await;
    assert_eq!(client.codes(DRAFT, 2).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_does_not_read_is_still_heard() {
    let start = Start {
        pipe: 2048,
        ..Start::default()
    };
    let mut client = start.client().await;
    let many = SWAPPED.repeat(300);
    client.open(DRAFT, &many).await;
    for version in 2..=500 {
        client.change(DRAFT, version, &[insert(0, 7, "!")]).await;
    }
    let hover = client.hover(DRAFT, 2, 12).await;
    assert_eq!(hover["range"]["start"]["line"], 2);
    assert!(!client.findings(DRAFT, 500).await.is_empty());
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn the_last_findings_are_those_of_the_last_text() {
    let mut client = Start::default().client().await;
    for _ in 0..50 {
        client.open(DRAFT, SWAPPED).await;
        client.change(DRAFT, 2, &[insert(0, 7, "!")]).await;
        client.close(DRAFT).await;
    }
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn shutdown_is_answered_while_everything_is_stuck() {
    let gate = Gate::default();
    let day = gate.clone();
    let mut client = Start::default().client_on(move || day.pass()).await;
    client.open(DRAFT, SWAPPED).await;
    let stuck = client.ask("textDocument/hover", at(DRAFT, 2, 12)).await;
    client.request("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.answer(stuck).await["error"]["code"], -32800);
    assert_eq!(client.ended().await, server::Ending::Clean);
    gate.open();
}
