//! What a list of accepted findings keeps, and what it accepts.

use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use sources::Catalogue;

use super::*;
use crate::Severity;

fn finding(text: &str, code: &'static str, words: &str) -> Finding {
    let start = text.find(words).unwrap();
    Finding {
        code,
        rule: "rule",
        severity: Severity::Warning,
        range: start..start + words.len(),
        message: String::new(),
        related: Vec::new(),
        fixes: Vec::new(),
    }
}

fn resolved(text: &str) -> Resolved {
    let draft = Draft::new(text, Dialect::Markdown, Arc::default());
    resolve::resolve(&draft, &Catalogue, Date::new(2025, 1, 1).unwrap())
}

#[test]
fn an_accepted_finding_survives_edits_elsewhere() {
    let before = "The “GMG” met.";
    let found = [finding(before, "A001", "“GMG”")];
    let baseline = Baseline::default().renewed("a.md", &resolved(before), &found);
    let after = "# Heading\n\nA new line.\n\nThe \"GMG\" met.";
    let mut found = vec![
        finding(after, "A001", "\"GMG\""),
        finding(after, "C001", "\"GMG\""),
    ];
    assert!(
        baseline
            .take_out("a.md", &resolved(after), &mut found)
            .is_empty()
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "C001");
}

#[test]
fn each_entry_accepts_one_finding_and_what_is_left_is_told() {
    let text = "GMG and GMG";
    let draft = resolved(text);
    let one = finding(text, "A001", "GMG");
    let baseline = Baseline::default().renewed("a.md", &draft, std::slice::from_ref(&one));
    let mut twice = vec![one.clone(), one];
    assert!(baseline.take_out("a.md", &draft, &mut twice).is_empty());
    assert_eq!(twice.len(), 1);
    assert_eq!(baseline.take_out("a.md", &draft, &mut Vec::new()).len(), 1);
    assert!(
        baseline
            .take_out("b.md", &draft, &mut Vec::new())
            .is_empty()
    );
}

#[test]
fn an_accepted_paragraph_of_one_document_is_not_accepted_of_another() {
    let before = "As in paragraph 20 of its resolution 67/172.";
    let accepted = [finding(before, "C005", "paragraph 20")];
    let baseline = Baseline::default().renewed("a.md", &resolved(before), &accepted);
    assert_eq!(baseline.entries()[0].words, "paragraph 20 [67/172]");
    let other = "As in paragraph 20 of its resolution 70/147.";
    let mut found = vec![finding(other, "C005", "paragraph 20")];
    assert_eq!(
        baseline
            .take_out("a.md", &resolved(other), &mut found)
            .len(),
        1
    );
    assert_eq!(found.len(), 1);
    let mut found = accepted.to_vec();
    assert!(
        baseline
            .take_out("a.md", &resolved(before), &mut found)
            .is_empty()
    );
    assert!(found.is_empty());
}

/// Its entries do not say whose the paragraph is.
#[test]
fn a_list_of_the_first_version_still_accepts_and_is_renewed_with_its_reasons() {
    let text = "As in paragraph 20 of its resolution 67/172.";
    let old = "# Findings that penholder leaves out, version 1\na.md\tC005\tparagraph 20\tagreed\n";
    let baseline = Baseline::read(old).unwrap();
    let found = [finding(text, "C005", "paragraph 20")];
    let mut open = found.to_vec();
    baseline.take_out("a.md", &resolved(text), &mut open);
    assert!(open.is_empty());
    let renewed = baseline.renewed("a.md", &resolved(text), &found);
    assert_eq!(
        renewed.text(),
        format!("{TITLE}{VERSION}\n{HEADER}\na.md\tC005\tparagraph 20 [67/172]\tagreed\n")
    );
}

#[test]
fn the_file_keeps_reasons_and_other_drafts() {
    let text = format!(
        "{TITLE}{VERSION}\n{HEADER}\na.md\tA001\tgmg\tknown to all\nb.md\tC003\t67/999\tsoon out\n"
    );
    let baseline = Baseline::read(&text).unwrap();
    assert_eq!(baseline.text(), text);
    let draft_text = "GMG and 67/1000";
    let found = [
        finding(draft_text, "A001", "GMG"),
        finding(draft_text, "C003", "67/1000"),
    ];
    let renewed = baseline.renewed("a.md", &resolved(draft_text), &found);
    assert_eq!(
        renewed.text(),
        format!(
            "{TITLE}{VERSION}\n{HEADER}\na.md\tA001\tgmg\tknown to all\na.md\tC003\t67/1000\t\nb.md\tC003\t67/999\tsoon out\n"
        )
    );
}

#[test]
fn a_file_that_is_not_understood_is_not_used_by_half() {
    assert_eq!(
        Baseline::read("a\tb\tc\nx\ty\n"),
        Err(BaselineError::Line(2))
    );
    assert_eq!(
        Baseline::read("a\tb\tc\td\te\n"),
        Err(BaselineError::Line(1))
    );
    let newer = format!("{TITLE}9\n{HEADER}\n");
    assert_eq!(Baseline::read(&newer), Err(BaselineError::Newer(9)));
    assert!(Baseline::read("# a remark\n\na\tb\tc\n").is_ok());
}

#[test]
fn of_a_damaged_list_the_reasons_are_kept_and_so_are_remarks() {
    let text = format!(
        "{TITLE}{VERSION}\n# agreed in May\n{HEADER}\n<<<<<<< HEAD\na.md\tA001\tgmg\tknown to all\n=======\nx\ty\n"
    );
    let (baseline, others) = Baseline::readable(&text).unwrap();
    assert_eq!(others, [4, 6, 7]);
    assert!(Baseline::is_meant(&format!("<<<<<<< HEAD\n{text}")));
    let found = [finding("GMG", "A001", "GMG")];
    assert_eq!(
        baseline.renewed("a.md", &resolved("GMG"), &found).text(),
        format!("{TITLE}{VERSION}\n# agreed in May\n{HEADER}\na.md\tA001\tgmg\tknown to all\n")
    );
    let newer = format!("{TITLE}9\n{HEADER}\n");
    assert_eq!(Baseline::readable(&newer), Err(BaselineError::Newer(9)));
}
