//! What paragraph references find, and what is denied of them.

mod places;

use citation::{Referent, Step};

use super::*;
use crate::Origin;

fn source(kind: SourceKind, paragraphs: Paragraphs, articles: Option<u16>) -> Source {
    Source {
        articles,
        paragraphs,
        ..Source::new("Title", kind, Origin::Catalogue { source: "test" })
    }
}

fn resolution(labels: &[&str]) -> Source {
    source(SourceKind::Resolution, numbered(labels), None)
}

fn numbered(labels: &[&str]) -> Paragraphs {
    Paragraphs::Numbered(
        labels
            .iter()
            .map(|label| Paragraph {
                label: (*label).into(),
                words: format!("Words of {}.", label.replace(['(', ')'], "")).into(),
                span: 0..0,
                page: None,
            })
            .collect(),
    )
}

/// A unit with its labels and ranges.
type Drawn<'a> = (Unit, &'a [(&'a str, Option<&'a str>)]);

fn pinpoint(steps: &[Drawn<'_>]) -> Pinpoint {
    Pinpoint {
        steps: steps
            .iter()
            .map(|(unit, labels)| Step {
                unit: *unit,
                labels: labels
                    .iter()
                    .map(|(from, to)| ((*from).into(), to.map(Into::into)))
                    .collect(),
            })
            .collect(),
        beside: Vec::new(),
        span: 0..0,
    }
}

fn paragraph(label: &str) -> Pinpoint {
    pinpoint(&[(Unit::Paragraph, &[(label, None)])])
}

/// The answer in one line: labels found, or the sentence it makes.
fn ask(source: &Source, pinpoint: &Pinpoint) -> String {
    match answer(source, pinpoint) {
        ParagraphAnswer::Found(paragraphs) => {
            let labels: Vec<&str> = paragraphs.iter().map(|found| &*found.label).collect();
            labels.join(", ")
        }
        ParagraphAnswer::Absent(Absent {
            label,
            last,
            counted,
            count,
        }) => format!(
            "no {label}; {count} {counted}, last {}",
            last.as_deref().unwrap_or("none")
        ),
        ParagraphAnswer::Unnumbered => "unnumbered".into(),
        ParagraphAnswer::NotCheckable => "not checkable".into(),
    }
}

const LETTERED: &[&str] = &[
    "1",
    "2",
    "3",
    "3 (a)",
    "3 (b)",
    "3 (c)",
    "3 (d)",
    "3 (e)",
    "4",
    "4 (a)",
    "4 (a) (i)",
    "4 (a) (ii)",
    "4 (b)",
    "5",
];

#[test]
fn a_paragraph_comes_with_all_below_it() {
    let text = resolution(LETTERED);
    assert_eq!(ask(&text, &paragraph("5")), "5");
    assert_eq!(ask(&text, &paragraph("3(b)")), "3 (b)");
    assert_eq!(
        ask(&text, &paragraph("4")),
        "4, 4 (a), 4 (a) (i), 4 (a) (ii), 4 (b)"
    );
}

#[test]
fn what_is_missing_is_said_on_the_level_where_it_is_missing() {
    let text = resolution(LETTERED);
    assert_eq!(
        ask(&text, &paragraph("6")),
        "no 6; 5 operative paragraphs, last 5"
    );
    assert_eq!(
        ask(&text, &paragraph("51")),
        "no 51; 5 operative paragraphs, last 5"
    );
    assert_eq!(
        ask(&text, &paragraph("3 (f)")),
        "no 3 (f); 5 operative paragraphs, last 3 (e)"
    );
    assert_eq!(
        ask(&text, &paragraph("6 (a)")),
        "no 6; 5 operative paragraphs, last 5"
    );
    assert_eq!(
        ask(&text, &paragraph("2 (a)")),
        "no 2 (a); 0 operative paragraphs, last none"
    );
    assert_eq!(
        ask(&text, &paragraph("4 (a) (iii)")),
        "no 4 (a) (iii); 2 operative paragraphs, last 4 (a) (ii)"
    );
}

#[test]
fn ranges_and_lists_are_followed() {
    let text = resolution(LETTERED);
    let list = pinpoint(&[(Unit::Paragraph, &[("1", Some("2")), ("5", None)])]);
    assert_eq!(ask(&text, &list), "1, 2, 5");
    let letters = pinpoint(&[(Unit::Paragraph, &[("3 (b)", Some("(d)")), ("(e)", None)])]);
    assert_eq!(ask(&text, &letters), "3 (b), 3 (c), 3 (d), 3 (e)");
    let beyond = pinpoint(&[(Unit::Paragraph, &[("4", Some("7"))])]);
    assert_eq!(ask(&text, &beyond), "no 6; 5 operative paragraphs, last 5");
}

#[test]
fn a_numbering_with_gaps_or_restarts_proves_nothing() {
    assert_eq!(
        ask(&resolution(&["1", "2", "4"]), &paragraph("3")),
        "not checkable"
    );
    assert_eq!(
        ask(&resolution(&["1", "2", "1", "2"]), &paragraph("3")),
        "not checkable"
    );
    assert_eq!(
        ask(&resolution(&["1", "2", "2 (b)"]), &paragraph("2 (c)")),
        "not checkable"
    );
}

#[test]
fn letters_in_the_run_of_a_sentence_are_not_denied() {
    let mut text = resolution(&["1"]);
    if let Paragraphs::Numbered(paragraphs) = &mut text.paragraphs {
        paragraphs[0].words = "Decides to (a) meet and (b) report.".into();
    }
    assert_eq!(ask(&text, &paragraph("1 (b)")), "not checkable");
    assert_eq!(
        ask(&text, &paragraph("1 (c)")),
        "no 1 (c); 0 operative paragraphs, last none"
    );
}

#[test]
fn letters_without_an_opening_parenthesis_are_not_denied() {
    let mut text = resolution(&["1"]);
    if let Paragraphs::Numbered(paragraphs) = &mut text.paragraphs {
        paragraphs[0].words =
            "Decides:\na) to meet;\nb) to speak (with panic);\nc) to write;".into();
    }
    for known in ["1 (a)", "1 (b)", "1 (c)"] {
        assert_eq!(ask(&text, &paragraph(known)), "not checkable", "{known}");
    }
    // The letter that ends a word is none.
    if let Paragraphs::Numbered(paragraphs) = &mut text.paragraphs {
        paragraphs[0].words = "Decides to meet (without panic) and (with speed).".into();
    }
    for missing in ["1 (c)", "1 (d)"] {
        let answer = ask(&text, &paragraph(missing));
        assert_eq!(
            answer,
            format!("no {missing}; 0 operative paragraphs, last none")
        );
    }
}

#[test]
fn a_copy_without_numbers_is_never_counted_through() {
    let comment = source(SourceKind::GeneralComment, Paragraphs::Unnumbered, None);
    assert_eq!(ask(&comment, &paragraph("4")), "unnumbered");
    let report = source(SourceKind::Document, numbered(&["1", "2"]), None);
    assert_eq!(ask(&report, &paragraph("3")), "no 3; 2 paragraphs, last 2");
}

#[test]
fn outcomes_have_objectives_goals_and_targets() {
    let outcome = |title: &str| {
        let origin = Origin::Catalogue { source: "test" };
        Source::new(title, SourceKind::Outcome, origin)
    };
    let one = |unit, label| pinpoint(&[(unit, &[(label, None)])]);
    let compact = outcome("Global Compact for Safe, Orderly and Regular Migration");
    let objective = |label| ask(&compact, &one(Unit::Objective, label));
    assert_eq!(objective("23"), "not checkable");
    assert_eq!(objective("25"), "no 25; 23 objectives, last 23");
    assert_eq!(ask(&compact, &one(Unit::Goal, "25")), "not checkable");
    let agenda = outcome("2030 Agenda for Sustainable Development");
    let goal = |label| ask(&agenda, &one(Unit::Goal, label));
    assert_eq!(goal("19"), "no 19; 17 goals, last 17");
    assert_eq!(goal("18"), "no 18; 17 goals, last 17");
    // 2030 is a year.
    for silent in ["17", "2030"] {
        assert_eq!(goal(silent), "not checkable", "{silent}");
    }
    let several = pinpoint(&[(Unit::Goal, &[("8", None), ("20", None)])]);
    assert_eq!(ask(&agenda, &several), "no 20; 17 goals, last 17");
    let target = |label| ask(&agenda, &one(Unit::Target, label));
    for right in ["10.7", "10.c", "17.19", "7", "0.7"] {
        assert_eq!(target(right), "not checkable", "{right}");
    }
    assert_eq!(
        target("10.8"),
        "no goal 10 10.8; 7 targets, last goal 10 10.7"
    );
    assert_eq!(
        target("10.d"),
        "no goal 10 10.d; 3 targets, last goal 10 10.c"
    );
    assert_eq!(target("19.1"), "no 19; 17 goals, last 17");
    let under_goal = pinpoint(&[
        (Unit::Goal, &[("10", None)]),
        (Unit::Target, &[("10.8", None)]),
    ]);
    assert_eq!(ask(&agenda, &under_goal), target("10.8"));
    assert_eq!(ask(&compact, &one(Unit::Target, "10.8")), "not checkable");
    let own_copy = Source {
        referents: vec![Referent::Instrument(agenda.title.clone())],
        ..outcome("Transforming our world: the 2030 Agenda for Sustainable Development")
    };
    assert_eq!(
        ask(&own_copy, &one(Unit::Target, "10.8")),
        target("10.8"),
        "a copy has the title of its masthead"
    );
}

#[test]
fn paragraphs_of_an_objective_are_numbered_through_the_document() {
    let text = resolution(&["1", "2", "3"]);
    let inside = pinpoint(&[
        (Unit::Objective, &[("1", None)]),
        (Unit::Paragraph, &[("2", None)]),
    ]);
    assert_eq!(ask(&text, &inside), "2");
}

#[test]
fn rules_of_an_annex_are_quoted() {
    let rules = resolution(&["1", "annex rule 1", "annex rule 2", "annex rule 2 (a)"]);
    let rule = |label| ask(&rules, &pinpoint(&[(Unit::Rule, &[(label, None)])]));
    assert_eq!(rule("2"), "annex rule 2, annex rule 2 (a)");
    assert_eq!(rule("3"), "not checkable");
}

#[test]
fn treaties_have_articles() {
    let row = source(SourceKind::Treaty, Paragraphs::NotAtHand, Some(93));
    let article = |label| pinpoint(&[(Unit::Article, &[(label, None)])]);
    assert_eq!(ask(&row, &article("95")), "no 95; 93 articles, last 93");
    assert_eq!(ask(&row, &article("18")), "not checkable");
    assert_eq!(ask(&row, &article("95 (2)")), "no 95; 93 articles, last 93");
    assert_eq!(ask(&row, &paragraph("95")), "not checkable");
    assert_eq!(ask(&row, &article("95.2")), "no 95; 93 articles, last 93");
    assert_eq!(ask(&row, &article("18.2")), "not checkable");
    let text = source(
        SourceKind::Treaty,
        numbered(&["1", "2", "2 (1)", "2 (2)"]),
        Some(2),
    );
    assert_eq!(ask(&text, &article("3")), "no 3; 2 articles, last 2");
    assert_eq!(ask(&text, &article("2 (3)")), "not checkable");
    assert_eq!(ask(&text, &article("II")), "2, 2 (1), 2 (2)");
    assert_eq!(ask(&text, &article("2.1")), "2 (1)");
    let dotted = source(SourceKind::Treaty, numbered(&["1.1", "1.2"]), None);
    assert_eq!(ask(&dotted, &article("1.2")), "1.2");
    let below = pinpoint(&[
        (Unit::Article, &[("2", None)]),
        (Unit::Paragraph, &[("1", None)]),
    ]);
    assert_eq!(ask(&text, &below), "2 (1)");
    assert_eq!(ask(&resolution(&["1"]), &article("15")), "not checkable");
}
