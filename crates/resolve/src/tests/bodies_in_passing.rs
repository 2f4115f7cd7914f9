//! Bodies that a sentence names without their having adopted the number in it, and conferences that speak.

use super::*;

#[test]
fn a_body_named_in_passing_takes_no_number_of_an_organ() {
    means(
        "The Lake Chad Basin Commission met, as paragraph 26 of resolution 2349 (2017) of 31 March 2017 asks.",
        &["2349 (2017) = S/RES/2349 (2017), exists, date agrees"],
    );
    means(
        "We note what UNESCO does and UN resolution 76/16 of 6 December 2021.",
        &["76/16 = A/RES/76/16, unknown, date agrees"],
    );
}

#[test]
fn a_number_alone_is_settled_by_the_council_alone() {
    let settled = resolved("The Security Council met. Council resolution 2098 says so.");
    assert_eq!(settled.references[0].existence, crate::Existence::Exists);
    let open = resolved("Everybody knows what resolution 2098 says.");
    assert_eq!(open.references[0].existence, crate::Existence::Unknown);
}

#[test]
fn a_conference_speaks_of_its_own_numbers() {
    let text = "---\nsymbol: CBD/COP/DEC/16/32\n---\n\nRecalling decisions 15/4 and 15/5,\n\nRecalling also decisions X/2 and VII/16 F,";
    let found = resolved(text);
    let meanings: Vec<String> = found
        .references
        .iter()
        .filter_map(|reference| Some(reference.referent.as_ref()?.to_string()))
        .collect();
    let of = |number: &str| {
        format!("Conference of the Parties to the Convention on Biological Diversity: {number}")
    };
    assert_eq!(
        meanings,
        [of("15/4"), of("15/5"), of("X/2"), of("VII/16 F"),]
    );
}
