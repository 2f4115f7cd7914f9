//! Changing a corpus: files are read, stored and indexed; documents are taken out; coverage is declared.
//!
//! What has not changed is not even opened. Each step can be broken off anywhere and goes on from there
//! the next time: documents are durable batch by batch, the full text every few batches, and readers see
//! either the old generation or the new one.

mod forgetting;
mod reading;
mod rebuild;
mod report;
mod session;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use citation::Date;
use sources::Coverage;

use crate::error::CorpusError;
use crate::files::{self, Found, Unlisted};
use crate::import::{Child, Limits};
use crate::layout::Layout;
use crate::store::Declared;
pub use rebuild::rebuild;
pub use report::{Go, Report, Step};
use session::Session;

/// How a corpus is changed.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How many threads read files; 0 for as many as the machine has cores.
    pub jobs: usize,
    /// How foreign formats are read; without it they are reported as unreadable.
    pub child: Option<Child>,
    /// What a parser of a foreign format may use.
    pub limits: Limits,
    /// What is being done, in words, for whoever has to wait: "corpus add".
    pub command: String,
    /// What becomes of documents whose files are gone, or give nothing any more.
    pub gone: Gone,
}

/// What becomes of documents whose files are gone, or give nothing any more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gone {
    /// They stay: a corpus is not a mirror.
    #[default]
    Keep,
    /// They go: the index of a folder has what the folder has.
    Forget,
}

/// Reads what is new or changed below `paths` into the corpus at `root`, which is made where there is
/// none.
///
/// # Errors
/// When the corpus cannot be written, another process has it, or it is newer than this program. What is
/// wrong with a file is in the report.
pub fn add(
    root: &Path,
    paths: &[PathBuf],
    options: &Options,
    watch: &mut dyn FnMut(Step<'_>) -> Go,
) -> Result<Report, CorpusError> {
    let mut session = Session::open(root, options)?;
    let roots: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect();
    let (found, unlisted) = listing(&roots);
    let changed: Vec<Found> = found
        .iter()
        .filter(|file| !session.knows(file))
        .cloned()
        .collect();
    session.report.unchanged = found.len() - changed.len();
    let step = Step::Found {
        files: changed.len(),
        bytes: changed.iter().map(|file| file.size).sum(),
    };
    if watch(step) == Go::Stop {
        session.report.stopped = true;
        return session.finish(watch);
    }
    if options.gone == Gone::Forget {
        session.forget_gone(&roots, &found, &unlisted);
    }
    for folder in &unlisted {
        session.note_unlisted(folder, options.gone);
    }
    session.read(&changed, options, watch)?;
    session.finish(watch)
}

/// Brings the index of the folder `sources` up to date: the same as [`add`], and what is gone from the
/// folder is gone from the index.
///
/// # Errors
/// As [`add`].
pub fn index_folder(
    root: &Path,
    sources: &Path,
    options: &Options,
    watch: &mut dyn FnMut(Step<'_>) -> Go,
) -> Result<Report, CorpusError> {
    // What is seen now is what the index will be asked for; a later change makes it stale.
    let state = crate::freshness::state_of(sources);
    let options = Options {
        gone: Gone::Forget,
        ..options.clone()
    };
    let report = add(root, &[sources.to_owned()], &options, watch)?;
    if !report.stopped {
        crate::freshness::write(root, &state)?;
    }
    Ok(report)
}

/// Takes documents out: each of `names` is a symbol, or the path of a file or folder.
///
/// # Errors
/// When there is no corpus, it cannot be written, or another process has it.
pub fn remove(root: &Path, names: &[String], options: &Options) -> Result<Report, CorpusError> {
    Layout::new(root).check()?;
    let mut session = Session::open(root, options)?;
    for name in names {
        session.remove(name, &absolute(Path::new(name)))?;
    }
    session.finish(&mut |_| Go::On)
}

/// Declares that the corpus holds `series` in full as of a day; without a day, takes back what was
/// declared of it.
///
/// # Errors
/// When the corpus cannot be written, or another process has it.
pub fn cover(
    root: &Path,
    series: &Coverage,
    as_of: Option<Date>,
    options: &Options,
) -> Result<Report, CorpusError> {
    let mut session = Session::open(root, options)?;
    let name = series.to_string();
    let mut declared = session.declared().to_vec();
    declared.retain(|known| known.series != name);
    declared.extend(as_of.map(|as_of| Declared {
        series: name,
        as_of: as_of.to_string(),
    }));
    declared.sort();
    session.declare(declared);
    session.finish(&mut |_| Go::On)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Every file below `roots`, each once, and what can't be listed.
fn listing(roots: &[PathBuf]) -> (Vec<Found>, Vec<Unlisted>) {
    let mut files = Vec::new();
    let mut unlisted = Vec::new();
    let mut seen = HashSet::new();
    for root in roots {
        let (found, without) = files::below(root);
        unlisted.extend(without);
        files.extend(
            found
                .into_iter()
                .filter(|file| seen.insert(file.path.clone())),
        );
    }
    (files, unlisted)
}
