//! Texts that open, change, are saved and close. Only the text is touched here; its task does the work.

use std::sync::Arc;

use tower_lsp::ls_types as lsp;
use workspace::{Location, OpenText};

use crate::draft_task::DraftTask;
use crate::folder;
use crate::folders_and_settings;
use crate::log::note;
use crate::positions::{Encoding, Positions};
use crate::session::Session;

/// `textDocument/didOpen`. A text that is open already, maybe under another spelling, is closed first.
pub(crate) fn open(session: &Arc<Session>, item: &lsp::TextDocumentItem) {
    close(session, &item.uri);
    let text = Arc::new(OpenText::new(
        item.uri.as_str(),
        &item.language_id,
        item.version,
        &item.text,
    ));
    session.texts.put(Arc::clone(&text));
    // From here on its task says what is found in it.
    folder::leave_to_draft_task(session, &text.location);
    session.known.remove(&text.location);
    let task = DraftTask::new(session, Arc::clone(&text));
    session.draft_tasks.insert(text.location.clone(), task);
    folders_and_settings::look(session);
}

/// `textDocument/didChange`: every change of the batch, each against the text that the one before left.
/// The order of the wire is the truth, so a version that did not grow is still applied.
pub(crate) fn change(session: &Arc<Session>, params: &lsp::DidChangeTextDocumentParams) {
    let Some(before) = session.texts.get(&location(&params.text_document.uri)) else {
        note("a change to a text that is not open was left out");
        return;
    };
    let encoding = session.agreed().encoding;
    let after = params
        .content_changes
        .iter()
        .fold((*before).clone(), |text, change| {
            changed(&text, change, encoding)
        });
    session.show(Arc::new(after.at_version(params.text_document.version)));
}

fn changed(
    text: &OpenText,
    change: &lsp::TextDocumentContentChangeEvent,
    encoding: Encoding,
) -> OpenText {
    match change.range {
        Some(range) => {
            let bytes = Positions::new(text.rope(), encoding).bytes(range);
            text.edited(bytes, &change.text)
        }
        None => text.replaced(&change.text),
    }
}

/// `textDocument/didSave`: whoever saves has finished typing.
pub(crate) fn save(session: &Arc<Session>, uri: &lsp::Uri) {
    if let Some(text) = session.texts.get(&location(uri)) {
        session.show(Arc::new(text.saved()));
        session.ask_for_findings_to_be_pulled();
        folders_and_settings::look(session);
    }
}

/// `textDocument/didClose`: nothing of the text stays, neither here nor at the client.
pub(crate) fn close(session: &Arc<Session>, uri: &lsp::Uri) {
    let location = location(uri);
    session.texts.remove(&location);
    session.coloured.forget(&location);
    if let Some((_, task)) = session.draft_tasks.remove(&location) {
        task.clear();
        // What a check of its folder had shown is shown again.
        folder::again(session, |other| *other == location);
    }
}

fn location(uri: &lsp::Uri) -> Location {
    Location::of_uri(uri.as_str())
}
