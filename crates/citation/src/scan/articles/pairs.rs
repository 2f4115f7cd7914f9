//! Lists of articles each with the acronym of its treaty: "articles 7 CRC, 24(3) ICCPR and 9 CEDAW".

use crate::scan::{cursor, pinpoints};
use crate::{Citation, Kind, Unit};

/// Gives an acronym the figures right before it, where an article and its acronym stand before these in the same list.
/// `found` is in order of tokens.
pub(in crate::scan) fn give_to_pairs(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let [before, one] = &mut found[index - 1..=index] else {
            return;
        };
        let is_free = one.kind == Kind::Short && one.pinpoint.is_none();
        if !is_free || !ends_item(text, one.token.end) || before.kind != Kind::Short {
            continue;
        }
        let is_pair = before.pinpoint.as_ref().is_some_and(|place| {
            let is_article = place.steps.iter().all(|step| step.unit == Unit::Article);
            is_article && place.span.end <= before.token.start
        });
        if !is_pair {
            continue;
        }
        if let Some(place) = pinpoints::paired(text, before.token.end..one.token.start) {
            one.phrase.start = one.phrase.start.min(place.span.start);
            one.pinpoint = Some(place);
        }
    }
}

/// Whether an item of a list ends at `at`: behind "193 CRC" States parties may be counted.
fn ends_item(text: &str, at: usize) -> bool {
    let next = cursor::skip_space(text, at);
    let rest = &text[next..];
    rest.is_empty()
        || rest.starts_with([',', '.', ';', ')'])
        || cursor::any_word(text, next, &["and", "or", "&"]).is_some()
}
