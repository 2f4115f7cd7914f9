//! Measures how exactly and how fast real documents are read: paragraphs, mastheads, PDF and Word.
//!
//! `cargo run --release -p tests --bin structure [-- --cases] [--write]` reads the data folder
//! (`PENHOLDER_DATA`, else `../shared/data` beside the repository) and prints tables; `--cases` adds every
//! difference, `--write` puts the tables into `docs/benchmarks.md`, which only a release build does, and
//! `--written NAME…` prints the rows of `tests/structure/truth.tsv` as these texts are read now. What is not at
//! hand is said and skipped. `--read PATH` reads one file and says nothing: it is what is timed.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use tests::accuracy::data_folder;
use tests::structure::{
    Read, Share, agreement, compare_pdf, documents, files, imported, invariants, mastheads, paces,
    texts, written,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, path] = arguments.as_slice()
        && flag == "--read"
    {
        return match imported(Path::new(path)) {
            Ok(_) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let asked = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if asked("--write") && cfg!(debug_assertions) {
        eprintln!("the tables have times in them, which a build without optimisation cannot give");
        return ExitCode::FAILURE;
    }
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
    let mut page = format!(
        "## How exactly documents are read\n\n\
         Made by `cargo run --release -p tests --bin structure -- --write`: {} texts of {} kB, read in {} ms.\n\n\
         | what | share |\n| --- | --- |\n",
        texts.len(),
        bytes / 1024,
        time.as_millis()
    );
    let mut cases = by_hand(&mut page, &texts, &files);
    cases.extend(what_must_hold(&mut page, &texts));
    cases.extend(heads(&mut page, &data, &texts));
    speeds(&mut page, &data);
    cases.extend(beside_pdftotext(&mut page, &data));
    print!("{page}");
    if asked("--cases") {
        println!("\n{}", cases.join("\n"));
    }
    if asked("--write")
        && let Err(error) = tests::write_section("structure", &page)
    {
        eprintln!("docs/benchmarks.md: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn line(page: &mut String, what: &str, share: Share) {
    row(page, &format!("| {what} | {share} |"));
}

fn row(page: &mut String, cells: &str) {
    page.push_str(cells);
    page.push('\n');
}

fn by_hand(page: &mut String, texts: &[Read], files: &[Read]) -> Vec<String> {
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
                line(page, what, found.paragraphs);
                cases.extend(found.differences);
            }
            Err(error) => row(page, &format!("| the truth can't be read | {error} |")),
        }
    }
    cases
}

fn what_must_hold(page: &mut String, texts: &[Read]) -> Vec<String> {
    let broken = invariants(texts);
    line(page, "labels follow one another", broken.consecutive);
    line(page, "labels stand once", broken.unique);
    line(
        page,
        "passages without head, foot or page number",
        broken.clean,
    );
    line(page, "words without a figure", broken.figures);
    line(page, "paragraphs begin and end as one does", broken.whole);
    line(page, "passages in order, on pages that grow", broken.placed);
    broken.cases
}

fn heads(page: &mut String, data: &Path, texts: &[Read]) -> Vec<String> {
    let heads = match mastheads(data, texts) {
        Ok(heads) => heads,
        Err(error) => {
            row(page, &format!("| mastheads skipped | {error} |"));
            return Vec::new();
        }
    };
    line(page, "masthead: symbol", heads.symbol);
    line(page, "masthead: title", heads.title);
    line(page, "masthead: day of adoption", heads.date);
    line(page, "masthead: session", heads.session);
    line(page, "masthead: agenda item", heads.item);
    line(page, "masthead: report or draft", heads.report);
    line(page, "masthead: day of distribution", heads.distributed);
    line(page, "masthead: all of it", heads.whole);
    heads.differences
}

fn speeds(page: &mut String, data: &Path) {
    page.push_str(
        "\nWhole processes, from start to end, this program and `pdftotext -layout` in turns; the middle of \
         15 runs. Ours takes the document apart as well.\n\n\
         | file | pages | ours: ms | pages a second | processor, ms a page | `pdftotext`: ms | pages a second | processor, ms a page |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for path in documents(data) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let pages = imported(&path).map(|document| {
            let pages = document.passages.iter().filter_map(|passage| passage.page);
            pages.max().unwrap_or(0)
        });
        let cells = match pages.and_then(|pages| Ok((pages, paces(&path)?))) {
            // A Word file has no pages of its own.
            Ok((0, (own, _))) => format!(
                "| {:.1} | | {:.1} in all | | |",
                1000.0 * own.taken.as_secs_f64(),
                own.work(1)
            ),
            Ok((pages, (own, other))) => {
                let cells = |pace: tests::structure::Pace| {
                    format!(
                        "{:.1} | {:.0} | {:.2}",
                        1000.0 * pace.taken.as_secs_f64(),
                        pace.pages(pages),
                        pace.work(pages)
                    )
                };
                let other = other.map_or_else(|| "not at hand | |".to_owned(), cells);
                format!("{pages} | {} | {other}", cells(own))
            }
            Err(error) => format!("| {error} | | | | |"),
        };
        row(page, &format!("| {name} | {cells} |"));
    }
}

fn beside_pdftotext(page: &mut String, data: &Path) -> Vec<String> {
    row(
        page,
        "\n| numbered paragraphs of | as pdftotext has them | with the same spaces |\n| --- | --- | --- |",
    );
    let mut cases = Vec::new();
    let files = documents(data);
    let pdfs = files
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    for path in pdfs {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let compared = match compare_pdf(path) {
            Ok(one) => {
                let differences = one.differences.iter();
                cases
                    .extend(differences.map(|case| format!("{name}: pdftotext differs in {case}")));
                format!("{} | {}", one.letters, one.words)
            }
            Err(error) => format!("skipped: {error} |"),
        };
        row(page, &format!("| {name} | {compared} |"));
    }
    cases
}
