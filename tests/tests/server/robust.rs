//! Whatever a client does, the server lives on, answers each request once, and loses no text.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use citation::Date;
use proptest::prelude::*;
use ropey::Rope;
use serde_json::{Value, json};
use server::{Encoding, Ending, Positions};
use tests::{Client, Start, at, insert, span};
use tower_lsp::ls_types as lsp;

use crate::{DRAFT, SWAPPED};

/// Every request about a place in a text, and about a text.
const OF_A_PLACE: [&str; 9] = [
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
const OF_A_TEXT: [&str; 10] = [
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
const OTHERS: [&str; 6] = [
    "workspace/symbol",
    "workspace/diagnostic",
    "workspace/executeCommand",
    "callHierarchy/incomingCalls",
    "callHierarchy/outgoingCalls",
    "initialize",
];
const NOTIFICATIONS: [&str; 12] = [
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

/// Parameters that every request above can be asked with.
fn whole_question(uri: &str) -> Value {
    let mut params = at(uri, 2, 12);
    params["context"] = json!({ "includeDeclaration": true, "diagnostics": [], "triggerKind": 1 });
    params["newName"] = json!("X");
    params["positions"] = json!([{ "line": 2, "character": 12 }]);
    params["range"] = span((0, 0), (9, 0));
    params["query"] = json!("Title");
    params["previousResultId"] = json!("0");
    params
}

fn run<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(test)
}

/// The version after that many changes.
fn version(changes: usize) -> i32 {
    i32::try_from(changes).unwrap() + 2
}

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

/// The server still does what it is for.
async fn still_works(client: &mut Client) {
    let uri = "file:///nowhere/still/works.md";
    client.open(uri, SWAPPED).await;
    let params = json!({ "textDocument": { "uri": uri } });
    let report = client.request("textDocument/diagnostic", params).await;
    assert_eq!(report["result"]["items"][0]["code"], "C001", "{report}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_any_handler_costs_that_request_alone() {
    let panics = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&panics);
    let start = Start {
        options: json!({ "diagnostics": "pull", "inlayHints": true, "codeLens": true }),
        ..Start::pulling()
    };
    let mut client = start
        .client_on(move || {
            assert!(!flag.load(Ordering::SeqCst), "on purpose");
            today()
        })
        .await;
    let methods = OF_A_PLACE
        .iter()
        .chain(&OF_A_TEXT)
        .chain(&["workspace/symbol"]);
    for (round, method) in methods.enumerate() {
        let uri = format!("file:///nowhere/{round}.md");
        panics.store(true, Ordering::SeqCst);
        client.open(&uri, SWAPPED).await;
        let lost = client.request(method, whole_question(&uri)).await;
        assert_eq!(lost["error"]["code"], -32603, "{method}: {lost}");
        panics.store(false, Ordering::SeqCst);
        let found = client.request(method, whole_question(&uri)).await;
        assert!(found.get("error").is_none(), "{method}: {found}");
    }
    client.leave().await;
}

/// Drafts on disk are looked at in a lane of their own: there a panic costs that draft.
#[tokio::test(start_paused = true)]
async fn a_panic_about_a_draft_on_disk_costs_that_draft_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("one.md"), SWAPPED).unwrap();
    let panics = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&panics);
    let start = Start {
        options: json!({ "diagnostics": "pull" }),
        ..Start::pulling()
    };
    let mut client = start
        .at(folder.path())
        .client_on(move || {
            assert!(!flag.load(Ordering::SeqCst), "on purpose");
            today()
        })
        .await;
    let item = |name: &str| {
        let place = span((0, 0), (0, 0));
        json!({ "item": {
            "name": name, "kind": 1, "uri": DRAFT, "range": place, "selectionRange": place,
        } })
    };
    let asked = [
        ("workspace/diagnostic", json!({ "previousResultIds": [] })),
        (
            "workspace/executeCommand",
            json!({ "command": "penholder.checkFolder" }),
        ),
        (
            "workspace/executeCommand",
            json!({ "command": "penholder.clearFolder" }),
        ),
        ("callHierarchy/incomingCalls", item("A/HRC/53/26")),
        ("callHierarchy/outgoingCalls", item("A/HRC/53/26")),
        ("workspace/symbol", json!({ "query": "Title" })),
    ];
    for (method, params) in asked {
        panics.store(true, Ordering::SeqCst);
        client.request(method, params.clone()).await;
        panics.store(false, Ordering::SeqCst);
        let found = client.request(method, params).await;
        assert!(found.get("error").is_none(), "{method}: {found}");
    }
    let params = json!({ "previousResultIds": [] });
    let report = client.request("workspace/diagnostic", params).await;
    assert_eq!(
        report["result"]["items"][0]["items"][0]["code"], "C001",
        "{report}"
    );
    still_works(&mut client).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_changes_that_nobody_waits_for_all_count() {
    let start = Start {
        pipe: 4096,
        ..Start::pulling()
    };
    let mut client = start.client().await;
    client.open(DRAFT, SWAPPED).await;
    for version in 2..=10_001 {
        client.change(DRAFT, version, &[insert(2, 0, "x")]).await;
    }
    client
        .change(DRAFT, 10_002, &[insert(2, 10_000, " ")])
        .await;
    let params = json!({ "textDocument": { "uri": DRAFT } });
    let report = client.request("textDocument/diagnostic", params).await;
    let range = &report["result"]["items"][0]["range"];
    assert_eq!(*range, span((2, 10_011), (2, 10_022)), "{report}");
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn a_client_that_stops_reading_and_dies_leaves_no_server_behind() {
    let start = Start {
        pipe: 1024,
        ..Start::default()
    };
    let mut client = start.client().await;
    client.open(DRAFT, &SWAPPED.repeat(200)).await;
    for version in 2..=2_000 {
        client.change(DRAFT, version, &[insert(0, 7, "!")]).await;
    }
    let _ = client.ask("textDocument/hover", at(DRAFT, 2, 12)).await;
    client
        .send_bytes(b"Content-Length: 4000\r\n\r\n{\"jsonrpc\"")
        .await;
    assert_eq!(client.vanish().await, Ending::EndOfInput);
}

#[tokio::test(start_paused = true)]
async fn a_client_that_cancels_everything_is_answered_once_for_each() {
    let mut client = Start::pulling().client().await;
    client.open(DRAFT, SWAPPED).await;
    let mut asked = Vec::new();
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT).cycle().take(300) {
        let id = client.ask(method, whole_question(DRAFT)).await;
        client.notify("$/cancelRequest", json!({ "id": id })).await;
        asked.push(id);
    }
    for unknown in [json!(99_999), json!("none"), Value::Null] {
        client
            .notify("$/cancelRequest", json!({ "id": unknown }))
            .await;
    }
    for id in asked {
        let answer = client.answer(id).await;
        let code = answer["error"]["code"].as_i64();
        assert!(code.is_none_or(|code| code == -32800), "{answer}");
    }
    still_works(&mut client).await;
    client.leave().await;
}

