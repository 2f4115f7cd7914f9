//! Rules about what a draft has from the text it was made from, last year's sessions, events and mandates, and
//! about its days.

mod event_is_past;
mod later_resolution;
mod most_recent_resolution;
mod no_such_day;
mod present_resolution;
mod renewed_mandate;
mod stale_session;

pub(crate) use event_is_past::ANNOUNCING;
pub(crate) use present_resolution::PRESENT;

use crate::Rule;

/// The rules of this family, in order of their codes.
pub(crate) const RULES: [&Rule; 6] = [
    &stale_session::RULE,
    &most_recent_resolution::RULE,
    &event_is_past::RULE,
    &renewed_mandate::RULE,
    &present_resolution::RULE,
    &no_such_day::RULE,
];

/// What stands before a byte of a text in the same sentence, or the same clause between semicolons.
fn clause(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind(['.', ';']).map_or(0, |end| end + 1);
    &before[start..]
}
