//! Texts that become files, and files that become other files.

use std::fs;
use std::path::Path;

use serde_json::json;
use tests::{Client, Start, insert};
use workspace::Location;

use crate::SWAPPED;

#[tokio::test(start_paused = true)]
async fn a_text_saved_as_a_file_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("penholder.toml"),
        "[rules]\noff = [\"C001\"]\n",
    )
    .unwrap();
    let saved = Location::of_path(&folder.path().join("saved.md")).to_uri();
    let mut client = Start::default().client().await;
    let untitled = "untitled:Untitled-1";
    client.open(untitled, SWAPPED).await;
    assert_eq!(client.codes(untitled, 1).await, ["C001"]);
    client.close(untitled).await;
    client.open(&saved, SWAPPED).await;
    assert!(client.findings(&saved, 1).await.is_empty());
    client.change(&saved, 2, &[insert(0, 7, "!")]).await;
    assert!(client.findings(&saved, 2).await.is_empty());
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_text_without_a_file_is_read_anew_in_another_language() {
    let mut client = Start::default().client().await;
    let uri = "untitled:Untitled-1";
    let text = "```\nSee A/HCR/53/26.\n```\n";
    let open = |language: &str, version: i32| {
        json!({ "textDocument": {
            "uri": uri, "languageId": language, "version": version, "text": text,
        }})
    };
    client
        .notify("textDocument/didOpen", open("markdown", 1))
        .await;
    assert!(client.findings(uri, 1).await.is_empty());
    client.close(uri).await;
    client
        .notify("textDocument/didOpen", open("plaintext", 2))
        .await;
    assert_eq!(client.codes(uri, 2).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_draft_that_is_renamed_is_closed_here_and_opened_there() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| Location::of_path(&folder.path().join(name)).to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&at("a.md"), SWAPPED).await;
    client.findings(&at("a.md"), 1).await;
    client.close(&at("a.md")).await;
    client.open(&at("b.md"), SWAPPED).await;
    let files = json!({ "files": [{ "oldUri": at("a.md"), "newUri": at("b.md") }] });
    client.notify("workspace/didRenameFiles", files).await;
    assert_eq!(client.codes(&at("b.md"), 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_sources_folder_that_is_renamed_counts_from_then_on() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("papers")).unwrap();
    let text = "A/RES/67/172\n\nResolution adopted by the General Assembly on 20 December 2012\n\n\
                67/172. Protection of migrants\n\nThe General Assembly,\n\n\
                1. Calls upon States;\n\n2. Decides to go on.\n";
    fs::write(folder.path().join("papers/A_RES_67_172.txt"), text).unwrap();
    let at = |name: &str| Location::of_path(&folder.path().join(name)).to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    let draft = "See paragraph 3 of General Assembly resolution 67/172.\n";
    client.open(&at("draft.md"), draft).await;
    assert!(client.findings(&at("draft.md"), 1).await.is_empty());
    fs::rename(folder.path().join("papers"), folder.path().join("sources")).unwrap();
    let files = json!({ "files": [{ "oldUri": at("papers"), "newUri": at("sources") }] });
    client.notify("workspace/didRenameFiles", files).await;
    assert_eq!(client.codes(&at("draft.md"), 1).await, ["C005"]);
    client.leave().await;
}

/// A file may be put where a link leads: whoever saves is told so.
#[tokio::test(start_paused = true)]
async fn a_link_is_looked_after_again_when_the_draft_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    let text = "The figures are in [annex II](annex-ii.md).\n";
    std::fs::write(&draft, text).unwrap();
    let uri = Location::of_path(&draft).to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, text).await;
    assert_eq!(client.codes(&uri, 1).await, ["L006"]);
    std::fs::write(folder.path().join("annex-ii.md"), "# Annex II\n").unwrap();
    let saved = json!({ "textDocument": { "uri": uri } });
    client.notify("textDocument/didSave", saved).await;
    assert_eq!(client.codes(&uri, 1).await, [""; 0]);
    client.leave().await;
}

/// A folder with a draft that cites a document, and settings that say what is missing.
fn with_draft() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sources")).unwrap();
    fs::write(
        folder.path().join("penholder.toml"),
        "unheld = \"warning\"\n",
    )
    .unwrap();
    let uri = Location::of_path(&folder.path().join("draft.md")).to_uri();
    (folder, uri)
}

/// A source for that draft.
const SOURCE: &str = "---\nsymbol: A/RES/70/199\ntitle: Matter 199\n---\n1. Decides.\n";

