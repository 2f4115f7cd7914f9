//! Symbols that are written wrongly, with what was probably meant.
//!
//! A stretch counts as mistyped only when a repair makes it a symbol that the grammar accepts; what
//! cannot be repaired is not taken for a symbol at all.

use std::ops::Range;

use memchr::memchr_iter;

use super::symbols::first_component;
use crate::nearest;
use crate::{Citation, Form, Kind};

/// Every mistyped symbol of the folded text, outside the symbols `found` already.
pub(super) fn find(text: &str, found: &[Citation]) -> Vec<Citation> {
    let mut mistyped = Vec::new();
    let mut done = 0;
    let taken = |range: &Range<usize>| {
        found
            .iter()
            .any(|one| one.token.start < range.end && range.start < one.token.end)
    };
    for stroke in memchr_iter(b'/', text.as_bytes()) {
        if stroke < done {
            continue;
        }
        let Some(start) = first_component(text, stroke) else {
            continue;
        };
        let Some(range) = nearest::extent(text, start) else {
            continue;
        };
        if taken(&range) {
            continue;
        }
        let corrections = nearest::corrections(&text[range.clone()]);
        if corrections.is_empty() {
            continue;
        }
        done = range.end;
        mistyped.push(Citation {
            phrase: range.clone(),
            token: range,
            kind: Kind::Symbol,
            form: Form::Mistyped { corrections },
            pinpoint: None,
            date: None,
        });
    }
    mistyped.extend(backslashed(text));
    mistyped
}

/// `A\RES\67\172`.
fn backslashed(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut done = 0;
    for at in memchr_iter(b'\\', text.as_bytes()) {
        if at < done || at == 0 {
            continue;
        }
        let start = at
            - text[..at]
                .bytes()
                .rev()
                .take_while(u8::is_ascii_alphabetic)
                .count();
        let run = text[start..]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'\\' | b'.' | b'-'))
            .count();
        let range = start
            ..start
                + text[start..start + run]
                    .trim_end_matches(['.', '-', '\\'])
                    .len();
        done = range.end;
        let preceded =
            start > 0 && matches!(text.as_bytes()[start - 1], b':' | b'\\' | b'/' | b'.');
        let written = text[range.clone()].replace('\\', "/");
        if let Some(symbol) = crate::Symbol::parse(&written).filter(|_| !preceded && start < at) {
            found.push(Citation {
                phrase: range.clone(),
                token: range,
                kind: Kind::Symbol,
                form: Form::Mistyped {
                    corrections: vec![(symbol, "strokes lean the wrong way")],
                },
                pinpoint: None,
                date: None,
            });
        }
    }
    found
}
