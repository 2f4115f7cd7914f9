//! What happens to paragraphs between two versions.

use citation::Date;
use draft::{Dialect, Draft};
use sources::{Catalogue, Sources};

use super::*;

fn compared(old: &str, new: &str) -> Comparison {
    let today = Date::new(2025, 6, 1).unwrap();
    let resolved = |text: &str| {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        resolve::resolve(&draft, &Catalogue, today)
    };
    Comparison::of(("old.md", &resolved(old)), ("new.md", &resolved(new)))
}

/// The printed number of a paragraph.
fn number(place: Option<&Place>) -> Option<&str> {
    match place {
        Some(Place::Numbered(number)) => Some(number),
        _ => None,
    }
}

fn happened(comparison: &Comparison) -> Vec<(Happened, Option<&str>, Option<&str>)> {
    let entries = comparison.entries.iter();
    entries
        .map(|one| {
            (
                one.happened,
                number(one.before.as_ref()),
                number(one.after.as_ref()),
            )
        })
        .collect()
}

const OLD: &str = "# Harbours\n\n1. The lanterns of the northern harbours were lit every night of the winter.\n\n2. Recalls General Assembly resolution 67/172 on boats that come home late.\n\n3. The keepers counted forty boats and wrote their names into a book.\n\n4. Nobody has asked for the book since the storm.\n";

#[test]
fn equal_versions_have_no_difference() {
    let comparison = compared(OLD, OLD);
    assert!(comparison.is_same());
    assert_eq!(comparison.same, 5);
    assert_eq!(comparison.summary(), "5 the same");
}

#[test]
fn changed_words_and_references_are_shown() {
    let new = OLD
        .replace("67/172", "70/147")
        .replace("forty boats", "fifty boats");
    let comparison = compared(OLD, &new);
    assert_eq!(
        happened(&comparison),
        [
            (Happened::Changed, Some("2"), Some("2")),
            (Happened::Changed, Some("3"), Some("3")),
        ]
    );
    assert_eq!(comparison.entries[0].references_added, ["A/RES/70/147"]);
    assert_eq!(comparison.entries[0].references_dropped, ["A/RES/67/172"]);
    assert_eq!(
        comparison.references_added,
        [("A/RES/70/147".to_owned(), 1)]
    );
    let text = comparison.text(Ink::Plain);
    assert!(text.contains("[-forty-]{+fifty+} boats"), "{text}");
    assert!(text.contains("+ cites A/RES/70/147"), "{text}");
    assert!(comparison.html().contains("<del>forty</del>"));
}

#[test]
fn a_paragraph_put_in_renumbers_the_others_and_changes_none() {
    let new = "# Harbours\n\n1. A new paragraph opens the report with the weather of the year.\n\n2. The lanterns of the northern harbours were lit every night of the winter.\n\n3. Recalls General Assembly resolution 67/172 on boats that come home late.\n\n4. The keepers counted forty boats and wrote their names into a book.\n\n5. Nobody has asked for the book since the storm.\n";
    let comparison = compared(OLD, new);
    let mut kinds: Vec<Happened> = comparison.entries.iter().map(|one| one.happened).collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, [Happened::Renumbered, Happened::Added]);
    assert_eq!(happened(&comparison)[0], (Happened::Added, None, Some("1")));
}

#[test]
fn moved_and_dropped_paragraphs_are_told_apart() {
    let new = "# Harbours\n\n1. Nobody has asked for the book since the storm.\n\n2. The lanterns of the northern harbours were lit every night of the winter.\n\n3. The keepers counted forty boats and wrote their names into a large book.\n";
    let comparison = compared(OLD, new);
    let kind = |wanted: Happened| comparison.entries.iter().find(|one| one.happened == wanted);
    let stood = |wanted| number(kind(wanted).unwrap().before.as_ref());
    assert_eq!(stood(Happened::Moved), Some("4"));
    assert_eq!(stood(Happened::Dropped), Some("2"));
    let stands = |wanted| number(kind(wanted).unwrap().after.as_ref());
    assert_eq!(stands(Happened::Changed), Some("3"));
    assert_eq!(comparison.references_dropped.len(), 1);
}

#[test]
fn unrelated_paragraphs_are_not_taken_for_one() {
    let comparison = compared(
        "The lanterns were lit every night.\n",
        "Ministers met about fisheries in spring.\n",
    );
    let kinds: Vec<Happened> = comparison.entries.iter().map(|one| one.happened).collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&Happened::Added) && kinds.contains(&Happened::Dropped));
}

#[test]
fn empty_versions_are_compared_too() {
    assert!(compared("", "").is_same());
    assert_eq!(compared("", "Words.\n").entries.len(), 1);
    assert_eq!(compared("Words.\n", "").entries.len(), 1);
}

#[test]
fn a_sub_paragraph_is_named_with_what_it_stands_below() {
    let old = "1. Boats:\n\n(a) Old;\n\n(b) New and painted white in spring:\n\n(i) With sails of cotton;\n\n(ii) With oars;\n\n2. Harbours:\n\n(a) Deep harbours for the winter;\n";
    let new = old
        .replace("cotton", "silk")
        .replace("for the winter", "for the summer");
    let comparison = compared(old, &new);
    let named: Vec<_> = comparison
        .entries
        .iter()
        .filter_map(|one| number(one.after.as_ref()))
        .collect();
    assert_eq!(named, ["1 (b) (i)", "2 (a)"]);
}

#[test]
fn a_paragraph_without_a_number_is_named_by_how_it_begins() {
    let old = "# Boats\n\n*Recalling* its resolution on boats that come home late,\n\n1. *Requests* keepers to count the boats of the winter;\n";
    let new = old
        .replace("# Boats", "# Boats and keepers")
        .replace("home late", "home early")
        .replace("1. ", "");
    let text = compared(old, &new).text(Ink::Plain);
    for head in [
        "changed: the heading “Boats and keepers”",
        "changed: the unnumbered paragraph that begins “Recalling its resolution on”",
        "renumbered: paragraph 1 → the unnumbered paragraph that begins “Requests keepers to count”",
    ] {
        assert!(text.contains(head), "{head} in {text}");
    }
}
