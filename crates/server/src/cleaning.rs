//! The command that writes a text copied out of a PDF anew, and the action that leads to it.
//!
//! The answer is the new text; the client opens it as one that is not saved, which the protocol has no
//! request for.

use std::sync::Arc;

use draft::Dialect;
use rules::Finding;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types as lsp;
use workspace::Location;

use crate::commands;
use crate::diagnostics;
use crate::session::{Session, Stale};
use crate::view::{CheckedView, View};

/// Answers with the draft at an address, cleaned up: `{ text, languageId }`, or null where it does not look
/// copied.
pub(crate) const CLEAN_UP: &str = "penholder.cleanUp";

/// Has to be called before the first `await` of a handler.
pub(crate) fn command(
    session: &Arc<Session>,
    arguments: &[Value],
) -> impl Future<Output = Result<Option<Value>>> + Send + use<> {
    let uri = open(session, arguments);
    let answer = uri.map(|uri| session.answer(&uri, Stale::Welcome, answer));
    async move { answer?.await }
}

/// The address of the draft that the command names.
fn open(session: &Session, arguments: &[Value]) -> Result<lsp::Uri> {
    let address = commands::address(arguments)
        .ok_or_else(|| Error::invalid_params("the command wants the address of a draft"))?;
    let text = session.texts.get(&Location::of_uri(address));
    text.and_then(|text| text.uri.parse().ok())
        .ok_or_else(|| Error::invalid_params("this draft is not open"))
}

fn answer(view: &View) -> Option<Value> {
    let clean = assist::clean_text(&view.resolved.draft)?;
    let language = match clean.dialect {
        Dialect::Markdown => "markdown",
        Dialect::Plain => "plaintext",
    };
    Some(json!({ "text": clean.text, "languageId": language }))
}

/// The action, where the finding that it mends is among those `open` and touched.
pub(crate) fn action(
    view: &CheckedView,
    open: &[Finding],
    range: &std::ops::Range<usize>,
) -> Option<lsp::CodeAction> {
    let finding = assist::copied(open, range)?;
    let command = lsp::Command {
        title: assist::CLEANING.to_owned(),
        command: CLEAN_UP.to_owned(),
        arguments: Some(vec![json!(view.uri.as_str())]),
    };
    Some(lsp::CodeAction {
        title: assist::CLEANING.to_owned(),
        kind: Some(lsp::CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics::one(view, finding)]),
        command: Some(command),
        ..lsp::CodeAction::default()
    })
}
