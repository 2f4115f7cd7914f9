//! Whatever a client does, the server lives on, answers each request once, and loses no text.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use citation::Date;
use serde_json::{Value, json};
use server::Ending;
use tests::{Client, Start, at, insert, span};

use crate::{DRAFT, SWAPPED};

mod fuzz;
mod questions;

use questions::{OF_A_PLACE, OF_A_TEXT, whole_question};

/// The version after that many changes.
fn version(changes: usize) -> i32 {
    i32::try_from(changes).unwrap() + 2
}

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// The server still does what it is for.
async fn still_works(client: &mut Client) {
    let uri = "file:///nowhere/still/works.md";
    client.open(uri, SWAPPED).await;
    let params = json!({ "textDocument": { "uri": uri } });
    let report = client.request("textDocument/diagnostic", params).await;
    assert_eq!(report["result"]["items"][0]["code"], "C001", "{report}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_any_handler_costs_that_request_alone() {
    let panics = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&panics);
    let start = Start {
        options: json!({ "diagnostics": "pull", "inlayHints": true, "codeLens": true }),
        ..Start::pulling()
    };
    let mut client = start
        .client_on(move || {
            assert!(!flag.load(Ordering::SeqCst), "on purpose");
            today()
        })
        .await;
    let methods = OF_A_PLACE
        .iter()
        .chain(&OF_A_TEXT)
        .chain(&["workspace/symbol"]);
    for (round, method) in methods.enumerate() {
        let uri = format!("file:///nowhere/{round}.md");
        panics.store(true, Ordering::SeqCst);
        client.open(&uri, SWAPPED).await;
        let lost = client.request(method, whole_question(&uri)).await;
        assert_eq!(lost["error"]["code"], -32603, "{method}: {lost}");
        panics.store(false, Ordering::SeqCst);
        let found = client.request(method, whole_question(&uri)).await;
        assert!(found.get("error").is_none(), "{method}: {found}");
    }
    client.leave().await;
}

/// Drafts on disk are looked at in a lane of their own: there a panic costs that draft.
#[tokio::test(start_paused = true)]
async fn a_panic_about_a_draft_on_disk_costs_that_draft_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.md"), SWAPPED).unwrap();
    let panics = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&panics);
    let start = Start {
        options: json!({ "diagnostics": "pull" }),
        ..Start::pulling()
    };
    let mut client = start
        .at(folder.path())
        .client_on(move || {
            assert!(!flag.load(Ordering::SeqCst), "on purpose");
            today()
        })
        .await;
    let item = |name: &str| {
        let place = span((0, 0), (0, 0));
        json!({ "item": {
            "name": name, "kind": 1, "uri": DRAFT, "range": place, "selectionRange": place,
        } })
    };
    let asked = [
        ("workspace/diagnostic", json!({ "previousResultIds": [] })),
        (
            "workspace/executeCommand",
            json!({ "command": "penholder.checkFolder" }),
        ),
        (
            "workspace/executeCommand",
            json!({ "command": "penholder.clearFolder" }),
        ),
        ("callHierarchy/incomingCalls", item("A/HRC/53/26")),
        ("callHierarchy/outgoingCalls", item("A/HRC/53/26")),
        ("workspace/symbol", json!({ "query": "Title" })),
    ];
    for (method, params) in asked {
        panics.store(true, Ordering::SeqCst);
        client.request(method, params.clone()).await;
        panics.store(false, Ordering::SeqCst);
        let found = client.request(method, params).await;
        assert!(found.get("error").is_none(), "{method}: {found}");
    }
    client.message("window/showMessage").await;
    let params = json!({ "previousResultIds": [] });
    let report = client.request("workspace/diagnostic", params).await;
    assert_eq!(
        report["result"]["items"][0]["items"][0]["code"], "C001",
        "{report}"
    );
    still_works(&mut client).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_changes_that_nobody_waits_for_all_count() {
    let start = Start {
        pipe: 4096,
        ..Start::pulling()
    };
    let mut client = start.client().await;
    client.open(DRAFT, SWAPPED).await;
    for version in 2..=10_001 {
        client.change(DRAFT, version, &[insert(2, 0, "x")]).await;
    }
    client
        .change(DRAFT, 10_002, &[insert(2, 10_000, " ")])
        .await;
    let params = json!({ "textDocument": { "uri": DRAFT } });
    let report = client.request("textDocument/diagnostic", params).await;
    let range = &report["result"]["items"][0]["range"];
    assert_eq!(*range, span((2, 10_011), (2, 10_022)), "{report}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_stops_reading_and_dies_leaves_no_server_behind() {
    let start = Start {
        pipe: 1024,
        ..Start::default()
    };
    let mut client = start.client().await;
    client.open(DRAFT, &SWAPPED.repeat(200)).await;
    for version in 2..=2_000 {
        client.change(DRAFT, version, &[insert(0, 7, "!")]).await;
    }
    let _ = client.ask("textDocument/hover", at(DRAFT, 2, 12)).await;
    client
        .send_bytes(b"Content-Length: 4000\r\n\r\n{\"jsonrpc\"")
        .await;
    assert_eq!(client.vanish().await, Ending::EndOfInput);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_cancels_everything_is_answered_once_for_each() {
    let mut client = Start::pulling().client().await;
    client.open(DRAFT, SWAPPED).await;
    let mut asked = Vec::new();
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT).cycle().take(300) {
        let id = client.ask(method, whole_question(DRAFT)).await;
        client.notify("$/cancelRequest", json!({ "id": id })).await;
        asked.push(id);
    }
    for unknown in [json!(99_999), json!("none"), Value::Null] {
        client
            .notify("$/cancelRequest", json!({ "id": unknown }))
            .await;
    }
    for id in asked {
        let answer = client.answer(id).await;
        let code = answer["error"]["code"].as_i64();
        assert!(code.is_none_or(|code| code == -32800), "{answer}");
    }
    still_works(&mut client).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn nothing_is_done_before_the_start_and_after_the_end() {
    let mut client = Client::raw(1 << 16, today);
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT) {
        let early = client.request(method, whole_question(DRAFT)).await;
        assert_eq!(early["error"]["code"], -32002, "{method}");
    }
    // A text that is opened too early is not there.
    client.open(DRAFT, SWAPPED).await;
    let hello = Start::pulling().hello();
    client.request("initialize", hello.clone()).await;
    client.notify("initialized", json!({})).await;
    let early = client.request("textDocument/hover", at(DRAFT, 2, 12)).await;
    assert_eq!(early["result"], Value::Null);
    let twice = client.request("initialize", hello).await;
    assert_eq!(twice["error"]["code"], -32600);
    still_works(&mut client).await;
    client.request("shutdown", Value::Null).await;
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT) {
        let late = client.request(method, whole_question(DRAFT)).await;
        assert_eq!(late["error"]["code"], -32600, "{method}");
    }
    client.change(DRAFT, 2, &[insert(0, 0, "x")]).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await, Ending::Clean);
}

#[tokio::test(start_paused = true)]
async fn a_message_nested_without_end_costs_only_itself() {
    let mut client = Start::pulling().client().await;
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let body =
        format!(r#"{{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{deep}}}"#);
    let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    client.send_bytes(framed.as_bytes()).await;
    assert_eq!(client.error_without_id().await["error"]["code"], -32700);
    still_works(&mut client).await;
    client.leave().await;
}
