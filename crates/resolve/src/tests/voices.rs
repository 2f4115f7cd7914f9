//! Whose "its" is: the words of the nearest enacting line, or the subject that follows.

use super::*;

/// What the numbers of `text` mean, without their verdicts.
#[track_caller]
fn named(text: &str, wanted: &[&str]) {
    let found = resolved(text);
    let meanings: Vec<String> = found
        .references
        .iter()
        .map(|one| {
            let referent = one.referent.as_ref();
            referent.map_or_else(String::new, ToString::to_string)
        })
        .collect();
    assert_eq!(meanings, wanted, "{text}");
}

#[test]
fn the_nearest_enacting_line_speaks() {
    named(
        "The General Assembly,\n\nRecalling its resolution 70/1,\n\nThe Commission on Narcotic Drugs,\n\n\
         Recalling its resolutions 45/14 and 53/6,\n",
        &[
            "A/RES/70/1",
            "Commission on Narcotic Drugs: 45/14",
            "Commission on Narcotic Drugs: 53/6",
        ],
    );
    named(
        "Statistical Commission\nReport on the fifty-fifth session\n\nIt recalled its own decisions 47/101 and 51/101.\n",
        &[
            "Statistical Commission: 47/101",
            "Statistical Commission: 51/101",
        ],
    );
}

#[test]
fn the_subject_that_follows_takes_the_number() {
    for (text, wanted) in [
        (
            "In its resolution 5/14, the United Nations Environment Assembly decided to convene a committee.",
            "United Nations Environment Assembly: 5/14",
        ),
        (
            "In resolution 63/1, the Commission on Narcotic Drugs welcomed the report.",
            "Commission on Narcotic Drugs: 63/1",
        ),
        (
            "By its decision 2004/117, the Commission on Human Rights asked for a study.",
            "E/CN.4/DEC/2004/117",
        ),
        (
            "In resolution 75/233, the Commission on Narcotic Drugs is invited to contribute.",
            "A/RES/75/233",
        ),
    ] {
        named(text, &[wanted]);
    }
}

#[test]
fn the_era_of_a_number_tells_the_councils_apart() {
    for (text, wanted) in [
        (
            "See Council decision 51 (LVII) of 31 July 1974.",
            "E/DEC/51 (LVII)",
        ),
        (
            "The Council decided (decision 2023/328) to approve it.",
            "E/DEC/2023/328",
        ),
        (
            "The Council adopted President's statement PRST/8/1.",
            "A/HRC/PRST/8/1",
        ),
        (
            "The Commission on Human Rights adopted resolution 4 (XXXIII).",
            "E/CN.4/RES/4 (XXXIII)",
        ),
    ] {
        named(text, &[wanted]);
    }
}

#[test]
fn a_committee_means_its_own_comments() {
    for (symbol, text, wanted) in [
        (
            "CEDAW/C/FRA/Q/9",
            "see general recommendation No. 19 on violence",
            "Committee on the Elimination of Discrimination against Women: general recommendation No. 19",
        ),
        (
            "CRC/C/PER/CO/6-7",
            "In the light of its general comment No. 10 (2007),",
            "CRC/C/GC/10",
        ),
        (
            "CRC/C/PER/CO/6-7",
            "In the light of general recommendation No. 19,",
            "general recommendation No. 19",
        ),
    ] {
        let head = format!("United Nations\n\n{symbol}\n\nDistr.: General\n3 April 2023\n\n");
        let found = resolved(&format!("{head}{text}\n"));
        let last = found.references.last().and_then(|one| one.referent.clone());
        assert_eq!(
            last.map(|last| last.to_string()).as_deref(),
            Some(wanted),
            "{text}"
        );
    }
}
