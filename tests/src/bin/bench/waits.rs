//! What a drafter waits for, as an editor sees it: from a key to the findings, from the start of the server to
//! the first of them, and for an answer asked for in the middle of typing; beside a null server and neighbours,
//! on the same text, in the same run.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::programs::{installed, penholder};
use crate::typing::{PLACES, TYPED, draft_with_findings, place};
use crate::wire::Editor;
use crate::{Failure, milliseconds};

/// The texts: name, bytes, and keys that are typed at each place.
const TEXTS: [(&str, usize, usize); 3] = [
    ("22 kB", 22_000, 60),
    ("1 MB", 1_000_000, 60),
    ("10 MB", 10_000_000, 25),
];

/// How often a server is started with a text; the middle one counts.
const STARTS: usize = 7;

/// Questions asked behind a key, of each kind.
const QUESTIONS: usize = 30;

/// How long a typist takes from one key to the next.
const PACE: Duration = Duration::from_millis(50);

/// A server to wait for.
struct Neighbour {
    name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
}

impl Neighbour {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.arguments);
        command
    }
}

/// What was measured of one server with one text.
struct Waits {
    name: &'static str,
    first: Duration,
    keys: Vec<Duration>,
    hover: Vec<Duration>,
    memory: f64,
}

impl Waits {
    fn p99(&self) -> Duration {
        percentile(&self.keys, 99)
    }
}

/// The section of `docs/benchmarks.md`; of the text of this name alone, where there is one.
pub(crate) fn page(root: &Path, only: Option<&str>) -> Result<String, Failure> {
    let (servers, missing) = servers()?;
    let mut page = String::from(
        "## As an editor sees it\n\nMade by `cargo run --release -p tests --bin bench -- --editor --write`: the binary over \
         its standard streams, in lockstep, at the start, in the middle, at the end and anywhere, on generated prose with \
         about 100 findings of ours. The null server answers at once and knows nothing. Times are of the clock, on two \
         cores that others may use as well, so the ratios say more.\n\n",
    );
    if !missing.is_empty() {
        writeln!(
            page,
            "Left out, because not installed: {}.\n",
            missing.join(", ")
        )?;
    }
    let mut busy = Vec::new();
    let is_wanted = |name: &str| only.is_none_or(|only| only == name);
    for (name, size, keys) in TEXTS.into_iter().filter(|(name, ..)| is_wanted(name)) {
        let text = draft_with_findings(root, size);
        let mut all = Vec::new();
        for server in &servers {
            all.push(waits(server, &text, keys)?);
        }
        page.push_str(&table(name, &all)?);
        busy.push((name, while_typing(&servers[1], &text)?));
    }
    page.push_str(
        "\nPenholder while somebody types 20 keys a second: an answer asked for right behind a key.\n\n\
         | draft | hover p50 / p99 | completion p50 / p99 | definition p50 / p99 |\n| --- | ---: | ---: | ---: |\n",
    );
    for (name, answers) in busy {
        write!(page, "| {name} |")?;
        for times in answers {
            write!(page, " {} |", pair(&times))?;
        }
        page.push('\n');
    }
    Ok(page)
}

/// The null server, penholder, and those neighbours that are installed; and the names of those that are not.
fn servers() -> Result<(Vec<Neighbour>, Vec<&'static str>), Failure> {
    let neighbour = |name, program, arguments| Neighbour {
        name,
        program,
        arguments,
    };
    let mut servers = vec![
        neighbour(
            "null server",
            std::env::current_exe()?,
            &["--null-server"][..],
        ),
        neighbour("penholder", penholder()?, &["lsp"]),
    ];
    let mut missing = Vec::new();
    let neighbours: [(_, &[&str]); 2] = [("rumdl", &["server", "--stdio"]), ("typos-lsp", &[])];
    for (name, arguments) in neighbours {
        match installed(name) {
            Some(program) => servers.push(neighbour(name, program, arguments)),
            None => missing.push(name),
        }
    }
    Ok((servers, missing))
}

fn waits(server: &Neighbour, text: &str, keys: usize) -> Result<Waits, Failure> {
    let mut starts = Vec::with_capacity(STARTS);
    for _ in 1..STARTS {
        starts.push(Editor::open(&mut server.command(), text)?.1);
    }
    let (mut editor, start) = Editor::open(&mut server.command(), text)?;
    starts.push(start);
    let first = percentile(&starts, 50);
    editor.rest(Duration::from_millis(500))?;
    let mut times = Vec::new();
    for name in PLACES {
        for (key, letter) in TYPED.chars().cycle().take(keys).enumerate() {
            let at = place(name, editor.text(), key);
            times.push(editor.key(at, letter)?);
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    let memory = editor.memory()?;
    let mut hover = Vec::new();
    for (key, letter) in TYPED.chars().take(QUESTIONS).enumerate() {
        let at = place("middle", editor.text(), key);
        hover.push(editor.ask_behind_key("textDocument/hover", at, letter)?);
        editor.rest(PACE)?;
    }
    Ok(Waits {
        name: server.name,
        first,
        keys: times,
        hover,
        memory,
    })
}

/// Answers of each kind, asked for behind keys that come at a typist's pace.
fn while_typing(server: &Neighbour, text: &str) -> Result<[Vec<Duration>; 3], Failure> {
    let (mut editor, _) = Editor::open(&mut server.command(), text)?;
    editor.rest(Duration::from_millis(500))?;
    let mut answers = [const { Vec::new() }; 3];
    let methods = ["hover", "completion", "definition"];
    for (key, letter) in TYPED.chars().cycle().take(3 * QUESTIONS).enumerate() {
        let at = place("middle", editor.text(), key);
        let method = format!("textDocument/{}", methods[key % 3]);
        answers[key % 3].push(editor.ask_behind_key(&method, at, letter)?);
        editor.rest(PACE)?;
    }
    Ok(answers)
}

fn table(name: &str, all: &[Waits]) -> Result<String, Failure> {
    let mut page = format!(
        "\n| {name} | key to findings p50 / p99 | over the null server's p99 | times penholder's p99 | start to first \
         findings | hover behind a key p50 / p99 | own memory |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let (null, ours) = (all[0].p99(), all[1].p99());
    for waits in all {
        writeln!(
            page,
            "| {} | {} | {} | {:.1} | {} | {} | {:.0} MB |",
            waits.name,
            pair(&waits.keys),
            milliseconds(waits.p99().saturating_sub(null)),
            waits.p99().as_secs_f64() / ours.as_secs_f64(),
            milliseconds(waits.first),
            pair(&waits.hover),
            waits.memory,
        )?;
    }
    Ok(page)
}

fn pair(times: &[Duration]) -> String {
    let of = |share| milliseconds(percentile(times, share));
    format!("{} / {}", of(50), of(99))
}

/// The time within which `share` of a hundred lie.
fn percentile(times: &[Duration], share: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    let rank = (times.len() * share).div_ceil(100).saturating_sub(1);
    times.get(rank).copied().unwrap_or_default()
}
