//! Whose "its" is: the words of the nearest enacting line, or the subject that follows.

use super::*;

/// What the numbers of `text` mean, without their verdicts.
#[track_caller]
pub(super) fn named(text: &str, wanted: &[&str]) {
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
            "In its resolution 5/14, the United Nations Environment Assembly also took note of the report.",
            "United Nations Environment Assembly: 5/14",
        ),
        (
            "In resolution 63/1, the Commission on Narcotic Drugs has, inter alia, adopted a plan.",
            "Commission on Narcotic Drugs: 63/1",
        ),
    ] {
        named(text, &[wanted]);
    }
}

#[test]
fn a_subject_that_is_acted_on_takes_no_number() {
    for (text, wanted) in [
        (
            "In resolution 75/233, the Commission on Narcotic Drugs is invited to contribute.",
            "A/RES/75/233",
        ),
        (
            "By its resolution 1995 (XIX) of 30 December 1964, the United Nations Conference on Trade and Development was established as an organ of the General Assembly.",
            "A/RES/1995 (XIX)",
        ),
        (
            "By its resolution 55/2, the Economic and Social Council was asked to act.",
            "A/RES/55/2",
        ),
        (
            "In resolution 55/2, the Commission on Narcotic Drugs should find guidance.",
            "A/RES/55/2",
        ),
        (
            "In resolution 55/25, the Commission on Crime Prevention and Criminal Justice may be requested to act.",
            "A/RES/55/25",
        ),
        (
            "By resolution 61/16, the Economic and Social Council must hold reviews.",
            "A/RES/61/16",
        ),
        (
            "In resolution 60/1, the Commission on Narcotic Drugs received a mandate.",
            "A/RES/60/1",
        ),
        (
            "By its resolution 60/251, the Commission on Human Rights had been replaced.",
            "A/RES/60/251",
        ),
        (
            "In resolution 60/251, the Commission on Human Rights established in 1946 gave way to a council.",
            "A/RES/60/251",
        ),
        (
            "By its resolution 75/233, the Commission on Narcotic Drugs requested by States reports.",
            "A/RES/75/233",
        ),
        (
            "In resolution 61/16, the Economic and Social Council took part.",
            "A/RES/61/16",
        ),
    ] {
        named(text, &[wanted]);
    }
}

#[test]
fn a_body_that_is_acted_on_leaves_the_number_its_candidates() {
    for (text, wanted) in [
        (
            "By its resolution 1992/1, the Commission on Crime Prevention and Criminal Justice was established.",
            "E/RES/1992/1",
        ),
        (
            "In its resolution 2022/12, the Commission on Narcotic Drugs was asked to report.",
            "E/RES/2022/12",
        ),
    ] {
        let found = resolved(text);
        let candidates = found.references[0].candidates.iter();
        let named = found.references[0].referent.iter();
        let possible: Vec<String> = candidates.chain(named).map(ToString::to_string).collect();
        assert!(
            possible.iter().any(|one| one == wanted),
            "{text}: {possible:?}"
        );
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
            "The Committee, in its general comment No. 6, held so.",
            "CRC/GC/2005/6",
        ),
        (
            "CCPR/C/GBR/CO/8",
            "The Committee draws attention to general comment No. 6 on life.",
            "Human Rights Committee: general comment No. 6",
        ),
        (
            "CAT/C/GBR/CO/6",
            "see general comments Nos. 2 and 4",
            "CAT/C/GC/4",
        ),
    ] {
        of_document(symbol, text, wanted);
    }
}

#[test]
fn a_comment_that_may_be_of_another_committee_stays_open() {
    for (symbol, text, wanted) in [
        (
            "CRC/C/PER/CO/6-7",
            "In the light of general recommendation No. 19,",
            "general recommendation No. 19",
        ),
        (
            "CRC/C/GBR/CO/5",
            "The Committee agrees with general comment No. 6, in which the Human Rights Committee held so.",
            "general comment No. 6",
        ),
        (
            "CRC/C/GBR/CO/5",
            "The Human Rights Committee disagreed. The Committee, in its general comment No. 6, held so.",
            "general comment No. 6",
        ),
        (
            "CRC/C/GBR/CO/5",
            "The Committee has read CESCR and general comment No. 3.",
            "general comment No. 3",
        ),
        (
            "CRC/C/GBR/CO/5",
            "The auditor published its general comments Nos. 6 and 7.",
            "general comment No. 7",
        ),
        (
            "CAT/C/GBR/CO/6",
            "see general comment No. 20 on torture",
            "general comment No. 20",
        ),
        (
            "CAT/C/GBR/CO/6",
            "see general comment No. 4 (2009)",
            "general comment No. 4 (2009)",
        ),
        (
            "CRC/C/85/D/104/2019",
            "the State party general comment No. 29",
            "general comment No. 29",
        ),
        (
            "CMW/C/MEX/CO/3",
            "see general comment No. 22",
            "general comment No. 22",
        ),
        (
            "CED/C/MEX/CO/1",
            "see general comment No. 5",
            "general comment No. 5",
        ),
        (
            "CRPD/C/MEX/CO/2",
            "see general comments Nos. 10 and 14",
            "general comment No. 14",
        ),
        (
            "CAT/OP/FRA/2",
            "see general comment No. 1",
            "general comment No. 1",
        ),
    ] {
        of_document(symbol, text, wanted);
    }
}

