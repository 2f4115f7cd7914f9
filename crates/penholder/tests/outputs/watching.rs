//! `check --watch`: what is saved is checked again, what is deleted is said, and a reader that goes away ends it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// When a watch that says nothing more is ended, so that the test fails and does not hang.
const PATIENCE: Duration = Duration::from_mins(2);

/// The next line that has `words`; fails where the output ends before.
fn until(lines: &mut impl BufRead, words: &str) -> String {
    let found = lines
        .lines()
        .map(Result::unwrap)
        .find(|line| line.contains(words));
    found.unwrap_or_else(|| panic!("it ended before it said “{words}”"))
}

/// Ends the child when it takes too long.
fn guard(child: &Arc<Mutex<Child>>) {
    let child = Arc::downgrade(child);
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if let Some(child) = child.upgrade() {
            let _ = child.lock().unwrap().kill();
        }
    });
}

#[test]
fn a_watch_checks_what_is_saved_until_its_reader_goes_away() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("a.md", "See A/HCR/53/26 for this.\n");
    put("b.md", "Nothing is cited here.\n");
    let mut child = Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(["check", "--watch", "--format", "concise", "a.md", "b.md"])
        .current_dir(folder.path())
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut findings = BufReader::new(child.stdout.take().unwrap());
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let child = Arc::new(Mutex::new(child));
    guard(&child);

    assert!(until(&mut findings, "a.md").contains("A/HCR/53/26"));
    until(&mut said, "References: 0 held");

    put("a.md", "Here is nothing.\n\nSee A/HCR/21/7 for that.\n");
    assert!(until(&mut findings, "a.md").starts_with("a.md:3:5: error: “A/HCR/21/7”"));
    until(&mut said, "References: 0 held");

    put(
        "penholder.toml",
        "[rules]\nseverity = { C001 = \"hint\" }\n",
    );
    assert!(until(&mut findings, "a.md").starts_with("a.md:3:5: hint:"));

    fs::remove_file(folder.path().join("b.md")).unwrap();
    until(&mut said, "b.md: there is no such file");

    drop(findings);
    put("a.md", "See A/HCR/22/8 for something else.\n");
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    let status = child.lock().unwrap().wait().unwrap();
    assert_eq!(status.code(), Some(0), "{rest}");
    assert!(!rest.contains("fault"), "{rest}");
}
