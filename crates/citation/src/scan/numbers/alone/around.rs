//! What the words around a number that stands alone say of it.

use crate::scan::cursor;

/// Words behind which a number alone is that of a text.
const CUES: [&str; 42] = [
    "see",
    "cf.",
    "cf",
    "as in",
    "such as",
    "e.g.",
    "i.e.",
    "reference to",
    "references to",
    "refer to",
    "refers to",
    "referred to",
    "referring to",
    "language in",
    "language from",
    "language of",
    "text of",
    "annex to",
    "annexes to",
    "affirmed in",
    "affirmed by",
    "adopted in",
    "contained in",
    "endorsed in",
    "endorsed by",
    "established by",
    "mandated by",
    "requested in",
    "set out in",
    "recall",
    "recalls",
    "recalled",
    "recalling",
    "reaffirm",
    "reaffirms",
    "reaffirming",
    "citing",
    "merge",
    "pursuant to",
    "in line with",
    "recalled in",
    "reflected in",
];

/// Whether `before` a number stands nothing in its line but "Res.", as a list of resolutions has it.
pub(super) fn opens_with_resolution(before: &str) -> bool {
    let head = before.strip_suffix("Res.");
    head.is_some_and(|head| {
        let line = head.trim_end_matches([' ', '\t', '*', '_', '-']);
        line.is_empty() || line.ends_with('\n')
    })
}

/// Words in the singular behind which such a number is that of something else: "case 26/62", "page 34/50".
const OTHERS: [&str; 51] = [
    "act",
    "application",
    "article",
    "bill",
    "case",
    "census",
    "chapter",
    "communication",
    "complaint",
    "contract",
    "cost",
    "count",
    "decree",
    "directive",
    "flight",
    "form",
    "invoice",
    "judgment",
    "law",
    "no.",
    "nos.",
    "number",
    "opinion",
    "order",
    "ordinance",
    "p.",
    "page",
    "petition",
    "population",
    "price",
    "protocol",
    "rate",
    "ratio",
    "recommendation",
    "regulation",
    "report",
    "response",
    "room",
    "rule",
    "score",
    "scored",
    "season",
    "section",
    "sheet",
    "slide",
    "table",
    "ticket",
    "total",
    "version",
    "vol.",
    "year",
];

/// Acronyms of organs whose texts are numbered so.
const ORGANS: [&str; 8] = ["GA", "UNGA", "AG", "HRC", "SC", "UNSC", "QCPR", "HLPF"];

/// Words that may stand behind a number which counts nothing.
const JOINTS: [&str; 95] = [
    "a",
    "above",
    "adopted",
    "also",
    "and",
    "are",
    "as",
    "asked",
    "asks",
    "at",
    "but",
    "by",
    "called",
    "calls",
    "can",
    "concerning",
    "contains",
    "could",
    "created",
    "did",
    "do",
    "does",
    "entitled",
    "established",
    "for",
    "from",
    "gave",
    "gives",
    "go",
    "goes",
    "had",
    "has",
    "have",
    "in",
    "into",
    "is",
    "it",
    "made",
    "makes",
    "may",
    "must",
    "no",
    "nor",
    "not",
    "of",
    "on",
    "op",
    "or",
    "para",
    "para.",
    "paras",
    "paras.",
    "pp",
    "reaffirmed",
    "reaffirms",
    "recognised",
    "recognized",
    "recognizes",
    "regarding",
    "remains",
    "requested",
    "requests",
    "said",
    "says",
    "see",
    "set",
    "should",
    "so",
    "speaks",
    "spoke",
    "stands",
    "still",
    "than",
    "that",
    "the",
    "these",
    "they",
    "this",
    "through",
    "to",
    "under",
    "urged",
    "urges",
    "was",
    "we",
    "welcomed",
    "went",
    "were",
    "which",
    "who",
    "will",
    "with",
    "within",
    "without",
    "would",
];

/// The words before `at`, without marks of emphasis and brackets.
pub(super) fn before(text: &str, at: usize) -> &str {
    text[..at].trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | '[' | '*' | '_' | '"' | '\u{1A}')
    })
}

/// Whether the words that end with `before` say that the number of a text follows.
pub(super) fn is_cued(before: &str) -> bool {
    ends_with_one(before, &CUES)
}

