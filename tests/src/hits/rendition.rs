//! Extracted texts as drafts: their paragraphs, labels and headings written as Markdown.
//!
//! Rules about the form of resolutions and about numbering say nothing in the text of a PDF; here they are put
//! to the same documents as a drafter would have typed them. Footnotes are left out, whose marks the reading
//! takes away.

use std::fmt::Write as _;
use std::path::Path;

use draft::Dialect;
use sources::{Document, PassageKind, read};

use super::Edited;

/// The text as a Markdown draft; `None` where nothing tells what its paragraphs are.
pub fn rendition(one: &Edited) -> Option<Edited> {
    let path = format!("{}.txt", one.name);
    let document = read::whole(&one.text, Path::new(&path))?;
    let text = markdown(&document, &one.text);
    (text.len() > 400).then(|| Edited {
        name: one.name.clone(),
        text,
        dialect: Dialect::Markdown,
    })
}

/// A document as its author would have typed it; `source` is the text it was read from.
pub(super) fn markdown(document: &Document, source: &str) -> String {
    let mut text = String::from("---\n");
    if let Some(symbol) = document
        .facts
        .referents
        .first()
        .and_then(citation::Referent::symbol)
    {
        writeln!(text, "symbol: {symbol}").unwrap();
    }
    if let Some(date) = document.facts.date.or(document.particulars.distributed) {
        writeln!(text, "date: {date}").unwrap();
    }
    text.push_str("---\n\n");
    let only = only_paragraph(document, source);
    for passage in &document.passages {
        let words = &passage.words;
        match (passage.kind, &passage.label) {
            (PassageKind::Footnote, _) => continue,
            (PassageKind::Heading, _) => write!(text, "## {words}").unwrap(),
            (PassageKind::Numbered, Some(label)) if only != Some(&**label) => {
                let label = label.rsplit(' ').next().unwrap_or(label);
                let stop = if label.ends_with(')') { "" } else { "." };
                write!(text, "{label}{stop} {words}").unwrap();
            }
            _ => text.push_str(words),
        }
        text.push_str("\n\n");
    }
    text
}

/// The label of the only paragraph of a resolution, which is printed without its number.
fn only_paragraph<'d>(document: &'d Document, source: &str) -> Option<&'d str> {
    let mut numbered = document
        .passages
        .iter()
        .filter(|passage| passage.kind == PassageKind::Numbered)
        .filter(|passage| {
            let label = passage.label.as_deref();
            label.is_some_and(|label| !label.contains('('))
        });
    let only = numbered.next().filter(|_| numbered.next().is_none())?;
    let printed = source.get(only.span.clone()).unwrap_or_default();
    let has_number = printed.starts_with(|first: char| first.is_ascii_digit());
    only.label.as_deref().filter(|_| !has_number)
}
