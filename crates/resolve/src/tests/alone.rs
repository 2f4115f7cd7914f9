//! Numbers that nothing beside them announces, in drafts that name the body and in drafts that do not.

use super::means;

#[test]
fn a_number_is_that_of_the_body_that_the_draft_names() {
    const STATED: &str = "By 418 (1977) of 4 November 1977 the embargo became binding.";
    means(STATED, &[]);
    means(
        &format!("II. THE SECURITY COUNCIL\n\n{STATED}"),
        &["418 (1977) = S/RES/418 (1977), exists, date agrees"],
    );
}

#[test]
fn a_number_opens_a_block() {
    means(
        "The General Assembly spoke.\n\n2231 (XXI) called for talks.\n\n64/292 of 28 July 2010 recognized the right.",
        &[
            "2231 (XXI) = A/RES/2231 (XXI), unknown",
            "64/292 = A/RES/64/292, exists, date agrees",
        ],
    );
    means(
        "2231 (XXI) seats were sold.\n\n64/292 of 27 July 2010 sold.",
        &[],
    );
}

#[test]
fn an_opinion_is_that_of_the_working_group_that_the_draft_names() {
    const CITING: &str = "See opinions Nos. 28/2014 and 1/2020, para. 53.";
    means(CITING, &[]);
    means(
        &format!("The Working Group on Arbitrary Detention met.\n\n{CITING}"),
        &[
            "28/2014 = A/HRC/WGAD/2014/28, unknown",
            "1/2020 = A/HRC/WGAD/2020/1, unknown",
        ],
    );
}
