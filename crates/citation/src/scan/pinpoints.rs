//! Paragraph references beside a citation: "paragraph 15 of …", "…, annex I, paras. 3-5".

mod after;
mod before;
mod clause;
mod counted;
mod described;
mod further;
mod labels;
mod owner;
mod several;
mod sibling;
mod stated;
mod steps;
mod unworded;

use std::ops::Range;

use crate::{Pinpoint, Step, Unit, normalise};
pub(crate) use after::after;
pub(crate) use before::{before, ending_at};
pub(crate) use clause::behind_clause;
pub(in crate::scan) use described::described;
pub(crate) use further::{alone, behind_subject, behind_title, pointing_back, thereof};
pub use owner::is_subject_of_text;
pub(crate) use stated::{behind as stated, is_subject};
use steps::{is_code_at, step, steps};
pub(crate) use unworded::{article_alone, paired, place_alone};

/// A mark of quotation, as the folded text has it.
const OTHER: u8 = normalise::OTHER as u8;

/// How far from a citation its paragraph reference may begin or end, in bytes.
const REACH: usize = 200;

/// The paragraph reference attached to the citation at `token`, behind it or before `phrase_start`,
/// where the words of the citation begin.
pub(crate) fn around(text: &str, token: &Range<usize>, phrase_start: usize) -> Option<Pinpoint> {
    after(text, token.end)
        .and_then(|place| beside_one_before(text, place, phrase_start))
        .or_else(|| before(text, phrase_start))
        .or_else(|| stated(text, token.end, phrase_start))
}

/// `place`, which stands behind a citation, beside the one that stands before `phrase_start`: none where it is a letter
/// inside that paragraph or the first of a list that what follows has, and with it where it is an annex alone or both are
/// articles. "paragraph 8 (a) of resolution 1718 (2006), in particular subparagraph (iii)", "paragraphs 4 to 7 of resolution
/// 73/195, annex".
pub(crate) fn beside_one_before(
    text: &str,
    place: Pinpoint,
    phrase_start: usize,
) -> Option<Pinpoint> {
    let is_none = place.is_letter() || sibling::goes_on_to_next(text, place.span.end);
    if is_none && before(text, phrase_start).is_some() {
        return None;
    }
    let place = sibling::within_annex(text, place, phrase_start);
    Some(sibling::behind_article(text, &place, phrase_start).unwrap_or(place))
}

/// The paragraph reference that stands at `at`.
pub(crate) fn at(text: &str, at: usize) -> Option<Pinpoint> {
    steps(text, at)
}

/// The paragraph reference to what `unit` counts whose labels stand at `at`, behind the word for it.
pub(crate) fn labelled(text: &str, at: usize, unit: Unit) -> Option<Pinpoint> {
    let (labels, end) = labels::at(text, at, unit);
    (!labels.is_empty()).then(|| Pinpoint {
        steps: vec![Step { unit, labels }],
        beside: Vec::new(),
        span: at..end,
    })
}

/// The first of the places that stand at `at`: with the paragraph of an article, and without what stands beside or begins
/// anew behind a paragraph.
pub(crate) fn first_at(text: &str, at: usize) -> Option<Pinpoint> {
    let all = steps(text, at)?;
    let is_whole = all.beside.is_empty()
        && all
            .steps
            .windows(2)
            .all(|pair| pair[0].unit != Unit::Paragraph);
    if is_whole {
        return Some(all);
    }
    outermost_at(text, at)
}

/// The outermost step of the place that stands at `at`, without what stands inside: "art. 12" of "art. 12, para. 3".
pub(crate) fn outermost_at(text: &str, at: usize) -> Option<Pinpoint> {
    let (outermost, end) = step(text, at)?;
    Some(Pinpoint {
        steps: vec![outermost],
        beside: Vec::new(),
        span: at..end,
    })
}

/// Whether a code or a sign for paragraphs stands at `at`, before a figure.
pub(super) fn is_code(text: &str, at: usize) -> bool {
    is_code_at(text, at)
}

/// Words that single out a place.
const SINGLING_OUT: [&str; 3] = ["in particular", "especially", "notably"];
