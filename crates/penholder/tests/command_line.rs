//! The command line as a drafter meets it: the real binary over sample drafts and over bad input.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn penholder(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_penholder"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    penholder(folder, arguments).output().unwrap()
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn folder_with(name: &str, bytes: &[u8]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

#[test]
fn the_report_has_its_planted_errors() {
    let output = run(&samples(), &["check", "report.md"]);
    insta::assert_snapshot!(stdout(&output));
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_concise_format_has_a_line_for_each_finding() {
    let drafts = ["clean.md", "report.md", "resolution.md"];
    let arguments = [&["check", "--format", "concise"][..], &drafts].concat();
    let output = run(&samples(), &arguments);
    insta::assert_snapshot!(stdout(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_json_format_is_one_array() {
    let output = run(
        &samples(),
        &["check", "--format=json", "report.md", "resolution.md"],
    );
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = fs::read_to_string(samples().join("report.md")).unwrap();
    let codes: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "C005", "C004", "C001", "C005", "A001", "C002", "A002", "C005"
        ]
    );
    let first = &found[2];
    let offset = |key: &str| usize::try_from(first[key].as_u64().unwrap()).unwrap();
    assert_eq!(&text[offset("start")..offset("end")], "A/HCR/20/24");
    assert_eq!(first["fixes"][0]["edits"][0]["text"], "A/HRC/20/24");
    assert_eq!(first["severity"], "error");
}

#[test]
fn the_clean_draft_stays_silent() {
    let output = run(&samples(), &["check", "clean.md"]);
    insta::assert_snapshot!(stdout(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_clean_draft_gives_an_empty_array() {
    let output = run(&samples(), &["check", "--format", "json", "clean.md"]);
    assert_eq!(stdout(&output), "[]\n");
}

#[test]
fn standard_input_is_checked_as_the_file_it_is_named_after() {
    let text = fs::read(samples().join("report.md")).unwrap();
    let arguments = [
        "check",
        "-",
        "--stdin-filename",
        "report.md",
        "--format",
        "concise",
    ];
    let mut child = penholder(&samples(), &arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let from_standard_input = child.wait_with_output().unwrap();
    let from_file = run(&samples(), &["check", "report.md", "--format", "concise"]);
    assert_eq!(stdout(&from_standard_input), stdout(&from_file));
    assert!(stdout(&from_file).contains(
        "report.md:10:48: error: Resolution 67/172 has 15 operative paragraphs; there is no \
         paragraph 16. [C005 paragraph-does-not-exist]"
    ));
}

#[test]
fn colour_is_used_when_asked_for_and_not_into_a_pipe() {
    let colourful = run(&samples(), &["check", "--color", "always", "report.md"]);
    assert!(stdout(&colourful).contains("\u{1b}["));
    let plain = run(&samples(), &["check", "report.md"]);
    assert!(!stdout(&plain).contains('\u{1b}'));
}

#[test]
fn sources_and_hidden_files_are_no_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let text = "See A/HCR/53/26 for this.\n";
    for name in ["sources", "node_modules", ".hidden", "part"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("a.md"), text).unwrap();
    }
    fs::write(folder.path().join("b.TXT"), text).unwrap();
    fs::write(folder.path().join("c.pdf"), text).unwrap();
    let output = run(folder.path(), &["check", "--format", "concise"]);
    let lines: Vec<String> = stdout(&output)
        .lines()
        .filter_map(|line| line.split(": error").next().map(str::to_owned))
        .collect();
    assert_eq!(lines, ["b.TXT:1:5", "part/a.md:1:5"]);
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_checked() {
    let folder = folder_with("a.md", b"See A/HCR/53/26 for this.\n");
    fs::write(folder.path().join("b.pdf"), b"%PDF-1.7\n").unwrap();
    let arguments = ["check", "gone.md", "b.pdf", "a.md", "--format", "concise"];
    let output = run(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("gone.md: there is no such file"));
    assert!(stderr(&output).contains("b.pdf: this is a PDF file"));
    assert!(stdout(&output).starts_with("a.md:1:5: error: “A/HCR/53/26” is mistyped"));
}

#[test]
fn an_empty_folder_is_said_to_be_empty() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("there are no drafts"));
}

#[test]
fn odd_texts_are_checked_all_the_same() {
    let see = |before: &[u8]| [before, b"See A/HCR/53/26 for this."].concat();
    for (bytes, place) in [
        (see(b""), "1:5"),
        (see(b"\xef\xbb\xbf"), "1:5"),
        (see(b"One.\r\n\r\nTwo.\r\n\r\n"), "5:5"),
        (see(b"Null \0 here.\n\n"), "3:5"),
        (see(b"Caf\xe9 here.\n\n"), "3:5"),
    ] {
        let folder = folder_with("a.md", &bytes);
        let output = run(folder.path(), &["check", "--format", "concise", "a.md"]);
        let expected = format!("a.md:{place}: error: “A/HCR/53/26” is mistyped");
        assert!(
            stdout(&output).starts_with(&expected),
            "{}",
            stdout(&output)
        );
        assert_eq!(output.status.code(), Some(1));
    }
    let folder = folder_with("a.md", b"");
    let output = run(folder.path(), &["check", "a.md"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).starts_with("1 draft: 0 errors"));
}

#[test]
fn a_long_line_is_cut_around_the_finding() {
    let text = format!(
        "{}See A/HCR/53/26 for this. {}",
        "Words come. ".repeat(200),
        "And go. ".repeat(300)
    );
    let folder = folder_with("a.md", text.as_bytes());
    let output = run(folder.path(), &["check", "a.md"]);
    let text = stdout(&output);
    assert!(text.contains("a.md:1:2405"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() < 160),
        "{text}"
    );
}

#[test]
fn a_text_on_one_line_is_no_burden() {
    let text =
        "States work together on this matter at borders. ".repeat(40_000) + "See A/HCR/53/26.";
    let folder = folder_with("a.md", text.as_bytes());
    let output = run(folder.path(), &["check", "--format", "concise", "a.md"]);
    let expected = format!("a.md:1:{}: error", text.len() - 11);
    assert!(
        stdout(&output).starts_with(&expected),
        "{}",
        stdout(&output)
    );
}

#[test]
fn references_give_offsets_into_the_stored_bytes() {
    let mut bytes = b"\xef\xbb\xbfCaf\xe9.\r\n\r\n".to_vec();
    bytes.extend(
        "“Recalling” General Assembly resolution 67/172 of 20 December 2012.\r\n".as_bytes(),
    );
    let folder = folder_with("a.md", &bytes);
    let output = run(folder.path(), &["references", "a.md", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("not in UTF-8 at 1 place"));
    let row: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let offset = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
    assert_eq!(&bytes[offset("start")..offset("end")], b"67/172");
    assert_eq!((offset("line"), offset("column")), (3, 41));
    assert_eq!(row["canonical"], "A/RES/67/172");
    assert_eq!(row["date"], "2012-12-20");
    assert_eq!(row["pinpoint"], serde_json::Value::Null);
    let keys = r#""start":N,"end":N,"line":N,"column":N,"text":"#;
    let shape: String = stdout(&output)
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect();
    assert!(
        shape.starts_with(&format!("{{{}", keys.replace('N', ""))),
        "{shape}"
    );
}

#[test]
fn a_draft_in_windows_1252_is_read_and_left_as_it_is() {
    let bytes = b"# Note\n\nVoir la r\xe9solution 67/172 de l\x92Assembl\xe9e g\xe9n\xe9rale et A/HCR/53/26.\n";
    let folder = folder_with("a.md", bytes);
    let output = run(folder.path(), &["references", "a.md", "--format", "jsonl"]);
    assert!(stdout(&output).contains("A/RES/67/172"));
    assert!(stderr(&output).contains("in Windows-1252"));
    let output = run(folder.path(), &["check", "a.md", "--fix"]);
    assert!(
        stderr(&output).contains("save it as UTF-8"),
        "{}",
        stderr(&output)
    );
    assert_eq!(std::fs::read(folder.path().join("a.md")).unwrap(), bytes);
}

#[test]
fn references_of_what_is_no_file_fail() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["references", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("this is a folder"));
}

#[test]
fn pages_are_explained_and_slips_are_guessed() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["C005", "c005", "paragraph-does-not-exist"] {
        let output = run(folder.path(), &["explain", name]);
        assert!(stdout(&output).starts_with("# C005 paragraph-does-not-exist"));
    }
    let output = run(folder.path(), &["explain", "C05"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("did you mean C005 paragraph-does-not-exist?"));
    let family = stdout(&run(folder.path(), &["explain", "a"]));
    assert!(family.lines().count() > 5 && family.lines().all(|line| line.starts_with('A')));
    let list = run(folder.path(), &["explain"]);
    assert_eq!(stdout(&list).lines().count(), rules::RULES.len());
    for (line, rule) in stdout(&list).lines().zip(rules::RULES) {
        assert!(line.contains(&format!("{} ", rule.name)), "{line}");
    }
    assert_eq!(list.status.code(), Some(0));
}

#[test]
fn the_tables_of_facts_are_listed_with_their_standing_and_their_day() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["facts"]);
    let text = stdout(&output);
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("table\tabout\trange\trows\tverified\tobserved\trecalled\tas of\tsource")
    );
    let sessions: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    assert_eq!(sessions[0], "ga-sessions");
    assert_eq!(sessions[2..7], ["session 31 to 80", "50", "24", "26", "0"]);
    assert!(text.lines().all(|line| line.split('\t').count() == 9));
    let table = run(folder.path(), &["facts", "sc-years"]);
    assert!(stdout(&table).contains("\n1946\t1\t15\tverified\tverified\t"));
}

#[test]
fn what_is_known_of_one_document_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let about = |symbol: &str| stdout(&run(folder.path(), &["facts", symbol]));
    let protection = about("a/res/67/172");
    for line in [
        "symbol\tA/RES/67/172",
        "existence\texists: inside a range or list without gaps, or of a known day",
        "adopted\t20 December 2012, verified: the document itself",
        "session or year\t1 September 2012 to 30 September 2013",
    ] {
        assert!(
            protection.lines().any(|printed| printed == line),
            "{line}: {protection}"
        );
    }
    assert!(
        about("A/RES/76/153")
            .contains("observed: cited so in 2 texts, with another date in 1 text")
    );
    assert!(about("S/RES/1325 (2002)").contains("\nperhaps\tS/RES/1325 (2000) ("));
    assert!(about("A/C.3/79/L.37").contains("\nbecame\tA/RES/79/179, observed\n"));
    assert!(about("A/C.3/67/L.40").contains("adopted\tno table has the day"));
    let nothing = run(folder.path(), &["facts", "migrants"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(stderr(&nothing).contains("neither a document symbol nor the name of a table"));
    let slip = run(folder.path(), &["facts", "ga-session"]);
    assert!(stderr(&slip).contains("did you mean ga-sessions?"));
}

#[test]
fn a_day_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["check", "--today", "yesterday"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("“yesterday” is not a day"));
}

#[test]
fn the_version_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--version"]);
    assert_eq!(
        stdout(&output),
        format!("penholder {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_reader_who_has_seen_enough_ends_it_quietly() {
    let text = "See A/HCR/53/26 for this.\n\n".repeat(3000);
    let folder = folder_with("a.md", text.as_bytes());
    let mut child = penholder(folder.path(), &["check", "--format", "concise", "a.md"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "");
}

#[test]
fn a_draft_named_twice_is_checked_once() {
    let folder = folder_with("draft.md", b"See A/HCR/53/26.\n");
    let output = run(
        folder.path(),
        &["check", "--format=concise", "draft.md", "."],
    );
    assert_eq!(stdout(&output).lines().count(), 1);
}
