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
        &["76/16 = A/RES/76/16, exists, date agrees"],
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
    means(
        "The Ad Hoc Committee on quiet rivers, which is based on resolution 6/21, met.",
        &["6/21 = A/HRC/RES/6/21, unknown"],
    );
    means(
        "The Commission of Experts met. The mandate was prolonged by the Commission in resolution 1995/57.",
        &["1995/57 = E/RES/1995/57, unknown"],
    );
    means(
        "The Committee met often, as resolution 6/21 asks.",
        &["6/21 = A/HRC/RES/6/21, unknown"],
    );
}

#[test]
fn a_name_that_begins_that_of_a_body_which_adopts_may_take_a_number() {
    means(
        "In its decision 4/101, the Committee of Experts welcomed the map.",
        &["4/101 = Committee of Experts: 4/101, unknown"],
    );
    means(
        "The Committee of Experts on Global Geospatial Information Management met. In its decision 4/101, the Committee of \
         Experts welcomed the map.",
        &[
            "4/101 = Committee of Experts on Global Geospatial Information Management: 4/101, unknown",
        ],
    );
}

#[test]
fn the_decisions_of_the_human_rights_council_begin_with_101() {
    means(
        "The Standing Committee met. By decision 12/3 the Committee closed the file.",
        &["12/3 = nothing, unknown"],
    );
    means(
        "The file was closed by decision 12/103.",
        &["12/103 = A/HRC/DEC/12/103, unknown"],
    );
}

#[test]
fn a_council_with_numbers_of_its_own_leaves_the_security_councils_alone() {
    let both = "The Security Council met. The Council of the International Organization for Migration met.";
    means(
        &format!("{both} The Council, in resolution 1325, spoke of rivers."),
        &["1325 = S/RES/1325 (2000), exists"],
    );
    means(
        &format!("{both} The Council, in its resolution 1113 (LXXXVIII), spoke of rivers."),
        &[
            "1113 (LXXXVIII) = Council of the International Organization for Migration: 1113 (LXXXVIII), unknown",
        ],
    );
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
            "The Committee on Quiet Rivers met. By resolution 1992/73 the Commission requested a study.",
            "E/CN.4/RES/1992/73",
        ),
        (
            "A/HRC/54/70",
            "The Commission on Population and Development met. In its resolution 2006/2, the Commission welcomed it.",
            "Commission on Population and Development: 2006/2",
        ),
        (
            "A/HRC/54/70",
            "The Commission on Narcotic Drugs met. Commission resolution 5 (XXIX) says so.",
            "Commission on Narcotic Drugs: 5 (XXIX)",
        ),
        (
            "A/HRC/54/70",
            "The Economic Commission for Africa met. By resolution 718 (XXVI), the Commission asked for it.",
            "Economic Commission for Africa: 718 (XXVI)",
        ),
        (
            "A/HRC/58/40",
            "The Convention on the Rights of the Child (resolution 44/25, annex) binds.",
            "A/RES/44/25",
        ),
        (
            "A/HRC/58/40",
            "The Millennium Declaration (see resolution 55/2) says so.",
            "A/RES/55/2",
        ),
        (
            "A/HRC/WG.6/42/ABC/2",
            "The mandate of resolution 41/21 goes on.",
            "A/RES/41/21",
        ),
        (
            "A/HRC/AC/28/2",
            "The mandate of resolution 27/21 goes on.",
            "A/HRC/RES/27/21",
        ),
        (
            "A/HRC/S-1/3",
            "The mandate of resolution 53/21 goes on.",
            "A/RES/53/21",
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
