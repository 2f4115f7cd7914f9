//! Places that are counted in words: "fourth preambular paragraph", "fifth annex", "sixth paragraph of article 49".

use super::labels;
use super::steps::{initial, of_a_sort};
use crate::ordinals::UP_TO_TWENTIETH;
use crate::scan::cursor;
use crate::{Roman, Step, Unit};

/// The ordinal numbers at `at`, as labels, and the offset of what they count: "third and fourth".
fn ordinals(text: &str, at: usize) -> Option<(labels::Labels, usize)> {
    let mut labels = labels::Labels::new();
    let mut next = at;
    while let Some((count, end)) = ordinal(text, next) {
        labels.push((count.to_string().into(), None));
        next = cursor::skip_space(text, cursor::word(text, end, ",").unwrap_or(end));
        next = cursor::word(text, next, "and").map_or(next, |end| cursor::skip_space(text, end));
        next = cursor::word(text, next, "the").map_or(next, |end| cursor::skip_space(text, end));
    }
    (!labels.is_empty()).then_some((labels, next))
}

/// "sixth paragraph", "first and second paragraphs" at `at`: the paragraphs of an article that has no figures for them.
pub(super) fn counted_paragraphs(text: &str, at: usize) -> Option<(Step, usize)> {
    const PARAGRAPHS: [&str; 4] = ["paragraphs", "paragraph", "paras.", "para."];
    let (labels, next) = ordinals(text, at)?;
    let end = cursor::any_word(text, next, &PARAGRAPHS)?;
    let unit = Unit::Paragraph;
    Some((Step { unit, labels }, end))
}

/// "sixth paragraph" at `at`, where its article follows: "the sixth paragraph of article 49".
pub(super) fn counted_of_article(text: &str, at: usize) -> Option<(Step, usize)> {
    let (counted, end) = counted_paragraphs(text, at)?;
    let of = cursor::word(text, cursor::skip_space(text, end), "of")?;
    let article = cursor::any_word(text, cursor::skip_space(text, of), &["article", "art."]);
    article.map(|_| (counted, end))
}

/// "fourth preambular paragraph", "third and fourth preambular paragraphs", "fifth annex" at `at`.
pub(super) fn counted(text: &str, at: usize) -> Option<(Step, usize)> {
    let (labels, next) = ordinals(text, at)?;
    // Annexes are numbered in Roman numerals.
    if let Some(end) = cursor::word(text, next, "annex") {
        let (written, _) = labels.first()?;
        let label = Roman::new(written.parse().ok()?)?.to_string();
        let labels = vec![(label.into(), None)];
        let unit = Unit::Annex;
        return Some((Step { unit, labels }, end));
    }
    let (unit, end) = of_a_sort(text, next)?;
    Some((Step { unit, labels }, end))
}

/// The ordinal number at `at`, up to twentieth, and the offset behind it.
pub(super) fn ordinal(text: &str, at: usize) -> Option<(usize, usize)> {
    let initial = initial(text, at)?;
    // Most units begin with another letter than all these numbers.
    if !matches!(initial, b'e' | b'f' | b'n' | b's' | b't') {
        return None;
    }
    UP_TO_TWENTIETH
        .iter()
        .zip(1..)
        .filter(|(written, _)| written.as_bytes()[0] == initial)
        .find_map(|(written, count)| Some((count, cursor::word(text, at, written)?)))
}
