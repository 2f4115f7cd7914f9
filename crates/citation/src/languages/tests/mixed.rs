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
            &["A/RES/67/172 = A/RES/67/172", "Convention = back [art. 5]"],
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
    for written in ["", "20 December", "20 décembre 2012,", "2012"] {
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
        "Parlement flamand",
        "体育大会",
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

#[test]
fn footnotes_bodies_and_parts_stand_where_adopted_texts_have_them() {
    each(&[
        (
            "les résolutions de la Commission des droits de l'homme 2000/48, en date du 25 avril 2000, et 2001/52, en date du 24 avril 2001,",
            &[
                "2000/48 = E/CN.4/RES/2000/48 {2000-04-25}",
                "2001/52 = E/CN.4/RES/2001/52 {2001-04-24}",
            ],
        ),
        (
            "aux termes du paragraphe 1 de l'article 13 de la Convention relative aux droits de l’enfant",
            &["Convention relative aux droits de l’enfant = CRC [art. 13, para. 1]"],
        ),
        ("la mise en application de la résolution 1559 ;", &[]),
        (
            "sa résolution 56/253 du 24 décembre 2001, section IV, et la résolution 56/262 (partie II)",
            &[
                "56/253 = its A/RES/56/253 [sect. IV] {2001-12-24}",
                "56/262 = open A/RES/56/262",
            ],
        ),
        (
            "la resolución 2001/52 de la Comisión de Derechos Humanos, de 24 de abril de 2001[3],",
            &["2001/52 = E/CN.4/RES/2001/52 {2001-04-24}"],
        ),
        (
            "resolución 54/263, anexos I y II",
            &["54/263 = open A/RES/54/263 [annexes I and II]"],
        ),
        (
            "резолюции Комиссии по правам человека 2001/52 от 24 апреля 2001 года3 и 2000/48 от 25 апреля 2000 года4,",
            &[
                "2001/52 = E/CN.4/RES/2001/52 {2001-04-24}",
                "2000/48 = E/CN.4/RES/2000/48 {2000-04-25}",
            ],
        ),
        (
            "резолюцию 1/1 Совета по правам человека от 29 июня 2006 года(1), в которой",
            &["1/1 = A/HRC/RES/1/1 {2006-06-29}"],
        ),
        (
            "в пункте 1 статьи 13 Конвенции о правах ребенка",
            &["Конвенции о правах ребенка = CRC [art. 13, para. 1]"],
        ),
        (
            "إلى قرار لجنة حقوق الإنسان 2001/52 المؤرخ 24 نيسان/أبريل 2001(3)،",
            &["2001/52 = E/CN.4/RES/2001/52 {2001-04-24}"],
        ),
        (
            "قرار الجمعيــة العامــة 55/25 المؤرخ 15 تشرين الثاني/نوفمبر 2000، والذي",
            &["55/25 = A/RES/55/25 {2000-11-15}"],
        ),
        (
            "الفقرة 11 من قرار الجمعية العامة 194 (د -3) المؤرخ 11 كانون الأول / ديسمبر 1948",
            &["194 (د -3) = A/RES/194 (III) [para. 11] {1948-12-11}"],
        ),
        (
            "قراري الجمعية العامة 55/2 و 56/95",
            &["55/2 = A/RES/55/2", "56/95 = A/RES/56/95"],
        ),
        (
            "بموجب قرارها 56/253، الجزء الرابع",
            &["56/253 = its A/RES/56/253 [sect. IV]"],
        ),
        (
            "第2200 A(XXI)号决议，附件。",
            &["2200 A(XXI) = open A/RES/2200 A (XXI) [annex]"],
        ),
        (
            "大会在第55/2号决议中",
            &["55/2 = open A/RES/55/2 (General Assembly)"],
        ),
        (
            "其第55/255号和第56/24 V号决议",
            &["55/255 = its A/RES/55/255", "56/24 V = its A/RES/56/24 V"],
        ),
    ]);
}

#[test]
fn notes_point_to_the_note_before_in_every_language() {
    each(&[
        ("Там же, пункт 21.", &["Там же = back [para. 21]"]),
        (
            "المرجع نفسه، الفقرة 21.",
            &["المرجع نفسه = back [para. 21]"],
        ),
        ("同上，第21段。", &["同上 = back [para. 21]"]),
        (
            "Ibid., par. 21. Le Comité a dit que les États le savent.",
            &["Ibid. = back [para. 21]"],
        ),
    ]);
    silent(&[
        "Лица, проживающие там же, не работают",
        "Там же живут 12 человек",
        "同上一届会议",
        "المرجع نفسها",
    ]);
}

#[test]
fn a_place_between_commas_is_of_what_stands_behind_it() {
    each(&[
        (
            "la résolution 60/1, article 3, paragraphe 1, de la Charte des Nations Unies et le reste",
            &[
                "60/1 = open A/RES/60/1",
                "Charte des Nations Unies = Charter [art. 3, para. 1]",
            ],
        ),
        (
            "la résolution 60/1, paragraphe 5, de l’Assemblée générale",
            &["60/1 = open A/RES/60/1 [para. 5]"],
        ),
    ]);
}
