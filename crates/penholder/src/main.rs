//! The command line: arguments in, files read, an exit code out. What is true of a draft is decided
//! below, in the same way for this shell and the editor's.

mod arguments;
mod check;
mod corpus;
mod explain;
mod facts;
mod lsp;
mod out;
mod references;
mod stored_text;
mod today;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// Nothing of warning or worse was found.
const CLEAN: u8 = 0;
/// Something of warning or worse was found.
const FOUND: u8 = 1;
/// Something that was named could not be checked.
const UNCHECKED: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let named = match today::named(arguments.today.as_deref()) {
        Ok(named) => named,
        Err(message) => {
            eprintln!("penholder: {message}");
            return ExitCode::from(UNCHECKED);
        }
    };
    let today = || named.unwrap_or_else(today::from_clock);
    let done = match arguments.command {
        Command::Check(check) => check::run(&check, today()),
        Command::References(references) => references::run(&references, today()),
        Command::Explain { rule } => explain::run(rule.as_deref()),
        Command::Facts { wanted } => facts::run(wanted.as_deref(), today()),
        Command::Corpus(corpus) => corpus::run(&corpus, today),
        Command::Lsp(lsp) => return lsp::run(lsp, named),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader of a pipe has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(CLEAN),
        Err(error) => {
            eprintln!("penholder: the output cannot be written: {error}");
            ExitCode::from(UNCHECKED)
        }
    }
}
