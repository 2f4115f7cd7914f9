//! What `--fix` leaves as it was, and what is said of it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use crate::{penholder, run, stderr, stdout};

/// A date that is mended safely.
const WRONG: &str = "Recalling General Assembly resolution 67/172 of 19 December 2012.\n";

/// Runs the command with `text` on standard input.
fn piped(folder: &Path, arguments: &[&str], text: &str) -> Output {
    let mut child = penholder(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(text.as_bytes()).unwrap();
    drop(input);
    child.wait_with_output().unwrap()
}

#[test]
fn places_behind_a_byte_order_mark_stay_those_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    fs::write(&file, format!("\u{feff}{WRONG}\nSee A/HCR/20/24 too.\n")).unwrap();
    let output = run(
        folder.path(),
        &["check", "--fix", "--format", "json", "a.md"],
    );
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with("\u{feff}".as_bytes()));
    let offset = |key: &str| usize::try_from(found[0][key].as_u64().unwrap()).unwrap();
    assert_eq!(&bytes[offset("start")..offset("end")], b"A/HCR/20/24");
}

#[test]
fn what_cannot_be_written_is_still_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.md");
    let bytes = [WRONG.as_bytes(), b"\xc9tats.\n"].concat();
    fs::write(&file, &bytes).unwrap();
    let found = |arguments: &[&str]| stdout(&run(folder.path(), arguments));
    let before = found(&["check", "--format", "concise", "a.md"]);
    assert!(before.contains("C004"), "{before}");
    assert_eq!(
        found(&["check", "--fix", "--format", "concise", "a.md"]),
        before
    );
    assert_eq!(fs::read(&file).unwrap(), bytes);
}

#[test]
fn standard_input_alone_comes_back_mended() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.md"), WRONG).unwrap();
    let output = piped(folder.path(), &["check", "--fix", "-", "b.md"], WRONG);
    let right = WRONG.replace("19 December", "20 December");
    assert_eq!(stdout(&output), right, "{}", stderr(&output));
    assert_eq!(
        fs::read_to_string(folder.path().join("b.md")).unwrap(),
        right
    );
}

#[test]
fn what_is_left_to_mend_in_standard_input_is_said_on_standard_error() {
    let folder = tempfile::tempdir().unwrap();
    let text = format!("{WRONG}\nSee A/HCR/20/24 too.\n");
    for mode in ["--fix", "--diff"] {
        let output = piped(folder.path(), &["check", mode, "-"], &text);
        assert_eq!(output.status.code(), Some(1), "{mode}");
        assert!(stdout(&output).contains("20 December"), "{mode}");
        assert!(!stdout(&output).contains("C001"), "{mode}");
        let left = stderr(&output);
        assert!(
            left.contains("C001") && !left.contains("C004"),
            "{mode}: {left}"
        );
    }
}
