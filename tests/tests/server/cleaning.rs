//! A text copied out of a PDF, and the action that writes it anew.

use serde_json::{Value, json};
use tests::{Client, Start, insert, span};

use crate::DRAFT;

/// Two pages in the way in which a PDF gives them away, each on one line.
fn copied() -> String {
    let filler = "States work on this every year and share what they learn. ".repeat(8);
    format!(
        "The Fund s report is new. The Fund s work is long. {filler}\n\n2 The Fund s plan is old. {filler}\n\n3 It ends here. {filler}\n"
    )
}

async fn clean_up(client: &mut Client, arguments: Value) -> Value {
    let params = json!({ "command": "penholder.cleanUp", "arguments": arguments });
    client.request("workspace/executeCommand", params).await
}

async fn offered(client: &mut Client, line: u32, character: u32) -> Vec<Value> {
    let at = (line, character);
    let params = json!({
        "textDocument": { "uri": DRAFT },
        "range": span(at, at),
        "context": { "diagnostics": [] },
    });
    let answer = client.request("textDocument/codeAction", params).await;
    let actions = answer["result"].as_array().unwrap().clone();
    let is_cleaning = |action: &Value| action["title"] == "Clean up extracted text";
    actions.into_iter().filter(is_cleaning).collect()
}

#[tokio::test(start_paused = true)]
async fn a_copied_text_is_written_anew_by_the_action_on_its_notice() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, &copied()).await;
    assert!(client.codes(DRAFT, 1).await.contains(&"X014".to_owned()));
    assert_eq!(offered(&mut client, 2, 30).await, [Value::Null; 0]);
    let actions = offered(&mut client, 0, 1).await;
    let [action] = actions.as_slice() else {
        panic!("one action: {actions:?}");
    };
    assert_eq!(action["kind"], "quickfix");
    assert_eq!(action["diagnostics"][0]["code"], "X014");
    assert_eq!(action.get("edit"), None);
    assert_eq!(action["command"]["command"], "penholder.cleanUp");
    assert_eq!(action["command"]["arguments"], json!([DRAFT]));

    let answer = clean_up(&mut client, action["command"]["arguments"].clone()).await;
    assert_eq!(answer["result"]["languageId"], "markdown");
    let text = answer["result"]["text"].as_str().unwrap();
    assert!(text.starts_with("The Fund’s report is new. The Fund’s work"));
    assert!(text.contains("\nThe Fund’s plan is old."), "{text}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn the_text_that_is_cleaned_up_is_the_one_in_the_editor() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, &copied()).await;
    client
        .change(DRAFT, 2, &[insert(0, 0, "Unsaved words. ")])
        .await;
    let answer = clean_up(&mut client, json!([{ "uri": DRAFT }])).await;
    let text = answer["result"]["text"].as_str().unwrap();
    assert!(text.starts_with("Unsaved words. The Fund’s report"));
    client.findings(DRAFT, 2).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_typed_text_has_no_answer_and_a_wrong_address_is_refused() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "The Fund’s report is new.\n").await;
    client.findings(DRAFT, 1).await;
    assert_eq!(offered(&mut client, 0, 1).await, [Value::Null; 0]);
    let typed = clean_up(&mut client, json!([DRAFT])).await;
    assert_eq!(typed.get("result"), Some(&Value::Null), "{typed}");
    for wrong in [json!([]), json!([7]), json!(["file:///not/open.md"])] {
        let refused = clean_up(&mut client, wrong).await;
        assert_eq!(refused["error"]["code"], -32602, "{refused}");
    }
    client.leave().await;
}
