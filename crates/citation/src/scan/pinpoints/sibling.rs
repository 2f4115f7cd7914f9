//! A second place that stands beside the first one of the same citation: "paras. 117 and 118 and annex", "sect. IV, in
//! particular paras. 55–62".

use super::SINGLING_OUT;
use super::after;
use super::before::{before, begins_with_acronym, with_articles};
use super::steps::{step, steps};
use crate::scan::cursor;
use crate::{Pinpoint, Unit};

/// The reference with the place that "and" joins to it: "paras. 117 and 118 and annex", "annex I and annex III", "article 2,
/// paragraph 1, and articles 15 and 23", "para. 4, and annex II".
pub(super) fn with_sibling(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, pinpoint.span.end);
    let comma = cursor::word(text, next, ",").map(|end| cursor::skip_space(text, end));
    let and = cursor::word(text, comma.unwrap_or(next), "and")?;
    let (sibling, end) = step(text, cursor::skip_space(text, and))?;
    let beside = |sibling| Pinpoint {
        beside: vec![sibling],
        span: pinpoint.span.start..end,
        ..pinpoint.clone()
    };
    // The second is a place like the first, which has one of its own inside.
    if let [outer, _, ..] = pinpoint.steps.as_slice()
        && outer.unit == sibling.unit
        && outer.unit == Unit::Article
        && !sibling.labels.is_empty()
    {
        return Some(beside(sibling));
    }
    if comma.is_some() {
        // "(A/67/53, para. 4, and annex II)": behind more words the annex may be what they speak of.
        let closes = text[end..].is_empty() || text[end..].starts_with([')', ';', '.']);
        let is_apart = sibling.unit.is_attached() && pinpoint.steps[0].unit != sibling.unit;
        return (closes && is_apart).then(|| beside(sibling));
    }
    if let [only] = pinpoint.steps.as_slice()
        && only.unit == sibling.unit
        && !only.labels.is_empty()
        && !sibling.labels.is_empty()
    {
        let mut both = pinpoint.clone();
        both.steps[0].labels.extend(sibling.labels);
        both.span.end = end;
        return Some(both);
    }
    let other = pinpoint.steps.iter().all(|step| step.unit != sibling.unit);
    other.then(|| beside(sibling))
}

/// Like [`with_sibling`], for a reference behind its citation: in ", paragraph 12 and annex II to the present report" the annex
/// belongs to what follows.
pub(super) fn with_own_sibling(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let both = with_sibling(text, pinpoint).or_else(|| with_inner(text, pinpoint));
    both.filter(|both| {
        let behind = cursor::skip_space(text, both.span.end);
        cursor::any_word(text, behind, &["of", "to", "above", "below", "hereto"]).is_none()
            && !begins_with_acronym(text, behind)
            && !is_of_next(text, pinpoint.span.end, both)
    })
}

/// Whether the second of `both` places, behind the first one's end at `at`, goes on and is of what follows: "article 37 and
/// article 40, paragraph 2, of the Convention".
fn is_of_next(text: &str, at: usize, both: &Pinpoint) -> bool {
    cursor::word(text, both.span.end, ",").is_some() && goes_on_to_next(text, at)
}

/// Whether "and" and a place stand behind the place that ends at `at`, which is of what follows: "article 37 and article 40 of
/// the Convention".
pub(super) fn goes_on_to_next(text: &str, at: usize) -> bool {
    let second = cursor::joint(text, at, &[","], &["and"]).and_then(|start| steps(text, start));
    second.is_some_and(|second| after::is_of_next(text, &second))
}

/// The reference with the paragraphs inside that "in particular" singles out: "sect. IV, in particular paras. 55–62".
fn with_inner(text: &str, pinpoint: &Pinpoint) -> Option<Pinpoint> {
    let comma = cursor::word(text, pinpoint.span.end, ",")?;
    let lead = cursor::any_word(text, cursor::skip_space(text, comma), &SINGLING_OUT)?;
    let (inner, end) = step(text, cursor::skip_space(text, lead))?;
    let is_inside = inner.unit == Unit::Paragraph
        && pinpoint.steps.iter().all(|outer| {
            matches!(
                outer.unit,
                Unit::Annex | Unit::Chapter | Unit::Part | Unit::Section
            )
        });
    is_inside.then(|| {
        let mut both = pinpoint.clone();
        both.steps.push(inner);
        both.span.end = end;
        both
    })
}

/// `place`, which stands behind a citation, with the paragraphs that stand before `phrase_start` where it is an annex alone:
/// "paragraphs 4 to 7 of resolution 73/195, annex".
pub(super) fn within_annex(text: &str, place: Pinpoint, phrase_start: usize) -> Pinpoint {
    let [annex] = place.steps.as_slice() else {
        return place;
    };
    if annex.unit != Unit::Annex || annex.labels.len() > 1 || !place.beside.is_empty() {
        return place;
    }
    let inner = before(text, phrase_start).filter(|inner| {
        inner.beside.is_empty() && inner.steps.iter().all(|step| step.unit == Unit::Paragraph)
    });
    let Some(inner) = inner else {
        return place;
    };
    Pinpoint {
        steps: [place.steps, inner.steps].concat(),
        beside: Vec::new(),
        span: inner.span.start..place.span.end,
    }
}

/// The article behind a citation with the one that stands before `phrase_start`: "article 7 of the Covenant, article 10". One
/// that goes on to another text is that one's: "article 7 of the Covenant, article 10 and article 12 of the Convention".
pub(super) fn behind_article(
    text: &str,
    place: &Pinpoint,
    phrase_start: usize,
) -> Option<Pinpoint> {
    let is_article = |place: &Pinpoint| {
        matches!(place.steps.as_slice(), [only] if only.unit == Unit::Article && !only.labels.is_empty())
            && place.beside.is_empty()
    };
    if !is_article(place) {
        return None;
    }
    let mut both = before(text, phrase_start).filter(is_article)?;
    let list = with_articles(text, place.span.start);
    if !list.is_some_and(|list| after::is_of_next(text, &list)) {
        both.steps[0]
            .labels
            .extend(place.steps[0].labels.iter().cloned());
        both.span.end = place.span.end;
    }
    Some(both)
}
