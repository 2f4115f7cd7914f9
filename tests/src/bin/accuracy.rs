//! Measures recall, precision and canonical form against texts labelled by hand, and says which
//! references were missed or wrongly found.
//!
//! `cargo run --release -p tests --bin accuracy [-- --write]` runs `penholder references` over each
//! labelled text of the data folder (`PENHOLDER_DATA`, else `../shared/data` beside the repository);
//! `--write` puts the result into `docs/accuracy.md`. Without the data it says so and succeeds.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::Value;

/// A reference in a text: what was labelled, or what was found.
struct Mention {
    /// Byte offsets.
    start: usize,
    end: usize,
    text: String,
    kind: &'static str,
    canonical: String,
}

#[derive(Default)]
struct Score {
    labels: usize,
    recalled: usize,
    right: usize,
    found: usize,
    precise: usize,
}

fn main() -> ExitCode {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let data = std::env::var_os("PENHOLDER_DATA")
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let Ok(labels) = std::fs::read_dir(data.join("labels")) else {
        println!("skipped: no labelled texts at {}", data.display());
        return ExitCode::SUCCESS;
    };
    let mut names: Vec<String> = labels
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".jsonl").map(str::to_owned))
        .collect();
    names.sort();
    let binary = match binary(&root) {
        Ok(binary) => binary,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::FAILURE;
        }
    };
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    let mut differences = String::new();
    for name in &names {
        if let Err(message) = score_text(&data, name, &binary, &mut scores, &mut differences) {
            eprintln!("{name}: {message}");
            return ExitCode::FAILURE;
        }
    }
    let page = page(names.len(), &scores, &differences);
    print!("{page}");
    if std::env::args().any(|argument| argument == "--write")
        && let Err(error) = std::fs::write(root.join("docs/accuracy.md"), &page)
    {
        eprintln!("docs/accuracy.md could not be written: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// The binary under test: `PENHOLDER`, or the one built beside this program.
fn binary(root: &Path) -> Result<PathBuf, String> {
    if let Some(path) = std::env::var_os("PENHOLDER") {
        return Ok(PathBuf::from(path));
    }
    let beside = std::env::current_exe()
        .ok()
        .and_then(|path| Some(path.parent()?.join("penholder")))
        .filter(|path| path.exists());
    beside.ok_or_else(|| {
        format!(
            "build the binary first: cargo build --release -p penholder (in {})",
            root.display()
        )
    })
}

fn score_text(
    data: &Path,
    name: &str,
    binary: &Path,
    scores: &mut BTreeMap<&'static str, Score>,
    differences: &mut String,
) -> Result<(), String> {
    let path = data.join("texts").join(format!("{name}.txt"));
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let labels = labels(&data.join("labels").join(format!("{name}.jsonl")), &text)?;
    let found = references(binary, &path)?;
    for label in &labels {
        let score = scores.entry(label.kind).or_default();
        score.labels += 1;
        let hits: Vec<_> = found.iter().filter(|one| overlap(one, label)).collect();
        if hits.is_empty() {
            note(differences, "missed", name, label, "");
            continue;
        }
        score.recalled += 1;
        if hits
            .iter()
            .any(|hit| same_form(&hit.canonical, &label.canonical))
        {
            score.right += 1;
        } else {
            note(differences, "other form", name, label, &hits[0].canonical);
        }
    }
    for one in &found {
        let score = scores.entry(one.kind).or_default();
        score.found += 1;
        if labels.iter().any(|label| overlap(one, label)) {
            score.precise += 1;
        } else {
            note(differences, "false hit", name, one, "");
        }
    }
    Ok(())
}

fn overlap(left: &Mention, right: &Mention) -> bool {
    left.start < right.end && right.start < left.end
}

/// Equal, dashes, spaces and capitals aside.
fn same_form(left: &str, right: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| {
                if matches!(c, '\u{2010}'..='\u{2015}') {
                    '-'
                } else {
                    c
                }
            })
            .flat_map(char::to_lowercase)
            .collect()
    };
    plain(left) == plain(right)
}

