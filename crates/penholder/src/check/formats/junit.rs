//! A report of tests in the XML of `JUnit`: a suite for each draft, a case for each finding.
//!
//! What is less than a warning is a case that passed and says something; a draft without findings has
//! one case, so that it is seen to have been checked. What could not be checked comes last, in one suite.

use std::fmt::Write as _;
use std::io::{self, Write};

use report::Stored;
use rules::{Finding, Severity};

use super::super::input::Input;
use super::super::selection::Shown;
use super::super::summary::Summary;
use super::{Printer, word};

/// The suites so far. Their counts stand before them, so they are kept.
#[derive(Default)]
pub(super) struct Suites {
    text: String,
    tests: usize,
    failures: usize,
}

impl Printer for Suites {
    fn draft(&mut self, _: &mut dyn Write, input: &Input, shown: &Shown) -> io::Result<()> {
        let found = &shown.findings;
        let path = escaped(&input.path.display().to_string());
        let failures = found.iter().filter(|finding| fails(finding)).count();
        let tests = found.len().max(1);
        self.tests += tests;
        self.failures += failures;
        // Writing to a string cannot fail.
        let _ = writeln!(
            self.text,
            "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" time=\"0\">"
        );
        if found.is_empty() {
            let _ = writeln!(
                self.text,
                "    <testcase name=\"no findings\" classname=\"{path}\" time=\"0\"/>"
            );
        }
        for finding in found {
            self.case(&path, input, finding);
        }
        self.text.push_str("  </testsuite>\n");
        Ok(())
    }

    fn close(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        let Self {
            text,
            tests,
            failures,
        } = self;
        let errors = summary.unchecked.len();
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(
            out,
            "<testsuites name=\"penholder\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" time=\"0\">",
            *tests + errors
        )?;
        out.write_all(text.as_bytes())?;
        if errors > 0 {
            writeln!(
                out,
                "  <testsuite name=\"not checked\" tests=\"{errors}\" failures=\"0\" errors=\"{errors}\" time=\"0\">"
            )?;
            for (path, message) in &summary.unchecked {
                let path = escaped(&path.display().to_string());
                let message = escaped(message);
                writeln!(
                    out,
                    "    <testcase name=\"{message}\" classname=\"{path}\" time=\"0\"><error message=\"{message}\" type=\"unchecked\"/></testcase>"
                )?;
            }
            writeln!(out, "  </testsuite>")?;
        }
        writeln!(out, "</testsuites>")
    }
}

impl Suites {
    fn case(&mut self, path: &str, input: &Input, finding: &Finding) {
        let place = input
            .place_in_words(finding.range.start)
            .unwrap_or_else(|| {
                let (line, column) = input.stored.place(finding.range.start);
                format!("{line}:{column}")
            });
        let name = escaped(&format!("{} {} at {place}", finding.code, finding.rule));
        let message = escaped(&finding.message);
        let severity = word(finding.severity);
        let inner = if fails(finding) {
            format!(
                "<failure message=\"{message}\" type=\"{severity}\">{path}:{}: {message}</failure>",
                escaped(&place)
            )
        } else {
            format!("<system-out>{severity}: {message}</system-out>")
        };
        let _ = writeln!(
            self.text,
            "    <testcase name=\"{name}\" classname=\"{path}\" time=\"0\">{inner}</testcase>"
        );
    }
}

fn fails(finding: &Finding) -> bool {
    finding.severity >= Severity::Warning
}

/// `text` for XML 1.0, which has no place for most control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\r' | '\t' => out.push(' '),
            control if control.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
    out
}
