//! Every rule has a page with the agreed headings, and the examples on it are true: what it `flags` is
//! found, what it `allows` is not, and fixes remove their finding and add none.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Mistake, Rule, Settings, Severity};
use sources::{Catalogue, Coverage, Documents, Library, Sources, read};

/// The headings of a page, in order.
const HEADINGS: [&str; 5] = [
    "## What it does",
    "## Why it matters",
    "## Example",
    "## How to fix",
    "## Source",
];

#[test]
fn pages_have_the_agreed_headings() {
    for rule in rules::RULES {
        let title = format!("# {} {}\n", rule.code, rule.name);
        assert!(rule.page().starts_with(&title), "{rule:?}");
        let headings: Vec<&str> = rule
            .page()
            .lines()
            .filter(|line| line.starts_with("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{rule:?}");
        assert!(rule.page().contains("\n```flags\n"), "{rule:?}");
        assert!(rule.page().contains("\n```allows\n"), "{rule:?}");
        assert!(rule.summary().ends_with('.'), "{rule:?}");
    }
    let latin = rules::rule("latin-abbreviation").unwrap();
    assert_eq!(latin.summary(), "Finds e.g., i.e., etc. and viz.");
}

#[test]
fn a_rule_is_found_by_code_and_by_name() {
    assert_eq!(
        rules::rule("c005").unwrap().name,
        "paragraph-does-not-exist"
    );
    assert_eq!(rules::rule("Undefined-Acronym").unwrap().code, "A001");
    assert!(rules::rule("C999").is_none());
}

/// The catalogue, and a sample of resolution 67/172 in sources that cover session 67.
fn library() -> Library {
    let text = include_str!("../../../tests/drafts/sources/A_RES_67_172.md");
    let sample = read::whole(text, Path::new("sources/A_RES_67_172.md")).unwrap();
    let coverage = Coverage::parse("A/RES session 67").unwrap();
    let documents = Documents::of_texts(vec![sample]).covering(vec![coverage]);
    Library::new(vec![Arc::new(documents), Arc::new(Catalogue)])
}

fn findings(text: &str, library: &Library) -> Vec<Finding> {
    findings_with(text, library, &Settings::default())
}

/// The findings on an example of `rule`, which speaks even where it is off by itself.
fn findings_on_page(rule: &Rule, text: &str, library: &Library) -> Vec<Finding> {
    let settings = Settings {
        on: vec![rule.code.to_owned()],
        mistakes: mistakes(text),
        ..Settings::default()
    };
    findings_with(text, library, &settings)
}

/// What the readers of settings, who are no part of this crate, say of the one key that an example mistypes.
fn mistakes(text: &str) -> Vec<Mistake> {
    let places = text.match_indices("unhold");
    places
        .map(|(at, written)| Mistake {
            range: at..at + written.len(),
            message: "There is no setting “unhold”; the nearest one is “unheld”.".to_owned(),
            instead: Some("unheld"),
            severity: Severity::Error,
        })
        .collect()
}

fn findings_with(text: &str, library: &Library, settings: &Settings) -> Vec<Finding> {
    let draft = Draft::new(text, Dialect::Markdown, library.lexicon());
    let today = Date::new(2025, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, library, today);
    let checked = rules::check(&resolved, library, settings);
    let settled = checked.settled(&resolved, library, &OneFile, &|| false);
    settled.unwrap().findings()
}

/// One file lies beside the examples.
struct OneFile;

impl rules::LinkedFiles for OneFile {
    fn has(&self, path: &str) -> Option<bool> {
        Some(path == "annexes/annex-i.md")
    }
}

/// The fenced examples of one kind on a page, what they leave out filled in.
fn examples(page: &str, kind: &str) -> Vec<String> {
    let opening = format!("```{kind}\n");
    page.split(opening.as_str())
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .map(|example| example.replace("(8,500 more words)", &"A word. ".repeat(4250)))
        .collect()
}

fn mended(text: &str, fix: &rules::Fix) -> String {
    let mut text = text.to_owned();
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.range.clone(), &edit.text);
    }
    text
}

