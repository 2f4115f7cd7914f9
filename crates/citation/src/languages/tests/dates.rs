//! Dates in figures, before the number, and one for each of several numbers.

use super::*;

#[test]
fn each_number_has_the_date_that_stands_for_it() {
    each(&[
        (
            "sus resoluciones 66/130 y 68/139, de 19 de diciembre de 2011 y 18 de diciembre de 2013, respectivamente,",
            &[
                "66/130 = its A/RES/66/130 {2011-12-19}",
                "68/139 = its A/RES/68/139 {2013-12-18}",
            ],
        ),
        (
            "ses résolutions 66/130 et 68/139, adoptées respectivement le 19 décembre 2011 et le 18 décembre 2013,",
            &[
                "66/130 = its A/RES/66/130 {2011-12-19}",
                "68/139 = its A/RES/68/139 {2013-12-18}",
            ],
        ),
        (
            "ses résolutions 66/130 et 68/139, en date des 19 décembre 2011 et 18 décembre 2013,",
            &[
                "66/130 = its A/RES/66/130 {2011-12-19}",
                "68/139 = its A/RES/68/139 {2013-12-18}",
            ],
        ),
        (
            "резолюции 66/130 и 68/139 от 19 декабря 2011 года и 18 декабря 2013 года, соответственно,",
            &[
                "66/130 = open A/RES/66/130 {2011-12-19}",
                "68/139 = open A/RES/68/139 {2013-12-18}",
            ],
        ),
        (
            "las resoluciones 73/195 y 73/151, de 19 y 17 de diciembre de 2018, respectivamente,",
            &[
                "73/195 = open A/RES/73/195",
                "73/151 = open A/RES/73/151 {2018-12-17}",
            ],
        ),
        // As many dates as numbers, or nothing.
        (
            "sus resoluciones 66/130, 67/1 y 68/139, de 19 de diciembre de 2011 y 18 de diciembre de 2013, respectivamente,",
            &[
                "66/130 = its A/RES/66/130",
                "67/1 = its A/RES/67/1",
                "68/139 = its A/RES/68/139",
            ],
        ),
    ]);
}

#[test]
fn a_date_goes_on_with_the_next_number() {
    finds(
        "sus resoluciones 60/1, de 16 de septiembre de 2005, 65/1, de 22 de septiembre de 2010, y 7/12, de 27 de marzo de 2008,",
        &[
            "60/1 = its A/RES/60/1 {2005-09-16}",
            "65/1 = its A/RES/65/1 {2010-09-22}",
            "7/12 = its A/RES/7/12 {2008-03-27}",
        ],
    );
}

#[test]
fn dates_may_be_in_figures_and_before_the_number() {
    each(&[
        (
            "резолюция 2200 А (XXI) Генеральной Ассамблеи от 16.12.1966",
            &["2200 А (XXI) = A/RES/2200 A (XXI) {1966-12-16}"],
        ),
        (
            "РЕЗОЛЮЦИЯ ОТ 17.12.1984 N 39/148",
            &["39/148 = open A/RES/39/148 {1984-12-17}"],
        ),
        (
            "Резолюция от 10 декабря 1948 г. № 217 А (III)",
            &["217 А (III) = open A/RES/217 A (III) {1948-12-10}"],
        ),
        (
            "la résolution 60/1 du 16.09.2005,",
            &["60/1 = open A/RES/60/1 {2005-09-16}"],
        ),
    ]);
    silent(&[
        "решение от 05.05.2011 N 12/34",
        "резолюция от 17.12.1984 о мерах",
    ]);
}

#[test]
fn how_a_text_was_adopted_may_stand_before_its_date() {
    each(&[
        (
            "la resolución 1325 (2000), aprobada por unanimidad el 31 de octubre de 2000",
            &["1325 (2000) = open ? {2000-10-31}"],
        ),
        (
            "la résolution 70/1 de l’Assemblée générale, adoptée sans vote le 25 septembre 2015",
            &["70/1 = A/RES/70/1 {2015-09-25}"],
        ),
        (
            "la résolution 70/1, adoptée par l’Assemblée générale à l’unanimité le 25 septembre 2015",
            &["70/1 = A/RES/70/1 {2015-09-25}"],
        ),
    ]);
}

#[test]
fn the_meeting_may_stand_between_adopted_and_the_date() {
    each(&[
        (
            "Резолюция 1518 (2003), принятая Советом Безопасности на его 4872-м заседании 24 ноября 2003 года",
            &["1518 (2003) = S/RES/1518 (2003) {2003-11-24}"],
        ),
        (
            "Résolution 1325 (2000), adoptée par le Conseil de sécurité à sa 4213e séance, le 31 octobre 2000",
            &["1325 (2000) = S/RES/1325 (2000) {2000-10-31}"],
        ),
        (
            "Resolución 1325 (2000), aprobada por el Consejo de Seguridad en su 4213ª sesión, celebrada el 31 de octubre de 2000",
            &["1325 (2000) = S/RES/1325 (2000) {2000-10-31}"],
        ),
    ]);
}

#[test]
fn a_number_alone_is_the_councils_when_its_year_says_so() {
    each(&[
        (
            "в частности резолюции 1493 от 28 июля 2003 года и 1533 от 12 марта 2004 года,",
            &["1493 = open ? {2003-07-28}", "1533 = open ? {2004-03-12}"],
        ),
        (
            "la résolution n° 1325 du 31 octobre 2000",
            &["1325 = open ? {2000-10-31}"],
        ),
    ]);
    silent(&[
        "резолюции 1493 от 28 июля 2005 года",
        "la résolution n° 1325 du 31 octobre 2008",
        "la resolución 217, de 3 de mayo de 2011",
    ]);
}
