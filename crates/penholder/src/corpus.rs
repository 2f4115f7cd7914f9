//! `penholder corpus`: the sources that drafts are checked against, on this machine.
//!
//! One file for each kind of thing that can be done: change it, ask it, look at it. The two hidden
//! commands are the child processes that read foreign formats and keep the index of a sources folder.

mod ask;
mod change;
mod child;
mod look;
mod progress;

use std::io;
use std::path::{Path, PathBuf};

use citation::Date;
use clap::builder::RangedU64ValueParser;
use clap::{Args, Subcommand};
use corpus::CorpusError;
use workspace::{Indexer, Patience, SourceSetup};

use crate::{UNCHECKED, out};

/// Arguments of `corpus`.
#[derive(Debug, Args)]
pub(crate) struct Corpus {
    #[command(subcommand)]
    command: Command,

    /// The folder of the corpus; without it, the one that belongs to you.
    #[arg(long, global = true, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
}

/// What to do with a corpus.
#[derive(Debug, Subcommand)]
enum Command {
    /// Read files and folders into the corpus; what has not changed is passed over.
    Add(Add),
    /// Print what the corpus holds, or the files that gave nothing.
    List(List),
    /// Print what is known of a document, or what a paragraph of it says.
    Show(Show),
    /// Print the passages and titles that have these words.
    Search(Search),
    /// Print where words stand, exactly or, from five words on, with at most one word in three altered.
    Quote(Quote),
    /// Print how much the corpus holds, its coverage and its fingerprint.
    Stats,
    /// Declare that a series is held in full, so that what is missing from it is worth a warning.
    Cover(Cover),
    /// Look at every byte and print what is damaged.
    Verify,
    /// Build everything anew from what is sound.
    Rebuild(Rebuild),
    /// Take documents out, by symbol, file or folder.
    Remove(Remove),
    /// Keep the index of a sources folder: the child process of `check` and `lsp`.
    #[command(hide = true)]
    IndexFolder {
        folder: PathBuf,
        index: PathBuf,
        /// Whatever stands there is damaged.
        #[arg(long)]
        anew: bool,
    },
    /// Take the text of a draft out of one file from standard input: the child process of `check`.
    #[command(hide = true)]
    ReadDraft {
        format: String,
        path: PathBuf,
        memory: u64,
    },
    /// Read one file from standard input: the child process of `add`.
    #[command(hide = true)]
    ReadFile {
        format: String,
        path: PathBuf,
        memory: u64,
    },
}

impl Command {
    /// Whether it leaves the corpus as it is, and needs one.
    const fn only_reads(&self) -> bool {
        matches!(
            self,
            Self::List(_)
                | Self::Show(_)
                | Self::Search(_)
                | Self::Quote(_)
                | Self::Stats
                | Self::Verify
        )
    }
}

/// Arguments of `corpus add`.
#[derive(Debug, Args)]
struct Add {
    /// Files and folders.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How many files are read at once; without it, as many as the machine has cores.
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "N")]
    jobs: usize,
}

/// Arguments of `corpus list`.
#[derive(Debug, Args)]
struct List {
    /// Only documents whose symbol or title begins with this.
    beginning: Option<String>,
    /// The files that gave nothing, and why.
    #[arg(long)]
    failed: bool,
}

/// Arguments of `corpus show`.
#[derive(Debug, Args)]
struct Show {
    /// A symbol, a number with its body's symbol, or a title.
    document: String,
    /// A paragraph, or article of a treaty: 15, "3 (a)", 12-14, "annex I 4".
    #[arg(long, value_name = "PARAGRAPH")]
    para: Option<String>,
    /// Who cites it, what it cites, and its earlier and later versions.
    #[arg(long)]
    related: bool,
}

/// Arguments of `corpus search`.
#[derive(Debug, Args)]
struct Search {
    /// The words. A passage need not have all of them.
    #[arg(required = true)]
    words: Vec<String>,
    /// How many passages are printed.
    #[arg(
        long,
        default_value_t = 10,
        value_name = "N",
        value_parser = RangedU64ValueParser::<usize>::new().range(1..)
    )]
    limit: usize,
}

