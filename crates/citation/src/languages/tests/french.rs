//! French: what is read, and what is not.

use super::*;

#[test]
fn numbers_belong_to_the_bodies_named() {
    each(&[
        (
            "la résolution 1325 (2000) du Conseil de sécurité",
            &["1325 (2000) = S/RES/1325 (2000)"],
        ),
        (
            "la décision 2000/288 du Conseil économique et social",
            &["2000/288 = E/DEC/2000/288"],
        ),
        (
            "dans sa résolution 1540 (2004), le Conseil de sécurité a décidé",
            &["1540 (2004) = its ?"],
        ),
        (
            "Le Conseil de sécurité, rappelant sa résolution 2250 (2015),",
            &["2250 (2015) = its ? (Security Council)"],
        ),
        (
            "la résolution 51/12 de la Commission des stupéfiants",
            &["51/12 = E/CN.7/RES/51/12"],
        ),
        (
            "la résolution\n1325 (2000) du Conseil\nde sécurité",
            &["1325 (2000) = S/RES/1325 (2000)"],
        ),
        (
            "la re\u{301}solution 67/172",
            &["67/172 = open A/RES/67/172"],
        ),
        (
            "la résolution 1973 du Conseil de sécurité de l’ONU",
            &["1973 = S/RES/1973"],
        ),
        (
            "la résolution n° 1373 (2001) du Conseil de sécurité",
            &["1373 (2001) = S/RES/1373 (2001)"],
        ),
        (
            "la résolution 1509 (2006) de l’Assemblée parlementaire du Conseil de l’Europe",
            &["1509 (2006) = Parliamentary Assembly of the Council of Europe: 1509 (2006)"],
        ),
        (
            "la résolution S-27/1 du Conseil des droits de l’homme",
            &["S-27/1 = A/HRC/RES/S-27/1"],
        ),
        (
            "la décision 15/4 de la Conférence des Parties",
            &["15/4 = open A/DEC/15/4 (Conference of the Parties)"],
        ),
        (
            "la résolution 5/14 de l’Assemblée des Nations Unies pour l’environnement",
            &["5/14 = United Nations Environment Assembly: 5/14"],
        ),
        (
            "Le Conseil économique et social, dans sa décision 2001/321,",
            &["2001/321 = its ? (Economic and Social Council)"],
        ),
    ]);
}

#[test]
fn dates_go_with_their_numbers() {
    each(&[
        (
            "Rappelant sa résolution 47/135 du 18 décembre 1992,",
            &["47/135 = its A/RES/47/135 {1992-12-18}"],
        ),
        (
            "Rappelant en outre la résolution 60/251 de l’Assemblée générale, en date du 15 mars 2006,",
            &["60/251 = A/RES/60/251 {2006-03-15}"],
        ),
        (
            "RÉSOLUTION 217 A (III) DU 10 DÉCEMBRE 1948",
            &["217 A (III) = open A/RES/217 A (III) {1948-12-10}"],
        ),
        (
            "la résolution 2005/47 de la Commission des droits de l’homme, en date du 19 avril 2005",
            &["2005/47 = E/CN.4/RES/2005/47 {2005-04-19}"],
        ),
        (
            "la résolution 43/222 A à E du 21 décembre 1988",
            &["43/222 A à E = open A/RES/43/222 A to E {1988-12-21}"],
        ),
        (
            "sa décision 68/505 du 23 décembre 2013",
            &["68/505 = its A/DEC/68/505 {2013-12-23}"],
        ),
        (
            "la résolution 67/\n172 du 20 décembre 2012",
            &["67/\n172 = open A/RES/67/172 {2012-12-20}"],
        ),
        (
            "par sa résolution 78/217, adoptée le 19 décembre 2023, elle a prié",
            &["78/217 = its A/RES/78/217 {2023-12-19}"],
        ),
        (
            "la résolution 1701 (2006), adoptée par le Conseil de sécurité le 11 août 2006",
            &["1701 (2006) = S/RES/1701 (2006) {2006-08-11}"],
        ),
    ]);
}

