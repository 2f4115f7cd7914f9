//! Acts and organs that law journals and studies shorten, and Security Council numbers that stand alone in lists.

use super::*;

#[test]
fn shortened_acts_are_read_beside_their_organ_or_session() {
    each(&[
        (
            "Rés. AG 217A (III), Doc. off. AG NU, 3e sess.",
            &["217A (III) = A/RES/217 A (III)"],
        ),
        ("Voir rés. CS 1973, Doc. off. CS NU", &["1973 = S/RES/1973"]),
        (
            "la rés. 1514 (XV) de l’A.G. du 14 décembre 1960 et la rés. 2625 (XXV)",
            &[
                "1514 (XV) = open A/RES/1514 (XV)",
                "2625 (XXV) = open A/RES/2625 (XXV)",
            ],
        ),
        (
            "la résolution 1973 du CSNU et la résolution 60/1 de l’AGNU",
            &["1973 = S/RES/1973", "60/1 = A/RES/60/1"],
        ),
        (
            "Res. AG 1514 (XV), de 14 de diciembre de 1960",
            &["1514 (XV) = A/RES/1514 (XV) {1960-12-14}"],
        ),
        ("la Res. CS 1373, párr. 2", &["1373 = S/RES/1373 [para. 2]"]),
        (
            "A.G. Res. 217 A (III), anexo",
            &["217 A (III) = A/RES/217 A (III)"],
        ),
        (
            "Резолюция СБ ООН № 2254 от 18 декабря 2015 г.",
            &["2254 = S/RES/2254 {2015-12-18}"],
        ),
        ("в резолюции СБ 1325 и далее", &["1325 = S/RES/1325"]),
        (
            "рез. ГА ООН 3314 (XXIX) и рез. ГА 60/1",
            &["3314 (XXIX) = A/RES/3314 (XXIX)", "60/1 = A/RES/60/1"],
        ),
        ("резолюция 2202 СБ ООН", &["2202 = S/RES/2202"]),
    ]);
}

#[test]
fn letters_that_are_no_organ_stay_silent() {
    silent(&[
        "la résolution 12 de l’AG du 3 mai 2011",
        "les rés. de l’AG sont publiées",
        "le CS a pris la décision 12",
        "решение СБ по 12 вопросам",
        "через ГА 3314 компаний",
        "Res. 12 de la CS 1973",
        "la Res. AG/12 del Tribunal",
    ]);
}

#[test]
fn the_councils_numbers_stand_alone_in_lists_before_it_is_named() {
    each(&[
        (
            "les résolutions 242 et 338 du Conseil de sécurité",
            &["242 = S/RES/242", "338 = S/RES/338"],
        ),
        (
            "las resoluciones 242, 338 y 1397 (2002) del Consejo de Seguridad",
            &[
                "242 = S/RES/242",
                "338 = S/RES/338",
                "1397 (2002) = S/RES/1397 (2002)",
            ],
        ),
        (
            "резолюции 242 и 338 Совета Безопасности",
            &["242 = S/RES/242", "338 = S/RES/338"],
        ),
        (
            "قرارات مجلس الأمن 242 و338 و425",
            &["242 = S/RES/242", "338 = S/RES/338", "425 = S/RES/425"],
        ),
        (
            "安理会第242号、第338号决议",
            &["242 = S/RES/242", "338 = S/RES/338"],
        ),
        (
            "les résolutions du Conseil de sécurité 242, 338 et 425",
            &["242 = S/RES/242", "338 = S/RES/338", "425 = S/RES/425"],
        ),
    ]);
    silent(&[
        "les résolutions 242 et 338 de la Commission",
        "las resoluciones 242 y 338 de la Junta Directiva",
        "резолюции 242 и 338 Ученого совета",
        "第242号、第338号决议",
    ]);
}

#[test]
fn a_number_alone_is_of_the_council_that_speaks() {
    each(&[
        (
            "Le Conseil de sécurité a adopté la résolution 1325 sur les femmes",
            &["1325 = open ? (Security Council)"],
        ),
        (
            "Observation Générale no 31 du Comité des droits de l’homme",
            &["Observation Générale no 31 = CCPR/C/21/Rev.1/Add.13"],
        ),
    ]);
    silent(&[
        "Le Conseil de sécurité a examiné la résolution 1325 de la Commission",
        "Le Conseil de sécurité a examiné la résolution 12",
        "Le Conseil de sécurité a examiné la résolution 9999",
        "Le Conseil municipal a adopté la résolution 1325",
        "Le Conseil de sécurité a rappelé la résolution 338 de la Knesset, la résolution 425 de la mairie.",
        "Le Conseil de sécurité a rappelé les résolutions 338 et 425 de la Knesset.",
        "El Consejo de Seguridad recordó la resolución 425 del ayuntamiento.",
        "Совет Безопасности заслушал мэра, который сослался на резолюцию 1325 городской думы.",
    ]);
}
