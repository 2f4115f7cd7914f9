//! One JSON array of findings. Keys are only ever added; offsets are bytes in the file as stored.

use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Safety};
use serde::Serialize;

use super::input::Input;
use super::word;

/// An array that is written element by element.
#[derive(Default)]
pub(super) struct Array {
    begun: bool,
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

impl Array {
    /// Writes one finding.
    pub(super) fn write(
        &mut self,
        out: &mut dyn Write,
        input: &Input,
        finding: &Finding,
    ) -> io::Result<()> {
        out.write_all(if self.begun { b",\n" } else { b"[\n" })?;
        self.begun = true;
        serde_json::to_writer(out, &element(input, finding))?;
        Ok(())
    }

    /// Ends the array.
    pub(super) fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
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
    }
}
