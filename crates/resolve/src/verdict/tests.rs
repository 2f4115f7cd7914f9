//! Verdicts, drawn as text in and what is said of its first reference out.

use crate::Existence;
use crate::tests::{IN_THE_ASSEMBLY, contradicts_nothing, line, resolved};
use crate::{Agreement, Reference};

/// The first reference of a text that is judged on a day.
fn first_on(day: &str, text: &str) -> Reference {
    let text = format!("---\ndate: {day}\n---\n\n{text}\n");
    resolved(&text).references[0].clone()
}

#[test]
fn a_title_in_quotation_marks_is_compared_with_the_held_one() {
    for (text, agrees) in [
        (
            "General Assembly resolution 79/1, entitled “The Pact for the Future”",
            true,
        ),
        (
            "General Assembly resolution 79/1 of 22 September 2024, entitled “The Pact for the Future”,",
            true,
        ),
        (
            "General Assembly resolution 78/217 of 19 December 2023 on the protection of migrants,",
            true,
        ),
        (
            "General Assembly resolution 78/217, entitled “Protection\nof migrants”",
            true,
        ),
        (
            "General Assembly resolution 70/1, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”",
            true,
        ),
        (
            "General Assembly resolution 79/1, entitled “The Pact of the Future”",
            false,
        ),
        (
            "General Assembly resolution 78/217, entitled “Protection of all migrants”",
            false,
        ),
        (
            "General Assembly resolution 78/217, entitled “Oceans and the law of the sea”",
            false,
        ),
    ] {
        let reference = first_on("2025-01-31", text);
        let agreed = match reference.title_agreement {
            Agreement::Agrees => true,
            Agreement::Contradicts(_) => false,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(agreed, agrees, "{text}");
    }
}

#[test]
fn a_title_that_only_describes_or_is_not_known_is_not_compared() {
    for text in [
        "General Assembly resolution 78/217 on migrants and their protection,",
        "General Assembly resolution 78/217, in which it decided on the protection of migrants,",
        "General Assembly resolution 67/173, entitled “Something else”",
        // The title has quotation marks inside, so that the first closing one does not end it.
        "General Assembly resolution 78/261, entitled ““World Social Summit” under the title “Second World \
         Summit for Social Development””",
        "General Assembly resolution 78/217 and a report entitled “Something else”",
        // It names the convention that the resolution adopted, by a name of its own.
        "General Assembly resolution 44/25, entitled “Rights of children everywhere in the world”",
    ] {
        let reference = first_on("2025-01-31", text);
        assert_eq!(reference.title_agreement, Agreement::NotCheckable, "{text}");
    }
}

#[test]
fn a_draft_is_outdated_once_it_is_adopted_or_revised() {
    let of = |day: &str, text: &str| -> Vec<String> {
        let reference = first_on(day, text);
        reference
            .currency
            .successors()
            .iter()
            .map(|successor| format!("{} {}", successor.succession.as_str(), successor.symbol))
            .collect()
    };
    let draft = "See A/C.3/79/L.37.";
    assert_eq!(of("2024-11-10", draft), [""; 0]);
    assert_eq!(of("2024-11-20", draft), ["revised A/C.3/79/L.37/Rev.1"]);
    assert_eq!(
        of("2025-02-01", draft),
        ["adopted A/RES/79/179", "revised A/C.3/79/L.37/Rev.1"]
    );
    assert_eq!(
        of("2025-02-01", "See A/C.3/79/L.37/Rev.1."),
        ["adopted A/RES/79/179"]
    );
    let series = "General Assembly resolution 77/248 on oceans";
    assert_eq!(of("2023-10-01", series), [""; 0]);
    assert_eq!(of("2024-01-31", series), ["same title A/RES/78/69"]);
    // A convention is not outdated by the reports on it that bear its name.
    assert_eq!(
        of("2024-01-31", "General Assembly resolution 34/180"),
        [""; 0]
    );
    assert_eq!(of("2024-01-31", "See A/C.3/67/L.40."), [""; 0]);
    assert_eq!(
        first_on("2024-01-31", "See A/C.3/67/L.40.").currency,
        crate::Currency::NotCheckable
    );
    assert_eq!(
        first_on("2026-02-01", "General Assembly resolution 80/110").currency,
        crate::Currency::Current
    );
}

#[test]
fn an_organ_that_cannot_have_adopted_a_number_is_told_from_the_one_that_has() {
    let organ = |text: &str| first_on("2024-01-31", text).organ_agreement;
    let assembly = citation::Body::general_assembly();
    assert_eq!(
        organ("Human Rights Council resolution 67/172"),
        Agreement::Contradicts(assembly)
    );
    assert_eq!(
        organ("General Assembly resolution 5/1"),
        Agreement::Contradicts(citation::Body::new("A/HRC"))
    );
    assert_eq!(
        organ("General Assembly resolution 67/172"),
        Agreement::Agrees
    );
    assert_eq!(
        organ("General Assembly resolution 45/158"),
        Agreement::NotCheckable
    );
    assert_eq!(
        organ("Commission on Narcotic Drugs resolution 51/12"),
        Agreement::NotCheckable
    );
}

#[test]
fn a_body_that_has_not_come_so_far_means_anothers_number() {
    const IN_THE_COUNCIL: &str = "The Human Rights Council,\n\n";
    let meant = |text: &str| {
        let text = format!("{IN_THE_COUNCIL}{text}\n");
        let resolved = crate::tests::resolved(&text);
        let reference = resolved.references.last().unwrap();
        let meaning = reference.referent.as_ref().unwrap().to_string();
        (meaning, reference.existence, reference.candidates.len())
    };
    let (meaning, existence, candidates) = meant("Recalling resolution 71/1,");
    assert_eq!(meaning, "A/RES/71/1");
    assert_ne!(existence, Existence::Impossible);
    assert!(candidates > 1);
    for text in [
        "Recalling the Declaration adopted by the General Assembly in 2016 (resolution 71/1),",
        "Recalling General Assembly resolution 60/251 and resolution 71/1,",
    ] {
        let (meaning, existence, candidates) = meant(text);
        assert_eq!((&*meaning, candidates), ("A/RES/71/1", 0), "{text}");
        assert_ne!(existence, Existence::Impossible, "{text}");
    }
    let (meaning, existence, _) = meant("Recalling its resolution 71/1,");
    assert_eq!(meaning, "A/HRC/RES/71/1");
    assert_eq!(existence, Existence::Impossible);
}

#[test]
fn a_number_whose_organ_is_open_keeps_its_candidates_and_gets_no_verdict() {
    let candidates = |text: &str| -> Vec<String> {
        let reference = first_on("2024-01-31", text);
        assert_eq!(reference.existence, crate::Existence::Unknown, "{text}");
        assert_eq!(reference.reason, "", "{text}");
        reference
            .candidates
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(
        candidates("resolution 48/11"),
        [
            "A/RES/48/11",
            "A/HRC/RES/48/11",
            "Commission on the Status of Women: 48/11",
            "Commission on Narcotic Drugs: 48/11",
            "Economic and Social Commission for Asia and the Pacific: 48/11",
        ]
    );
    // The date leaves one; that it is meant, the text still does not say.
    assert_eq!(
        candidates("resolution 65/2 of 18 March 2022"),
        ["Commission on Narcotic Drugs: 65/2"]
    );
    assert_eq!(
        candidates("resolution 2013/1 of 26 April 2013"),
        [
            "E/RES/2013/1",
            "Commission on Population and Development: 2013/1"
        ]
    );
    let settled = first_on("2024-01-31", "General Assembly resolution 48/11");
    assert_eq!(settled.candidates, []);
}

#[test]
fn suggestions_follow_the_stated_date() {
    let first = |text: &str| {
        let reference = first_on("2024-01-31", text);
        reference
            .corrections
            .first()
            .map(|correction| format!("{} ({})", correction.text, correction.reason))
    };
    assert_eq!(
        first("General Assembly resolution 172/67").as_deref(),
        Some("67/172 (67 and 172 look swapped)")
    );
    let list = resolved("General Assembly resolutions 69/187, 70/147 and 171/77");
    assert_eq!(list.references[2].corrections[0].text, "71/177");
    assert_eq!(
        first("General Assembly resolution 97/172 of 20 December 2012").as_deref(),
        Some("67/172 (it is of 20 December 2012)")
    );
    assert_eq!(
        first("Security Council resolution 755 (1992) of 28 August 1992").as_deref(),
        Some("775 (1992) (it is of 28 August 1992)")
    );
    assert_eq!(
        first("Security Council resolution 3125 (2000)").as_deref(),
        Some("1325 (2000) (two digits of 3125 look exchanged; 1325 is of 2000)")
    );
    assert_eq!(
        first("General Assembly resolution 67/172 of 20 December 2012"),
        None
    );
}

#[test]
fn a_slip_in_a_list_is_a_slip_in_a_number_of_the_bodies_whose_list_it_is() {
    let text = format!(
        "{IN_THE_ASSEMBLY}Reaffirming its resolutions 46/152 of 18 December 1991, 6/1 of 16 September 2005, \
         69/193 of 18 December 2014 and 17/1 of 25 September 2015,\n"
    );
    let found = resolved(&text);
    let lines: Vec<_> = found
        .references
        .iter()
        .map(|one| line(&text, one))
        .collect();
    assert_eq!(
        lines,
        [
            "46/152 = A/RES/46/152, exists, date agrees",
            "6/1 = A/RES/6/1, impossible",
            "69/193 = A/RES/69/193, exists, date agrees",
            "17/1 = A/RES/17/1, impossible",
        ]
    );
    let text = format!(
        "{IN_THE_ASSEMBLY}as decided by the Human Rights Council in its resolution 42/23 of 27 September 2091;\n"
    );
    let found = resolved(&text);
    let last = found.references.last().cloned().unwrap();
    assert_eq!(
        line(&text, &last),
        "42/23 = A/HRC/RES/42/23, exists, date should be 2019-09-27"
    );
}

#[test]
fn a_number_that_no_table_explains_may_be_that_of_a_body_without_one() {
    for text in [
        "---\norgan: United Nations Environment Assembly\n---\n\nRecalling General Assembly resolution 70/1 and its \
         resolution 5/14 of 2 March 2022,\n",
        "Recalling General Assembly resolution 70/1 of 25 September 2015 and its resolution 5/14 of 2 March 2022,\n",
        "---\nsymbol: A/RES/80/200\n---\n\nRecalling resolution 5/14 of 2 March 2022,\n",
        "---\nsymbol: A/RES/80/200\n---\n\nThe Commission on Narcotic Drugs, in its resolution 65/2 of 18 March 2022,\n",
    ] {
        contradicts_nothing(text);
    }
}

#[test]
fn numbers_of_no_possible_year_or_session_are_impossible() {
    for (text, right) in [
        ("Security Council resolution 13225 (2000)", "1325 (2000)"),
        ("Economic and Social Council resolution 1296/31", "1996/31"),
        ("General Assembly resolution 2625 (XXIV)", "2625 (XXV)"),
    ] {
        let reference = first_on("2024-01-31", text);
        assert_eq!(reference.existence, Existence::Impossible, "{text}");
        let offered: Vec<&str> = reference.corrections.iter().map(|one| &*one.text).collect();
        assert!(offered.contains(&right), "{text}: {offered:?}");
    }
    let of_other = first_on("2024-01-31", "Human Rights Council resolution 48/141");
    assert_eq!(of_other.existence, Existence::Impossible);
    assert!(
        of_other
            .reason
            .ends_with("; the General Assembly writes its numbers like this."),
        "{}",
        of_other.reason
    );
    assert_eq!(of_other.corrections, []);
    let noun = crate::tests::resolved(
        "The Security Council met, and the road map was endorsed by the Council in its resolution 1515 (2073).",
    );
    let last = noun.references.last().unwrap();
    assert_eq!(last.existence, Existence::Impossible);
    let no_session = first_on("2024-01-31", "General Assembly resolution 1672/147");
    assert_eq!(no_session.existence, Existence::Impossible);
    let mistyped = first_on("2024-01-31", "its resolution 2625 (XXVX)");
    assert_eq!(mistyped.existence, Existence::Malformed);
    assert_eq!(mistyped.corrections[0].text, "2625 (XXV)");
}

#[test]
fn the_name_before_a_number_that_is_its_own_settles_it() {
    for (text, agrees) in [
        (
            "In the Pact for the Future, adopted in resolution 79/1 of 22 September 2023, it is said.",
            false,
        ),
        (
            "In the Pact for the Future (resolution 79/1 of 22 September 2024) it is said.",
            true,
        ),
    ] {
        let named = &resolved(text).references[1];
        let symbol = named.referent.as_ref().map(ToString::to_string);
        assert_eq!(symbol.as_deref(), Some("A/RES/79/1"), "{text}");
        assert_eq!(named.date_agreement == Agreement::Agrees, agrees, "{text}");
        assert_ne!(named.date_agreement, Agreement::NotCheckable, "{text}");
    }
    // Another number beside the name stays open.
    let other =
        &resolved("In the Pact for the Future and in resolution 79/7 it is said.").references[1];
    assert!(other.candidates.len() > 1);
}

#[test]
fn a_treaty_settles_the_number_of_the_resolution_that_adopted_it() {
    let named = |text: &str| resolved(text).references[1].clone();
    let wrong = named(
        "The United Nations Convention against Transnational Organized Crime (resolution 55/25 of 15 November 2002, \
         annex I) is one.",
    );
    assert!(matches!(wrong.date_agreement, Agreement::Contradicts(_)));
    let right = named(
        "The United Nations Convention against Transnational Organized Crime (resolution 55/25 of 15 November 2000, \
         annex I) is one.",
    );
    assert_eq!(right.date_agreement, Agreement::Agrees);
}

#[test]
fn that_convention_is_judged_where_the_block_names_one() {
    const CHILD: &str = "The Convention on the Rights of the Child is one.";
    let absent = |text: &str| {
        let last = resolved(text).references.last().cloned().unwrap();
        matches!(last.paragraph, Some(sources::ParagraphAnswer::Absent(_)))
    };
    assert!(absent(&format!(
        "{CHILD} States recall article 130 of that Convention."
    )));
    assert!(!absent(&format!(
        "{CHILD} States recall article 13 of that Convention."
    )));
    assert!(!absent(&format!(
        "{CHILD} The Convention against Torture is another. The Convention on the Rights of the Child is old. \
         States recall article 130 of that Convention."
    )));
}

#[test]
fn the_day_of_a_number_that_cannot_be_right_is_not_compared() {
    let reference = first_on(
        "2024-01-01",
        "In Security Council resolution 2474 (2018) of 11 June 2019 it was said.",
    );
    assert_eq!(reference.existence, Existence::Impossible);
    assert_eq!(reference.date_agreement, Agreement::NotCheckable);
}
