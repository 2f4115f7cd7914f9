//! One line for each finding: `path:line:column: severity: message [code rule]`.

use std::io::{self, Write};

use report::Stored;
use rules::Finding;

use super::super::input::Input;
use super::super::summary::Summary;
use super::{Printer, word};

/// One line for each finding.
pub(super) struct Concise;

impl Printer for Concise {
    fn draft(&mut self, out: &mut dyn Write, input: &Input, found: &[Finding]) -> io::Result<()> {
        for finding in found {
            let place = if let Some(words) = input.place_in_words(finding.range.start) {
                format!(" {words}")
            } else {
                let (line, column) = input.stored.place(finding.range.start);
                format!("{line}:{column}")
            };
            writeln!(
                out,
                "{}:{place}: {}: {} [{} {}]",
                input.path.display(),
                word(finding.severity),
                finding.message,
                finding.code,
                finding.rule
            )?;
        }
        Ok(())
    }

    fn close(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}
