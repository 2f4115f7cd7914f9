//! Ways through a draft and between drafts: references, symbols, folds, hierarchies.

use std::fs;

use serde_json::{Value, json};
use tests::{Client, Start, at, span};
use workspace::Location;

use crate::DRAFT;

fn text_of(uri: &str) -> Value {
    json!({ "textDocument": { "uri": uri } })
}

/// A folder with two drafts and a source that cites another.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sources")).unwrap();
    let source = "A/RES/67/172\n\nResolution adopted by the General Assembly on 20 December 2012\n\n\
                  67/172. Protection of migrants\n\nThe General Assembly,\n\n\
                  Recalling its resolution 66/172 of 19 December 2011,\n\n1. Calls upon States;\n";
    fs::write(folder.path().join("sources/A_RES_67_172.txt"), source).unwrap();
    fs::write(
        folder.path().join("other.md"),
        "# Other draft\n\n🕊 See A/RES/67/172 and A/RES/60/1.\n",
    )
    .unwrap();
    folder
}

fn uri(folder: &tempfile::TempDir, name: &str) -> String {
    Location::of_path(&folder.path().join(name)).to_uri()
}

async fn asked(client: &mut Client, method: &str, params: Value) -> Value {
    let answer = client.request(method, params).await;
    assert!(answer.get("error").is_none(), "{answer}");
    answer["result"].clone()
}

