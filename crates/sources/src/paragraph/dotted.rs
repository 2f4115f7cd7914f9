//! Articles with their paragraph behind a full stop, as lawyers write them: "article 39.1" for "article 39 (1)".

use super::wish::Wanted;
use crate::label::Label;
use crate::{Paragraphs, Source};

/// `labels` with the paragraphs taken out of the numbers, where no article of `source` has such a number itself.
pub(super) fn taken_apart(source: &Source, labels: Vec<Wanted>) -> Vec<Wanted> {
    let is_own = |number: &str| number.split_once('.').is_some();
    let has_own = match &source.paragraphs {
        Paragraphs::Numbered(paragraphs) => paragraphs.iter().any(|one| is_own(&one.label)),
        _ => false,
    };
    if has_own {
        return labels;
    }
    let apart = |(from, to): Wanted| (of_paragraph(from), to.map(of_paragraph));
    labels.into_iter().map(apart).collect()
}

/// "39 (1)" for "39.1".
fn of_paragraph(mut label: Label) -> Label {
    let is_figure = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((article, paragraph)) = label.number.split_once('.')
        && is_figure(article)
        && is_figure(paragraph)
    {
        label.steps.insert(0, paragraph.to_owned());
        label.number = article.to_owned();
    }
    label
}