fn note(out: &mut String, what: &str, name: &str, mention: &Mention, instead: &str) {
    let words: Vec<&str> = mention.text.split_whitespace().collect();
    let instead = if instead.is_empty() {
        String::new()
    } else {
        format!(", read as `{instead}`")
    };
    let _ = writeln!(
        out,
        "| {what} | {} | {name} | `{}` | {}{instead} |",
        mention.kind,
        words.join(" "),
        mention.canonical
    );
}

fn labels(path: &Path, text: &str) -> Result<Vec<Mention>, String> {
    let lines = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let offsets: Vec<usize> = text
        .char_indices()
        .map(|(offset, _)| offset)
        .chain([text.len()])
        .collect();
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let label: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let at = |key: &str| -> Result<usize, String> {
                let point = label[key].as_u64().ok_or("a label without offsets")?;
                let point = usize::try_from(point).map_err(|error| error.to_string())?;
                offsets
                    .get(point)
                    .copied()
                    .ok_or_else(|| "a label outside its text".to_owned())
            };
            let kind = match label["kind"].as_str() {
                Some("symbol") => "symbol",
                Some("number") => "number",
                Some("series") => "series",
                _ => "named",
            };
            Ok(Mention {
                start: at("start")?,
                end: at("end")?,
                text: label["text"].as_str().unwrap_or_default().to_owned(),
                kind,
                canonical: label["canonical"].as_str().unwrap_or_default().to_owned(),
            })
        })
        .collect()
}

fn references(binary: &Path, path: &Path) -> Result<Vec<Mention>, String> {
    let output = Command::new(binary)
        .args(["references", "--format", "jsonl"])
        .arg(path)
        .output()
        .map_err(|error| format!("{} did not run: {error}", binary.display()))?;
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut found = Vec::new();
    for line in lines.lines() {
        let one: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let kind = match one["kind"].as_str() {
            Some("symbol") => "symbol",
            Some("number") => "number",
            Some("named") => "named",
            Some("series") => "series",
            _ => continue,
        };
        let at = |key: &str| {
            one[key]
                .as_u64()
                .and_then(|n| usize::try_from(n).ok())
                .ok_or("a reference without offsets")
        };
        found.push(Mention {
            start: at("start")?,
            end: at("end")?,
            text: one["text"].as_str().unwrap_or_default().to_owned(),
            kind,
            canonical: one["canonical"].as_str().unwrap_or_default().to_owned(),
        });
    }
    Ok(found)
}

fn page(texts: usize, scores: &BTreeMap<&'static str, Score>, differences: &str) -> String {
    let mut page = String::from("# Accuracy\n\n");
    let _ = writeln!(
        page,
        "Made by `cargo run --release -p tests --bin accuracy -- --write` from {texts} United Nations \
         texts labelled by hand. A reference is found when it overlaps a label; its canonical form is \
         right when it equals the label's, dashes and spaces aside.\n"
    );
    page.push_str("| kind | labels | recall | canonical form | found | precision |\n");
    page.push_str("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for kind in ["symbol", "number", "named", "series"] {
        let Some(score) = scores.get(kind) else {
            continue;
        };
        let _ = writeln!(
            page,
            "| {kind} | {} | {} | {} | {} | {} |",
            score.labels,
            share(score.recalled, score.labels),
            share(score.right, score.recalled),
            score.found,
            share(score.precise, score.found),
        );
    }
    page.push_str("\n## Every difference\n\n| what | kind | text | words | meaning |\n");
    page.push_str("| --- | --- | --- | --- | --- |\n");
    page.push_str(differences);
    page
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts are far below the precision of f64"
    )]
    let share = part as f64 * 100.0 / whole as f64;
    format!("{share:.1} %")
}
