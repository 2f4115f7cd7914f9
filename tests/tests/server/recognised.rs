//! What was recognised in a text, for the editor to colour; and the lines above it.

use serde_json::{Value, json};
use tests::{Client, Start, insert, span};

use crate::DRAFT;

const TEXT: &str = "🕊 See A/RES/67/172, para. 3, and the non-governmental organizations (NGOs).[^1]\n\nNGOs.\n\n[^1]: Text.\n";

/// What is asked about the whole text.
fn whole() -> Value {
    json!({ "textDocument": { "uri": DRAFT } })
}

async fn asked(client: &mut Client, method: &str, params: Value) -> Value {
    let mut answer = client.request(method, params).await;
    assert!(answer.get("error").is_none(), "{method}: {answer}");
    answer["result"].take()
}

fn numbers(result: &Value) -> Vec<u64> {
    let data = result["data"].as_array().unwrap();
    data.iter().map(|it| it.as_u64().unwrap()).collect()
}

/// Line, column, length, kind and modifiers of each token.
fn tokens(client: &Client, data: &[u64]) -> Vec<(u64, u64, u64, String, u64)> {
    let legend = &client.hello["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"];
    let (mut line, mut column) = (0, 0);
    let mut tokens = Vec::new();
    for token in data.chunks(5) {
        column = if token[0] == 0 { column } else { 0 } + token[1];
        line += token[0];
        let kind = legend[token[3] as usize].as_str().unwrap().to_owned();
        tokens.push((line, column, token[2], kind, token[4]));
    }
    tokens
}

#[tokio::test(start_paused = true)]
async fn what_was_recognised_is_told_in_utf_16() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, TEXT).await;
    client.findings(DRAFT, 1).await;
    let full = asked(&mut client, "textDocument/semanticTokens/full", whole()).await;
    let told = tokens(&client, &numbers(&full));
    let expected = [
        (0, 7, 12, "class", 0),
        (0, 21, 7, "number", 0),
        (0, 70, 4, "type", 1),
        (0, 76, 4, "decorator", 0),
        (2, 0, 4, "type", 0),
        (4, 0, 4, "decorator", 1),
    ];
    let expected = expected.map(|(line, column, length, kind, modifiers)| {
        (line, column, length, kind.to_owned(), modifiers)
    });
    assert_eq!(told, expected);
    let mut params = whole();
    params["range"] = span((2, 0), (3, 0));
    let near = asked(&mut client, "textDocument/semanticTokens/range", params).await;
    assert_eq!(tokens(&client, &numbers(&near)), expected[4..5]);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn after_a_change_only_the_difference_is_told() {
    let mut client = Start::pulling().client().await;
    client.open(DRAFT, TEXT).await;
    let full = asked(&mut client, "textDocument/semanticTokens/full", whole()).await;
    let mut known = numbers(&full);
    let mut id = full["resultId"].clone();
    let changes = [
        insert(2, 0, "See S/RES/1325 (2000). "),
        insert(0, 0, "A/RES/68/1\n\n"),
        json!({ "range": span((0, 0), (3, 0)), "text": "" }),
        insert(0, 0, "no more "),
    ];
    for (version, change) in (2..).zip(changes) {
        client.change(DRAFT, version, &[change]).await;
        let mut params = whole();
        params["previousResultId"] = id;
        let delta = asked(
            &mut client,
            "textDocument/semanticTokens/full/delta",
            params,
        )
        .await;
        for edit in delta["edits"].as_array().unwrap() {
            let place = |key: &str| edit[key].as_u64().unwrap() as usize;
            let start = place("start");
            let come = numbers(edit);
            assert!(come.len() < numbers(&full).len(), "{delta}");
            known.splice(start..start + place("deleteCount"), come);
        }
        id = delta["resultId"].clone();
    }
    let full = asked(&mut client, "textDocument/semanticTokens/full", whole()).await;
    assert_eq!(numbers(&full), known);
    // Whoever asks from an answer that is not the last one gets everything.
    let mut params = whole();
    params["previousResultId"] = id;
    let all = asked(
        &mut client,
        "textDocument/semanticTokens/full/delta",
        params,
    )
    .await;
    assert_eq!(numbers(&all), known);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_text_that_is_opened_again_is_told_in_full() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, TEXT).await;
    client.findings(DRAFT, 1).await;
    let full = asked(&mut client, "textDocument/semanticTokens/full", whole()).await;
    client.close(DRAFT).await;
    client.open(DRAFT, "One NGO and one NGO.\n").await;
    client.findings(DRAFT, 1).await;
    let mut params = whole();
    params["previousResultId"] = full["resultId"].clone();
    let all = asked(
        &mut client,
        "textDocument/semanticTokens/full/delta",
        params,
    )
    .await;
    assert_eq!(numbers(&all).len(), 10, "{all}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn lines_above_the_text_are_shown_where_they_are_wanted() {
    let start = Start {
        capabilities: json!({ "workspace": { "codeLens": { "refreshSupport": true } } }),
        ..Start::default()
    };
    let mut client = start.client().await;
    let text = "See A/RES/67/172 and A/RES/68/1.\n\n1. One.\n\n2. See paragraph 1 above.\n";
    client.open(DRAFT, text).await;
    client.findings(DRAFT, 1).await;
    let none = asked(&mut client, "textDocument/codeLens", whole()).await;
    assert_eq!(none, Value::Null);
    let settings = json!({ "settings": { "penholder": { "codeLens": true } } });
    client
        .notify("workspace/didChangeConfiguration", settings)
        .await;
    let again = client.message("workspace/codeLens/refresh").await;
    client.reply(&again, Value::Null).await;
    let lenses = asked(&mut client, "textDocument/codeLens", whole()).await;
    assert_eq!(lenses[0]["range"], span((0, 0), (0, 0)));
    let title = lenses[0]["command"]["title"].as_str().unwrap();
    assert!(title.contains("2 documents cited"), "{title}");
    assert_eq!(lenses[1]["range"], span((2, 0), (2, 0)));
    assert_eq!(lenses[1]["command"]["title"], "Referred to in 1 place");
    assert_eq!(lenses[1]["command"]["command"], "");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_line_above_a_paragraph_leads_to_what_refers_to_it_where_the_client_can_show_that() {
    let start = Start {
        options: json!({ "codeLens": true }),
        capabilities: json!({
            "experimental": { "commands": { "commands": ["other.command", "penholder.showPlaces"] } },
        }),
        ..Start::default()
    };
    let mut client = start.client().await;
    let text = "See A/RES/67/172.\n\n1. One.\n\n2. As 🕊 paragraph 1 above says.\n\n3. See paragraph 1 above.\n";
    client.open(DRAFT, text).await;
    client.findings(DRAFT, 1).await;
    let lenses = asked(&mut client, "textDocument/codeLens", whole()).await;
    // Above the draft there is nothing to show.
    assert_eq!(lenses[0]["command"]["command"], "");
    let command = &lenses[1]["command"];
    assert_eq!(command["title"], "Referred to in 2 places");
    assert_eq!(command["command"], "penholder.showPlaces");
    let [address, position, places] = &command["arguments"].as_array().unwrap()[..] else {
        panic!("{command}");
    };
    assert_eq!(address, DRAFT);
    assert_eq!(*position, json!({ "line": 2, "character": 0 }));
    let expected: Vec<Value> = [span((4, 9), (4, 26)), span((6, 7), (6, 24))]
        .iter()
        .map(|range| json!({ "uri": DRAFT, "range": range }))
        .collect();
    assert_eq!(*places, json!(expected));
    client.leave().await;
}
