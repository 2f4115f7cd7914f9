//! The place where a document says something: "resolution 67/172 states in paragraph 5 that", "the Convention on the Rights
//! of the Child provides in its article 3", "sets out the right to education in article 28".

use super::steps::steps;
use crate::scan::cursor;
use crate::{Pinpoint, Step, Unit, words};

/// What a document does at a place of its own.
const VERBS: [&str; 49] = [
    "acknowledges",
    "addresses",
    "affirms",
    "allows",
    "calls",
    "commits",
    "concludes",
    "confirms",
    "contains",
    "declares",
    "defines",
    "emphasizes",
    "encourages",
    "enshrines",
    "establishes",
    "explains",
    "grants",
    "guarantees",
    "highlights",
    "imposes",
    "includes",
    "lays down",
    "lists",
    "mentions",
    "notes",
    "obligates",
    "obliges",
    "observes",
    "permits",
    "proclaims",
    "prohibits",
    "protects",
    "provides",
    "reads",
    "reaffirms",
    "recalls",
    "recognises",
    "recognizes",
    "recommends",
    "refers",
    "requests",
    "requires",
    "says",
    "sets out",
    "specifies",
    "states",
    "stipulates",
    "stresses",
    "underlines",
];

/// Verbs that are participles as well ("the relief resolution 67/172 provided in annex II to the letter is void"), so
/// that only "its" behind them says whose the place is.
const PARTICIPLES: [&str; 2] = ["provided", "stated"];

/// What may stand between the document and its verb.
const ADVERBS: [&str; 5] = ["also", "clearly", "explicitly", "expressly", "further"];

/// Words before a document that is the subject of its sentence.
const BEFORE_SUBJECT: [&str; 7] = ["as", "because", "since", "that", "what", "where", "while"];

/// Words behind a document and a comma that lead to a place of its own.
const LEADS: [&str; 10] = [
    "as set out in its",
    "as laid down in its",
    "as provided for in its",
    "as defined in its",
    "as stated in its",
    "as enshrined in its",
    "in accordance with its",
    "in conformity with its",
    "pursuant to its",
    "under its",
];

/// The place behind the verb whose subject is the document that begins at `start` and ends at `at`, or behind words that
/// lead to it: "the Paris Agreement, in accordance with its article 4".
pub(crate) fn behind(text: &str, at: usize, start: usize) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, at);
    if let Some(rest) = text[next..].strip_prefix(',') {
        return of_its_own(text, cursor::skip_space(text, text.len() - rest.len()));
    }
    // Mostly no such letter follows.
    let initial = *text.as_bytes().get(next)?;
    if next == at || !matches!(initial, b'a' | b'c'..=b'g' | b'l'..=b'p' | b'r' | b's' | b'u') {
        return None;
    }
    let verb =
        cursor::any_word(text, next, &ADVERBS).map_or(next, |end| cursor::skip_space(text, end));
    let participle = cursor::any_word(text, verb, &PARTICIPLES);
    let behind = participle.or_else(|| cursor::any_word(text, verb, &VERBS))?;
    let place = introduced(text, cursor::skip_space(text, behind));
    let (place, is_its) = match place {
        Some(place) => place,
        None if participle.is_none() => return behind_object(text, behind, start),
        None => return None,
    };
    if participle.is_some() && !is_its {
        return None;
    }
    let found = steps(text, place)?;
    let is_page = found.steps.iter().any(|step| step.unit == Unit::Page);
    (!is_page && !is_of_another(text, &found) && is_subject(text, start)).then_some(found)
}

/// The offset behind "in", "in its" and their like at `at`, and whether "its" is among them.
fn introduced(text: &str, at: usize) -> Option<(usize, bool)> {
    let place = cursor::any_word(text, at, &["in", "at", "under"])?;
    let place = cursor::skip_space(text, place);
    let its = cursor::word(text, place, "its");
    let behind = its.map_or(place, |end| cursor::skip_space(text, end));
    Some((behind, its.is_some()))
}

/// How far behind its verb the place may stand, in bytes.
const OBJECT: usize = 120;

/// The place behind the object of the verb that ends at `at`, in a treaty or another text of numbered parts: "sets out the
/// right to work in article 27", "requires States parties, under articles 12 and 19, to". The object names nothing that
/// may have such parts too.
fn behind_object(text: &str, at: usize, start: usize) -> Option<Pinpoint> {
    let mut next = at;
    loop {
        next = cursor::skip_space(text, next);
        let comma = cursor::word(text, next, ",").map(|end| cursor::skip_space(text, end));
        if let Some((place, _)) = introduced(text, comma.unwrap_or(next))
            && let Some(found) = steps(text, place)
        {
            let has_parts = found.steps.iter().any(|step| step.unit.is_numbered_part());
            // "requires States, under article 5 the Court may": the clause in commas ends with one.
            let closes = text[found.span.end..].starts_with([',', '.', ';', ')'])
                || comma.is_none() && !is_of_another(text, &found);
            return (has_parts && closes && is_subject(text, start)).then_some(found);
        }
        let word = words::letters(text.as_bytes(), next);
        let is_plain = text[next..].starts_with(|c: char| c.is_ascii_lowercase())
            || OF_STATES.iter().any(|name| text[next..].starts_with(name));
        if comma.is_some() || word == 0 || !is_plain || next - at > OBJECT {
            return None;
        }
        next += word;
    }
}

/// What a treaty binds, in capitals, and no document.
const OF_STATES: [&str; 3] = ["State", "States", "Parties"];

/// Whether what stands behind a place says whose it is.
fn is_of_another(text: &str, place: &Pinpoint) -> bool {
    let next = cursor::skip_space(text, place.span.end);
    cursor::any_word(text, next, &["of", "to", "above", "below"]).is_some()
}

/// The article or annex behind words at `at` that lead to a place of the document before them.
fn of_its_own(text: &str, at: usize) -> Option<Pinpoint> {
    if !text[at..].starts_with(['a', 'i', 'p', 'u']) {
        return None;
    }
    let end = cursor::any_word(text, at, &LEADS)?;
    let found = steps(text, cursor::skip_space(text, end))?;
    let is_treatys = |step: &Step| matches!(step.unit, Unit::Article | Unit::Annex);
    (found.steps.iter().any(is_treatys) && !is_of_another(text, &found)).then_some(found)
}

/// Whether the document whose words begin at `start` may be the subject of its sentence: "the report on resolution 67/172
/// states in paragraph 5" tells of a paragraph of the report.
pub(crate) fn is_subject(text: &str, start: usize) -> bool {
    let head = text[..start].trim_end();
    let article = ["the", "The", "its", "Its", "this", "This"];
    let head = article
        .iter()
        .find_map(|article| head.strip_suffix(article))
        .filter(|head| !head.ends_with(|c: char| c.is_ascii_alphanumeric()))
        .unwrap_or(head)
        .trim_end();
    head.is_empty()
        || head.ends_with(['.', ';', ':', ','])
        || cursor::ends_with_word(head, &BEFORE_SUBJECT)
}
