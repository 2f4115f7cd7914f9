//! `penholder cite`: a document as a draft would cite it.

use std::cmp::Ordering;
use std::io::{self, Write};
use std::path::Path;

use citation::Date;
use draft::Dialect;
use rules::{Finding, Severity};
use sources::{CiteStyle, cited};
use workspace::{Analysis, Location, Patience, Workspace, Workspaces};

use crate::arguments::{Cite, Style};
use crate::corpus::source_setup;
use crate::{CLEAN, UNCHECKED, named, out};

/// Prints the citation of a document in the style asked for, or in the one that the settings here have. A
/// citation that a draft could not have without a finding is none.
pub(crate) fn run(arguments: &Cite, today: Date) -> io::Result<u8> {
    let workspaces = Workspaces::new(source_setup(Patience::Waits));
    let here = Location::of_path(Path::new("draft.md"));
    let workspace = workspaces.of(&here);
    let written = arguments.document.trim();
    let named = named::referent(written, workspace.sources())
        .or_else(|| named::as_in_a_draft(written, &workspace, today));
    let Some(referent) = named else {
        out::say(&unknown(written, &workspace, today));
        return Ok(UNCHECKED);
    };
    let asked = arguments.style.map(of_argument);
    let agreed = workspace.settings().citation_style;
    let style = asked.or(agreed).unwrap_or(CiteStyle::Full);
    let source = workspace.sources().resolve(&referent).value;
    let paragraph = arguments.para.as_deref();
    if let Some(wrong) = paragraph.and_then(wrong_range) {
        out::say(&wrong);
        return Ok(UNCHECKED);
    }
    let cited = |style| cited(&referent, source.as_deref(), paragraph, style);
    if let Some(objection) = objection(&cited(CiteStyle::Full), paragraph, &workspace, today) {
        out::say(&objection);
        return Ok(UNCHECKED);
    }
    let mut out = out::standard();
    writeln!(out, "{}", cited(style))?;
    out.flush()?;
    Ok(CLEAN)
}

/// What is wrong with a citation, found as in a draft.
fn objection(
    words: &str,
    paragraph: Option<&str>,
    workspace: &Workspace,
    today: Date,
) -> Option<String> {
    let analysis = analysis(words, workspace, today);
    let grave = |finding: &&Finding| finding.severity == Severity::Error;
    if let Some(finding) = analysis.findings.iter().find(grave) {
        return Some(finding.message.clone());
    }
    let paragraph = paragraph?;
    let mut references = analysis.resolved.references.iter();
    let is_read = references.any(|reference| reference.pinpoint.is_some());
    (!is_read).then(|| {
        format!("“{paragraph}” is no paragraph; write a number, such as 15, \"3 (a)\" or 12-14")
    })
}

/// What is wrong with a range of paragraphs whose ends are numbers.
fn wrong_range(paragraph: &str) -> Option<String> {
    let number = |end: &str| end.trim().parse::<u32>().ok();
    let (first, last) = paragraph.split_once(['-', '–', '—'])?;
    match number(first)?.cmp(&number(last)?) {
        Ordering::Less => None,
        Ordering::Equal => Some(format!(
            "“{paragraph}” is a single paragraph; write “{}”",
            first.trim()
        )),
        Ordering::Greater => Some(format!(
            "“{paragraph}” ends before it begins; write the lower number first"
        )),
    }
}

/// What is said of words that name no document.
fn unknown(written: &str, workspace: &Workspace, today: Date) -> String {
    let plain = format!(
        "“{written}” is neither a document symbol nor a title or short title that is known here; \
         write it like A/RES/67/172, 2417 (2018) or Convention on the Rights of the Child"
    );
    let analysis = analysis(written, workspace, today);
    let mistyped = analysis.findings.iter().find(|one| one.code == "C001");
    mistyped.map_or(plain, |finding| finding.message.clone())
}

fn analysis(words: &str, workspace: &Workspace, today: Date) -> Analysis {
    let text = format!("See {words}.");
    workspace.analyse(&workspace.draft(&text, Dialect::Markdown), today)
}

const fn of_argument(style: Style) -> CiteStyle {
    match style {
        Style::Full => CiteStyle::Full,
        Style::Short => CiteStyle::Short,
        Style::Symbol => CiteStyle::Symbol,
        Style::Title => CiteStyle::Title,
        Style::Markdown => CiteStyle::Markdown,
        Style::Footnote => CiteStyle::Footnote,
    }
}
