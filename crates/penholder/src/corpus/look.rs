//! Commands that look at a corpus: list, stats, verify.

use std::io::Write;
use std::path::Path;

use corpus::{Corpus, CorpusError};
use sources::Sources;

use super::change::Advice;
use super::progress::Bar;
use super::{List, Outcome, Trouble};
use crate::out::{self, several};
use crate::{CLEAN, FOUND};

/// How many documents a beginning lists.
const MOST: usize = 100_000;

fn open(root: &Path) -> Result<Corpus, Trouble> {
    Corpus::open(root, "your corpus").map_err(|error| match error {
        CorpusError::Missing(_) => Trouble::at(
            root,
            "there is no corpus yet; `penholder corpus add PATH` makes one",
        ),
        error => Trouble::of(root, &error),
    })
}

/// `corpus list`.
pub(super) fn list(root: &Path, list: &List) -> Outcome {
    let corpus = open(root)?;
    let mut out = out::standard();
    if list.failed {
        let mut advice = Advice::default();
        for problem in corpus.problems() {
            match &problem.failure {
                Some(why) => writeln!(out, "{}: {}", problem.path, advice.on(why))?,
                None => writeln!(out, "{}: some characters were replaced", problem.path)?,
            }
        }
        out.flush()?;
        return Ok(CLEAN);
    }
    let Some(beginning) = &list.beginning else {
        for row in 0..corpus.len() {
            let Some(source) = corpus.facts(row) else {
                out::note(root, "a document is damaged; `penholder corpus verify`");
                continue;
            };
            if let Some(name) = source.referents.first() {
                writeln!(out, "{name}\t{}", source.title)?;
            }
        }
        out.flush()?;
        return Ok(CLEAN);
    };
    let found = corpus.complete(beginning, MOST);
    for heading in &found.value {
        writeln!(out, "{}\t{}", heading.referent, heading.title)?;
    }
    out.flush()?;
    Ok(super::ask::code(found.complete, found.value.is_empty()))
}

/// `corpus stats`.
pub(super) fn stats(root: &Path) -> Outcome {
    let corpus = open(root)?;
    let mut out = out::standard();
    let (bytes, problems) = (size(root), corpus.problems().len());
    writeln!(out, "folder\t{}", root.display())?;
    writeln!(out, "documents\t{}", corpus.len())?;
    writeln!(out, "passages\t{}", corpus.passages())?;
    writeln!(out, "files that gave nothing or not everything\t{problems}")?;
    let (whole, tenth) = (bytes / 1_000_000, bytes / 100_000 % 10);
    writeln!(out, "size on disk\t{whole}.{tenth} MB")?;
    writeln!(out, "fingerprint\t{}", corpus.fingerprint())?;
    if let Some(day) = corpus.updated() {
        writeln!(out, "last changed\t{}", day.in_prose())?;
    }
    for declared in corpus.declared() {
        writeln!(
            out,
            "held in full\t{}, as of {}",
            declared.series, declared.as_of
        )?;
    }
    out.flush()?;
    Ok(CLEAN)
}

/// `corpus verify`.
pub(super) fn verify(root: &Path) -> Outcome {
    let corpus = open(root)?;
    let bar = Bar::over(corpus.len(), "documents");
    let damaged = corpus.verify(|done| bar.at(done));
    bar.end();
    let mut out = out::standard();
    for what in &damaged {
        writeln!(out, "damaged: {what}")?;
    }
    out.flush()?;
    if damaged.is_empty() {
        eprintln!(
            "{} and the index are as they were written",
            several(corpus.len(), "document")
        );
        return Ok(CLEAN);
    }
    eprintln!(
        "{} damaged; `penholder corpus rebuild` mends it",
        several(damaged.len(), "part")
    );
    Ok(FOUND)
}

/// Size of everything below a folder, in bytes.
fn size(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(about) if about.is_dir() => size(&entry.path()),
            Ok(about) => about.len(),
            Err(_) => 0,
        })
        .sum()
}
