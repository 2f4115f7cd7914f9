//! What the command line writes beside plain findings: formats for machines, mended files, reports and
//! comparisons, settings with their origin; over text and over Word files.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use zip::write::SimpleFileOptions;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(arguments)
        .current_dir(folder)
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a draft that has a finding with a safe fix, one without, and a clean draft.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "a, b.md",
        "\u{feff}# Report\n\nSee A/HCR/20/24 & General Assembly resolution 67/172 of 19 December 2012.\n",
    );
    put("clean.md", "# Report\n\nNothing is cited here.\n");
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let output = run(folder().path(), &["check", "--format", "sarif"]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "penholder");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = driver["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 2);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a,%20b.md");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
        assert!(place["region"]["endColumn"].as_u64().unwrap() >= 1);
    }
    let text = fs::read(folder().path().join("a, b.md")).unwrap();
    let fixed = results.iter().find(|one| one["ruleId"] == "C004").unwrap();
    let change = &fixed["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let number =
        |key: &str| usize::try_from(change["deletedRegion"][key].as_u64().unwrap()).unwrap();
    let (start, length) = (number("byteOffset"), number("byteLength"));
    // Offsets count bytes of the file, its byte order mark among them.
    assert_eq!(&text[start..start + length], b"19 December 2012");
}

#[test]
fn junit_counts_its_cases_and_is_well_formed() {
    let folder = folder();
    let output = run(
        folder.path(),
        &["check", "--format", "junit", ".", "gone.md"],
    );
    assert_eq!(output.status.code(), Some(2));
    let text = stdout(&output);
    let count = |name: &str| text.matches(&format!("<{name} ")).count();
    let stated = |name: &str| -> usize {
        let head = text.lines().nth(1).unwrap();
        let value = head.split(&format!("{name}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    assert_eq!(stated("tests"), count("testcase"));
    assert_eq!(stated("failures"), count("failure"));
    assert_eq!(stated("errors"), count("error"));
    assert_eq!(count("testsuite"), text.matches("</testsuite>").count());
    assert!(text.contains("name=\"clean.md\" tests=\"1\""));
    assert!(!text.contains(" & "));
}

#[test]
fn github_and_gitlab_get_one_entry_for_each_finding() {
    let folder = folder();
    let json: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "json"]).stdout).unwrap();
    let findings = json.as_array().unwrap().len();
    let github = stdout(&run(folder.path(), &["check", "--format", "github"]));
    assert_eq!(github.lines().count(), findings);
    assert!(
        github.starts_with("::error file=a%2C b.md,line=3,endLine=3,col=5,endColumn=16,title=")
    );
    let gitlab: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "gitlab"]).stdout)
            .unwrap();
    let mut prints: Vec<&str> = gitlab
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| issue["fingerprint"].as_str().unwrap())
        .collect();
    assert_eq!(prints.len(), findings);
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), findings);
}

#[test]
fn mending_changes_the_file_and_the_difference_only_shows_it() {
    let folder = folder();
    let file = folder.path().join("a, b.md");
    let before = fs::read_to_string(&file).unwrap();
    let shown = run(folder.path(), &["check", "--diff", "a, b.md"]);
    assert!(
        stdout(&shown)
            .contains("+See A/HCR/20/24 & General Assembly resolution 67/172 of 20 December 2012.")
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    let mended = run(folder.path(), &["check", "--fix", "a, b.md"]);
    assert!(stdout(&mended).contains("1 mended"), "{}", stdout(&mended));
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after, before.replace("19 December", "20 December"));
    assert!(stdout(&run(folder.path(), &["check", "--diff", "a, b.md"])).is_empty());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn only_lines_that_changed_are_shown_since_a_revision() {
    let folder = folder();
    let path = folder.path();
    git(path, &["init", "-q"]);
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "first"]);
    let lines = |arguments: &[&str]| stdout(&run(path, arguments)).lines().count();
    let since = ["check", "--format", "concise", "--since", "HEAD"];
    assert_eq!(lines(&since), 0);
    let file = path.join("a, b.md");
    let text = fs::read_to_string(&file).unwrap() + "\nSee A/HCR/21/7 too.\n";
    fs::write(&file, text).unwrap();
    fs::write(path.join("new.md"), "See A/HCR/22/1.\n").unwrap();
    assert_eq!(lines(&since), 2);
    assert!(lines(&["check", "--format", "concise"]) > 2);
    let unknown = run(path, &["check", "--since", "no-such-revision"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("git does not know the revision “no-such-revision”"));
}

