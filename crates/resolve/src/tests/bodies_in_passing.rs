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

#[test]
fn a_body_that_advises_or_inquires_takes_no_number() {
    for (text, wanted) in [
        (
            "The Ad Hoc Committee on quiet rivers, which is based on resolution 6/21, met.",
            "6/21 = A/HRC/RES/6/21, exists",
        ),
        (
            "The Commission of Experts met. The mandate was prolonged by the Commission in resolution 1995/57.",
            "1995/57 = E/RES/1995/57, unknown",
        ),
        (
            "The Committee met often, as resolution 6/21 asks.",
            "6/21 = A/HRC/RES/6/21, exists",
        ),
    ] {
        let found = resolved(text);
        let lines: Vec<_> = found.references.iter().map(|one| line(text, one)).collect();
        let meaning = |line: &str| line.split(',').next().unwrap_or_default().to_owned();
        assert_eq!(
            lines.iter().map(|line| meaning(line)).collect::<Vec<_>>(),
            [meaning(wanted)]
        );
    }
}

#[test]
fn numbers_without_a_name_are_the_addressees_of_a_document_on_human_rights() {
    for (symbol, text, wanted) in [
        (
            "A/HRC/54/70",
            "The mandate of resolution 47/21 goes on.",
            "A/HRC/RES/47/21",
        ),
        (
            "A/HRC/46/70",
            "The mandate of resolution 47/21 goes on.",
            "A/RES/47/21",
        ),
        (
            "A/HRC/54/70",
            "The mandate of resolution 47/121 goes on.",
            "A/RES/47/121",
        ),
        (
            "A/HRC/54/70",
            "The work goes back to the Commission, which spoke of it in resolution 1993/20.",
            "E/CN.4/RES/1993/20",
        ),
        (
            "E/CN.4/Sub.2/1996/2",
            "The Commission on Quiet Rivers met. By resolution 1992/73 the Commission requested a study.",
            "E/CN.4/RES/1992/73",
        ),
        (
            "A/77/10",
            "The mandate of resolution 47/21 goes on.",
            "A/RES/47/21",
        ),
    ] {
        let text = format!("---\nsymbol: {symbol}\n---\n\n{text}");
        let found = resolved(&text);
        let numbers = found
            .references
            .iter()
            .filter(|one| one.kind == citation::Kind::Number);
        let meanings: Vec<String> = numbers
            .filter_map(|one| Some(one.referent.as_ref()?.to_string()))
            .collect();
        assert_eq!(meanings, [wanted], "{text}");
    }
}
