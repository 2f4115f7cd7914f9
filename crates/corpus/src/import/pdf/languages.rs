//! Pages with two languages side by side: each column is a document of its own.
//!
//! Two columns of one language are read one after the other. Two of different languages say the same
//! thing twice, with the same numbers, so reading them in one would make every number stand twice.

use super::super::language;
use super::columns::Column;
use super::lines::Page;

/// The pages of the left column and those of the right one, where the two have different languages. Both
/// have the masthead.
pub(super) fn side_by_side(pages: &[Page]) -> Option<(Vec<Page>, Vec<Page>)> {
    let language = |column| {
        let lines = pages.iter().flat_map(|page| &page.lines);
        let words = lines
            .filter(|line| line.column == column)
            .flat_map(|line| line.text.split_whitespace());
        language::of_words(words)
    };
    let (left, right) = (language(Column::Left)?, language(Column::Right)?);
    (left != right).then(|| (only(pages, Column::Left), only(pages, Column::Right)))
}

/// The pages without the other column.
fn only(pages: &[Page], column: Column) -> Vec<Page> {
    let mut pages = pages.to_vec();
    for page in &mut pages {
        page.lines
            .retain(|line| line.column == column || line.column == Column::Across);
    }
    pages
}