#[tokio::test(start_paused = true)]
async fn references_are_found_here_and_in_the_other_drafts() {
    let folder = folder();
    let draft = uri(&folder, "draft.md");
    let mut client = Start::in_folder(folder.path()).client().await;
    client
        .open(&draft, "See resolution 67/172.\n\nAnd A/RES/67/172.\n")
        .await;
    client.findings(&draft, 1).await;
    let mut params = at(&draft, 0, 17);
    params["context"] = json!({ "includeDeclaration": true });
    let found = asked(&mut client, "textDocument/references", params).await;
    let place = |uri: &str, range: Value| json!({ "uri": uri, "range": range });
    assert_eq!(
        found,
        json!([
            place(&draft, span((0, 15), (0, 21))),
            place(&draft, span((2, 4), (2, 16))),
            place(&uri(&folder, "other.md"), span((2, 7), (2, 19))),
        ])
    );
    let nothing = asked(
        &mut client,
        "textDocument/references",
        json!({
            "textDocument": { "uri": draft }, "position": { "line": 0, "character": 1 },
            "context": { "includeDeclaration": true },
        }),
    )
    .await;
    assert_eq!(nothing, Value::Null);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_short_form_is_highlighted_and_renamed() {
    let mut client = Start::default().client().await;
    let text = "Non-governmental organizations (NGOs) met.\n\n🕊 NGOs agreed.\n";
    client.open(DRAFT, text).await;
    client.findings(DRAFT, 1).await;
    let lights = asked(
        &mut client,
        "textDocument/documentHighlight",
        at(DRAFT, 2, 4),
    )
    .await;
    assert_eq!(
        lights,
        json!([
            { "range": span((0, 32), (0, 36)), "kind": 3 },
            { "range": span((2, 3), (2, 7)), "kind": 2 },
        ])
    );
    let prepared = asked(&mut client, "textDocument/prepareRename", at(DRAFT, 2, 4)).await;
    assert_eq!(
        prepared,
        json!({ "range": span((2, 3), (2, 6)), "placeholder": "NGO" })
    );
    let mut params = at(DRAFT, 2, 4);
    params["newName"] = json!("CSO");
    let edit = asked(&mut client, "textDocument/rename", params.clone()).await;
    assert_eq!(
        edit["changes"][DRAFT],
        json!([
            { "range": span((0, 32), (0, 35)), "newText": "CSO" },
            { "range": span((2, 3), (2, 6)), "newText": "CSO" },
        ])
    );
    params["newName"] = json!("(");
    let refused = client.request("textDocument/rename", params).await;
    assert_eq!(refused["error"]["code"], -32803);
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn sections_fold_and_selections_grow() {
    let mut client = Start::default().client().await;
    client
        .open(DRAFT, "# One\n\nSee A/RES/67/172.\n\n# Two\n\nText.\n")
        .await;
    client.findings(DRAFT, 1).await;
    let folds = asked(&mut client, "textDocument/foldingRange", text_of(DRAFT)).await;
    assert_eq!(
        folds,
        json!([
            { "startLine": 0, "endLine": 2, "kind": "region" },
            { "startLine": 4, "endLine": 6, "kind": "region" },
        ])
    );
    let mut params = text_of(DRAFT);
    params["positions"] = json!([{ "line": 2, "character": 6 }, { "line": 99, "character": 0 }]);
    let selections = asked(&mut client, "textDocument/selectionRange", params).await;
    assert_eq!(selections.as_array().unwrap().len(), 2);
    assert_eq!(selections[0]["range"], span((2, 6), (2, 9)));
    assert_eq!(selections[0]["parent"]["range"], span((2, 4), (2, 16)));
    let block = &selections[0]["parent"]["parent"];
    assert_eq!(block["range"], span((2, 0), (2, 17)));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn symbols_are_found_in_open_drafts_others_and_sources() {
    let folder = folder();
    let draft = uri(&folder, "draft.md");
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&draft, "# My draft\n").await;
    client.findings(&draft, 1).await;
    let found = asked(&mut client, "workspace/symbol", json!({ "query": "draft" })).await;
    let names: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["name"])
        .collect();
    assert_eq!(names, ["My draft", "Other draft"]);
    assert_eq!(found[1]["location"]["uri"], uri(&folder, "other.md"));
    let found = asked(
        &mut client,
        "workspace/symbol",
        json!({ "query": "A/RES/67/17" }),
    )
    .await;
    let source = &found[0];
    assert_eq!(source["name"], "A/RES/67/172");
    assert_eq!(source["containerName"], "Protection of migrants");
    assert_eq!(
        source["location"]["uri"],
        uri(&folder, "sources/A_RES_67_172.txt")
    );
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn hints_are_shown_to_those_who_want_them() {
    let start = Start {
        capabilities: json!({ "workspace": { "inlayHint": { "refreshSupport": true } } }),
        ..Start::default()
    };
    let mut client = start.client().await;
    client.open(DRAFT, "🕊 See A/RES/67/172.\n").await;
    client.findings(DRAFT, 1).await;
    let mut params = text_of(DRAFT);
    params["range"] = span((0, 0), (9, 0));
    let none = asked(&mut client, "textDocument/inlayHint", params.clone()).await;
    assert_eq!(none, Value::Null);
    let settings = json!({ "settings": { "penholder": { "inlayHints": true } } });
    client
        .notify("workspace/didChangeConfiguration", settings)
        .await;
    let again = client.message("workspace/inlayHint/refresh").await;
    client.reply(&again, Value::Null).await;
    let hints = asked(&mut client, "textDocument/inlayHint", params).await;
    assert_eq!(hints[0]["position"], json!({ "line": 0, "character": 19 }));
    let label = hints[0]["label"].as_str().unwrap();
    assert!(label.starts_with("20 December 2012, Protection"), "{label}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn the_hierarchy_leads_from_drafts_to_documents_and_back() {
    let folder = folder();
    let draft = uri(&folder, "draft.md");
    let mut client = Start::in_folder(folder.path()).client().await;
    client
        .open(
            &draft,
            "Words.\n\nSee A/RES/67/172 and resolution 67/172.\n",
        )
        .await;
    client.findings(&draft, 1).await;
    let own = asked(
        &mut client,
        "textDocument/prepareCallHierarchy",
        at(&draft, 0, 2),
    )
    .await;
    assert_eq!(own[0]["name"], "draft.md");
    let cites = asked(
        &mut client,
        "callHierarchy/outgoingCalls",
        json!({ "item": own[0] }),
    )
    .await;
    assert_eq!(cites.as_array().unwrap().len(), 1);
    assert_eq!(cites[0]["to"]["name"], "A/RES/67/172");
    assert_eq!(
        cites[0]["to"]["uri"],
        uri(&folder, "sources/A_RES_67_172.txt")
    );
    assert_eq!(cites[0]["fromRanges"].as_array().unwrap().len(), 2);

    let document = asked(
        &mut client,
        "textDocument/prepareCallHierarchy",
        at(&draft, 2, 6),
    )
    .await;
    assert_eq!(document[0]["detail"], "Protection of migrants");
    let cited_by = asked(
        &mut client,
        "callHierarchy/incomingCalls",
        json!({ "item": document[0] }),
    )
    .await;
    let names: Vec<_> = cited_by
        .as_array()
        .unwrap()
        .iter()
        .map(|call| &call["from"]["name"])
        .collect();
    assert_eq!(names, ["draft.md", "other.md"]);
    assert_eq!(cited_by[1]["fromRanges"], json!([span((2, 7), (2, 19))]));
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_source_that_is_no_text_opens_at_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    let file = files.join("held.csv");
    fs::write(
        &file,
        "symbol,title,date\nA/RES/70/199,70/199. Matter,2015-12-22\n",
    )
    .unwrap();
    let options = corpus::update::Options::default();
    let added = corpus::update::add(
        &folder.path().join("corpus"),
        std::slice::from_ref(&files),
        &options,
        &mut |_| corpus::update::Go::On,
    );
    let added = added.unwrap();
    assert_eq!(added.documents, 1, "{added:?}");
    // A reader of foreign formats is another program; this is as little text as what it reads.
    fs::write(&file, b"%PDF-1.7\0\0").unwrap();
    let settings = "[corpus]\npath = \"corpus\"\n";
    fs::write(folder.path().join("penholder.toml"), settings).unwrap();
    let draft = uri(&folder, "draft.md");
    let mut client = Start::in_folder(folder.path()).client().await;
    client.open(&draft, "See A/RES/70/199.\n").await;
    client.findings(&draft, 1).await;
    let place = at(&draft, 0, 8);
    let found = asked(&mut client, "textDocument/definition", place).await;
    assert_eq!(found[0]["targetUri"], uri(&folder, "files/held.csv"));
    assert_eq!(found[0]["targetRange"], span((0, 0), (0, 0)));
    client.leave().await;
}
