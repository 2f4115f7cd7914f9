//! The body whose act a sentence tells behind the number: "In its resolution 5/14, the Environment Assembly decided".

use super::name;
use crate::scan::{cursor, pinpoints};
use crate::{Body, Naming, grammar};

/// How far before the number such a sentence may begin, in bytes.
const OPENING: usize = 120;

/// How far before a sentence the one before it may begin, in bytes.
const SENTENCE: usize = 240;

/// What a body does in its own resolution, without the ending of the verb. Of another verb ("is invited", "should find",
/// "received") the body may be what a resolution of somebody else speaks of.
const ACTS: [&str; 41] = [
    "acknowledge",
    "adopt",
    "affirm",
    "agree",
    "appeal",
    "approve",
    "ask",
    "authorize",
    "call",
    "commend",
    "condemn",
    "decide",
    "declare",
    "demand",
    "deplore",
    "determine",
    "emphasize",
    "encourage",
    "endorse",
    "establish",
    "express",
    "extend",
    "instruct",
    "invite",
    "launch",
    "mandate",
    "note",
    "proclaim",
    "reaffirm",
    "recall",
    "recognize",
    "recommend",
    "reiterate",
    "renew",
    "request",
    "resolve",
    "stress",
    "underline",
    "underscore",
    "urge",
    "welcome",
];

/// Words between a subject and its verb.
const BEFORE_A_VERB: [&str; 14] = [
    ", inter alia,",
    "inter alia",
    "also",
    "further",
    "again",
    "then",
    "therefore",
    "thus",
    "later",
    "subsequently",
    "strongly",
    "unanimously",
    "has",
    "had",
];

/// How the subject that begins at `at`, mostly behind a comma, names the body, where the clause before it opens with "In its
/// resolution". `naming`, which says that no body was named before, is that of the words at `phrase`, and they stand
/// before the numbers.
pub(in crate::scan) fn behind(
    text: &str,
    naming: &Naming,
    phrase: usize,
    at: usize,
) -> Option<Naming> {
    let is_its = match naming {
        Naming::Its { previous: None } => true,
        Naming::Unnamed { previous: None } => false,
        _ => return None,
    };
    if !opens_clause(text, phrase) {
        return None;
    }
    let place = pinpoints::after(text, at);
    let end = place.map_or(at, |place| place.span.end);
    let behind = cursor::skip_space(text, cursor::skip_note(text, end));
    let comma = cursor::word(text, behind, ",");
    let subject = comma.map_or(behind, |end| cursor::skip_note(text, end));
    let article = cursor::word(text, cursor::skip_space(text, subject), "the")?;
    let mention = name::at(text, cursor::skip_space(text, article))
        .filter(|mention| !grammar::adopts_nothing(&mention.key))?;
    if !acts(text, mention.end) {
        return None;
    }
    if is_its {
        return Some(Naming::Theirs(mention.body()));
    }
    Some(Naming::Unnamed {
        previous: Some(mention.body()),
    })
}

/// The subject of the sentence before the one that begins at `floor`, where that goes on with "It": "The Commission
/// met in May. It returned to the matter in resolution".
pub(super) fn taken_up(text: &str, floor: usize) -> Option<Body> {
    let start = cursor::skip_space(text, floor);
    let it = cursor::word(text, start, "It")?;
    if !has_acted(text, it) {
        return None;
    }
    let end = text[..floor].trim_end().len().checked_sub(1)?;
    let previous = cursor::sentence_start(text, end, SENTENCE);
    let first = cursor::skip_space(text, previous);
    let article = cursor::word(text, first, "The")?;
    let mention = name::at(text, cursor::skip_space(text, article))
        .filter(|mention| !grammar::adopts_nothing(&mention.key))?;
    text[mention.end..].starts_with(' ').then(|| mention.body())
}

/// Whether a verb in the past stands at `at` of which a body is the subject: "returned to", "has since endorsed", and not
/// "was noted that", "appeared that".
fn has_acted(text: &str, at: usize) -> bool {
    let mut verb = cursor::skip_space(text, at);
    while let Some(end) = cursor::any_word(text, verb, &BEFORE_A_VERB) {
        verb = cursor::skip_space(text, end);
    }
    let letters = text[verb..].bytes().take_while(u8::is_ascii_lowercase);
    let end = verb + letters.count();
    let is_past = text[verb..end].ends_with("ed") || matches!(&text[verb..end], "took" | "did");
    let impersonal = ["appeared", "followed", "seemed"];
    is_past && !impersonal.contains(&&text[verb..end])
}

/// Whether the subject that ends at `at` does what only the body does that adopts: "decided", "has also requested".
fn acts(text: &str, at: usize) -> bool {
    let mut verb = cursor::skip_space(text, at);
    while let Some(end) = cursor::any_word(text, verb, &BEFORE_A_VERB) {
        verb = cursor::skip_space(text, end);
    }
    let rest = &text[verb..];
    let length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let (word, behind) = rest.split_at(length);
    let is_whole = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    // "the Commission established in 1946": a participle, whose verb is another.
    let next = cursor::skip_space(text, verb + length);
    if !is_whole || cursor::any_word(text, next, &BEHIND_A_PARTICIPLE).is_some() {
        return false;
    }
    let is_act = |stem: &&str| {
        let ending = word.strip_prefix(*stem);
        ending.is_some_and(|ending| ["s", "es", "d", "ed"].contains(&ending))
    };
    let took_note = cursor::any_word(text, verb, &["took note", "takes note"]);
    took_note.is_some() || ACTS.iter().any(is_act)
}

/// Words that tell a participle from what a body did.
const BEHIND_A_PARTICIPLE: [&str; 6] = ["by", "in", "under", "pursuant", "at", "as"];

/// Whether the words that end at `at` open a clause whose subject follows: "In", "By", "In paragraph 5 of".
fn opens_clause(text: &str, at: usize) -> bool {
    // Mostly the last letter before tells.
    let before = text[..at].trim_end();
    if !before.ends_with(['n', 'N', 'y', 'Y', 'h', 'H', 'f']) {
        return false;
    }
    let start = cursor::sentence_start(text, at, OPENING);
    let words = text[start..at].trim();
    let last = words.rsplit(|c: char| c.is_ascii_whitespace()).next();
    let preposition =
        |word: &str| ["in", "by", "through"].contains(&word.to_ascii_lowercase().as_str());
    let opens = words.starts_with("In ") || words.starts_with("By ") || words.starts_with("Under ");
    last.is_some_and(preposition) || opens && last == Some("of") && !words.contains(',')
}
