//! `textDocument/inlayHint`, which is a setting: `"inlayHints": true`.

use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View, range: lsp::Range) -> Vec<lsp::InlayHint> {
    let range = view.positions().bytes(range);
    let hints = assist::hints(&view.resolved, range).into_iter();
    hints
        .map(|hint| lsp::InlayHint {
            position: view.positions().position(hint.offset),
            label: hint.label.into(),
            kind: None,
            text_edits: None,
            tooltip: Some(hint.tooltip.into()),
            padding_left: Some(true),
            padding_right: None,
            data: None,
        })
        .collect()
}
