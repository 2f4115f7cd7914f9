//! A message decoded, and what can be done where that fails.

use std::borrow::Cow;

use serde_json::from_slice;
use tower_lsp::jsonrpc::{Request, Response};

/// A message of the client.
#[derive(Debug, PartialEq)]
pub(crate) enum Incoming {
    /// A request or a notification.
    Request(Request),
    /// An answer to a request of ours.
    Response(Response),
}

/// The message, whose words are mended where needed; `None` where nothing helps.
pub(super) fn decoded(body: &mut Vec<u8>) -> Option<Incoming> {
    if let Some(message) = as_it_is(body) {
        return Some(message);
    }
    if let Cow::Owned(text) = String::from_utf8_lossy(body) {
        *body = text.into_bytes();
    }
    replace_halves(body);
    as_it_is(body)
}

fn as_it_is(body: &[u8]) -> Option<Incoming> {
    let request: Request = from_slice(body).ok()?;
    if !request.method().is_empty() {
        return Some(Incoming::Request(request));
    }
    // Whatever names no method is an answer, or nothing yet: taken for a request, it would be answered under an id
    // that is ours.
    from_slice(body).ok().map(Incoming::Response)
}

/// Escapes of half a character (`\ud83d` without its other half), as editors send them when a cursor
/// splits an emoji, become the replacement mark. It counts one UTF-16 unit like the half did, so later
/// positions stay right.
fn replace_halves(body: &mut [u8]) {
    let mut at = 0;
    while at + 1 < body.len() {
        if body[at] != b'\\' {
            at += 1;
        } else if body[at + 1] != b'u' {
            at += 2;
        } else {
            match (unit(body, at), unit(body, at + 6)) {
                (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => at += 12,
                (Some(0xD800..=0xDFFF), _) => {
                    body[at + 2..at + 6].copy_from_slice(b"fffd");
                    at += 6;
                }
                _ => at += 2,
            }
        }
    }
}

/// The value of the escape at `at`, where there is one.
fn unit(body: &[u8], at: usize) -> Option<u16> {
    let digits = body.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn params(body: &[u8]) -> Value {
        match decoded(&mut body.to_vec()) {
            Some(Incoming::Request(request)) => request.params().cloned().unwrap_or_default(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn requests_notifications_and_answers_are_told_apart() {
        let request = r#"{"jsonrpc":"2.0","method":"a\/b","id":"x","params":[1,-2,3.5,null,true,"\ud83d\udd4a"]}"#;
        assert_eq!(
            params(request.as_bytes()),
            json!([1, -2, 3.5, null, true, "\u{1f54a}"])
        );
        let notification = r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#;
        assert_eq!(params(notification.as_bytes()), json!({}));
        for answer in [
            r#"{"jsonrpc":"2.0","id":1,"result":null}"#,
            r#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}"#,
        ] {
            let decoded = decoded(&mut answer.as_bytes().to_vec());
            assert!(matches!(decoded, Some(Incoming::Response(_))), "{answer}");
        }
    }

    #[test]
    fn half_a_character_becomes_one_mark() {
        let body =
            r#"{"jsonrpc":"2.0","method":"m","params":"\\ud83d \ud83d \udd4a \ud83d\udd4a"}"#;
        assert_eq!(
            params(body.as_bytes()),
            json!("\\ud83d \u{fffd} \u{fffd} \u{1f54a}")
        );
    }

    #[test]
    fn bytes_that_are_no_text_become_marks() {
        let body = b"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":\"\xff\"}";
        assert_eq!(params(body), json!("\u{fffd}"));
    }

    #[test]
    fn answers_are_mended_like_requests() {
        let half = br#"{"jsonrpc":"2.0","id":0,"result":[{"x":"\ud83d"}]}"#;
        let no_text = b"{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":[{\"x\":\"\xff\"}]}";
        let mended = Response::from_ok(0.into(), json!([{ "x": "\u{fffd}" }]));
        for body in [&half[..], no_text] {
            let decoded = decoded(&mut body.to_vec());
            assert_eq!(decoded, Some(Incoming::Response(mended.clone())));
        }
    }

    #[test]
    fn an_answer_that_nothing_helps_is_refused_and_no_request() {
        let (open, close) = ("[".repeat(300), "]".repeat(300));
        let deep = format!(r#"{{"jsonrpc":"2.0","id":0,"result":{open}{close}}}"#);
        let neither = r#"{"jsonrpc":"2.0","id":0}"#;
        for body in [&*deep, neither] {
            assert_eq!(decoded(&mut body.as_bytes().to_vec()), None, "{body}");
        }
    }

    #[test]
    fn what_nothing_helps_is_refused() {
        for body in [
            "",
            "{",
            "[]",
            r#"{"method":"m"}"#,
            r#"{"jsonrpc":"1.0","method":"m"}"#,
            r#"{"jsonrpc":"2.0","method":7}"#,
            r#"{"jsonrpc":"2.0","method":"m","id":1.5}"#,
            r#"{"jsonrpc":"2.0","method":"m","params":1e999}"#,
        ] {
            assert_eq!(decoded(&mut body.as_bytes().to_vec()), None, "{body}");
        }
    }
}
