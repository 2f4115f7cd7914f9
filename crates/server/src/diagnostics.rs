//! Findings as diagnostics, and which of them wait while somebody is typing.

use std::collections::HashMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use ropey::Rope;
use rules::{Finding, Placed, Related, Severity};
use tower_lsp::ls_types as lsp;
use workspace::Location;

use crate::positions::{Encoding, Positions};
use crate::view::{CheckedView, View};

/// The findings of one text.
pub(crate) struct Findings {
    /// What is shown at once.
    pub(crate) shown: Vec<Placed>,
    /// Whether anything else touches the place where somebody is typing.
    pub(crate) holds_back: bool,
}

impl Findings {
    /// The findings of a text.
    pub(crate) fn of(view: &CheckedView) -> Self {
        let mut shown = open(view);
        let open = shown.len();
        shown.retain(|placed| !is_being_typed(placed, view.caret));
        Self {
            holds_back: shown.len() < open,
            shown,
        }
    }
}

/// The findings of a text that nobody has accepted.
pub(crate) fn open(view: &CheckedView) -> Vec<Placed> {
    if view.is_source {
        return Vec::new();
    }
    let location = &view.text.location;
    let open = view.workspace.open_findings(location, &view.analysis);
    open.findings
}

/// The findings that are shown of a text, in the protocol's words. May read sources, to show a place in them:
/// for the pool.
pub(crate) fn shown(view: &CheckedView) -> Vec<lsp::Diagnostic> {
    all(view, &Findings::of(view).shown)
}

/// Findings of a text in the protocol's words. May read sources.
pub(crate) fn all(view: &View, findings: &[Placed]) -> Vec<lsp::Diagnostic> {
    let mut evidence = Evidence::new(view);
    let findings = findings.iter().map(Placed::to_finding);
    findings.map(|it| evidence.diagnostic(&it)).collect()
}

/// One finding, as the client was told of it.
pub(crate) fn one(view: &View, finding: &Finding) -> lsp::Diagnostic {
    Evidence::new(view).diagnostic(finding)
}

fn is_being_typed(placed: &Placed, caret: Option<usize>) -> bool {
    let range = placed.range();
    caret.is_some_and(|caret| range.start <= caret && caret <= range.end)
}

/// Turns findings into diagnostics, reading each source at most once.
pub(crate) struct Evidence<'a> {
    view: &'a View,
    files: HashMap<PathBuf, Option<Rope>>,
}

impl<'a> Evidence<'a> {
    pub(crate) fn new(view: &'a View) -> Self {
        Self {
            view,
            files: HashMap::new(),
        }
    }

    pub(crate) fn diagnostic(&mut self, finding: &Finding) -> lsp::Diagnostic {
        let related = (self.view.agreed.shows_related && !finding.related.is_empty()).then(|| {
            let related = finding.related.iter();
            related.filter_map(|it| self.related(it)).collect()
        });
        lsp::Diagnostic {
            range: self.view.positions().range(&finding.range),
            severity: Some(severity(finding.severity)),
            code: Some(lsp::NumberOrString::String(finding.code.to_owned())),
            source: Some("penholder".to_owned()),
            message: finding.message.clone(),
            related_information: related,
            ..lsp::Diagnostic::default()
        }
    }

    fn related(&mut self, related: &Related) -> Option<lsp::DiagnosticRelatedInformation> {
        let location = match &related.path {
            None => lsp::Location::new(
                self.view.uri.clone(),
                self.view.positions().range(&related.range),
            ),
            Some(path) => {
                let encoding = self.view.agreed.encoding;
                let file = self
                    .files
                    .entry(path.clone())
                    .or_insert_with(|| file(path))
                    .as_ref();
                place_in(path, file, &related.range, encoding)?
            }
        };
        Some(lsp::DiagnosticRelatedInformation {
            location,
            message: related.message.clone(),
        })
    }
}

/// The text of a source as ranges into it count: without a byte order mark, which editors do not show
/// either. `None` of a file in another format, whose text stands nowhere as it was read.
pub(crate) fn file(path: &Path) -> Option<Rope> {
    if !workspace::is_text_source(path) {
        return None;
    }
    let read = workspace::source_text(path).ok()?;
    Some(Rope::from_str(&read.text))
}

/// A place in the source at `path` whose text is `file`; in one of another format its beginning.
pub(crate) fn place_in(
    path: &Path,
    file: Option<&Rope>,
    range: &Range<usize>,
    encoding: Encoding,
) -> Option<lsp::Location> {
    let range = file.map_or_else(lsp::Range::default, |file| {
        Positions::new(file, encoding).range(range)
    });
    Some(lsp::Location::new(uri_of(path)?, range))
}

/// The address of a file.
pub(crate) fn uri_of(path: &Path) -> Option<lsp::Uri> {
    Location::of_path(path).to_uri().parse().ok()
}

fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::ERROR,
        Severity::Warning => lsp::DiagnosticSeverity::WARNING,
        Severity::Information => lsp::DiagnosticSeverity::INFORMATION,
        Severity::Hint => lsp::DiagnosticSeverity::HINT,
    }
}
