//! The log: one line on standard error, which editors keep in their output panel.
//!
//! Callers pass fixed words, names of protocol methods, and paths of settings and sources; never words
//! of a draft.

use std::fmt::Display;
use std::io::Write as _;

/// Writes one line. A log that nobody reads is no reason to fail.
pub(crate) fn note(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "penholder: {line}");
}
