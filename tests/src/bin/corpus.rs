//! Measures the corpus: building and asking a generated library, and right answers on real texts.
//!
//! `cargo run --release -p tests --bin corpus -- speed [DOCUMENTS] [--write]` builds a library beside a bare
//! engine and asks it; `--write` puts the table into `docs/benchmarks.md`.
//! `… -- quality [--show]` scores quotations and suggestions on the texts of `PENHOLDER_DATA`, or of
//! `shared/data` beside the repository. `… -- generate DOCUMENTS FOLDER` writes a library and no more.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use tests::library::{generator, quality, speed};

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["generate", documents, folder] => generate(documents, Path::new(folder)),
        ["speed", rest @ ..] => measure(rest),
        ["quality", rest @ ..] => judge(rest.contains(&"--show")),
        ["build-bare", folder, place, threads] => say(threads, |threads| {
            speed::build_bare(Path::new(folder), Path::new(place), threads)
        }),
        ["build-ours", folder, place, threads] => say(threads, |threads| {
            speed::build_ours(Path::new(folder), Path::new(place), threads)
        }),
        ["first", root, symbol] => speed::first_answer(Path::new(root), symbol),
        _ => Err(
            "say speed [DOCUMENTS] [--write], quality [--show], or generate DOCUMENTS FOLDER"
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

/// Prints what a process that builds has needed: seconds, peak in MiB, processor seconds.
fn say(
    threads: &str,
    build: impl FnOnce(usize) -> Result<speed::Built, Failure>,
) -> Result<(), Failure> {
    let built = build(threads.parse()?)?;
    println!("{} {} {}", built.seconds, built.peak, built.processor);
    Ok(())
}

fn measure(words: &[&str]) -> Result<(), Failure> {
    let documents: usize = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(2000);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let folder = tempfile::tempdir()?;
    let (texts, bare, ours) = (
        folder.path().join("texts"),
        folder.path().join("bare"),
        folder.path().join("ours"),
    );
    let text_size = generator::write(&texts, documents)? as f64;
    let this = std::env::current_exe()?;
    let build = |how: &str, place: &Path| -> Result<Vec<f64>, Failure> {
        let output = Command::new(&this)
            .args([how])
            .arg(&texts)
            .arg(place)
            .arg(threads.to_string())
            .output()?;
        let said = String::from_utf8(output.stdout)?;
        let numbers: Vec<f64> = said
            .split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect();
        if numbers.len() == 3 {
            Ok(numbers)
        } else {
            Err(format!("{how} failed").into())
        }
    };
    let alone = build("build-bare", &bare)?;
    let built = build("build-ours", &ours)?;
    let (size_alone, size) = (speed::size(&bare)? as f64, speed::size(&ours)? as f64);
    let symbol = generator::symbol(documents / 2).0;
    let whole = |cold: bool| -> Result<Duration, Failure> {
        let mut taken = Vec::new();
        for _ in 0..11 {
            if cold {
                speed::cool(&ours);
            }
            let start = Instant::now();
            let status = Command::new(&this)
                .args(["first"])
                .arg(&ours)
                .arg(&symbol)
                .status()?;
            taken.push(start.elapsed());
            if !status.success() {
                return Err("the first answer failed".into());
            }
        }
        taken.sort();
        Ok(taken[taken.len() / 2])
    };
    let (warm, cold) = (whole(false)?, whole(true)?);
    let mut nothing = Vec::new();
    for _ in 0..11 {
        let start = Instant::now();
        Command::new("true").status()?;
        nothing.push(start.elapsed());
    }
    nothing.sort();
    let (asked, memory) = speed::ask(&ours, documents, 1000)?;

    let milliseconds = |time: Duration| format!("{:.3} ms", time.as_secs_f64() * 1000.0);
    let mut table = format!(
        "## Corpus of {documents} documents\n\n\
         Made by `cargo run --release -p tests --bin corpus -- speed {documents} --write`: generated documents, {:.0} MB of text, \
         {threads} threads. The bare engine indexes the same paragraphs with its own defaults, in the same run.\n\n\
         | what | ours | bare engine | ratio |\n| --- | ---: | ---: | ---: |\n\
         | build, wall time | {:.1} s | {:.1} s | {:.2} |\n\
         | build, processor time | {:.1} s | {:.1} s | {:.2} |\n\
         | build, peak memory | {:.0} MiB | {:.0} MiB | |\n\
         | size on disk, of the text | {:.2} | {:.2} | |\n\n\
         | question | median | 99 of 100 within |\n| --- | ---: | ---: |\n\
         | first symbol, whole process, warm (an empty process: {}) | {} | |\n\
         | first symbol, whole process, cold | {} | |\n",
        text_size / 1e6,
        built[0],
        alone[0],
        built[0] / alone[0],
        built[2],
        alone[2],
        built[2] / alone[2],
        built[1],
        alone[1],
        size / text_size,
        size_alone / text_size,
        milliseconds(nothing[5]),
        milliseconds(warm),
        milliseconds(cold),
    );
    for (what, times) in asked {
        table += &format!(
            "| {what} | {} | {} |\n",
            milliseconds(times.middle),
            milliseconds(times.last)
        );
    }
    table += &format!(
        "\nMemory of the asking process that is its own, all these questions included: {memory:.0} MiB.\n"
    );
    print!("{table}");
    if words.contains(&"--write") {
        put_into_page("## Corpus of", &table)?;
    }
    Ok(())
}

fn judge(show: bool) -> Result<(), Failure> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let data = std::env::var_os("PENHOLDER_DATA")
        .map(PathBuf::from)
        .into_iter()
        .chain(
            here.ancestors()
                .skip(2)
                .map(|folder| folder.join("shared/data")),
        )
        .find(|folder| folder.join("texts").is_dir())
        .ok_or("the real texts are not at hand")?;
    let place = tempfile::tempdir()?;
    let scores = quality::score(&data.join("texts"), &place.path().join("corpus"), show)?;
    println!("| what | right | of |\n| --- | ---: | ---: |");
    for (what, score) in scores {
        println!("| {what} | {} | {} |", score.right, score.all);
    }
    Ok(())
}

/// Puts a section into the page of benchmarks, in the place of the one that begins alike.
fn put_into_page(beginning: &str, section: &str) -> Result<(), Failure> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md");
    let text = std::fs::read_to_string(&page)?;
    let before = text
        .split(&format!("\n{beginning}"))
        .next()
        .unwrap_or(&text);
    let after = text
        .split_once(&format!("\n{beginning}"))
        .and_then(|(_, rest)| rest.find("\n## ").map(|at| &rest[at..]))
        .unwrap_or("");
    std::fs::write(&page, format!("{}\n\n{section}{after}", before.trim_end()))?;
    Ok(())
}
