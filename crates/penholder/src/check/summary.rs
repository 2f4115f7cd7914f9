//! What was found in all drafts together, and the exit code that follows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::AddAssign;
use std::path::PathBuf;

use report::Tally;
use rules::{Finding, Severity};

use crate::out::several;
use crate::{CLEAN, FOUND, UNCHECKED};

/// What was found in all drafts together.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) drafts: usize,
    /// The findings that were shown.
    pub(super) counted: Counted,
    /// Findings that were mended.
    pub(super) mended: usize,
    /// Findings that an accepted list has left out.
    pub(super) accepted: usize,
    /// Entries of an accepted list whose findings are no longer there.
    pub(super) without_effect: usize,
    /// Findings that this run has put on an accepted list.
    pub(super) accepted_now: usize,
    pub(super) tally: Tally,
    /// What could not be checked, and why.
    pub(super) unchecked: Vec<(PathBuf, String)>,
}

/// How many findings there are.
#[derive(Default)]
pub(super) struct Counted {
    errors: usize,
    warnings: usize,
    others: usize,
    /// By the code of their rule.
    by_rule: BTreeMap<&'static str, usize>,
}

impl Counted {
    /// Counts findings.
    pub(super) fn of(findings: &[Finding]) -> Self {
        let mut counted = Self::default();
        for finding in findings {
            *counted.by_rule.entry(finding.code).or_default() += 1;
            match finding.severity {
                Severity::Error => counted.errors += 1,
                Severity::Warning => counted.warnings += 1,
                Severity::Information | Severity::Hint => counted.others += 1,
            }
        }
        counted
    }
}

impl AddAssign<&Self> for Counted {
    fn add_assign(&mut self, other: &Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.others += other.others;
        for (rule, count) in &other.by_rule {
            *self.by_rule.entry(*rule).or_default() += count;
        }
    }
}

impl Summary {
    /// The exit code.
    pub(super) fn code(&self) -> u8 {
        if !self.unchecked.is_empty() {
            UNCHECKED
        } else if self.counted.errors + self.counted.warnings > 0 {
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
            several(self.counted.errors, "error"),
            several(self.counted.warnings, "warning"),
            several(self.counted.others, "suggestion"),
        );
        // Writing to a string cannot fail.
        if self.mended > 0 {
            let _ = write!(line, "; {} mended", self.mended);
        }
        if self.accepted > 0 {
            let _ = write!(line, "; {} accepted before", self.accepted);
        }
        if self.without_effect > 0 {
            let _ = write!(
                line,
                "; {} accepted before but no longer there (--write-baseline takes them off the list)",
                self.without_effect
            );
        }
        if self.accepted_now > 0 {
            let _ = write!(line, "; {} accepted now", self.accepted_now);
        }
        if !self.unchecked.is_empty() {
            let _ = write!(line, "; {} could not be checked", self.unchecked.len());
        }
        line
    }

    /// A line for each rule that found something, the most frequent first.
    pub(super) fn statistics(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut rows: Vec<_> = self.counted.by_rule.iter().collect();
        rows.sort_by_key(|(code, count)| (std::cmp::Reverse(**count), **code));
        for (code, count) in rows {
            let name = rules::rule(code).map_or("", |rule| rule.name);
            writeln!(out, "{count:>7}  {code}  {name}")?;
        }
        Ok(())
    }
}