#[test]
fn lists_are_read_to_their_end() {
    each(&[
        (
            "ses résolutions 2 (I) du 1er février 1946, 2480 B (XXIII) du 21 décembre 1968, 50/11 du 2 novembre 1995 … ainsi que 56/64 B et 56/242 du 24 décembre 2001,",
            &[
                "2 (I) = its A/RES/2 (I) {1946-02-01}",
                "2480 B (XXIII) = its A/RES/2480 B (XXIII) {1968-12-21}",
                "50/11 = its A/RES/50/11 {1995-11-02}",
                "56/64 B = its A/RES/56/64 B",
                "56/242 = its A/RES/56/242 {2001-12-24}",
            ],
        ),
        (
            "Rappelant toutes ses résolutions antérieures sur la question, notamment les résolutions 66/172 du 19 décembre 2011 et 67/172 du 20 décembre 2012,",
            &[
                "66/172 = open A/RES/66/172 {2011-12-19}",
                "67/172 = open A/RES/67/172 {2012-12-20}",
            ],
        ),
        (
            "comme l’Assemblée l’a demandé dans sa résolution 70/1 du 25 septembre 2015, intitulée « Transformer notre monde », 71/1 du 19 septembre 2016 et 73/195 du 19 décembre 2018,",
            &[
                "70/1 = its A/RES/70/1 (General Assembly) {2015-09-25}",
                "71/1 = its A/RES/71/1 (General Assembly) {2016-09-19}",
                "73/195 = its A/RES/73/195 (General Assembly) {2018-12-19}",
            ],
        ),
        (
            "sa résolution 3362 (S-VII) du 16 septembre 1975 et sa résolution ES-10/15 du 20 juillet 2004",
            &[
                "3362 (S-VII) = its A/RES/3362 (S-VII) {1975-09-16}",
                "ES-10/15 = its A/RES/ES-10/15 {2004-07-20}",
            ],
        ),
        (
            "les résolutions 35/17 du 22 juin 2017, 36/5 du 28 septembre 2017 et 41/7 du 11 juillet 2019 du Conseil des droits de l’homme",
            &[
                "35/17 = A/HRC/RES/35/17 {2017-06-22}",
                "36/5 = A/HRC/RES/36/5 {2017-09-28}",
                "41/7 = A/HRC/RES/41/7 {2019-07-11}",
            ],
        ),
        (
            "les résolutions du Conseil de sécurité 1325 (2000), 1820 (2008) et 2242 (2015)",
            &[
                "1325 (2000) = S/RES/1325 (2000)",
                "1820 (2008) = S/RES/1820 (2008)",
                "2242 (2015) = S/RES/2242 (2015)",
            ],
        ),
        (
            "ses résolutions 53/243 A et B du 13 septembre 1999",
            &[
                "53/243 A = its A/RES/53/243 A",
                "B = its A/RES/53/243 B {1999-09-13}",
            ],
        ),
        (
            "les résolutions 69/193 et 69/196, toutes deux du 18 décembre 2014,",
            &[
                "69/193 = open A/RES/69/193 {2014-12-18}",
                "69/196 = open A/RES/69/196 {2014-12-18}",
            ],
        ),
        (
            "les résolutions 69/187, 70/147 et 71/177, toutes du 19 décembre 2016",
            &[
                "69/187 = open A/RES/69/187 {2016-12-19}",
                "70/147 = open A/RES/70/147 {2016-12-19}",
                "71/177 = open A/RES/71/177 {2016-12-19}",
            ],
        ),
        (
            "la résolution 67/172,¹ la résolution 68/179² et la résolution 69/167",
            &[
                "67/172 = open A/RES/67/172",
                "68/179 = open A/RES/68/179",
                "69/167 = open A/RES/69/167",
            ],
        ),
        (
            "ses résolutions 68/4 du 3 octobre 20131, 69/229 du 19 décembre 2014 et 71/237 du 21 décembre 2016",
            &[
                "68/4 = its A/RES/68/4 {2013-10-03}",
                "69/229 = its A/RES/69/229 {2014-12-19}",
                "71/237 = its A/RES/71/237 {2016-12-21}",
            ],
        ),
        (
            "ses précédentes résolutions 66/172 et 67/172",
            &["66/172 = its A/RES/66/172", "67/172 = its A/RES/67/172"],
        ),
        (
            "les résolutions de l’Assemblée générale des Nations Unies 66/172 et 67/172",
            &["66/172 = A/RES/66/172", "67/172 = A/RES/67/172"],
        ),
        (
            "les résolutions 67/172 de l’Assemblée générale et 1325 (2000) du Conseil de sécurité",
            &["67/172 = A/RES/67/172", "1325 (2000) = S/RES/1325 (2000)"],
        ),
    ]);
}

