//! `workspace/symbol`: headings and short forms of every draft, and sources that are files.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use assist::{Named, NamedKind};
use draft::{Dialect, Draft};
use ropey::Rope;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types as lsp;
use workspace::{DraftText, Location};

use crate::diagnostics::uri_of;
use crate::folder::drafts;
use crate::pool::{Lane, Stop};
use crate::positions::Positions;
use crate::session::Session;

pub(crate) async fn answer(
    session: Arc<Session>,
    query: String,
) -> Result<Vec<lsp::SymbolInformation>> {
    let paths = drafts(&session, None).await?.0;
    let asker = Arc::clone(&session);
    let job = session.pool.run(Lane::Answer, move |stop: &Stop| {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        for text in asker.texts.all() {
            seen.insert(text.location.clone());
            if let Ok(uri) = text.uri.parse::<lsp::Uri>() {
                let Some(view) = asker.view(text, uri.clone(), &|| stop.is_set()) else {
                    return found;
                };
                let draft = &view.resolved.draft;
                found.extend(in_draft(&asker, &uri, draft, &query));
            }
        }
        for path in &paths {
            if stop.is_set() {
                return found;
            }
            if !seen.contains(&Location::of_path(path)) {
                found.extend(in_file(&asker, path, &query));
            }
        }
        found.extend(sources(&asker, &query));
        found
    });
    job.await.map_err(|_| Error::internal_error())
}

/// A draft that nobody has open: its structure is enough.
fn in_file(session: &Session, path: &Path, query: &str) -> Vec<lsp::SymbolInformation> {
    let (Ok(read), Some(uri)) = (DraftText::of_file(path), uri_of(path)) else {
        return Vec::new();
    };
    let dialect = Dialect::of_path(&path.to_string_lossy());
    let draft = Draft::new(&read.text, dialect, Arc::default());
    in_draft(session, &uri, &draft, query)
}

fn in_draft(
    session: &Session,
    uri: &lsp::Uri,
    draft: &Draft,
    query: &str,
) -> Vec<lsp::SymbolInformation> {
    let named = assist::named_places(draft, query).into_iter();
    named
        .map(|named| {
            let range = session.positions(draft.rope()).range(&named.range);
            let location = lsp::Location::new(uri.clone(), range);
            let Named {
                name,
                kind,
                container,
                ..
            } = named;
            symbol(name, kind_of(kind), location, container)
        })
        .collect()
}

fn sources(session: &Session, query: &str) -> Vec<lsp::SymbolInformation> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for folder in session.folders() {
        let workspace = session
            .workspaces
            .of(&Location::of_path(&folder.join("draft.md")));
        for source in assist::named_sources(workspace.sources(), query) {
            let Some(uri) = uri_of(&source.path).filter(|_| seen.insert(source.path.clone()))
            else {
                continue;
            };
            let location = lsp::Location::new(uri, lsp::Range::default());
            let kind = lsp::SymbolKind::FILE;
            found.push(symbol(source.name, kind, location, source.container));
        }
    }
    found
}

const fn kind_of(kind: NamedKind) -> lsp::SymbolKind {
    match kind {
        NamedKind::Heading => lsp::SymbolKind::STRING,
        NamedKind::ShortForm => lsp::SymbolKind::CONSTANT,
    }
}

#[expect(deprecated, reason = "the field has to be filled in all the same")]
fn symbol(
    name: String,
    kind: lsp::SymbolKind,
    location: lsp::Location,
    container_name: Option<String>,
) -> lsp::SymbolInformation {
    lsp::SymbolInformation {
        name,
        kind,
        tags: None,
        deprecated: None,
        location,
        container_name,
    }
}

impl Session {
    fn positions<'a>(&self, rope: &'a Rope) -> Positions<'a> {
        Positions::new(rope, self.agreed().encoding)
    }
}
