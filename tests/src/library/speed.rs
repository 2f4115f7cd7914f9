//! How long building and asking take.
//!
//! Building is measured in a process of its own, beside a process in which the engine alone indexes the
//! same text with its own defaults. Asking is measured warm, each question many times with other words.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use citation::{Referent, Symbol};
use corpus::Corpus;
use corpus::update::{Go, Options, add};
use sources::Sources;
use tantivy::schema::{STRING, Schema, TEXT};
use tantivy::{Index, TantivyDocument};

use super::generator::{self, Dice, Vocabulary};

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
fn status(line: &str) -> f64 {
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

/// Middle and last hundredth of some times.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The median.
    pub middle: Duration,
    /// What 99 of 100 stay under.
    pub last: Duration,
}

fn times(count: usize, mut ask: impl FnMut(usize)) -> Times {
    let mut taken: Vec<Duration> = (0..count)
        .map(|round| {
            let start = Instant::now();
            ask(round);
            start.elapsed()
        })
        .collect();
    taken.sort();
    Times {
        middle: taken[count / 2],
        last: taken[count * 99 / 100],
    }
}

/// What was asked, with its times.
pub type Asked = (&'static str, Times);

/// Asks the corpus at `root`, which holds a library of `documents`, every question `count` times. Returns
/// the times, and the reader's own memory afterwards in MiB.
///
/// # Errors
/// When the corpus cannot be opened.
pub fn ask(root: &Path, documents: usize, count: usize) -> Result<(Vec<Asked>, f64), Failure> {
    let opening = times(20, |_| {
        let corpus = Corpus::open(root, "measured");
        let _ = corpus.map(|corpus| corpus.search("migrants", 1));
    });
    let corpus = Corpus::open(root, "measured")?;
    let material = Material::of(&corpus, documents, count);
    let mut asked = vec![("open the index and search once", opening)];
    asked.extend(symbols(&corpus, &material, count));
    asked.extend(texts(&corpus, &material, count));
    Ok((asked, status("RssAnon:") / 1024.0))
}

/// What questions are asked about.
struct Material {
    symbols: Vec<Symbol>,
    /// Passages as they are, and with one word changed.
    passages: Vec<String>,
    altered: Vec<String>,
    /// Three words: drawn by their frequency, and from a passage.
    frequent: Vec<String>,
    telling: Vec<String>,
}

impl Material {
    fn of(corpus: &Corpus, documents: usize, count: usize) -> Self {
        let mut dice = Dice::new(99);
        let symbols: Vec<Symbol> = (0..count)
            .filter_map(|_| Symbol::parse(&generator::symbol(dice.below(documents)).0))
            .collect();
        let passages: Vec<String> = symbols
            .iter()
            .filter_map(|symbol| {
                let document = corpus.document(&Referent::Symbol(symbol.clone())).value?;
                let place = symbol.canonical().len() * 7 % document.passages.len();
                Some(document.passages[place].words.to_string())
            })
            .collect();
        let altered = passages.iter().map(|words| {
            let mut words: Vec<&str> = words.split(' ').collect();
            let middle = words.len() / 2;
            words[middle] = "otherwise";
            words.join(" ")
        });
        let telling = passages.iter().map(|words| {
            let words: Vec<&str> = words.split(' ').skip(2).take(3).collect();
            words.join(" ")
        });
        let vocabulary = Vocabulary::default();
        Self {
            altered: altered.collect(),
            telling: telling.collect(),
            frequent: (0..count)
                .map(|_| generator::sentence(&mut dice, &vocabulary, 3))
                .collect(),
            symbols,
            passages,
        }
    }

    fn referent(&self, round: usize) -> Referent {
        Referent::Symbol(self.symbols[round % self.symbols.len()].clone())
    }
}

fn symbols(corpus: &Corpus, material: &Material, count: usize) -> Vec<Asked> {
    let exact = times(count, |round| {
        assert!(corpus.resolve(&material.referent(round)).value.is_some());
    });
    let beginning = times(count, |round| {
        let canonical = material.referent(round).to_string();
        corpus.complete(&canonical[..canonical.len() - 1], 20);
    });
    let slip = times(count, |round| {
        let slip = format!("{}7", material.referent(round));
        if let Some(slip) = Symbol::parse(&slip) {
            corpus.nearest(&slip, 5);
        }
    });
    let cited_by = times(count, |round| {
        corpus.cited_by(&material.referent(round), 10);
    });
    vec![
        ("symbol, exact", exact),
        ("symbol, by its beginning, 20 documents", beginning),
        ("symbol, with a slip", slip),
        ("who cites a document", cited_by),
    ]
}

fn texts(corpus: &Corpus, material: &Material, count: usize) -> Vec<Asked> {
    let of = |list: &'_ [String], round: usize| list[round % list.len()].clone();
    let frequent = times(count, |round| {
        corpus.search(&of(&material.frequent, round), 10);
    });
    let telling = times(count, |round| {
        corpus.search(&of(&material.telling, round), 10);
    });
    let exact = times(count, |round| {
        corpus.verbatim(&of(&material.passages, round), None);
    });
    let altered = times(count, |round| {
        corpus.verbatim(&of(&material.altered, round), None);
    });
    let suggested = times(count, |round| {
        corpus.sources_for(&of(&material.altered, round), 5);
    });
    vec![
        ("search, three words drawn by their frequency", frequent),
        ("search, three words of a passage", telling),
        ("a quotation, exact", exact),
        ("a quotation with one word altered", altered),
        ("sources for a passage", suggested),
    ]
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
    for file in files(folder).unwrap_or_default() {
        let _ = Command::new("dd")
            .arg(format!("if={}", file.display()))
            .args(["iflag=nocache", "count=0", "status=none"])
            .status();
    }
}
