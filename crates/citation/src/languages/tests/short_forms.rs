//! Nouns that stand for an instrument.

use super::*;

#[test]
fn nouns_are_read_with_their_place() {
    for (text, wanted) in [
        (
            "Selon l'article 47 de la Charte, rien.",
            "Charte = back [art. 47]",
        ),
        (
            "Selon l’article 47 de la Charte, le Comité agit.",
            "Charte = back [art. 47]",
        ),
        (
            "el artículo 44 de la Convención prevé informes",
            "Convención = back [art. 44]",
        ),
        ("статье 14 Пакта, и", "Пакта = back [art. 14]"),
        ("《公约》第六条", "公约 = back [art. 6]"),
    ] {
        assert_eq!(read(text), [wanted], "{text}");
    }
}

#[test]
fn a_protocol_may_be_that_of_the_treaty_before() {
    for (text, wanted) in [
        (
            "et le Protocole facultatif s’y rapportant, ainsi",
            "Protocole facultatif = back",
        ),
        (
            "y su Protocolo Facultativo, que",
            "Protocolo Facultativo = back",
        ),
        (
            "и Факультативный протокол к ней, а",
            "Факультативный протокол = back",
        ),
        ("及其《任择议定书》", "任择议定书 = back"),
        (
            "le Pacte, son Protocole facultatif et",
            "Protocole facultatif = back",
        ),
        (
            "ainsi que ses Protocoles facultatifs.",
            "Protocoles facultatifs = back",
        ),
        ("وبروتوكولها الاختياري", "بروتوكولها الاختياري = back"),
        (
            "批准《公约》第二项任择议定书，",
            "《公约》第二项任择议定书 = back",
        ),
        (
            "Протокол к ней 1967 года остаются",
            "Протокол к ней 1967 года = back",
        ),
    ] {
        assert_eq!(read(text), [wanted], "{text}");
    }
    silent(&[
        "et le Protocole facultatif, ainsi",
        "en su Protocolo Facultativo",
    ]);
}

#[test]
fn a_protocol_may_be_that_of_a_treaty_by_its_noun() {
    for (text, token) in [
        (
            "le Protocole facultatif se rapportant à la Convention et",
            "Protocole facultatif se rapportant à la Convention",
        ),
        (
            "le deuxième Protocole facultatif se rapportant au Pacte, que",
            "deuxième Protocole facultatif se rapportant au Pacte",
        ),
        (
            "el Segundo Protocolo Facultativo del Pacto, destinado",
            "Segundo Protocolo Facultativo del Pacto",
        ),
        (
            "второй Факультативный протокол к Пакту, направленный",
            "второй Факультативный протокол к Пакту",
        ),
        (
            "البروتوكول الاختياري الثاني الملحق بالعهد،",
            "البروتوكول الاختياري الثاني الملحق بالعهد",
        ),
    ] {
        assert_eq!(read(text), [format!("{token} = back")], "{text}");
    }
    silent(&["le Protocole facultatif à la Convention relative aux fleuves"]);
}

#[test]
fn a_year_tells_an_instrument_from_its_like() {
    for (text, wanted) in [
        (
            "la Convention de Lima et son Protocole de 1967, que",
            "Protocole de 1967 = back",
        ),
        (
            "el artículo 3 del Protocolo de 1967 dispone",
            "Protocolo de 1967 = back [art. 3]",
        ),
        (
            "и Протокол к ней 1967 года, а",
            "Протокол к ней 1967 года = back",
        ),
    ] {
        assert_eq!(read(text).last().unwrap(), wanted, "{text}");
    }
    silent(&[
        "le Protocole de 1967 relatif aux fleuves",
        "CONVENTION 1967",
    ]);
}

#[test]
fn the_article_of_the_said_treaty_is_its_own() {
    finds(
        "selon l’article 25 dudit Pacte,",
        &["Pacte = back [art. 25]"],
    );
}
