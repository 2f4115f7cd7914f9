//! How long answers take: every question many times, each time about something else.
//!
//! What is asked about is generated again and not read from the corpus, so nothing of it is in memory
//! before it is asked for. Whether its files are in the page cache is for the caller to decide.

use std::path::Path;
use std::time::{Duration, Instant};

use citation::{Referent, Symbol};
use corpus::Corpus;
use sources::Sources;

use super::generator::{self, Dice, Vocabulary};
use super::speed::status;

type Failure = Box<dyn std::error::Error>;

/// The questions, in the order in which they are asked.
pub const QUESTIONS: [&str; 9] = [
    "symbol, exact",
    "symbol, by its beginning, 20 documents",
    "symbol, with a slip",
    "who cites a document",
    "search, three words drawn by their frequency",
    "search, three words of a passage",
    "a quotation, exact",
    "a quotation with one word altered",
    "sources for a passage",
];

/// Middle and last hundredth of some times.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// The median.
    pub middle: Duration,
    /// What 99 of 100 stay under.
    pub last: Duration,
}

impl Times {
    /// Of these times.
    pub fn of(mut taken: Vec<Duration>) -> Self {
        taken.sort();
        Self {
            middle: taken[taken.len() / 2],
            last: taken[taken.len() * 99 / 100],
        }
    }
}

fn times(count: usize, mut ask: impl FnMut(usize)) -> Times {
    Times::of(
        (0..count)
            .map(|round| {
                let start = Instant::now();
                ask(round);
                start.elapsed()
            })
            .collect(),
    )
}

/// Opens the corpus at `root` and searches it, `count` times, each with a word of its own.
///
/// # Errors
/// When it cannot be opened.
pub fn open(root: &Path, count: usize) -> Result<Times, Failure> {
    Corpus::open(root, "measured")?;
    let mut dice = Dice::new(5);
    let vocabulary = Vocabulary::default();
    let words: Vec<&str> = (0..count).map(|_| vocabulary.draw(&mut dice)).collect();
    Ok(times(count, |round| {
        let corpus = Corpus::open(root, "measured");
        let _ = corpus.map(|corpus| corpus.search(words[round], 1));
    }))
}

/// Asks the corpus at `root`, which holds a library of `documents`, one of the [`QUESTIONS`] `count` times.
///
/// # Errors
/// When it cannot be opened, or there is no such question.
pub fn ask(root: &Path, documents: usize, question: usize, count: usize) -> Result<Times, Failure> {
    let corpus = Corpus::open(root, "measured")?;
    let material = Material::of(documents, count);
    answered(&corpus, &material, question, count).ok_or_else(|| "no such question".into())
}

/// Asks one corpus all questions, `count` times each, and returns what memory of the process is then its
/// own, in MiB.
///
/// # Errors
/// When it cannot be opened.
pub fn ask_all(root: &Path, documents: usize, count: usize) -> Result<(Vec<Times>, f64), Failure> {
    let material = Material::of(documents, count);
    let before = status("RssAnon:");
    let corpus = Corpus::open(root, "measured")?;
    let times = (0..QUESTIONS.len())
        .filter_map(|question| answered(&corpus, &material, question, count))
        .collect();
    Ok((times, (status("RssAnon:") - before) / 1024.0))
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
    fn of(documents: usize, count: usize) -> Self {
        let mut dice = Dice::new(99);
        let vocabulary = Vocabulary::default();
        let mut symbols = Vec::with_capacity(count);
        let mut passages = Vec::with_capacity(count);
        while symbols.len() < count {
            let document = dice.below(documents);
            let Some(symbol) = Symbol::parse(&generator::symbol(document).0) else {
                continue;
            };
            symbols.push(symbol);
            let text = generator::text(document, documents, &vocabulary);
            let numbered: Vec<&str> = text
                .lines()
                .filter(|line| line.starts_with(|first: char| first.is_ascii_digit()))
                .filter_map(|line| line.split_once(". "))
                .map(|(_, words)| words.trim_end_matches(';'))
                .collect();
            passages.push(numbered[dice.below(numbered.len())].to_owned());
        }
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
        Referent::Symbol(self.symbols[round].clone())
    }
}

/// The answers to one of the [`QUESTIONS`].
fn answered(corpus: &Corpus, material: &Material, question: usize, count: usize) -> Option<Times> {
    let ask: &dyn Fn(usize) = match question {
        0 => &|round| assert!(corpus.resolve(&material.referent(round)).value.is_some()),
        1 => &|round| {
            let canonical = material.referent(round).to_string();
            corpus.complete(&canonical[..canonical.len() - 1], 20);
        },
        2 => &|round| {
            let slip = Symbol::parse(&format!("{}7", material.referent(round)));
            let _ = slip.map(|slip| corpus.nearest(&slip, 5));
        },
        3 => &|round| drop(corpus.cited_by(&material.referent(round), 10)),
        4 => &|round| drop(corpus.search(&material.frequent[round], 10)),
        5 => &|round| drop(corpus.search(&material.telling[round], 10)),
        6 => &|round| {
            let found = corpus.verbatim(&material.passages[round], None).value;
            assert!(!found.is_empty(), "{}", material.passages[round]);
        },
        7 => &|round| drop(corpus.verbatim(&material.altered[round], None)),
        8 => &|round| drop(corpus.sources_for(&material.altered[round], 5)),
        _ => return None,
    };
    Some(times(count, ask))
}
