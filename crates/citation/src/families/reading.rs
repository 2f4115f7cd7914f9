//! What the families share: where a reference may begin and end, how a list goes on, and the date and
//! paragraph reference that stand beside it.

use std::ops::Range;

use crate::scan::{cursor, dates, pinpoints};
use crate::{Citation, Form, Kind, StatedDate};

/// A citation with the date and the paragraph reference that stand beside it.
pub(super) fn citation(
    text: &str,
    token: Range<usize>,
    start: usize,
    kind: Kind,
    form: Form,
) -> Citation {
    let date: Option<(StatedDate, usize)> = dates::after(text, token.end);
    let end = date.as_ref().map_or(token.end, |(_, end)| *end);
    let mut phrase = start..end;
    let pinpoint =
        pinpoints::around(text, &(end..end), start).or_else(|| pinpoints::behind_clause(text, end));
    if let Some(pinpoint) = &pinpoint {
        phrase = pinpoint.widening(&phrase);
    }
    Citation {
        token,
        phrase,
        kind,
        form,
        pinpoint,
        date: date.map(|(date, _)| date),
    }
}

/// The paragraph around `place`, `distance` bytes to either side at most.
pub(super) fn paragraph<'t>(text: &'t str, place: &Range<usize>, distance: usize) -> &'t str {
    let floor = boundary(text, place.start.saturating_sub(distance));
    let ceiling = boundary(text, (place.end + distance).min(text.len()));
    let before = &text[floor..place.start];
    let after = &text[place.end..ceiling];
    let start = before.rfind("\n\n").map_or(floor, |at| floor + at);
    let end = after.find("\n\n").map_or(ceiling, |at| place.end + at);
    &text[start..end]
}

/// The nearest character boundary at or before `at`.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Whether a reference may begin at `at`: nothing before it goes on with it. What begins with a mark may
/// follow anything.
pub(super) fn begins_well(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.get(at).is_some_and(u8::is_ascii_punctuation) {
        return true;
    }
    !cursor::goes_on_before(bytes, at)
}

/// Whether a reference may end at `at`: no letter, digit or stroke goes on with it. Behind a closing
/// parenthesis a footnote figure may be glued to it.
pub(super) fn ends_well(text: &str, at: usize) -> bool {
    let rest = &text.as_bytes()[at..];
    let alphanumeric = |index: usize| rest.get(index).is_some_and(u8::is_ascii_alphanumeric);
    match rest.first() {
        None => true,
        Some(b'/' | b'\\' | b'_' | b'=' | b'@' | b'%') => false,
        Some(b'-') => !alphanumeric(1),
        Some(b'.') => !rest.get(1).is_some_and(u8::is_ascii_digit),
        Some(b'0'..=b'9') if text[..at].ends_with(')') => cursor::skip_note(text, at) > at,
        Some(_) => !alphanumeric(0),
    }
}

/// The offset of the next token of a list behind a comma, "and" or both.
pub(super) fn joint(text: &str, at: usize) -> Option<usize> {
    cursor::joint(text, at, &[",", ";"], &["and", "&", "or"])
}

/// The offset of the next token of a list as [`joint`] has it, or of the last of a run behind "to".
///
/// Only for tokens that nothing counted looks like, as "5" in "No. 4 to 5 people" does: those of a letter, stroke or year.
pub(super) fn joint_or_run(text: &str, at: usize) -> Option<usize> {
    joint(text, at).or_else(|| cursor::joint(text, at, &[], &["to"]))
}
