//! Articles of which the first has its paragraph with it: "articles 76, paragraph 8, and 82".

use crate::scan::cursor;
use crate::{Step, Unit};

/// The articles that a list goes on with behind the paragraph of its first, taken out of `steps`: "articles 76, paragraph 8,
/// and 82".
pub(super) fn articles(text: &str, at: usize, steps: &mut [Step]) -> Vec<Step> {
    let [article, paragraph] = steps else {
        return Vec::new();
    };
    let several = cursor::any_word(text, at, &["articles", "arts."]).is_some();
    let is_one = |step: &Step| matches!(step.labels.as_slice(), [(_, None)]);
    let is_listed = several
        && article.unit == Unit::Article
        && is_one(article)
        && paragraph.unit == Unit::Paragraph
        && paragraph.labels.len() > 1;
    let end = text[at..].find(", para").filter(|_| is_listed);
    // "articles 76, paragraphs 8 and 9" has no more.
    let Some(paragraph_at) = end.map(|offset| at + offset + ", ".len()) else {
        return Vec::new();
    };
    if cursor::any_word(text, paragraph_at, &["paragraph", "para."]).is_none() {
        return Vec::new();
    }
    let labels = paragraph.labels.split_off(1);
    let unit = Unit::Article;
    vec![Step { unit, labels }]
}