#[tokio::test(start_paused = true)]
async fn nothing_is_done_before_the_start_and_after_the_end() {
    let mut client = Client::raw(1 << 16, today);
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT) {
        let early = client.request(method, whole_question(DRAFT)).await;
        assert_eq!(early["error"]["code"], -32002, "{method}");
    }
    // A text that is opened too early is not there.
    client.open(DRAFT, SWAPPED).await;
    let hello = Start::pulling().hello();
    client.request("initialize", hello.clone()).await;
    client.notify("initialized", json!({})).await;
    let early = client.request("textDocument/hover", at(DRAFT, 2, 12)).await;
    assert_eq!(early["result"], Value::Null);
    let twice = client.request("initialize", hello).await;
    assert_eq!(twice["error"]["code"], -32600);
    still_works(&mut client).await;
    client.request("shutdown", Value::Null).await;
    for method in OF_A_PLACE.iter().chain(&OF_A_TEXT) {
        let late = client.request(method, whole_question(DRAFT)).await;
        assert_eq!(late["error"]["code"], -32600, "{method}");
    }
    client.change(DRAFT, 2, &[insert(0, 0, "x")]).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await, Ending::Clean);
}

#[tokio::test(start_paused = true)]
async fn a_message_nested_without_end_costs_only_itself() {
    let mut client = Start::pulling().client().await;
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let body =
        format!(r#"{{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{deep}}}"#);
    let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    client.send_bytes(framed.as_bytes()).await;
    assert_eq!(client.error_without_id().await["error"]["code"], -32700);
    still_works(&mut client).await;
    client.leave().await;
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
fn parameters() -> impl Strategy<Value = Value> {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_parameters_are_answered_or_refused(
        messages in prop::collection::vec((any::<prop::sample::Index>(), parameters()), 1..12),
    ) {
        run(async {
            let mut client = Start::pulling().client().await;
            client.open(DRAFT, SWAPPED).await;
            let requests: Vec<&str> = OF_A_PLACE.iter().chain(&OF_A_TEXT).chain(&OTHERS).copied().collect();
            for (which, params) in messages {
                let which = which.index(requests.len() + NOTIFICATIONS.len());
                if let Some(method) = requests.get(which) {
                    let answer = client.request(method, params).await;
                    assert_ne!(answer["error"]["code"], -32603, "{method}: {answer}");
                } else {
                    client.notify(NOTIFICATIONS[which - requests.len()], params).await;
                }
            }
            still_works(&mut client).await;
            client.request("shutdown", Value::Null).await;
            client.notify("exit", Value::Null).await;
            assert_eq!(client.vanish().await, Ending::Clean);
        });
    }

    #[test]
    fn noise_between_messages_costs_no_message(
        noises in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..80), 1..6),
    ) {
        run(async {
            let mut client = Start::pulling().client().await;
            client.open(DRAFT, SWAPPED).await;
            for (round, noise) in noises.iter().enumerate() {
                client.send_bytes(noise).await;
                client.send_bytes(b"\r\n").await;
                client.change(DRAFT, version(round), &[insert(2, 0, "xx ")]).await;
            }
            let params = json!({ "textDocument": { "uri": DRAFT } });
            let report = client.request("textDocument/diagnostic", params).await;
            let column = 10 + 3 * noises.len();
            assert_eq!(report["result"]["items"][0]["range"]["start"]["character"], column);
            client.request("shutdown", Value::Null).await;
            client.notify("exit", Value::Null).await;
            assert_eq!(client.vanish().await, Ending::Clean);
        });
    }

    #[test]
    fn bytes_of_any_kind_end_with_the_server_and_not_before(
        pieces in prop::collection::vec(prop_oneof![
            prop::collection::vec(any::<u8>(), 0..40),
            Just(b"Content-Length: 12\r\n\r\n".to_vec()),
            Just(b"Content-Length: 99999999999999999999\r\n\r\n".to_vec()),
            Just(b"Content-Length: 18446744073709551615\r\n\r\n".to_vec()),
            Just(b"Content-Length: -1\r\n\r\n{}".to_vec()),
            Just(b"Content-Length: 2\r\n\r\n{}".to_vec()),
            Just(b"content-length:2\n\n[]".to_vec()),
            Just(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}".to_vec()),
        ], 0..12),
    ) {
        run(async {
            let mut client = Client::raw(1 << 20, today);
            for piece in &pieces {
                client.send_bytes(piece).await;
            }
            assert_eq!(client.vanish().await, Ending::EndOfInput);
        });
    }

    #[test]
    fn any_changes_leave_the_text_that_the_client_has(
        edits in prop::collection::vec(
            (0_u32..12, 0_u32..40, 0_u32..4, 0_u32..40,
             "([ -~é🕊𝒳\u{301}\r\n]{0,6}|A/HCR/53/26|```\n|\n\n|\\[\\^1\\]: |> |\\| a \\|\n)"),
            1..24,
        ),
        batch in 1_usize..5,
    ) {
        run(async {
            let mut client = Start::pulling().client().await;
            let first = "# Title 🕊\n\nRecalling A/HCR/53/26,\r\n\nand 𝒳 A/HCR/53/27.\n";
            client.open(DRAFT, first).await;
            let mut model = first.to_owned();
            for (round, edits) in edits.chunks(batch).enumerate() {
                let mut changes = Vec::new();
                for (line, column, lines, end, words) in edits {
                    let range = span((*line, *column), (line + lines, *end));
                    let rope = Rope::from_str(&model);
                    let range_there: lsp::Range = serde_json::from_value(range.clone()).unwrap();
                    let bytes = Positions::new(&rope, Encoding::Utf16).bytes(range_there);
                    model.replace_range(bytes, words);
                    changes.push(json!({ "range": range, "text": words }));
                }
                client.change(DRAFT, version(round), &changes).await;
                // Some states are looked at, others are not.
                if round % 2 == 0 {
                    client.hover(DRAFT, 2, 12).await;
                }
            }
            let saved = json!({ "textDocument": { "uri": DRAFT } });
            client.notify("textDocument/didSave", saved).await;
            let fresh = "file:///nowhere/at/all/fresh.md";
            client.open(fresh, &model).await;
            let mut reports = Vec::new();
            for uri in [DRAFT, fresh] {
                let params = json!({ "textDocument": { "uri": uri } });
                let report = client.request("textDocument/diagnostic", params).await;
                reports.push(report["result"]["items"].to_string().replace(uri, ""));
            }
            assert_eq!(reports[0], reports[1], "{model:?}");
            client.request("shutdown", Value::Null).await;
            client.notify("exit", Value::Null).await;
            assert_eq!(client.vanish().await, Ending::Clean);
        });
    }
}
