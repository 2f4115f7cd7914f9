//! `textDocument/codeAction`: quick fixes, and other ways to write what is right.

use std::collections::HashMap;

use assist::{Action, Purpose};
use rules::{Finding, Placed};
use tower_lsp::ls_types as lsp;

use crate::cleaning;
use crate::diagnostics;
use crate::view::CheckedView;

pub(crate) fn answer(
    view: &CheckedView,
    params: &lsp::CodeActionParams,
) -> lsp::CodeActionResponse {
    if view.is_source {
        return Vec::new();
    }
    let only = params.context.only.as_deref();
    let open: Vec<Finding> = diagnostics::open(view)
        .iter()
        .map(Placed::to_finding)
        .collect();
    let range = view.positions().bytes(params.range);
    let cleaning = cleaning::action(view, &open, &range);
    let resolved = &view.resolved;
    let settings = view
        .workspace
        .settings_at(&resolved.draft, &view.text.location);
    assist::actions(resolved, &view.analysis.findings, &settings.rules, range)
        .into_iter()
        .filter_map(|action| translated(view, &open, action))
        .chain(cleaning)
        .filter(|action| is_wanted(action.kind.as_ref(), only))
        .map(lsp::CodeActionOrCommand::CodeAction)
        .collect()
}

/// Whether a client that wants `only` some kinds wants this one: a kind stands for everything below it.
fn is_wanted(kind: Option<&lsp::CodeActionKind>, only: Option<&[lsp::CodeActionKind]>) -> bool {
    let kind = kind.map_or("", lsp::CodeActionKind::as_str);
    only.is_none_or(|wanted| {
        wanted.iter().map(lsp::CodeActionKind::as_str).any(|above| {
            let below = kind.strip_prefix(above);
            above.is_empty() || below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    })
}

/// `None` for what mends a finding that is not open.
fn translated(view: &CheckedView, open: &[Finding], action: Action) -> Option<lsp::CodeAction> {
    let mended = match &action.finding {
        Some((code, range)) => Some(
            open.iter()
                .find(|finding| finding.code == *code && finding.range == *range)?,
        ),
        None => None,
    };
    let edits = action
        .edits
        .into_iter()
        .map(|edit| lsp::TextEdit::new(view.positions().range(&edit.range), edit.text))
        .collect();
    let kind = match action.purpose {
        Purpose::Mend => lsp::CodeActionKind::QUICKFIX,
        Purpose::Rewrite => lsp::CodeActionKind::REFACTOR_REWRITE,
    };
    Some(lsp::CodeAction {
        title: action.title,
        kind: Some(kind),
        diagnostics: mended.map(|finding| vec![diagnostics::one(view, finding)]),
        edit: Some(lsp::WorkspaceEdit {
            changes: Some(HashMap::from([(view.uri.clone(), edits)])),
            ..lsp::WorkspaceEdit::default()
        }),
        is_preferred: action.preferred.then_some(true),
        ..lsp::CodeAction::default()
    })
}
