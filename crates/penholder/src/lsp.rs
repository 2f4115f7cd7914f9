//! `penholder lsp`: hands standard input and output to the server.

use std::process::ExitCode;

use citation::Date;

use crate::arguments::Lsp;

/// Serves until the editor ends it. A server may run for days, so it asks for the day each time, unless
/// one was named.
pub(crate) fn run(lsp: Lsp, named: Option<Date>) -> ExitCode {
    let options = server::Options {
        trace: lsp.trace,
        log: lsp.log,
        source_setup: crate::corpus::source_setup(workspace::Patience::Leaves),
    };
    server::run(
        move || named.unwrap_or_else(crate::today::from_clock),
        &options,
    )
}
