//! One line for each finding: `path:line:column: severity: message [code rule]`.

use std::io::{self, Write};

use report::Stored;
use rules::Finding;

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Printer, word};

/// One line for each finding.
pub(super) struct Concise;

impl Printer for Concise {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let path = input.path.display().to_string();
        for finding in found {
            // Writing to memory cannot fail.
            let _ = if let Some(words) = input.place_in_words(finding.range.start) {
                write!(out, "{path}: {words}")
            } else {
                let (line, column) = input.stored.place(finding.range.start);
                write!(out, "{path}:{line}:{column}")
            };
            let _ = writeln!(
                out,
                ": {}: {} [{} {}]",
                word(finding.severity),
                finding.message,
                finding.code,
                finding.rule
            );
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
