//! `textDocument/codeLens`, which is a setting: `"codeLens": true`.

use assist::Lens;
use serde_json::json;
use tower_lsp::ls_types as lsp;

use crate::view::View;

/// The client's own command for a click, with the draft's address, the position of the lens and the places it speaks
/// of. The protocol has no request that shows places, so a client that has the command says so, as others do it, in
/// `experimental.commands.commands`.
pub(crate) const SHOW_PLACES: &str = "penholder.showPlaces";

pub(crate) fn answer(view: &View) -> Vec<lsp::CodeLens> {
    let lenses = assist::lenses(&view.resolved).into_iter();
    lenses
        .map(|lens| {
            let range = view.positions().range(&(lens.offset..lens.offset));
            lsp::CodeLens {
                range,
                command: Some(if view.agreed.shows_places && !lens.places.is_empty() {
                    showing(view, range.start, lens)
                } else {
                    // A title without a command is shown, and nothing happens on a click.
                    lsp::Command::new(lens.label, String::new(), None)
                }),
                data: None,
            }
        })
        .collect()
}

fn showing(view: &View, at: lsp::Position, lens: Lens) -> lsp::Command {
    let places: Vec<lsp::Location> = lens
        .places
        .iter()
        .map(|place| lsp::Location::new(view.uri.clone(), view.positions().range(place)))
        .collect();
    let arguments = vec![json!(view.uri.as_str()), json!(at), json!(places)];
    lsp::Command::new(lens.label, SHOW_PLACES.to_owned(), Some(arguments))
}
