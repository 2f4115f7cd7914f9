//! Symbols that are written wrongly, with what was probably meant.
//!
//! A stretch counts as mistyped only when a repair makes it a symbol that the grammar accepts; what
//! cannot be repaired is not taken for a symbol at all.

use std::ops::Range;

use crate::families::Family;
use crate::nearest;
use crate::{Citation, Form, Kind, Referent, Symbol};

/// Adds every mistyped symbol of the folded text that begins at one of `starts`, where the symbols that
/// `found` has in order leave something over: `A/C.3/67/L.40 Rev.1`.
pub(super) fn find(text: &str, starts: &[usize], found: &mut Vec<Citation>) {
    let symbols = found.len();
    let mut done = 0;
    for &start in starts {
        if start < done || is_symbol(text, start, &found[..symbols]) {
            continue;
        }
        for range in nearest::stretches(text, start) {
            if is_taken(text, &range, &found[..symbols]) {
                continue;
            }
            let corrections = nearest::corrections(&text[range.clone()]);
            if !corrections.is_empty() {
                done = range.end;
                found.push(citation(range, corrections));
                break;
            }
        }
    }
}

/// Whether what begins at `start` is something found that nothing follows which could belong to it.
fn is_symbol(text: &str, start: usize, found: &[Citation]) -> bool {
    let next = found.partition_point(|one| one.token.end <= start);
    found.get(next).is_some_and(|one| {
        let token = &one.token;
        token.start < start
            || token.start == start && nearest::ends_with_symbol(text, start, token.end)
    })
}

/// Whether symbols were found there that leave nothing over but marks between them.
fn is_taken(text: &str, range: &Range<usize>, found: &[Citation]) -> bool {
    let first = found.partition_point(|one| one.token.end <= range.start);
    let inside = found[first..]
        .iter()
        .map(|one| &one.token)
        .take_while(|token| token.start < range.end);
    let is_word = |text: &str| text.contains(|c: char| c.is_ascii_alphanumeric());
    let mut at = range.start;
    for token in inside {
        if token.start < range.start {
            return true;
        }
        if at < token.start && is_word(&text[at..token.start]) {
            return false;
        }
        at = at.max(token.end);
    }
    at > range.start && (at >= range.end || !is_word(&text[at..range.end]))
}

/// `A RES 67 172`: components with spaces where the strokes stand.
pub(crate) struct WithoutStrokes;

impl Family for WithoutStrokes {
    fn anchors(&self) -> &'static [&'static str] {
        &["A RES ", "A DEC ", "S RES ", "E RES ", "E DEC "]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let run = text[anchor.end..]
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b' ')
            .take(LONGEST_RUN)
            .count();
        let range = anchor.start..anchor.end + text[anchor.end..anchor.end + run].trim_end().len();
        let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '_');
        let written = text[range.clone()].replace(' ', "/");
        if let Some(symbol) = Symbol::parse(&written)
            && !text[range.end..].starts_with(goes_on)
        {
            let reason = "strokes stand between the components".to_owned();
            found.push(citation(range, vec![(symbol, reason)]));
        }
    }
}

/// The longest run of figures and spaces looked at behind the components, in bytes.
const LONGEST_RUN: usize = 16;

fn citation(range: Range<usize>, corrections: Vec<(Symbol, String)>) -> Citation {
    let corrections = corrections
        .into_iter()
        .map(|(symbol, slip)| (Referent::Symbol(symbol), slip.into()))
        .collect();
    Citation {
        phrase: range.clone(),
        token: range,
        kind: Kind::Symbol,
        form: Form::Mistyped { corrections },
        pinpoint: None,
        date: None,
    }
}
