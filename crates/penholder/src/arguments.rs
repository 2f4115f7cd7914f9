//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Checks the references of United Nations policy documents against your sources.
#[derive(Debug, Parser)]
#[command(name = "penholder", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The day to take for today, 2026-11-24; for results that can be repeated.
    #[arg(long, global = true, hide = true, value_name = "DATE")]
    pub(crate) today: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check drafts and print what is wrong.
    ///
    /// Exit code: 0 clean, 1 findings of warning or worse, 2 something named could not be checked.
    Check(Check),
    /// Print every reference of a draft, one JSON object on a line.
    References(References),
    /// Print the page of a rule, or the list of rules.
    Explain {
        /// Code or name: C005, paragraph-does-not-exist.
        rule: Option<String>,
    },
    /// Print the tables of facts that references are judged by, or what they know of one document.
    Facts {
        /// A document symbol (A/RES/67/172) or the name of a table (ga-sessions); without it, every table
        /// is listed.
        wanted: Option<String>,
    },
    /// Keep, ask and look at the corpus: the sources on this machine that drafts are checked against.
    Corpus(crate::corpus::Corpus),
    /// Serve an editor over standard input and output.
    Lsp(Lsp),
}

/// Arguments of `lsp`.
#[derive(Debug, Args)]
pub(crate) struct Lsp {
    /// Accepted because many editors pass it; there is no other transport.
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,

    /// Keep the shape of every message in a file, with letters and figures made unreadable.
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,

    /// Keep the log in a file too.
    #[arg(long, value_name = "FILE")]
    pub(crate) log: Option<PathBuf>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Drafts, folders of drafts, or `-` for standard input. Folders are searched for .md and .txt files.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    pub(crate) format: Format,

    /// Whether findings are printed in colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// The file that standard input is the text of; its folder decides about sources and settings.
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,
}

/// Arguments of `references`.
#[derive(Debug, Args)]
pub(crate) struct References {
    /// The draft, or `-` for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// How references are printed.
    #[arg(long, value_enum, default_value_t = ReferenceFormat::Jsonl)]
    pub(crate) format: ReferenceFormat,

    /// The file that standard input is the text of.
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the lines of the draft.
    Pretty,
    /// One line for each finding.
    Concise,
    /// One JSON array.
    Json,
}

/// How references are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReferenceFormat {
    /// One JSON object on a line.
    Jsonl,
}

/// Whether to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_in_order() {
        Arguments::command().debug_assert();
    }
}
