//! `textDocument/documentLink`.

use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View) -> Vec<lsp::DocumentLink> {
    let links = assist::links(&view.resolved).into_iter();
    links
        .filter_map(|link| {
            Some(lsp::DocumentLink {
                range: view.positions().range(&link.range),
                target: Some(link.target.parse().ok()?),
                tooltip: Some(link.tooltip),
                data: None,
            })
        })
        .collect()
}
