//! Places beside an instrument that it need not have: behind it those of a law which carries it out, "the Law on Foreigners
//! implementing the Convention relating to the Status of Refugees, article 60", and before it new ones, "the proposed new
//! article 55 of the Convention".

use crate::bind::Bound;

/// What stands between a law and the instrument that it carries out.
const CARRIES_OUT: [&str; 5] = [
    "implementing",
    "transposing",
    "incorporating",
    "implementation of",
    "giving effect to",
];

/// What stands before a place that is not there yet.
const PROPOSED: [&str; 4] = ["new", "proposed", "draft", "additional"];

/// Whether the place beside `bound`, which stands in the block `text`, may be that of such a law or a new one.
pub(super) fn may_have(bound: &Bound, text: &str) -> bool {
    let start = bound.token.start;
    let Some(place) = &bound.pinpoint else {
        return false;
    };
    if place.span.start < bound.token.end {
        let before = text.get(..place.span.start).unwrap_or_default().trim_end();
        return PROPOSED.iter().any(|words| before.ends_with(words));
    }
    let before = text.get(..start).unwrap_or_default().trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    CARRIES_OUT.iter().any(|words| before.ends_with(words))
}
