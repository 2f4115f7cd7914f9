//! Lists whose opening word a page break has torn off.
//!
//! A page break parts "resolutions 56/262 of …, 76/237 of …," from "76/268 of …, 77/255 of …". What is
//! read here is what may be such a rest; whether it is one, the block before decides.

use super::Opening;
use super::list::List;
use crate::scan::cursor;
use crate::symbol::number;
use crate::{Act, Citation, Naming, sentences};

/// Adds the numbers before `limit` to `found` in a block that begins in the middle of a sentence: those at its beginning,
/// and those with a date behind a comma or "and".
pub(super) fn find(text: &str, limit: usize, found: &mut Vec<Citation>) {
    let start = text.len() - text.trim_start().len();
    if !begins_inside_a_sentence(&text[start..]) {
        return;
    }
    // Behind a small letter only what has a figure counts.
    let small = text[start..].starts_with(|c: char| c.is_ascii_lowercase());
    if small && cursor::next_digit(text, start..limit.max(start)).is_none() {
        return;
    }
    let limit = sentences::end(text, start, limit);
    let opening = Opening {
        start,
        end: behind_term(text, start),
        act: Act::Resolution,
        naming: Naming::TornOff,
        phrase: start,
        plural: false,
        first: None,
    };
    let mut list = List {
        text,
        opening: &opening,
        limit,
        items: Vec::new(),
    };
    let mut end = list.contiguous();
    if list.items.is_empty() {
        end = list.first_dated(start);
    }
    if list.items.is_empty() {
        return;
    }
    list.later(end);
    let index = found.len();
    list.add_to(found);
    if let Some(first) = found.get_mut(index) {
        first.phrase.start = first.token.start;
    }
}

/// Whether a block may begin with a number, or with the rest of one, that nothing else in it gives away.
pub(super) fn may_begin(text: &str) -> bool {
    // Mostly the first letter of a block tells.
    let is_told = |text: &str| {
        let initial = text.bytes().next();
        initial.is_some_and(|byte| byte.is_ascii_alphabetic() && byte != b'o')
    };
    if is_told(text) {
        return false;
    }
    let text = text.trim_start();
    if is_told(text) {
        return false;
    }
    // "on 28 April 2017, 2414 (2018) on 27 April 2018": the date of the number before the page break.
    let dated = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    if ["on ", "of "]
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(dated))
    {
        return true;
    }
    let digits = cursor::digits(text, 0).len();
    (1..=4).contains(&digits) && text[digits..].trim_start().starts_with(['(', '/'])
        || digits == 0 && number::parenthesis_term(text).is_some()
}

/// The offset behind "(2018), " at `start`, the end of a number that the page break has torn as well.
fn behind_term(text: &str, start: usize) -> usize {
    match number::parenthesis_term(&text[start..]) {
        Some((_, length)) => {
            let end = start + length;
            cursor::word(text, end, ",").unwrap_or(end)
        }
        None => start,
    }
}

/// A small letter, a figure that is no paragraph number, or a number of a special session.
fn begins_inside_a_sentence(text: &str) -> bool {
    let digits = cursor::digits(text, 0).len();
    match digits {
        0 => {
            text.starts_with(|c: char| c.is_ascii_lowercase() || c == '(')
                || text.starts_with("S-")
                || text.starts_with("ES-")
        }
        _ => text[digits..].starts_with(['/', ' ', ',']),
    }
}
