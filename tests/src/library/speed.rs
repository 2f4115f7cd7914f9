//! How long building takes, and how much of the machine it needs.
//!
//! Building is measured in a process of its own, beside a process in which the engine alone indexes the
//! same text with its own defaults. Here is also what brings files into the page cache and out of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use citation::{Referent, Symbol};
use corpus::Corpus;
use corpus::update::{Go, Options, add};
use sources::Sources;
use tantivy::schema::{STRING, Schema, TEXT};
use tantivy::{Index, TantivyDocument};

type Failure = Box<dyn std::error::Error>;

/// Memory for each thread of the bare engine, as for each of ours.
const MEMORY: usize = 64 * 1024 * 1024;

/// What a process that builds says: seconds, and its peak memory in MiB.
#[derive(Clone, Copy, Debug)]
pub struct Built {
    /// Wall time in seconds.
    pub seconds: f64,
    /// Peak resident memory in MiB.
    pub peak: f64,
    /// Seconds of processor time.
    pub processor: f64,
    /// Files that were read.
    pub files: usize,
}

/// Indexes the files below `folder` with the bare engine into `place`: one entry for each paragraph.
///
/// # Errors
/// When files cannot be read or written.
pub fn build_bare(folder: &Path, place: &Path, threads: usize) -> Result<Built, Failure> {
    let start = Instant::now();
    let mut schema = Schema::builder();
    let symbol = schema.add_text_field("symbol", STRING);
    let body = schema.add_text_field("body", TEXT);
    fs::create_dir_all(place)?;
    let index = Index::create_in_dir(place, schema.build())?;
    let mut writer = index.writer_with_num_threads(threads, threads * MEMORY)?;
    let paths = files(folder)?;
    for path in &paths {
        let text = fs::read_to_string(path)?;
        let own = text.lines().find_map(|line| line.strip_prefix("symbol: "));
        for line in text.lines().filter(|line| line.len() > 8) {
            let mut entry = TantivyDocument::new();
            entry.add_text(symbol, own.unwrap_or(""));
            entry.add_text(body, line);
            writer.add_document(entry)?;
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(built(start, paths.len()))
}

/// Adds the files below `folder` to a new corpus at `root`.
///
/// # Errors
/// When it cannot be written.
pub fn build_ours(folder: &Path, root: &Path, threads: usize) -> Result<Built, Failure> {
    let start = Instant::now();
    let options = Options {
        jobs: threads,
        command: "measuring".to_owned(),
        ..Options::default()
    };
    let report = add(root, &[folder.to_owned()], &options, &mut |_| Go::On)?;
    Ok(built(start, report.read))
}

fn built(start: Instant, files: usize) -> Built {
    Built {
        seconds: start.elapsed().as_secs_f64(),
        peak: status("VmHWM:") / 1024.0,
        processor: processor_seconds(),
        files,
    }
}

/// A line of what the system says of this process, in KiB.
pub(super) fn status(line: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|said| said.strip_prefix(line))
        .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0.0)
}

/// Processor time of this process, in seconds; a tick is a hundredth of one.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or("");
    let ticks: f64 = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum();
    ticks / 100.0
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Size of everything below a folder, in bytes.
///
/// # Errors
/// When it cannot be listed.
pub fn size(folder: &Path) -> Result<u64, Failure> {
    let files = files(folder)?;
    Ok(files
        .iter()
        .filter_map(|file| file.metadata().ok())
        .map(|about| about.len())
        .sum())
}

/// Opens the corpus at `root` and resolves `symbol`: what a whole process does for its first answer.
///
/// # Errors
/// When the corpus cannot be opened or does not hold it.
pub fn first_answer(root: &Path, symbol: &str) -> Result<(), Failure> {
    let corpus = Corpus::open(root, "measured")?;
    let symbol = Symbol::parse(symbol).ok_or("no symbol")?;
    let found = corpus.resolve(&Referent::Symbol(symbol)).value;
    found.map(|_| ()).ok_or_else(|| "not held".into())
}

/// Takes the files below `folder` out of the page cache, as far as the system lets us.
pub fn cool(folder: &Path) {
    // What is not written yet would stay.
    let _ = Command::new("sync").status();
    for file in files(folder).unwrap_or_default() {
        let _ = Command::new("dd")
            .arg(format!("if={}", file.display()))
            .args(["iflag=nocache", "count=0", "status=none"])
            .status();
    }
}

/// Brings the files below `folder` into the page cache.
///
/// # Errors
/// When they cannot be read.
pub fn warm(folder: &Path) -> Result<(), Failure> {
    for file in files(folder)? {
        std::io::copy(&mut fs::File::open(file)?, &mut std::io::sink())?;
    }
    Ok(())
}

/// Busy time of all processors since the machine started, and the part of it that this process and its
/// ended children took, in seconds.
pub fn busy() -> Option<(f64, f64)> {
    let seconds = |text: &str, from: usize, count: usize| -> f64 {
        let fields = text.split_whitespace().skip(from).take(count);
        fields
            .filter_map(|field| field.parse::<f64>().ok())
            .sum::<f64>()
            / 100.0
    };
    let all = fs::read_to_string("/proc/stat").ok()?;
    let all = all.lines().next()?.strip_prefix("cpu ")?;
    // User, nice and system; then, behind the times of rest, interrupts and what the host took.
    let busy = seconds(all, 0, 3) + seconds(all, 5, 3);
    let own = fs::read_to_string("/proc/self/stat").ok()?;
    Some((busy, seconds(own.rsplit(')').next()?, 11, 4)))
}

/// The name of the processor.
pub fn processor() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    about
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or_else(
            || "an unknown processor".to_owned(),
            |(_, name)| name.to_owned(),
        )
}
