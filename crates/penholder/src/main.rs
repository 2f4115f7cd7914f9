//! The command line: arguments in, files read, an exit code out. What is true of a draft is decided
//! below, in the same way for this shell and the editor's.

mod arguments;
mod begin;
mod check;
mod cite;
mod compare;
mod config;
mod corpus;
mod doctor;
mod explain;
mod facts;
mod git;
mod lsp;
mod manual;
mod named;
mod nearest;
mod one_draft;
mod out;
mod references;
mod report_command;
mod stored_text;
mod today;
mod word;

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
            out::say(&message);
            return ExitCode::from(UNCHECKED);
        }
    };
    let today = || named.unwrap_or_else(today::from_clock);
    let command = match arguments.command {
        Command::Lsp(lsp) => return lsp::run(lsp, named),
        command => command,
    };
    out::keep_drafts_out_of_faults();
    let done = match command {
        Command::Init { folder } => begin::run(&folder),
        Command::Check(check) => check::run(&check, &today),
        Command::References(references) => references::run(&references, today()),
        Command::Report(report) => report_command::run(&report, today()),
        Command::Compare(compare) => compare::run(&compare, today()),
        Command::Cite(cite) => cite::run(&cite, today()),
        Command::Explain { rule } => explain::run(rule.as_deref()),
        Command::Facts { wanted } => facts::run(wanted.as_deref(), today()),
        Command::Config(config) => config::run(&config),
        Command::Doctor { folder } => doctor::run(&folder),
        Command::Corpus(corpus) => corpus::run(&corpus, today),
        Command::Completions { shell } => manual::completions(shell),
        Command::Man => manual::page(),
        Command::Lsp(_) => Ok(CLEAN),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader of a pipe has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(CLEAN),
        Err(error) => {
            out::say(&format!("the output cannot be written: {error}"));
            ExitCode::from(UNCHECKED)
        }
    }
}