#[test]
fn paragraph_references_are_read() {
    each(&[
        (
            "Voir le paragraphe 15 de la résolution 67/172.",
            &["67/172 = open A/RES/67/172 [para. 15]"],
        ),
        (
            "Rappelant la résolution 2200 A (XXI), annexe, et la résolution 2625 (XXV) du 24 octobre 1970,",
            &[
                "2200 A (XXI) = open A/RES/2200 A (XXI) [annex]",
                "2625 (XXV) = open A/RES/2625 (XXV) {1970-10-24}",
            ],
        ),
        (
            "aux paragraphes 3 à 5 et 7 b) de sa résolution 70/1",
            &["70/1 = its A/RES/70/1 [paras. 3-5 and 7 (b)]"],
        ),
        (
            "l’alinéa c) du paragraphe 4 de la résolution 72/244",
            &["72/244 = open A/RES/72/244 [para. 4, para. (c)]"],
        ),
        (
            "conformément à la section II de sa résolution 65/259 et au paragraphe 3 de l’annexe I de la résolution 48/141",
            &[
                "65/259 = its A/RES/65/259 [sect. II]",
                "48/141 = open A/RES/48/141 [annex I, para. 3]",
            ],
        ),
        (
            "le paragraphe 4 du préambule de la résolution 74/148",
            &["74/148 = open A/RES/74/148 [preambular para. 4]"],
        ),
        (
            "(résolution 67/172, par. 15 et 16)",
            &["67/172 = open A/RES/67/172 [paras. 15 and 16]"],
        ),
        (
            "la résolution 70/1, par. 29, et la résolution 71/1, annexe II, par. 4",
            &[
                "70/1 = open A/RES/70/1 [para. 29]",
                "71/1 = open A/RES/71/1 [annex II, para. 4]",
            ],
        ),
    ]);
}

#[test]
fn instruments_are_found_with_their_articles() {
    each(&[
        (
            "à l’article 3 de la Convention relative aux droits de l’enfant",
            &["Convention relative aux droits de l’enfant = CRC [art. 3]"],
        ),
        (
            "aux articles 18 et 19 de la Convention relative aux droits de l’enfant, ainsi qu’à l’Article 51 de la Charte des Nations Unies",
            &[
                "Convention relative aux droits de l’enfant = CRC [arts. 18 and 19]",
                "Charte des Nations Unies = Charter [art. 51]",
            ],
        ),
    ]);
}

#[test]
fn symbols_stand_in_the_text() {
    each(&[
        (
            "Voir A/68/292, par. 12 à 14, et A/HRC/35/25, par. 7.",
            &[
                "A/68/292 = A/68/292 [paras. 12-14]",
                "A/HRC/35/25 = A/HRC/35/25 [para. 7]",
            ],
        ),
        (
            "(A/78/53, chap. IV, sect. A, et S/2023/363, annexe I, et C/106/40)",
            &[
                "A/78/53 = A/78/53 [chap. IV, sect. A]",
                "S/2023/363 = S/2023/363 [annex I]",
                "C/106/40 = C/106/40",
            ],
        ),
        (
            "la résolution A/RES/67/172 du 20 décembre 2012",
            &["A/RES/67/172 = A/RES/67/172 {2012-12-20}"],
        ),
    ]);
}

