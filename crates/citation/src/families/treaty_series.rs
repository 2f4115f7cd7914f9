//! Volumes of the United Nations Treaty Series, in full or behind *ibid.*

use std::ops::Range;
use std::sync::Arc;

use super::Family;
use crate::scan::cursor;
use crate::{Citation, Form, Kind, Referent};

/// "United Nations, Treaty Series, vol. 2220, No. 39481" and "Ibid., vol. 1249, No. 20378"; an *ibid.*
/// of another kind is a back-reference.
pub(super) struct TreatySeries;

impl Family for TreatySeries {
    fn anchors(&self) -> &'static [&'static str] {
        &["Treaty Series", "Ibid.", "ibid."]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        if text[anchor.clone()].starts_with('T') {
            if let Some((end, canonical)) = volume(text, anchor.end) {
                found.push(citation(series_start(text, anchor.start)..end, canonical));
            }
            return;
        }
        let whole = anchor.start == 0 || !text.as_bytes()[anchor.start - 1].is_ascii_alphanumeric();
        if !whole {
            return;
        }
        found.push(match volume(text, anchor.end) {
            Some((end, canonical)) => citation(anchor.start..end, canonical),
            None => Citation {
                token: anchor.clone(),
                phrase: anchor,
                kind: Kind::Back,
                form: Form::Back,
                pinpoint: None,
                date: None,
            },
        });
    }
}

fn citation(token: Range<usize>, canonical: Arc<str>) -> Citation {
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
