//! Whose a paragraph reference beside a citation is, where the words around it say so.

use super::{finds, read};

#[test]
fn a_place_that_opens_a_clause_of_its_own_is_not_the_citations() {
    for text in [
        "OP2 takes up resolution 67/172, OP5 is new.",
        "OP6: take resolution 67/172, OP7: delete.",
        "OP2 = resolution 67/172, OP5 = the report.",
        "Under para. 5 we recall resolution 67/172, para. 14 recalls nothing.",
        "Notes: paragraph 5 draws on resolution 67/172, paragraph 6 on the report.",
        "It is late; PP2 recalls resolution 67/172, PP3 the report.",
        "It speaks, paragraph 5 of the report cites resolution 67/172, paragraph 6 the report.",
        "Paragraph 5 of the report mirrors resolution 67/172, paragraph 6 mirrors nothing.",
    ] {
        finds(text, &["67/172 = A/RES/67/172"]);
    }
}

#[test]
fn a_place_behind_the_subject_of_a_report_may_be_the_reports() {
    for text in [
        "The report on resolution 67/172, para. 45, says so.",
        "It is in the note on General Assembly resolution 67/172, paragraphs 4 and 5.",
    ] {
        finds(text, &["67/172 = A/RES/67/172"]);
    }
    for text in [
        "The report pursuant to resolution 67/172, para. 5, says so.",
        "The report, based on resolution 67/172, para. 5, says so.",
        "The debate on resolution 67/172, para. 5, was long.",
    ] {
        finds(text, &["67/172 = A/RES/67/172 [para. 5]"]);
    }
}

#[test]
fn a_place_that_closes_its_clause_or_has_no_rival_is_the_citations() {
    for text in [
        "OP2 takes up resolution 67/172, paragraph 5.",
        "Paragraph 2 takes up resolution 67/172, paragraph 5, and goes on.",
        "Paragraph 2 takes up resolution 67/172, paragraph 5 and the report.",
        "Paragraph 2 quotes resolution 67/172, paragraph 5: all are free.",
        "As resolution 67/172, paragraph 5 says, all are free.",
        "Article 2 is like resolution 67/172, paragraph 5 says.",
        "One says paragraph 2. In resolution 67/172, paragraph 5 is clear.",
    ] {
        finds(text, &["67/172 = A/RES/67/172 [para. 5]"]);
    }
}

#[test]
fn a_place_right_behind_another_name_is_no_rival() {
    for text in [
        "Directive 2013/33/EU art 15 and the Convention on the Rights of the Child art 6 apply.",
        "In Europe the European Charter art 15 and the Convention on the Rights of the Child art 6 apply.",
    ] {
        let title = "Convention on the Rights of the Child";
        assert!(
            read(text).contains(&format!("{title} = {title} [art. 6]")),
            "{text}"
        );
    }
}

#[test]
fn a_place_in_parentheses_may_be_said_to_be_anothers() {
    for text in [
        "resolution 67/172 (para. 5 below)",
        "resolution 67/172 (see paragraph 5 of the draft)",
        "resolution 67/172 (para. 5 of the Criminal Code)",
        "resolution 67/172 (annex II to the letter)",
    ] {
        finds(text, &["67/172 = A/RES/67/172"]);
    }
    finds(
        "resolution 67/172 (paragraph 5 of the Convention)",
        &["67/172 = A/RES/67/172", "Convention = back [para. 5]"],
    );
    finds(
        "resolution 67/172 (para. 5 of that resolution)",
        &[
            "67/172 = A/RES/67/172 [para. 5]",
            "that resolution = back [para. 5]",
        ],
    );
    for text in [
        "resolution 67/172 (para. 5)",
        "resolution 67/172 (para. 5 of which is new)",
    ] {
        finds(text, &["67/172 = A/RES/67/172 [para. 5]"]);
    }
}

#[test]
fn pages_of_an_index_are_no_further_places() {
    for (text, place) in [
        (
            "Family: resolution 67/172, para. 10, 60; others",
            "para. 10",
        ),
        ("Family: resolution 67/172, para. 10, 60\nIndex", "para. 10"),
        ("Family: resolution 67/172, para. 10, 60.", "para. 10"),
        (
            "Family: resolution 67/172, paras. 10, 60; others",
            "paras. 10 and 60",
        ),
        (
            "Family: resolution 67/172, para. 10 and 60; others",
            "paras. 10 and 60",
        ),
    ] {
        finds(text, &[&format!("67/172 = A/RES/67/172 [{place}]")]);
    }
}

#[test]
fn what_points_back_may_point_to_what_stands_between() {
    for text in [
        "resolution 67/172, the Assembly reaffirmed the 2030 Agenda, in particular paragraph 45 thereof.",
        "resolution 67/172, took note of document A/79/12, in particular paragraph 45 thereof.",
        "resolution 67/172, endorsed the report of the Board, including paragraph 45 thereof.",
        "Taking note of the report submitted pursuant to resolution 67/172, including paragraph 45 thereof,",
    ] {
        let found = crate::scan(text, &crate::Lexicon::default());
        assert_eq!(found[0].pinpoint, None, "{text}");
    }
    for text in [
        "resolution 67/172, in particular paragraph 45 thereof.",
        "pursuant to resolution 67/172, in particular paragraph 45 thereof, on rivers, the report",
    ] {
        let found = crate::scan(text, &crate::Lexicon::default());
        assert!(found[0].pinpoint.is_some(), "{text}");
    }
}
