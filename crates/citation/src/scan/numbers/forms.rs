//! The written forms of single numbers.

use crate::scan::cursor;

/// The offset behind the stroke of a number, which a line break may follow.
pub(super) fn stroke(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix('/')?;
    let spaces = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
    match spaces {
        0 => Some(at + 1),
        1..=3 if rest[..spaces].contains('\n') => Some(at + 1 + spaces),
        _ => None,
    }
}

/// Whether a number may end at `end`: no stroke, digit or decimal goes on.
pub(super) fn ends_number(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    if rest.starts_with(['/', '%', '\\']) {
        return false;
    }
    if rest.starts_with(['.', '-']) {
        return !rest[1..].starts_with(|c: char| c.is_ascii_digit());
    }
    // A part letter may be glued; a word may not.
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    letters == 0 || letters == 1 && rest.as_bytes()[0].is_ascii_uppercase()
}

/// `1/CP.21`, `2/CMP.8`, `1/CMA.3`: decisions of the climate conferences carry their body in the number.
pub(super) fn conference_decision(text: &str, at: usize) -> Option<(usize, std::sync::Arc<str>)> {
    let number = cursor::digits(text, at);
    let rest = text[at + number.len()..].strip_prefix('/')?;
    if number.is_empty() || number.len() > 3 {
        return None;
    }
    let (code, name) = [
        ("CP.", "Conference of the Parties to the United Nations Framework Convention on Climate Change"),
        (
            "CMP.",
            "Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol",
        ),
        (
            "CMA.",
            "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement",
        ),
    ]
    .into_iter()
    .find(|(code, _)| rest.starts_with(code))?;
    // Sessions have two digits at most; what follows is a footnote figure.
    let session = cursor::digits(rest, code.len());
    let session = &session[..session.len().min(2)];
    let end = at + number.len() + 1 + code.len() + session.len();
    (!session.is_empty()).then(|| (end, format!("{name}: {number}/{code}{session}").into()))
}
