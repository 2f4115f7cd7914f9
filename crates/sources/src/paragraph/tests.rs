use citation::Step;

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
fn a_paragraph_of_an_annex_is_found_or_missing_where_its_numbers_are_whole() {
    let annex = |which: &[(&'static str, Option<&'static str>)], label: &'static str| {
        pinpoint(&[(Unit::Annex, which), (Unit::Paragraph, &[(label, None)])])
    };
    let text = resolution(&[
        "1",
        "2",
        "annex I 1",
        "annex I 2",
        "annex I 2 (a)",
        "annex II 1",
    ]);
    assert_eq!(
        ask(&text, &annex(&[("I", None)], "2")),
        "annex I 2, annex I 2 (a)"
    );
    assert_eq!(ask(&text, &annex(&[("II", None)], "1")), "annex II 1");
    assert_eq!(
        ask(&text, &annex(&[("II", None)], "9")),
        "no annex II 9; 1 paragraphs, last annex II 1"
    );
    assert_eq!(
        ask(&text, &annex(&[("I", None)], "2 (b)")),
        "no annex I 2 (b); 1 paragraphs, last annex I 2 (a)"
    );
    assert_eq!(ask(&text, &annex(&[("III", None)], "1")), "not checkable");
    assert_eq!(
        ask(&resolution(&["1", "2"]), &annex(&[], "4")),
        "not checkable"
    );
    let one = resolution(&["1", "annex 1", "annex 2"]);
    assert_eq!(ask(&one, &annex(&[], "2")), "annex 2");
    assert_eq!(
        ask(&one, &annex(&[], "3")),
        "no annex 3; 2 paragraphs, last annex 2"
    );
    // "Annex" may mean the second one, which has no numbers here.
    let first_of_two = resolution(&["1", "annex I 1", "annex I 2"]);
    assert_eq!(ask(&first_of_two, &annex(&[], "3")), "not checkable");
    let with_a_gap = resolution(&["1", "annex 1", "annex 3"]);
    assert_eq!(ask(&with_a_gap, &annex(&[], "4")), "not checkable");
}

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
fn a_number_that_the_annex_may_have_is_not_denied() {
    let text = resolution(&["1", "2", "annex 1", "annex 2", "annex 3"]);
    assert_eq!(ask(&text, &paragraph("2")), "2");
    assert_eq!(ask(&text, &paragraph("3")), "annex 3");
    assert_eq!(
        ask(&text, &paragraph("4")),
        "no 4; 2 operative paragraphs, last 2"
    );
}

#[test]
fn a_number_beyond_the_document_and_every_annex_is_denied() {
    let annexes = [
        "1",
        "2",
        "annex I 1",
        "annex I 2",
        "annex II 1",
        "annex II 2",
        "annex II 3",
    ];
    let text = resolution(&annexes);
    // One annex has it, so nobody can tell.
    assert_eq!(ask(&text, &paragraph("3")), "not checkable");
    assert_eq!(
        ask(&text, &paragraph("4 (a)")),
        "no 4; 2 operative paragraphs, last 2"
    );
    for unproven in [
        // A number is missing in an annex, or a number is none.
        &["1", "2", "annex I 1", "annex I 3", "annex II 1"][..],
        &["annex I 1", "annex I 3", "annex II 1"],
        &["1", "2", "annex I A", "annex II 1"],
    ] {
        let text = resolution(unproven);
        assert_eq!(ask(&text, &paragraph("9")), "not checkable", "{unproven:?}");
    }
}

#[test]
fn a_sub_paragraph_is_denied_where_every_paragraph_of_its_number_lacks_it() {
    let text = resolution(&[
        "1",
        "1 (a)",
        "2",
        "annex 1",
        "annex 2",
        "annex 2 (a)",
        "annex 2 (b)",
        "annex 3",
        "annex 3 (a)",
    ]);
    for (label, answer) in [
        ("1 (c)", "no 1 (c); 1 operative paragraphs, last 1 (a)"),
        ("2 (b)", "annex 2 (b)"),
        ("2 (d)", "no 2 (d); 0 operative paragraphs, last none"),
        ("3 (c)", "no annex 3 (c); 1 paragraphs, last annex 3 (a)"),
        ("4 (a)", "no 4; 2 operative paragraphs, last 2"),
    ] {
        assert_eq!(ask(&text, &paragraph(label)), answer, "{label}");
    }
    // The annex may have it where its letters are not whole.
    let gap = resolution(&["1", "2", "annex 1", "annex 2", "annex 2 (b)"]);
    assert_eq!(ask(&gap, &paragraph("2 (d)")), "not checkable");
    let two = resolution(&["1", "annex I 1", "annex I 2", "annex II 1", "annex II 2"]);
    assert_eq!(ask(&two, &paragraph("2 (a)")), "not checkable");
}

#[test]
fn numbers_that_stand_in_annexes_or_sections_alone_are_denied_beyond_the_highest() {
    for (labels, answer) in [
        (
            &["section I 1", "section I 2", "section II 1"][..],
            "no 9; 3 paragraphs, last section I 2",
        ),
        (
            &["annex 1", "annex 2", "annex 2 (a)"],
            "no annex 9; 2 paragraphs, last annex 2",
        ),
        // Rules are no paragraphs, whatever their numbers.
        (
            &["1", "2", "annex I 1", "annex II rule 1", "annex II rule 12"],
            "no 9; 2 operative paragraphs, last 2",
        ),
        (&["annex I rule 1", "annex I rule 12"], "not checkable"),
        (
            &["section I 1", "section I 3", "section II 1"],
            "not checkable",
        ),
    ] {
        let text = resolution(labels);
        assert_eq!(ask(&text, &paragraph("9")), answer, "{labels:?}");
    }
    let report = source(
        SourceKind::Document,
        numbered(&["annex 1", "annex 2"]),
        None,
    );
    assert_eq!(ask(&report, &paragraph("9")), "not checkable");
}

