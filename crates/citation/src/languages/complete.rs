//! What stands beside symbols and names in these languages: paragraph references and dates.
//!
//! Symbols and names are found without knowing the language; only the words beside them have one. A unit
//! that English spells alike ("article") counts only where the text around is in the language.

use super::words::Role;
use super::{GRAMMARS, Grammar, cursor, dates, guess};
use crate::{Citation, Form, Pinpoint, Referent};

/// How much text on either side tells which language is spoken around a citation, in bytes.
const AROUND: usize = 300;

/// Endings of the words that may join a paragraph reference to what follows: "de la", "du", "des", "del".
const JOINTS: [&[u8; 2]; 8] = [b"de", b"la", b"du", b"es", b"el", b"al", b"au", b" a"];

/// Adds to the citations of `text` the paragraph references and dates that stand beside them in one of
/// these languages. `found` are the citations of all finders.
pub(crate) fn complete(text: &str, found: &mut [Citation]) {
    for citation in found {
        let whole = matches!(citation.form, Form::Whole(_));
        let open = citation.pinpoint.is_none() || citation.date.is_none();
        if !whole || !open {
            continue;
        }
        let (after, before) = (may_follow(text, citation), may_precede(text, citation));
        if after || before {
            for grammar in GRAMMARS {
                complete_in(text, grammar, citation);
            }
        }
    }
}

/// Whether what follows a citation may be a date or a paragraph reference.
fn may_follow(text: &str, citation: &Citation) -> bool {
    let mut rest = text[citation.token.end..].trim_start_matches([')', ']', ' ', '\n', '\r']);
    rest = rest.strip_prefix([',', '(']).unwrap_or(rest).trim_start();
    let begins = |byte: &u8| matches!(byte, b'a'..=b'e' | b'p' | b's' | b'i') || *byte >= 0x80;
    rest.as_bytes().first().is_some_and(begins)
}

/// Whether what stands before a citation may be a paragraph reference.
fn may_precede(text: &str, citation: &Citation) -> bool {
    let before = text[..citation.phrase.start].trim_end().as_bytes();
    match before {
        [.., last] if *last >= 0x80 || matches!(last, b'\'' | b')' | b'0'..=b'9') => true,
        [.., one, two] => JOINTS.contains(&&[*one, *two]),
        _ => false,
    }
}

fn complete_in(text: &str, grammar: &dyn Grammar, citation: &mut Citation) {
    let is_adopted = matches!(&citation.form, Form::Whole(Referent::Symbol(symbol))
        if symbol.adopted().is_some());
    if citation.date.is_none()
        && is_adopted
        && let Some(stated) = dates::after(text, citation.token.end, grammar)
    {
        citation.phrase.end = citation.phrase.end.max(stated.end);
        citation.date = Some(stated.date);
    }
    if citation.pinpoint.is_some() {
        return;
    }
    let pinpoint = grammar
        .pinpoint_after(text, citation.phrase.end)
        .or_else(|| grammar.pinpoint_after(text, citation.token.end))
        .or_else(|| grammar.pinpoint_before(text, citation.phrase.start))
        .filter(|pinpoint| is_spoken(text, grammar, citation, pinpoint));
    if let Some(pinpoint) = pinpoint {
        citation.phrase.start = citation.phrase.start.min(pinpoint.span.start);
        citation.phrase.end = citation.phrase.end.max(pinpoint.span.end);
        citation.pinpoint = Some(pinpoint);
    }
}

/// Whether the words of `pinpoint` are of this language: the text around says so, or says nothing and they
/// are no English words.
fn is_spoken(text: &str, grammar: &dyn Grammar, citation: &Citation, pinpoint: &Pinpoint) -> bool {
    let start = text.floor_char_boundary(citation.token.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((citation.token.end + AROUND).min(text.len()));
    match guess::told(&text[start..end]) {
        Some(language) => language == grammar.language(),
        None => !grammar
            .words()
            .all(Role::Shared)
            .iter()
            .any(|word| cursor::word(text, pinpoint.span.start, &word.written).is_some()),
    }
}
