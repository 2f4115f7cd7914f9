//! `penholder cite`: a document as a draft would cite it.

use std::io::{self, Write};
use std::path::Path;

use citation::{Referent, Symbol};
use report::{CiteStyle, cited};
use sources::Sources;
use workspace::{CitationStyle, Location, Patience, Workspaces};

use crate::arguments::{Cite, Style};
use crate::corpus::shelves;
use crate::{CLEAN, UNCHECKED, out};

/// Prints the citation of a document in the style asked for, or in the one that the settings here have.
pub(crate) fn run(arguments: &Cite) -> io::Result<u8> {
    let workspaces = Workspaces::new(shelves(Patience::Waits));
    let here = Location::of_path(Path::new("draft.md"));
    let workspace = workspaces.of(&here);
    let Some(referent) = referent(&arguments.document, workspace.sources()) else {
        out::say(&format!(
            "“{}” is neither a document symbol nor the title of one of your sources",
            arguments.document
        ));
        return Ok(UNCHECKED);
    };
    let style = match arguments.style {
        Some(style) => of_argument(style),
        None => match workspace.settings().citation_style {
            CitationStyle::Full => CiteStyle::Full,
            CitationStyle::Short => CiteStyle::Short,
            CitationStyle::Symbol => CiteStyle::Symbol,
            CitationStyle::Title => CiteStyle::Title,
        },
    };
    let source = workspace.sources().resolve(&referent).value;
    let mut out = out::standard();
    let words = cited(
        &referent,
        source.as_deref(),
        arguments.para.as_deref(),
        style,
    );
    writeln!(out, "{words}")?;
    out.flush()?;
    Ok(CLEAN)
}

fn referent(written: &str, sources: &dyn Sources) -> Option<Referent> {
    if let Some(symbol) = Symbol::parse(written.trim()) {
        return Some(Referent::Symbol(symbol));
    }
    let instrument = Referent::Instrument(written.trim().into());
    if let Some(found) = sources.resolve(&instrument).value {
        return found.referents.first().cloned();
    }
    let lexicon = sources.lexicon();
    let mut names = lexicon.names().iter();
    let name = names.find(|name| name.written.eq_ignore_ascii_case(written.trim()))?;
    Some(Referent::Instrument(std::sync::Arc::clone(&name.title)))
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
