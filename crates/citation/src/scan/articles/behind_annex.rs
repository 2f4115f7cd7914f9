//! Places behind the parenthesis with a resolution and its annex: "the New Urban Agenda (resolution 71/256, annex), para.
//! 107".

use crate::scan::pinpoints;
use crate::{Citation, Kind, Pinpoint};

/// How far a number may stand behind the instrument that it adopted, in bytes.
const REACH: usize = 60;

/// Gives the place behind such a parenthesis to the instrument before it; where none stands there, to the number or symbol,
/// as one in the annex. `found` is in order of tokens.
pub(in crate::scan) fn give_to_outcome(text: &str, found: &mut [Citation]) {
    for index in 0..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let Some(one) = rest.first_mut() else {
            return;
        };
        let Some((annex, place)) = behind_parenthesis(text, one) else {
            continue;
        };
        let outcome = before.last_mut().filter(|outcome| {
            matches!(outcome.kind, Kind::Named | Kind::Short | Kind::Back)
                && outcome.pinpoint.is_none()
                && opens(text, outcome.token.end, one.token.start)
        });
        if let Some(outcome) = outcome {
            outcome.pinpoint = Some(place);
        } else {
            let steps = annex.steps.into_iter().chain(place.steps);
            one.phrase.end = one.phrase.end.max(place.span.end);
            one.pinpoint = Some(Pinpoint {
                steps: steps.collect(),
                beside: place.beside,
                span: annex.span.start..place.span.end,
            });
        }
    }
}

/// The annex that `one` has in a parenthesis, and the place in an annex that stands behind that.
fn behind_parenthesis(text: &str, one: &Citation) -> Option<(Pinpoint, Pinpoint)> {
    if !matches!(one.kind, Kind::Number | Kind::Symbol) {
        return None;
    }
    let annex = one.pinpoint.as_ref()?;
    let end = annex.span.end;
    let closes = annex.is_whole_attachment() && text[end..].starts_with("),");
    let place = closes.then(|| pinpoints::after(text, end))??;
    let is_inside = place
        .steps
        .first()
        .is_some_and(|step| !step.unit.is_attached());
    is_inside.then(|| (annex.clone(), place))
}

/// Whether a parenthesis opens between `start`, where an instrument ends, and `end`.
fn opens(text: &str, start: usize, end: usize) -> bool {
    let words = text.get(start..end).map(str::trim_start);
    words.is_some_and(|words| words.len() < REACH && words.starts_with('('))
}
