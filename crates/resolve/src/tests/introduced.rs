//! Acronyms that a draft introduces for instruments which go by none in the catalogue.

use super::*;

const MUNITIONS: &str = "Convention on Cluster Munitions = Convention on Cluster Munitions, exists";

#[test]
fn an_acronym_is_what_the_draft_has_introduced_it_for() {
    for introduced in ["(CCM)", "(the “CCM”)", "(hereinafter “CCM”)"] {
        means(
            &format!(
                "The Convention on Cluster Munitions {introduced} is one.\n\nArticle 5 of the CCM helps victims, and \
                 article 6 CCM their States."
            ),
            &[
                MUNITIONS,
                "CCM = Convention on Cluster Munitions, exists",
                "CCM = Convention on Cluster Munitions, exists",
            ],
        );
    }
    let resolved = resolved(
        "The Convention on Cluster Munitions (CCM) is one. Article 5 of the CCM helps victims. See CCM article 6.",
    );
    let places = resolved
        .references
        .iter()
        .filter_map(|one| one.pinpoint.as_ref());
    let places: Vec<String> = places.map(ToString::to_string).collect();
    assert_eq!(places, ["art. 5", "art. 6"]);
}

#[test]
fn an_acronym_is_nothing_before_it_is_introduced() {
    means(
        "Article 5 of the CCM helps victims.\n\nThe Convention on Cluster Munitions (CCM) is one.",
        &[MUNITIONS],
    );
}

#[test]
fn an_acronym_beside_a_title_may_be_anothers() {
    for introduced in [
        "The Support Unit of the Convention on Cluster Munitions (SU)",
        "The Coordination Committee of the Convention on Cluster Munitions (CC)",
        "The Meeting on the Convention on Cluster Munitions, held in Lomé (CCM)",
    ] {
        let short = introduced.rsplit(['(', ')']).nth(1).unwrap_or_default();
        means(
            &format!("{introduced} met.\n\nIn article 3 of the {short} it says so."),
            &[MUNITIONS],
        );
    }
}

#[test]
fn an_acronym_introduced_twice_or_within_a_longer_name_is_left_open() {
    means(
        "The Convention on Cluster Munitions (CCM) and the Committee on Cedar Mills (CCM) met.\n\nArticle 3 of the CCM.",
        &[MUNITIONS],
    );
    means(
        "The Convention on Cluster Munitions (CCM) is one.\n\nThe CCM Coordination Committee and CCM/CONF met.",
        &[MUNITIONS],
    );
}
