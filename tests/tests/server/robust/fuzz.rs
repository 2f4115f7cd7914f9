//! Random parameters, noise, bytes and changes.

use proptest::prelude::*;
use ropey::Rope;
use serde_json::{Value, json};
use server::{Encoding, Ending, Positions};
use tests::{Client, Start, insert, span};
use tower_lsp::ls_types as lsp;

use super::questions::{NOTIFICATIONS, OF_A_PLACE, OF_A_TEXT, OTHERS, parameters};
use super::{still_works, today, version};
use crate::{DRAFT, SWAPPED};

fn run<F: Future>(test: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .unwrap()
        .block_on(test)
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