/// Whose the last reference of `text` is in the document `symbol`.
#[track_caller]
fn of_document(symbol: &str, text: &str, wanted: &str) {
    let head = format!("United Nations\n\n{symbol}\n\nDistr.: General\n3 April 2023\n\n");
    let found = resolved(&format!("{head}{text}\n"));
    let last = found.references.last().and_then(|one| one.referent.clone());
    let last = last.map(|last| last.to_string());
    assert_eq!(last.as_deref(), Some(wanted), "{symbol}: {text}");
}

#[test]
fn the_committee_to_which_a_draft_without_a_symbol_is_submitted_is_its_committee() {
    for (head, wanted) in [
        ("Submission to the Committee against Torture", "CAT/C/GC/4"),
        (
            "Information for the attention of the Committee against Torture",
            "CAT/C/GC/4",
        ),
        (
            "Briefing on the visit of the Committee against Torture",
            "general comment No. 4 (2017)",
        ),
        (
            "Report to the Committee against Torture\n\nThe Human Rights Council,",
            "general comment No. 4 (2017)",
        ),
        (
            "Submission to the Committee against Torture and the Committee on Migrant Workers",
            "general comment No. 4 (2017)",
        ),
        (
            "Submission to the Government",
            "general comment No. 4 (2017)",
        ),
    ] {
        let text =
            format!("{head}\n\nThe Committee's General Comment No. 4 (2017) leaves no room.");
        let found = resolved(&text);
        let meaning = found.references[0]
            .referent
            .as_ref()
            .map(ToString::to_string);
        assert_eq!(meaning.as_deref(), Some(wanted), "{text}");
    }
    let text = "Submission to the Committee on the Rights of the Child\n\nSee general comment No. 4 on the right to \
                dig deep wells.";
    means(
        text,
        &["general comment No. 4 = general comment No. 4, unknown"],
    );
}

#[test]
fn a_heading_says_whose_decisions_stand_below_it() {
    means(
        "## Statistical Commission\n\nDecision 55/101 sets it out.\n\n### Work\n\nDecision 55/102 does so.\n\n\
         ## Other work\n\nDecision 55/103 is another, as the Human Rights Council knows.\n",
        &[
            "55/101 = Statistical Commission: 55/101, unknown",
            "55/102 = Statistical Commission: 55/102, unknown",
            "55/103 = A/HRC/DEC/55/103, unknown",
        ],
    );
}

#[test]
fn the_body_below_a_title_has_numbered_it() {
    named(
        "Resolution 66/8\nRoads of the plain\nThe Economic and Social Commission for Asia and the Pacific,\nRecalling,\n",
        &["Economic and Social Commission for Asia and the Pacific: 66/8"],
    );
    named(
        "It recalls resolution 67/172 on migrants.\nRoads of the plain\nThe Economic and Social Commission for Asia and the Pacific,\n",
        &["A/RES/67/172"],
    );
}

#[test]
fn a_paragraph_in_italics_begins_anew_without_a_blank_line() {
    named(
        "*The Commission on Narcotic Drugs*,\n*Recalling also* the session of the General Assembly,\n*Recalling \
         further* its resolutions 60/8 and 65/1,\n",
        &[
            "Commission on Narcotic Drugs: 60/8",
            "Commission on Narcotic Drugs: 65/1",
        ],
    );
}

#[test]
fn a_body_named_in_passing_writes_no_number_of_a_special_session() {
    named(
        "It is reviewed by the Commission on Population and Development (see resolution S-21/2, annex).\n",
        &["A/RES/S-21/2"],
    );
}

#[test]
fn what_a_council_had_already_done_is_its_own() {
    named(
        "In its resolution 48/13, the Human Rights Council had already recognized that right.\n",
        &["A/HRC/RES/48/13"],
    );
}