#[test]
fn what_only_looks_like_a_reference_is_silent() {
    silent(&[
        "une image d’une résolution de 1920 sur 1080 points",
        "La résolution 4K et la résolution 1080p sont prises en charge.",
        "la résolution 1920/1080 de l’écran",
        "Il a pris la décision le 12/05/2012.",
        "la décision du 3 mars 2015",
        "la présente résolution, en son paragraphe 5,",
        "adoptée par 120 voix contre 2, avec 35 abstentions",
        "à la majorité des 2/3 des membres",
        "Rappelant ses résolutions antérieures sur la question,",
        "les résolutions pertinentes de l’Assemblée générale",
        "le projet de résolution publié sous cette cote",
        "la résolution des conflits en 2012 et 2013",
        "la résolution du problème no 12",
        "il a décidé, en 2012/13, d’y consacrer 3/5 du budget",
        "son indécision 3/4 du temps",
        "les articles 12 et 13 du règlement intérieur",
        "au paragraphe 15 du rapport",
        "la prédécision 12/15",
        "l’exercice biennal 2012-2013",
        "le point 69 b) de l’ordre du jour",
        "la résolution 67/1725",
        "la résolution 1325 de l’assemblée générale des actionnaires",
        "une décision prise à 24/7",
        "le paragraphe 3 de la Convention collective",
        "le numéro 67/172 du dossier",
    ]);
}

#[test]
fn general_comments_are_read_by_number() {
    each(&[
        (
            "ainsi que de l’observation générale no 36 (2018) du Comité des droits de l’homme",
            &["observation générale no 36 (2018) = CCPR/C/GC/36"],
        ),
        (
            "ses observations générales nos 13 et 14 du Comité des droits de l’enfant",
            &[
                "observations générales nos 13 = CRC/C/GC/13",
                "14 = CRC/C/GC/14",
            ],
        ),
        (
            "la recommandation générale n° 38 (2020)",
            &["recommandation générale n° 38 (2020) = CEDAW/C/GC/38"],
        ),
    ]);
    silent(&[
        "une observation générale à 5 reprises",
        "Observation générale 31 juillet 2020",
        "Une observation générale 3 fois répétée",
        "la recommandation générale 12 pages plus loin",
        "la recommandation générale du 12 mai",
    ]);
}

#[test]
fn articles_have_their_paragraphs_in_parentheses() {
    const CRC: &str = "Convention relative aux droits de l’enfant = CRC";
    for (before, pinpoint) in [
        (
            "des articles 2, 20 (par. 2) et 27 de la",
            "arts. 2, 20 (2) and 27",
        ),
        ("de l’article 14 (par. 3 b)) de la", "art. 14 (3) (b)"),
        (
            "des articles 9 (par. 1 et 3), 14 (par. 1) et 25 b) de la",
            "arts. 9, 14 (1) and 25 (b)",
        ),
        ("de l’art. 12, § 2, de la", "art. 12, para. 2"),
        ("des articles 1er, 2 et 3 de la", "arts. 1, 2 and 3"),
        ("de l’article premier de la", "art. 1"),
        ("des art. 8.1 et 25 de la", "arts. 8 (1) and 25"),
    ] {
        finds(
            &format!("une violation {before} Convention relative aux droits de l’enfant."),
            &[&format!("{CRC} [{pinpoint}]")],
        );
    }
}

#[test]
fn a_list_goes_on_with_a_number_of_the_same_session() {
    each(&[
        (
            "Rappelant les résolutions 9/3 du Conseil des droits de l’homme sur l’eau des villes et 9/4 sur l’air des champs,",
            &["9/3 = A/HRC/RES/9/3", "9/4 = A/HRC/RES/9/4"],
        ),
        (
            "Rappelant la résolution 9/3 du Conseil des droits de l’homme sur l’eau des villes et 3/4 des champs,",
            &["9/3 = A/HRC/RES/9/3"],
        ),
    ]);
}