#[test]
fn accepted_findings_are_left_out_and_a_newer_list_is_refused() {
    let folder = folder();
    let path = folder.path();
    let written = run(path, &["check", "--write-baseline", "accepted.tsv"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert!(stdout(&written).contains("accepted now"));
    let refused = run(path, &["check", "--write-baseline", "clean.md"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        fs::read_to_string(path.join("clean.md"))
            .unwrap()
            .starts_with("# Report")
    );
    fs::write(path.join("penholder.toml"), "baseline = \"accepted.tsv\"\n").unwrap();
    let quiet = run(path, &["check"]);
    assert_eq!(quiet.status.code(), Some(0));
    assert!(stdout(&quiet).contains("accepted before"));
    fs::write(path.join("clean.md"), "See A/HCR/22/1.\n").unwrap();
    assert_eq!(run(path, &["check"]).status.code(), Some(1));
    fs::write(
        path.join("accepted.tsv"),
        "# Findings that penholder leaves out, version 9\n",
    )
    .unwrap();
    let newer = run(path, &["check"]);
    assert_eq!(newer.status.code(), Some(2));
    assert!(stderr(&newer).contains("version 9"));
}

#[test]
fn statistics_count_by_rule() {
    let output = run(folder().path(), &["check", "--statistics"]);
    assert!(stdout(&output).contains("1  C001  mistyped-symbol"));
    assert!(!stdout(&output).contains("-->"));
}

#[test]
fn settings_are_shown_with_their_origin_and_their_schema_is_current() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("penholder.toml"), "[limits]\nwords = 8500\n").unwrap();
    fs::write(
        path.join("own.md"),
        "---\npenholder.unheld: warning\n---\n\nText.\n",
    )
    .unwrap();
    let shown = stdout(&run(path, &["config", "--show", "own.md"]));
    let line = |key: &str| shown.lines().find(|line| line.starts_with(key)).unwrap();
    assert!(
        line("limits.words").contains("8500") && line("limits.words").contains("penholder.toml")
    );
    assert!(line("unheld").contains("warning") && line("unheld").contains("front matter"));
    assert!(line("links.target").ends_with("(default)"));
    let schema = stdout(&run(path, &["config", "--schema"]));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/penholder.schema.json");
    if std::env::var_os("PENHOLDER_WRITE_DOCS").is_some() {
        fs::write(&kept, &schema).unwrap();
    }
    assert_eq!(
        fs::read_to_string(kept).unwrap_or_default(),
        schema,
        "run the test with PENHOLDER_WRITE_DOCS=1"
    );
}

#[test]
fn every_setting_is_documented() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md"))
            .unwrap();
    for key in workspace::KEYS {
        let bare = key.path.strip_prefix("per-path.").unwrap_or(key.path);
        assert!(
            text.contains(&format!("`{bare}`")),
            "{} is not documented",
            key.path
        );
    }
}

/// A Word file with these paragraphs, each the XML of its runs.
fn word(paragraphs: &[&str], notes: &str) -> Vec<u8> {
    const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let body = paragraphs.join("</w:p><w:p>");
    let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        file.start_file(name, SimpleFileOptions::default()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    };
    put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
    );
    put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
    );
    put(
        "word/document.xml",
        &format!("<w:document {NAMES}><w:body><w:p>{body}</w:p></w:body></w:document>"),
    );
    put(
        "word/footnotes.xml",
        &format!("<w:footnotes {NAMES}>{notes}</w:footnotes>"),
    );
    file.finish().unwrap().into_inner()
}