/// Whether the last word of `before` says that something else than a text of an organ is numbered, or is capitals of
/// another's that the number `is_behind`: "communications 48/90", "MSC 94/21".
pub(super) fn is_of_something_else(before: &str, is_behind: bool) -> bool {
    let capitals = before.bytes().rev().take_while(u8::is_ascii_uppercase);
    let is_code =
        is_behind && capitals.count() > 1 && !ends_with_one(before, &ORGANS) && !is_cued(before);
    let before = before.strip_suffix(':').unwrap_or(before);
    let singular = before.strip_suffix('s').unwrap_or(before);
    is_code || ends_with_one(before, &OTHERS) || ends_with_one(singular, &OTHERS)
}

/// Whether a score or a difference follows `before`: "won by".
pub(super) fn is_difference(before: &str) -> bool {
    const VERBS: [&str; 12] = [
        "beaten",
        "cut",
        "decreased",
        "fell",
        "grew",
        "increased",
        "led",
        "lost",
        "reduced",
        "rose",
        "won",
        "wins",
    ];
    let verb = before.strip_suffix(" by");
    verb.is_some_and(|verb| ends_with_one(verb, &VERBS))
}

/// Whether `before` ends with something else, or a numbered part of it, and "of": "a census of", "page 3 of".
pub(super) fn is_part_of_another(before: &str) -> bool {
    let Some(part) = before.strip_suffix(" of") else {
        return false;
    };
    // "a census of".
    is_of_something_else(
        part.trim_end_matches(|c: char| c.is_ascii_digit())
            .trim_end(),
        true,
    )
}

/// Whether nothing right beside the number at `start`, which ends at `end`, goes on with it or, where it `may_count`, is
/// counted by it.
pub(super) fn may_stand(text: &str, start: usize, end: usize, may_count: bool) -> bool {
    let bytes = text.as_bytes();
    // "1,841 (1993)", "A/67/172", "$50/50".
    let begins = bytes[..start].last().is_none_or(|byte| {
        !byte.is_ascii_alphanumeric() && !matches!(byte, b'/' | b'-' | b'.' | b'$' | b',')
    });
    let goes_on = text[end..].starts_with(['/', '%', '-']) || text[end..].starts_with(" %");
    let is_counted = may_count && counts(text, end);
    begins && !goes_on && !is_counted && !is_behind_reporter(&text[..start])
}

/// Whether a reporter or a journal ends `before`, behind its volume or with the full stop of its abbreviation: "88 AJIL",
/// "509 U.S.", "L.J.".
fn is_behind_reporter(before: &str) -> bool {
    /// No name of a reporter is longer, in bytes.
    const LONGEST: usize = 24;
    let before = before.trim_end();
    // "Cf." is none, and "Res." at the beginning of a line is no journal.
    if is_cued(before) || opens_with_resolution(before) {
        return false;
    }
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST))..];
    let word = match near.rsplit_once(char::is_whitespace) {
        Some((_, word)) => word,
        None if near.len() == before.len() => near,
        None => return false,
    };
    let is_abbreviated = word.ends_with('.')
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.len() < "Comm. ".len();
    let is_name = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let volume = before[..before.len() - word.len()].trim_end();
    is_abbreviated || is_name && volume.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the number that ends at `at` counts what the next word names: any word behind it that joins nothing.
pub(super) fn counts(text: &str, at: usize) -> bool {
    // Marks of emphasis set the number off from what stands behind it.
    if text[at..].starts_with(['*', '_']) {
        return false;
    }
    let next = cursor::skip_space(text, at);
    let is_word = next > at && text[next..].starts_with(|c: char| c.is_ascii_alphabetic());
    is_word && !text[at..next].contains('\n') && cursor::any_word(text, next, &JOINTS).is_none()
}

/// Whether `text` ends with one of `words`, in whatever capitals.
fn ends_with_one(text: &str, words: &[&str]) -> bool {
    let text = text.as_bytes();
    words.iter().any(|word| {
        text.len().checked_sub(word.len()).is_some_and(|start| {
            text[start..].eq_ignore_ascii_case(word.as_bytes())
                && (start == 0 || !text[start - 1].is_ascii_alphanumeric())
        })
    })
}
