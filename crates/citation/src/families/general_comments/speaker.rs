//! The committee that speaks in the sentence of a general comment: "the Committee on the Elimination of Racial
//! Discrimination recalled its general recommendation No. 30", "as CESCR noted in general comment No. 3".
//!
//! Only "its", "in" and their like before the words point to it, and of several committees the nearest that may have
//! adopted it. All but "its" point to a committee that acts itself, as long as no other is named behind the words.

use super::letters;
use super::number::{RECOMMENDATION, recommends};
use crate::Body;
use crate::scan::{bodies, cursor};

/// How far before the words the committee may stand, in bytes.
const SENTENCE: usize = 240;

/// Words that point to the committee which acts before them.
const POINTING: [&str; 5] = ["in", "under", "through", "adopted", "issued"];

/// The last committee that is named in the sentence before `at` and calls what it adopts by these `words`, where the
/// word at its end points to it.
pub(super) fn before(text: &str, at: usize, words: &str) -> Option<Body> {
    let head = text[..at].trim_end();
    let head = head.strip_suffix(" joint").unwrap_or(head);
    let is_its = cursor::ends_with_word(head, &["its"]);
    if !is_its && !cursor::ends_with_word(head, &POINTING) {
        return None;
    }
    let fits = |body: &Body| {
        body.to_string().contains("Committee") && recommends(body) == (words == RECOMMENDATION)
    };
    let floor = cursor::sentence_start(text, at, SENTENCE);
    let sentence = &text[floor..at];
    let spelt = bodies::spelt_out(sentence)
        .filter(|(_, body)| fits(body))
        .last();
    let lettered = letters::last_in(sentence, fits);
    let nearest = spelt
        .into_iter()
        .chain(lettered)
        .max_by_key(|(start, _)| *start);
    nearest
        .filter(|(start, committee)| {
            is_its || acts(&sentence[..*start]) && !names_another(text, at, committee)
        })
        .map(|(_, committee)| committee)
}

/// Whether a committee acts that is named behind `head`: not "before the Committee", "to the Committee".
fn acts(head: &str) -> bool {
    let head = head.trim_end();
    let article = [" the", " The"]
        .iter()
        .find_map(|article| head.strip_suffix(article));
    let prepositions = [
        "about", "against", "at", "before", "Before", "from", "for", "in", "of", "to", "To",
        "under", "with",
    ];
    !cursor::ends_with_word(article.unwrap_or(head).trim_end(), &prepositions)
}

/// Whether the sentence goes on behind `at` with another committee than this.
fn names_another(text: &str, at: usize, committee: &Body) -> bool {
    let limit = (at + SENTENCE).min(text.len());
    let rest = &text[at..cursor::sentence_end(text, at, limit)];
    let is_another = |body: &Body| body.to_string().contains("Committee") && body != committee;
    bodies::spelt_out(rest).any(|(_, body)| is_another(&body))
        || letters::last_in(rest, is_another).is_some()
}
