//! Whose number a resolution or decision has.

use super::*;

#[test]
fn a_named_body_settles_its_number() {
    means(
        "General Assembly resolution 70/1 and Human Rights Council resolution 35/17.",
        &[
            "70/1 = A/RES/70/1, exists",
            "35/17 = A/HRC/RES/35/17, exists",
        ],
    );
    means(
        "Commission on Narcotic Drugs resolution 51/12 and ESCAP resolution 73/8.",
        &[
            "51/12 = Commission on Narcotic Drugs: 51/12, unknown",
            "73/8 = Economic and Social Commission for Asia and the Pacific: 73/8, unknown",
        ],
    );
}

#[test]
fn its_resolution_is_the_speakers() {
    let text = format!("{IN_THE_ASSEMBLY}Recalling its resolution 48/14 of 20 December 1993,");
    let found = resolved(&text);
    let last = found.references.last().cloned().unwrap();
    assert_eq!(last.referent.as_ref().unwrap().to_string(), "A/RES/48/14");
    let enacting = "The Economic and Social Council,\n\nRecalling its resolution 2013/1,";
    means(enacting, &["2013/1 = E/RES/2013/1, unknown"]);
}

#[test]
fn a_body_named_before_in_the_sentence_takes_the_number() {
    let text = format!(
        "{IN_THE_ASSEMBLY}Commission on Population and Development resolutions 2006/2 of 10 May 2006 and its \
         resolution 2013/1 of 26 April 2013,"
    );
    let found = resolved(&text);
    let lines: Vec<_> = found
        .references
        .iter()
        .map(|one| line(&text, one))
        .collect();
    assert_eq!(
        lines,
        [
            "2006/2 = Commission on Population and Development: 2006/2, unknown",
            "2013/1 = Commission on Population and Development: 2013/1, unknown",
        ]
    );
}

#[test]
fn what_belongs_to_another_body_gets_no_verdict() {
    for text in [
        "resolution 2/1 of the ICGLR",
        "decision 3/4 of SAARC",
        "the adoption, by the Economic and Social Commission for Asia and the Pacific, of resolution 79/8 of 19 May 2023",
        "the Economic Commission for Latin America and the Caribbean of its resolution 574 (XXVII) of 16 May 1998",
        "resolution 5/14 adopted by the United Nations Environment Assembly",
        "United Nations Habitat Assembly resolution 2/3 of 9 June 2023",
        "PACE Resolution 1509 (2006)",
        "the Parliamentary Assembly, in its resolution 1509 (2006),",
        "resolution 1325 (2002) of the European Parliament",
        "African Union Peace and Security Council resolution 1325 (2002)",
        "53/28 of 4 April 2023, 53/29 of 14 July 2023",
    ] {
        let text = format!("{IN_THE_ASSEMBLY}{text}\n");
        contradicts_nothing(&text);
    }
}

#[test]
fn a_date_says_whose_number_it_is() {
    means(
        "resolution S-29/1 of 12 February 2021 and resolution 47/12 of 12 July 2021",
        &[
            "S-29/1 = A/HRC/RES/S-29/1, exists, date agrees",
            "47/12 = A/HRC/RES/47/12, exists, date agrees",
        ],
    );
}

#[test]
fn a_later_mention_means_what_the_full_one_meant() {
    means(
        "Human Rights Council resolution 35/17. Later, resolution 35/17 again.",
        &[
            "35/17 = A/HRC/RES/35/17, exists",
            "35/17 = A/HRC/RES/35/17, exists",
        ],
    );
}

#[test]
fn a_number_of_the_security_council_has_its_year_even_where_the_text_leaves_it_out() {
    means(
        "Security Council resolution 1325 and resolution 1820 (2008); resolution 9999 of the Security Council",
        &[
            "1325 = S/RES/1325 (2000), exists",
            "1820 (2008) = S/RES/1820 (2008), exists",
            "9999 = S/RES/9999, impossible",
        ],
    );
}

#[test]
fn a_roman_session_is_not_the_security_councils() {
    let text = "The Security Council met in December. \
                Council resolution 288 B (X) of 27 February 1950 and Council decision 51 (LVII) are older.";
    means(
        text,
        &[
            "288 B (X) = E/RES/288 B (X), unknown",
            "51 (LVII) = E/DEC/51 (LVII), unknown",
        ],
    );
    means(
        "UNCTAD resolution 93 (IV) and ECLA resolution 357 (XVI).",
        &[
            "93 (IV) = United Nations Conference on Trade and Development: 93 (IV), unknown",
            "357 (XVI) = Economic Commission for Latin America: 357 (XVI), unknown",
        ],
    );
}

#[test]
fn a_number_with_its_year_is_the_councils_beside_an_organ_that_writes_none() {
    means(
        "Paragraph 5 of General Assembly resolution 60/251, and paragraphs 5 and 6 of resolution 1373 (2001).",
        &[
            "60/251 = A/RES/60/251, exists",
            "1373 (2001) = S/RES/1373 (2001), exists",
        ],
    );
}

