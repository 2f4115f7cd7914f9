//! Names that two instruments share, and figures behind the acronyms of treaties.

use super::{means, resolved};

#[test]
fn the_year_or_the_subject_tells_the_rarer_of_two_namesakes() {
    const CHILDREN: &str = "Paris Principles: Principles and Guidelines on Children Associated with Armed Forces or Armed Groups";
    const INSTITUTIONS: &str = "Principles relating to the Status of National Institutions for the Promotion and Protection of Human Rights";
    for (text, title) in [
        (
            "In line with the Paris Principles (2007), troops are trained.",
            CHILDREN,
        ),
        ("States endorsed the 2007 Paris Principles.", CHILDREN),
        (
            "The Paris Principles on the reintegration of children are endorsed.",
            CHILDREN,
        ),
        (
            "The Paris Principles (1993) ask for pluralism.",
            INSTITUTIONS,
        ),
        ("Ombudspersons rest on the Paris Principles.", INSTITUTIONS),
    ] {
        means(text, &[&format!("Paris Principles = {title}, exists")]);
    }
}

#[test]
fn a_figure_behind_the_acronym_of_a_treaty_may_be_its_article() {
    let places = |text: &str| -> Vec<String> {
        let found = resolved(text);
        let place = |one: &crate::Reference| one.pinpoint.as_ref().map(ToString::to_string);
        found.references.iter().filter_map(place).collect()
    };
    assert_eq!(
        places("It breaches several duties (CRC 12; ICCPR 9.3 and 10; CEDAW 2(f))."),
        ["art. 12", "arts. 9.3 and 10", "art. 2 (f)"]
    );
    for text in [
        "Ratifications: CRC 54, ICCPR 53.",
        "CRC 55; ICCPR 99.",
        "The CRC 12 years on",
        "CEDAW 3 reports, CRC 8 reports.",
        "CRC 12 (no)",
    ] {
        assert_eq!(places(text), Vec::<String>::new(), "{text}");
    }
}
