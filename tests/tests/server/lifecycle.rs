//! From `initialize` to the exit code.

use std::io::Write as _;

use citation::Date;
use serde_json::{Value, json};
use server::Ending;
use tests::{Client, Start};

use crate::{DRAFT, SWAPPED};

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_server_says_who_it_is_and_what_it_does() {
    let client = Start::default().client().await;
    let offered = &client.hello["capabilities"];
    assert_eq!(client.hello["serverInfo"]["name"], "penholder");
    assert_eq!(offered["positionEncoding"], "utf-16");
    assert_eq!(offered["textDocumentSync"]["change"], 2);
    assert_eq!(
        offered["completionProvider"]["triggerCharacters"],
        json!(["/", "(", "^"])
    );
    assert_eq!(
        offered["codeActionProvider"]["codeActionKinds"],
        json!(["quickfix", "refactor.rewrite"])
    );
    assert!(
        offered.get("diagnosticProvider").is_none(),
        "push, never both"
    );
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn exit_without_shutdown_is_a_failure() {
    let mut client = Start::default().client().await;
    client.notify("exit", Value::Null).await;
    let ending = client.ended().await;
    assert_eq!((ending, ending.code()), (Ending::ExitWithoutShutdown, 1));
}

#[tokio::test(start_paused = true)]
async fn exit_before_anything_else_is_obeyed() {
    let mut client = Client::raw(1 << 16, today);
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await, Ending::ExitWithoutShutdown);
}

#[tokio::test(start_paused = true)]
async fn the_end_of_the_input_ends_the_server() {
    let client = Start::default().client().await;
    let ending = client.hang_up().await;
    assert_eq!((ending, ending.code()), (Ending::EndOfInput, 1));

    let mut client = Start::default().client().await;
    client.request("shutdown", Value::Null).await;
    let ending = client.hang_up().await;
    assert_eq!((ending, ending.code()), (Ending::Clean, 0));
}

#[tokio::test(start_paused = true)]
async fn the_death_of_the_editor_ends_the_server() {
    if !cfg!(target_os = "linux") {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: processes are only listed as folders on Linux"
        );
        return;
    }
    let mut editor = std::process::Command::new("sleep")
        .arg("600")
        .spawn()
        .unwrap();
    let mut client = Client::raw(1 << 16, today);
    let hello = json!({ "processId": editor.id(), "capabilities": {} });
    client.request("initialize", hello).await;
    editor.kill().unwrap();
    editor.wait().unwrap();
    assert_eq!(client.ended().await, Ending::ParentDied);
}

#[tokio::test(start_paused = true)]
async fn a_process_that_was_never_seen_is_no_editor_that_died() {
    let mut elsewhere = std::process::Command::new("true").spawn().unwrap();
    elsewhere.wait().unwrap();
    let mut client = Client::raw(1 << 16, today);
    let hello = json!({ "processId": elsewhere.id(), "capabilities": {} });
    client.request("initialize", hello).await;
    tokio::time::sleep(std::time::Duration::from_mins(1)).await;
    client.request("shutdown", Value::Null).await;
    assert_eq!(client.hang_up().await, Ending::Clean);
}

#[tokio::test(start_paused = true)]
async fn questions_before_the_start_and_unknown_ones_are_refused() {
    let mut client = Client::raw(1 << 16, today);
    let early = client
        .request("textDocument/hover", tests::at(DRAFT, 0, 0))
        .await;
    assert_eq!(early["error"]["code"], -32002);
    client
        .request("initialize", json!({ "capabilities": {} }))
        .await;
    let unknown = client.request("textDocument/nonsense", json!({})).await;
    assert_eq!(unknown["error"]["code"], -32601);
    client.notify("$/nonsense", json!({})).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_message_that_cannot_be_read_costs_only_itself() {
    let mut client = Start::default().client().await;
    for broken in ["{", "[]", "{\"jsonrpc\":\"2.0\",\"method\":7}"] {
        let framed = format!("Content-Length: {}\r\n\r\n{broken}", broken.len());
        client.send_bytes(framed.as_bytes()).await;
        assert_eq!(client.error_without_id().await["error"]["code"], -32700);
    }
    client.send_bytes(b"a line printed by accident\r\n").await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn parameters_that_make_no_sense_are_refused_and_no_more() {
    let mut client = Start::default().client().await;
    let answer = client
        .request("textDocument/hover", json!({ "textDocument": 7 }))
        .await;
    assert_eq!(answer["error"]["code"], -32602);
    client
        .notify("textDocument/didOpen", json!({ "textDocument": 7 }))
        .await;
    client.open(DRAFT, SWAPPED).await;
    assert_eq!(client.codes(DRAFT, 1).await, ["C001"]);
    client.leave().await;
}
