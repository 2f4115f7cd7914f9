//! `penholder report`: the clearance report of a draft.

use std::io::{self, Write};
use std::path::Path;

use citation::{Date, Symbol};
use report::{Clearance, Subject};
use workspace::{Patience, Workspaces, in_words};

use crate::arguments::{Report, ReportFormat};
use crate::corpus::shelves;
use crate::one_draft::OneDraft;
use crate::{CLEAN, UNCHECKED, out};

/// Writes the report of one draft.
pub(crate) fn run(arguments: &Report, today: Date) -> io::Result<u8> {
    let mandate = match arguments.mandate.as_deref().map(named) {
        Some(Err(message)) => {
            out::say(&message);
            return Ok(UNCHECKED);
        }
        Some(Ok(symbol)) => Some(symbol),
        None => None,
    };
    let workspaces = Workspaces::new(shelves(Patience::Waits));
    let filename = arguments.stdin_filename.as_deref();
    let Some(draft) = OneDraft::read(&arguments.file, filename, &workspaces, today) else {
        return Ok(UNCHECKED);
    };
    let code = draft.say_complaints();
    let OneDraft {
        input,
        workspace,
        analysis,
    } = draft;
    let settings = workspace.settings_of(&analysis.resolved.draft);
    let file = input.path.file_name().unwrap_or(input.path.as_os_str());
    let clearance = Clearance::of(&Subject {
        file: &file.to_string_lossy(),
        resolved: &analysis.resolved,
        findings: &analysis.findings,
        sources: workspace.sources(),
        most_words: settings.rules.most_words,
        mandate,
        place: &|offset| input.place(offset),
        today,
        version: env!("CARGO_PKG_VERSION"),
    });
    let text = match format(arguments) {
        ReportFormat::Html => clearance.html(),
        ReportFormat::Markdown => clearance.markdown(),
        ReportFormat::Csv => clearance.csv(),
    };
    Ok(write(arguments.output.as_deref(), &text)?.max(code))
}

fn named(symbol: &str) -> Result<Symbol, String> {
    Symbol::parse(symbol).ok_or_else(|| format!("“{symbol}” is no document symbol"))
}

/// What was asked for, else what the name of the output ends with.
fn format(arguments: &Report) -> ReportFormat {
    let ending = arguments
        .output
        .as_deref()
        .and_then(Path::extension)
        .map(|ending| ending.to_string_lossy().to_lowercase());
    arguments.format.unwrap_or(match ending.as_deref() {
        Some("md" | "markdown") => ReportFormat::Markdown,
        Some("csv") => ReportFormat::Csv,
        _ => ReportFormat::Html,
    })
}

/// Writes `text` into a file, or on standard output; the exit code that follows.
pub(crate) fn write(output: Option<&Path>, text: &str) -> io::Result<u8> {
    let Some(file) = output else {
        let mut out = out::standard();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        return Ok(CLEAN);
    };
    if let Err(error) = std::fs::write(file, text) {
        let why = match error.kind() {
            io::ErrorKind::NotFound => "there is no such folder".to_owned(),
            io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
            _ => in_words(&error),
        };
        out::note(file, &format!("this cannot be written: {why}"));
        return Ok(UNCHECKED);
    }
    Ok(CLEAN)
}
