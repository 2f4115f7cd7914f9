//! Settings of the editor, and folders with a `penholder.toml` each.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::{Client, Start};
use workspace::Location;

use crate::{DRAFT, SWAPPED};

/// Answers the question what the settings are.
async fn tell_settings(client: &mut Client, settings: Value) {
    let asked = client.message("workspace/configuration").await;
    assert_eq!(
        asked["params"]["items"],
        json!([{ "section": "penholder" }])
    );
    client.reply(&asked, json!([settings])).await;
}

#[tokio::test(start_paused = true)]
async fn settings_are_watched_and_asked_for_where_the_client_can() {
    let start = Start {
        watches: true,
        capabilities: json!({ "workspace": {
            "configuration": true,
            "didChangeConfiguration": { "dynamicRegistration": true },
        }}),
        ..Start::default()
    };
    let mut client = start.client().await;
    let registered = client.registered["registrations"]
        .as_array()
        .unwrap()
        .clone();
    let methods: Vec<_> = registered.iter().map(|it| &it["method"]).collect();
    assert_eq!(
        methods,
        [
            "workspace/didChangeWatchedFiles",
            "workspace/didChangeConfiguration"
        ]
    );
    assert_eq!(registered[1]["registerOptions"]["section"], "penholder");
    tell_settings(&mut client, Value::Null).await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);

    let changed = json!({ "settings": null });
    client
        .notify("workspace/didChangeConfiguration", changed.clone())
        .await;
    tell_settings(&mut client, json!({ "rules": { "off": ["C001"] } })).await;
    assert!(client.findings(DRAFT, 1).await.is_empty());
    // The same again is no reason to check again.
    client
        .notify("workspace/didChangeConfiguration", changed)
        .await;
    tell_settings(&mut client, json!({ "rules": { "off": ["C001"] } })).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_does_not_say_what_its_settings_are_holds_up_nobody() {
    let start = Start {
        capabilities: json!({ "workspace": { "configuration": true } }),
        ..Start::default()
    };
    let mut client = start.client().await;
    client.message("workspace/configuration").await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn folders_that_come_and_go_take_their_settings_along() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let off = "[rules]\noff = [\"C001\"]\n";
    fs::write(two.path().join("penholder.toml"), off).unwrap();
    let folder = |of: &tempfile::TempDir| json!({ "uri": Location::of_path(of.path()).to_uri(), "name": "f" });
    let mut client = Start::in_folder(one.path()).client().await;
    let untitled = "untitled:Untitled-1";
    client.open(untitled, SWAPPED).await;
    assert_eq!(client.codes(untitled, 1).await, ["C001"]);
    let change = |added: Vec<Value>, removed: Vec<Value>| json!({ "event": { "added": added, "removed": removed } });
    // Texts without a file belong to the first folder, which is still the old one.
    client
        .notify(
            "workspace/didChangeWorkspaceFolders",
            change(vec![folder(&two)], vec![]),
        )
        .await;
    assert_eq!(client.codes(untitled, 1).await, ["C001"]);
    client
        .notify(
            "workspace/didChangeWorkspaceFolders",
            change(vec![], vec![folder(&one)]),
        )
        .await;
    assert!(client.findings(untitled, 1).await.is_empty());
    client
        .notify(
            "workspace/didChangeWorkspaceFolders",
            change(vec![], vec![folder(&two)]),
        )
        .await;
    assert_eq!(client.codes(untitled, 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_folder_that_is_closed_takes_its_findings_along() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&one, &two] {
        fs::write(folder.path().join("a.md"), SWAPPED).unwrap();
    }
    let address = |of: &tempfile::TempDir| Location::of_path(of.path()).to_uri();
    let draft = |of: &tempfile::TempDir| Location::of_path(&of.path().join("a.md")).to_uri();
    let mut client = Client::raw(1 << 16, || citation::Date::new(2026, 11, 24).unwrap());
    let folders = json!([
        { "uri": address(&one), "name": "one" },
        { "uri": address(&two), "name": "two" },
    ]);
    let hello = json!({ "capabilities": {}, "workspaceFolders": folders });
    client.request("initialize", hello).await;
    client.notify("initialized", json!({})).await;
    let command = json!({ "command": "penholder.checkFolder" });
    client.request("workspace/executeCommand", command).await;
    client.published(&draft(&one)).await;
    client.published(&draft(&two)).await;
    let event =
        json!({ "event": { "added": [], "removed": [{ "uri": address(&two), "name": "two" }] } });
    client
        .notify("workspace/didChangeWorkspaceFolders", event)
        .await;
    assert_eq!(
        client.published(&draft(&two)).await["diagnostics"],
        json!([])
    );
    // What is left is looked at again.
    assert_eq!(
        client.published(&draft(&one)).await["diagnostics"][0]["code"],
        "C001"
    );
    client.leave().await;
}

/// The settings file of `folder`, the address of a draft beside it, and what says that the file has changed.
fn settings_beside_a_draft(folder: &Path) -> (PathBuf, String, Value) {
    let settings = folder.join("penholder.toml");
    let uri = Location::of_path(&folder.join("draft.md")).to_uri();
    let event = json!({ "changes": [{ "uri": Location::of_path(&settings).to_uri(), "type": 2 }] });
    (settings, uri, event)
}

#[tokio::test(start_paused = true)]
async fn what_is_wrong_with_the_settings_is_said_once_until_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, uri, event) = settings_beside_a_draft(folder.path());
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    client.findings(&uri, 1).await;
    for round in 0..2 {
        fs::write(&settings, "[rules]\noff = [\"C0").unwrap();
        for _ in 0..3 {
            client
                .notify("workspace/didChangeWatchedFiles", event.clone())
                .await;
            assert_eq!(client.codes(&uri, 1).await, ["C001"]);
        }
        let said = client.message("window/showMessage").await;
        let said = said["params"]["message"].as_str().unwrap().to_owned();
        assert!(said.contains("penholder.toml: line 2"), "{round}: {said}");
        fs::write(&settings, "").unwrap();
        client
            .notify("workspace/didChangeWatchedFiles", event.clone())
            .await;
        assert_eq!(client.codes(&uri, 1).await, ["C001"]);
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_mistake_in_front_matter_is_shown_at_its_place() {
    let mut client = Start::default().client().await;
    let text = "---\npenholder.unhold: warning\n---\n\nThe work goes on.\n";
    client.open(DRAFT, text).await;
    let found = client.findings(DRAFT, 1).await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["code"], "S001");
    assert_eq!(found[0]["severity"], 1);
    assert_eq!(
        found[0]["message"],
        "There is no setting “unhold”; the nearest one is “unheld”."
    );
    let range = &found[0]["range"];
    assert_eq!(range["start"], json!({ "line": 1, "character": 10 }));
    assert_eq!(range["end"], json!({ "line": 1, "character": 16 }));
    client.leave().await;
}

