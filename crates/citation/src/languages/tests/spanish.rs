//! Spanish: what is read, and what is not.

use super::*;

#[test]
fn numbers_belong_to_the_bodies_named() {
    each(&[
        (
            "Resolución 217 A (III).",
            &["217 A (III) = open A/RES/217 A (III)"],
        ),
        (
            "El Consejo de Seguridad, recordando su resolución 2250 (2015),",
            &["2250 (2015) = its ? (Security Council)"],
        ),
        (
            "la resolución S-27/1 del Consejo de Derechos Humanos",
            &["S-27/1 = A/HRC/RES/S-27/1"],
        ),
        (
            "la resolución núm. 1540 (2004) del Consejo de Seguridad",
            &["1540 (2004) = S/RES/1540 (2004)"],
        ),
        (
            "la resolución 1325 del Consejo de Seguridad",
            &["1325 = S/RES/1325"],
        ),
        (
            "la resolucio\u{301}n 67/172",
            &["67/172 = open A/RES/67/172"],
        ),
        ("LA RESOLUCIÓN 67/172", &["67/172 = open A/RES/67/172"]),
        (
            "la resolución 51/12 de la Comisión de Estupefacientes",
            &["51/12 = E/CN.7/RES/51/12"],
        ),
        (
            "la resolución 1509 (2006) de la Asamblea Parlamentaria del Consejo de Europa",
            &["1509 (2006) = Parliamentary Assembly of the Council of Europe: 1509 (2006)"],
        ),
    ]);
}

#[test]
fn dates_go_with_their_numbers() {
    each(&[
        (
            "Recordando la resolución 45/158, de 18 de diciembre de 1990,",
            &["45/158 = open A/RES/45/158 {1990-12-18}"],
        ),
        (
            "Tomando nota de la decisión 2000/288 del Consejo Económico y Social, de 28 de julio de 2000,",
            &["2000/288 = E/DEC/2000/288 {2000-07-28}"],
        ),
        (
            "su resolución 67/172, de 20 de diciembre de 2012",
            &["67/172 = its A/RES/67/172 {2012-12-20}"],
        ),
        (
            "su resolución 67/172 de 20 de diciembre de 2012",
            &["67/172 = its A/RES/67/172 {2012-12-20}"],
        ),
        (
            "su resolución 67/172 del 20 de diciembre de 2012",
            &["67/172 = its A/RES/67/172 {2012-12-20}"],
        ),
        (
            "la resolución 1325 (2000) del Consejo de Seguridad, de 31 de octubre de 2000,",
            &["1325 (2000) = S/RES/1325 (2000) {2000-10-31}"],
        ),
        (
            "la resolución 2005/47 de la Comisión de Derechos Humanos, de 19 de abril de 2005",
            &["2005/47 = E/CN.4/RES/2005/47 {2005-04-19}"],
        ),
        (
            "resoluciones 43/222 A a E, de 21 de diciembre de 1988",
            &["43/222 A a E = open A/RES/43/222 A to E {1988-12-21}"],
        ),
        (
            "la resolución ES-10/15, de 20 de julio de 2004",
            &["ES-10/15 = open A/RES/ES-10/15 {2004-07-20}"],
        ),
        (
            "la resolución 3362 (S-VII), de 16 de septiembre de 1975",
            &["3362 (S-VII) = open A/RES/3362 (S-VII) {1975-09-16}"],
        ),
        (
            "su resolución 2 (I), de 1º de febrero de 1946",
            &["2 (I) = its A/RES/2 (I) {1946-02-01}"],
        ),
        (
            "su decisión 68/505, de 23 de diciembre de 2013",
            &["68/505 = its A/DEC/68/505 {2013-12-23}"],
        ),
        (
            "la resolución 1373 (2001), aprobada por el Consejo de Seguridad el 28 de septiembre de 2001",
            &["1373 (2001) = S/RES/1373 (2001) {2001-09-28}"],
        ),
        (
            "la resolución\n67/172, de 20 de diciembre\nde 2012",
            &["67/172 = open A/RES/67/172 {2012-12-20}"],
        ),
    ]);
}

