//! Whose Roman numbers are, and numbers in parentheses further on in a list.

use crate::families::test::{finds, read};

#[test]
fn a_roman_number_is_the_committees_on_racial_discrimination_only_where_that_is_spoken_of() {
    let is_its = |text: &str| {
        let found = read(text);
        found.iter().any(|one| {
            one.contains(" = CERD/C/") || one.contains("= Committee on the Elimination of Racial")
        })
    };
    for own in [
        "Under CERD, States report on general recommendation XXX.",
        "The convention on the Elimination of Racial Discrimination binds all. See General Recommendation XXXI.",
    ] {
        assert!(is_its(own), "{own}: {:?}", read(own));
    }
    for anothers in [
        "The auditor\u{2019}s general recommendation II is old.",
        "The River Unit, in its general recommendation III, said so.",
        "See General Recommendation VII of ECRI. ",
        "CERD met. See General Recommendation VII of ECRI.",
        "General recommendation II: States should improve the registers.",
        "The Committee on the Elimination of Discrimination against Women met in May. It adopted General Recommendation XIX.",
        "See general recommendation XXI on equality in marriage.",
        "CERD and CEDAW met. See general recommendation XXI on equality.",
        "CERD met in May.\n\nSee general recommendation XXI on equality.",
    ] {
        assert!(!is_its(anothers), "{anothers}: {:?}", read(anothers));
    }
}

#[test]
fn a_number_in_parentheses_behind_a_list_may_be_a_titles() {
    let comments = |text: &str| {
        let found = read(text);
        let is_of_parenthesis = |one: &&String| one.starts_with("No. ");
        found.iter().filter(is_of_parenthesis).count()
    };
    for silent in [
        "general comment No. 18 (2005), the Boats Treaty (No. 29 (1930))",
        "rivers (general comment No. 5 (2003)), the bank study (No. 24 (2017)) and the manual (No. 6 (2005))",
        "rivers (general comment No. 5 (2003)) and the Boats Agreement (No. 6 (2005))",
        "rivers (general comment No. 5 (2003)) and lakes (No. 24 (2017))",
    ] {
        assert_eq!(comments(silent), 0, "{silent}: {:?}", read(silent));
    }
    finds(
        "rivers (general comment No. 5 (2003)) and lakes (No. 6 (2005))",
        &[
            "general comment No. 5 (2003) = CRC/GC/2003/5",
            "No. 6 (2005) = CRC/GC/2005/6",
        ],
    );
}

#[test]
fn no_number_is_sought_further_back_than_lists_are_long() {
    let list = format!(
        "general comment No. 5 (2003){}",
        ", No. 6 (2005)".repeat(100)
    );
    // The last whose noun is near enough reads the rest of its dozen.
    assert_eq!(read(&list).len(), 36);
}

#[test]
fn the_committee_beside_a_number_decides_before_its_year() {
    finds(
        "The Committee on the Rights of the Child, general comment No. 12 (1999), and",
        &["general comment No. 12 (1999) = CRC/C/GC/12"],
    );
    // The committee stands beside the second alone.
    finds(
        "general comments No. 12 (1999) and No. 14 (2013) of the Committee on the Rights of the Child",
        &[
            "general comments No. 12 (1999) = E/C.12/1999/5",
            "14 (2013) = CRC/C/GC/14",
        ],
    );
}

#[test]
fn a_committee_behind_the_title_is_that_of_its_number() {
    finds(
        "general comment No. 36 (2018) on the right to life of the Human Rights Committee, general comment No. 14 (2013) \
         on the right of the child to have his or her best interests heard of the Committee on the Rights of the Child, \
         and general comment No. 7 (2018) on participation, of the Committee on the Rights of Persons with Disabilities",
        &[
            "general comment No. 36 (2018) = CCPR/C/GC/36",
            "general comment No. 14 (2013) = CRC/C/GC/14",
            "general comment No. 7 (2018) = CRPD/C/GC/7",
        ],
    );
    finds(
        "general comment No. 36 (2018) on life of the Human Rights Committee, general comment No. 26 (2023) on the climate,",
        &[
            "general comment No. 36 (2018) = CCPR/C/GC/36",
            "general comment No. 26 (2023) = CRC/C/GC/26",
        ],
    );
    finds(
        "In the view of the Human Rights Committee, general comment No. 31, para. 8, says all.",
        &["general comment No. 31 = CCPR/C/21/Rev.1/Add.13 [para. 8]"],
    );
}
