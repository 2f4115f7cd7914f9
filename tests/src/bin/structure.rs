//! Measures how exactly and how fast real documents are read: paragraphs, mastheads, PDF and Word.
//!
//! `cargo run --release -p tests --bin structure [-- --cases]` reads the data folder (`PENHOLDER_DATA`,
//! else `../shared/data` beside the repository) and prints a table; `--cases` adds every difference, and
//! `--written NAME…` the rows of `tests/structure/truth.tsv` as these texts are read now. What is not at
//! hand is said and skipped.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tests::accuracy::data_folder;
use tests::structure::{
    Read, Share, agreement, compare_pdf, documents, files, invariants, mastheads, texts, timed,
    written,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let data = data_folder();
    let start = Instant::now();
    let texts = texts(&data);
    let time = start.elapsed();
    if texts.is_empty() {
        println!("skipped: no texts at {}", data.display());
        return ExitCode::SUCCESS;
    }
    let files = files(&data);
    if arguments.first().is_some_and(|first| first == "--written") {
        print!("{}", written(&arguments[1..], &texts));
        print!("{}", written(&arguments[1..], &files));
        return ExitCode::SUCCESS;
    }
    let bytes: usize = texts.iter().map(|(_, text, _)| text.len()).sum();
    println!(
        "{} texts of {} kB read in {} ms\n",
        texts.len(),
        bytes / 1024,
        time.as_millis()
    );
    println!("| what | share |\n| --- | --- |");
    let mut cases = by_hand(&texts, &files);
    cases.extend(what_must_hold(&texts));
    cases.extend(heads(&data, &texts));
    cases.extend(speeds(&data));
    if arguments.iter().any(|argument| argument == "--cases") {
        println!();
        for case in cases {
            println!("{case}");
        }
    }
    ExitCode::SUCCESS
}

fn line(what: &str, share: Share) {
    println!("| {what} | {share} |");
}

fn by_hand(texts: &[Read], files: &[Read]) -> Vec<String> {
    let truth = Path::new(env!("CARGO_MANIFEST_DIR")).join("structure/truth.tsv");
    let mut cases = Vec::new();
    for (what, read) in [
        (
            "paragraphs of texts as read by hand: label and words",
            texts,
        ),
        ("paragraphs of PDF and Word files as read by hand", files),
    ] {
        match agreement(&truth, read) {
            Ok(found) => {
                line(what, found.paragraphs);
                cases.extend(found.differences);
            }
            Err(error) => println!("| the truth can't be read | {error} |"),
        }
    }
    cases
}

fn what_must_hold(texts: &[Read]) -> Vec<String> {
    let broken = invariants(texts);
    line("labels follow one another", broken.consecutive);
    line("labels stand once", broken.unique);
    line("passages without head, foot or page number", broken.clean);
    line("words without a figure", broken.figures);
    line("paragraphs begin and end as one does", broken.whole);
    line("passages in order, on pages that grow", broken.placed);
    broken.cases
}

fn heads(data: &Path, texts: &[Read]) -> Vec<String> {
    let heads = match mastheads(data, texts) {
        Ok(heads) => heads,
        Err(error) => {
            println!("| mastheads skipped | {error} |");
            return Vec::new();
        }
    };
    line("masthead: symbol", heads.symbol);
    line("masthead: title", heads.title);
    line("masthead: day of adoption", heads.date);
    line("masthead: session", heads.session);
    line("masthead: agenda item", heads.item);
    line("masthead: report or draft", heads.report);
    line("masthead: day of distribution", heads.distributed);
    line("masthead: all of it", heads.whole);
    heads.differences
}

fn speeds(data: &Path) -> Vec<String> {
    println!("\n| file | pages | pages a second | as pdftotext has it | with the same spaces |");
    println!("| --- | ---: | ---: | --- | --- |");
    let mut cases = Vec::new();
    for path in documents(data) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match timed(&path) {
            Ok((_, timed)) => {
                let speed = f64::from(timed.pages) / timed.time.as_secs_f64();
                print!("| {name} | {} | {speed:.0} |", timed.pages);
            }
            Err(error) => print!("| {name} | | {error} |"),
        }
        if path.extension().is_some_and(|ending| ending == "docx") {
            println!(" | |");
            continue;
        }
        match compare_pdf(&path) {
            Ok(one) => {
                println!(" {} | {} |", one.letters, one.words);
                let differences = one.differences.iter();
                cases
                    .extend(differences.map(|case| format!("{name}: pdftotext differs in {case}")));
            }
            Err(error) => println!(" skipped: {error} | |"),
        }
    }
    cases
}
