//! Drafts in other languages than English, or in several: what is found there, and what stays silent.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings};
use sources::{Catalogue, Sources};

fn findings(text: &str) -> Vec<Finding> {
    let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    rules::findings(&resolved, &Catalogue, &Settings::default())
}

#[track_caller]
fn silent(text: &str) {
    let found = findings(text);
    assert!(found.is_empty(), "{text}\n{found:#?}");
}

/// The text after the first fix of the only finding, and the finding's message.
#[track_caller]
fn mended(text: &str) -> (String, String) {
    let found = findings(text);
    assert_eq!(found.len(), 1, "{text}\n{found:#?}");
    let mut mended = text.to_owned();
    for edit in found[0].fixes[0].edits.iter().rev() {
        mended.replace_range(edit.range.clone(), &edit.text);
    }
    (mended, found[0].message.clone())
}

#[test]
fn acronyms_of_other_languages_are_their_own_affair() {
    silent(
        "L’OIM et le HCR se félicitent des efforts du GMG. L’OIM et le GMG continuent leurs travaux.",
    );
    silent(
        "La OIM y el GMG acogen con beneplácito la labor de la OIM y de los demás, y el GMG sigue.",
    );
    silent("МОМ (IOM) и УВКБ: IOM и HLD, а также IOM и HLD продолжают работу.");
    silent("تواصل IOM و GMG العمل مع IOM ومع GMG في هذا المجال.");
    silent("移民组织(IOM)和GMG继续与IOM和GMG合作。");
}

#[test]
fn a_passage_in_another_language_leaves_an_english_draft_english() {
    let english = "The report of the Secretary-General describes the work of the Organization on \
                   migration and the protection of the rights of those who move.";
    let french = "Les membres du GMG et de l’AGFM se félicitent des travaux de l’AGFM et du GMG.";
    silent(&format!("{english}\n\n{french}\n\n{english}"));
    let uses = "The AGFM was heard, and the AGFM will be heard again in the autumn.";
    let found = findings(&format!("{english}\n\n{french}\n\n{uses}"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "A001");
}

#[test]
fn a_wrong_date_is_set_right_in_its_own_language() {
    for (text, right) in [
        (
            "la résolution 67/172 de l’Assemblée générale du 19 décembre 2012",
            "la résolution 67/172 de l’Assemblée générale du 20 décembre 2012",
        ),
        (
            "la resolución 67/172 de la Asamblea General, de 19 de diciembre de 2012",
            "la resolución 67/172 de la Asamblea General, de 20 de diciembre de 2012",
        ),
        (
            "резолюция 67/172 Генеральной Ассамблеи от 19 декабря 2012 года",
            "резолюция 67/172 Генеральной Ассамблеи от 20 декабря 2012 года",
        ),
        (
            "قرار الجمعية العامة 67/172 المؤرخ 19 كانون الأول/ديسمبر 2012",
            "قرار الجمعية العامة 67/172 المؤرخ 20 كانون الأول/ديسمبر 2012",
        ),
        (
            "大会2012年12月19日第67/172号决议",
            "大会2012年12月20日第67/172号决议",
        ),
    ] {
        let (mended, message) = mended(text);
        assert_eq!(mended, right);
        assert_eq!(
            message,
            "Resolution 67/172 was adopted on 20 December 2012, not on 19 December 2012."
        );
    }
}

#[test]
fn an_impossible_year_is_told_in_every_language() {
    for text in [
        "la résolution 1325 (2002) du Conseil de sécurité",
        "la resolución 1325 (2002) del Consejo de Seguridad",
        "резолюция 1325 (2002) Совета Безопасности",
        "قرار مجلس الأمن 1325 (2002)",
        "安全理事会第1325（2002）号决议",
    ] {
        let (mended, message) = mended(text);
        assert!(mended.contains("1325 (2000)"), "{mended}");
        assert!(message.contains("cannot be right"), "{message}");
    }
}

#[test]
fn right_references_are_silent_in_every_language() {
    for text in [
        "Rappelant sa résolution 67/172 du 20 décembre 2012, la résolution 1325 (2000) du Conseil de \
         sécurité, en date du 31 octobre 2000, et l’article 3 de la Convention relative aux droits de \
         l’enfant,",
        "Recordando sus resoluciones 41/60 J, de 3 de diciembre de 1986, y 67/172, de 20 de diciembre \
         de 2012,",
        "ссылаясь на свою резолюцию 217 A (III) от 10 декабря 1948 года и решение 2000/288 \
         Экономического и Социального Совета от 28 июля 2000 года,",
        "إذ تشير إلى قرارها 217 ألف (د - 3) المؤرخ 10 كانون الأول/ديسمبر 1948 وإلى القرار 172/67،",
        "回顾其2012年12月20日第67/172号决议和安全理事会第1325（2000）号决议，",
        "le décret 1920/1080 et la décision 2004/757/JAI ; решение № 12/15 от 3 марта 2015 года",
    ] {
        silent(text);
    }
}
