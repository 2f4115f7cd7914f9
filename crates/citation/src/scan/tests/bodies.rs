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
