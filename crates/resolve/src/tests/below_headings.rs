//! Numbers that begin the blocks below a heading or a line that announces them.

use super::*;

#[test]
fn a_heading_announces_the_numbers_of_its_list() {
    means(
        "## Resolutions adopted by the General Assembly\n\n- 78/1 A title\n- **78/2** Another one\n",
        &["78/1 = A/RES/78/1, exists", "78/2 = A/RES/78/2, exists"],
    );
    means(
        "Decisions taken:\n\n- 78/553\n- 78/554\n",
        &[
            "78/553 = A/DEC/78/553, exists",
            "78/554 = A/DEC/78/554, unknown",
        ],
    );
    means(
        "The following Security Council resolutions are in force:\n\n- 1325 (2000) on women\n- 2250 (2015), on youth\n",
        &[
            "1325 (2000) = S/RES/1325 (2000), exists",
            "2250 (2015) = S/RES/2250 (2015), exists",
        ],
    );
    means(
        "Resolutions and decisions\n\n78/1\n\n78/553\n",
        &["78/1 = A/RES/78/1, exists", "78/553 = A/DEC/78/553, exists"],
    );
}

#[test]
fn other_lines_below_a_heading_end_its_list() {
    for text in [
        "## Decisions\n\nThe team met often.\n\n- 78/12\n",
        "## Decisions of the meeting\n\n- 24/7 coverage\n- 15/10 is the day\n- 1/2 of the budget\n",
        "- 78/553\n- 78/554\n",
    ] {
        means(text, &[]);
    }
}
