//! Whose a place behind a citation is, where the words around it say that it is another text's: "OP2 takes up resolution
//! 67/172, OP3 is new", "the Rome Statute (art. 130 of the Criminal Code)".

use super::REACH;
use super::before::may_open;
use super::steps::steps;
use crate::Pinpoint;
use crate::scan::cursor;
use crate::sentences;

/// Whether the place is the subject of a clause of its own, behind a citation that ends at `at`: a place of the same sort
/// stands before the citation, the writer's own or a third text's, and words go on behind this one. "Paragraph 5 draws on
/// resolution 67/172, paragraph 6 draws on none".
pub(super) fn begins_clause(text: &str, at: usize, place: &Pinpoint) -> bool {
    let behind = text[cursor::skip_space(text, place.span.end)..]
        .chars()
        .next();
    let goes_on = behind.is_some_and(|next| next.is_ascii_alphabetic() || "=:-".contains(next));
    goes_on
        && cursor::joint(text, place.span.end, &[","], &["and", "or", "as"]).is_none()
        && places_before(text, at).any(|before| {
            let same_unit = before.steps[0].unit == place.steps[0].unit;
            let marked = |place: &Pinpoint| text[place.span.end..].trim_start().chars().next();
            // "Paragraph 5 quotes resolution 67/172, paragraph 3: “…”" tells whose words follow.
            same_unit && (behind != Some(':') || marked(&before) == behind)
        })
}

/// What is written about a document, and has paragraphs of its own.
const WRITINGS: [&str; 8] = [
    "commentary",
    "note",
    "paper",
    "record",
    "report",
    "statement",
    "study",
    "verbale",
];

/// What else is written or said about one, and has a day of its own.
const OCCASIONS: [&str; 7] = [
    "briefing",
    "debate",
    "discussion",
    "letter",
    "meeting",
    "release",
    "speech",
];

/// Words behind which the resolution stands that asked for a text.
const ASKED: [&str; 6] = [
    "pursuant to",
    "in accordance with",
    "in response to",
    "requested in",
    "requested by",
    "called for in",
];

/// Whether the citation that ends at `at` is what a text, named before it, was asked for in: "the report submitted pursuant
/// to resolution 67/172".
pub(super) fn asks_for_writing(text: &str, at: usize) -> bool {
    let start = sentences::start(text, at, REACH);
    let clause = &text[start..at];
    ASKED.iter().any(|words| {
        let asked = clause.rfind(words);
        asked.is_some_and(|asked| {
            let mut before = clause[..asked].split_ascii_whitespace();
            let between = clause[asked + words.len()..].split_ascii_whitespace();
            before.any(|word| WRITINGS.contains(&word)) && between.count() <= ASKED_WITHIN
        })
    })
}

/// So many words may the resolution have: "Economic and Social Council resolution 2012/10".
const ASKED_WITHIN: usize = 8;

/// What leads from a text to its subject.
const ABOUT: [&str; 4] = ["on", "regarding", "concerning", "about"];

/// What may stand between that and the citation: "the report on progress made in the implementation of resolution 67/172".
const BETWEEN: [&str; 13] = [
    "the",
    "its",
    "implementation",
    "follow-up",
    "progress",
    "made",
    "compliance",
    "adoption",
    "application",
    "of",
    "to",
    "in",
    "with",
];

/// Whether a number behind the words `before` is what a text is about, whose paragraphs may be meant as well: "the report on
/// resolution 67/172, para. 45".
pub(super) fn is_subject_of_writing(before: &str) -> bool {
    subject_of(before).is_some_and(|text| WRITINGS.contains(&text))
}

/// Whether a number behind the words `before` is what a text or a meeting is about, whose day may be meant as well: "the
/// statement on resolution 67/172 of 3 May 2013".
pub fn is_subject_of_text(before: &str) -> bool {
    subject_of(before).is_some_and(|text| WRITINGS.contains(&text) || OCCASIONS.contains(&text))
}

/// The word for what the number behind the words `before` is the subject of.
fn subject_of(before: &str) -> Option<&str> {
    let before = before.trim_end();
    let head = ["resolution", "decision"]
        .iter()
        .find_map(|act| before.strip_suffix(act))
        .unwrap_or(before);
    // The body stands in capitals: "the report on General Assembly resolution 67/172".
    let mut words = head.split_ascii_whitespace().rev().skip_while(|word| {
        word.starts_with(|c: char| c.is_ascii_uppercase()) || BETWEEN.contains(word)
    });
    words.next().filter(|word| ABOUT.contains(word))?;
    words.next()
}

/// The places in the clause that ends at `at` which stand for themselves: behind a comma or in parentheses they are those of
/// a document, unless its name follows them.
fn places_before(text: &str, at: usize) -> impl Iterator<Item = Pinpoint> {
    let bytes = text.as_bytes();
    let start = sentences::start(text, at, REACH);
    let start = start + text[start..at].rfind([';', '|']).map_or(0, |mark| mark + 1);
    (start..at)
        .filter(move |place| may_open(bytes, *place))
        .filter_map(move |place| steps(text, place))
        .filter(move |place| {
            let before = text[start..place.span.start].trim_end();
            let of = || cursor::word(text, cursor::skip_space(text, place.span.end), "of");
            let apart = !before.ends_with([',', '(', '/']) && !ends_with_name(before);
            place.span.end <= at && (apart || of().is_some())
        })
}

/// Whether `clause` ends with a number or a capitalised word that does not open it, as lawyers put a place right behind a
/// name: "Directive 2013/33/EU art 15".
fn ends_with_name(clause: &str) -> bool {
    let clause = clause.trim_start();
    clause
        .rsplit_once(char::is_whitespace)
        .is_some_and(|(_, last)| {
            last.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        })
}

/// What a document may be called in its own parentheses: "the Convention on the Rights of the Child (article 5 of the
/// Convention)".
const NOUNS: [&str; 10] = [
    "agenda",
    "agreement",
    "charter",
    "convention",
    "covenant",
    "decision",
    "declaration",
    "protocol",
    "resolution",
    "statute",
];

/// Whether the place in parentheses behind a citation that ends at `at` is said to be another text's: "(para. 40 below)",
/// "(art. 130 of the Criminal Code)".
pub(super) fn is_of_another(text: &str, at: usize, place: &Pinpoint) -> bool {
    let behind = cursor::skip_space(text, place.span.end);
    if cursor::any_word(text, behind, &["above", "below"]).is_some() {
        return true;
    }
    let Some(of) = cursor::any_word(text, behind, &["of", "to the"]) else {
        return false;
    };
    let end = of + text[of..].find([')', ';', ',']).unwrap_or(text.len() - of);
    let last = text[of..end].split_ascii_whitespace().next_back();
    let last = last.unwrap_or_default().to_ascii_lowercase();
    let start = sentences::start(text, at, REACH);
    let said_before = || text[start..at].to_ascii_lowercase().contains(last.as_str());
    let is_which = cursor::word(text, cursor::skip_space(text, of), "which").is_some();
    !(is_which || NOUNS.contains(&last.as_str()) && said_before())
}
