//! The editor and the command line say the same: every sample through the real server and the real
//! binary.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::BufReader;
use tokio::process::{ChildStdout, Command};
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::binary::{binary, read, send, serving};

/// How long the server may take over all drafts once they are open; it says several times what it has found so far.
const PATIENCE: Duration = Duration::from_mins(3);

/// Whoever says nothing for so long has said all: typing rests sooner.
const SILENCE: Duration = Duration::from_secs(5);

/// How many real texts are compared beside the samples.
const REAL_TEXTS: usize = 24;

/// A finding as both sides can be compared by: place from 0, code, severity, message.
type Said = (u64, u64, u64, u64, String, u64, String);

/// Drafts with settings of every kind over them: a `penholder.toml` with an entry for a path, front matter that is
/// right and wrong, a file of accepted findings, plain text, letters of more than one byte.
fn with_settings(folder: &Path) -> Vec<PathBuf> {
    let put = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    put(
        "penholder.toml",
        "unheld = \"warning\"\nlanguage = \"fr\"\nbaseline = \"accepted.tsv\"\n[rules]\noff = [\"A\"]\n\
         severity = { C004 = \"hint\" }\n[[per-path]]\npaths = [\"inputs/**\"]\nlanguage = \"en\"\n\
         rules.on = [\"A001\"]\n",
    );
    put(
        "accepted.tsv",
        "# Findings that penholder leaves out, version 1\ndraft\tcode\twords\tbecause\n\
         inputs/own.md\tC001\ta/hcr/20/24\tit is\n",
    );
    let text = "Élément: the program of A/HCR/20/24, and General Assembly resolution 67/172 of 19 December 2012. \
                NGOs met; NGOs left. “𝔘” stands before A/HCR/21/7 and A/66/9998 here.\n";
    put("inputs/own.md", text);
    put("inputs/own.txt", text);
    put("other.md", text);
    put(
        "front.md",
        &format!(
            "---\npenholder.unhold: warning\npenholder.rules.off: C001, Z09\npenholder.limits.words: 3\n\
             language: en\n---\n\n{text}"
        ),
    );
    put(
        "toml.txt",
        &format!("+++\npenholder.unheld = \"loud\"\n+++\n{text}"),
    );
    let mut drafts = drafts_in(folder);
    drafts.extend(drafts_in(&folder.join("inputs")));
    drafts
}

fn samples() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut drafts = drafts_in(&here.join("drafts"));
    drafts.extend(drafts_in(&here.join("sources")));
    drafts.extend(drafts_in(&here.join("../../shared/drafts")));
    let data = std::env::var_os("PENHOLDER_DATA")
        .map_or_else(|| here.join("../../shared/data"), PathBuf::from);
    let real = drafts_in(&data.join("texts"));
    if real.is_empty() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no real texts at {}",
            data.display()
        );
    }
    let step = (real.len() / REAL_TEXTS).max(1);
    drafts.extend(real.into_iter().step_by(step));
    drafts
}

fn drafts_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut drafts: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "md" || ending == "txt")
        })
        .collect();
    drafts.sort();
    drafts
}

async fn said_by_command_line(binary: &Path, draft: &Path) -> Vec<Said> {
    let output = Command::new(binary)
        .args(["check", "--format", "json"])
        .arg(draft)
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .await
        .unwrap();
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let number = |finding: &Value, key: &str| finding[key].as_u64().unwrap() - 1;
    let said = found.as_array().unwrap().iter().map(|finding| {
        let severity = match finding["severity"].as_str().unwrap() {
            "error" => 1,
            "warning" => 2,
            "info" => 3,
            _ => 4,
        };
        (
            number(finding, "line"),
            number(finding, "column"),
            number(finding, "end_line"),
            number(finding, "end_column"),
            finding["code"].as_str().unwrap().to_owned(),
            severity,
            finding["message"].as_str().unwrap().to_owned(),
        )
    });
    said.collect()
}

fn said_by_server(published: &Value) -> Vec<Said> {
    let found = published["params"]["diagnostics"].as_array().unwrap();
    let said = found.iter().map(|finding| {
        let place = |end: &str, key: &str| finding["range"][end][key].as_u64().unwrap();
        (
            place("start", "line"),
            place("start", "character"),
            place("end", "line"),
            place("end", "character"),
            finding["code"].as_str().unwrap().to_owned(),
            finding["severity"].as_u64().unwrap(),
            finding["message"].as_str().unwrap().to_owned(),
        )
    });
    said.collect()
}

#[tokio::test]
async fn editor_and_command_line_have_the_same_findings() {
    let Some(binary) = binary() else { return };
    let mut child = serving(binary.clone())
        .env("PENHOLDER_TODAY", "2025-06-01")
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    // Positions in characters, as the command line counts them.
    let capabilities = json!({ "general": { "positionEncodings": ["utf-32"] } });
    // Whoever works in a folder of sources has drafts there; in one that is opened from elsewhere an editor finds nothing.
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let parameters = json!({
        "processId": std::process::id(),
        "rootUri": workspace::Location::of_path(&sources.canonicalize().unwrap()).to_uri(),
        "capabilities": capabilities,
    });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters }),
    )
    .await;
    read(&mut output).await;
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }),
    )
    .await;
    let folder = tempfile::tempdir().unwrap();
    let settings = with_settings(folder.path());
    assert_eq!(settings.len(), 5);
    let mut expected = BTreeMap::new();
    for draft in samples().into_iter().chain(settings) {
        let draft = draft.canonicalize().unwrap();
        let uri = workspace::Location::of_path(&draft).to_uri();
        let text = std::fs::read_to_string(&draft).unwrap();
        let language = match draft.extension() {
            Some(ending) if ending == "md" => "markdown",
            _ => "plaintext",
        };
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        send(
            &mut child,
            json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } }),
        )
        .await;
        expected.insert(uri, said_by_command_line(&binary, &draft).await);
    }
    let last = last_said(output, &expected).await;
    for (uri, expected) in &expected {
        assert_eq!(last.get(uri), Some(expected), "{uri}");
    }
    assert!(expected.len() >= 10, "{}", expected.len());
    let codes: BTreeSet<&str> = expected.values().flatten().map(|said| &*said.4).collect();
    for code in ["A001", "C001", "C003", "C004", "S001"] {
        assert!(codes.contains(code), "no draft has {code}: {codes:?}");
    }
}

/// What the server says of each draft in the end, which is what an editor goes on showing: a draft that agreed once may be
/// spoken of again. The end has come when it has been silent for a while and every draft agrees, or when patience is over.
async fn last_said(
    mut output: BufReader<ChildStdout>,
    expected: &BTreeMap<String, Vec<Said>>,
) -> BTreeMap<String, Vec<Said>> {
    // A message that is read in part must not be lost when the silence is over.
    let (told, mut heard) = mpsc::unbounded_channel();
    let reader = tokio::spawn(async move { while told.send(read(&mut output).await).is_ok() {} });
    let mut last = BTreeMap::new();
    let opened = Instant::now();
    loop {
        let Ok(message) = timeout(SILENCE, heard.recv()).await else {
            if last == *expected || opened.elapsed() > PATIENCE {
                break;
            }
            continue;
        };
        let message = message.expect("the server goes on");
        if message["method"] == "textDocument/publishDiagnostics" {
            let uri = message["params"]["uri"].as_str().unwrap().to_owned();
            last.insert(uri, said_by_server(&message));
        }
    }
    reader.abort();
    last
}