fn words(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A Word draft with a footnote, a tracked insertion and a tracked deletion.
fn word_draft() -> Vec<u8> {
    let tracked = format!(
        "{}<w:ins><w:r><w:t>A/HCR/20/24</w:t></w:r></w:ins><w:del><w:r><w:delText>A/HCR/9/9</w:delText></w:r></w:del>",
        words("15. The report ")
    );
    let noted = format!(
        "{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>",
        words("16. Boats come home")
    );
    word(
        &[&words("Report on harbours"), &tracked, &noted],
        "<w:footnote w:id=\"2\"><w:p><w:r><w:t>See A/HCR/21/3.</w:t></w:r></w:p></w:footnote>",
    )
}

#[test]
fn a_word_file_is_checked_with_tracked_changes_accepted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("d.docx"), word_draft()).unwrap();
    let output = run(folder.path(), &["check", "--format", "concise", "d.docx"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(
        text.contains(
            "d.docx: paragraph 15, “15. The report A/HCR/20/24”: error: “A/HCR/20/24” is mistyped"
        ),
        "{text}"
    );
    assert!(text.contains("A/HCR/21/3"), "{text}");
    assert!(!text.contains("A/HCR/9/9"));
    let json: Value = serde_json::from_slice(
        &run(folder.path(), &["check", "--format", "json", "d.docx"]).stdout,
    )
    .unwrap();
    assert!(
        json[0]["place"]
            .as_str()
            .unwrap()
            .starts_with("paragraph 15")
    );
    let fixed = run(
        folder.path(),
        &["check", "--fix", "--format", "concise", "d.docx"],
    );
    assert_eq!(
        fs::read(folder.path().join("d.docx")).unwrap(),
        word_draft()
    );
    assert_eq!(stdout(&fixed), text);
    assert!(stderr(&fixed).contains("a Word file is only read"));
    assert_eq!(fixed.status.code(), Some(1));
    let walked = run(folder.path(), &["check", "--format", "concise"]);
    assert_eq!(stdout(&walked), text);
    let sarif: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "sarif"]).stdout)
            .unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0];
    assert!(
        place["message"]["text"]
            .as_str()
            .unwrap()
            .starts_with("paragraph 15")
    );
    assert_eq!(place["physicalLocation"]["region"], Value::Null);
    assert_eq!(result["fixes"], Value::Null);
    let github = stdout(&run(folder.path(), &["check", "--format", "github"]));
    assert!(github.starts_with("::error file=d.docx,title="), "{github}");
    let references = stdout(&run(folder.path(), &["references", "d.docx"]));
    assert_eq!(references.lines().count(), 2);
    let report = stdout(&run(
        folder.path(),
        &["report", "d.docx", "--format", "markdown"],
    ));
    assert!(report.contains("paragraph 15, “15. The report"), "{report}");
}

#[test]
fn a_broken_word_file_is_named_and_not_checked() {
    let folder = tempfile::tempdir().unwrap();
    let whole = word_draft();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("cut.docx", &whole[..whole.len() / 2]);
    put("text.docx", b"This is no Word file.");
    put("empty.docx", b"");
    for name in ["cut.docx", "text.docx", "empty.docx", "gone.docx"] {
        for command in ["check", "references", "report"] {
            let output = run(folder.path(), &[command, name]);
            assert_eq!(output.status.code(), Some(2), "{command} {name}");
            assert!(stderr(&output).contains(name), "{}", stderr(&output));
            assert!(!stderr(&output).contains("panicked"));
        }
        let output = run(folder.path(), &["compare", name, name]);
        assert_eq!(output.status.code(), Some(2), "compare {name}");
    }
}

