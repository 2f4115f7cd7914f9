//! Paragraphs of annexes and sections, and articles of annexed texts.

use super::*;

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
