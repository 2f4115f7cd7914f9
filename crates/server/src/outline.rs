//! `textDocument/documentSymbol`: the headings.

use assist::OutlineItem;
use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View) -> lsp::DocumentSymbolResponse {
    let items = assist::outline(&view.resolved.draft);
    if view.agreed.nests_symbols {
        return lsp::DocumentSymbolResponse::Nested(nested(view, items));
    }
    let mut flat = Vec::new();
    flatten(view, items, &mut flat);
    lsp::DocumentSymbolResponse::Flat(flat)
}

#[expect(deprecated, reason = "the field has to be filled in all the same")]
fn nested(view: &View, items: Vec<OutlineItem>) -> Vec<lsp::DocumentSymbol> {
    let items = items.into_iter();
    items
        .map(|item| lsp::DocumentSymbol {
            name: name(&item),
            detail: None,
            kind: lsp::SymbolKind::STRING,
            tags: None,
            deprecated: None,
            range: view.positions().range(&item.range),
            selection_range: view.positions().range(&item.selection),
            children: Some(nested(view, item.children)),
        })
        .collect()
}

#[expect(deprecated, reason = "the field has to be filled in all the same")]
fn flatten(view: &View, items: Vec<OutlineItem>, flat: &mut Vec<lsp::SymbolInformation>) {
    for item in items {
        flat.push(lsp::SymbolInformation {
            name: name(&item),
            kind: lsp::SymbolKind::STRING,
            tags: None,
            deprecated: None,
            location: lsp::Location::new(view.uri.clone(), view.positions().range(&item.range)),
            container_name: None,
        });
        flatten(view, item.children, flat);
    }
}

/// Clients reject a symbol without a name.
fn name(item: &OutlineItem) -> String {
    if item.title.trim().is_empty() {
        return "(no title)".to_owned();
    }
    item.title.clone()
}
