//! A report of code quality, as GitLab shows it beside a merge request.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Severity};
use serde::Serialize;

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Elements, Printer};

/// An array of issues.
#[derive(Default)]
pub(super) struct Issues {
    elements: Elements,
    /// How often a finding with this hash has come, so that equal ones in one draft stay apart.
    seen: HashMap<blake3::Hash, u64>,
}

#[derive(Serialize)]
struct Issue<'a> {
    description: Cow<'a, str>,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Place,
}

#[derive(Serialize)]
struct Place {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Printer for Issues {
    fn draft(&mut self, out: &mut dyn Write, input: &Input, shown: &Shown) -> io::Result<()> {
        let mut issues = Vec::new();
        for finding in &shown.findings {
            let path = input.path.display().to_string();
            let place = input.place_in_words(finding.range.start);
            let (first, last) = match place {
                // A Word file has no lines there; its place stands in the description.
                Some(_) => (1, 1),
                None => (
                    input.stored.place(finding.range.start).0,
                    input.stored.place(finding.range.end).0,
                ),
            };
            let issue = Issue {
                description: place.map_or_else(
                    || Cow::Borrowed(finding.message.as_str()),
                    |place| Cow::Owned(format!("{place}: {}", finding.message)),
                ),
                check_name: format!("{} {}", finding.code, finding.rule),
                fingerprint: self.fingerprint(&path, finding),
                severity: match finding.severity {
                    Severity::Error => "critical",
                    Severity::Warning => "major",
                    Severity::Information => "minor",
                    Severity::Hint => "info",
                },
                location: Place {
                    path,
                    lines: Lines {
                        begin: first,
                        end: last,
                    },
                },
            };
            Elements::push(&mut issues, &issue);
        }
        self.elements.write(out, &issues)
    }

    fn close(&mut self, out: &mut dyn Write, _: &Summary) -> io::Result<()> {
        self.elements.close(out)
    }
}

impl Issues {
    /// The same for the same finding wherever it stands in its draft, so that a paragraph put in above
    /// it makes no new one.
    fn fingerprint(&mut self, path: &str, finding: &Finding) -> String {
        let about = format!("{path}\0{}\0{}", finding.code, finding.message);
        let about = blake3::hash(about.as_bytes());
        let times = self.seen.entry(about).or_default();
        let mut hasher = blake3::Hasher::new();
        hasher.update(about.as_bytes());
        hasher.update(&times.to_le_bytes());
        *times += 1;
        hasher.finalize().to_hex().to_string()
    }
}
