//! Places beside a citation in every language.

use super::*;

#[test]
fn an_annex_stands_beside_a_place() {
    each(&[
        (
            "Le rapport (S/2021/431, par. 12 et annexe 5) montre que",
            &["S/2021/431 = S/2021/431 [para. 12 and annex 5]"],
        ),
        (
            "Voir le document A/68/33, par. 4, et annexe II.",
            &["A/68/33 = A/68/33 [para. 4 and annex II]"],
        ),
        (
            "Voir le document A/68/33, par. 4 et annexe II du rapport du Comité.",
            &["A/68/33 = A/68/33 [para. 4]"],
        ),
        (
            "aux paragraphes 4 et 5 et à l’annexe II de la résolution 70/1",
            &["70/1 = open A/RES/70/1 [paras. 4 and 5 and annex II]"],
        ),
        (
            "Véase el informe del Comité (A/68/25, cap. II y anexo III).",
            &["A/68/25 = A/68/25 [chap. II and annex III]"],
        ),
        (
            "См. доклад Комитета (A/68/25, пункты 14–19 и приложение II).",
            &["A/68/25 = A/68/25 [paras. 14-19 and annex II]"],
        ),
        (
            "انظر تقرير اللجنة (A/68/25، الفقرة 12 والمرفق الثاني).",
            &["A/68/25 = A/68/25 [para. 12 and annex II]"],
        ),
        (
            "见委员会的报告(A/68/25，第14段和附件二)。",
            &["A/68/25 = A/68/25 [para. 14 and annex II]"],
        ),
        (
            "Véase el informe del Comité (A/68/25, párr. 7.2, y E/2021/3, anexo I).",
            &[
                "A/68/25 = A/68/25 [para. 7.2]",
                "E/2021/3 = E/2021/3 [annex I]",
            ],
        ),
    ]);
}

#[test]
fn corrigenda_stand_behind_a_place() {
    each(&[
        (
            "Voir le rapport du Comité (A/68/35, sect. II, et Corr.2).",
            &["A/68/35 = A/68/35 [sect. II]", "Corr.2 = A/68/35/Corr.2"],
        ),
        (
            "Voir le rapport du Comité (A/68/35, par. 8 à 12, et Corr.1 et 2).",
            &[
                "A/68/35 = A/68/35 [paras. 8-12]",
                "Corr.1 = A/68/35/Corr.1",
                "2 = A/68/35/Corr.2",
            ],
        ),
        (
            "Véase el informe del Comité, A/68/35, párrs. 8 a 12, y Corr.1.",
            &["A/68/35 = A/68/35 [paras. 8-12]", "Corr.1 = A/68/35/Corr.1"],
        ),
        (
            "См. доклад Комитета (A/68/35, пункт 8, и Corr.1).",
            &["A/68/35 = A/68/35 [para. 8]", "Corr.1 = A/68/35/Corr.1"],
        ),
    ]);
}

#[test]
fn a_place_stands_behind_the_subject_of_a_comment() {
    each(&[
        (
            "Voir l’observation générale no 36 (2018) sur le droit à la vie, par. 62, et le rapport.",
            &["observation générale no 36 (2018) = CCPR/C/GC/36 [para. 62]"],
        ),
        (
            "la observación general núm. 24 (2019) relativa a la justicia juvenil, párr. 22.",
            &["observación general núm. 24 (2019) = CRC/C/GC/24 [para. 22]"],
        ),
        (
            "замечание общего порядка № 36 (2018) о праве на жизнь, пункт 22.",
            &["замечание общего порядка № 36 (2018) = CCPR/C/GC/36 [para. 22]"],
        ),
        (
            "l’observation générale no 36 (2018) sur le droit à la vie et la résolution, par. 62,",
            &["observation générale no 36 (2018) = CCPR/C/GC/36"],
        ),
    ]);
}

#[test]
fn a_place_stands_before_a_described_document() {
    each(&[
        (
            "los párrafos 14 y 15 del informe de la Relatora Especial (A/70/26),",
            &["A/70/26 = A/70/26 [paras. 14 and 15]"],
        ),
        (
            "aux paragraphes 3 et 4 de son rapport sur la paix (A/70/26),",
            &["A/70/26 = A/70/26 [paras. 3 and 4]"],
        ),
        (
            "в пунктах 12–15 доклада Генерального секретаря (A/70/26),",
            &["A/70/26 = A/70/26 [paras. 12-15]"],
        ),
        (
            "los párrafos 14 y 15 del proyecto, y el informe de la Relatora Especial (A/70/26),",
            &["A/70/26 = A/70/26"],
        ),
    ]);
}

#[test]
fn an_article_is_common_to_those_behind_it() {
    for (text, wanted) in [
        (
            "respecter l’article 5 commun à la Convention relative aux droits de l’enfant et à d’autres",
            "Convention relative aux droits de l’enfant = CRC [art. 5]",
        ),
        (
            "статью 5, общую для Конвенции о правах ребенка,",
            "Конвенции о правах ребенка = CRC [art. 5]",
        ),
        (
            "на основании главы VII Конвенции о правах ребенка",
            "Конвенции о правах ребенка = CRC [chap. VII]",
        ),
        (
            "статусе Конвенции о правах ребенка, в частности ее статьи 6;",
            "Конвенции о правах ребенка = CRC [art. 6]",
        ),
    ] {
        assert_eq!(read(text), [wanted], "{text}");
    }
}