#[test]
fn a_copy_without_numbers_is_never_counted_through() {
    let comment = source(SourceKind::GeneralComment, Paragraphs::Unnumbered, None);
    assert_eq!(ask(&comment, &paragraph("4")), "unnumbered");
    let report = source(SourceKind::Document, numbered(&["1", "2"]), None);
    assert_eq!(ask(&report, &paragraph("3")), "no 3; 2 paragraphs, last 2");
}

#[test]
fn treaties_have_articles() {
    let row = source(SourceKind::Treaty, Paragraphs::NotAtHand, Some(93));
    let article = |label| pinpoint(&[(Unit::Article, &[(label, None)])]);
    assert_eq!(ask(&row, &article("95")), "no 95; 93 articles, last 93");
    assert_eq!(ask(&row, &article("18")), "not checkable");
    assert_eq!(ask(&row, &article("95 (2)")), "no 95; 93 articles, last 93");
    assert_eq!(ask(&row, &paragraph("95")), "not checkable");
    let text = source(
        SourceKind::Treaty,
        numbered(&["1", "2", "2 (1)", "2 (2)"]),
        Some(2),
    );
    assert_eq!(ask(&text, &article("3")), "no 3; 2 articles, last 2");
    assert_eq!(ask(&text, &article("2 (3)")), "not checkable");
    assert_eq!(ask(&text, &article("II")), "2, 2 (1), 2 (2)");
    let below = pinpoint(&[
        (Unit::Article, &[("2", None)]),
        (Unit::Paragraph, &[("1", None)]),
    ]);
    assert_eq!(ask(&text, &below), "2 (1)");
    assert_eq!(ask(&resolution(&["1"]), &article("15")), "not checkable");
}

#[test]
fn annexes_sections_and_annexed_articles_are_found() {
    let text = resolution(&[
        "1",
        "annex I 4",
        "annex I 4 (a)",
        "annex II 4",
        "annex III rule 5",
        "annex III article 2 (1)",
    ]);
    let inside = |steps: &[Drawn<'_>]| ask(&text, &pinpoint(steps));
    assert_eq!(
        inside(&[
            (Unit::Annex, &[("I", None)]),
            (Unit::Paragraph, &[("4", None)])
        ]),
        "annex I 4, annex I 4 (a)"
    );
    assert_eq!(
        inside(&[(Unit::Annex, &[]), (Unit::Paragraph, &[("4", None)])]),
        "not checkable"
    );
    assert_eq!(
        inside(&[
            (Unit::Annex, &[("I", None)]),
            (Unit::Paragraph, &[("9", None)])
        ]),
        // Its numbers do not begin with 1.
        "not checkable"
    );
    assert_eq!(
        inside(&[
            (Unit::Annex, &[("III", None)]),
            (Unit::Article, &[("2", None)]),
            (Unit::Paragraph, &[("1", None)])
        ]),
        "annex III article 2 (1)"
    );
    assert_eq!(
        inside(&[
            (Unit::Page, &[("3", None)]),
            (Unit::Paragraph, &[("1", None)])
        ]),
        "not checkable"
    );
}

#[test]
fn sections_count_only_where_numbers_begin_again() {
    let section = |label| {
        pinpoint(&[
            (Unit::Section, &[("II", None)]),
            (Unit::Paragraph, &[(label, None)]),
        ])
    };
    let again = resolution(&["section I 1", "section II 1", "section II 2"]);
    assert_eq!(ask(&again, &section("2")), "section II 2");
    assert_eq!(
        ask(&again, &section("3")),
        "no section II 3; 2 paragraphs, last section II 2"
    );
    assert_eq!(ask(&again, &paragraph("1")), "not checkable");
    let through = resolution(&["1", "2", "3"]);
    assert_eq!(ask(&through, &section("3")), "3");
}

#[test]
fn a_section_that_may_be_one_of_the_annex_is_not_denied() {
    let section = |which, label| {
        pinpoint(&[
            (Unit::Section, &[(which, None)]),
            (Unit::Paragraph, &[(label, None)]),
        ])
    };
    let in_annex = resolution(&[
        "1", "2", "3", "annex 1", "annex 2", "annex 3", "annex 4", "annex 5", "annex 6",
    ]);
    for (which, label) in [("III", "5"), ("I", "2"), ("III", "7")] {
        let answer = ask(&in_annex, &section(which, label));
        assert_eq!(
            answer, "not checkable",
            "section {which}, paragraph {label}"
        );
    }
    // The numbers of the text itself go on beyond those of the annex.
    let in_text = resolution(&["1", "2", "3", "annex 1", "annex 2"]);
    assert_eq!(ask(&in_text, &section("II", "3")), "3");
    assert_eq!(
        ask(&resolution(&["1", "2", "3"]), &section("III", "5")),
        "no 5; 3 operative paragraphs, last 3"
    );
}
