//! `textDocument/foldingRange`.

use assist::FoldKind;
use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View) -> Vec<lsp::FoldingRange> {
    let folds = assist::folds(&view.resolved.draft).into_iter();
    folds
        .map(|fold| {
            let range = view.positions().range(&fold.range);
            lsp::FoldingRange {
                start_line: range.start.line,
                end_line: range.end.line,
                kind: match fold.kind {
                    FoldKind::Section | FoldKind::Footnotes => Some(lsp::FoldingRangeKind::Region),
                    FoldKind::Comment => Some(lsp::FoldingRangeKind::Comment),
                    FoldKind::Block => None,
                },
                ..lsp::FoldingRange::default()
            }
        })
        .collect()
}