#[test]
fn lists_are_read_to_their_end() {
    each(&[
        (
            "Recordando sus resoluciones 41/60 J, de 3 de diciembre de 1986, 42/39 K, de 30 de noviembre de 1987, y 43/76 H, de 7 de diciembre de 1988, sobre el Centro,",
            &[
                "41/60 J = its A/RES/41/60 J {1986-12-03}",
                "42/39 K = its A/RES/42/39 K {1987-11-30}",
                "43/76 H = its A/RES/43/76 H {1988-12-07}",
            ],
        ),
        (
            "las resoluciones 1325 (2000) y 1820 (2008) del Consejo de Seguridad",
            &[
                "1325 (2000) = S/RES/1325 (2000)",
                "1820 (2008) = S/RES/1820 (2008)",
            ],
        ),
        (
            "las resoluciones del Consejo de Derechos Humanos 35/17, de 22 de junio de 2017, 36/5, de 28 de septiembre de 2017, y 41/7, de 11 de julio de 2019,",
            &[
                "35/17 = A/HRC/RES/35/17 {2017-06-22}",
                "36/5 = A/HRC/RES/36/5 {2017-09-28}",
                "41/7 = A/HRC/RES/41/7 {2019-07-11}",
            ],
        ),
        (
            "sus resoluciones 53/243 A y B, de 13 de septiembre de 1999",
            &[
                "53/243 A = its A/RES/53/243 A",
                "B = its A/RES/53/243 B {1999-09-13}",
            ],
        ),
        (
            "las resoluciones 69/193 y 69/196, ambas de 18 de diciembre de 2014",
            &[
                "69/193 = open A/RES/69/193 {2014-12-18}",
                "69/196 = open A/RES/69/196 {2014-12-18}",
            ],
        ),
        (
            "las resoluciones 69/187, 70/147 y 71/177, todas de 19 de diciembre de 2016",
            &[
                "69/187 = open A/RES/69/187 {2016-12-19}",
                "70/147 = open A/RES/70/147 {2016-12-19}",
                "71/177 = open A/RES/71/177 {2016-12-19}",
            ],
        ),
        (
            "su resolución 70/1, de 25 de septiembre de 2015, titulada “Transformar nuestro mundo”, y su resolución 71/1, de 19 de septiembre de 2016",
            &[
                "70/1 = its A/RES/70/1 {2015-09-25}",
                "71/1 = its A/RES/71/1 {2016-09-19}",
            ],
        ),
        (
            "Reafirmando sus resoluciones 60/1, de 16 de septiembre de 2005, en que figura el documento, 65/1, de 22 de septiembre de 2010, y 70/1",
            &[
                "60/1 = its A/RES/60/1 {2005-09-16}",
                "65/1 = its A/RES/65/1 {2010-09-22}",
                "70/1 = its A/RES/70/1",
            ],
        ),
        (
            "sus resoluciones anteriores 66/172 y 67/172",
            &["66/172 = its A/RES/66/172", "67/172 = its A/RES/67/172"],
        ),
        (
            "su resolución 68/4, de 3 de octubre de 20131, y su resolución 69/229",
            &[
                "68/4 = its A/RES/68/4 {2013-10-03}",
                "69/229 = its A/RES/69/229",
            ],
        ),
        (
            "las resoluciones 67/172 de la Asamblea General y 1325 (2000) del Consejo de Seguridad",
            &["67/172 = A/RES/67/172", "1325 (2000) = S/RES/1325 (2000)"],
        ),
        (
            "así como en la resolución 71/237¹ y la decisión 79/401²",
            &["71/237 = open A/RES/71/237", "79/401 = open A/DEC/79/401"],
        ),
    ]);
}

#[test]
fn paragraph_references_are_read() {
    each(&[
        (
            "el párrafo 15 de la resolución 67/172 de la Asamblea General",
            &["67/172 = A/RES/67/172 [para. 15]"],
        ),
        (
            "los párrafos 3 a 5 y 7 b) de su resolución 70/1",
            &["70/1 = its A/RES/70/1 [paras. 3-5 and 7 (b)]"],
        ),
        (
            "el apartado c) del párrafo 4 de la resolución 72/244",
            &["72/244 = open A/RES/72/244 [para. 4, para. (c)]"],
        ),
        (
            "el párrafo 4 del preámbulo de la resolución 74/148",
            &["74/148 = open A/RES/74/148 [preambular para. 4]"],
        ),
        (
            "la sección II de su resolución 65/259 y el párrafo 3 del anexo I de la resolución 48/141",
            &[
                "65/259 = its A/RES/65/259 [sect. II]",
                "48/141 = open A/RES/48/141 [annex I, para. 3]",
            ],
        ),
        (
            "la resolución 2200 A (XXI), anexo",
            &["2200 A (XXI) = open A/RES/2200 A (XXI) [annex]"],
        ),
        (
            "(véase la resolución 67/172, párrs. 15 y 16)",
            &["67/172 = open A/RES/67/172 [paras. 15 and 16]"],
        ),
    ]);
}

