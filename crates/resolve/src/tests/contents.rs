//! Numbers before the titles of the texts that a draft prints, or lists in its contents.

use super::means;
use super::voices::named;

#[test]
fn the_organ_of_the_session_has_adopted_them() {
    named(
        "General Assembly\nSixty-first session\n\nContents\n\n61/3. Help for farmers .... 5\n61/4. Care of wells .... 7\n61/408. Election of members .... 9\n",
        &["A/RES/61/3", "A/RES/61/4", "A/DEC/61/408"],
    );
    named(
        "General Assembly\nSeventy-seventh session\n\nHuman Rights Council\nFifty-first session\n\n51/2. Rights of farmers\n\n51/3. Water\n",
        &["A/HRC/RES/51/2", "A/HRC/RES/51/3"],
    );
    named(
        "---\nsymbol: A/61/49\n---\n\n61/3. Помощь фермерам\n\n61/408. Выборы членов\n",
        &["A/RES/61/3", "A/DEC/61/408"],
    );
}

#[test]
fn a_line_above_announces_them() {
    named(
        "Resolutions adopted by the United Nations Environment Assembly\n\n3/1. Clean rivers\n3/2. Clean soil\n\n3/3. Clean air\n",
        &[
            "United Nations Environment Assembly: 3/1",
            "United Nations Environment Assembly: 3/2",
            "United Nations Environment Assembly: 3/3",
        ],
    );
    named(
        "Resolutions adopted without a vote\n\n61/3 Help for farmers\n61/4 Care of wells\n61/5 Roads\n",
        &["A/RES/61/3", "A/RES/61/4", "A/RES/61/5"],
    );
}

#[test]
fn a_report_on_a_session_means_its_own() {
    named(
        "Commission on Narcotic Drugs\nReport on the sixty-second session\n\nResolution 62/1 Care of users  3\n\nSee resolution 61/1 of 1 December 2006.\n",
        &["Commission on Narcotic Drugs: 62/1", "A/RES/61/1"],
    );
}

#[test]
fn decisions_of_the_assembly_are_told_by_their_numbers() {
    named(
        "61/408. Election of members\n\n61/409. Выборы членов\n",
        &["A/DEC/61/408", "A/DEC/61/409"],
    );
}

#[test]
fn one_figure_may_be_a_session() {
    named(
        "---\nsymbol: UNEP/EA.3/Res.2\n---\n\n3/2. Clean soil\n",
        &["UNEP/EA.3/Res.2"],
    );
}

#[test]
fn numbers_of_something_else_are_none() {
    for text in [
        "1/2. First step\n\n1/3. Second step\n",
        "61/3. Help for farmers\n\n61/41. Care\n",
        "General Assembly\nSixty-first session\n\n12/5. Meeting of the bureau\n",
        "Resolutions adopted by the club\n\n1/2. First step\n",
    ] {
        means(text, &[]);
    }
}
