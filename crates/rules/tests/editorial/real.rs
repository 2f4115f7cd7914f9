//! What is said of the real drafts, where they are at hand.

use std::io::Write as _;
use std::path::Path;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings, Severity};
use sources::{Catalogue, Sources};

use crate::{findings, told};

/// Texts beside the repository.
fn shared(name: &str) -> Option<String> {
    let folder = std::env::var_os("PENHOLDER_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        Into::into,
    );
    std::fs::read_to_string(folder.join(name)).ok()
}

#[test]
fn a_real_input_has_its_findings_and_no_others() {
    let Some(text) = shared("../drafts/iom-input-a-res-67-172.txt") else {
        let _ = writeln!(std::io::stderr(), "skipped: the input is not at hand");
        return;
    };
    let found = findings(&text, Dialect::Plain);
    let begins = text.find("Transcription:").unwrap();
    let outside: Vec<&Finding> = found
        .iter()
        .filter(|one| one.range.start < begins)
        .collect();
    let [list] = outside.as_slice() else {
        panic!("one notice above the draft: {outside:?}");
    };
    assert_eq!((list.code, list.severity), ("X016", Severity::Hint));
    assert!(
        list.message.starts_with("Lines 3 to 204 "),
        "{}",
        list.message
    );
    assert!(found.iter().all(|one| one.severity < Severity::Error));
    let yellow = found
        .iter()
        .filter(|one| one.severity == Severity::Warning)
        .count();
    assert_eq!(yellow, 2, "one name in two places");
    let count = |code: &str| found.iter().filter(|one| one.code == code).count();
    for (code, expected) in COUNTS {
        assert_eq!(count(code), expected, "{code}");
    }
    let all: usize = COUNTS.iter().map(|(_, count)| count).sum();
    assert_eq!(found.len(), all, "{:?}", told(&text, Dialect::Plain));
}

/// What the real input has: one row for each rule that speaks.
const COUNTS: [(&str, usize); 15] = [
    ("A001", 1),
    ("A003", 3),
    ("A005", 6),
    ("D005", 1),
    ("E001", 9),
    ("E002", 4),
    ("E004", 1),
    ("E005", 1),
    ("E006", 1),
    ("E007", 1),
    ("E010", 1),
    ("E013", 1),
    ("X013", 1),
    ("X014", 1),
    ("X016", 1),
];

#[test]
fn a_real_input_is_mended_without_new_findings() {
    let Some(text) = shared("../drafts/iom-input-a-res-67-172.txt") else {
        let _ = writeln!(std::io::stderr(), "skipped: the input is not at hand");
        return;
    };
    let draft = Draft::new(&text, Dialect::Plain, Catalogue.lexicon());
    let cleaned = draft.cleaned().unwrap();
    for note in 1..=6 {
        assert!(
            cleaned.contains(&format!("\n[^{note}]: ")),
            "text of note {note}"
        );
        assert_eq!(
            cleaned.matches(&format!("[^{note}]")).count(),
            2,
            "note {note}"
        );
    }
    let headings = cleaned
        .lines()
        .filter(|line| line.starts_with("## "))
        .count();
    assert_eq!(headings, 4);
    for numbered in ["\n1. ", "\n2. ", "\n3. ", "\n4. "] {
        assert!(cleaned.contains(numbered), "{numbered}");
    }
    let once = |text: &str, dialect| -> Vec<&'static str> {
        let mut codes: Vec<_> = findings(text, dialect).iter().map(|one| one.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let before = once(&text, Dialect::Plain);
    let after = once(&cleaned, Dialect::Markdown);
    assert!(after.iter().all(|code| before.contains(code)), "{after:?}");
    assert!(!after.contains(&"X014"));
}

#[test]
fn a_real_resolution_has_one_notice_and_is_cleaned_up() {
    let Some(text) = shared("texts/A_RES_67_172.txt") else {
        let _ = writeln!(std::io::stderr(), "skipped: the resolution is not at hand");
        return;
    };
    let found = findings(&text, Dialect::Plain);
    let codes: Vec<_> = found.iter().map(|one| (one.code, one.severity)).collect();
    assert_eq!(codes, [("X014", Severity::Hint)]);
    let draft = Draft::new(&text, Dialect::Plain, Catalogue.lexicon());
    let cleaned = draft.cleaned().unwrap();
    let heads = |text: &str| text.matches("A/RES/67/172").count();
    assert_eq!((heads(&text), heads(&cleaned)), (9, 1));
    let notes = cleaned.matches("\n[^").count();
    println!("{notes} of 22 footnotes are moved");
    assert!(notes >= 10, "{notes} notes");
    for note in 1..=22 {
        let mark = format!("[^{note}]");
        let count = cleaned.matches(&mark).count();
        assert!(count == 0 || count == 2, "{count} of {mark}");
    }
    assert!(!cleaned.contains("____"));
}

#[test]
fn the_titles_of_other_documents_before_a_draft_are_not_checked_by_any_rule() {
    let titles = "Re. Resolution A/RES/67/172\n\nSimilar documents\n\
        Resolution adopted by the General Assembly on 1 May (A/RES/79/280)\n\n\
        A report on the UN Population Fund (UNFPA), A/RES/67/172/Rev.9\n\n\
        The centered programs of 57th Session, UNGA Resolution 66/999\n\nTranscription:\n\n";
    let text = format!(
        "{titles}The draft names the people whom the programme is for, and goes on to name others.\n"
    );
    let draft = Draft::new(&text, Dialect::Plain, Catalogue.lexicon());
    assert!(draft.foreign_titles().is_some());
    let today = Date::new(2013, 2, 14).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let found = rules::findings(&resolved, &Catalogue, &Settings::default());
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["X016"]);
}
