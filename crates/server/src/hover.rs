//! `textDocument/hover`.

use tower_lsp::ls_types as lsp;

use crate::view::View;

/// Whether the answer takes no time.
pub(crate) fn is_short(view: &View, at: lsp::Position) -> bool {
    let offset = view.positions().offset(at);
    !assist::hover_looks_far(&view.resolved, offset)
}

pub(crate) fn answer(view: &View, at: lsp::Position) -> Option<lsp::Hover> {
    let offset = view.positions().offset(at);
    let settings = view
        .workspace
        .settings_at(&view.resolved.draft, &view.text.location);
    let hover = assist::hover(
        &view.resolved,
        view.workspace.sources(),
        &settings.rules,
        offset,
    )?;
    Some(lsp::Hover {
        contents: lsp::HoverContents::Markup(lsp::MarkupContent {
            kind: lsp::MarkupKind::Markdown,
            value: hover.markdown,
        }),
        range: Some(view.positions().range(&hover.range)),
    })
}
