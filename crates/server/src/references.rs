//! `textDocument/references` and `textDocument/documentHighlight`.

use std::sync::Arc;

use assist::{Occurrence, Role, Subject};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types as lsp;
use workspace::Location;

use crate::every_draft;
use crate::session::{Session, Stale};
use crate::view::View;

/// Where else this is cited: here, and in every other draft. Short forms and footnotes are a matter of
/// one draft.
pub(crate) async fn answer(
    session: Arc<Session>,
    params: lsp::ReferenceParams,
) -> Result<Option<Vec<lsp::Location>>> {
    let at = params.text_document_position;
    let introductions = params.context.include_declaration;
    let here = session.answer(&at.text_document.uri, Stale::Useless, move |view| {
        let offset = view.positions().offset(at.position);
        let (subject, _) = assist::subject(&view.resolved, offset)?;
        let places = locations(view, &subject, introductions);
        Some((subject, places))
    });
    let Some((subject, mut places)) = here.await? else {
        return Ok(None);
    };
    if matches!(subject, Subject::Document(_)) {
        let here = Location::of_uri(at.text_document.uri.as_str());
        let question = move |view: &View| Some(locations(view, &subject, introductions));
        let others = every_draft::ask(&session, Some(&here), question).await?;
        places.extend(others.into_iter().flatten());
    }
    Ok(Some(places))
}

fn locations(view: &View, subject: &Subject, introductions: bool) -> Vec<lsp::Location> {
    let places = assist::occurrences(&view.resolved, subject).into_iter();
    places
        .filter(|place| introductions || place.role == Role::Used)
        .map(|place| lsp::Location::new(view.uri.clone(), view.positions().range(&place.range)))
        .collect()
}

/// Where else in this text.
pub(crate) fn highlights(view: &View, at: lsp::Position) -> Option<Vec<lsp::DocumentHighlight>> {
    let offset = view.positions().offset(at);
    let (subject, _) = assist::subject(&view.resolved, offset)?;
    let places = assist::occurrences(&view.resolved, &subject).into_iter();
    Some(places.map(|place| highlight(view, &place)).collect())
}

fn highlight(view: &View, place: &Occurrence) -> lsp::DocumentHighlight {
    lsp::DocumentHighlight {
        range: view.positions().range(&place.range),
        kind: Some(match place.role {
            Role::Introduced => lsp::DocumentHighlightKind::WRITE,
            Role::Used => lsp::DocumentHighlightKind::READ,
        }),
    }
}
