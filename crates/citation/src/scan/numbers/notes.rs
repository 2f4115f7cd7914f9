//! Footnote figures that stand beside numbers, and the last one before a place.

use crate::scan::cursor;

/// How far back a footnote figure is looked for, in bytes.
const REACH: usize = 800;

/// The footnote figure last before `at`: one to three digits glued to a word, a year or closing punctuation,
/// or alone behind a comma.
pub(super) fn last_before(text: &str, at: usize) -> Option<u16> {
    let bytes = text.as_bytes();
    let floor = at.saturating_sub(REACH);
    let mut end = at;
    while end > floor {
        end -= 1;
        if !bytes[end].is_ascii_digit() {
            continue;
        }
        let length = bytes[floor..=end]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let start = end + 1 - length;
        if let Some(figure) = figure(text, start, length) {
            return Some(figure);
        }
        end = start;
    }
    None
}

/// The figure in the digits at `start`, where they stand as a footnote figure does.
fn figure(text: &str, start: usize, length: usize) -> Option<u16> {
    let bytes = text.as_bytes();
    let digits = cursor::digits(text, start);
    let ends = bytes
        .get(start + length)
        .is_none_or(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b',' | b';' | b'.'));
    let before = bytes[..start].last()?;
    match length {
        // A year with a figure glued to it.
        5..=7 if digits.starts_with("19") || digits.starts_with("20") => digits[4..].parse().ok(),
        1..=3 if ends && matches!(before, b',' | b';' | b'.' | 0x1A | b')') => digits.parse().ok(),
        1..=3 if ends && before.is_ascii_lowercase() => digits.parse().ok(),
        // "…, 20 and": a figure that stands apart behind punctuation, and no number of a list.
        1..=3 if ends && *before == b' ' && bytes[..start - 1].ends_with(b",") => {
            let behind = cursor::skip_space(text, start + length);
            let month = text[behind..].starts_with(|c: char| c.is_ascii_uppercase());
            (!month).then(|| digits.parse().ok()).flatten()
        }
        _ => None,
    }
}
