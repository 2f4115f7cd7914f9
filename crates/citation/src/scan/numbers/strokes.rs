//! Numbers of the Security Council without their years: between strokes, "resolutions 1267/1989/2253", whose committee is
//! named so, and before the year that is the next one's too, "425 and 426 (1978)".

use super::forms::{Number, NumberForm};
use crate::Term;
use crate::facts::security_council_year;
use crate::scan::cursor;
use crate::symbol::number;

/// The number at `at`, where a stroke and a higher one of the Security Council follow.
pub(super) fn before_councils(text: &str, at: usize) -> Option<Number> {
    let first = councils_figures(text, at)?;
    let end = at + first.len();
    let next = text[end..].strip_prefix('/').map(|_| end + 1)?;
    let second = councils_figures(text, next)?;
    (first < second).then(|| Number::new(end, NumberForm::Bare))
}

/// Whether four figures stand at `at` that are a number which the Security Council is known to have reached.
pub(super) fn is_councils_figure(text: &str, at: usize) -> bool {
    councils_figures(text, at).is_some()
}

fn councils_figures(text: &str, at: usize) -> Option<&str> {
    let figures = cursor::digits(text, at);
    let number = figures.parse().ok().filter(|_| figures.len() == 4)?;
    security_council_year(number).map(|_| figures)
}

/// Whether the Security Council adopted its resolution `digits`, which ends at `end`, in the year that stands behind the
/// next number of the list.
pub(super) fn shares_year(text: &str, digits: &str, end: usize) -> bool {
    let Some(next) = cursor::joint(text, end, &[","], &["and", "&"]) else {
        return false;
    };
    let figures = cursor::digits(text, next);
    let behind = next + figures.len();
    let Some((Term::Year(year), _)) = number::parenthesis_term(&text[behind..]) else {
        return false;
    };
    let year_of = |digits: &str| digits.parse().ok().and_then(security_council_year);
    digits.len() > 1 && [digits, figures].map(year_of) == [Some(year); 2]
}
