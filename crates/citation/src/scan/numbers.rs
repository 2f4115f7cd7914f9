//! Numbers of resolutions and decisions in prose: "its resolutions 69/187, 70/147 and 71/177".
//!
//! The word "resolution" or "decision" opens a list; the list goes on over numbers, dates, footnote
//! figures, annexes and joining words. Later in the same sentence a number counts only with a date.

mod forms;
mod list;
mod title_line;
mod torn_off;

use std::ops::Range;

use self::list::List;
use super::places::Places;
use super::{bodies, cursor};
use crate::{Act, Body, Citation, Naming};

const ANCHORS: [(&str, Act, Option<&str>); 13] = [
    ("resolution", Act::Resolution, None),
    ("decision", Act::Decision, None),
    ("presidential statement", Act::PresidentialStatement, None),
    ("unga res.", Act::Resolution, Some(Body::GENERAL_ASSEMBLY)),
    ("unga res ", Act::Resolution, Some(Body::GENERAL_ASSEMBLY)),
    ("ga res.", Act::Resolution, Some(Body::GENERAL_ASSEMBLY)),
    ("ga res ", Act::Resolution, Some(Body::GENERAL_ASSEMBLY)),
    ("ungar ", Act::Resolution, Some(Body::GENERAL_ASSEMBLY)),
    ("unscr ", Act::Resolution, Some(Body::SECURITY_COUNCIL)),
    ("unsc res.", Act::Resolution, Some(Body::SECURITY_COUNCIL)),
    ("sc res.", Act::Resolution, Some(Body::SECURITY_COUNCIL)),
    ("scr ", Act::Resolution, Some(Body::SECURITY_COUNCIL)),
    (
        "hrc res.",
        Act::Resolution,
        Some(Body::HUMAN_RIGHTS_COUNCIL),
    ),
];

/// The words that open a list, whatever their capitals.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    ANCHORS.iter().map(|(word, _, _)| *word)
}

/// Adds every number of a resolution or decision in the folded text to `found`.
pub(super) fn find(text: &str, places: &Places, found: &mut Vec<Citation>) {
    let mut words = places
        .acts()
        .filter_map(|(word, range)| Word::at(text, word, range))
        .peekable();
    title_line::find(text, &places.sessions, found);
    let first = words.peek().map_or(text.len(), |first| first.start);
    torn_off::find(text, &places.sessions, first, found);
    while let Some(word) = words.next() {
        // Who is named before the word is a question only where a number follows it.
        if !word.opens_list(text) {
            continue;
        }
        let limit = words.peek().map_or(text.len(), |next| next.start);
        let anchor = Anchor::of(text, &word);
        let mut list = List {
            text,
            anchor: &anchor,
            limit: cursor::sentence_end(text, word.end, limit),
            items: Vec::new(),
        };
        let end = list.contiguous();
        list.dated_later(end);
        found.extend(list.citations());
    }
}

/// Where the digits before `stroke` begin, when they are those of a session and stand alone.
pub(super) fn session_before(text: &str, stroke: usize) -> Option<usize> {
    let start = stroke - cursor::digits_before(text, stroke).len();
    let alone = text[..start]
        .bytes()
        .next_back()
        .is_none_or(|byte| byte.is_ascii_whitespace() || byte == b'\x0B');
    ((2..=3).contains(&(stroke - start)) && alone).then_some(start)
}

/// A word that may open a list.
struct Word {
    /// Where the word begins.
    start: usize,
    /// Where a number may begin.
    end: usize,
    act: Act,
    /// The key of the body that the word names itself.
    body: Option<&'static str>,
}

impl Word {
    /// The word of index `word`, which stands at `range`, if it stands there alone.
    fn at(text: &str, word: usize, range: Range<usize>) -> Option<Self> {
        let (_, act, body) = ANCHORS[word];
        let Range { start, mut end } = range;
        let whole = start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric();
        if !whole {
            return None;
        }
        if text[end..].starts_with(['s', 'S']) {
            end += 1;
        }
        if text[end..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let next = cursor::skip_space(text, end);
        if let Some(behind) = cursor::any_word(text, next, &["Nos.", "No.", "number", "numbers"]) {
            end = behind;
        }
        Some(Self {
            start,
            end,
            act,
            body,
        })
    }

    /// Whether a number begins behind the word, as far as one byte tells.
    fn opens_list(&self, text: &str) -> bool {
        let next = text.as_bytes().get(cursor::skip_space(text, self.end));
        next.is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'E' | b'S'))
    }
}

/// The words before a list, as far as they say whose numbers it has.
struct Anchor {
    /// Where a number may begin.
    end: usize,
    act: Act,
    naming: Naming,
    /// Where the naming begins.
    phrase: usize,
}

impl Anchor {
    fn of(text: &str, word: &Word) -> Self {
        let (naming, phrase) = if let Some(key) = word.body {
            (Naming::Named(Body::new(key)), word.start)
        } else {
            let named = bodies::before(text, word.start);
            (named.naming, named.start)
        };
        Self {
            end: word.end,
            act: word.act,
            naming,
            phrase,
        }
    }
}
