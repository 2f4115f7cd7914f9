//! What X008 says of places that are not there.

use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use sources::Catalogue;

use super::*;
use crate::{Settings, findings};

/// What X008 says of a text in Markdown.
fn told(text: &str) -> Vec<String> {
    told_in(text, Dialect::Markdown)
}

fn told_in(text: &str, dialect: Dialect) -> Vec<String> {
    let draft = Draft::new(text, dialect, Arc::default());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let found = findings(&resolved, &Catalogue, &Settings::default());
    let own = found.into_iter().filter(|one| one.code == RULE.code);
    own.map(|one| one.message).collect()
}

#[test]
fn a_chapter_is_called_one() {
    let told = |words: &str| told(&format!("# I. One\n\nThe text (see {words} below).\n"));
    assert_eq!(
        told("chapter IV"),
        ["There is no chapter IV in this draft."]
    );
    assert_eq!(
        told("section IV"),
        ["There is no section IV in this draft."]
    );
}

#[test]
fn sections_are_counted_as_they_are_numbered() {
    let text = |label: &str| {
        format!("# I. One\n\nThe text (see section {label} below).\n\n# III. Three\n\nMore.\n")
    };
    assert_eq!(
        told(&text("V")),
        ["There is no section V in this draft: its sections run from I to III."]
    );
    assert_eq!(told(&text("II")), ["There is no section II in this draft."]);
}

#[test]
fn the_count_is_told_of_what_lies_outside_it() {
    let annexes = "# Annex I\n\nThe text.\n\n# Annex III\n\nThe text.\n";
    let told = |label: &str| told(&format!("It is told (see annex {label}).\n\n{annexes}"));
    assert_eq!(told("II"), ["There is no annex II in this draft."]);
    assert_eq!(
        told("IV"),
        ["There is no annex IV in this draft: its annexes run from I to III."]
    );
    assert_eq!(told("III"), [""; 0]);
}

#[test]
fn the_count_is_told_in_the_way_of_the_label() {
    let lettered = told("It is told (see annex C).\n\n# Annex A\n\nOne.\n\n# Annex B\n\nTwo.\n");
    assert_eq!(
        lettered,
        ["There is no annex C in this draft: its annexes run from A to B."]
    );
}

#[test]
fn a_sub_paragraph_is_one_of_its_paragraph() {
    let told = |reference: &str| {
        told(&format!(
            "1. The text is new.\n\n2. It has:\n\n(a) A mandate;\n\n(b) A budget.\n\n3. See {reference} above.\n\n\
             # Annex\n\n(a) One;\n\n(b) Two;\n\n(c) Three.\n"
        ))
    };
    assert_eq!(
        told("paragraph 2 (c)"),
        ["There is no paragraph 2 (c) in this draft: its sub-paragraphs run from (a) to (b)."]
    );
    assert_eq!(
        told("paragraphs 1 and 2 (d)"),
        ["There is no paragraph 2 (d) in this draft: its sub-paragraphs run from (a) to (b)."]
    );
    for right in [
        "paragraph 2 (b)",
        "paragraphs 1 and 2 (a)",
        "paragraph 1 (c)",
    ] {
        assert_eq!(told(right), [""; 0], "{right}");
    }
}

#[test]
fn the_labels_of_a_paragraph_are_those_that_are_read() {
    for right in [
        "2. Under article 2 (a) of the Convention it has:\n\na) One;\n\nb) Two;\n\nc) Three.\n\n3. See paragraph 2 (c) above.\n",
        "2. Under article 2 (a) of the Convention it has (*a*) one and (*c*) two.\n\n3. See paragraph 2 (c) above.\n",
        "2. It has:\n\n(a) One;\n\n(b) Two;\n\n### The other side\n\n(c) Three.\n\n3. See paragraph 2 (c) above.\n",
        "1. The text (see article 4 (a)) is new.\n\n2. See paragraph 1 (b) above.\n",
    ] {
        assert_eq!(told(right), [""; 0], "{right}");
    }
    assert_eq!(
        told("2. It has:\n\na) One;\n\nb) Two.\n\n3. See paragraph 2 (c) above.\n"),
        ["There is no paragraph 2 (c) in this draft: its sub-paragraphs run from (a) to (b)."]
    );
}

#[test]
fn paragraphs_of_plain_text_may_all_be_indented() {
    let text = |place: &str| {
        format!(
            "     1. The report is on ports.\n\n     2. The Committee asks for these:\n\n     \
             (a) A list;\n\n     (b) A chart;\n\n     3. See {place} above.\n"
        )
    };
    let told = |place: &str| told_in(&text(place), Dialect::Plain);
    assert_eq!(told("paragraph 1"), [""; 0]);
    assert_eq!(told("paragraph 2 (b)"), [""; 0]);
    assert_eq!(
        told("paragraph 9"),
        ["There is no paragraph 9 in this draft: its paragraphs run from 1 to 3."]
    );
    assert_eq!(told("paragraph 2 (e)").len(), 1);
}
