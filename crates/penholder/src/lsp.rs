//! `penholder lsp`: hands standard input and output to the server.

use std::process::ExitCode;

/// Serves until the editor ends it.
pub(crate) fn run() -> ExitCode {
    ExitCode::from(crate::UNCHECKED)
}
