//! Numbers beside the names of conferences and of bodies that do not number their texts so.

use super::*;

#[test]
fn special_sessions_are_those_of_organs() {
    means(
        "The Programme of Action of the International Conference on Population and Development (resolution S-21/2, annex).",
        &[
            "Programme of Action of the International Conference on Population and Development = Programme of Action of the International Conference on Population and Development, exists",
            "S-21/2 = A/RES/S-21/2, unknown",
        ],
    );
}

#[test]
fn roman_numerals_are_not_given_to_a_body_that_writes_figures() {
    let read = resolved(
        "At its session, UNEA adopted resolution 6/9; the Framework (resolution V/1) followed.",
    );
    let last = read.references.last().and_then(|one| one.referent.clone());
    assert_eq!(last, None);
    means(
        "The Conference of the Parties to the Convention on Biological Diversity met; decision X/2 followed.",
        &[
            "Convention on Biological Diversity = Convention on Biological Diversity, exists",
            "X/2 = Conference of the Parties to the Convention on Biological Diversity: X/2, unknown",
        ],
    );
}
