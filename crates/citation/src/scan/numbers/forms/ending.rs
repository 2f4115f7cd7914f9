//! Where a number may end.

use super::stroke;
use crate::scan::cursor;

/// Whether a number may end at `end`: no stroke, digit or decimal goes on.
pub(super) fn ends_number(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    if rest.starts_with(['/', '%', '\\']) {
        return false;
    }
    if rest.starts_with('-') {
        let digits = cursor::digits(rest, 1).len();
        // "69/187-69/190" is a range, "11-16" is another kind of number.
        return digits == 0 || stroke(rest, 1 + digits).is_some();
    }
    if let Some(decimal) = rest.strip_prefix('.') {
        // The figure of a footnote behind a full stop: "resolution 5/1.3 The mandate".
        let figures = cursor::digits(decimal, 0);
        let behind = decimal[figures.len()..].strip_prefix(' ');
        let is_note = figures.len() < 3
            && behind.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_uppercase()));
        return figures.is_empty() || is_note;
    }
    // A part letter may be glued; a word may not, and no figure follows it.
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    letters == 0 || {
        let goes_on = rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
        letters == 1 && rest.as_bytes()[0].is_ascii_uppercase() && !goes_on
    }
}
