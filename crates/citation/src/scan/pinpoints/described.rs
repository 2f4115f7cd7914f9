//! The place of a document that is described before its symbol: "paragraph 15 of the report of the Secretary-General on
//! the safety of journalists (A/75/871)".

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::REACH;
use super::before::may_open;
use super::steps::{may_be_unit, steps};
use crate::Pinpoint;
use crate::scan::cursor;

/// What documents with numbered paragraphs are.
const DOCUMENTS: [&str; 12] = [
    "addendum",
    "letter",
    "letters",
    "memorandum",
    "note",
    "observations",
    "paper",
    "programme",
    "report",
    "reports",
    "rules",
    "study",
];

/// What leads from "of" to the document.
const ARTICLES: [&str; 8] = ["the", "his", "her", "its", "their", "my", "our", "that"];

/// What leads from a place to its document: "annex to the report", "paragraph 15 of the report".
static LEADING: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| ["to ", "of "].map(Finder::new));

/// So many words may stand before the document: "the Secretary-General's most recent report".
const BEFORE_DOCUMENT: usize = 4;

/// The place before the description of the document whose symbol, with "document" before it, stands at `symbol`, in
/// parentheses, behind "contained in" or right behind the word.
pub(in crate::scan) fn described(text: &str, symbol: usize) -> Option<Pinpoint> {
    let head = text[..symbol].trim_end();
    let contained = || head.strip_suffix("contained in");
    let named = || cursor::ends_with_word(head, &DOCUMENTS).then_some(head);
    let head = head
        .strip_suffix('(')
        .or_else(contained)
        .or_else(named)?
        .trim_end();
    let floor = head.len().saturating_sub(REACH);
    let start = head.as_bytes()[floor..]
        .iter()
        .rposition(|byte| matches!(byte, b',' | b';' | b':' | b'.' | b'(' | b')'))
        .map_or(floor, |mark| floor + mark + 1);
    let [to, of] = &*LEADING;
    let leads = |word: &Finder<'_>| {
        let mut words = word
            .find_iter(&head.as_bytes()[start..])
            .map(|at| start + at);
        words.find(|at| is_apart(head, *at) && describes(&head[at + word.needle().len()..]))
    };
    let before = |joint: usize| {
        let bytes = text.as_bytes();
        (floor..joint)
            .filter(|at| may_open(bytes, *at) && may_be_unit(text, *at))
            .filter_map(|at| steps(text, at))
            .find(|place| cursor::skip_space(text, place.span.end) == joint)
    };
    // "annexes I and II to the report (A/75/871)".
    let is_attached = |place: &Pinpoint| place.steps[0].unit.is_attached();
    let attached = leads(to).and_then(before).filter(is_attached);
    attached.or_else(|| before(leads(of)?))
}

/// Whether a word begins at `at`.
fn is_apart(head: &str, at: usize) -> bool {
    head[..at].ends_with(|c: char| c.is_ascii_whitespace())
}

/// Whether `words` are one document and what it is about.
fn describes(words: &str) -> bool {
    let mut all = words.split_ascii_whitespace();
    if !all.next().is_some_and(|word| ARTICLES.contains(&word)) {
        return false;
    }
    let is_document = |word: &str| DOCUMENTS.contains(&word);
    if !all.by_ref().take(BEFORE_DOCUMENT).any(is_document) {
        return false;
    }
    // Behind "and the" another document may stand, whose symbol it is.
    let mut before = "";
    all.all(|word| {
        let is_other = before == "and" && ARTICLES.contains(&word) || word.contains('/');
        before = word;
        !is_other
    })
}
