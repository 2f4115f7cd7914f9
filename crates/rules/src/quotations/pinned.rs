//! The paragraph that quoted words are said to be in.

use resolve::Reference;
use sources::Quoted;

use super::passage::Passage;
use super::proposing::names_line;
use crate::Context;

/// The reference whose paragraph the words are said to be in: the last one before the quotation, or the first behind it;
/// `None` where a paragraph without a document stands nearer, as in "and paragraph 13 of “…”".
pub(super) fn pinned<'r>(context: &Context<'_>, passage: &Passage<'r>) -> Option<&'r Reference> {
    let pinned = || {
        let attributions = passage.attributions.iter();
        attributions.filter_map(|one| Some((*one, one.pinpoint.as_ref()?)))
    };
    let open = passage.outer.start;
    let before = pinned()
        .filter(|(_, place)| place.span.end <= open)
        .max_by_key(|(_, place)| place.span.end);
    let Some((reference, place)) = before else {
        return Some(pinned().next()?.0);
    };
    let between = place.span.end..open;
    (!names_line(&context.resolved.draft.slice(between))).then_some(reference)
}

/// Whether a place lies in the paragraph `label`, or holds it.
pub(super) fn is_at(place: &Quoted, label: &str) -> bool {
    let Some(own) = place
        .hit
        .passage
        .as_ref()
        .and_then(|passage| passage.label.as_deref())
    else {
        return false;
    };
    let inside = |whole: &str, part: &str| {
        whole
            .strip_prefix(part)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    // The label of an annexed paragraph ends with its number.
    inside(own, label) || inside(label, own) || own.ends_with(&format!(" {label}"))
}
