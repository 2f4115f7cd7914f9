//! `docs/rules/` is made from the pages of the rules. A stale file fails the test; with
//! `PENHOLDER_WRITE_DOCS=1` in the environment the files are written anew.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use rules::{Family, Preset, RULES, Severity};

#[test]
fn the_reference_is_made_from_the_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rules");
    let write = std::env::var_os("PENHOLDER_WRITE_DOCS").is_some();
    if write {
        fs::create_dir_all(&folder).unwrap();
    }
    let mut stale = Vec::new();
    for (name, text) in files() {
        let path = folder.join(&name);
        if write {
            fs::write(&path, &text).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "stale: {stale:?}; run again with PENHOLDER_WRITE_DOCS=1"
    );
}

/// Every file of the reference with its text.
fn files() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = RULES
        .into_iter()
        .map(|rule| (format!("{}.md", rule.name), as_markdown(rule.page())))
        .collect();
    files.push(("README.md".to_owned(), index()));
    files
}

/// A page whose examples are plain fences with a line that says what they show.
fn as_markdown(page: &str) -> String {
    page.replace("```flags\n", "Is found:\n\n```text\n")
        .replace("```allows\n", "Stays silent:\n\n```text\n")
}

fn index() -> String {
    let mut text = String::from(
        "# Rules\n\nMade from the pages of the rules; `penholder explain CODE` prints the same.\n",
    );
    for family in Family::ALL {
        if !RULES.iter().any(|rule| rule.family == family) {
            continue;
        }
        write!(
            text,
            "\n## {}\n\n| code | rule | severity | what it does |\n| --- | --- | --- | --- |\n",
            family.title()
        )
        .unwrap();
        for rule in RULES.into_iter().filter(|rule| rule.family == family) {
            let preset = match rule.preset {
                Preset::On => "",
                Preset::Off => ", off",
            };
            let severity = match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information => "information",
                Severity::Hint => "hint",
            };
            writeln!(
                text,
                "| {} | [{name}]({name}.md) | {severity}{preset} | {} |",
                rule.code,
                rule.summary(),
                name = rule.name
            )
            .unwrap();
        }
    }
    text
}
