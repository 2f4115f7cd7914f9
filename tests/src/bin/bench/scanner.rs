//! The scanner beside ripgrep and the `regex` crate, on the same draft prose, each in a process of its own,
//! in turns; and on texts made to be slow, by the byte beside the prose.
//!
//! Times are of the processor, not of the clock, so that a shared machine spoils them less.

#![expect(
    clippy::cast_precision_loss,
    reason = "sizes and counts are far below the precision of f64"
)]

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use regex::bytes::RegexBuilder;
use rustix::time::{ClockId, clock_gettime};
use sources::Sources;

use tests::Used;

use crate::{Failure, patterns};

/// Bytes of the draft prose.
const SIZE: usize = 100_000_000;

/// Bytes of each text that is made to be slow. Some are references from end to end, which are held all at once: more
/// of them would measure the machine's memory.
const HOSTILE: usize = 10_000_000;

/// How many rounds the tools run in turns.
const ROUNDS: usize = 5;

/// A tool that takes so many times as long as the scanner runs in the first round only: no further round would
/// change what is said of it, and five take minutes.
const SLOW: f64 = 20.0;

/// Texts of which every byte looks like the beginning of something.
const ADVERSARIAL: [(&str, &str); 10] = [
    ("a million digits and more", "1"),
    ("strokes and capitals", "A/"),
    ("beginnings of symbols", "A/A A/"),
    ("capitals only", "CAPITALS ONLY "),
    ("digits and strokes", "1/"),
    ("numbers without a resolution", "67/172, "),
    ("the word without a number", "resolution "),
    (
        "beginnings of a title",
        "International Convention on the Protection of ",
    ),
    ("a letter of another alphabet in quotation marks", "“А” "),
    ("a block a word", "a\n\n"),
];

/// A process to measure: its name, what it finds, and how it is started.
struct Tool {
    name: String,
    finds: &'static str,
    program: std::path::PathBuf,
    arguments: Vec<String>,
}

/// Scans `file` and prints how much was found and the seconds that the scan alone took.
pub(crate) fn scan_file(file: &Path) -> Result<(), Failure> {
    report(&std::fs::read_to_string(file)?);
    Ok(())
}

/// Scans `piece` repeated, and prints the same.
pub(crate) fn scan_repeated(piece: &str) {
    report(&piece.repeat(HOSTILE / piece.len()));
}

fn report(text: &str) {
    let lexicon = sources::Catalogue.lexicon();
    let start = processor_seconds();
    let found = citation::scan(text, &lexicon).len();
    println!("{found} {}", processor_seconds() - start);
}

fn processor_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Searches `file` for the pattern that the file `pattern` holds with the `regex` crate, and prints how much was found.
pub(crate) fn search_file(pattern: &Path, file: &Path) -> Result<(), Failure> {
    let text = std::fs::read(file)?;
    let pattern = std::fs::read_to_string(pattern)?;
    let regex = RegexBuilder::new(pattern.trim_end())
        .unicode(false)
        .build()?;
    println!("{} 0", regex.find_iter(&text).count());
    Ok(())
}

/// The section of `docs/benchmarks.md`.
pub(crate) fn page(root: &Path) -> Result<String, Failure> {
    let tables = tables(root)?;
    Ok(format!(
        "## The scanner\n\nMade by `cargo run --release -p tests --bin bench -- --scanner --write` on two shared \
         cores.\n\n{tables}"
    ))
}

