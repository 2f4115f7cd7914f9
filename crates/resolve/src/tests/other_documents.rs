//! Documents that have no United Nations symbol.

use super::*;
use crate::Existence;

#[track_caller]
fn corrected(text: &str, existence: Existence, meant: &str) {
    let found = resolved(text);
    let reference = &found.references[0];
    assert_eq!(
        reference.existence, existence,
        "{text}: {}",
        reference.reason
    );
    let texts: Vec<&str> = reference.corrections.iter().map(|one| &*one.text).collect();
    assert_eq!(texts.first(), Some(&meant), "{text}: {}", reference.reason);
}

#[test]
fn instruments_of_the_labour_organization_are_judged_by_the_list() {
    means(
        "ILO Convention No. 97 and the Plantations Convention, 1958 (No. 110).",
        &[
            "ILO Convention No. 97 = ILO Convention No. 97, exists",
            "Plantations Convention, 1958 (No. 110) = ILO Convention No. 110, exists",
        ],
    );
    for (text, meant) in [
        ("ILO Convention 97 of 1947.", "ILO Convention 97 of 1949"),
        (
            "ILO Convention No. 143 (1957).",
            "ILO Convention No. 143 (1975)",
        ),
        (
            "The Domestic Workers Convention, 2011 (No. 198).",
            "Domestic Workers Convention, 2011 (No. 189)",
        ),
        (
            "The Domestic Workers Convention, 2010 (No. 189).",
            "Domestic Workers Convention, 2011 (No. 189)",
        ),
        (
            "ILO Recommendation No. 201 (2010).",
            "ILO Recommendation No. 201 (2011)",
        ),
    ] {
        corrected(text, Existence::Impossible, meant);
    }
    let beyond = resolved("ILO Convention No. 291.");
    assert_eq!(beyond.references[0].existence, Existence::Impossible);
}

#[test]
fn mistyped_documents_of_other_organizations_are_corrected() {
    for (text, meant) in [
        ("COM 2011/743", "COM(2011) 743 final"),
        ("COM/2011/743", "COM(2011) 743 final"),
        ("COM (2011)743 final", "COM(2011) 743 final"),
        ("CP 2012(4)", "CP(2012)4"),
        ("CP/2012/4", "CP(2012)4"),
        ("Regulation (EU) No 2016/399", "Regulation (EU) 2016/399"),
    ] {
        corrected(&format!("See {text}, page 3."), Existence::Malformed, meant);
    }
}

#[test]
fn strokes_that_markdown_does_not_print_make_no_slip() {
    let found = resolved(r"See A\/HRC\/20\/24, and A\HRC\20\24.");
    let [escaped, mistyped] = &found.references[..] else {
        panic!("{:?}", found.references);
    };
    assert_ne!(escaped.existence, Existence::Malformed);
    assert_eq!(
        escaped.referent.as_ref().unwrap().to_string(),
        "A/HRC/20/24"
    );
    assert_eq!(mistyped.existence, Existence::Malformed);
}

#[test]
fn a_volume_that_others_do_not_know_is_in_doubt_and_never_impossible() {
    let series = |volume: u16, number: u32| {
        format!("United Nations, Treaty Series, vol. {volume}, No. {number}")
    };
    corrected(
        &series(2022, 39481),
        Existence::Unknown,
        &series(2220, 39481),
    );
    for (volume, number) in [(2220, 39481), (2899, 27531), (9, 120)] {
        let found = resolved(&series(volume, number));
        assert_eq!(found.references[0].reason, "", "{volume}, {number}");
    }
}

#[test]
fn a_volume_that_texts_print_with_its_number_exists() {
    for (pair, existence) in [
        ("vol. 2220, No. 39481", Existence::Exists),
        ("vol. 2899, No. 27531", Existence::Unknown),
    ] {
        let found = resolved(&format!("United Nations, Treaty Series, {pair}"));
        assert_eq!(found.references[0].existence, existence, "{pair}");
    }
}
