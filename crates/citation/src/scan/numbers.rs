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
    let mut anchors = places
        .acts()
        .filter_map(|(word, range)| anchor(text, word, range))
        .peekable();
    if !places.strokes.is_empty() {
        title_line::find(text, found);
        let first = anchors.peek().map_or(text.len(), |first| first.start);
        torn_off::find(text, first, found);
    }
    while let Some(anchor) = anchors.next() {
        let limit = anchors.peek().map_or(text.len(), |next| next.start);
        let sentence = cursor::sentence_end(text, anchor.end, limit);
        let mut list = List {
            text,
            anchor: &anchor,
            limit: sentence,
            items: Vec::new(),
        };
        let end = list.contiguous();
        list.dated_later(end);
        found.extend(list.citations());
    }
}

struct Anchor {
    /// Where the word begins.
    start: usize,
    /// Where a number may begin.
    end: usize,
    act: Act,
    naming: Naming,
    /// Where the naming begins.
    phrase: usize,
}

/// The anchor made by the word of index `word`, which stands at `range`.
fn anchor(text: &str, word: usize, range: Range<usize>) -> Option<Anchor> {
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
    let (naming, phrase) = if let Some(key) = body {
        (Naming::Named(Body::new(key)), start)
    } else {
        let named = bodies::before(text, start);
        (named.naming, named.start)
    };
    Some(Anchor {
        start,
        end,
        act,
        naming,
        phrase,
    })
}
