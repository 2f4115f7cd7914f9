//! Places in an instrument behind the parenthesis with the number of its resolution: "the New Urban Agenda (resolution
//! 71/256, annex), para. 107".

use std::ops::Range;

use crate::{Citation, Kind, Pinpoint};

/// How far a number may stand behind the instrument that it adopted, in bytes.
const REACH: usize = 60;

/// Gives an instrument the place that a number or symbol has outside the parenthesis in which it stands with its annex.
/// `found` is in order of tokens.
pub(in crate::scan) fn give_to_outcome(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let [instrument, one] = &mut found[index - 1..=index] else {
            return;
        };
        let is_free = matches!(instrument.kind, Kind::Named | Kind::Short | Kind::Back)
            && instrument.pinpoint.is_none();
        if !is_free || !matches!(one.kind, Kind::Number | Kind::Symbol) {
            continue;
        }
        let between = instrument.token.end..one.token.start;
        if let Some(annex) = &mut one.pinpoint
            && opens(text, between)
            && let Some(place) = outside(text, annex)
        {
            instrument.pinpoint = Some(place);
        }
    }
}

/// Whether a parenthesis opens in `between`, right behind the instrument.
fn opens(text: &str, between: Range<usize>) -> bool {
    let words = text.get(between).map(str::trim_start);
    words.is_some_and(|words| words.len() < REACH && words.starts_with('('))
}

/// Takes from `annex` the place that stands outside its parenthesis.
fn outside(text: &str, annex: &mut Pinpoint) -> Option<Pinpoint> {
    let closes = annex.span.start + text.get(annex.span.clone())?.find("),")?;
    if annex.steps.len() < 2 {
        return None;
    }
    let place = Pinpoint {
        steps: annex.steps.split_off(1),
        beside: std::mem::take(&mut annex.beside),
        span: closes + "),".len()..annex.span.end,
    };
    annex.span.end = closes;
    Some(place)
}
