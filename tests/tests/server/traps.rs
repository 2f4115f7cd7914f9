//! Ten traps that other servers fell into, one test each.

use std::fs;

use serde_json::json;
use tests::{Start, insert, span};
use workspace::Location;

use crate::{DRAFT, SWAPPED};

/// 1. Only the first change of a batch is applied.
#[tokio::test(start_paused = true)]
async fn every_change_of_a_batch_is_applied_in_order() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "\n").await;
    client.findings(DRAFT, 1).await;
    let batch = [
        insert(0, 0, "26\nA/"),
        insert(1, 2, "HCR/53/"),
        json!({ "range": span((0, 0), (0, 2)), "text": "" }),
        insert(1, 9, "26 "),
        insert(0, 0, "🕊"),
    ];
    client.change(DRAFT, 2, &batch).await;
    let findings = client.findings(DRAFT, 2).await;
    assert_eq!(findings[0]["range"], span((1, 0), (1, 11)));
    client.leave().await;
}

/// 2. Ranges are trusted.
#[tokio::test(start_paused = true)]
async fn ranges_outside_the_text_are_moved_inside() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "A/HCR/53/2").await;
    client.findings(DRAFT, 1).await;
    let far = [
        json!({ "range": span((0, 99), (7, 3)), "text": "6" }),
        json!({ "range": span((u32::MAX, u32::MAX), (u32::MAX, u32::MAX)), "text": " " }),
        json!({ "range": span((3, 1), (0, 0)), "text": "." }),
    ];
    client.change(DRAFT, 2, &far).await;
    let findings = client.findings(DRAFT, 2).await;
    assert_eq!(findings[0]["range"], span((0, 0), (0, 11)));
    assert!(client.hover(DRAFT, 99, 99).await.is_null());
    client.leave().await;
}

/// 3. UTF-16 is minded on the way out only.
#[tokio::test(start_paused = true)]
async fn columns_behind_astral_characters_are_read_in_utf_16() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "🕊🕊 A/HCR/53/21 and more\n").await;
    client.findings(DRAFT, 1).await;
    let change = json!({ "range": span((0, 15), (0, 16)), "text": "6 " });
    client.change(DRAFT, 2, &[change]).await;
    let findings = client.findings(DRAFT, 2).await;
    assert_eq!(findings[0]["range"], span((0, 5), (0, 16)));
    assert!(
        findings[0]["message"]
            .as_str()
            .unwrap()
            .contains("A/HCR/53/26")
    );
    client.leave().await;
}

/// 4. Findings have no version, so a late one cannot be told from a new one.
#[tokio::test(start_paused = true)]
async fn every_publish_has_the_version_of_its_text() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.published(DRAFT).await["version"], 1);
    client.change(DRAFT, 7, &[insert(0, 7, "!")]).await;
    assert_eq!(client.published(DRAFT).await["version"], 7);
    // A client that counts backwards is still obeyed.
    client.change(DRAFT, 3, &[insert(2, 0, "x ")]).await;
    let published = client.published(DRAFT).await;
    assert_eq!(published["version"], 3);
    assert_eq!(
        published["diagnostics"][0]["range"]["start"]["character"],
        12
    );
    client.leave().await;
}

/// 5. The file is read again where the open text counts.
#[tokio::test(start_paused = true)]
async fn the_open_text_counts_and_not_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("draft.md");
    fs::write(&file, "nothing\n").unwrap();
    let uri = Location::of_path(&file).to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    assert_eq!(client.codes(&uri, 1).await, ["C001"]);
    let saved = json!({ "textDocument": { "uri": uri } });
    client.notify("textDocument/didSave", saved).await;
    let events = json!({ "changes": [{ "uri": uri, "type": 2 }] });
    client
        .notify("workspace/didChangeWatchedFiles", events)
        .await;
    assert_eq!(client.codes(&uri, 1).await, ["C001"]);
    client.leave().await;
}

/// 6. Long texts are quietly not checked.
#[tokio::test(start_paused = true)]
async fn long_texts_are_checked_to_the_end() {
    let mut client = Start::default().client().await;
    let filler = "Noting with concern the situation as reported.\n\n".repeat(12_000);
    client.open(DRAFT, &format!("{filler}{SWAPPED}")).await;
    let findings = client.findings(DRAFT, 1).await;
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0]["range"]["start"]["line"], 24_002);
    client.leave().await;
}

/// 7. A handler waits for the client, which waits for the handler.
#[tokio::test(start_paused = true)]
async fn a_client_that_never_answers_holds_up_nobody() {
    let start = Start {
        watches: true,
        ..Start::default()
    };
    let mut client = tests::Client::raw(1 << 16, || citation::Date::new(2026, 11, 24).unwrap());
    client.request("initialize", start.hello()).await;
    client.notify("initialized", json!({})).await;
    client.message("client/registerCapability").await;
    client.open(DRAFT, SWAPPED).await;
    for version in 2..=400 {
        client.change(DRAFT, version, &[insert(0, 7, "!")]).await;
    }
    assert!(client.hover(DRAFT, 2, 12).await.is_object());
    assert_eq!(client.codes(DRAFT, 400).await, ["C001"]);
    client.leave().await;
}

/// 8. Findings stay after the text is closed.
#[tokio::test(start_paused = true)]
async fn closing_a_text_clears_its_findings_and_forgets_it() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.close(DRAFT).await;
    assert!(client.hover(DRAFT, 2, 12).await.is_null());
    client.leave().await;
}

/// 9. A finding without a severity, which some editors show as an error.
#[tokio::test(start_paused = true)]
async fn every_finding_says_how_grave_it_is_and_where_it_comes_from() {
    let mut client = Start::default().client().await;
    client
        .open(
            DRAFT,
            "A/HCR/53/26 and Security Council resolution 1325 (2001).\n",
        )
        .await;
    let findings = client.findings(DRAFT, 1).await;
    assert!(findings.len() > 1);
    for finding in findings {
        assert!((1..=4).contains(&finding["severity"].as_i64().unwrap()));
        assert_eq!(finding["source"], "penholder");
        assert!(finding["code"].is_string());
    }
    client.leave().await;
}

/// 10. Settings are read from wherever the server was started.
#[tokio::test(start_paused = true)]
async fn settings_are_found_from_the_draft_upwards() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("drafts")).unwrap();
    fs::write(
        folder.path().join("penholder.toml"),
        "[rules]\noff = [\"C001\"]\n",
    )
    .unwrap();
    let uri = Location::of_path(&folder.path().join("drafts/a.md")).to_uri();
    let mut client = Start::default().client().await;
    client.open(&uri, SWAPPED).await;
    assert!(client.findings(&uri, 1).await.is_empty());
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}