/// What the draft says.
const CITING: &str = "See A/RES/70/199.\n";

async fn save(client: &mut Client, uri: &str) {
    let saved = json!({ "textDocument": { "uri": uri } });
    client.notify("textDocument/didSave", saved).await;
}

/// The codes of version 1 as soon as they are `wanted`.
async fn until(client: &mut Client, uri: &str, wanted: &[&str]) {
    while client.codes(uri, 1).await != wanted {}
}

#[tokio::test(start_paused = true)]
async fn what_changed_beside_a_draft_counts_when_it_is_saved_or_opened_though_nobody_watches() {
    let (folder, uri) = with_draft();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, CITING).await;
    assert_eq!(client.codes(&uri, 1).await, ["C003"]);
    fs::write(folder.path().join("sources/a.md"), SOURCE).unwrap();
    save(&mut client, &uri).await;
    until(&mut client, &uri, &[]).await;
    fs::remove_file(folder.path().join("sources/a.md")).unwrap();
    client.close(&uri).await;
    client.open(&uri, CITING).await;
    until(&mut client, &uri, &["C003"]).await;
    fs::write(folder.path().join("penholder.toml"), "").unwrap();
    save(&mut client, &uri).await;
    until(&mut client, &uri, &[]).await;
    client.vanish().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_added_to_a_corpus_counts_when_a_draft_is_saved() {
    let (folder, uri) = with_draft();
    let settings = "unheld = \"warning\"\n[corpus]\npath = \"corpus\"\n";
    fs::write(folder.path().join("penholder.toml"), settings).unwrap();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    let add = |name: &str, text: &str| {
        fs::write(files.join(name), text).unwrap();
        let root = folder.path().join("corpus");
        let options = corpus::update::Options::default();
        corpus::update::add(&root, std::slice::from_ref(&files), &options, &mut |_| {
            corpus::update::Go::On
        })
        .unwrap();
    };
    add(
        "other.md",
        "---\nsymbol: A/RES/70/1\ntitle: Matter 1\n---\n1. Decides.\n",
    );
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, CITING).await;
    assert_eq!(client.codes(&uri, 1).await, ["C003"]);
    add("a.md", SOURCE);
    save(&mut client, &uri).await;
    until(&mut client, &uri, &[]).await;
    client.vanish().await;
}

#[tokio::test(start_paused = true)]
async fn sources_and_accepted_findings_of_other_names_are_watched() {
    let (folder, uri) = with_draft();
    let library = folder.path().join("library");
    fs::create_dir(&library).unwrap();
    let settings =
        "unheld = \"warning\"\nbaseline = \"accepted.list\"\n[sources]\nfolder = \"library\"\n";
    fs::write(folder.path().join("penholder.toml"), settings).unwrap();
    fs::write(
        folder.path().join("accepted.list"),
        rules::Baseline::default().text(),
    )
    .unwrap();
    let start = Start {
        watches: true,
        capabilities: json!({ "workspace": {
            "didChangeWatchedFiles": { "relativePatternSupport": true },
        }}),
        ..Start::in_folder(folder.path())
    };
    let mut client = start.client().await;
    client.open(&uri, CITING).await;
    assert_eq!(client.codes(&uri, 1).await, ["C003"]);
    let register = client.message("client/registerCapability").await;
    client.reply(&register, json!(null)).await;
    let watchers = &register["params"]["registrations"][0]["registerOptions"]["watchers"];
    let glob = |folder: &Path, pattern: &str| {
        let folder = Location::of_path(folder).to_uri();
        json!({ "globPattern": { "baseUri": folder, "pattern": pattern } })
    };
    let wanted = json!([glob(folder.path(), "accepted.list"), glob(&library, "**")]);
    assert_eq!(*watchers, wanted);
    let source = library.join("a.pdf.md");
    fs::write(&source, SOURCE).unwrap();
    let changes = json!([{ "uri": Location::of_path(&source).to_uri(), "type": 1 }]);
    let events = json!({ "changes": changes });
    client
        .notify("workspace/didChangeWatchedFiles", events)
        .await;
    assert_eq!(client.codes(&uri, 1).await, [""; 0]);
    client.leave().await;
}

