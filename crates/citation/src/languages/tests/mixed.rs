//! Texts that mix languages, and what crosses from one into another.

use super::*;
use crate::{Date, Language, guess_language};

#[test]
fn each_block_of_a_draft_has_its_own_language() {
    let blocks = [
        (
            "Recalling its resolution 67/172 of 20 December 2012,",
            Language::English,
            "67/172",
        ),
        (
            "Rappelant sa résolution 68/179 du 18 décembre 2013,",
            Language::French,
            "68/179",
        ),
        (
            "Recordando su resolución 69/167, de 18 de diciembre de 2014,",
            Language::Spanish,
            "69/167",
        ),
        (
            "ссылаясь на свою резолюцию 70/147 от 17 декабря 2015 года,",
            Language::Russian,
            "70/147",
        ),
        (
            "إذ تشير إلى قرارها 72/179 المؤرخ 19 كانون الأول/ديسمبر 2017،",
            Language::Arabic,
            "72/179",
        ),
        (
            "回顾其2018年12月17日第73/195号决议，",
            Language::Chinese,
            "73/195",
        ),
    ];
    for (text, language, _) in blocks {
        assert_eq!(guess_language(text), language, "{text}");
    }
    let draft = blocks.map(|(text, _, _)| text).join("\n\n");
    let found = scan(&draft, &lexicon());
    let tokens: Vec<_> = found
        .iter()
        .map(|citation| &draft[citation.token.clone()])
        .collect();
    assert_eq!(tokens, blocks.map(|(_, _, number)| number));
    for citation in found {
        assert!(citation.date.is_some());
        assert!(matches!(
            citation.form,
            Form::Number {
                naming: Naming::Its { .. },
                ..
            }
        ));
    }
}

#[test]
fn one_sentence_may_hold_several() {
    each(&[
        (
            "resolution 67/172 of 20 December 2012 («résolution 67/172 du 20 décembre 2012»)",
            &[
                "67/172 = open A/RES/67/172 {2012-12-20}",
                "67/172 = open A/RES/67/172 {2012-12-20}",
            ],
        ),
        (
            "The term “القرار 72/179” renders “resolution 72/179”, and so does “第72/179号决议”.",
            &[
                "72/179 = open A/RES/72/179",
                "72/179 = open A/RES/72/179",
                "72/179 = open A/RES/72/179",
            ],
        ),
        (
            "Voir A/68/292, par. 12, and see A/68/292, para. 13.",
            &[
                "A/68/292 = A/68/292 [para. 12]",
                "A/68/292 = A/68/292 [para. 13]",
            ],
        ),
    ]);
}

#[test]
fn english_and_its_neighbours_are_read_once() {
    for text in [
        "la résolution 67/172",
        "la resolución 67/172",
        "la decisión 67/401",
        "la décision 67/401",
        "les décisions 67/401",
        "las decisiones 67/401",
        "RESOLUTION 67/172",
    ] {
        assert_eq!(read(text).len(), 1, "{text}");
    }
}

#[test]
fn words_of_one_language_do_not_speak_in_another() {
    each(&[
        // French spells "article" like English, where "of" behind it says it is another's.
        (
            "“see” A/RES/67/172, article 5 of the Convention on the whole",
            &["A/RES/67/172 = A/RES/67/172"],
        ),
        (
            "the report “du Groupe” (A/68/292, annexe of the secretariat is not in it)",
            &["A/68/292 = A/68/292"],
        ),
    ]);
}

#[test]
fn dates_are_written_in_the_language_they_are_found_in() {
    let date = Date::new(2012, 12, 20).unwrap();
    let first = Date::new(1946, 2, 1).unwrap();
    for (language, written, of_first) in [
        (Language::English, "20 December 2012", "1 February 1946"),
        (Language::French, "20 décembre 2012", "1er février 1946"),
        (
            Language::Spanish,
            "20 de diciembre de 2012",
            "1 de febrero de 1946",
        ),
        (Language::Russian, "20 декабря 2012", "1 февраля 1946"),
        (
            Language::Arabic,
            "20 كانون الأول/ديسمبر 2012",
            "1 شباط/فبراير 1946",
        ),
        (Language::Chinese, "2012年12月20日", "1946年2月1日"),
    ] {
        assert_eq!(language.date(date), written);
        assert_eq!(language.date(first), of_first);
        assert_eq!(Language::of_date(written), Some(language), "{written}");
    }
    for written in [
        "",
        "20 December",
        "20 décembre 2012,",
        "31 février 2012",
        "2012",
    ] {
        assert_eq!(Language::of_date(written), None, "{written}");
    }
}

#[test]
fn every_month_is_written_as_it_is_read() {
    for month in 1..=12 {
        let date = Date::new(2015, month, 15).unwrap();
        for language in [
            Language::English,
            Language::French,
            Language::Spanish,
            Language::Russian,
            Language::Arabic,
            Language::Chinese,
        ] {
            let written = language.date(date);
            assert_eq!(Language::of_date(&written), Some(language), "{written}");
        }
    }
}

#[test]
fn bodies_are_known_by_their_names_in_every_language() {
    for name in [
        "General Assembly",
        "The General Assembly",
        "L’Assemblée générale",
        "La Asamblea General",
        "Генеральная Ассамблея",
        "إن الجمعية العامة",
        "الجمعية العامة",
        "大会",
        "联合国大会",
    ] {
        assert_eq!(Body::named(name), Some(Body::general_assembly()), "{name}");
    }
    for name in [
        "Le Conseil des droits de l'homme",
        "El Consejo de Derechos Humanos",
        "Совет по правам человека",
        "مجلس حقوق الإنسان",
        "人权理事会",
    ] {
        assert_eq!(Body::named(name), Some(Body::new("A/HRC")), "{name}");
    }
    for name in [
        "",
        "Le Conseil",
        "Parlement européen",
        "卫生大会",
        "Assemblée générale des",
    ] {
        assert_eq!(Body::named(name), None, "{name}");
    }
}

#[test]
fn numbers_become_latin_only_where_they_are_numbers() {
    let latin = crate::languages::in_latin;
    for (written, read) in [
        ("67/172", "67/172"),
        ("217 ألف (د - 3)", "217 A (III)"),
        ("٧٢/١٧٩", "72/179"),
        ("43/222 A à E", "43/222 A to E"),
        ("43/222 A a E", "43/222 A to E"),
        ("دإط-10/15", "ES-10/15"),
        ("باء", "B"),
        ("1325（2000）", "1325 (2000)"),
        ("2625 (ХХV)", "2625 (XXV)"),
    ] {
        assert_eq!(latin(written).as_deref(), Some(read), "{written}");
    }
    for written in ["", "A/RES/67/172", "resolution", "67/172 of", "决议"] {
        assert_eq!(latin(written), None, "{written}");
    }
}
