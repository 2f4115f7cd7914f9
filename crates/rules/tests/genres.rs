//! Drafts of many kinds, ours, each with slips put in on purpose: what is said of them, every word of it, and that
//! every fix mends what it is offered for and breaks nothing.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use citation::{Date, table};
use draft::{Dialect, Draft};
use rules::{Finding, Settings};
use sources::{Catalogue, Sources};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/genres")
}

/// The drafts by their names, in order.
fn drafts() -> Vec<(String, String, Dialect)> {
    let entries = fs::read_dir(folder()).unwrap();
    let mut drafts: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.unwrap().path();
            let dialect = match path.extension()?.to_str()? {
                "md" => Dialect::Markdown,
                "txt" => Dialect::Plain,
                _ => return None,
            };
            let name = path.file_stem()?.to_str()?.to_owned();
            Some((name, fs::read_to_string(&path).unwrap(), dialect))
        })
        .collect();
    drafts.sort_by(|one, other| one.0.cmp(&other.0));
    drafts
}

fn check(text: &str, dialect: Dialect) -> (Draft, Vec<Finding>) {
    let draft = Draft::new(text, dialect, Catalogue.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let found = rules::findings(&resolved, &Catalogue, &Settings::default());
    (draft, found)
}

#[test]
fn every_slip_is_found_and_nothing_else_is_said() {
    let expected: Vec<[&str; 3]> =
        table::rows(include_str!("../../../tests/genres/expected.tsv")).collect();
    let mut different = false;
    for (name, text, dialect) in drafts() {
        let (_, found) = check(&text, dialect);
        let told: Vec<(&str, String)> = found
            .iter()
            .map(|finding| {
                let words = text[finding.range.clone()].split_whitespace();
                (finding.code, words.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let wanted: Vec<(&str, String)> = expected
            .iter()
            .filter(|[draft, _, _]| *draft == name)
            .map(|[_, code, words]| (*code, (*words).to_owned()))
            .collect();
        for (code, words) in &told {
            println!("{name}\t{code}\t{words}");
        }
        different |= told != wanted;
    }
    assert!(!different, "the table of what is said is another than this");
}

#[test]
fn every_fix_removes_its_finding_and_adds_none() {
    for (name, text, dialect) in drafts() {
        let (draft, found) = check(&text, dialect);
        let codes = |found: &[Finding]| {
            let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
            codes.sort_unstable();
            codes
        };
        let before = codes(&found);
        for finding in &found {
            for fix in &finding.fixes {
                let mended = rules::applied(&draft, &[fix]);
                let (_, after) = check(&mended, dialect);
                let mut left = before.clone();
                let place = left.iter().position(|code| *code == finding.code);
                left.remove(place.unwrap());
                assert_eq!(codes(&after), left, "{name}: {} in {finding:#?}", fix.title);
            }
        }
    }
}
