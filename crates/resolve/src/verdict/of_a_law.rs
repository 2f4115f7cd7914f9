//! Places behind an instrument that may be those of a law which carries it out: "the Law on Foreigners implementing the
//! Convention relating to the Status of Refugees, article 60".

use crate::bind::Bound;

/// What stands between a law and the instrument that it carries out.
const CARRIES_OUT: [&str; 5] = [
    "implementing",
    "transposing",
    "incorporating",
    "implementation of",
    "giving effect to",
];

/// Whether the place behind `bound`, which stands in the block `text`, may be that of such a law.
pub(super) fn may_have(bound: &Bound, text: &str) -> bool {
    let start = bound.token.start;
    let is_behind = |place: &citation::Pinpoint| place.span.start >= bound.token.end;
    if !bound.pinpoint.as_ref().is_some_and(is_behind) {
        return false;
    }
    let before = text.get(..start).unwrap_or_default().trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    CARRIES_OUT.iter().any(|words| before.ends_with(words))
}
