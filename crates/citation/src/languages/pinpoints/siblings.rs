//! The place that "and" joins to another: "par. 12 et annexe 5", "пункты 14–19 и приложение II", "第14段和附件二".

use super::step;
use crate::languages::words::Role;
use crate::languages::{Grammar, cursor};
use crate::{Pinpoint, Step};

/// The reference with the place that "and" joins to it.
pub(super) fn with_sibling(
    text: &str,
    pinpoint: &Pinpoint,
    grammar: &dyn Grammar,
) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, pinpoint.span.end);
    let comma = cursor::sign(text, next, ',').map(|end| cursor::skip_space(text, end));
    let joint = comma.unwrap_or(next);
    let and = grammar
        .and(text, joint)
        // "والمرفق الثاني": the joining letter is glued to the place.
        .or_else(|| cursor::sign(text, joint, 'و'))?;
    let words = grammar.words();
    let start = cursor::skip_space(text, and);
    let start = cursor::skip_space(text, words.skip(Role::Article, text, start));
    let (sibling, end) = step(text, start, grammar)?;
    // "(…, par. 4, et annexe II)": behind more words the annex may be what they speak of.
    let closes = || {
        let behind = cursor::next(text, end);
        behind.is_none_or(|(sign, _)| matches!(sign, ')' | ';' | '.' | '\n'))
    };
    (comma.is_none() || closes()).then(|| beside(pinpoint, sibling, end))?
}

/// `pinpoint` with the annex or the like `sibling`, which ends at `end` and is no part of it.
pub(in crate::languages) fn beside(
    pinpoint: &Pinpoint,
    sibling: Step,
    end: usize,
) -> Option<Pinpoint> {
    let is_other = pinpoint.steps.iter().all(|step| step.unit != sibling.unit);
    (sibling.unit.is_attached() && is_other).then(|| Pinpoint {
        beside: vec![sibling],
        span: pinpoint.span.start..end,
        ..pinpoint.clone()
    })
}
