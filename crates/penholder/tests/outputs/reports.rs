//! The clearance report, the comparison, citations, the doctor, completions and the manual.

use std::fs;
use std::process::{Command, Stdio};

use crate::{folder, penholder, run, stderr, stdout};

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
fn a_version_on_standard_input_has_the_name_that_is_given() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["old.md", "new.md"] {
        fs::write(folder.path().join(name), "1. The lanterns were lit.\n").unwrap();
    }
    let new = fs::File::open(folder.path().join("new.md")).unwrap();
    let arguments = [
        "compare",
        "old.md",
        "-",
        "--stdin-filename",
        "new.md",
        "--format",
        "html",
    ];
    let output = penholder(folder.path(), &arguments)
        .stdin(new)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("old.md → new.md"));
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
    assert!(cite(&["67/172"]).starts_with("General Assembly resolution 67/172"));
    assert!(cite(&["2417 (2018)"]).starts_with("Security Council resolution 2417 (2018)"));
    assert!(cite(&["AP II", "--style", "title"]).contains("(Protocol II)"));
    for (wrong, said) in [
        (&["what nobody wrote"][..], "neither a document symbol"),
        (&["2417"], "write it like A/RES/67/172"),
        (&["A/HCR/20/24"], "write “A/HRC/20/24”"),
        (&["CRC", "--para", "95"], "there is no article 95"),
        (&["A/RES/67/172", "--para", "x"], "“x” is no paragraph"),
        (
            &["A/RES/67/172", "--para", "14-12"],
            "ends before it begins",
        ),
        (
            &["A/RES/67/172", "--para", "14-14"],
            "is a single paragraph; write “14”",
        ),
    ] {
        let arguments: Vec<&str> = ["cite"].into_iter().chain(wrong.iter().copied()).collect();
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
    fs::create_dir(folder.path().join("sources")).unwrap();
    fs::write(folder.path().join("sources/A_RES_67_172.md"), "1. One.\n").unwrap();
    let doctor = run(folder.path(), &["doctor"]);
    assert_eq!(doctor.status.code(), Some(0));
    for words in [
        ": 1 document, fingerprint",
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

#[test]
fn the_days_that_are_left_for_a_document_are_said_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let about = |symbol: &str| stdout(&run(folder.path(), &["facts", symbol]));
    let numbers = about("A/RES/67/172");
    assert!(
        numbers.contains(
            "\nnumbers around it\t20 December 2012: its number comes between 163 and 173\n"
        ),
        "{numbers}"
    );
    let emergency = about("A/RES/ES-11/1");
    assert!(
        emergency.contains(": its number comes before 2\n"),
        "{emergency}"
    );
    assert!(
        emergency.contains("\nsession or year\tsince 28 February 2022, and still open\n"),
        "{emergency}"
    );
    assert!(about("2417 (2018)").starts_with("symbol\tS/RES/2417 (2018)\n"));
    assert!(about("67/172").starts_with("symbol\tA/RES/67/172\n"));
}
