//! `workspace/diagnostic`: the findings of all drafts for clients that pull.
//!
//! Some clients ask every other second. A draft that is not open is therefore remembered by when its
//! file was written and what it was checked against, and not read again while both are the same.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Weak};
use std::time::SystemTime;

use citation::Date;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types as lsp;
use workspace::{Location, Workspace};

use crate::folder::{Checked, checked, drafts, lost_or};
use crate::pool::{Lane, Stop};
use crate::progress::Step;
use crate::pulled::result_id;
use crate::session::Session;

/// What a draft that is not open looked like when its findings were worked out.
#[derive(Clone)]
pub(crate) struct Known {
    stamp: Stamp,
    workspace: Weak<Workspace>,
    today: Date,
    result_id: String,
}

/// When a file was written, and its length in bytes.
type Stamp = (Option<SystemTime>, u64);

/// `workspace/diagnostic`. With a token for partial results every draft is told of as soon as it is
/// checked.
pub(crate) async fn report(
    session: Arc<Session>,
    params: lsp::WorkspaceDiagnosticParams,
) -> Result<lsp::WorkspaceDiagnosticReportResult> {
    let partial = params.partial_result_params.partial_result_token;
    let shown = Asked::begin(&session, params.work_done_progress_params.work_done_token);
    let known: HashMap<Location, String> = params
        .previous_result_ids
        .iter()
        .map(|it| (Location::of_uri(it.uri.as_str()), it.value.clone()))
        .collect();
    let drafts = drafts(&session, None).await?.0;
    let mut items = Vec::new();
    let mut seen = HashSet::new();
    let tell = |item: lsp::WorkspaceDocumentDiagnosticReport, items: &mut Vec<_>| match &partial {
        Some(token) => {
            let value = json!({ "items": [item] });
            let params = json!({ "token": token, "value": value });
            session.wire.notify("$/progress", &params);
        }
        None => items.push(item),
    };
    for (done, path) in drafts.iter().enumerate() {
        session.wire.drained().await;
        let location = Location::of_path(path);
        let previous = known.get(&location).cloned();
        let item = draft_report(&session, path.clone(), previous).await;
        seen.insert(location);
        if let Some(item) = item {
            tell(item, &mut items);
        }
        shown.step(&Step::of(done + 1, drafts.len(), "drafts"));
    }
    // What was told of before and is gone has no findings left.
    for previous in &params.previous_result_ids {
        let location = Location::of_uri(previous.uri.as_str());
        let is_file = location.path().is_some();
        if is_file && !seen.contains(&location) && session.texts.get(&location).is_none() {
            tell(full(previous.uri.clone(), None, Vec::new()), &mut items);
        }
    }
    Ok(lsp::WorkspaceDiagnosticReport { items }.into())
}

/// What is to be said of one draft; nothing where it cannot be read.
async fn draft_report(
    session: &Arc<Session>,
    path: PathBuf,
    previous: Option<String>,
) -> Option<lsp::WorkspaceDocumentDiagnosticReport> {
    let asker = Arc::clone(session);
    let job = move |stop: &Stop| {
        let location = Location::of_path(&path);
        if let Some(previous) = &previous
            && asker.texts.get(&location).is_none()
            && asker.is_known(&location, &path, previous)
        {
            let uri = location.to_uri().parse().ok()?;
            return Some(unchanged(uri, None, previous.clone()));
        }
        // What is saved while the draft is checked is news the next time.
        let before = stamp(&path);
        let checked = checked(&asker, &path, stop).ok()?;
        let version = checked.version.map(i64::from);
        let id = result_id(&checked.findings);
        if version.is_none() && !stop.is_set() {
            asker.learn(&checked, before, &id);
        }
        if previous.as_ref() == Some(&id) {
            return Some(unchanged(checked.uri, version, id));
        }
        Some(full(checked.uri, version, checked.findings))
    };
    lost_or(session.pool.run(Lane::Folder, job).await).flatten()
}

impl Session {
    /// Whether the findings of a draft that is not open would be those with the id `result_id`.
    fn is_known(self: &Arc<Self>, location: &Location, path: &Path, result_id: &str) -> bool {
        let Some(known) = self.known.get(location).map(|known| known.clone()) else {
            return false;
        };
        known.result_id == result_id
            && known.stamp == stamp(path)
            && known.today == self.today()
            && std::ptr::eq(
                known.workspace.as_ptr(),
                Arc::as_ptr(&self.workspaces.of(location)),
            )
    }

    fn learn(&self, checked: &Checked, stamp: Stamp, result_id: &str) {
        let known = Known {
            stamp,
            // Settings may have changed since; then it is checked anew.
            workspace: Arc::downgrade(&checked.workspace),
            today: self.today(),
            result_id: result_id.to_owned(),
        };
        self.known.insert(checked.location.clone(), known);
    }
}

fn stamp(path: &Path) -> Stamp {
    std::fs::metadata(path).map_or((None, 0), |about| (about.modified().ok(), about.len()))
}

fn full(
    uri: lsp::Uri,
    version: Option<i64>,
    items: Vec<lsp::Diagnostic>,
) -> lsp::WorkspaceDocumentDiagnosticReport {
    lsp::WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport {
            result_id: Some(result_id(&items)),
            items,
        },
    }
    .into()
}

fn unchanged(
    uri: lsp::Uri,
    version: Option<i64>,
    result_id: String,
) -> lsp::WorkspaceDocumentDiagnosticReport {
    lsp::WorkspaceUnchangedDocumentDiagnosticReport {
        uri,
        version,
        unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport { result_id },
    }
    .into()
}

/// A work that the client asked to be told about under a token of its own.
struct Asked<'a> {
    session: &'a Session,
    token: Option<lsp::ProgressToken>,
}

impl<'a> Asked<'a> {
    fn begin(session: &'a Session, token: Option<lsp::ProgressToken>) -> Self {
        let asked = Self { session, token };
        asked.say(&json!({ "kind": "begin", "title": "Checking drafts", "percentage": 0 }));
        asked
    }

    fn step(&self, step: &Step) {
        self.say(&json!({ "kind": "report", "percentage": step.share, "message": step.message }));
    }

    fn say(&self, value: &Value) {
        if let Some(token) = &self.token {
            let params = json!({ "token": token, "value": value });
            self.session.wire.notify("$/progress", &params);
        }
    }
}

impl Drop for Asked<'_> {
    /// Also where the request is cancelled.
    fn drop(&mut self) {
        self.say(&json!({ "kind": "end" }));
    }
}
