//! The log: one line on standard error, which editors keep in their output panel or log file, and in a
//! file of its own where `penholder lsp --log FILE` names one.
//!
//! Callers pass fixed words, names of protocol methods, and paths of settings and sources; never words
//! of a draft.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

static FILE: OnceLock<Mutex<File>> = OnceLock::new();

/// Keeps the log in the file at `path` too, behind what it holds already; the first file named counts.
///
/// # Errors
/// Where the file cannot be opened for writing.
pub(crate) fn keep_in(path: &Path) -> io::Result<()> {
    let file = File::options().create(true).append(true).open(path)?;
    let _ = FILE.set(Mutex::new(file));
    Ok(())
}

/// Writes one line. A log that nobody reads is no reason to fail.
pub(crate) fn note(line: impl Display) {
    let line = format!("penholder: {line}\n");
    let _ = io::stderr().write_all(line.as_bytes());
    if let Some(file) = FILE.get() {
        let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = file.write_all(line.as_bytes());
    }
}
