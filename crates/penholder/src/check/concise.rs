//! One line for each finding: `path:line:column: severity: message [code rule]`.

use std::io::{self, Write};

use report::Stored;
use rules::Finding;

use super::input::Input;
use super::word;

/// Writes one finding.
pub(super) fn write(out: &mut dyn Write, input: &Input, finding: &Finding) -> io::Result<()> {
    let (line, column) = input.stored.place(finding.range.start);
    writeln!(
        out,
        "{}:{line}:{column}: {}: {} [{} {}]",
        input.path.display(),
        word(finding.severity),
        finding.message,
        finding.code,
        finding.rule
    )
}
