//! Texts that become files, and files that become other files.

use std::fs;

use serde_json::json;
use tests::{Start, insert};
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
