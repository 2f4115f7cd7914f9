//! Call hierarchy: *cites* and *cited by*, between drafts and sources.
//!
//! An item carries its canonical name and the draft from which the question came, whose sources answer.

use std::sync::Arc;

use assist::{Subject, Work};
use serde::{Deserialize, Serialize};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types as lsp;
use workspace::Location;

use crate::diagnostics::{file, uri_of};
use crate::every_draft;
use crate::pool::Lane;
use crate::positions::Positions;
use crate::session::{Session, Stale};
use crate::view::View;

/// What an item stands for.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Data {
    /// The canonical name of a document; `None` for a draft.
    name: Option<String>,
    /// The address of the draft from which the question came.
    from: String,
}

/// `textDocument/prepareCallHierarchy`: the document cited here, else the draft itself.
pub(crate) fn prepare(view: &View, at: lsp::Position) -> Vec<lsp::CallHierarchyItem> {
    let offset = view.positions().offset(at);
    let sources = view.workspace.sources();
    match assist::cited_at(&view.resolved, sources, offset) {
        Some((work, token)) => {
            let place = lsp::Location::new(view.uri.clone(), view.positions().range(&token));
            vec![item(&work, place, view.uri.as_str())]
        }
        None => vec![draft_item(view)],
    }
}

/// `callHierarchy/incomingCalls`: which sources and which drafts cite it.
pub(crate) async fn incoming(
    session: Arc<Session>,
    item: lsp::CallHierarchyItem,
) -> Result<Option<Vec<lsp::CallHierarchyIncomingCall>>> {
    let Some(Data {
        name: Some(name),
        from,
    }) = data(&item)
    else {
        return Ok(None);
    };
    let asker = Arc::clone(&session);
    let referent = assist::referent(&name);
    let subject = Subject::Document(referent.clone());
    let job = session.pool.run(Lane::Answer, move |_| {
        let workspace = asker.workspaces.of(&Location::of_uri(&from));
        let encoding = asker.agreed().encoding;
        let citing = assist::cited_by(workspace.sources(), &referent).into_iter();
        let place = lsp::Location::new(item.uri, item.selection_range);
        citing
            .map(|citing| {
                // Ranges that cannot be shown are left out; the document is not.
                let text = citing.work.path.as_deref().and_then(file);
                let ranges = text.map_or_else(Vec::new, |text| {
                    let positions = Positions::new(&text, encoding);
                    let places = citing.places.iter();
                    places.map(|place| positions.range(place)).collect()
                });
                lsp::CallHierarchyIncomingCall {
                    from: self::item(&citing.work, place.clone(), &from),
                    from_ranges: ranges,
                }
            })
            .collect::<Vec<_>>()
    });
    let mut calls = job.await.map_err(|_| Error::internal_error())?;
    let in_draft = move |view: &View| {
        let places = assist::occurrences(&view.resolved, &subject);
        let ranges = places.iter().map(|it| view.positions().range(&it.range));
        (!places.is_empty()).then(|| lsp::CallHierarchyIncomingCall {
            from: draft_item(view),
            from_ranges: ranges.collect(),
        })
    };
    calls.extend(every_draft::ask(&session, None, in_draft).await?);
    Ok(Some(calls))
}

/// `callHierarchy/outgoingCalls`: what it cites.
pub(crate) async fn outgoing(
    session: Arc<Session>,
    item: lsp::CallHierarchyItem,
) -> Result<Option<Vec<lsp::CallHierarchyOutgoingCall>>> {
    let Some(Data { name, from }) = data(&item) else {
        return Ok(None);
    };
    let Some(name) = name else {
        let uri = item.uri;
        let question = |view: &_| Some(cited_in(view));
        return session.answer(&uri, Stale::Useless, question).await;
    };
    let asker = Arc::clone(&session);
    let job = session.pool.run(Lane::Answer, move |_| {
        let workspace = asker.workspaces.of(&Location::of_uri(&from));
        let cited = assist::cites(workspace.sources(), &assist::referent(&name)).into_iter();
        let place = lsp::Location::new(item.uri, item.selection_range);
        let calls = cited.map(|work| lsp::CallHierarchyOutgoingCall {
            to: self::item(&work, place.clone(), &from),
            from_ranges: Vec::new(),
        });
        calls.collect()
    });
    job.await.map(Some).map_err(|_| Error::internal_error())
}

fn cited_in(view: &View) -> Vec<lsp::CallHierarchyOutgoingCall> {
    let cited = assist::cited_in(&view.resolved, view.workspace.sources());
    let calls = cited.into_iter().filter_map(|citing| {
        let ranges: Vec<lsp::Range> = citing
            .places
            .iter()
            .map(|place| view.positions().range(place))
            .collect();
        let first = lsp::Location::new(view.uri.clone(), *ranges.first()?);
        Some(lsp::CallHierarchyOutgoingCall {
            to: item(&citing.work, first, view.uri.as_str()),
            from_ranges: ranges,
        })
    });
    calls.collect()
}

/// A document that is no file stands where it is cited, at `place`.
fn item(work: &Work, place: lsp::Location, from: &str) -> lsp::CallHierarchyItem {
    let (uri, range) = match work.path.as_deref().and_then(uri_of) {
        Some(uri) => (uri, lsp::Range::default()),
        None => (place.uri, place.range),
    };
    lsp::CallHierarchyItem {
        name: work.name.to_string(),
        kind: lsp::SymbolKind::FILE,
        tags: None,
        detail: work.title.clone(),
        uri,
        range,
        selection_range: range,
        data: serde_json::to_value(Data {
            name: Some(work.name.to_string()),
            from: from.to_owned(),
        })
        .ok(),
    }
}

fn draft_item(view: &View) -> lsp::CallHierarchyItem {
    let path = view.text.location.path();
    let name = path.and_then(|path| path.file_name());
    let whole = 0..view.text.rope().len_bytes();
    lsp::CallHierarchyItem {
        name: name.map_or_else(
            || view.uri.as_str().to_owned(),
            |name| name.to_string_lossy().into_owned(),
        ),
        kind: lsp::SymbolKind::FILE,
        tags: None,
        detail: Some("draft".to_owned()),
        uri: view.uri.clone(),
        range: view.positions().range(&whole),
        selection_range: lsp::Range::default(),
        data: serde_json::to_value(Data {
            name: None,
            from: view.uri.as_str().to_owned(),
        })
        .ok(),
    }
}

fn data(item: &lsp::CallHierarchyItem) -> Option<Data> {
    serde_json::from_value(item.data.clone()?).ok()
}
