//! Measures what a drafter waits for: the check of a long draft, the first findings after an editor opens
//! one, and the scanner alone.
//!
//! `cargo run --release -p tests --bin bench [-- --write]` prints a table of medians; `--write` puts it into
//! `docs/benchmarks.md`. An editor's wait is measured beside a null server, which answers at once and
//! knows nothing, started in the same way in the same run.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use sources::Sources;

/// How often each thing is measured.
const RUNS: usize = 20;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--null-server") {
        return null_server();
    }
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), Failure> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let this = std::env::current_exe()?;
    let penholder = std::env::var_os("PENHOLDER")
        .map_or_else(|| this.with_file_name("penholder"), PathBuf::from);
    if !penholder.exists() {
        return Err("build the binary first: cargo build --release -p penholder".into());
    }
    let folder = tempfile::tempdir()?;
    let long = folder.path().join("long.md");
    std::fs::write(&long, prose(1_000_000))?;
    let short = root.join("tests/drafts/report.md");
    let text = prose(20_000_000);
    let lexicon = sources::Catalogue.lexicon();

    let check_long = median(|| check(&penholder, &long))?;
    let check_short = median(|| check(&penholder, &short))?;
    let ours = median(|| first_findings(Command::new(&penholder).arg("lsp"), &short))?;
    let null = median(|| first_findings(Command::new(&this).arg("--null-server"), &short))?;
    let start = Instant::now();
    let found: usize = text
        .split("\n\n")
        .map(|block| citation::scan(block, &lexicon).len())
        .sum();
    let scanned = start.elapsed();

    let rate = 20.0 / scanned.as_secs_f64();
    let page = format!(
        "# Benchmarks\n\n\
         Made by `cargo run --release -p tests --bin bench -- --write`: medians of {RUNS} runs on two shared cores. \
         The draft of 1 MB is generated prose with a reference in every second sentence.\n\n\
         | what | median |\n| --- | ---: |\n\
         | `penholder check`, draft of 1 MB, whole process | {} |\n\
         | `penholder check`, sample report, whole process | {} |\n\
         | `penholder lsp`, start to first findings, sample report | {} |\n\
         | a null server in its place | {} |\n\
         | scanner, one core, 20 MB of draft prose, {found} references | {rate:.0} MB/s |\n",
        milliseconds(check_long),
        milliseconds(check_short),
        milliseconds(ours),
        milliseconds(null),
    );
    print!("{page}");
    if std::env::args().any(|argument| argument == "--write") {
        std::fs::write(root.join("docs/benchmarks.md"), &page)?;
    }
    Ok(())
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

fn median(mut run: impl FnMut() -> Result<Duration, Failure>) -> Result<Duration, Failure> {
    run()?;
    let mut times = (0..RUNS).map(|_| run()).collect::<Result<Vec<_>, _>>()?;
    times.sort();
    Ok(times[RUNS / 2])
}

fn check(penholder: &Path, draft: &Path) -> Result<Duration, Failure> {
    let start = Instant::now();
    let status = Command::new(penholder)
        .args(["check", "--format", "concise"])
        .arg(draft)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let time = start.elapsed();
    match status.code() {
        Some(0 | 1) => Ok(time),
        _ => Err(format!("the check of {} ended with {status}", draft.display()).into()),
    }
}

/// The time from the start of a server to its first findings for `draft`.
fn first_findings(server: &mut Command, draft: &Path) -> Result<Duration, Failure> {
    let text = std::fs::read_to_string(draft)?;
    let uri = format!("file://{}", draft.canonicalize()?.display());
    let start = Instant::now();
    let mut child = server
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let time = talk(&mut child, &uri, &text, start);
    child.kill()?;
    child.wait()?;
    time
}

fn talk(child: &mut Child, uri: &str, text: &str, start: Instant) -> Result<Duration, Failure> {
    let mut input = child.stdin.take().ok_or("the server has no input")?;
    let mut output = BufReader::new(child.stdout.take().ok_or("the server has no output")?);
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": null, "rootUri": null}}),
    )?;
    while receive(&mut output)?["id"] != 1 {}
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}),
    )?;
    let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}}),
    )?;
    while receive(&mut output)?["method"] != "textDocument/publishDiagnostics" {}
    Ok(start.elapsed())
}

fn send(out: &mut impl Write, message: &Value) -> Result<(), Failure> {
    let body = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    out.flush()?;
    Ok(())
}

fn receive(input: &mut impl BufRead) -> Result<Value, Failure> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Err("the server ended".into());
        }
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse()?;
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(serde_json::from_slice(&body)?)
}

/// A server that answers at once and finds nothing: what the wire and the process cost by themselves.
fn null_server() -> ExitCode {
    let mut input = BufReader::new(std::io::stdin());
    let mut output = std::io::stdout();
    while let Ok(message) = receive(&mut input) {
        let answer = match message["method"].as_str() {
            Some("initialize") => {
                json!({"jsonrpc": "2.0", "id": message["id"], "result": {"capabilities": {}}})
            }
            Some("textDocument/didOpen") => {
                let uri = &message["params"]["textDocument"]["uri"];
                json!({"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": []}})
            }
            _ => continue,
        };
        if send(&mut output, &answer).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}

/// Draft prose of about `size` bytes, the same each time: paragraphs of sentences, every second one with a
/// reference.
fn prose(size: usize) -> String {
    let mut text = String::with_capacity(size + 400);
    let mut seed: u32 = 20_121_220;
    let mut next = move |bound: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % bound
    };
    while text.len() < size {
        for _ in 0..4 {
            let (session, number) = (next(50) + 31, next(250) + 1);
            text.push_str(match next(3) {
                0 => "States continue to cooperate on the registration of arrivals and on the care of children. ",
                1 => "The figures of the last year show progress in most regions, though not in every one of them. ",
                _ => "Local authorities were heard at an early stage, and their advice was taken into account. ",
            });
            let reference = match next(5) {
                0 => format!("As requested in paragraph {} of General Assembly resolution {session}/{number}, a report was prepared. ", next(20) + 1),
                1 => format!("The mandate follows from its resolutions {session}/{number} and {}/{}. ", next(50) + 31, next(250) + 1),
                2 => format!("Details are given in the report of the Secretary-General (A/{session}/{number}). "),
                3 => "Reference is made to the Convention on the Rights of the Child and to the 2030 Agenda for Sustainable Development. ".to_owned(),
                _ => format!("See also Security Council resolution {} (2000). ", 1285 + next(50)),
            };
            text.push_str(&reference);
        }
        text.push_str("\n\n");
    }
    text
}
