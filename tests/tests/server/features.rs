//! Each feature, once from question to answer.

use std::fs;

use serde_json::json;
use tests::{Start, at, span};
use workspace::Location;

use crate::{DRAFT, SWAPPED};

#[tokio::test(start_paused = true)]
async fn hover_tells_what_a_reference_names() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "See A/RES/67/172.\n").await;
    client.findings(DRAFT, 1).await;
    let hover = client.hover(DRAFT, 0, 8).await;
    assert_eq!(hover["range"], span((0, 4), (0, 16)));
    assert_eq!(hover["contents"]["kind"], "markdown");
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(words.contains("Protection of migrants"), "{words}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn links_lead_to_the_document() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "See A/RES/67/172.\n").await;
    client.findings(DRAFT, 1).await;
    let params = json!({ "textDocument": { "uri": DRAFT } });
    let links = client.request("textDocument/documentLink", params).await;
    assert_eq!(links["result"][0]["range"], span((0, 4), (0, 16)));
    assert_eq!(
        links["result"][0]["target"],
        "https://docs.un.org/en/A/RES/67/172"
    );
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn quick_fixes_mend_their_finding() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, SWAPPED).await;
    let findings = client.findings(DRAFT, 1).await;
    let mut params = json!({
        "textDocument": { "uri": DRAFT },
        "range": span((2, 12), (2, 12)),
        "context": { "diagnostics": findings },
    });
    let actions = client
        .request("textDocument/codeAction", params.clone())
        .await;
    let first = &actions["result"][0];
    assert_eq!(first["kind"], "quickfix");
    assert_eq!(first["isPreferred"], true);
    assert_eq!(first["diagnostics"][0], findings[0]);
    assert_eq!(
        first["edit"]["changes"][DRAFT],
        json!([{ "range": span((2, 10), (2, 21)), "newText": "A/HRC/53/26" }])
    );
    let last = actions["result"].as_array().and_then(|all| all.last());
    let last = last.expect("an action that accepts the finding");
    assert_eq!(last["title"], "Accept “mistyped-symbol” in this paragraph");
    assert_eq!(last["kind"], "quickfix");
    params["context"]["only"] = json!(["refactor"]);
    let others = client.request("textDocument/codeAction", params).await;
    assert_eq!(others["result"], json!([]));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_link_for_a_right_reference_is_no_quick_fix() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "See A/RES/67/172.\n").await;
    client.findings(DRAFT, 1).await;
    for (only, offered) in [("refactor", 1), ("quickfix", 0), ("refact", 0), ("", 1)] {
        let params = json!({
            "textDocument": { "uri": DRAFT },
            "range": span((0, 6), (0, 6)),
            "context": { "diagnostics": [], "only": [only] },
        });
        let actions = client.request("textDocument/codeAction", params).await;
        let actions = actions["result"].as_array().unwrap();
        assert_eq!(actions.len(), offered, "{only}");
        assert!(actions.iter().all(|one| one["kind"] == "refactor.rewrite"));
    }
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn the_outline_is_a_tree() {
    let mut client = Start::default().client().await;
    client
        .open(DRAFT, "# One\n\n## Two\n\nText.\n\n# Three\n")
        .await;
    client.findings(DRAFT, 1).await;
    let params = json!({ "textDocument": { "uri": DRAFT } });
    let outline = client.request("textDocument/documentSymbol", params).await;
    assert_eq!(outline["result"][0]["name"], "One");
    assert_eq!(outline["result"][0]["children"][0]["name"], "Two");
    assert_eq!(outline["result"][1]["name"], "Three");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn completion_replaces_what_is_typed() {
    let mut client = Start::default().client().await;
    client.open(DRAFT, "🕊 A/RES/67/\n").await;
    client.findings(DRAFT, 1).await;
    let offers = client
        .request("textDocument/completion", at(DRAFT, 0, 12))
        .await;
    let items = offers["result"]["items"].as_array().unwrap();
    let offered = items
        .iter()
        .find(|item| item["textEdit"]["newText"] == "A/RES/67/172");
    let edit = &offered.expect("the resolution is offered")["textEdit"];
    assert_eq!(edit["range"], span((0, 3), (0, 12)));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_definition_is_the_paragraph_in_the_source() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("sources/A_RES_67_172.txt");
    fs::create_dir(folder.path().join("sources")).unwrap();
    let text = "A/RES/67/172\n\nResolution adopted by the General Assembly on 20 December 2012\n\n\
                67/172. Protection of migrants 🕊\n\nThe General Assembly,\n\n\
                1. Calls upon States;\n\n2. Decides to go on.\n";
    fs::write(&source, text).unwrap();
    let uri = Location::of_path(&folder.path().join("draft.md")).to_uri();
    let mut client = Start::in_folder(folder.path()).client().await;
    client
        .open(
            &uri,
            "See paragraph 2 of General Assembly resolution 67/172.\n",
        )
        .await;
    client.findings(&uri, 1).await;
    let answer = client
        .request("textDocument/definition", at(&uri, 0, 49))
        .await;
    let link = &answer["result"][0];
    assert_eq!(link["targetUri"], Location::of_path(&source).to_uri());
    assert_eq!(
        link["targetRange"]["start"],
        json!({ "line": 10, "character": 0 })
    );
    client.leave().await;
}
