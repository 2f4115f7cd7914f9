//! `textDocument/selectionRange`.

use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View, at: &[lsp::Position]) -> Vec<lsp::SelectionRange> {
    at.iter().map(|at| around(view, *at)).collect()
}

fn around(view: &View, at: lsp::Position) -> lsp::SelectionRange {
    let offset = view.positions().offset(at);
    let ranges = assist::selections(&view.resolved, offset);
    let nested = ranges.iter().rev().fold(None, |outer, range| {
        Some(lsp::SelectionRange {
            range: view.positions().range(range),
            parent: outer.map(Box::new),
        })
    });
    // The whole text is always among them; a client needs one answer for each question.
    nested.unwrap_or_else(|| lsp::SelectionRange {
        range: lsp::Range::new(at, at),
        parent: None,
    })
}
