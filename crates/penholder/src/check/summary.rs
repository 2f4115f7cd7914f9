//! What was found in all drafts together, and the exit code that follows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::PathBuf;

use report::Tally;
use rules::{Finding, Severity};

use crate::{CLEAN, FOUND, UNCHECKED};

/// What was found in all drafts together.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) drafts: usize,
    errors: usize,
    warnings: usize,
    others: usize,
    /// Findings that were mended.
    pub(super) mended: usize,
    /// Findings that an accepted list has left out.
    pub(super) accepted: usize,
    /// Findings that this run has put on an accepted list.
    pub(super) accepted_now: usize,
    pub(super) tally: Tally,
    /// What could not be checked, and why.
    pub(super) unchecked: Vec<(PathBuf, String)>,
    by_rule: BTreeMap<(&'static str, &'static str), usize>,
}

impl Summary {
    /// Counts a finding.
    pub(super) fn count(&mut self, finding: &Finding) {
        *self
            .by_rule
            .entry((finding.code, finding.rule))
            .or_default() += 1;
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Information | Severity::Hint => self.others += 1,
        }
    }

    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        if !self.unchecked.is_empty() {
            UNCHECKED
        } else if self.errors + self.warnings > 0 {
            FOUND
        } else {
            CLEAN
        }
    }

    /// "2 drafts: 1 error, 0 warnings, 3 suggestions".
    pub(super) fn line(&self) -> String {
        let mut line = format!(
            "{}: {}, {}, {}",
            several(self.drafts, "draft"),
            several(self.errors, "error"),
            several(self.warnings, "warning"),
            several(self.others, "suggestion"),
        );
        // Writing to a string cannot fail.
        if self.mended > 0 {
            let _ = write!(line, "; {} mended", self.mended);
        }
        if self.accepted > 0 {
            let _ = write!(line, "; {} accepted before", self.accepted);
        }
        if self.accepted_now > 0 {
            let _ = write!(line, "; {} accepted now", self.accepted_now);
        }
        if !self.unchecked.is_empty() {
            let _ = write!(line, "; {} could not be done", self.unchecked.len());
        }
        line
    }

    /// A line for each rule that found something, the most frequent first.
    pub(super) fn statistics(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: Vec<_> = self.by_rule.iter().collect();
        rows.sort_by_key(|((code, _), count)| (std::cmp::Reverse(**count), *code));
        for ((code, name), count) in rows {
            writeln!(out, "{count:>7}  {code}  {name}")?;
        }
        Ok(())
    }
}

fn several(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}
