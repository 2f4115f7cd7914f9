//! Measures what a drafter waits for: the check of a long draft, the first findings after an editor opens
//! one, and the scanner beside other tools.
//!
//! `cargo run --release -p tests --bin bench [-- --write]` prints tables of medians; `--write` puts them into
//! `docs/benchmarks.md`; `--scanner` measures the scanner alone, `--many 10000` as many drafts in one run,
//! `--typing` a change in process, `--editor` the binary as an editor sees it beside its neighbours
//! (`--editor "1 MB"`: on that text alone), `--flat` what memory does over a long day, `--growth` how the check of
//! hostile drafts grows with them; each has a section of its own. An editor's wait is measured beside a null server,
//! which answers at once and knows nothing, started in the same way in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;

mod flat;
mod growth;
mod many;
mod null_server;
mod patterns;
mod programs;
mod scanner;
mod typing;
mod waits;
mod wire;

use programs::{check, penholder, used};
use wire::Editor;

/// How often each thing is measured.
const RUNS: usize = 20;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--null-server"] => return null_server::run(),
        ["--typing", flags @ ..] => section("typing", typing::page, flags),
        ["--editor", text] if !text.starts_with("--") => {
            section("editor", |root| waits::page(root, Some(text)), &[])
        }
        ["--editor", flags @ ..] => section("editor", |root| waits::page(root, None), flags),
        ["--flat", flags @ ..] => section("flat", flat::page, flags),
        ["--growth", flags @ ..] => section("growth", growth::page, flags),
        ["--scanner", flags @ ..] => section("scanner", scanner::page, flags),
        ["--many", count, flags @ ..] => many_drafts(count, flags),
        ["--scan", file] => scanner::scan_file(Path::new(file)),
        ["--scan-repeated", piece] => {
            scanner::scan_repeated(piece);
            Ok(())
        }
        ["--regex", pattern, file] => scanner::search_file(Path::new(pattern), Path::new(file)),
        flags => section("bench", waiting, flags),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints a section of figures, and puts it into `docs/benchmarks.md` where that is asked for.
fn section(
    name: &str,
    figures: impl Fn(&Path) -> Result<String, Failure>,
    flags: &[&str],
) -> Result<(), Failure> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    Ok(tests::show_section(name, &figures(&root)?, flags)?)
}

fn many_drafts(count: &str, flags: &[&str]) -> Result<(), Failure> {
    let count: usize = count.parse()?;
    let figures = |root: &Path| {
        let figures = many::section(root, &penholder()?, count)?;
        Ok(format!(
            "## Many drafts\n\nMade by `cargo run --release -p tests --bin bench -- --many {count} --write`. {figures}"
        ))
    };
    section("bench many", figures, flags)
}

/// The check of drafts and the first findings of an editor.
fn waiting(root: &Path) -> Result<String, Failure> {
    let this = std::env::current_exe()?;
    let penholder = penholder()?;
    let folder = tempfile::tempdir()?;
    let long = folder.path().join("long.md");
    std::fs::write(&long, tests::draft_prose(root, 1_000_000))?;
    let short = root.join("tests/drafts/report.md");

    let checked = |draft: &Path| median(|| Ok(used(check(&penholder).arg(draft))?.wall));
    let check_long = checked(&long)?;
    let check_short = checked(&short)?;
    let sample = std::fs::read_to_string(&short)?;
    let first_findings = |program: &Path, argument: &str| {
        Ok(Editor::open(Command::new(program).arg(argument), &sample)?.1)
    };
    let ours = median(|| first_findings(&penholder, "lsp"))?;
    let null = median(|| first_findings(&this, "--null-server"))?;
    Ok(format!(
        "## What a drafter waits for\n\nMade by `cargo run --release -p tests --bin bench -- --write` on two shared \
         cores: medians of {RUNS} runs. The draft of 1 MB is generated prose with 8 references in 1,000 words.\n\n\
         | what | median |\n| --- | ---: |\n\
         | `penholder check`, draft of 1 MB, whole process | {} |\n\
         | `penholder check`, sample report, whole process | {} |\n\
         | `penholder lsp`, start to first findings, sample report | {} |\n\
         | a null server in its place | {} |\n",
        milliseconds(check_long),
        milliseconds(check_short),
        milliseconds(ours),
        milliseconds(null),
    ))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

fn median(mut run: impl FnMut() -> Result<Duration, Failure>) -> Result<Duration, Failure> {
    run()?;
    let mut times = (0..RUNS).map(|_| run()).collect::<Result<Vec<_>, _>>()?;
    times.sort();
    Ok(times[RUNS / 2])
}
