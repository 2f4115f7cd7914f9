//! One line for each finding: `path:line:column: severity: message [code rule]`.

use std::io::{self, Write};

use report::Stored;
use rules::Finding;

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Printer, word};

/// About how many bytes a line has beside path and message.
const BESIDE_MESSAGE: usize = 64;

/// One line for each finding.
pub(super) struct Concise;

impl Printer for Concise {
    fn written(&self, input: &Input, found: &[Finding]) -> Option<Vec<u8>> {
        let path = input.path.display().to_string();
        let lengths = found
            .iter()
            .map(|finding| path.len() + finding.message.len() + BESIDE_MESSAGE);
        let mut out = Vec::with_capacity(lengths.sum());
        for finding in found {
            out.extend_from_slice(path.as_bytes());
            // Writing to memory cannot fail.
            let _ = if let Some(words) = input.place_in_words(finding.range.start) {
                write!(out, ": {words}")
            } else {
                let (line, column) = input.stored.place(finding.range.start);
                write!(out, ":{line}:{column}")
            };
            // Put together piece by piece, which costs half of what formatting does.
            let pieces = [
                ": ",
                word(finding.severity),
                ": ",
                &finding.message,
                " [",
                finding.code,
                " ",
                finding.rule,
                "]\n",
            ];
            for piece in pieces {
                out.extend_from_slice(piece.as_bytes());
            }
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
