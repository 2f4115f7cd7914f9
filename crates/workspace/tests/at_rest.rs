//! A comment that accepts findings waits for the rules that speak only at rest, before it is said to be without
//! effect; in short drafts, where they speak at once, and in long ones.

#![allow(clippy::unwrap_used, reason = "all of it is a test")]

use citation::Date;
use workspace::{Analysis, OpenText, Workspaces};

/// More blocks than are looked at to the end at every change.
const MANY: usize = 2_100;

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

fn codes(analysis: &Analysis) -> Vec<&'static str> {
    analysis.findings.iter().map(|it| it.code).collect()
}

/// What is said while somebody types, and at rest.
fn said(text: &OpenText, workspaces: &Workspaces) -> [Vec<&'static str>; 2] {
    let typing = text.analysis(workspaces, today, &|| false).unwrap();
    let rest = text.settled(workspaces, today, &|| false).unwrap();
    [codes(&typing), codes(&rest)]
}

fn text(blocks: usize, last: &str) -> OpenText {
    let text = format!("{}{last}\n", "Noted.\n\n".repeat(blocks));
    OpenText::new("untitled:a", "markdown", 1, &text)
}

/// A quotation mark without partner is a matter of the whole draft.
const ACCEPTED: &str = "He said “yes and left. <!-- penholder: ignore Q004 because it goes on -->";
const IN_VAIN: &str = "He said “yes” and left. <!-- penholder: ignore Q004 because it goes on -->";

#[test]
fn what_accepts_a_finding_of_the_whole_draft_is_never_complained_of() {
    let workspaces = Workspaces::default();
    for blocks in [0, MANY] {
        let [typing, rest] = said(&text(blocks, ACCEPTED), &workspaces);
        assert!(typing.is_empty(), "{blocks}: {typing:?}");
        assert!(rest.is_empty(), "{blocks}: {rest:?}");
    }
}

#[test]
fn what_accepts_nothing_is_complained_of_at_rest() {
    let workspaces = Workspaces::default();
    let [typing, rest] = said(&text(0, IN_VAIN), &workspaces);
    assert_eq!((typing, rest), (vec!["I001"], vec!["I001"]));
    let [typing, rest] = said(&text(MANY, IN_VAIN), &workspaces);
    assert_eq!((typing, rest), (vec![], vec!["I001"]));
}

#[test]
fn an_edit_that_takes_the_finding_away_or_brings_it_is_heard_at_rest() {
    let workspaces = Workspaces::default();
    let before = text(MANY, ACCEPTED);
    said(&before, &workspaces);
    let place = before.rope().to_string().find(" and left").unwrap();
    let mended = before.edited(place..place, "”");
    let [typing, rest] = said(&mended, &workspaces);
    assert_eq!((typing, rest), (vec![], vec!["I001"]));
    let broken = mended.edited(place..place + "”".len(), "");
    let [_, rest] = said(&broken, &workspaces);
    assert!(rest.is_empty(), "{rest:?}");
    // A comment that comes while the rules have yet to speak is not complained of either.
    let commented = text(MANY, "He said “yes” and left.");
    said(&commented, &workspaces);
    let end = commented.rope().len_bytes() - 1;
    let commented = commented.edited(end..end, " <!-- penholder: ignore Q004 -->");
    let [typing, rest] = said(&commented, &workspaces);
    assert_eq!((typing, rest), (vec![], vec!["I001"]));
}