#[test]
fn instruments_are_found_with_their_articles() {
    each(&[
        (
            "el artículo 3 de la Convención sobre los Derechos del Niño",
            &["Convención sobre los Derechos del Niño = CRC [art. 3]"],
        ),
        (
            "los artículos 18 y 19 de la Convención sobre los Derechos del Niño",
            &["Convención sobre los Derechos del Niño = CRC [arts. 18 and 19]"],
        ),
    ]);
}

#[test]
fn symbols_stand_in_the_text() {
    each(&[
        (
            "Resolución aprobada por la Asamblea General [sobre la base del informe de la Tercera Comisión (A/55/602/Add.2)]",
            &["A/55/602/Add.2 = A/55/602/Add.2"],
        ),
        (
            "(véase A/68/292, párrs. 12 a 14)",
            &["A/68/292 = A/68/292 [paras. 12-14]"],
        ),
        (
            "A/78/53, cap. IV, secc. A",
            &["A/78/53 = A/78/53 [chap. IV, sect. A]"],
        ),
        (
            "la resolución A/RES/67/172, de 20 de diciembre de 2012, párr. 3",
            &["A/RES/67/172 = A/RES/67/172 [para. 3] {2012-12-20}"],
        ),
    ]);
}

#[test]
fn what_only_looks_like_a_reference_is_silent() {
    silent(&[
        "una imagen con una resolución de 1920 x 1080",
        "la resolución 4K",
        "la resolución 1920/1080 de la pantalla",
        "Tomó la decisión el 12/05/2012.",
        "la decisión de 3 de marzo de 2015",
        "la presente resolución, en su párrafo 5,",
        "aprobada por 120 votos contra 2 y 35 abstenciones",
        "por mayoría de 2/3 de los miembros",
        "Recordando sus resoluciones anteriores sobre la cuestión,",
        "las resoluciones pertinentes de la Asamblea General",
        "el proyecto de resolución publicado con esa signatura",
        "la resolución de conflictos en 2012 y 2013",
        "la resolución del problema núm. 12",
        "en el bienio 2012/13 dedicó 3/5 del presupuesto",
        "la indecisión 3/4",
        "los artículos 12 y 13 del reglamento",
        "el párrafo 15 del informe",
        "la irresolución 12/15",
        "el tema 69 b) del programa",
        "la resolución 67/1725",
        "la decisión núm. 12/15",
        "las decisiones 24 y 7",
        "resolución 12345/67",
        "la 81a. sesión plenaria, 4 de diciembre de 2000",
        "el párrafo 3 de la Convención colectiva",
        "el expediente 67/172",
        "la resolución de la Secretaría 15",
    ]);
}

#[test]
fn general_comments_are_read_by_number() {
    each(&[
        (
            "su observación general núm. 31 (2004), párr. 10,",
            &["observación general núm. 31 (2004) = CCPR/C/21/Rev.1/Add.13 [para. 10]"],
        ),
        (
            "la recomendación general núm. 26 del Comité para la Eliminación de la Discriminación contra la Mujer",
            &["recomendación general núm. 26 = CEDAW/C/2009/WP.1/R"],
        ),
        (
            "la observación general conjunta núm. 3 (2017) del Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares y núm. 22 (2017) del Comité de los Derechos del Niño",
            &[
                "observación general conjunta núm. 3 (2017) = CMW/C/GC/3",
                "núm. 22 (2017) = CRC/C/GC/22",
            ],
        ),
        (
            "El auditor, observación general núm. 32",
            &["observación general núm. 32 = general comment No. 32"],
        ),
        (
            "según la observación general núm. 32",
            &["observación general núm. 32 = CCPR/C/GC/32"],
        ),
        (
            "la observación general 31 del Comité de Derechos Humanos",
            &["observación general 31 = CCPR/C/21/Rev.1/Add.13"],
        ),
        (
            "observaciones generales núms. 6 (2005) y 14 (2013) del Comité de los Derechos del Niño",
            &[
                "observaciones generales núms. 6 (2005) = CRC/GC/2005/6",
                "14 (2013) = CRC/C/GC/14",
            ],
        ),
    ]);
    silent(&[
        "una observación general sobre 12 informes",
        "La recomendación general 5 de junio",
        "La recomendación general 12 años después",
        "El auditor, observación general 32, página 5",
        "las observaciones generales 12 y 13 de mayo",
        "la recomendación general 2024 del grupo",
        "la observación general",
    ]);
}
