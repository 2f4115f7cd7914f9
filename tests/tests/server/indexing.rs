//! A folder of sources that is indexed beside the server, by the real binary.

use std::path::PathBuf;

use serde_json::{Value, json};
use tokio::io::BufReader;
use tokio::process::Child;

use crate::binary::{binary, read, send, serving};

/// A server that is about to index a folder of `count` sources, with a draft open that cites one of them.
async fn beside_sources(home: &std::path::Path, binary: PathBuf, count: usize) -> Child {
    let sources = home.join("sources");
    std::fs::create_dir(&sources).unwrap();
    for number in 1..=count {
        let text =
            format!("---\nsymbol: A/RES/70/{number}\ntitle: Matter {number}\n---\n1. Decides.\n");
        std::fs::write(sources.join(format!("{number}.md")), text).unwrap();
    }
    let mut child = serving(binary)
        .env("PENHOLDER_CACHE", home.join("cache"))
        .spawn()
        .unwrap();
    let capabilities = json!({
        "window": { "workDoneProgress": true },
        "workspace": { "inlayHint": { "refreshSupport": true } },
    });
    let parameters = json!({
        "processId": std::process::id(),
        "rootUri": format!("file://{}", home.display()),
        "capabilities": capabilities,
    });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters }),
    )
    .await;
    let uri = format!("file://{}", home.join("draft.md").display());
    let text = "# Draft\n\nSee paragraph 9 of General Assembly resolution 70/599.\n";
    let item = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } }),
    )
    .await;
    child
}

#[tokio::test]
async fn a_large_sources_folder_is_indexed_beside_the_server_with_progress() {
    let Some(binary) = binary() else { return };
    let home = tempfile::tempdir().unwrap();
    let mut child = beside_sources(home.path(), binary, 600).await;
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut kinds: Vec<String> = Vec::new();
    let mut found = false;
    while !found || kinds.last().is_none_or(|kind| kind != "end") {
        let message = read(&mut output).await;
        match message["method"].as_str() {
            Some("window/workDoneProgress/create") => {
                let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
                send(&mut child, answer).await;
            }
            Some("$/progress") => {
                let kind = message["params"]["value"]["kind"].as_str().unwrap();
                kinds.push(kind.to_owned());
            }
            Some("textDocument/publishDiagnostics") => {
                found |= message["params"]["diagnostics"][0]["code"] == "C005";
            }
            _ => {}
        }
    }
    assert_eq!(kinds.first().map(String::as_str), Some("begin"));
    assert!(kinds.iter().any(|kind| kind == "report"), "{kinds:?}");
}

#[tokio::test]
async fn indexing_that_is_cancelled_ends_and_the_server_lives_on() {
    let Some(binary) = binary() else { return };
    let home = tempfile::tempdir().unwrap();
    let mut child = beside_sources(home.path(), binary, 600).await;
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut asked = false;
    loop {
        let message = read(&mut output).await;
        let value = &message["params"]["value"];
        if message["method"] == "window/workDoneProgress/create" {
            let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": null });
            send(&mut child, answer).await;
        } else if value["kind"] == "begin" {
            assert_eq!(value["cancellable"], true);
            let cancel = json!({ "token": message["params"]["token"] });
            let method = "window/workDoneProgress/cancel";
            send(
                &mut child,
                json!({ "jsonrpc": "2.0", "method": method, "params": cancel }),
            )
            .await;
        } else if value["kind"] == "end" {
            let request = json!({ "jsonrpc": "2.0", "id": 77, "method": "workspace/symbol", "params": { "query": "" } });
            send(&mut child, request).await;
            asked = true;
        } else if message["id"] == 77 {
            break;
        }
    }
    assert!(asked);
    assert!(child.try_wait().unwrap().is_none());
}

/// What a draft that nobody has open was found to say wrong is found anew when the index is there, and the client
/// is asked to ask again.
#[tokio::test]
async fn closed_drafts_are_checked_again_when_the_index_is_there() {
    let Some(binary) = binary() else { return };
    let home = tempfile::tempdir().unwrap();
    let closed = home.path().join("closed.md");
    // The symbol is wrong whatever is held, the paragraph by what the index holds.
    let text =
        "# Draft\n\nSee A/HCR/53/26 and paragraph 9 of General Assembly resolution 70/598.\n";
    std::fs::write(&closed, text).unwrap();
    let closed = format!("file://{}", closed.display());
    let mut child = beside_sources(home.path(), binary, 600).await;
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let check = json!({ "command": "penholder.checkFolder", "arguments": [] });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 5, "method": "workspace/executeCommand", "params": check }),
    )
    .await;
    let (mut held, mut refreshed) = (false, false);
    while !held || !refreshed {
        let message = read(&mut output).await;
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") if message["params"]["uri"] == closed => {
                held |= message["params"]["diagnostics"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|finding| finding["code"] == "C005");
            }
            Some("workspace/inlayHint/refresh") => refreshed = true,
            _ => {}
        }
        if message["method"].is_string() && !message["id"].is_null() {
            let answer = json!({ "jsonrpc": "2.0", "id": message["id"], "result": Value::Null });
            send(&mut child, answer).await;
        }
    }
}