#[test]
fn a_number_with_its_roman_session_is_the_assemblys_whoever_is_named_beside_it() {
    let text = "It established the Committee on the Exercise of the Inalienable Rights of the Palestinian People \
                (resolution 3376 (XXX)).";
    means(text, &["3376 (XXX) = A/RES/3376 (XXX), unknown"]);
}

#[test]
fn the_assembly_in_what_the_environment_assembly_says_is_no_other() {
    let text = "UNEP/EA.6/L.14\n\nThe United Nations Environment Assembly,\n\nRecalling its resolution 5/7,\n\n1. Requests \
                the Executive Director to report to the Assembly on the implementation of paragraph 9 of resolution 5/8.";
    let found = resolved(text);
    let last = found.references.last().cloned().unwrap();
    assert_eq!(
        last.referent.as_ref().unwrap().to_string(),
        "United Nations Environment Assembly: 5/8"
    );
}

#[test]
fn what_a_document_cites_was_adopted_before_it_was_issued() {
    let text = "A/62/100\n\nGeneral Assembly\nSixty-second session\n\nIt called for the implementation of the road map \
                endorsed by Security Council resolution 1515 (2003) (resolution 61/25).";
    let found = resolved(text);
    let last = found.references.last().cloned().unwrap();
    assert_eq!(last.referent.as_ref().unwrap().to_string(), "A/RES/61/25");
}

#[test]
fn of_two_bodies_that_write_such_numbers_neither_is_meant_for_certain() {
    let certain = |named: &str| {
        let text = format!("{named} met.\n\nCouncil resolution 21/3 was noted.\n");
        let found = resolved(&text);
        let last = found.references.last().cloned().unwrap();
        last.candidates.is_empty()
    };
    assert!(certain("The Human Rights Council"));
    assert!(certain("The Security Council and the Human Rights Council"));
    assert!(!certain(
        "The Human Rights Council and the Governing Council of the United Nations Environment Programme"
    ));
}

#[test]
fn a_session_that_the_assembly_had_in_figures_is_the_councils() {
    means(
        "By its resolution 1503 (XLVIII) it authorized the study.",
        &["1503 (XLVIII) = E/RES/1503 (XLVIII), unknown"],
    );
}

#[test]
fn a_running_number_is_the_assemblys_once_it_was_named() {
    means(
        "UN General Assembly resolution 2758 seated them; what resolution 2758 left open is disputed.",
        &[
            "2758 = A/RES/2758 (XXVI), unknown",
            "2758 = A/RES/2758 (XXVI), unknown",
        ],
    );
}

#[test]
fn a_body_that_says_its_resolution_settles_the_number_for_the_rest() {
    means(
        "In its resolution 48/18, the Human Rights Council requested a study.\n\nIt is time to implement resolution 48/18.",
        &[
            "48/18 = A/HRC/RES/48/18, exists",
            "48/18 = A/HRC/RES/48/18, exists",
        ],
    );
}

#[test]
fn it_takes_up_the_subject_of_the_sentence_before() {
    means(
        "The Environment Assembly first spoke of rivers in 2014. It returned to the matter in resolutions 2/5 and 3/7.",
        &[
            "2/5 = United Nations Environment Assembly: 2/5, unknown",
            "3/7 = United Nations Environment Assembly: 3/7, unknown",
        ],
    );
    means(
        "The Environment Assembly first spoke of rivers in 2014. It was noted that resolution 2/5 stands.\n\n\
         The Human Rights Council was told.",
        &["2/5 = A/HRC/RES/2/5, unknown"],
    );
}

#[test]
fn an_unnamed_council_gives_way_to_the_only_body_that_writes_so() {
    means(
        "Decision 55/101\n\nThe Statistical Commission decided so.",
        &["55/101 = Statistical Commission: 55/101, unknown"],
    );
    means(
        "Resolutions 60/251 and 5/1 of the Council. The Human Rights Council met.",
        &[
            "60/251 = A/RES/60/251, exists",
            "5/1 = A/HRC/RES/5/1, unknown",
        ],
    );
}

#[test]
fn what_an_acronym_owns_besides_its_resolutions_says_nothing_of_a_number() {
    means(
        "The Commission on Narcotic Drugs followed WHO\u{2019}s recommendation (decision 63/17).",
        &["63/17 = Commission on Narcotic Drugs: 63/17, unknown"],
    );
}

