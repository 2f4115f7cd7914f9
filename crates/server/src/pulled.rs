//! `textDocument/diagnostic`: findings for clients that ask for them, which is a setting.
//!
//! A result has an id made from what it says, so that a client that knows it already is told no more
//! than that, whatever happened in between.

use std::hash::{DefaultHasher, Hasher as _};
use std::sync::Arc;

use tower_lsp::ls_types as lsp;

use crate::diagnostics;
use crate::session::Session;
use crate::view::CheckedView;

/// What is found in a text; `None` where a newer one has come. What touches the place where somebody is typing
/// is left out until typing rests, and what the rules say that take their time until they have been asked; then
/// the client is asked to ask again. One that cannot be asked waits for those rules.
pub(crate) fn answer(
    session: &Arc<Session>,
    view: &CheckedView,
    known: Option<&str>,
) -> Option<lsp::DocumentDiagnosticReport> {
    if view.agreed.refreshes_diagnostics {
        return Some(report(diagnostics::shown(view), known));
    }
    let settled = session.settled(view.clone(), &|| session.has_moved_on(&view.text))?;
    Some(report(diagnostics::shown(&settled), known))
}

/// Nothing is found in a text that is not open.
pub(crate) fn nothing() -> lsp::DocumentDiagnosticReport {
    report(Vec::new(), None)
}

fn report(items: Vec<lsp::Diagnostic>, known: Option<&str>) -> lsp::DocumentDiagnosticReport {
    let result_id = result_id(&items);
    if known == Some(&*result_id) {
        return lsp::RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport {
                result_id,
            },
        }
        .into();
    }
    lsp::RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport {
            result_id: Some(result_id),
            items,
        },
    }
    .into()
}

/// Equal for equal findings at equal places.
pub(crate) fn result_id(items: &[lsp::Diagnostic]) -> String {
    let mut hash = DefaultHasher::new();
    for item in items {
        // A value that cannot be written down differs from none.
        hash.write(&serde_json::to_vec(item).unwrap_or_default());
    }
    format!("{:016x}", hash.finish())
}
