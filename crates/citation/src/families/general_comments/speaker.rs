//! The committee that speaks in the sentence of a general comment: "the Committee on the Elimination of Racial
//! Discrimination recalled its general recommendation No. 30", "as CESCR noted in general comment No. 3".
//!
//! Only "its" and "in" before the words point to it, and of several committees the nearest that may have adopted it.

use super::letters;
use super::number::{RECOMMENDATION, recommends};
use crate::Body;
use crate::scan::{bodies, cursor};

/// How far before the words the committee may stand, in bytes.
const SENTENCE: usize = 240;

/// The last committee that is named in the sentence before `at` and calls what it adopts by these `words`, where the
/// word at its end points to it.
pub(super) fn before(text: &str, at: usize, words: &str) -> Option<Body> {
    let head = text[..at].trim_end();
    let head = head.strip_suffix(" joint").unwrap_or(head);
    if !cursor::ends_with_word(head, &["its", "in"]) {
        return None;
    }
    let fits = |body: &Body| {
        body.to_string().contains("Committee") && recommends(body) == (words == RECOMMENDATION)
    };
    let sentence = &text[cursor::sentence_start(text, at, SENTENCE)..at];
    let spelt = bodies::spelt_out(sentence)
        .filter(|(_, body)| fits(body))
        .last();
    let lettered = letters::last_in(sentence, fits);
    let nearest = spelt
        .into_iter()
        .chain(lettered)
        .max_by_key(|(start, _)| *start);
    nearest.map(|(_, committee)| committee)
}
