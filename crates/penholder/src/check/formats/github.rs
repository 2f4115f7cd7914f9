//! Commands that a GitHub workflow turns into annotations of the changed files. A Word file has no lines there,
//! so its places stand in the message.

use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Severity};

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::Printer;

/// One command for each finding.
pub(super) struct Commands;

impl Printer for Commands {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        for finding in found {
            // Writing to memory cannot fail.
            let _ = write(&mut out, input, finding);
        }
        Some(out)
    }

    fn draft(&mut self, out: &mut dyn Write, _: &Input, shown: &Shown) -> io::Result<()> {
        out.write_all(&shown.written)
    }

    fn close(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the command of one finding.
fn write(out: &mut dyn Write, input: &Input, finding: &Finding) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    };
    let (line, column) = input.stored.place(finding.range.start);
    let (end_line, end_column) = input.stored.place(finding.range.end);
    write!(
        out,
        "::{command} file={}",
        property(&input.path.display().to_string())
    )?;
    let in_word = input.place_in_words(finding.range.start);
    if in_word.is_none() {
        write!(out, ",line={line},endLine={end_line}")?;
        // Columns over several lines are refused.
        if line == end_line {
            write!(out, ",col={column},endColumn={end_column}")?;
        }
    }
    let title = format!("{} {}", finding.code, finding.rule);
    write!(out, ",title={}::", property(&title))?;
    if let Some(place) = in_word {
        write!(out, "{}: ", message(&place))?;
    }
    writeln!(out, "{}", message(&finding.message))
}

/// Escapes what would end a command.
fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes what would end a property of a command.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
