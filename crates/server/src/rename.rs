//! `textDocument/prepareRename` and `textDocument/rename`.

use std::collections::HashMap;

use tower_lsp::jsonrpc::{Error, ErrorCode, Result};
use tower_lsp::ls_types as lsp;

use crate::view::View;

/// The protocol's code for a request that is in order and cannot be fulfilled.
const REQUEST_FAILED: i64 = -32803;

pub(crate) fn prepare(view: &View, at: lsp::Position) -> Option<lsp::PrepareRenameResponse> {
    let offset = view.positions().offset(at);
    let renamable = assist::renamable(&view.resolved, offset)?;
    Some(lsp::PrepareRenameResponse::RangeWithPlaceholder {
        range: view.positions().range(&renamable.range),
        placeholder: renamable.name,
    })
}

pub(crate) fn answer(
    view: &View,
    at: lsp::Position,
    name: &str,
) -> Option<Result<lsp::WorkspaceEdit>> {
    let offset = view.positions().offset(at);
    let renamed = assist::rename(&view.resolved, offset, name)?;
    Some(renamed.map_err(refused).map(|edits| {
        let edits = edits.into_iter();
        let edits = edits
            .map(|edit| lsp::TextEdit::new(view.positions().range(&edit.range), edit.text))
            .collect();
        lsp::WorkspaceEdit {
            changes: Some(HashMap::from([(view.uri.clone(), edits)])),
            ..lsp::WorkspaceEdit::default()
        }
    }))
}

fn refused(why: &'static str) -> Error {
    Error {
        code: ErrorCode::ServerError(REQUEST_FAILED),
        message: why.into(),
        data: None,
    }
}
