//! Titles that the list does not have, and protocols by the title of their convention.

use super::check;

#[test]
fn a_recommendation_that_the_list_has_not_is_told_by_its_year_and_number() {
    check(
        "Recalling the Shipyard Safety Recommendation, 1928 (No. 33),",
        &["Shipyard Safety Recommendation, 1928 (No. 33) = ILO Recommendation No. 33 (1928)"],
    );
    for other in [
        "Recalling the Shipyard Safety Recommendation, 2019 (No. 33),",
        "Recalling the Shipyard Safety Recommendation (No. 33),",
        "Recalling the Shipyard Safety Convention, 1928 (No. 999),",
    ] {
        check(other, &[]);
    }
}

#[test]
fn a_year_may_stand_behind_of() {
    check(
        "States ratified the Minimum Age Convention of 1973 (No. 138), and",
        &["Minimum Age Convention of 1973 (No. 138) = Minimum Age Convention, 1973 (No. 138)"],
    );
}

#[test]
fn a_protocol_amends_the_convention_that_is_called_the_organizations() {
    let protocol = "Protocol of 2014 to the Forced Labour Convention, 1930";
    check(
        "States ratified the 2014 Protocol to the ILO Forced Labour Convention, 1930 (No. 29).",
        &[&format!(
            "2014 Protocol to the ILO Forced Labour Convention, 1930 (No. 29) = {protocol}"
        )],
    );
}

#[test]
fn a_title_may_have_its_year_behind_of() {
    check(
        "the Freedom of Association and Protection of the Right to Organise Convention of 1948 and the Addis Convention of 1949",
        &[
            "Freedom of Association and Protection of the Right to Organise Convention of 1948 = Freedom of Association and \
             Protection of the Right to Organise Convention, 1948 (No. 87)",
        ],
    );
}