#[test]
fn what_a_page_flags_is_found_and_what_it_allows_is_not() {
    let library = library();
    let mut wrong = Vec::new();
    for rule in rules::RULES {
        for example in examples(rule.page(), "flags") {
            let found = findings_on_page(rule, &example, &library);
            let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
            if codes != [rule.code] {
                wrong.push(format!("{rule:?} flags {codes:?}: {example}"));
            }
        }
        for example in examples(rule.page(), "allows") {
            let found = findings_on_page(rule, &example, &library);
            if !found.is_empty() {
                wrong.push(format!("{rule:?} allows {found:?}: {example}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rules whose examples have no fix: what would be right stands outside the draft, or only its author knows.
/// Q003 has one where the sources hold the quoted words.
const WITHOUT_FIX: [&str; 20] = [
    "A004", "A006", "C003", "C013", "D003", "L006", "Q003", "R004", "R008", "R010", "X001", "X002",
    "X003", "X004", "X006", "X007", "X008", "X012", "X014", "X015",
];

#[test]
fn a_fix_removes_its_finding_and_adds_none() {
    let library = library();
    let mut tried = BTreeSet::new();
    let mut wrong = Vec::new();
    let pages = rules::RULES.into_iter().flat_map(|rule| {
        examples(rule.page(), "flags")
            .into_iter()
            .map(move |one| (rule, one))
    });
    for (rule, example) in pages {
        for finding in findings_on_page(rule, &example, &library) {
            for fix in &finding.fixes {
                tried.insert(finding.code);
                let mended = mended(&example, fix);
                assert_ne!(mended, example);
                let left = findings_on_page(rule, &mended, &library);
                if !left.is_empty() {
                    wrong.push(format!("{rule:?} {}: {left:?} in {mended}", fix.title));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let without: Vec<&str> = rules::RULES
        .into_iter()
        .map(|rule| rule.code)
        .filter(|code| !tried.contains(code))
        .collect();
    assert_eq!(without, WITHOUT_FIX);
}

#[test]
fn a_fix_in_a_whole_draft_leaves_the_other_findings_alone() {
    let library = library();
    let texts = [
        include_str!("../../../tests/drafts/report.md"),
        include_str!("../../../tests/drafts/resolution.md"),
    ];
    let told = |found: &[Finding]| -> Vec<(&'static str, String)> {
        found
            .iter()
            .map(|finding| (finding.code, finding.message.clone()))
            .collect()
    };
    for text in texts {
        let found = findings(text, &library);
        assert!(!found.is_empty());
        for (index, finding) in found.iter().enumerate() {
            for fix in &finding.fixes {
                let mut others = told(&found);
                others.remove(index);
                let left = findings(&mended(text, fix), &library);
                assert_eq!(told(&left), others, "{}", fix.title);
            }
        }
    }
}

#[test]
fn acronyms_of_other_languages_are_left_alone() {
    let library = library();
    let text = "Les ONG sont là. Les ONG restent.\n";
    assert_eq!(findings(text, &library).len(), 1);
    let french = format!("---\nlanguage: fr\n---\n\n{text}");
    assert_eq!(findings(&french, &library), []);
}

#[test]
fn every_agreed_name_introduces_its_acronym() {
    let library = library();
    let table = include_str!("../data/acronyms.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    for row in rows {
        let columns: Vec<&str> = row.split('\t').collect();
        if !columns[4].is_empty() {
            continue;
        }
        let mut written = vec![columns[0].to_owned()];
        if !columns[2].is_empty() {
            written.push(format!("{}s", columns[0]));
        }
        for acronym in written {
            let text = format!("It is the work of {acronym} at borders. Then {acronym} came.");
            let found = findings(&text, &library);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let mended = mended(&text, &found[0].fixes[0]);
            assert_eq!(findings(&mended, &library), [], "{mended}");
        }
    }
}

/// The files with the ending `ending` under `folder`, by what stands in their names before it, each with its text.
fn files_under(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_under(&path, ending, found);
        } else if path.extension().is_some_and(|its| its == ending) {
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((stem, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn every_rule_has_a_file_and_a_page_under_its_name() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut files, mut pages) = (Vec::new(), Vec::new());
    files_under(&source, "rs", &mut files);
    files_under(&source, "md", &mut pages);
    for rule in rules::RULES {
        let name = rule.name.replace('-', "_");
        let code = format!("code: \"{}\"", rule.code);
        let homes: Vec<&str> = files
            .iter()
            .filter(|(_, text)| text.contains("const RULE: Rule") && text.contains(&code))
            .map(|(stem, _)| &**stem)
            .collect();
        assert_eq!(homes, [&*name], "{rule:?}");
        let page = pages.iter().filter(|(_, text)| text == rule.page());
        let stems: Vec<&str> = page.map(|(stem, _)| &**stem).collect();
        assert_eq!(stems, [&*name], "{rule:?}");
    }
    assert_eq!(pages.len(), rules::RULES.len());
}
