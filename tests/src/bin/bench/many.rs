//! Many drafts in one run: `penholder check` beside rumdl and typos over the same files, and the start of
//! `penholder check` on one small file.
//!
//! The peers look for other things than we do; they say what it costs to read so many files at all. Where one is
//! not installed, its row is left out.

#![allow(clippy::cast_precision_loss, reason = "sizes are small")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use tests::Used;

use crate::programs::{check, installed, used};
use crate::{Failure, RUNS, milliseconds};

/// Size of a draft in bytes.
const DRAFT: usize = 20_000;
/// How many drafts differ by more than their last line.
const DIFFERENT: usize = 100;
/// How many files stand in one folder.
const IN_FOLDER: usize = 100;

/// The section about `count` drafts.
pub(super) fn section(root: &Path, penholder: &Path, count: usize) -> Result<String, Failure> {
    let folder = tempfile::tempdir()?;
    let bytes = write_drafts(root, folder.path(), count)?;
    let some = tempfile::tempdir()?;
    write_drafts(root, some.path(), count.div_ceil(10))?;

    let ours = |at: &Path| used(check(penholder).arg(at));
    // Brings the files into memory, so that the first program does not pay for the others.
    ours(folder.path())?;
    let mut rows = vec![("penholder", ours(folder.path())?)];
    for (name, arguments) in [("rumdl", &["check", "--no-cache"][..]), ("typos", &[])] {
        if let Some(program) = installed(name) {
            rows.push((
                name,
                used(Command::new(program).args(arguments).arg(folder.path()))?,
            ));
        }
    }
    let tenth = ours(some.path())?;
    let own = rows[0].1.processor.as_secs_f64();
    let mut out = format!(
        "{count} drafts of 20 kB, generated prose, all of them in the file system's memory, on two shared cores.\n\n\
         | program | wall, s | processor, s | MB/s | processor time against penholder | peak memory, MB |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for (name, used) in &rows {
        let rate = bytes as f64 / 1e6 / used.wall.as_secs_f64();
        let ratio = used.processor.as_secs_f64() / own;
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "| {name} | {:.2} | {:.2} | {rate:.1} | {ratio:.2} | {} |",
            used.wall.as_secs_f64(),
            used.processor.as_secs_f64(),
            used.memory / 1_000_000,
        );
    }
    let small = root.join("tests/drafts/clean.md");
    let runs = (0..=RUNS)
        .map(|_| used(check(penholder).arg(&small)))
        .collect::<Result<Vec<_>, _>>()?;
    // The first brings the file into memory.
    let [wall, processor] = Used::middle(&runs[1..]);
    let _ = writeln!(
        out,
        "\nFor a tenth of the drafts penholder takes {} MB. One small file, whole process: {} on the clock, {} of the processor (median of {RUNS}).",
        tenth.memory / 1_000_000,
        milliseconds(wall),
        milliseconds(processor),
    );
    Ok(out)
}

/// Writes `count` drafts below `folder`; how many bytes they have together.
fn write_drafts(root: &Path, folder: &Path, count: usize) -> Result<usize, Failure> {
    let prose = tests::draft_prose(root, (DRAFT + 2_000) * DIFFERENT);
    let drafts = cut(&prose);
    let mut bytes = 0;
    for number in 0..count {
        let inner = folder.join(format!("{:03}", number / IN_FOLDER));
        if number % IN_FOLDER == 0 {
            std::fs::create_dir_all(&inner)?;
        }
        let text = format!("{}\n\nDraft {number}.\n", drafts[number % drafts.len()]);
        bytes += text.len();
        std::fs::write(inner.join(format!("{number}.md")), text)?;
    }
    Ok(bytes)
}

/// The prose in pieces of a draft's size, cut between paragraphs.
fn cut(prose: &str) -> Vec<&str> {
    let mut drafts = Vec::new();
    let mut start = 0;
    for (end, _) in prose.match_indices("\n\n") {
        if end - start >= DRAFT {
            drafts.push(&prose[start..end]);
            start = end + 2;
        }
    }
    drafts
}