/// The comparison as two tables.
fn tables(root: &Path) -> Result<String, Failure> {
    let folder = tempfile::tempdir()?;
    let draft = folder.path().join("draft.md");
    std::fs::write(&draft, tests::draft_prose(root, SIZE))?;
    let tools = tools(&draft)?;
    let mut seconds = vec![Vec::new(); tools.len()];
    let mut counts = vec![0; tools.len()];
    let mut scans = Vec::new();
    for round in 0..ROUNDS {
        for (index, tool) in tools.iter().enumerate() {
            if round > 0 && seconds[index][0] > SLOW * seconds[0][0] {
                continue;
            }
            let run = run(tool)?;
            seconds[index].push(run.seconds);
            counts[index] = run.found;
            if index == 0 {
                scans.push(run.scan);
            }
        }
    }
    let mut page = format!(
        "Processor time of the whole process over {} MB of generated draft prose, medians of {ROUNDS} rounds \
         in turns, one of what takes more than {SLOW} times as long as ours; the ratio is that of the same round, \
         with its least and greatest.\n\n\
         | process | finds | found | seconds | MB/s | times ours |\n| --- | --- | ---: | ---: | ---: | ---: |\n",
        SIZE / 1_000_000
    );
    for (index, tool) in tools.iter().enumerate() {
        let ratios: Vec<f64> = seconds[index]
            .iter()
            .zip(&seconds[0])
            .map(|(one, ours)| one / ours)
            .collect();
        let time = median(&seconds[index]);
        writeln!(
            page,
            "| {} | {} | {} | {time:.3} | {:.0} | {:.2} ({:.2}–{:.2}) |",
            tool.name,
            tool.finds,
            counts[index],
            rate(SIZE, time),
            median(&ratios),
            ratios.iter().copied().fold(f64::MAX, f64::min),
            ratios.iter().copied().fold(0.0, f64::max),
        )?;
    }
    let scan = median(&scans);
    writeln!(
        page,
        "\nThe scan alone, without reading the file: {scan:.3} s, {:.0} MB/s, where the target is 1,000.\n",
        rate(SIZE, scan)
    )?;
    if !has_ripgrep() {
        page.push_str("Skipped: ripgrep, which is not installed here.\n\n");
    }
    page.push_str(&density(root, &draft, scan)?);
    page.push_str(&adversarial(scan)?);
    Ok(page)
}

/// How dense references are in the draft prose, whose scan takes `prose` seconds, and in the texts of resolutions
/// that lie beside the repository: a byte costs what stands in it.
fn density(root: &Path, draft: &Path, prose: f64) -> Result<String, Failure> {
    let mut page = String::from(
        "A text costs what it holds. The scan alone, and how dense the references are that it finds:\n\n\
         | text | references per 1,000 bytes | MB/s |\n| --- | ---: | ---: |\n",
    );
    let written = std::fs::read_to_string(draft)?;
    let mut row = |name: &str, text: &str, seconds: f64| {
        let found = citation::scan(text, &sources::Catalogue.lexicon()).len();
        writeln!(
            page,
            "| {name} | {:.2} | {:.0} |",
            found as f64 * 1000.0 / text.len() as f64,
            text.len() as f64 / 1e6 / seconds
        )
    };
    row("generated draft prose", &written, prose)?;
    let Some(real) = real_texts(root) else {
        page.push_str(
            "\nSkipped: the texts of resolutions, which are not beside the repository.\n\n",
        );
        return Ok(page);
    };
    let file = draft.with_file_name("real.txt");
    std::fs::write(&file, &real)?;
    let mut tool = Tool {
        name: "real texts".into(),
        finds: "",
        program: std::env::current_exe()?,
        arguments: vec!["--scan".into(), file.display().to_string()],
    };
    row("texts of resolutions", &real, median_scan(&tool)?)?;
    let bare = "States have the duty to protect the rights of everyone, whatever their status. ";
    tool.arguments = vec!["--scan-repeated".into(), bare.into()];
    row(
        "prose without a reference",
        &bare.repeat(HOSTILE / bare.len()),
        median_scan(&tool)?,
    )?;
    page.push('\n');
    Ok(page)
}

/// All texts of the folder of data beside the repository, one behind the other.
fn real_texts(root: &Path) -> Option<String> {
    let data = std::env::var_os("PENHOLDER_DATA")
        .map_or_else(|| root.join("../shared/data"), std::path::PathBuf::from);
    let mut files: Vec<_> = std::fs::read_dir(data.join("texts"))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let texts = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok());
    let whole = texts.collect::<Vec<_>>().join("\n\n");
    (!whole.is_empty()).then_some(whole)
}

