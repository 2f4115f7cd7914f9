//! Findings for clients that ask for them; such a client is never sent any.

use std::fs;

use serde_json::{Value, json};
use tests::{Client, Start, insert, span};
use workspace::Location;

use crate::order::Gate;
use crate::{DRAFT, SWAPPED};

async fn pulled(client: &mut Client, uri: &str, known: Option<&str>) -> Value {
    let params = json!({ "textDocument": { "uri": uri }, "previousResultId": known });
    let answer = client.request("textDocument/diagnostic", params).await;
    assert!(answer.get("error").is_none(), "{answer}");
    answer["result"].clone()
}

fn id(report: &Value) -> String {
    report["resultId"].as_str().unwrap().to_owned()
}

/// Takes the one request to ask again.
async fn asked_again(client: &mut Client) {
    let request = client.message("workspace/diagnostic/refresh").await;
    client.reply(&request, Value::Null).await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_pulls_is_not_pushed_to() {
    let mut client = Start::pulling().client().await;
    let offered = &client.hello["capabilities"]["diagnosticProvider"];
    assert_eq!(offered["identifier"], "penholder");
    assert_eq!(offered["workspaceDiagnostics"], true);
    client.open(DRAFT, SWAPPED).await;
    let report = pulled(&mut client, DRAFT, None).await;
    assert_eq!(report["kind"], "full");
    assert_eq!(report["items"][0]["code"], "C001");
    assert_eq!(report["items"][0]["range"], span((2, 10), (2, 21)));
    client.change(DRAFT, 2, &[insert(0, 7, "!")]).await;
    pulled(&mut client, DRAFT, None).await;
    let closed = json!({ "textDocument": { "uri": DRAFT } });
    client.notify("textDocument/didClose", closed).await;
    let report = pulled(&mut client, DRAFT, None).await;
    assert_eq!(
        (&report["kind"], &report["items"]),
        (&json!("full"), &json!([]))
    );
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn pull_is_a_setting_and_needs_a_client_that_can() {
    let can = Start {
        options: Value::Null,
        ..Start::pulling()
    };
    let wants = Start {
        capabilities: Value::Null,
        ..Start::pulling()
    };
    for start in [can, wants] {
        let mut client = start.client().await;
        assert!(
            client.hello["capabilities"]
                .get("diagnosticProvider")
                .is_none()
        );
        client.open(DRAFT, SWAPPED).await;
        assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
        client.leave().await;
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_client_knows_already_is_not_said_again() {
    let mut client = Start::pulling().client().await;
    client.open(DRAFT, SWAPPED).await;
    let first = pulled(&mut client, DRAFT, None).await;
    let same = pulled(&mut client, DRAFT, Some(&id(&first))).await;
    assert_eq!(same, json!({ "kind": "unchanged", "resultId": id(&first) }));
    // A change behind the finding moves nothing.
    client.change(DRAFT, 2, &[insert(2, 30, " still")]).await;
    let same = pulled(&mut client, DRAFT, Some(&id(&first))).await;
    assert_eq!(same["kind"], "unchanged");
    client.change(DRAFT, 3, &[insert(0, 0, "\n")]).await;
    let moved = pulled(&mut client, DRAFT, Some(&id(&first))).await;
    assert_eq!(moved["kind"], "full");
    assert_ne!(id(&moved), id(&first));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_being_typed_is_asked_for_again_at_rest() {
    let mut client = Start::pulling().client().await;
    client.open(DRAFT, "Recalling A/HCR/53/2").await;
    client.change(DRAFT, 2, &[insert(0, 20, "6")]).await;
    let typing = pulled(&mut client, DRAFT, None).await;
    assert_eq!(typing["items"], json!([]));
    asked_again(&mut client).await;
    let rested = pulled(&mut client, DRAFT, Some(&id(&typing))).await;
    assert_eq!(rested["items"][0]["code"], "C001");
    // Another letter, and it is being typed again.
    client.change(DRAFT, 3, &[insert(0, 21, "7")]).await;
    let typing = pulled(&mut client, DRAFT, None).await;
    assert_eq!(typing["items"], json!([]));
    let saved = json!({ "textDocument": { "uri": DRAFT } });
    client.notify("textDocument/didSave", saved).await;
    asked_again(&mut client).await;
    let rested = pulled(&mut client, DRAFT, None).await;
    assert_eq!(rested["items"].as_array().unwrap().len(), 1);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_change_beside_the_drafts_asks_once_for_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let uri = |name: &str| Location::of_path(&folder.path().join(name)).to_uri();
    let mut client = Start::pulling().at(folder.path()).client().await;
    for name in ["a.md", "b.md", "c.md"] {
        client.open(&uri(name), SWAPPED).await;
        let report = pulled(&mut client, &uri(name), None).await;
        assert_eq!(report["items"][0]["code"], "C001");
    }
    let settings = folder.path().join("penholder.toml");
    fs::write(&settings, "[rules]\noff = [\"C001\"]\n").unwrap();
    for _ in 0..3 {
        let events = json!({ "changes": [{ "uri": uri("penholder.toml"), "type": 1 }] });
        client
            .notify("workspace/didChangeWatchedFiles", events)
            .await;
    }
    asked_again(&mut client).await;
    for name in ["a.md", "b.md", "c.md"] {
        let report = pulled(&mut client, &uri(name), None).await;
        assert_eq!(report["items"], json!([]), "{name}");
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_report_of_a_text_that_has_moved_on_is_refused() {
    let gate = Gate::default();
    let day = gate.clone();
    let mut client = Start::pulling().client_on(move || day.pass()).await;
    client.open(DRAFT, SWAPPED).await;
    let params = json!({ "textDocument": { "uri": DRAFT } });
    let stale = client.ask("textDocument/diagnostic", params).await;
    client.change(DRAFT, 2, &[insert(0, 0, "\n")]).await;
    let nowhere = tests::at("untitled:not-open", 0, 0);
    client.request("textDocument/hover", nowhere).await;
    gate.open();
    assert_eq!(client.answer(stale).await["error"]["code"], -32801);
    let fresh = pulled(&mut client, DRAFT, None).await;
    assert_eq!(fresh["items"][0]["range"], span((3, 10), (3, 21)));
    client.leave().await;
}

/// A client that cannot be asked to ask again hears at once what every rule says.
#[tokio::test(start_paused = true)]
async fn a_client_without_refresh_waits_for_every_rule() {
    let long = format!(
        "# Report\n\n{}It is said.[^1] It ends.\n",
        "The report was read and the meeting went on.\n\n".repeat(200)
    );
    let mut client = Start {
        capabilities: json!({ "textDocument": { "diagnostic": {} } }),
        ..Start::pulling()
    }
    .client()
    .await;
    client.open(DRAFT, &long).await;
    let report = pulled(&mut client, DRAFT, None).await;
    let found = report["items"].as_array().unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["code"], "X001");
    client.leave().await;
}