/// A folder that happens to be called so far above the drafts is none of their sources.
#[tokio::test(start_paused = true)]
async fn a_draft_below_somebody_elses_sources_is_a_draft() {
    const TITLED: &str = "---\ntitle: Matter\n---\n\nSee A/HCR/53/26.\n";
    let top = tempfile::tempdir().unwrap();
    let project = top.path().join("sources/project");
    fs::create_dir_all(project.join("empty")).unwrap();
    let draft = project.join("a.md");
    let uri = Location::of_path(&draft).to_uri();
    let other = Location::of_path(&project.join("b.md")).to_uri();
    // Without a sign that the folder is one of sources, and where it is one that somebody works in.
    for sign in ["nothing", ".git"] {
        fs::create_dir_all(top.path().join(sign)).unwrap();
        fs::write(&draft, TITLED).unwrap();
        let mut client = Start::in_folder(&project).client().await;
        client.open(&uri, TITLED).await;
        assert_eq!(client.codes(&uri, 1).await, ["C001"]);
        let events = json!({ "changes": [{ "uri": other, "type": 2 }] });
        client
            .notify("workspace/didChangeWatchedFiles", events)
            .await;
        // Nothing is said again.
        client.hover(&uri, 0, 0).await;
        fs::write(&draft, format!("{TITLED}More.\n")).unwrap();
        save(&mut client, &uri).await;
        assert_eq!(client.codes(&uri, 1).await, ["C001"]);
        // Done behind the look at what lies beside the drafts.
        let empty = json!({
            "command": "penholder.checkFolder",
            "arguments": [{ "uri": Location::of_path(&project.join("empty")).to_uri() }],
        });
        client.request("workspace/executeCommand", empty).await;
        client.hover(&uri, 0, 0).await;
        client.leave().await;
    }
    fs::remove_dir(top.path().join(".git")).unwrap();
    let mut client = Start::default().client().await;
    client.open(&uri, TITLED).await;
    assert_eq!(client.codes(&uri, 1).await, ["C001"]);
    client.leave().await;
    // In a folder with drafts it may be one of sources.
    let mut client = Start::in_folder(top.path()).client().await;
    client.open(&uri, TITLED).await;
    assert_eq!(client.codes(&uri, 1).await, [""; 0]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn nothing_is_found_in_a_source_that_is_opened() {
    let (folder, _) = with_draft();
    let source = folder.path().join("sources/a.md");
    let text = "---\nsymbol: A/79/1\ntitle: Matter\n---\n\n1. See A/HCR/53/26.\n";
    fs::write(&source, text).unwrap();
    let uri = Location::of_path(&source).to_uri();
    let actions = json!({
        "textDocument": { "uri": uri }, "range": tests::span((5, 10), (5, 10)),
        "context": { "diagnostics": [] },
    });
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, text).await;
    assert_eq!(client.codes(&uri, 1).await, [""; 0]);
    let answer = client
        .request("textDocument/codeAction", actions.clone())
        .await;
    assert_eq!(answer["result"], json!([]));
    assert!(client.hover(&uri, 5, 10).await.is_object());
    client.leave().await;
    // Whoever works in that folder has drafts there.
    let mut client = Start::in_folder(&folder.path().join("sources"))
        .client()
        .await;
    client.open(&uri, text).await;
    assert_eq!(client.codes(&uri, 1).await, ["C001"]);
    let answer = client.request("textDocument/codeAction", actions).await;
    assert_eq!(answer["result"][0]["title"], "Change to “A/HRC/53/26”");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn what_was_accepted_is_not_offered_to_be_mended() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("a.md");
    fs::write(&draft, SWAPPED).unwrap();
    let location = Location::of_path(&draft);
    let today = citation::Date::new(2026, 11, 24).unwrap();
    let workspace = workspace::Workspaces::default().of(&location);
    let analysis = workspace.analyse(&workspace.draft(SWAPPED, draft::Dialect::Markdown), today);
    let list = folder.path().join("accepted.tsv");
    let (mut accepted, _) = workspace::AcceptedFindings::to_renew(&list).unwrap();
    accepted.accept(&location, &analysis.resolved, &analysis.findings);
    accepted.write(&list).unwrap();
    let settings = "baseline = \"accepted.tsv\"\n";
    fs::write(folder.path().join("penholder.toml"), settings).unwrap();
    let uri = location.to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&uri, SWAPPED).await;
    assert_eq!(client.codes(&uri, 1).await, [""; 0]);
    let actions = json!({
        "textDocument": { "uri": uri }, "range": tests::span((2, 12), (2, 12)),
        "context": { "diagnostics": [] },
    });
    let answer = client.request("textDocument/codeAction", actions).await;
    assert_eq!(answer["result"], json!([]));
    client.leave().await;
}
