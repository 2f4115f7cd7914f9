//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Checks the references of United Nations policy documents against your sources.
#[derive(Debug, Parser)]
#[command(name = "penholder", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The day to take for today, 2026-11-24; for results that can be repeated.
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) today: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin: write a settings file to be filled in, and make a folder for the documents that drafts cite.
    ///
    /// What is there already is left as it is. Exit code: 0 done, 2 there is a settings file, or none can be written.
    Init {
        /// The folder of the drafts.
        #[arg(default_value = ".", value_name = "FOLDER")]
        folder: PathBuf,
    },
    /// Check drafts and print what is wrong.
    ///
    /// Exit code: 0 no errors or warnings, 1 some, 2 something could not be checked: a draft, or a source, settings or accepted
    /// findings that it is checked against.
    Check(Check),
    /// Print every reference of a draft to a document, one JSON object on a line.
    References(References),
    /// Write the clearance report of a draft: every reference with its standing, in one page.
    ///
    /// Exit code: 0 written, 2 the draft could not be checked, or settings, accepted findings or a corpus could not be used.
    Report(Report),
    /// Compare two versions of a draft, paragraph by paragraph.
    ///
    /// Exit code: 0 no difference, 1 differences, 2 a version could not be read.
    Compare(Compare),
    /// Print a document as a draft would cite it.
    Cite(Cite),
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
    /// Print which settings are in force for a draft and where each comes from.
    Config(Config),
    /// Print how things stand on this machine, to be sent to whoever helps you.
    Doctor {
        /// A folder of drafts.
        #[arg(default_value = ".", value_name = "FOLDER")]
        folder: PathBuf,
    },
    /// Print the completions for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page.
    Man,
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Check {
    /// Drafts, folders of drafts, or `-` for standard input. Folders are searched for .md, .txt and
    /// .docx files, but not those named sources.
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

    /// Mend what can be mended without a look, in the files themselves; standard input comes back mended
    /// on standard output. Word files are left as they are.
    #[arg(long)]
    pub(crate) fix: bool,

    /// Print what --fix would change, and change nothing.
    #[arg(long, conflicts_with_all = ["fix", "format", "write_baseline"])]
    pub(crate) diff: bool,

    /// Check again whenever a draft, a source or the settings change, until you end it.
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(crate) watch: bool,

    /// Only findings on lines that have changed since this revision of git, and in new files.
    #[arg(long, value_name = "REVISION")]
    pub(crate) since: Option<String>,

    /// Leave out the findings that this file says are accepted.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// Accept every finding there is now, and write them to this file.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "since", "watch"])]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Print how many findings each rule has, and not the findings.
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(crate) statistics: bool,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub(crate) struct Report {
    /// The draft (.md, .txt or .docx), or `-` for standard input.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The form of the report; without it, what the name of the output ends with, else a web page.
    #[arg(long, value_enum)]
    pub(crate) format: Option<ReportFormat>,

    /// Where the report is written; without it, on standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// The resolution that the draft answers, where it does not say so itself.
    #[arg(long, value_name = "SYMBOL")]
    pub(crate) mandate: Option<String>,

    /// The file that standard input is the text of.
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// A web page that needs nothing beside it.
    Html,
    /// Markdown.
    Markdown,
    /// The references as a table of comma-separated values.
    Csv,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The earlier version (.md, .txt or .docx).
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The later version, or `-` for standard input.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// The form of the comparison.
    #[arg(long, value_enum, default_value_t = CompareFormat::Text)]
    pub(crate) format: CompareFormat,

    /// Where it is written; without it, on standard output.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Whether it is printed in colour.
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// The file that standard input is the text of.
    #[arg(long, value_name = "PATH")]
    pub(crate) stdin_filename: Option<PathBuf>,
}

/// The form of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// For a terminal: what is gone stands in [-…-], what is new in {+…+}.
    Text,
    /// A web page that needs nothing beside it.
    Html,
}

/// Arguments of `cite`.
#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// A symbol, a title or an acronym: A/RES/67/172, ICRMW.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) document: String,

    /// The form; without it, the one that the settings have.
    #[arg(long, value_enum)]
    pub(crate) style: Option<Style>,

    /// A paragraph, or article of a treaty, to be cited: 15, "3 (a)", 12-14.
    #[arg(long, value_name = "PARAGRAPH")]
    pub(crate) para: Option<String>,
}

/// The form of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Style {
    /// General Assembly resolution 67/172 of 20 December 2012.
    Full,
    /// resolution 67/172.
    Short,
    /// A/RES/67/172.
    Symbol,
    /// General Assembly resolution 67/172, entitled “Protection of migrants”.
    Title,
    /// A link to the official document.
    Markdown,
    /// General Assembly resolution 67/172, para. 15.
    Footnote,
}

/// Arguments of `config`.
#[derive(Debug, Args)]
pub(crate) struct Config {
    /// The draft, or a folder of drafts.
    #[arg(long, default_value = ".", value_name = "PATH")]
    pub(crate) show: PathBuf,

    /// Print the JSON Schema of penholder.toml instead.
    #[arg(long)]
    pub(crate) schema: bool,
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
    /// The Static Analysis Results Interchange Format 2.1.0.
    Sarif,
    /// Annotations for a GitHub workflow.
    Github,
    /// A report of code quality for GitLab.
    Gitlab,
    /// A report of tests in XML, for servers of continuous integration.
    Junit,
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
