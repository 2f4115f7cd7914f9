//! The findings of drafts that nobody has open.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use citation::Date;
use serde_json::{Value, json};
use tests::{Client, Start, insert, span};
use workspace::Location;

use crate::SWAPPED;
use crate::order::Gate;

/// A folder with these drafts.
pub(crate) fn folder(drafts: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in drafts {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub(crate) fn uri(folder: &tempfile::TempDir, name: &str) -> String {
    Location::of_path(&folder.path().join(name)).to_uri()
}

pub(crate) async fn check(client: &mut Client) -> Value {
    let params = json!({ "command": "penholder.checkFolder", "arguments": [] });
    let answer = client.request("workspace/executeCommand", params).await;
    assert!(answer.get("error").is_none(), "{answer}");
    answer["result"].clone()
}

pub(crate) async fn event(client: &mut Client, uri: &str, kind: u8) {
    let events = json!({ "changes": [{ "uri": uri, "type": kind }] });
    client
        .notify("workspace/didChangeWatchedFiles", events)
        .await;
}

#[tokio::test(start_paused = true)]
async fn the_drafts_of_a_folder_are_checked_on_demand() {
    let folder = folder(&[
        ("a.md", SWAPPED),
        ("b/ü c.txt", "See A/HCR/53/26.\n"),
        ("clean.md", "Nothing.\n"),
        ("open.md", SWAPPED),
        ("node_modules/no-draft.md", SWAPPED),
        ("word.md", "%PDF-1.7"),
    ]);
    let mut client = Start::in_folder(folder.path()).client().await;
    let open = uri(&folder, "open.md");
    client.open(&open, SWAPPED).await;
    client.change(&open, 2, &[insert(0, 7, "!")]).await;
    client.findings(&open, 2).await;

    let done = check(&mut client).await;
    assert_eq!((&done["drafts"], &done["findings"]), (&json!(4), &json!(3)));
    assert_eq!(done["unchecked"].as_array().unwrap().len(), 1);
    let said = client.message("window/showMessage").await;
    let said = said["params"]["message"].as_str().unwrap();
    assert!(said.contains("word.md: "), "{said}");
    let a = client.published(&uri(&folder, "a.md")).await;
    assert_eq!(a["diagnostics"][0]["range"], span((2, 10), (2, 21)));
    assert_eq!(a.get("version"), None);
    let b = client.published(&uri(&folder, "b/ü c.txt")).await;
    assert_eq!(b["diagnostics"][0]["code"], "C001");

    // Changed, opened and closed, deleted: what is shown follows.
    fs::write(folder.path().join("a.md"), "Mended.\n").unwrap();
    event(&mut client, &uri(&folder, "a.md"), 2).await;
    let mended = client.published(&uri(&folder, "a.md")).await;
    assert_eq!(mended["diagnostics"], json!([]));
    let b = uri(&folder, "b/ü c.txt");
    client.open(&b, "See A/HCR/53/26 again.\n").await;
    assert_eq!(client.codes(&b, 1).await, ["C001"]);
    let closed = json!({ "textDocument": { "uri": b } });
    client.notify("textDocument/didClose", closed).await;
    while client.published(&b).await["diagnostics"][0]["code"] != "C001" {}
    fs::remove_file(folder.path().join("b/ü c.txt")).unwrap();
    event(&mut client, &b, 3).await;
    assert_eq!(client.published(&b).await["diagnostics"], json!([]));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn what_a_check_of_a_folder_shows_can_be_taken_away() {
    let folder = folder(&[("a.md", SWAPPED), ("deep/b.md", SWAPPED)]);
    let mut client = Start::default().client().await;
    let params = json!({
        "command": "penholder.checkFolder",
        "arguments": [{ "uri": uri(&folder, "deep") }],
    });
    let done = client.request("workspace/executeCommand", params).await;
    assert_eq!(done["result"]["drafts"], 1);
    let b = uri(&folder, "deep/b.md");
    assert_eq!(client.published(&b).await["diagnostics"][0]["code"], "C001");
    let params = json!({ "command": "penholder.clearFolder" });
    client.request("workspace/executeCommand", params).await;
    assert_eq!(client.published(&b).await["diagnostics"], json!([]));
    let params = json!({ "command": "penholder.nonsense" });
    let refused = client.request("workspace/executeCommand", params).await;
    assert_eq!(refused["error"]["code"], -32602);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn renamed_and_deleted_drafts_lose_their_findings() {
    let folder = folder(&[("a.md", SWAPPED), ("old/b.md", SWAPPED)]);
    let mut client = Start::in_folder(folder.path()).client().await;
    check(&mut client).await;
    let (a, b) = (uri(&folder, "a.md"), uri(&folder, "old/b.md"));
    client.published(&a).await;
    client.published(&b).await;
    let files = json!({ "files": [{ "oldUri": a, "newUri": uri(&folder, "c.md") }] });
    fs::rename(folder.path().join("a.md"), folder.path().join("c.md")).unwrap();
    client.notify("workspace/didRenameFiles", files).await;
    assert_eq!(client.published(&a).await["diagnostics"], json!([]));
    // A folder takes what is in it along.
    fs::remove_dir_all(folder.path().join("old")).unwrap();
    let files = json!({ "files": [{ "uri": uri(&folder, "old") }] });
    client.notify("workspace/didDeleteFiles", files).await;
    assert_eq!(client.published(&b).await["diagnostics"], json!([]));
    client.leave().await;
}

pub(crate) async fn pulled(client: &mut Client, known: &Value) -> Vec<Value> {
    let params = json!({ "previousResultIds": known, "partialResultToken": "part" });
    let id = client.ask("workspace/diagnostic", params).await;
    let answer = client.answer(id).await;
    assert_eq!(answer["result"], json!({ "items": [] }), "{answer}");
    // Everything came before the answer, so it is here already.
    let mut items = Vec::new();
    while let Some(part) = client.kept("$/progress") {
        assert_eq!(part["params"]["token"], "part");
        items.extend(part["params"]["value"]["items"].as_array().unwrap().clone());
    }
    items
}

#[tokio::test(start_paused = true)]
async fn a_workspace_is_pulled_in_parts_and_what_is_known_is_not_said_again() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", SWAPPED), ("c.md", "Nothing.\n")]);
    let mut client = Start::pulling().at(folder.path()).client().await;
    let open = uri(&folder, "c.md");
    client.open(&open, "See A/HCR/53/26.\n").await;
    let first = pulled(&mut client, &json!([])).await;
    let codes: Vec<_> = first.iter().map(|it| &it["items"][0]["code"]).collect();
    assert_eq!(codes, ["C001"; 3]);
    assert_eq!(
        (&first[0]["version"], &first[2]["version"]),
        (&Value::Null, &json!(1))
    );

    let known: Vec<Value> = first
        .iter()
        .map(|it| json!({ "uri": it["uri"], "value": it["resultId"] }))
        .collect();
    let known = json!(known);
    let kinds = |items: &[Value]| -> Vec<String> {
        let kinds = items.iter().map(|it| it["kind"].as_str().unwrap());
        kinds.map(str::to_owned).collect()
    };
    for _ in 0..2 {
        let again = pulled(&mut client, &known).await;
        assert_eq!(kinds(&again), ["unchanged"; 3]);
    }
    fs::write(folder.path().join("a.md"), format!("New.\n\n{SWAPPED}")).unwrap();
    fs::remove_file(folder.path().join("b.md")).unwrap();
    let again = pulled(&mut client, &known).await;
    assert_eq!(kinds(&again), ["full", "unchanged", "full"]);
    assert_eq!(again[0]["items"][0]["range"], span((4, 10), (4, 21)));
    assert_eq!(
        (&again[2]["uri"], &again[2]["items"]),
        (&json!(uri(&folder, "b.md")), &json!([]))
    );
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_check_of_a_folder_shows_how_far_it_is_and_can_be_stopped() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", SWAPPED), ("c.md", SWAPPED)]);
    let gate = Gate::default();
    let day = gate.clone();
    let start = Start {
        capabilities: json!({ "window": { "workDoneProgress": true } }),
        ..Start::in_folder(folder.path())
    };
    let mut client = start.client_on(move || day.pass()).await;
    let params = json!({ "command": "penholder.checkFolder" });
    let check = client.ask("workspace/executeCommand", params).await;
    let create = client.message("window/workDoneProgress/create").await;
    client.reply(&create, Value::Null).await;
    let token = create["params"]["token"].clone();
    let begun = client.message("$/progress").await;
    assert_eq!(begun["params"]["value"]["kind"], "begin");
    assert_eq!(begun["params"]["value"]["cancellable"], true);
    client
        .notify("window/workDoneProgress/cancel", json!({ "token": token }))
        .await;
    // Answered when it is read, and so once the cancellation has been.
    let nowhere = tests::at("untitled:not-open", 0, 0);
    client.request("textDocument/hover", nowhere).await;
    gate.open();
    let done = client.answer(check).await["result"].clone();
    assert_eq!(done["cancelled"], true);
    let looked_at = done["drafts"].as_u64().unwrap();
    assert!(looked_at < 2, "{looked_at}");
    for name in ["a.md"].iter().take(looked_at as usize) {
        client.published(&uri(&folder, name)).await;
    }
    let mut last = begun;
    while last["params"]["value"]["kind"] != "end" {
        last = client.message("$/progress").await;
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_pulled_workspace_is_cancelled_at_once() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", SWAPPED)]);
    let gate = Gate::default();
    let asked = Arc::new(AtomicUsize::new(0));
    let (day, count) = (gate.clone(), Arc::clone(&asked));
    let mut client = Start::pulling()
        .at(folder.path())
        .client_on(move || {
            count.fetch_add(1, Ordering::SeqCst);
            day.pass()
        })
        .await;
    let params = json!({ "previousResultIds": [], "workDoneToken": 7 });
    let stuck = client.ask("workspace/diagnostic", params).await;
    while asked.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
        std::thread::yield_now();
    }
    client
        .notify("$/cancelRequest", json!({ "id": stuck }))
        .await;
    assert_eq!(client.answer(stuck).await["error"]["code"], -32800);
    gate.open();
    let begun = client.message("$/progress").await;
    assert_eq!(begun["params"]["value"]["kind"], "begin");
    let ended = client.message("$/progress").await;
    assert_eq!(ended["params"]["value"]["kind"], "end");
    // The second draft was never begun.
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_draft_that_cannot_be_checked_costs_only_itself() {
    let folder = folder(&[("a.md", SWAPPED), ("b.md", SWAPPED)]);
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let mut client = Start::in_folder(folder.path())
        .client_on(move || {
            assert_ne!(count.fetch_add(1, Ordering::SeqCst), 0, "on purpose");
            Date::new(2026, 11, 24).unwrap()
        })
        .await;
    let done = check(&mut client).await;
    assert_eq!((&done["drafts"], &done["findings"]), (&json!(1), &json!(1)));
    assert_eq!(done["unchecked"].as_array().unwrap().len(), 1);
    client.message("window/showMessage").await;
    client.published(&uri(&folder, "b.md")).await;
    client.leave().await;
}

/// Rules that look at the whole draft, and those that read sources, are asked of a draft that nobody has open too,
/// however long it is.
#[tokio::test(start_paused = true)]
async fn long_drafts_are_checked_by_every_rule() {
    let long = format!(
        "# Report\n\n{}It is said.[^1] It ends.\n\nSee [annex I](annex.md).\n",
        "The report was read and the meeting went on.\n\n".repeat(200)
    );
    let folder = folder(&[("long.md", &long)]);
    let mut client = Start::in_folder(folder.path()).client().await;
    check(&mut client).await;
    let long = client.published(&uri(&folder, "long.md")).await;
    let found = long["diagnostics"].as_array().unwrap();
    let mut codes: Vec<&str> = found
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, ["L006", "X001"]);
    client.leave().await;
}
