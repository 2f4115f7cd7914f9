//! What references mean in other languages than English.

use super::voices::named;
use super::*;

#[test]
fn numbers_are_bound_alike_in_every_language() {
    for (text, token) in [
        (
            "L’Assemblée générale,\n\nRappelant sa résolution 67/172 du 20 décembre 2012,",
            "67/172",
        ),
        (
            "La Asamblea General,\n\nRecordando su resolución 67/172, de 20 de diciembre de 2012,",
            "67/172",
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 67/172 от 20 декабря 2012 года,",
            "67/172",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 67/172 المؤرخ 20 كانون الأول/ديسمبر 2012،",
            "67/172",
        ),
        (
            "إن الجمعية العامة،\n\nإذ تشير إلى قرارها ٦٧/١٧٢ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٢،",
            "٦٧/١٧٢",
        ),
        ("大会，\n\n回顾其2012年12月20日第67/172号决议，", "67/172"),
    ] {
        means(
            text,
            &[&format!("{token} = A/RES/67/172, exists, date agrees")],
        );
    }
}

#[test]
fn a_number_that_runs_through_all_sessions_is_the_assemblys_in_chinese() {
    means(
        "联合国大会2758号决议",
        &["2758 = A/RES/2758 (XXVI), unknown"],
    );
}

#[test]
fn verdicts_do_not_know_the_language() {
    means(
        "la résolution 1325 (2002) du Conseil de sécurité",
        &["1325 (2002) = S/RES/1325 (2002), impossible"],
    );
    means(
        "резолюция 67/172 Генеральной Ассамблеи от 19 декабря 2012 года",
        &["67/172 = A/RES/67/172, exists, date should be 2012-12-20"],
    );
    means(
        "安全理事会2000年10月31日第1325（2000）号决议",
        &["1325（2000） = S/RES/1325 (2000), exists, date agrees"],
    );
    means(
        "قرار الجمعية العامة 217 ألف (د - 3)",
        &["217 ألف (د - 3) = A/RES/217 A (III), exists"],
    );
    means(
        "la resolución 51/12 de la Comisión de Estupefacientes y قرار لجنة المخدرات ٥١/١٢",
        &[
            "51/12 = Commission on Narcotic Drugs: 51/12, unknown",
            "٥١/١٢ = Commission on Narcotic Drugs: 51/12, unknown",
        ],
    );
    means(
        "à l’article 3 de la Convention relative aux droits de l’enfant",
        &[
            "Convention relative aux droits de l’enfant = Convention on the Rights of the Child, exists",
        ],
    );
}

#[test]
fn a_body_named_in_another_language_leaves_a_number_open() {
    let text = format!(
        "{IN_THE_ASSEMBLY}Le Conseil des droits de l’homme, dans sa résolution 35/17 du 22 juin 2017,"
    );
    let found = resolved(&text);
    let last = found.references.last().cloned().unwrap();
    assert_eq!(
        last.referent.as_ref().unwrap().to_string(),
        "A/HRC/RES/35/17"
    );
    for text in [
        "le Parlement a adopté la résolution 12/15",
        "la résolution 1509 (2006) du Comité",
        "решение 12/15 Комитета",
    ] {
        for reference in &resolved(text).references {
            assert_eq!(reference.existence, crate::Existence::Unknown, "{text}");
            assert_eq!(reference.reason, "", "{text}");
        }
    }
}

