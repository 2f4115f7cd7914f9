//! `textDocument/codeAction`: quick fixes.

use std::collections::HashMap;

use assist::Action;
use tower_lsp::ls_types as lsp;

use crate::cleaning;
use crate::diagnostics;
use crate::view::CheckedView;

pub(crate) fn answer(
    view: &CheckedView,
    params: &lsp::CodeActionParams,
) -> lsp::CodeActionResponse {
    if !wants_fixes(params.context.only.as_deref()) {
        return Vec::new();
    }
    let range = view.positions().bytes(params.range);
    let cleaning = cleaning::action(view, &range);
    let resolved = &view.resolved;
    let settings = view.workspace.settings_of(&resolved.draft);
    assist::actions(resolved, &view.analysis.findings, &settings.rules, range)
        .into_iter()
        .map(|action| translated(view, action))
        .chain(cleaning)
        .map(lsp::CodeActionOrCommand::CodeAction)
        .collect()
}

/// A kind stands for everything below it: `quickfix` is wanted by whoever wants nothing in particular,
/// and by whoever wants `quickfix`.
fn wants_fixes(only: Option<&[lsp::CodeActionKind]>) -> bool {
    only.is_none_or(|kinds| {
        let mut kinds = kinds.iter();
        kinds.any(|kind| *kind == lsp::CodeActionKind::QUICKFIX || kind.as_str().is_empty())
    })
}

fn translated(view: &CheckedView, action: Action) -> lsp::CodeAction {
    let edits = action
        .edits
        .into_iter()
        .map(|edit| lsp::TextEdit::new(view.positions().range(&edit.range), edit.text))
        .collect();
    let mended = action.finding.and_then(|(code, range)| {
        let mut findings = view.analysis.findings.iter();
        findings.find(|finding| finding.code == code && finding.range == range)
    });
    lsp::CodeAction {
        title: action.title,
        kind: Some(lsp::CodeActionKind::QUICKFIX),
        diagnostics: mended.map(|finding| vec![diagnostics::one(view, finding)]),
        edit: Some(lsp::WorkspaceEdit {
            changes: Some(HashMap::from([(view.uri.clone(), edits)])),
            ..lsp::WorkspaceEdit::default()
        }),
        is_preferred: action.preferred.then_some(true),
        ..lsp::CodeAction::default()
    }
}
