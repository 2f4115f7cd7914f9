//! Paragraph references that other words part from their citation: "…, in particular paragraphs 1 to 10 of the annex
//! thereto", "general comment No. 36 (2018) on the right to life, para. 12", "resolution 67/172, entitled “…”, para. 12".

use std::ops::Range;

use super::after::{after, introduced};
use super::steps::{step, steps};
use super::{REACH, owner};
use crate::scan::{cursor, dates};
use crate::{Pinpoint, Unit, sentences};

/// The paragraph reference further on in `range` that points back: "…, in particular paragraphs 1 to 10 of the
/// annex thereto", "…, the Assembly decided, in paragraph 20, to". Articles are those of a treaty that may stand
/// between.
pub(crate) fn pointing_back(text: &str, range: Range<usize>) -> Option<Pinpoint> {
    let words = text.get(range.start..range.end.min(range.start + REACH))?;
    for (offset, _) in words.match_indices(',') {
        let comma = cursor::skip_space(text, range.start + offset + 1);
        let at = introduced(text, comma);
        if at == comma {
            continue;
        }
        let Some(pinpoint) = steps(text, at) else {
            continue;
        };
        let behind = cursor::skip_space(text, pinpoint.span.end);
        let pointed = cursor::any_word(text, behind, &["thereto", "thereof"]).is_some();
        let closed = || text[pinpoint.span.end..].starts_with(',');
        let is_its = !has_own_parts(&pinpoint) && (pointed || closed());
        let is_either = || pointed && owner::asks_for_writing(text, range.start);
        if is_its && names_nothing(&words[..offset]) && !is_either() {
            return Some(with_tail(text, pinpoint, range.end));
        }
    }
    None
}

/// The paragraph reference behind the subject of a document whose number ends at `at`: "general comment No. 36 (2018) on
/// the right to life, para. 12".
pub(crate) fn behind_subject(text: &str, at: usize) -> Option<Pinpoint> {
    let subject = cursor::word(text, cursor::skip_space(text, at), "on")?;
    let limit = sentences::end(text, subject, text.len().min(subject + REACH));
    let words = text.get(subject..limit)?;
    let place = words.find(", para").or_else(|| words.find(" (para"))?;
    let between = &words[..place];
    (names_nothing(between) && !between.contains([';', ')']))
        .then(|| after(text, subject + place))?
}

/// The paragraph reference behind the title in quotation marks at `at`, which ends before `limit`: "resolution 67/172,
/// entitled “Protection of migrants”, para. 12".
pub(crate) fn behind_title(text: &str, at: usize, limit: usize) -> Option<Pinpoint> {
    after(text, dates::end_of_title(text, at, limit)?)
}

/// Words that lead from what is spoken of to the place where it stands.
const STANDING_IN: [&str; 3] = ["contained in", "set out in", "laid down in"];

/// The place right before the word that ends `range` and points back to the document before it: ", and paragraphs 6 to 9",
/// " and the guiding principles contained in the annex".
pub(crate) fn thereof(text: &str, range: Range<usize>) -> Option<Pinpoint> {
    let words = text
        .get(range.clone())
        .filter(|words| words.len() < REACH)?;
    let closed = range.start + usize::from(words.starts_with([')', ']']));
    let comma = cursor::word(text, closed, ",").unwrap_or(closed);
    let joint = cursor::word(text, cursor::skip_space(text, comma), "and")?;
    let whole = |at: usize| {
        let at = cursor::skip_space(text, at);
        let at = cursor::word(text, at, "the").map_or(at, |end| cursor::skip_space(text, end));
        let found = steps(text, at)?;
        (cursor::skip_space(text, found.span.end) == range.end).then_some(found)
    };
    let standing = || {
        let mut leads = STANDING_IN.iter();
        let end = leads.find_map(|lead| Some(words.rfind(lead)? + lead.len()))?;
        let is_plain = names_nothing(&words[..end]) && !words.contains([';', '.']);
        is_plain.then(|| whole(range.start + end))?
    };
    let found = whole(joint).or_else(standing)?;
    (!owner::asks_for_writing(text, range.start)).then_some(found)
}

/// What a resolution says, as a sentence tells it.
const SAID: [&str; 14] = [
    "called",
    "calls",
    "decided",
    "decides",
    "encouraged",
    "encourages",
    "invited",
    "invites",
    "recommended",
    "recommends",
    "requested",
    "requests",
    "urged",
    "urges",
];

