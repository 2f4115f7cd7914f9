//! Articles of which one has its paragraph with it: "articles 76, paragraph 8, and 82".

use crate::scan::cursor;
use crate::{Step, Unit};

/// The articles that a list goes on with behind the paragraph of one, taken out of `steps`, of which the first and the
/// last begin at these places: "articles 76, paragraph 8, and 82".
pub(super) fn articles(text: &str, [first, last]: [usize; 2], steps: &mut [Step]) -> Vec<Step> {
    let [article, paragraph] = steps else {
        return Vec::new();
    };
    let is_list = article.unit == Unit::Article
        && matches!(article.labels.last(), Some((_, None)))
        && paragraph.unit == Unit::Paragraph
        && paragraph.labels.len() > 1;
    // "articles 76, paragraphs 8 and 9" has no more.
    let begins = |at, words: &[&str]| cursor::any_word(text, at, words).is_some();
    if !is_list || !begins(first, &["articles", "arts."]) || !begins(last, &["paragraph", "para."])
    {
        return Vec::new();
    }
    let labels = paragraph.labels.split_off(1);
    let unit = Unit::Article;
    vec![Step { unit, labels }]
}
