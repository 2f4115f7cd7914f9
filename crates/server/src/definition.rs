//! `textDocument/definition`.

use tower_lsp::ls_types as lsp;

use crate::diagnostics::{file, place_in};
use crate::view::View;

pub(crate) fn answer(view: &View, at: lsp::Position) -> Option<lsp::GotoDefinitionResponse> {
    let offset = view.positions().offset(at);
    let place = assist::definition(&view.resolved, view.workspace.sources(), offset)?;
    let (uri, range) = match &place.path {
        Some(path) => {
            let text = file(path);
            let place = place_in(path, text.as_ref(), &place.range, view.agreed.encoding)?;
            (place.uri, place.range)
        }
        None => (view.uri.clone(), view.positions().range(&place.range)),
    };
    if !view.agreed.links_definitions {
        return Some(lsp::Location::new(uri, range).into());
    }
    let link = lsp::LocationLink {
        origin_selection_range: Some(view.positions().range(&place.origin_range)),
        target_uri: uri,
        target_range: range,
        target_selection_range: range,
    };
    Some(lsp::GotoDefinitionResponse::Link(vec![link]))
}
