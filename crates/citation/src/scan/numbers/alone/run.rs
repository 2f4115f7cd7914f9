//! Numbers of texts that follow one another, each before its title, as contents and press releases run them on: "57/1
//! Partnership for development, 57/2 Declaration on the partnership".

use crate::normalise::{LETTER, OTHER};
use crate::scan::looked_at;
use crate::scan::numbers::session_number::SessionNumber;

/// So far apart two of them may begin, in bytes.
const REACH: usize = 400;

/// Whether the number between `start` and `end` stands before a title, as the next or the last number of the session does
/// near it.
pub(super) fn is_in(text: &str, start: usize, end: usize) -> bool {
    let Some(SessionNumber { term, number }) = SessionNumber::of(&text[start..end]) else {
        return false;
    };
    if !(31..2100).contains(&term) || !opens_title(text, end) {
        return false;
    }
    let next = number.checked_add(1).is_some_and(|next| {
        let near = &text[end..text.floor_char_boundary(end + REACH)];
        looked_at::count(near.len());
        stands_in(near, &format!("{term}/{next}"))
    });
    next || number.checked_sub(1).is_some_and(|last| {
        let near = &text[text.ceil_char_boundary(start.saturating_sub(REACH))..start];
        looked_at::count(near.len());
        last > 0 && stands_in(near, &format!("{term}/{last}"))
    })
}

/// Whether the words `before` say that texts of a body follow: "Decisions adopted by the Board in 2019".
pub(super) fn is_announced(before: &str) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    looked_at::count(near.len());
    ["ecisions adopted by", "esolutions adopted by"]
        .iter()
        .any(|words| near.contains(words))
}

/// Whether the number `wanted` stands in `near` before a title.
fn stands_in(near: &str, wanted: &str) -> bool {
    near.match_indices(wanted).any(|(at, _)| {
        let is_whole = near[..at]
            .bytes()
            .next_back()
            .is_none_or(|before| !before.is_ascii_alphanumeric() && before != b'/');
        is_whole && opens_title(near, at + wanted.len())
    })
}

/// Whether words in capitals stand behind `at`, with a space or a full stop between.
fn opens_title(text: &str, at: usize) -> bool {
    let behind = text[at..].strip_prefix(['.', ':']).unwrap_or(&text[at..]);
    let title = behind.trim_start_matches([' ', '\t', '*', '_', '|', '\u{2013}', '\u{2014}']);
    title.len() < text.len() - at
        && title.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, OTHER | LETTER))
}