/// The median of the seconds that the scan alone takes.
fn median_scan(tool: &Tool) -> Result<f64, Failure> {
    let runs = (0..ROUNDS)
        .map(|_| Ok(run(tool)?.scan))
        .collect::<Result<Vec<_>, Failure>>()?;
    Ok(median(&runs))
}

/// Our scanner first. The patterns of the others are written beside `draft`: that of all names is longer than an argument
/// may be.
fn tools(draft: &Path) -> Result<Vec<Tool>, Failure> {
    let this = std::env::current_exe()?;
    let file = draft.display().to_string();
    let mut tools = vec![Tool {
        name: "Penholder's scanner".into(),
        finds: "everything it knows",
        program: this.clone(),
        arguments: vec!["--scan".into(), file.clone()],
    }];
    for (index, (finds, pattern)) in patterns::all().into_iter().enumerate() {
        let written = draft.with_file_name(format!("pattern-{index}"));
        std::fs::write(&written, pattern + "\n")?;
        let pattern = written.display().to_string();
        tools.push(Tool {
            name: "the `regex` crate".into(),
            finds,
            program: this.clone(),
            arguments: vec!["--regex".into(), pattern.clone(), file.clone()],
        });
        if !has_ripgrep() {
            continue;
        }
        for options in ["-o", "-o --no-unicode"] {
            let words =
                options
                    .split(' ')
                    .chain(["--no-config", "--threads=1", "-f", &pattern, &file]);
            tools.push(Tool {
                name: format!("`rg {options}`"),
                finds,
                program: "rg".into(),
                arguments: words.map(str::to_owned).collect(),
            });
        }
    }
    Ok(tools)
}

fn has_ripgrep() -> bool {
    let run = Command::new("rg")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    run.is_ok_and(|status| status.success())
}

struct Run {
    /// Processor time of the process.
    seconds: f64,
    /// References found.
    found: usize,
    /// Processor time of the scan alone, where the process says so.
    scan: f64,
}

fn run(tool: &Tool) -> Result<Run, Failure> {
    let begun = Instant::now();
    let mut child = Command::new(&tool.program)
        .args(&tool.arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut output = Vec::new();
    child
        .stdout
        .take()
        .ok_or("no output")?
        .read_to_end(&mut output)?;
    let used = Used::until_end(child, begun)?;
    if !used.status.success() {
        return Err(format!("{} {} ended with {}", tool.name, tool.finds, used.status).into());
    }
    let seconds = used.processor.as_secs_f64();
    // Our own processes print a count and a time; ripgrep prints what it found, a line each.
    if tool.program == Path::new("rg") {
        let found = String::from_utf8_lossy(&output).lines().count();
        return Ok(Run {
            seconds,
            found,
            scan: 0.0,
        });
    }
    let output = String::from_utf8(output)?;
    let (found, scan) = output.trim().split_once(' ').ok_or("no count")?;
    Ok(Run {
        seconds,
        found: found.parse()?,
        scan: scan.parse()?,
    })
}

/// How much dearer a byte of hostile text is than one of the prose, which takes `prose` seconds.
fn adversarial(prose: f64) -> Result<String, Failure> {
    let mut page = format!(
        "{} MB of one piece repeated, the scan alone, medians of {ROUNDS}; the ratio is that to a byte of the draft \
         prose, and the target three times.\n\n\
         | text | piece | seconds | MB/s | times prose |\n| --- | --- | ---: | ---: | ---: |\n",
        HOSTILE / 1_000_000
    );
    let this = std::env::current_exe()?;
    for (name, piece) in ADVERSARIAL {
        let tool = Tool {
            name: name.into(),
            finds: "",
            program: this.clone(),
            arguments: vec!["--scan-repeated".into(), piece.into()],
        };
        let time = median_scan(&tool)?;
        writeln!(
            page,
            "| {name} | `{}` | {time:.3} | {:.0} | {:.2} |",
            piece.escape_debug(),
            rate(HOSTILE, time),
            rate(SIZE, prose) / rate(HOSTILE, time)
        )?;
    }
    Ok(page)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// Megabytes in a second.
fn rate(bytes: usize, seconds: f64) -> f64 {
    bytes as f64 / 1e6 / seconds
}
