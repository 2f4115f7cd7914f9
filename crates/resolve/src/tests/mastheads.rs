//! Whose words follow a masthead or an enacting line, and how far: a report to a commission is not the commission's.

use super::voices::named;
use super::*;

/// What the numbers of `text` mean and whether the text settles it.
#[track_caller]
fn held(text: &str, wanted: &[(&str, bool)]) {
    let found = resolved(text);
    let numbers = found
        .references
        .iter()
        .filter(|one| one.kind == citation::Kind::Number);
    let meanings: Vec<(String, bool)> = numbers
        .map(|one| {
            let referent = one.referent.as_ref();
            let meaning = referent.map_or_else(String::new, ToString::to_string);
            (meaning, one.existence >= crate::Existence::Exists)
        })
        .collect();
    let wanted: Vec<(String, bool)> = wanted
        .iter()
        .map(|(meaning, held)| ((*meaning).to_owned(), *held))
        .collect();
    assert_eq!(meanings, wanted, "{text}");
}

#[test]
fn a_report_to_a_commission_cites_the_assemblys_numbers() {
    let report = "Report of the Secretary-General\n\n1. ";
    held(
        &format!(
            "United Nations\n\nE/CN.15/2023/5\n\nDistr.: General\n3 April 2023\n\nCommission on Crime Prevention and Criminal Justice\n\
             Thirty-second session\nVienna, 22-26 May 2023\n\n{report}The Convention against Corruption (resolution 58/4, \
             annex), the Organized Crime Convention (resolution 55/25, annex I) and the plan (resolution 70/1) stand.\n"
        ),
        &[
            ("A/RES/58/4", true),
            ("A/RES/55/25", true),
            ("A/RES/70/1", true),
        ],
    );
    for (head, written, wanted) in [
        (
            "Commission on the Status of Women\nSixty-seventh session\n",
            "60/1",
            "A/RES/60/1",
        ),
        (
            "United Nations Environment Assembly\nSixth session\n",
            "70/1",
            "A/RES/70/1",
        ),
        (
            "Commission on Narcotic Drugs\nReport on the sixty-sixth session\n",
            "70/1",
            "A/RES/70/1",
        ),
    ] {
        held(
            &format!("{head}{report}The World Summit Outcome (resolution {written}) says so.\n"),
            &[(wanted, true)],
        );
    }
}

#[test]
fn a_session_that_a_commission_has_not_reached_is_not_its_own() {
    let head = "United Nations Environment Assembly\nSixth session\n\n";
    named(
        &format!("{head}It recalled its resolutions 5/14 and 70/1.\n"),
        &["United Nations Environment Assembly: 5/14", "A/RES/70/1"],
    );
    named(
        &format!("{head}It recalled its resolution 70/1.\n"),
        &["A/RES/70/1"],
    );
}

#[test]
fn years_are_the_councils_as_well() {
    let report = "Report of the Secretary-General\n\n";
    for (head, written) in [
        (
            "Commission on Population and Development\nFifty-sixth session\n",
            "2016/1",
        ),
        (
            "Commission on Population and Development\nFifty-sixth session\n",
            "2018/5",
        ),
    ] {
        let text = format!(
            "{head}{report}Pursuant to resolution {written}, the Secretary-General reports.\n"
        );
        named(&text, &[&format!("E/RES/{written}")]);
    }
    let text = "The Commission on Population and Development,\n\nRecalling resolution 2016/1,\n";
    let found = resolved(text);
    let candidates: Vec<String> = found.references[0]
        .candidates
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        candidates.contains(&"E/RES/2016/1".to_owned()),
        "{candidates:?}"
    );
    named(
        "The Commission on Population and Development,\n\nRecalling its resolution 2016/1,\n",
        &["Commission on Population and Development: 2016/1"],
    );
}

#[test]
fn the_draft_speaks_again_behind_an_annexed_text() {
    let head = "United Nations\n\nA/79/123\n\nDistr.: General\n3 July 2024\n\nGeneral Assembly\nSeventy-ninth session\n\n";
    let annexed = "The Commission on Narcotic Drugs,\n\nRecalling its resolution 63/1,\n\n";
    for heading in [
        "II. Follow-up",
        "## II. Follow-up",
        "Annex II",
        "Chapter III",
        "Part two",
    ] {
        held(
            &format!(
                "{head}{annexed}{heading}\n\n12. The Millennium Declaration (resolution 55/2) and the 2030 Agenda (resolution \
                 70/1) stand.\n"
            ),
            &[
                ("Commission on Narcotic Drugs: 63/1", false),
                ("A/RES/55/2", true),
                ("A/RES/70/1", true),
            ],
        );
    }
}

#[test]
fn a_name_above_recommendations_takes_only_its_own() {
    let found = resolved("The Human Rights Council:\n\n(a) Should follow up on resolution 50/2;\n");
    assert!(found.references[0].existence < crate::Existence::Exists);
    named(
        "The Human Rights Council:\n\n(a) Recalled its resolution 50/2;\n",
        &["A/HRC/RES/50/2"],
    );
}

#[test]
fn a_boards_decisions_are_told_from_the_councils_by_their_height() {
    let head = "Commission on Population and Development\nFifty-sixth session\n\n";
    for (written, wanted) in [
        (
            "2016/101",
            "Commission on Population and Development: 2016/101",
        ),
        ("2022/339", "E/DEC/2022/339"),
        ("1989/91", "E/DEC/1989/91"),
    ] {
        named(
            &format!("{head}It recalled decision {written}.\n"),
            &[wanted],
        );
    }
}

#[test]
fn a_draft_knows_its_symbol_with_or_without_its_year() {
    for symbol in ["S/RES/2664", "S/RES/2664 (2022)"] {
        let text =
            format!("---\nsymbol: {symbol}\n---\n\nThis is S/RES/2664 (2022), or S/RES/2664.\n");
        let found = resolved(&text);
        let own: Vec<bool> = found.references.iter().map(|one| one.is_own).collect();
        assert!(
            own.len() >= 2 && own.iter().all(|own| *own),
            "{symbol}: {own:?}"
        );
    }
}
