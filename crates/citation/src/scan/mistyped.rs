//! Symbols that are written wrongly, with what was probably meant.
//!
//! A stretch counts as mistyped only when a repair makes it a symbol that the grammar accepts; what
//! cannot be repaired is not taken for a symbol at all.

use crate::nearest;
use crate::{Citation, Form, Kind, Referent};

/// Adds every mistyped symbol of the folded text that begins at one of `starts` or before one of
/// `backslashes`, outside the symbols that `found` has already in order.
pub(super) fn find(text: &str, starts: &[usize], backslashes: &[usize], found: &mut Vec<Citation>) {
    let symbols = found.len();
    let mut done = 0;
    for &start in starts {
        if start < done {
            continue;
        }
        let Some(range) = nearest::extent(text, start) else {
            continue;
        };
        let next = found[..symbols].partition_point(|symbol| symbol.token.end <= range.start);
        if next < symbols && found[next].token.start < range.end {
            continue;
        }
        let corrections: Vec<_> = nearest::corrections(&text[range.clone()])
            .into_iter()
            .map(|(symbol, slip)| (Referent::Symbol(symbol), slip))
            .collect();
        if corrections.is_empty() {
            continue;
        }
        done = range.end;
        found.push(Citation {
            phrase: range.clone(),
            token: range,
            kind: Kind::Symbol,
            form: Form::Mistyped { corrections },
            pinpoint: None,
            date: None,
        });
    }
    backslashed(text, backslashes, found);
}

/// `A\RES\67\172`.
fn backslashed(text: &str, backslashes: &[usize], found: &mut Vec<Citation>) {
    let mut done = 0;
    for &at in backslashes {
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
                    corrections: vec![(Referent::Symbol(symbol), "strokes lean the wrong way")],
                },
                pinpoint: None,
                date: None,
            });
        }
    }
}
