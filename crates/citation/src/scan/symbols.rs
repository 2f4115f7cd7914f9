//! Document symbols in running text.

use std::ops::Range;

use super::{bodies, cursor, dates, pinpoints};
use crate::symbol::read::{self, Case};
use crate::{Citation, Form, Kind, Referent, Symbol};

/// Adds every well-formed symbol of the folded text that begins at one of `starts` to `found`, in order.
pub(super) fn find(text: &str, starts: &[usize], found: &mut Vec<Citation>) {
    let mut done = 0;
    for &start in starts {
        if start < done {
            continue;
        }
        let Some((symbol, length)) = read::at_start(&text[start..], Case::Capitals) else {
            continue;
        };
        let end = start + length;
        if !ends_well(text, end) {
            continue;
        }
        done = end;
        let corrigenda = trailing_suffixes(text, end, &symbol);
        found.push(citation(text, start..end, symbol));
        for (range, suffixed) in corrigenda {
            done = range.end;
            found.push(citation(text, range, suffixed));
        }
    }
}

/// Where the first component before `stroke` starts, when letters stand there alone.
pub(super) fn first_component(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let letters = bytes[..stroke]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let start = stroke - letters;
    if letters == 0 || letters > 8 || !bytes[start].is_ascii_uppercase() {
        return None;
    }
    // What stands before must not be part of the same word, path or address.
    let clean = match start.checked_sub(1).map(|before| bytes[before]) {
        None => true,
        Some(b'/' | b'.' | b'\\' | b'@' | b'_' | b'=' | b'%' | b'-' | b'&' | b'#') => false,
        Some(byte) => !byte.is_ascii_alphanumeric(),
    };
    clean.then_some(start)
}

/// Whether a symbol may end at `end`: the next character does not go on with it.
fn ends_well(text: &str, end: usize) -> bool {
    match text.as_bytes().get(end) {
        None => true,
        // An unfinished symbol (`A/67/L.4/`) is not yet one.
        Some(b'/' | b'\\' | b'_' | b'=' | b'@') => false,
        Some(byte) => !byte.is_ascii_alphabetic() || running_head_glued(text, end),
    }
}

/// "A/RES/78/18A/RES/78/18": a running head of the page that lost its line.
fn running_head_glued(text: &str, end: usize) -> bool {
    read::at_start(&text[end..], Case::Capitals).is_some()
}

fn citation(text: &str, token: Range<usize>, symbol: Symbol) -> Citation {
    let date = symbol.adopted().and_then(|_| dates::after(text, token.end));
    let behind = date.as_ref().map_or(token.end, |(_, end)| *end);
    let mut phrase = introduced(text, token.start)..behind;
    let pinpoint = pinpoints::around(text, &(behind..behind), phrase.start)
        .or_else(|| pinpoints::after(text, token.end));
    if let Some(pinpoint) = &pinpoint {
        phrase = phrase.start.min(pinpoint.span.start)..phrase.end.max(pinpoint.span.end);
    }
    Citation {
        token,
        phrase,
        kind: Kind::Symbol,
        form: Form::Whole(Referent::Symbol(symbol)),
        pinpoint,
        date: date.map(|(date, _)| date),
    }
}

/// Where the words that introduce a symbol begin: "General Assembly resolution A/RES/67/172".
fn introduced(text: &str, token: usize) -> usize {
    let before = text[..token].trim_end_matches([' ', '\n', '\r', '(']);
    if before.len() == token {
        return token;
    }
    let word = [
        "resolution",
        "Resolution",
        "decision",
        "document",
        "documents",
    ]
    .iter()
    .find(|word| before.ends_with(**word));
    word.map_or(token, |word| {
        bodies::before(text, before.len() - word.len()).start
    })
}

/// "A/67/53 and Corr.1", "A/69/488/Add.2 and Corr.1 and 2": each suffix names a document of its own.
fn trailing_suffixes(text: &str, end: usize, symbol: &Symbol) -> Vec<(Range<usize>, Symbol)> {
    let mut found = Vec::new();
    let mut at = end;
    loop {
        let mut next = cursor::skip_space(text, at);
        if text[next..].starts_with(',') {
            next = cursor::skip_space(text, next + 1);
        }
        if let Some(behind) = cursor::word(text, next, "and") {
            next = cursor::skip_space(text, behind);
        }
        if next == at {
            return found;
        }
        let Some(stem) = ["Corr.", "Add.", "Rev."]
            .iter()
            .find(|stem| text[next..].starts_with(**stem))
        else {
            return found;
        };
        let number = cursor::digits(text, next + stem.len());
        if number.is_empty() || number.len() > 2 {
            return found;
        }
        at = next + stem.len() + number.len();
        if text
            .as_bytes()
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'/')
        {
            return found;
        }
        if let Some(suffixed) = Symbol::parse(&format!("{symbol}/{stem}{number}")) {
            found.push((next..at, suffixed));
        }
    }
}
