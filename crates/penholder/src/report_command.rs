//! `penholder report`: the clearance report of a draft.

use std::io::{self, Write};
use std::path::Path;

use citation::{Date, Symbol};
use report::{Clearance, Subject};
use rules::{Finding, Placed};
use workspace::{Patience, Workspaces, replace_file};

use crate::arguments::{Report, ReportFormat};
use crate::corpus::source_setup;
use crate::one_draft::OneDraft;
use crate::{CLEAN, UNCHECKED, out};

/// Writes the report of one draft.
pub(crate) fn run(arguments: &Report, today: Date) -> io::Result<u8> {
    let Some(format) = format(arguments) else {
        let message =
            "a report is written as .html, .md or .csv; name it so, or say which with --format";
        out::note(
            arguments.output.as_deref().unwrap_or(Path::new("-")),
            message,
        );
        return Ok(UNCHECKED);
    };
    let mandate = match arguments.mandate.as_deref().map(named) {
        Some(Err(message)) => {
            out::say(&message);
            return Ok(UNCHECKED);
        }
        Some(Ok(symbol)) => Some(symbol),
        None => None,
    };
    let workspaces = Workspaces::new(source_setup(Patience::Waits));
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
    let open = workspace.open_findings(&input.location(), &analysis);
    let findings: Vec<Finding> = open
        .findings
        .into_iter()
        .map(Placed::into_finding)
        .collect();
    let file = input.path.file_name().unwrap_or(input.path.as_os_str());
    let clearance = Clearance::of(&Subject {
        file: &file.to_string_lossy(),
        resolved: &analysis.resolved,
        findings: &findings,
        accepted: open.accepted,
        sources: workspace.sources(),
        most_words: rules::most_words(&analysis.resolved.draft, &settings.rules),
        mandate,
        place: &|offset| input.place(offset),
        today,
        version: env!("CARGO_PKG_VERSION"),
    });
    let text = match format {
        ReportFormat::Html => clearance.html(),
        ReportFormat::Markdown => clearance.markdown(),
        ReportFormat::Csv => clearance.csv(),
    };
    Ok(write(arguments.output.as_deref(), &text)?.max(code))
}

fn named(symbol: &str) -> Result<Symbol, String> {
    Symbol::parse(symbol).ok_or_else(|| format!("“{symbol}” is no document symbol"))
}

/// What was asked for, else what the name of the output ends with; `None` where that is the ending of another form.
fn format(arguments: &Report) -> Option<ReportFormat> {
    let ending = arguments
        .output
        .as_deref()
        .and_then(Path::extension)
        .map(|ending| ending.to_string_lossy().to_lowercase());
    arguments.format.or(match ending.as_deref() {
        Some("md" | "markdown") => Some(ReportFormat::Markdown),
        Some("csv") => Some(ReportFormat::Csv),
        Some("html" | "htm") | None => Some(ReportFormat::Html),
        Some(_) => None,
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
    if let Err(why) = replace_file(file, text.as_bytes()) {
        out::note(file, &format!("this cannot be written: {why}"));
        return Ok(UNCHECKED);
    }
    Ok(CLEAN)
}