#[test]
fn nouns_stand_for_instruments_beside_a_place_in_them() {
    for (text, wanted) in [
        (
            "Selon l’article 47 de la Charte, le Comité d’état-major agit.",
            "Charte = Charter of the United Nations",
        ),
        (
            "según el Artículo 96 de la Carta.",
            "Carta = Charter of the United Nations",
        ),
        (
            "Le Pacte international relatif aux droits civils et politiques lie les États ; l’article 21 du Pacte garantit ce droit.",
            "Pacte = International Covenant on Civil and Political Rights",
        ),
        (
            "La Convención sobre los Derechos del Niño obliga; el artículo 44 de la Convención prevé informes.",
            "Convención = Convention on the Rights of the Child",
        ),
        (
            "согласно статье 51 Устава, государства имеют право на самооборону.",
            "Устава = Charter of the United Nations",
        ),
        (
            "وفقا للمادة 51 من الميثاق، يحق للدول الدفاع عن النفس.",
            "الميثاق = Charter of the United Nations",
        ),
        (
            "根据《宪章》第五十一条，",
            "宪章 = Charter of the United Nations",
        ),
    ] {
        let found = resolved(text);
        let lines: Vec<String> = found.references.iter().map(|one| line(text, one)).collect();
        let begins = |line: &String| line.starts_with(wanted);
        assert!(lines.last().is_some_and(begins), "{text}: {lines:?}");
    }
}

#[test]
fn a_noun_of_a_longer_title_or_without_a_place_stands_for_nothing() {
    for text in [
        "l’article 3 de la Charte africaine de Bamako",
        "l’article 3 de la Convention collective",
        "la Charte et le Pacte",
        "el artículo 3 del Convenio de Bamako",
        "статья 3 Устава города Москвы",
        "article 3 of the Convention nouvelle",
    ] {
        assert!(
            resolved(text)
                .references
                .iter()
                .all(|one| one.pinpoint.is_none()),
            "{text}"
        );
    }
}

#[test]
fn an_optional_protocol_is_that_of_the_treaty_beside_it_in_every_language() {
    let disabilities = "Convention on the Rights of Persons with Disabilities";
    let protocol = format!("Optional Protocol to the {disabilities}");
    for text in [
        "Elle accueille la Convention relative aux droits des personnes handicapées et le Protocole facultatif s’y \
         rapportant.\n",
        "Acoge la Convención sobre los Derechos de las Personas con Discapacidad y su Protocolo Facultativo.\n",
        "批准《残疾人权利公约》及其《任择议定书》。\n",
    ] {
        named(text, &[disabilities, &protocol]);
    }
    named(
        "Elle accueille la Convention relative aux droits de l’enfant et le Protocole facultatif s’y rapportant.\n",
        &["Convention on the Rights of the Child"],
    );
}

#[test]
fn a_protocol_is_found_by_the_noun_of_its_treaty() {
    named(
        "Le Pacte international relatif aux droits civils et politiques compte. L’État a ratifié le deuxième Protocole \
         facultatif se rapportant au Pacte.",
        &[
            "International Covenant on Civil and Political Rights",
            "Second Optional Protocol to the International Covenant on Civil and Political Rights, aiming at the \
             abolition of the death penalty",
        ],
    );
}

#[test]
fn a_treaty_may_be_named_in_its_protocol_alone() {
    named(
        "Présentée en vertu du Protocole facultatif se rapportant au Pacte international relatif aux droits civils et \
         politiques. L’article 7 du Pacte est violé.",
        &[
            "Optional Protocol to the International Covenant on Civil and Political Rights",
            "International Covenant on Civil and Political Rights",
        ],
    );
}

#[test]
fn a_convencion_is_no_convenio_of_the_labour_organization() {
    let text =
        "El Convenio núm. 189 de la OIT rige. Los artículos 19 y 37 de la Convención se aplican.";
    let found = resolved(text);
    assert!(
        found
            .references
            .iter()
            .all(|one| !one.token.contains(&text.find("Convención").unwrap()))
    );
}

#[test]
fn a_conference_of_parties_is_that_of_its_treaty() {
    for (text, treaty) in [
        (
            "la decisión 15/4 de la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica",
            "Convenio sobre la Diversidad Biológica",
        ),
        (
            "la décision 15/4 de la Conférence des Parties à la Convention sur la diversité biologique",
            "Convention sur la diversité biologique",
        ),
    ] {
        means(
            text,
            &[
                "15/4 = Conference of the Parties to the Convention on Biological Diversity: 15/4, unknown",
                &format!("{treaty} = Convention on Biological Diversity, exists"),
            ],
        );
    }
}