#[test]
fn numbers_go_by_the_name_that_their_body_had() {
    means(
        "Sub-Commission resolutions 1991/12, 1998/3, 1999/5 and 2 (XXVI), and ESCAP resolution 143 (XXX)",
        &[
            "1991/12 = Sub-Commission on Prevention of Discrimination and Protection of Minorities: 1991/12, unknown",
            "1998/3 = Sub-Commission on Prevention of Discrimination and Protection of Minorities: 1998/3, unknown",
            "1999/5 = Sub-Commission on the Promotion and Protection of Human Rights: 1999/5, unknown",
            "2 (XXVI) = Sub-Commission on Prevention of Discrimination and Protection of Minorities: 2 (XXVI), unknown",
            "143 (XXX) = Economic Commission for Asia and the Far East: 143 (XXX), unknown",
        ],
    );
}

#[test]
fn a_symbol_has_the_year_that_belongs_to_it() {
    means(
        "S/RES/2664 stands, and S/RES/9999 is to come.",
        &[
            "S/RES/2664 = S/RES/2664 (2022), exists",
            "S/RES/9999 = S/RES/9999, impossible",
        ],
    );
}

#[test]
fn a_number_that_no_other_body_reached_is_the_assemblys() {
    means(
        "The General Assembly,\n\nRecalling resolution 3043 (XVII) of 18 December 1972,",
        &["3043 (XVII) = A/RES/3043 (XVII), impossible"],
    );
    means(
        "The General Assembly,\n\nRecalling resolution 1514 (XVI) of 14 December 1960,",
        &["1514 (XVI) = A/RES/1514 (XVI), impossible"],
    );
}

#[test]
fn a_number_with_its_year_is_the_security_councils_where_the_draft_names_no_other_writer() {
    let adopted = "The Security Council adopted resolution 1325 (2000).\n\n";
    let last = |text: &str| {
        let found = resolved(text);
        let last = found.references.last().unwrap();
        (last.referent.clone(), last.existence)
    };
    let (referent, existence) = last(&format!(
        "{adopted}The paper recalls resolution 1820 (2009)."
    ));
    assert_eq!(referent.unwrap().to_string(), "S/RES/1820 (2009)");
    assert_eq!(existence, crate::Existence::Impossible);
    for text in [
        "The paper recalls resolution 1820 (2009).".to_owned(),
        format!(
            "{adopted}The Parliamentary Assembly of the Council of Europe met.\n\nThe paper recalls resolution 1820 (2009)."
        ),
        format!("{adopted}The paper recalls resolution 9820 (2009)."),
    ] {
        assert_eq!(last(&text).1, crate::Existence::Unknown, "{text}");
    }
}

#[test]
fn a_slip_in_the_organ_is_not_handed_on() {
    means(
        "Human Rights Council resolution 78/217.\n\nGeneral Assembly resolution 78/217.\n\nAs resolution 78/217 says.",
        &[
            "78/217 = A/HRC/RES/78/217, impossible",
            "78/217 = A/RES/78/217, exists",
            "78/217 = A/RES/78/217, exists",
        ],
    );
}

#[test]
fn a_heading_above_the_name_of_a_body_is_no_part_of_it() {
    means(
        "Appendix VI\nUnited Nations General Assembly resolution 57/58",
        &["57/58 = A/RES/57/58, exists"],
    );
    means(
        "Annex I\nHuman Rights Council resolution 35/17",
        &["35/17 = A/HRC/RES/35/17, exists"],
    );
}

#[test]
fn a_number_in_its_right_year_is_the_councils_whoever_recalls_it() {
    means(
        "The Committee recalls resolution 1325 (2000).",
        &["1325 (2000) = S/RES/1325 (2000), exists"],
    );
}

#[test]
fn a_year_stands_for_the_session_of_an_early_resolution_of_the_assembly() {
    means(
        "General Assembly resolution 3314 (1974), GA Res 217A (1948) and General Assembly resolution 217 A (1948)",
        &[
            "3314 (1974) = A/RES/3314 (XXIX), exists",
            "217A (1948) = A/RES/217 A (III), exists",
            "217 A (1948) = A/RES/217 A (III), exists",
        ],
    );
    means(
        "General Assembly resolution 3314 (1984)",
        &["3314 (1984) = nothing, unknown"],
    );
}

#[test]
fn a_list_of_which_one_is_the_councils_is_all_the_councils() {
    means(
        "Resolutions 12/2, 36/21 and 42/28 condemn reprisals.",
        &[
            "12/2 = A/HRC/RES/12/2, unknown",
            "36/21 = A/HRC/RES/36/21, unknown",
            "42/28 = A/HRC/RES/42/28, unknown",
        ],
    );
    means(
        "Resolutions 12/2, 36/21 and 66/167 condemn reprisals.",
        &[
            "12/2 = A/HRC/RES/12/2, unknown",
            "36/21 = A/RES/36/21, unknown",
            "66/167 = A/RES/66/167, exists",
        ],
    );
}

#[test]
fn its_is_that_of_the_subject_behind_it() {
    means(
        "In its resolution 67/1, the Commission on Narcotic Drugs addressed the matter.",
        &["67/1 = Commission on Narcotic Drugs: 67/1, unknown"],
    );
}
