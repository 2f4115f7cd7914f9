//! The examples of the manuals, run as they stand there, and the commands and options that they list.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A page of the repository.
fn page(name: &str) -> String {
    fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(name),
    )
    .unwrap()
}

/// The commands that a page gives as examples.
fn examples(page: &str) -> Vec<&str> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with("penholder "))
        .collect()
}

/// A line for the shell, run in `home`, which is the user's own folder too.
#[cfg(unix)]
fn shell(home: &Path, line: &str) -> Output {
    let programs = Path::new(env!("CARGO_BIN_EXE_penholder")).parent().unwrap();
    let others = std::env::var_os("PATH").unwrap();
    let path = [programs.to_owned()]
        .into_iter()
        .chain(std::env::split_paths(&others));
    Command::new("sh")
        .args(["-c", line])
        .current_dir(home)
        .env("PATH", std::env::join_paths(path).unwrap())
        .env("HOME", home)
        .env("PENHOLDER_CORPUS", home.join("corpus"))
        .env("PENHOLDER_CACHE", home.join("cache"))
        .env("PENHOLDER_TODAY", "2025-06-01")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A resolution with words of its own, around those that the examples ask for.
#[cfg(unix)]
const RESOLUTION: &str = "---\nsymbol: A/RES/67/172\ndate: 2012-12-20\n---\n\n# Protection of migrants\n\n\
    *The General Assembly,*\n\n1. *Invites* banks to lower the price of remittances that migrants send;\n\n\
    2. *Calls upon* ports to write rules for migrant workers, integrating a human rights perspective;\n";

/// Paragraphs up to the fifteenth.
#[cfg(unix)]
fn resolution() -> String {
    let more = (3..=15).map(|number| format!("\n{number}. *Decides* on matter {number};\n"));
    more.fold(RESOLUTION.to_owned(), |text, one| text + &one)
}

#[cfg(unix)]
#[test]
fn the_examples_of_the_manuals_find_what_they_ask_for() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let put = |name: &str, text: &str| {
        let path = home.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for folder in ["documents/resolutions", "Documents/UN"] {
        put(&format!("{folder}/A_RES_67_172.md"), &resolution());
    }
    put("drafts/input.md", "# Input\n\nSee A/HCR/20/24.\n");
    put("old.md", "# Input\n\nOne harbour is open.\n");
    put("new.md", "# Input\n\nTwo harbours are open.\n");
    let begun = shell(
        home,
        "git init -q && git add . && git -c user.name=A -c user.email=a@b -c commit.gpgsign=false commit -qm first \
         && git branch origin/main",
    );
    assert!(begun.status.success(), "{begun:?}");
    let pages = [page("README.md"), page("docs/corpus.md")];
    let examples: Vec<&str> = pages.iter().flat_map(|page| examples(page)).collect();
    assert!(examples.len() > 15, "{examples:?}");
    for example in examples {
        let ran = shell(home, example);
        // A draft may have something to mend, and two versions differ.
        let most = i32::from(
            ["penholder check", "penholder compare"]
                .iter()
                .any(|it| example.starts_with(it)),
        );
        assert!(
            ran.status.code().is_some_and(|code| code <= most),
            "{example}: {ran:?}"
        );
    }
}

#[test]
fn what_the_readme_quotes_is_said_of_the_sample_report() {
    let checked = Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(["check", "--format", "concise", "tests/drafts/report.md"])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .output()
        .unwrap();
    let said = String::from_utf8(checked.stdout).unwrap();
    let readme = page("README.md");
    let quoted = readme
        .lines()
        .filter_map(|line| line.strip_prefix("- *")?.strip_suffix('*'));
    let quoted: Vec<&str> = quoted.collect();
    assert_eq!(quoted.len(), 4, "{quoted:?}");
    for message in quoted {
        assert!(said.contains(message), "{message}\n{said}");
    }
}

#[test]
fn the_readme_and_the_help_have_one_word_for_each_exit_code() {
    let help = Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(["check", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    for text in [help, page("README.md"), page("docs/command-line.md")] {
        assert!(
            text.contains("0 no errors or warnings, 1 some, 2 "),
            "{text}"
        );
    }
}

/// The first words of the lines of a page of help that are indented so far.
fn listed(arguments: &[&str], indent: &str) -> BTreeSet<String> {
    let help = Command::new(env!("CARGO_BIN_EXE_penholder"))
        .args(arguments)
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let lines = help.lines().filter_map(|line| line.strip_prefix(indent));
    lines
        .filter(|line| line.starts_with(|c: char| c == '-' || c.is_ascii_lowercase()))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_command_and_every_option_of_a_check_has_its_line() {
    let page = page("docs/command-line.md");
    for command in listed(&["--help"], "  ") {
        let is_said = [
            format!("| `{command} "),
            format!("| `{command}`"),
            format!("`penholder {command}"),
        ];
        assert!(
            command == "help"
                || command.starts_with('-')
                || is_said.iter().any(|it| page.contains(it)),
            "{command} is not documented"
        );
    }
    let options = listed(&["check", "--help"], "      ");
    assert!(options.contains("--since"), "{options:?}");
    for option in options {
        assert!(
            page.contains(&format!("`{option}")),
            "{option} is not documented"
        );
    }
}
