//! `textDocument/codeLens`, which is a setting: `"codeLens": true`.

use tower_lsp::ls_types as lsp;

use crate::session::View;

pub(crate) fn answer(view: &View) -> Vec<lsp::CodeLens> {
    let lenses = assist::lenses(&view.analysis.resolved).into_iter();
    lenses
        .map(|lens| lsp::CodeLens {
            range: view.positions().range(&(lens.offset..lens.offset)),
            // A title without a command is shown, and nothing happens on a click.
            command: Some(lsp::Command::new(lens.label, String::new(), None)),
            data: None,
        })
        .collect()
}
