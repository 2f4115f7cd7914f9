//! `textDocument/completion`.

use assist::{Completion, CompletionKind};
use tower_lsp::ls_types as lsp;

use crate::view::View;

pub(crate) fn answer(view: &View, at: lsp::Position) -> lsp::CompletionResponse {
    let offset = view.positions().offset(at);
    let resolved = &view.resolved;
    let style = view.workspace.settings_of(&resolved.draft).citation_style;
    let offers = assist::completion(resolved, view.workspace.sources(), offset, style);
    let items = offers
        .into_iter()
        .enumerate()
        .map(|(rank, offer)| item(view, rank, offer))
        .collect();
    // What is offered depends on every letter typed, so the client asks again after each.
    lsp::CompletionResponse::List(lsp::CompletionList {
        is_incomplete: true,
        items,
    })
}

fn item(view: &View, rank: usize, offer: Completion) -> lsp::CompletionItem {
    let typed = view
        .text
        .rope()
        .byte_slice(offer.replace.clone())
        .to_string();
    lsp::CompletionItem {
        label: offer.label,
        kind: Some(kind(offer.kind)),
        detail: (!offer.detail.is_empty()).then_some(offer.detail),
        documentation: offer.documentation.map(lsp::Documentation::String),
        sort_text: Some(format!("{rank:04}")),
        // Clients filter by their own idea of a word, which ends at every stroke of a symbol; what is
        // typed already always passes.
        filter_text: Some(typed),
        text_edit: Some(lsp::CompletionTextEdit::Edit(lsp::TextEdit::new(
            view.positions().range(&offer.replace),
            offer.text,
        ))),
        ..lsp::CompletionItem::default()
    }
}

fn kind(kind: CompletionKind) -> lsp::CompletionItemKind {
    match kind {
        CompletionKind::Symbol | CompletionKind::Number => lsp::CompletionItemKind::REFERENCE,
        CompletionKind::Instrument => lsp::CompletionItemKind::MODULE,
        CompletionKind::Acronym => lsp::CompletionItemKind::CONSTANT,
        CompletionKind::Paragraph | CompletionKind::Footnote => lsp::CompletionItemKind::FIELD,
    }
}