#[test]
fn two_versions_are_compared_in_text_and_as_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "old.md",
        "1. The lanterns were lit in the harbours of the north.\n\n2. Recalls resolution 67/172.\n",
    );
    put(
        "new.md",
        "1. The lanterns were lit in the harbours of the south.\n\n2. Recalls resolution 67/172.\n",
    );
    let output = run(folder.path(), &["compare", "old.md", "new.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("[-north.-]{+south.+}"),
        "{}",
        stdout(&output)
    );
    assert!(stdout(&output).ends_with("1 changed, 1 the same\n"));
    let same = run(folder.path(), &["compare", "old.md", "old.md"]);
    assert_eq!(same.status.code(), Some(0));
    let page = run(
        folder.path(),
        &[
            "compare", "old.md", "new.md", "--format", "html", "-o", "c.html",
        ],
    );
    assert_eq!(page.status.code(), Some(1));
    assert!(stdout(&page).is_empty());
    assert!(
        fs::read_to_string(folder.path().join("c.html"))
            .unwrap()
            .contains("<ins>south.</ins>")
    );
}

#[test]
fn a_report_is_written_in_the_form_its_name_asks_for() {
    let folder = folder();
    for (name, beginning) in [
        ("r.html", "<!DOCTYPE html>"),
        ("r.md", "# Clearance report"),
        ("r.csv", "place,words"),
    ] {
        let output = run(folder.path(), &["report", "a, b.md", "-o", name]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(beginning), "{name}");
    }
    let output = run(folder.path(), &["report", "a, b.md", "--mandate", "67"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn documents_are_cited_and_colleagues_are_told_how_things_stand() {
    let folder = folder();
    let cite = |arguments: &[&str]| {
        let arguments: Vec<&str> = std::iter::once("cite")
            .chain(arguments.iter().copied())
            .collect();
        stdout(&run(folder.path(), &arguments))
            .trim_end()
            .to_owned()
    };
    assert_eq!(
        cite(&["A/RES/67/172", "--style", "short"]),
        "resolution 67/172"
    );
    assert_eq!(
        cite(&["A/RES/67/172", "--para", "15"]),
        "paragraph 15 of General Assembly resolution 67/172 of 20 December 2012"
    );
    assert!(
        cite(&["CRC", "--style", "footnote", "--para", "3"])
            .ends_with("Rights of the Child, art. 3")
    );
    assert_eq!(
        cite(&["S/RES/1325", "--style", "short"]),
        "resolution 1325 (2000)"
    );
    for (wrong, said) in [
        (&["what nobody wrote"][..], "neither a document symbol"),
        (&["67/172"], "is A/RES/67/172 meant?"),
        (&["A/HCR/20/24"], "write “A/HRC/20/24”"),
        (&["CRC", "--para", "95"], "there is no article 95"),
        (&["A/RES/67/172", "--para", "x"], "“x” is no paragraph"),
    ] {
        let arguments: Vec<&str> = ["cite"].into_iter().chain(wrong.iter().copied()).collect();
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
    let doctor = run(folder.path(), &["doctor"]);
    assert_eq!(doctor.status.code(), Some(0));
    for words in [
        "penholder 0",
        "Settings",
        "Sources",
        "Editors",
        "all is in order",
    ] {
        assert!(stdout(&doctor).contains(words), "{words}");
    }
    fs::write(folder.path().join("penholder.toml"), "unhold = 1\n").unwrap();
    let ill = run(folder.path(), &["doctor"]);
    assert_eq!(ill.status.code(), Some(2));
    assert!(stdout(&ill).contains("the nearest one is “unheld”"));
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let folder = folder();
    let manual = stdout(&run(folder.path(), &["man"]));
    for name in ["CHECK", "REPORT", "COMPARE", "CITE", "CONFIG", "DOCTOR"] {
        assert!(
            manual.contains(&format!(".SH \"PENHOLDER {name}\"")),
            "{name}"
        );
    }
    for shell in ["bash", "zsh", "fish"] {
        assert!(stdout(&run(folder.path(), &["completions", shell])).contains("report"));
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = folder();
    let mut child = Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(["config", "--schema"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}
