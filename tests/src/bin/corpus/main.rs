//! Measures the corpus: building and asking a generated library, and right answers on real texts.
//!
//! `cargo run --release -p tests --bin corpus -- speed [DOCUMENTS] [--write]` builds a library beside a bare
//! engine and asks it; `--write` puts the table into `docs/benchmarks.md`.
//! `… -- quality [SEED] [--show] [--write]` scores quotations and suggestions on the texts of `PENHOLDER_DATA`, or of
//! `shared/data` beside the repository. `… -- generate DOCUMENTS FOLDER` writes a library and no more.

#![allow(
    clippy::cast_precision_loss,
    reason = "sizes are far below what a float holds"
)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use tests::accuracy::data_folder;
use tests::library::asking::{self, Times};
use tests::library::{generator, quality, speed};

mod measured;

/// How often each question is asked.
const ASKED: usize = 1000;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["generate", documents, folder] => generate(documents, Path::new(folder)),
        ["speed", rest @ ..] => measured::measure(rest),
        ["quality", rest @ ..] => judge(rest),
        ["build-bare", folder, place, threads] => say(threads, |threads| {
            speed::build_bare(Path::new(folder), Path::new(place), threads)
        }),
        ["build-ours", folder, place, threads] => say(threads, |threads| {
            speed::build_ours(Path::new(folder), Path::new(place), threads)
        }),
        ["first", root, symbol] => speed::first_answer(Path::new(root), symbol),
        ["open", root, count] => open(Path::new(root), count),
        ["ask", root, documents, question] => ask(Path::new(root), documents, question),
        ["ask", root, documents] => ask_all(Path::new(root), documents),
        _ => Err(
            "say speed [DOCUMENTS] [--write], quality [SEED] [--show] [--write], or generate DOCUMENTS FOLDER"
                .into(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(documents: &str, folder: &Path) -> Result<(), Failure> {
    let size = generator::write(folder, documents.parse()?)?;
    println!("{size} bytes");
    Ok(())
}

/// Prints what a process that builds has needed: seconds, peak in MiB, processor seconds, files read.
fn say(
    threads: &str,
    build: impl FnOnce(usize) -> Result<speed::Built, Failure>,
) -> Result<(), Failure> {
    let needed = build(threads.parse()?)?;
    println!(
        "{} {} {} {}",
        needed.seconds, needed.peak, needed.processor, needed.files
    );
    Ok(())
}

/// Says the times of opening the corpus.
fn open(root: &Path, count: &str) -> Result<(), Failure> {
    say_times(asking::open(root, count.parse()?)?);
    Ok(())
}

/// Says the times of one question.
fn ask(root: &Path, documents: &str, question: &str) -> Result<(), Failure> {
    let times = asking::ask(root, documents.parse()?, question.parse()?, ASKED)?;
    say_times(times);
    Ok(())
}

/// Says the times of all questions, a line for each, and the memory in MiB.
fn ask_all(root: &Path, documents: &str) -> Result<(), Failure> {
    let (all, memory) = asking::ask_all(root, documents.parse()?, ASKED)?;
    all.into_iter().for_each(say_times);
    println!("{:.0}", memory.max(0.0));
    Ok(())
}

fn say_times(times: Times) {
    println!("{} {}", times.middle.as_nanos(), times.last.as_nanos());
}

fn judge(words: &[&str]) -> Result<(), Failure> {
    let seed = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(11);
    let show = words.contains(&"--show");
    let texts = data_folder().join("texts");
    if !texts.is_dir() {
        return Err("the real texts are not at hand".into());
    }
    let place = tempfile::tempdir()?;
    let scores = quality::score(&texts, &place.path().join("corpus"), seed, show)?;
    let mut table = format!(
        "## Quotations and suggested sources\n\n\
         Made by `cargo run --release -p tests --bin corpus -- quality {seed} --write` on the real resolutions: \
         sentences drawn by dice, changed, shortened and retold by rules.\n\n\
         | what | right | of | share |\n| --- | ---: | ---: | ---: |\n"
    );
    for (what, score) in scores {
        let share = 100.0 * score.right as f64 / score.all.max(1) as f64;
        writeln!(
            table,
            "| {what} | {} | {} | {share:.1} % |",
            score.right, score.all
        )?;
    }
    Ok(tests::show_section("corpus quality", &table, words)?)
}