#[test]
fn chinese_counts_letters_principles_and_lettered_annexes() {
    each(&[
        (
            "第1540(2004)号决议第3段(a)和(b)分段",
            &["1540(2004) = open ? [paras. 3 (a) and (b)]"],
        ),
        (
            "第2231(2015)号决议附件B第4段",
            &["2231(2015) = open ? [annex B, para. 4]"],
        ),
        (
            "《儿童权利公约》规则45和46",
            &["儿童权利公约 = CRC [rules 45 and 46]"],
        ),
        ("《儿童权利公约》原则上", &["儿童权利公约 = CRC"]),
    ]);
}

#[test]
fn later_resolutions_go_on_in_arabic() {
    each(&[(
        "قرار مجلس الأمن 1325 (2000) والقرارات اللاحقة 1820 (2008) و1888 (2009)",
        &[
            "1325 (2000) = S/RES/1325 (2000)",
            "1820 (2008) = open ? (Security Council)",
            "1888 (2009) = open ? (Security Council)",
        ],
    )]);
}

#[test]
fn articles_share_the_treaty_behind_the_last() {
    each(&[
        (
            "el Pacto, en particular su artículo 3, y los artículos 22 y 56 de la Convención sobre los Derechos del Niño",
            &["Convención sobre los Derechos del Niño = CRC [arts. 22 and 56]"],
        ),
        (
            "le paragraphe 3 de l’article 9 et l’article 12 de la Convention relative aux droits de l’enfant",
            &["Convention relative aux droits de l’enfant = CRC [arts. 9 (3) and 12]"],
        ),
        (
            "пункт 3 статьи 9 и статья 12 Конвенции о правах ребенка",
            &["Конвенции о правах ребенка = CRC [arts. 9 (3) and 12]"],
        ),
        (
            "الفقرة 3 من المادة 9 والمادة 12 من اتفاقية حقوق الطفل",
            &["اتفاقية حقوق الطفل = CRC [arts. 9 (3) and 12]"],
        ),
        (
            "《儿童权利公约》第九条第三款和第十二条",
            &["儿童权利公约 = CRC [arts. 9 (3) and 12]"],
        ),
        (
            "《儿童权利公约》第一百零二条",
            &["儿童权利公约 = CRC [art. 102]"],
        ),
    ]);
}

#[test]
fn a_place_stands_before_the_report_whose_symbol_follows() {
    each(&[
        (
            "aux paragraphes 4 à 7 du rapport A/68/33,",
            &["A/68/33 = A/68/33 [paras. 4-7]"],
        ),
        (
            "En los párrafos 4 a 7 del informe A/68/33 se dice",
            &["A/68/33 = A/68/33 [paras. 4-7]"],
        ),
        (
            "в главе III доклада A/68/33",
            &["A/68/33 = A/68/33 [chap. III]"],
        ),
        (
            "Les paragraphes 8 et 9 des précédentes observations finales (CRPD/C/ABC/CO/1)",
            &["CRPD/C/ABC/CO/1 = CRPD/C/ABC/CO/1 [paras. 8 and 9]"],
        ),
    ]);
}

#[test]
fn a_place_is_introduced_behind_its_document() {
    for text in [
        "Il a mentionné la résolution 67/172 de l’Assemblée générale, aux paragraphes 70 et 71.",
        "El Relator menciona la resolución 67/172 de la Asamblea General, en los párrafos 70 y 71.",
    ] {
        assert_eq!(read(text), ["67/172 = A/RES/67/172"], "{text}");
    }
    each(&[
        (
            "la Charte des Nations Unies, en particulier le paragraphe 4 de l’Article 2,",
            &["Charte des Nations Unies = Charter [art. 2, para. 4]"],
        ),
        (
            "la Charte des Nations Unies, aux articles 10 et 11",
            &["Charte des Nations Unies = Charter [arts. 10 and 11]"],
        ),
        (
            "de la résolution 70/1 de l’Assemblée générale, au paragraphe 46 de laquelle",
            &["70/1 = A/RES/70/1 [para. 46]"],
        ),
        (
            "la resolución 70/1 de la Asamblea General, en cuyo párrafo 27 se pidió",
            &["70/1 = A/RES/70/1 [para. 27]"],
        ),
    ]);
}

#[test]
fn labels_have_parts_and_points() {
    each(&[
        (
            "(voir A/68/7, par. IV.22)",
            &["A/68/7 = A/68/7 [para. IV.22]"],
        ),
        (
            "véase E/2021/3, secc. II.B.",
            &["E/2021/3 = E/2021/3 [sect. II.B]"],
        ),
        (
            "انظر A/68/33، الفقرة 9-2.",
            &["A/68/33 = A/68/33 [para. 9.2]"],
        ),
        ("(A/68/33，第9.2段)", &["A/68/33 = A/68/33 [para. 9.2]"]),
    ]);
}
