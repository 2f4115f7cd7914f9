//! Paragraphs alone in parentheses at the end of a sentence that tells what one resolution says: "In resolution 76/266, they
//! requested a review (para. 70)."

use std::sync::LazyLock;

use memchr::memmem;

use crate::scan::pinpoints;
use crate::{Citation, Kind, Pinpoint, sentences};

/// The longest such sentence, in bytes.
const SENTENCE: usize = 400;

/// How such a parenthesis opens.
static OPENS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("(para"));

/// Gives the only resolution of a sentence the paragraphs that stand alone in parentheses at its end. `found` is in order of
/// tokens.
pub(in crate::scan) fn give_alone(text: &str, found: &mut [Citation]) {
    if !found.iter().any(|one| one.kind == Kind::Number) {
        return;
    }
    for open in OPENS.find_iter(text.as_bytes()) {
        let before = found.partition_point(|one| one.token.end <= open);
        let start = sentences::start(text, open, SENTENCE);
        let mut documents = found[..before]
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, one)| one.token.start >= start)
            .filter(|(_, one)| matches!(one.kind, Kind::Number | Kind::Symbol));
        let Some((only, one)) = documents.next() else {
            continue;
        };
        let known = one.pinpoint.as_ref().map_or(0, |place| place.span.end);
        let from = one.phrase.end.max(one.token.end).max(known);
        if only + 1 < before
            || documents.next().is_some()
            || one.kind != Kind::Number
            || !one
                .pinpoint
                .as_ref()
                .is_none_or(Pinpoint::is_whole_attachment)
            || !opens_with(&text[start..one.phrase.start.max(start)])
        {
            continue;
        }
        if let Some(place) = pinpoints::alone(text, from..open) {
            add(&mut found[only], place);
        }
    }
}

/// Whether a sentence that begins with `words` and goes on with a resolution tells what stands in it: "In", "By its", "In the
/// outcome (", and not "In the report on".
fn opens_with(words: &str) -> bool {
    const OPENINGS: [&str; 4] = ["In", "By", "In its", "By its"];
    let words = words.trim();
    let is_outcome = || {
        let name = words
            .strip_prefix("In the ")
            .and_then(|rest| rest.strip_suffix('('));
        name.is_some_and(|name| !name.contains("report") && !name.contains([',', ';']))
    };
    OPENINGS.contains(&words) || is_outcome()
}

fn add(one: &mut Citation, place: Pinpoint) {
    match &mut one.pinpoint {
        Some(annex) => annex.steps.extend(place.steps),
        None => one.pinpoint = Some(place),
    }
}
