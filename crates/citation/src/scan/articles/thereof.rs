//! Places that words behind a citation add to it: "Article 2 (4) of the Charter and Article 33 thereof", "the Declaration and
//! the framework contained in annex I thereto".

use std::sync::LazyLock;

use memchr::memmem;

use crate::scan::{cursor, pinpoints};
use crate::{Citation, Kind, Pinpoint, Unit};

/// What points back to the document of the citation before it.
const POINTING: [&str; 2] = ["thereof", "thereto"];

/// How both of them begin.
static THERE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("there"));

/// Gives the citation before each "thereof" and "thereto" the place that stands before the word, beside the one which the
/// citation has. `found` is in order of tokens.
pub(in crate::scan) fn give_thereof(text: &str, found: &mut [Citation]) {
    let Some(start) = found.first().map(|first| first.token.end) else {
        return;
    };
    for there in THERE.find_iter(&text.as_bytes()[start..]) {
        let there = start + there;
        let rest = &text[there..];
        if !POINTING.iter().any(|word| rest.starts_with(word)) {
            continue;
        }
        let before = found.partition_point(|one| one.token.end <= there);
        let Some(one) = before.checked_sub(1).map(|last| &mut found[last]) else {
            continue;
        };
        let known = one.pinpoint.as_ref().map_or(0, |place| place.span.end);
        let from = one.phrase.end.max(known).max(one.token.end);
        // A footnote figure may stand between: "the Agreement5 and article 4 thereof".
        let from = cursor::skip_note(text, from);
        if let Some(place) = pinpoints::thereof(text, from..there) {
            let is_article = place.steps.iter().all(|step| step.unit == Unit::Article);
            let is_treatys = is_article && one.kind == Kind::Number;
            // Resolutions have no articles: "the Convention, adopted in resolution 44/25, and article 60 thereof".
            let one = if is_treatys {
                adopted_in(text, &mut found[..before])
            } else {
                Some(one)
            };
            if let Some(one) = one {
                add(one, place);
            }
        }
    }
}

/// The treaty of which the text says that the resolution behind it, the last of `found`, adopted it.
fn adopted_in<'f>(text: &str, found: &'f mut [Citation]) -> Option<&'f mut Citation> {
    let [.., treaty, resolution] = found else {
        return None;
    };
    let between = text.get(treaty.token.end..resolution.token.start)?;
    let is_adopted = between
        .trim_start()
        .strip_prefix(',')?
        .trim_start()
        .starts_with("adopted ");
    (treaty.kind == Kind::Named && is_adopted).then_some(treaty)
}

/// Adds `place` to that of `one`.
fn add(one: &mut Citation, mut place: Pinpoint) {
    let Some(known) = &mut one.pinpoint else {
        one.phrase = place.widening(&one.phrase);
        one.pinpoint = Some(place);
        return;
    };
    if let (Some(further), true) = (place.steps.pop(), place.steps.is_empty()) {
        known.join(further);
    }
}