/// Who says it: those who adopted the resolution. Anybody else speaks of paragraphs of his own.
const SPEAKERS: [&str; 12] = [
    "it",
    "they",
    "the Assembly",
    "the General Assembly",
    "the Council",
    "the Security Council",
    "the Human Rights Council",
    "the Economic and Social Council",
    "the Commission",
    "the Conference",
    "Member States",
    "States",
];

/// The paragraphs in the parenthesis that opens where `range` ends and closes a sentence, in which `range` tells what the
/// resolution before it says: ", they requested a review (para. 70)."
pub(crate) fn alone(text: &str, range: Range<usize>) -> Option<Pinpoint> {
    let found = steps(text, range.end + 1)?;
    let rest = text[found.span.end..].strip_prefix(')')?;
    let closes = rest.is_empty() || rest.starts_with(['.', ';']);
    let is_paragraph = found.steps.iter().all(|step| step.unit == Unit::Paragraph);
    let behind = range.start + usize::from(text[range.start..].starts_with([')', ']']));
    let comma = cursor::word(text, behind, ",")?;
    let speaker = cursor::any_word(text, cursor::skip_space(text, comma), &SPEAKERS)?;
    let said = cursor::any_word(text, cursor::skip_space(text, speaker), &SAID);
    let is_told = said.is_some_and(|said| text.get(said..range.end).is_some_and(names_nothing));
    (closes && is_paragraph && is_told).then_some(found)
}

/// How far behind a paragraph reference its rest may stand, in bytes.
const TAIL: usize = 160;

/// The reference with the rest of its list, which stands behind other words: "paragraphs 1 to 10 of the annex thereto on
/// the agreed criteria, as well as paragraphs 13 and 14,". Nothing behind `limit` belongs to it.
fn with_tail(text: &str, mut pinpoint: Pinpoint, limit: usize) -> Pinpoint {
    let end = limit.min(pinpoint.span.end + TAIL);
    let Some(words) = text.get(pinpoint.span.end..end) else {
        return pinpoint;
    };
    let rest = words.match_indices(',').find_map(|(comma, _)| {
        let joint = cursor::skip_space(text, pinpoint.span.end + comma + 1);
        let next = cursor::any_word(text, joint, &["as well as", "and"])?;
        let rest = step(text, cursor::skip_space(text, next))?;
        let closes = rest.1 <= limit && text[rest.1..].starts_with([',', ';', '.']);
        (closes && !is_of_another(text, rest.1) && names_nothing(&words[..comma])).then_some(rest)
    });
    if let Some((rest, end)) = rest
        && let Some(last) = pinpoint
            .steps
            .last_mut()
            .filter(|last| last.unit == rest.unit)
    {
        last.labels.extend(rest.labels);
        pinpoint.span.end = end;
    }
    pinpoint
}

/// Whether what stands behind the comma at `at` says whose the place before it is: ", and paragraph 9, of the letter",
/// ", and paragraph 9, section II, of the report".
fn is_of_another(text: &str, at: usize) -> bool {
    let Some(rest) = text[at..].strip_prefix(',') else {
        return false;
    };
    let next = cursor::skip_space(text, text.len() - rest.len());
    cursor::any_word(text, next, &["of", "to", "in the", "in its"]).is_some()
        || step(text, next).is_some()
}

/// Whether `words` name no other document whose paragraphs may be meant.
fn names_nothing(words: &str) -> bool {
    const DOCUMENTS: [&str; 20] = [
        "report",
        "letter",
        "document",
        "note",
        "observations",
        "statement",
        "Agenda",
        "Agreement",
        "Charter",
        "Compact",
        "Convention",
        "Covenant",
        "Declaration",
        "Framework",
        "Outcome",
        "Plan",
        "Platform",
        "Principles",
        "Programme",
        "Protocol",
    ];
    let is_quoted = |&(at, _): &(usize, &str)| {
        // The same sign is an apostrophe between letters.
        let is_letter = |c: char| c.is_alphanumeric();
        !(words[..at].ends_with(is_letter) && words[at + 1..].starts_with(is_letter))
    };
    !words.contains(['/', '(', '"'])
        && !words.match_indices('\u{1A}').any(|mark| is_quoted(&mark))
        && !DOCUMENTS.iter().any(|word| words.contains(word))
}

/// Whether a place is one of those that treaties and outcomes have and resolutions do not: another document's, where
/// words stand between ("the Sustainable Development Goals, including Goal 16").
fn has_own_parts(pinpoint: &Pinpoint) -> bool {
    let mut steps = pinpoint.steps.iter();
    steps.any(|step| step.unit.is_numbered_part())
}