/// Drafts of one folder may have different lists of accepted findings.
#[tokio::test(start_paused = true)]
async fn what_is_wrong_for_one_draft_is_said_once_however_often_another_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let settings = "[[per-path]]\npaths = [\"a\"]\nbaseline = \"none.tsv\"\n";
    fs::write(folder.path().join("penholder.toml"), settings).unwrap();
    let [a, b] = ["a/draft.md", "b/draft.md"].map(|name| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        Location::of_path(&path).to_uri()
    });
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&a, SWAPPED).await;
    client.codes(&a, 1).await;
    let said = client.message("window/showMessage").await;
    let said = said["params"]["message"].as_str().unwrap();
    assert!(said.contains("none.tsv: "), "{said}");
    client.open(&b, SWAPPED).await;
    client.codes(&b, 1).await;
    for uri in [&a, &b, &a] {
        client.hover(uri, 2, 12).await;
    }
    client.leave().await;
}

/// The list of accepted findings is named, no more, and again.
#[tokio::test(start_paused = true)]
async fn what_is_named_again_and_still_not_there_is_said_again() {
    let folder = tempfile::tempdir().unwrap();
    let (settings, uri, event) = settings_beside_a_draft(folder.path());
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    client.codes(&uri, 1).await;
    for _ in 0..2 {
        for text in ["baseline = \"none.tsv\"\n", ""] {
            fs::write(&settings, text).unwrap();
            client
                .notify("workspace/didChangeWatchedFiles", event.clone())
                .await;
            assert_eq!(client.codes(&uri, 1).await, ["C001"]);
            if !text.is_empty() {
                let said = client.message("window/showMessage").await;
                let said = said["params"]["message"].as_str().unwrap();
                assert!(said.starts_with("none.tsv: "), "{said}");
            }
        }
    }
    client.leave().await;
}
