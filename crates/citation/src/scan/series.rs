//! Volumes of the United Nations Treaty Series, in full or behind *ibid.*

use std::sync::Arc;

use memchr::memmem;

use super::cursor;
use crate::{Citation, Form, Kind, Referent};

/// "United Nations, Treaty Series, vol. 2220, No. 39481" and "Ibid., vol. 1249, No. 20378"; an *ibid.*
/// of another kind is a back-reference.
pub(super) fn find(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "Treaty Series") {
        let start = series_start(text, at);
        if let Some((end, canonical)) = volume(text, at + "Treaty Series".len()) {
            found.push(citation(start..end, canonical));
        }
    }
    for pattern in ["Ibid.", "ibid."] {
        for at in memmem::find_iter(text.as_bytes(), pattern) {
            let whole = at == 0 || !text.as_bytes()[at - 1].is_ascii_alphanumeric();
            if !whole {
                continue;
            }
            let end = at + pattern.len();
            match volume(text, end) {
                Some((end, canonical)) => found.push(citation(at..end, canonical)),
                None => found.push(Citation {
                    token: at..end,
                    phrase: at..end,
                    kind: Kind::Back,
                    form: Form::Back,
                    pinpoint: None,
                    date: None,
                }),
            }
        }
    }
    found.sort_by_key(|citation| citation.token.start);
    found
}

fn citation(token: std::ops::Range<usize>, canonical: Arc<str>) -> Citation {
    Citation {
        phrase: token.clone(),
        token,
        kind: Kind::Series,
        form: Form::Whole(Referent::Other(canonical)),
        pinpoint: None,
        date: None,
    }
}

/// Where "United Nations, Treaty Series" begins, given where "Treaty Series" stands.
fn series_start(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches([' ', '\n', '\r', ',', '*', '_']);
    let Some(head) = before.strip_suffix("Nations") else {
        return at;
    };
    let head = head.trim_end();
    head.strip_suffix("United").map_or(at, str::len)
}

/// ", vol. 2220, No. 39481" at `at`: the offset behind it and the canonical form.
fn volume(text: &str, at: usize) -> Option<(usize, Arc<str>)> {
    let mut next = at;
    while text
        .as_bytes()
        .get(next)
        .is_some_and(|byte| matches!(byte, b',' | b'*' | b'_' | b' ' | b'\n' | b'\r'))
    {
        next += 1;
    }
    let next = cursor::skip_space(text, cursor::any_word(text, next, &["vol.", "vol"])?);
    let volume = cursor::digits(text, next);
    let mut next = next + volume.len();
    if volume.is_empty() {
        return None;
    }
    next = cursor::skip_space(text, cursor::word(text, next, ",").unwrap_or(next));
    let next = cursor::skip_space(text, cursor::any_word(text, next, &["No.", "Nos.", "no."])?);
    let number = cursor::digits(text, next);
    let canonical = format!("United Nations, Treaty Series, vol. {volume}, No. {number}");
    (!number.is_empty()).then(|| (next + number.len(), canonical.into()))
}
