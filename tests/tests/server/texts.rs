//! Texts, their addresses and their positions.

use serde_json::{Value, json};
use tests::{Start, at, insert, span};

use crate::{DRAFT, SWAPPED};

/// Astral characters before and behind the symbol, which stands at character 4: byte 10, unit 6.
const ASTRAL: &str = "🕊𝒳é A/HCR/53/26 🕊 A/RES/67/172\n";

async fn first_range(encodings: Vec<&'static str>) -> (Value, Value) {
    let start = Start {
        encodings,
        ..Start::default()
    };
    let mut client = start.client().await;
    client.open(DRAFT, ASTRAL).await;
    let range = client.findings(DRAFT, 1).await[0]["range"].clone();
    let agreed = client.hello["capabilities"]["positionEncoding"].clone();
    client.leave().await;
    (agreed, range)
}

#[tokio::test(start_paused = true)]
async fn columns_go_out_in_the_agreed_units() {
    let place = |from| span((0, from), (0, from + 11));
    assert_eq!(first_range(vec![]).await, (json!("utf-16"), place(6)));
    assert_eq!(
        first_range(vec!["utf-16", "utf-8"]).await,
        (json!("utf-16"), place(6))
    );
    assert_eq!(
        first_range(vec!["utf-8", "utf-16"]).await,
        (json!("utf-8"), place(11))
    );
    assert_eq!(
        first_range(vec!["utf-32"]).await,
        (json!("utf-32"), place(4))
    );
}

#[tokio::test(start_paused = true)]
async fn columns_come_in_in_the_agreed_units() {
    for (encoding, column) in [("utf-16", 21), ("utf-8", 28), ("utf-32", 18)] {
        let start = Start {
            encodings: vec![encoding],
            ..Start::default()
        };
        let mut client = start.client().await;
        client.open(DRAFT, ASTRAL).await;
        client.findings(DRAFT, 1).await;
        let hover = client.hover(DRAFT, 0, column).await;
        assert_eq!(hover["range"]["start"]["character"], column, "{encoding}");
        // The digits at the end: what is typed there lands there.
        client
            .change(DRAFT, 2, &[insert(0, column + 12, " paragraph")])
            .await;
        client.findings(DRAFT, 2).await;
        let hover = client.hover(DRAFT, 0, column).await;
        assert_eq!(
            hover["range"]["end"]["character"],
            column + 12,
            "{encoding}"
        );
        client.leave().await;
    }
}

#[tokio::test(start_paused = true)]
async fn half_an_emoji_does_not_cost_the_text() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "ab\n\nA/RES/67/172\n").await;
    client.findings(DRAFT, 1).await;
    let change = r#"{"range":{"start":{"line":0,"character":1},"end":{"line":0,"character":1}},"text":"\ud83d"}"#;
    let body = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{DRAFT}","version":2}},"contentChanges":[{change}]}}}}"#
    );
    let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    client.send_bytes(framed.as_bytes()).await;
    client.findings(DRAFT, 2).await;
    assert!(client.hover(DRAFT, 2, 3).await.is_object());
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn texts_without_a_file_work() {
    let mut client = Start::default().client().await;
    for uri in [
        "untitled:Untitled-1",
        "vscode-vfs://github/a/b.md",
        "inmemory:/1?x#y",
    ] {
        client.open(uri, SWAPPED).await;
        assert_eq!(client.codes(uri, 1).await, ["C001"], "{uri}");
        assert!(client.hover(uri, 2, 12).await.is_object(), "{uri}");
        client.close(uri).await;
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn addresses_are_kept_as_the_client_spells_them() {
    let mut client = Start::default().client().await;
    for uri in [
        "file:///nowhere/a%20b/d%C3%A9but%20%5B1%5D.md",
        "file:///nowhere/a b/début [1].md",
        "file:///c%3A/Users/x/Draft.md",
        "file:///C:/Users/x/Draft.md",
    ] {
        client.open(uri, SWAPPED).await;
        assert_eq!(client.codes(uri, 1).await, ["C001"], "{uri}");
        assert!(client.hover(uri, 2, 12).await.is_object(), "{uri}");
        client.change(uri, 2, &[insert(0, 7, "!")]).await;
        assert_eq!(client.codes(uri, 2).await, ["C001"], "{uri}");
        client.close(uri).await;
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn two_spellings_of_one_file_are_one_text() {
    let mut client = Start::default().client().await;
    client.open("file:///C:/a%20b.md", SWAPPED).await;
    client.findings("file:///C:/a%20b.md", 1).await;
    client
        .change("file:///c%3A/a b.md", 2, &[insert(2, 0, "xxxx")])
        .await;
    let findings = client.findings("file:///C:/a%20b.md", 2).await;
    assert_eq!(findings[0]["range"]["start"]["character"], 14);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_text_that_is_not_open_is_no_reason_to_fail() {
    let mut client = Start::default().client().await;
    client.change(DRAFT, 2, &[insert(0, 0, "x")]).await;
    client
        .notify(
            "textDocument/didClose",
            json!({ "textDocument": { "uri": DRAFT } }),
        )
        .await;
    client
        .notify(
            "textDocument/didSave",
            json!({ "textDocument": { "uri": DRAFT } }),
        )
        .await;
    let answer = client.request("textDocument/hover", at(DRAFT, 0, 0)).await;
    assert_eq!(answer["result"], Value::Null);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_text_replaced_as_a_whole_is_that_text() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "nothing\n").await;
    assert!(client.findings(DRAFT, 1).await.is_empty());
    client.change(DRAFT, 2, &[json!({ "text": SWAPPED })]).await;
    assert_eq!(client.codes(DRAFT, 2).await, ["C001"]);
    client.leave().await;
}
