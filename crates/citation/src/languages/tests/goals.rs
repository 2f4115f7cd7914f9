//! The Sustainable Development Goals by number, and opinions by theirs.

use super::*;

/// What the goals are places of.
fn goal(place: &str) -> String {
    let (token, place) = place.split_once(" [").unwrap();
    format!("{token} = 2030 Agenda for Sustainable Development [{place}")
}

#[test]
fn goals_and_targets_stand_beside_their_name() {
    for (text, wanted) in [
        ("conforme à l’ODD 7 et au", &["ODD [goal 7]"][..]),
        (
            "l’objectif de développement durable no 9 et la cible 9.4",
            &[
                "objectif de développement durable [goal 9]",
                "cible 9.4 [target 9.4]",
            ],
        ),
        (
            "les cibles 2.1 et 2.b des objectifs de développement durable",
            &["objectifs de développement durable [targets 2.1 and 2.b]"],
        ),
        (
            "de l’objectif 6 et de la cible 11.7 des ODD.",
            &["objectif 6 [goal 6]", "ODD [target 11.7]"],
        ),
        ("El ODS 8, el empleo", &["ODS [goal 8]"]),
        ("los ODS 1 a 4 y 9", &["ODS [goals 1-4 and 9]"]),
        (
            "el Objetivo 15 y, en particular, la meta 15.3 de los Objetivos de Desarrollo Sostenible",
            &[
                "Objetivo 15 [goal 15]",
                "Objetivos de Desarrollo Sostenible [target 15.3]",
            ],
        ),
        (
            "задачи 8.5 и 8.6 Целей в области устойчивого развития",
            &["Целей в области устойчивого развития [targets 8.5 and 8.6]"],
        ),
        ("достижение ЦУР 13.", &["ЦУР [goal 13]"]),
        (
            "الغايتين 8-5 و 8-6 من أهداف التنمية المستدامة",
            &["أهداف التنمية المستدامة [targets 8.5 and 8.6]"],
        ),
        (
            "可持续发展目标12和具体目标12.3",
            &["可持续发展目标 [goal 12]", "具体目标12.3 [target 12.3]"],
        ),
        (
            "可持续发展目标的具体目标8.5和8.6",
            &["可持续发展目标 [targets 8.5 and 8.6]"],
        ),
    ] {
        let wanted: Vec<_> = wanted.iter().map(|place| goal(place)).collect();
        assert_eq!(read(text), wanted, "{text}");
    }
    silent(&[
        "les objectifs de développement durable à l’horizon 2030",
        "l’ODD 18",
        "los ODS 2030",
        "la meta 25.3 de los ODS",
        "le SODD 5",
        "l’objectif 3 du plan contribue aux objectifs de développement durable",
        "17 ЦУР",
        "The country consumed ODS 12 tonnes less than in the year before and will do so again.",
        "可持续发展目标17项指标",
    ]);
}

#[test]
fn opinions_are_those_on_arbitrary_detention() {
    each(&[
        (
            "Le Groupe de travail sur la détention arbitraire, dans son avis no 12/2015 (par. 9), a dit",
            &["12/2015 = A/HRC/WGAD/2015/12 [para. 9]"],
        ),
        (
            "Sur la détention arbitraire, voir l’avis no 12/2015 du Groupe de travail",
            &["12/2015 = A/HRC/WGAD/2015/12"],
        ),
        (
            "El Grupo de Trabajo sobre la Detención Arbitraria, opiniones núms. 12/2015 y 7/2004",
            &[
                "12/2015 = A/HRC/WGAD/2015/12",
                "7/2004 = Working Group on Arbitrary Detention: opinion No. 7/2004",
            ],
        ),
        (
            "Рабочая группа по произвольным задержаниям в мнении № 12/2015",
            &["12/2015 = A/HRC/WGAD/2015/12"],
        ),
        (
            "الفريق العامل المعني بالاحتجاز التعسفي، الرأي رقم 12/2015",
            &["12/2015 = A/HRC/WGAD/2015/12"],
        ),
        (
            "任意拘留问题工作组第12/2015号和第13/2015号意见",
            &[
                "12/2015 = A/HRC/WGAD/2015/12",
                "13/2015 = A/HRC/WGAD/2015/13",
            ],
        ),
    ]);
    silent(&[
        "La Cour a rendu son avis no 12/2015",
        "La détention arbitraire est interdite, selon l’avis no 12/2015 de la Cour constitutionnelle",
        "el informe núm. 12/2015 sobre la detención arbitraria",
    ]);
}
