//! `penholder lsp`: hands standard input and output to the server.

use std::process::ExitCode;

use citation::Date;

/// Serves until the editor ends it. A server may run for days, so it asks for the day each time, unless
/// one was named.
pub(crate) fn run(named: Option<Date>) -> ExitCode {
    server::run(move || named.unwrap_or_else(crate::today::from_clock))
}
