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
    ] {
        assert_eq!(read(text), [wanted], "{text}");
    }
    silent(&[
        "et le Protocole facultatif, ainsi",
        "en su Protocolo Facultativo",
    ]);
}
