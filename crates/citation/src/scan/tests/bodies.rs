//! Whose a number is where names stand before it that are none of its body.

use super::finds;

/// "and" behind what an instrument is called begins something else.
#[test]
fn a_treaty_before_a_body_is_no_part_of_its_name() {
    finds(
        "the Harbour Convention and Assembly resolution 62/101",
        &["Harbour Convention = title", "62/101 = A/RES/62/101"],
    );
}

#[test]
fn a_special_session_is_that_of_a_body_that_holds_such() {
    finds(
        "resolution S-30/1, which guides the Commission on Narcotic Drugs; Commission on Human Rights resolution S-3/1",
        &["S-30/1 = A/RES/S-30/1", "S-3/1 = E/CN.4/RES/S-3/1"],
    );
}

#[test]
fn the_acronym_of_a_body_has_a_possessive() {
    finds(
        "HRC resolution 53/9, the GA's resolution 40/34, UNGA\u{2019}s landmark resolution 60/1 and ECOSOC's resolution 2005/20",
        &[
            "53/9 = A/HRC/RES/53/9",
            "40/34 = A/RES/40/34",
            "60/1 = A/RES/60/1",
            "2005/20 = E/RES/2005/20",
        ],
    );
}

#[test]
fn the_conference_of_a_treaty_decides_what_stands_in_parentheses_behind_it() {
    finds(
        "the Convention on Biological Diversity (decisions 15/4 and 16/22)",
        &[
            "Convention on Biological Diversity = title",
            "15/4 = CBD/COP/DEC/15/4",
            "16/22 = CBD/COP/DEC/16/22",
        ],
    );
}

#[test]
fn a_body_is_named_behind_the_place_in_its_decision() {
    finds(
        "Noting decision 15/4, target 7, of the United Nations Environment Assembly",
        &["15/4 = United Nations Environment Assembly [target 7]"],
    );
}