/// Arguments of `corpus quote`.
#[derive(Debug, Args)]
struct Quote {
    /// The words of the quotation.
    words: String,
    /// The document that they are said to be from.
    #[arg(long, value_name = "DOCUMENT")]
    within: Option<String>,
}

/// Arguments of `corpus cover`.
#[derive(Debug, Args)]
struct Cover {
    /// The series: A/RES, S/RES.
    series: String,
    /// Sessions or years: 60-80, 1946-2024.
    terms: String,
    /// The day up to which that is true; without it, today.
    #[arg(long, value_name = "DATE", conflicts_with = "withdraw")]
    as_of: Option<String>,
    /// Take the declaration back.
    #[arg(long)]
    withdraw: bool,
}

/// Arguments of `corpus rebuild`.
#[derive(Debug, Args)]
struct Rebuild {
    /// How many threads work; without it, as many as the machine has cores.
    #[arg(long, default_value_t = 0, hide_default_value = true, value_name = "N")]
    jobs: usize,
}

/// Arguments of `corpus remove`.
#[derive(Debug, Args)]
struct Remove {
    /// Symbols, files or folders.
    #[arg(required = true, value_name = "WHAT")]
    names: Vec<String>,
}

/// Why a command could not do its work.
enum Trouble {
    /// Where, and what is the matter.
    At(PathBuf, String),
    /// The output cannot be written.
    Output(io::Error),
}

impl Trouble {
    fn at(place: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Self::At(place.into(), what.into())
    }

    /// The corpus at `root` cannot be used.
    fn of(root: &Path, error: &CorpusError) -> Self {
        Self::at(root, error.to_string())
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What a command comes to: an exit code, or what kept it from its work.
type Outcome = Result<u8, Trouble>;

/// Does what the arguments say.
pub(crate) fn run(arguments: &Corpus, today: impl Fn() -> Date) -> io::Result<u8> {
    if let Command::ReadFile {
        format,
        path,
        memory,
    } = &arguments.command
    {
        return child::read_file(format, path, *memory);
    }
    if let Command::ReadDraft { format, memory, .. } = &arguments.command {
        return child::read_draft(format, *memory);
    }
    if let Command::IndexFolder {
        folder,
        index,
        anew,
    } = &arguments.command
    {
        if *anew {
            child::mend(index);
        }
        return child::index_folder(folder, index);
    }
    if let Some(folder) = &arguments.corpus
        && arguments.command.only_reads()
        && !folder.is_dir()
    {
        out::note(folder, "there is no such folder");
        return Ok(UNCHECKED);
    }
    let Some(root) = arguments.corpus.clone().or_else(corpus::user_corpus) else {
        eprintln!("penholder: this system names no place for your data; use --corpus FOLDER");
        return Ok(UNCHECKED);
    };
    let outcome = match &arguments.command {
        Command::Add(add) => change::add(&root, add),
        Command::Rebuild(rebuild) => change::rebuild(&root, rebuild.jobs),
        Command::Remove(remove) => change::remove(&root, &remove.names),
        Command::Cover(cover) => change::cover(&root, cover, today()),
        Command::List(list) => look::list(&root, list),
        Command::Stats => look::stats(&root),
        Command::Verify => look::verify(&root),
        Command::Show(show) => ask::show(&root, show),
        Command::Search(search) => ask::search(&root, search),
        Command::Quote(quote) => ask::quote(&root, quote),
        Command::IndexFolder { .. } | Command::ReadFile { .. } | Command::ReadDraft { .. } => {
            return Ok(UNCHECKED);
        }
    };
    match outcome {
        Ok(code) => Ok(code),
        Err(Trouble::Output(error)) => Err(error),
        Err(Trouble::At(path, message)) => {
            out::note(&path, &message);
            Ok(UNCHECKED)
        }
    }
}

/// What this shell lends to workspaces: the user's corpus, and a child process that keeps the indexes of
/// their folders.
pub(crate) fn source_setup(patience: Patience) -> SourceSetup {
    SourceSetup {
        corpus: corpus::user_corpus(),
        indexer: std::env::current_exe().ok().map(|program| Indexer {
            program,
            arguments: vec!["corpus".to_owned(), "index-folder".to_owned()],
            patience,
        }),
    }
}
