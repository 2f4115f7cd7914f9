//! One JSON array of findings. Keys are only ever added; offsets are bytes in the file as stored.

use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Safety};
use serde::Serialize;

use super::super::input::Input;
use super::super::summary::Summary;
use super::{Elements, Printer, word};

/// An array that is written element by element.
#[derive(Default)]
pub(super) struct Array {
    elements: Elements,
}

#[derive(Serialize)]
struct Element<'a> {
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
    code: &'a str,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    related: Vec<RelatedElement<'a>>,
    fixes: Vec<FixElement<'a>>,
    /// Where it is in a Word file, in words; null for a text.
    place: Option<String>,
}

#[derive(Serialize)]
struct RelatedElement<'a> {
    message: &'a str,
    /// Null for the draft itself.
    path: Option<String>,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct FixElement<'a> {
    title: &'a str,
    safety: &'static str,
    edits: Vec<EditElement<'a>>,
}

#[derive(Serialize)]
struct EditElement<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl Printer for Array {
    fn draft(&mut self, out: &mut dyn Write, input: &Input, found: &[Finding]) -> io::Result<()> {
        for finding in found {
            self.elements.write(out, &element(input, finding))?;
        }
        Ok(())
    }

    fn close(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.elements.close(out)
    }
}

fn element<'a>(input: &Input, finding: &'a Finding) -> Element<'a> {
    let stored = &input.stored;
    let (line, column) = stored.place(finding.range.start);
    let (end_line, end_column) = stored.place(finding.range.end);
    let related = finding.related.iter().map(|related| {
        // Offsets into a source are the source's own; only the draft's are mapped.
        let in_draft = related.path.is_none();
        let offset = |at| if in_draft { stored.offset(at) } else { at };
        RelatedElement {
            message: &related.message,
            path: related.path.as_ref().map(|path| path.display().to_string()),
            start: offset(related.range.start),
            end: offset(related.range.end),
        }
    });
    let fixes = finding.fixes.iter().map(|fix| FixElement {
        title: &fix.title,
        safety: match fix.safety {
            Safety::Safe => "safe",
            Safety::Suggested => "suggested",
        },
        edits: fix
            .edits
            .iter()
            .map(|edit| EditElement {
                start: stored.offset(edit.range.start),
                end: stored.offset(edit.range.end),
                text: &edit.text,
            })
            .collect(),
    });
    Element {
        path: input.path.display().to_string(),
        line,
        column,
        end_line,
        end_column,
        start: stored.offset(finding.range.start),
        end: stored.offset(finding.range.end),
        code: finding.code,
        rule: finding.rule,
        severity: word(finding.severity),
        message: &finding.message,
        related: related.collect(),
        fixes: fixes.collect(),
        place: input.place_in_words(finding.range.start),
    }
}
