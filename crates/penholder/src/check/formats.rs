//! How findings are printed: one file for each format, all behind [`Printer`].
//!
//! The formats are stable: `docs/command-line.md` says what may change, which is that keys are added.

mod concise;
mod evidence;
mod github;
mod gitlab;
mod json;
mod junit;
mod pretty;
mod sarif;

use std::io::{self, Write};

use rules::{Finding, Severity};

use super::input::Input;
use super::selection::Shown;
use super::summary::Summary;
use crate::arguments::Format;

/// Prints the findings of one draft after another.
pub(super) trait Printer: Sync {
    /// The findings of a draft as they are printed, where those of other drafts change nothing: this is asked on
    /// all cores, before it is the draft's turn. `None` in the formats that need every finding in its turn.
    fn written(&self, _: &Input, _: &[Finding]) -> Option<Vec<u8>> {
        None
    }

    /// Prints the findings of a draft that was checked; there may be none.
    fn draft(&mut self, out: &mut dyn Write, input: &Input, shown: &Shown) -> io::Result<()>;

    /// Ends the output.
    fn close(&mut self, out: &mut dyn Write, summary: &Summary) -> io::Result<()>;
}

/// What colours are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    Coloured,
}

/// The printer of a format.
pub(super) fn printer(format: Format, look: Look) -> Box<dyn Printer> {
    match format {
        Format::Pretty => Box::new(pretty::Pretty::new(look)),
        Format::Concise => Box::new(concise::Concise),
        Format::Json => Box::new(json::Array::default()),
        Format::Sarif => Box::new(sarif::Log::default()),
        Format::Github => Box::new(github::Commands),
        Format::Gitlab => Box::new(gitlab::Issues::default()),
        Format::Junit => Box::new(junit::Suites::default()),
    }
}

/// The severity in a word.
pub(super) const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "info",
        Severity::Hint => "hint",
    }
}

/// An array of JSON that is written element by element.
#[derive(Default)]
struct Elements {
    begun: bool,
}

impl Elements {
    /// What stands before every element but the first.
    const SEPARATOR: &[u8] = b",\n";

    /// Adds an element to some that are to be written together.
    fn push(some: &mut Vec<u8>, element: &impl serde::Serialize) {
        some.extend_from_slice(Self::SEPARATOR);
        // Writing to memory cannot fail, and no element has keys that are no words.
        let _ = serde_json::to_writer(some, element);
    }

    /// Writes the next elements, as [`Elements::push`] has put them together.
    fn write(&mut self, out: &mut dyn Write, some: &[u8]) -> io::Result<()> {
        if some.is_empty() || self.begun {
            return out.write_all(some);
        }
        self.begun = true;
        out.write_all(b"[\n")?;
        out.write_all(&some[Self::SEPARATOR.len()..])
    }

    fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.begun { b"\n]\n" } else { b"[]\n" })
    }
}
