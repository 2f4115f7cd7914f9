//! Everything that a client can ask of the server or tell it, with sound parameters and with hostile ones.

use proptest::prelude::*;
use serde_json::{Value, json};
use tests::{at, span};

use crate::DRAFT;

/// Every request about a place in a text, and about a text.
pub(super) const OF_A_PLACE: [&str; 9] = [
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/completion",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/rename",
    "textDocument/selectionRange",
    "textDocument/prepareCallHierarchy",
];
pub(super) const OF_A_TEXT: [&str; 10] = [
    "textDocument/documentLink",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/codeAction",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
    "textDocument/diagnostic",
];
pub(super) const OTHERS: [&str; 6] = [
    "workspace/symbol",
    "workspace/diagnostic",
    "workspace/executeCommand",
    "callHierarchy/incomingCalls",
    "callHierarchy/outgoingCalls",
    "initialize",
];
pub(super) const NOTIFICATIONS: [&str; 12] = [
    "initialized",
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didSave",
    "textDocument/didClose",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "workspace/didRenameFiles",
    "workspace/didDeleteFiles",
    "window/workDoneProgress/cancel",
    "$/cancelRequest",
];

/// Parameters that every request here can be asked with.
pub(super) fn whole_question(uri: &str) -> Value {
    let mut params = at(uri, 2, 12);
    params["context"] = json!({ "includeDeclaration": true, "diagnostics": [], "triggerKind": 1 });
    params["newName"] = json!("X");
    params["positions"] = json!([{ "line": 2, "character": 12 }]);
    params["range"] = span((0, 0), (9, 0));
    params["query"] = json!("Title");
    params["previousResultId"] = json!("0");
    params
}

/// Values that no sane client sends where something else is expected.
fn hostile() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(u64::MAX)),
        Just(json!(u32::MAX)),
        "[ -~é🕊\u{0}\u{2028}]{0,12}".prop_map(Value::from),
        prop_oneof![
            Just("file:///"),
            Just("file://host/x"),
            Just("untitled:"),
            Just("%"),
            Just("file:///%00/%FF"),
            Just("http://[::1"),
            Just(DRAFT),
        ]
        .prop_map(Value::from),
        Just(span((u32::MAX, u32::MAX), (0, 0))),
        Just(json!({ "line": u32::MAX, "character": u32::MAX })),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((keys(), inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn keys() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("uri"),
        Just("textDocument"),
        Just("position"),
        Just("range"),
        Just("text"),
        Just("version"),
        Just("line"),
        Just("character"),
        Just("settings"),
        Just("data"),
        Just("name"),
    ]
    .prop_map(str::to_owned)
}

/// A sound question with one part of it replaced, or no question at all.
pub(super) fn parameters() -> impl Strategy<Value = Value> {
    let parts = prop::sample::select(vec![
        "/textDocument",
        "/textDocument/uri",
        "/position",
        "/position/line",
        "/position/character",
        "/context",
        "/newName",
        "/positions",
        "/positions/0",
        "/range",
        "/range/end",
        "/query",
    ]);
    let replaced = (parts, hostile()).prop_map(|(part, value)| {
        let mut params = whole_question(DRAFT);
        params["command"] = json!("penholder.checkFolder");
        params["previousResultIds"] = json!([]);
        params["contentChanges"] = json!([{ "range": params["range"], "text": "x" }]);
        if let Some(place) = params.pointer_mut(part) {
            *place = value;
        }
        params
    });
    prop_oneof![4 => replaced, 1 => hostile()]
}
