//! Whether the service will be able to decode a message, and what can be done if not.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// The message, mended where needed; `None` where nothing helps.
pub(super) fn mended(body: Vec<u8>) -> Option<Vec<u8>> {
    if is_readable(&body) {
        return Some(body);
    }
    let mut body = match String::from_utf8_lossy(&body) {
        Cow::Borrowed(_) => body,
        Cow::Owned(text) => text.into_bytes(),
    };
    replace_halves(&mut body);
    is_readable(&body).then_some(body)
}

/// What the service asks of a message. Nothing is kept, so this costs one pass and no memory.
#[derive(serde::Deserialize)]
struct Shape<'a> {
    #[serde(borrow)]
    jsonrpc: Cow<'a, str>,
    #[serde(default, rename = "method", borrow)]
    _method: Cow<'a, str>,
    #[serde(default, rename = "id")]
    _id: Id,
    #[serde(default, rename = "params")]
    _params: Decodable,
    #[serde(default, rename = "result")]
    _result: Decodable,
    #[serde(default, rename = "error")]
    _error: Decodable,
}

#[derive(Default, serde::Deserialize)]
#[serde(untagged)]
enum Id {
    #[default]
    Nothing,
    Number(#[allow(dead_code)] i64),
    Letters(#[allow(dead_code)] IgnoredText),
}

fn is_readable(body: &[u8]) -> bool {
    std::str::from_utf8(body).is_ok_and(|text| {
        serde_json::from_str::<Shape<'_>>(text).is_ok_and(|shape| shape.jsonrpc == "2.0")
    })
}

/// Any text.
struct IgnoredText;

impl<'de> Deserialize<'de> for IgnoredText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Cow::<str>::deserialize(from).map(|_| Self)
    }
}

/// Any value whose strings and numbers can be decoded, which `IgnoredAny` does not look at.
#[derive(Default)]
struct Decodable;

impl<'de> Deserialize<'de> for Decodable {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Decodable {
    type Value = Self;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("any value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_element::<Self>()?.is_some() {}
        Ok(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Self, A::Error> {
        while items.next_entry::<Self, Self>()?.is_some() {}
        Ok(self)
    }
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
    use super::*;

    fn after(body: &str) -> Option<String> {
        mended(body.as_bytes().to_vec()).map(|body| String::from_utf8(body).unwrap())
    }

    #[test]
    fn readable_messages_are_left_alone() {
        for body in [
            r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
            r#"{"jsonrpc":"2.0","method":"a\/b","id":"x","params":[1,-2,3.5,null,true,"\ud83d\udd4a"]}"#,
            r#"{"jsonrpc":"2.0","id":1,"result":null}"#,
        ] {
            assert_eq!(after(body).as_deref(), Some(body));
        }
    }

    #[test]
    fn half_a_character_becomes_one_mark() {
        let body =
            r#"{"jsonrpc":"2.0","method":"m","params":"\\ud83d \ud83d \udd4a \ud83d\udd4a"}"#;
        let mended =
            r#"{"jsonrpc":"2.0","method":"m","params":"\\ud83d \ufffd \ufffd \ud83d\udd4a"}"#;
        assert_eq!(after(body).as_deref(), Some(mended));
    }

    #[test]
    fn bytes_that_are_no_text_become_marks() {
        let body = b"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":\"\xff\"}".to_vec();
        assert!(
            String::from_utf8(mended(body).unwrap())
                .unwrap()
                .contains('\u{fffd}')
        );
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
            assert_eq!(after(body), None, "{body}");
        }
    }
}
