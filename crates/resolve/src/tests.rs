//! What references mean, drawn as text in and lines out.

mod alone;
mod below_headings;
mod bodies_in_passing;
mod committees;
mod conferences;
mod contents;
mod datelines;
mod denied;
mod edited;
mod goals;
mod instruments;
mod introduced;
mod languages;
mod mastheads;
mod namesakes;
mod no_references;
mod notes;
mod numbers;
mod other_documents;
mod short_forms;
mod voices;

use std::sync::Arc;

use citation::{Date, Lexicon};
use draft::{Dialect, Draft};
use sources::{Catalogue, Sources};

use crate::{Agreement, Reference, Resolved, resolve};

fn today() -> Date {
    Date::new(2026, 6, 1).unwrap()
}

pub(crate) fn resolved(text: &str) -> Resolved {
    let lexicon: Arc<Lexicon> = Catalogue.lexicon();
    resolve(
        &Draft::new(text, Dialect::Markdown, lexicon),
        &Catalogue,
        today(),
    )
}

/// One reference as `token = meaning, verdict`, with what a stated date is worth.
pub(crate) fn line(text: &str, reference: &Reference) -> String {
    let token: Vec<&str> = text[reference.token.clone()].split_whitespace().collect();
    let meaning = reference
        .referent
        .as_ref()
        .map_or_else(|| "nothing".to_owned(), ToString::to_string);
    let date = match &reference.date_agreement {
        Agreement::NotCheckable => String::new(),
        Agreement::Agrees => ", date agrees".to_owned(),
        Agreement::Contradicts(right) => format!(", date should be {right}"),
        Agreement::Outside(_, _) => ", date outside its session".to_owned(),
        Agreement::NoSuchDay(None) => ", no such day".to_owned(),
        Agreement::NoSuchDay(Some(right)) => format!(", no such day, should be {right}"),
    };
    let own = if reference.is_own { ", own" } else { "" };
    format!(
        "{} = {meaning}, {}{date}{own}",
        token.join(" "),
        reference.existence.as_str()
    )
}

/// Checks that no reference of `text` is called impossible or wrongly dated.
pub(crate) fn contradicts_nothing(text: &str) {
    for reference in &resolved(text).references {
        assert_ne!(reference.existence, crate::Existence::Impossible, "{text}");
        assert!(
            matches!(
                reference.date_agreement,
                Agreement::NotCheckable | Agreement::Agrees
            ),
            "{text}"
        );
    }
}

#[track_caller]
fn means(text: &str, wanted: &[&str]) {
    let lines: Vec<String> = resolved(text)
        .references
        .iter()
        .map(|reference| line(text, reference))
        .collect();
    assert_eq!(lines, wanted, "{text}");
}

pub(crate) const IN_THE_ASSEMBLY: &str = "---\nsymbol: A/C.3/80/L.52\ndate: 2025-11-01\n---\n\n";

#[test]
fn facts_and_sources_judge() {
    means(
        "See A/HCR/53/26, Security Council resolution 1325 (2002), A/RES/67/303 and A/RES/95/1.",
        &[
            "A/HCR/53/26 = nothing, malformed",
            "1325 (2002) = S/RES/1325 (2002), impossible",
            "A/RES/67/303 = A/RES/67/303, exists",
            "A/RES/95/1 = A/RES/95/1, impossible",
        ],
    );
    let found = resolved("Security Council resolution 1325 (2002)");
    assert_eq!(found.references[0].corrections[0].text, "1325 (2000)");
    let asked = resolved("General Assembly resolution 75/511 and A/RES/75/512");
    assert!(
        asked.references[0]
            .reason
            .contains("probably decision 75/511")
    );
    assert_eq!(asked.references[1].corrections[0].text, "A/DEC/75/512");
    let revised = resolved("See A/RES/67/172/Rev.1 and A/C.7/67/L.1.");
    assert_eq!(revised.references[0].existence, crate::Existence::Unknown);
    assert!(
        revised.references[0]
            .reason
            .contains("only drafts have revisions")
    );
    assert_eq!(revised.references[0].corrections[0].text, "A/RES/67/172");
    assert_eq!(
        revised.references[1].existence,
        crate::Existence::Impossible
    );
    means("See A/RES/O7/172.", &["A/RES/O7/172 = nothing, unknown"]);
}

#[test]
fn stated_dates_are_compared_with_enough_evidence() {
    means(
        "General Assembly resolution 78/217 of 19 December 2023 and 72/256 of 24 December 2107",
        &[
            "78/217 = A/RES/78/217, exists, date agrees",
            "72/256 = A/RES/72/256, exists, date should be 2017-12-24",
        ],
    );
    means(
        "General Assembly resolution 55/56 of 1 December 2001",
        &["55/56 = A/RES/55/56, exists, date outside its session"],
    );
}

#[test]
fn the_date_beside_a_symbol_may_be_that_of_its_issue() {
    means(
        "See A/RES/67/172 (3 April 2013), A/RES/67/172, 3 April 2013, A/RES/67/172 of 3 April 2013, A/RES/67/172 (3 April 2014) \
         A/RES/67/172 (21 December 2012) and resolution 67/172 (3 April 2013).",
        &[
            "A/RES/67/172 = A/RES/67/172, exists",
            "A/RES/67/172 = A/RES/67/172, exists",
            "A/RES/67/172 = A/RES/67/172, exists, date should be 2012-12-20",
            "A/RES/67/172 = A/RES/67/172, exists, date should be 2012-12-20",
            "A/RES/67/172 = A/RES/67/172, exists, date should be 2012-12-20",
            "67/172 = A/RES/67/172, exists, date should be 2012-12-20",
        ],
    );
}

#[test]
fn parts_of_dates_agree_or_contradict_and_impossible_days_are_none() {
    means(
        "Resolution 78/217 of December 2023, resolution 67/172 of 2012 and resolution 67/172 of 2011.",
        &[
            "78/217 = A/RES/78/217, exists, date agrees",
            "67/172 = A/RES/67/172, exists, date agrees",
            "67/172 = A/RES/67/172, exists, date should be 2012-12-20",
        ],
    );
    means(
        "General Assembly resolution 67/172 of 31 November 2012 and Human Rights Council decision 15/4 of 30 February 2023",
        &[
            "67/172 = A/RES/67/172, exists, no such day, should be 2012-12-20",
            "15/4 = A/HRC/DEC/15/4, unknown, no such day",
        ],
    );
}

#[test]
fn titles_that_no_source_has_are_instruments_too() {
    means(
        "The Nouméa Accord, the Bissau Code of Conduct and the Code of Conduct concerning the Repression of Piracy. \
         The Optional Protocol and the Headquarters Agreement.",
        &[
            "Nouméa Accord = Nouméa Accord, exists",
            "Bissau Code of Conduct = Bissau Code of Conduct, unknown",
            "Code of Conduct concerning the Repression of Piracy = Code of Conduct concerning the Repression of Piracy, unknown",
        ],
    );
}

#[test]
fn that_resolution_is_the_only_one_of_its_sentence() {
    means(
        "Recalling General Assembly resolution 70/1 and noting paragraph 20 of that resolution,",
        &[
            "70/1 = A/RES/70/1, exists",
            "that resolution = A/RES/70/1, exists",
        ],
    );
    let found =
        resolved("Recalling resolution 70/1, as requested in paragraph 20 of the said resolution.");
    let pinpoint = found.references[1].pinpoint.clone().unwrap();
    assert_eq!(pinpoint.to_string(), "para. 20");
    means(
        "Recalling General Assembly resolutions 70/1 and 70/2 and paragraph 20 of that resolution,",
        &["70/1 = A/RES/70/1, exists", "70/2 = A/RES/70/2, exists"],
    );
    means(
        "Decision 68/505 is one; that resolution is not it.",
        &["68/505 = A/DEC/68/505, unknown"],
    );
}

#[test]
fn ibid_means_the_one_source_of_the_note_before() {
    let notes = |lines: &[&str]| {
        let marks: Vec<String> = (1..=lines.len()).map(|n| format!("word[^{n}]")).collect();
        let body = marks.join(" ");
        let notes: Vec<String> = lines
            .iter()
            .zip(1..)
            .map(|(line, n)| format!("[^{n}]: {line}"))
            .collect();
        format!("{body}\n\n{}\n", notes.join("\n\n"))
    };
    let last = |lines: &[&str]| {
        let text = notes(lines);
        let found = resolved(&text);
        let last = found.references.last().cloned().unwrap();
        let pinpoint = last.pinpoint.as_ref().map(ToString::to_string);
        (last.referent.map(|one| one.to_string()), pinpoint)
    };
    let meant = |symbol: &str| Some(symbol.to_owned());
    assert_eq!(
        last(&[
            "See A/78/17, chap. IV, sect. D.3, and annex III.",
            "Ibid., chap. XII."
        ]),
        (meant("A/78/17"), meant("chap. XII"))
    );
    assert_eq!(
        last(&["See A/80/53, chap. IV.", "Ibid., para. 4."]),
        (meant("A/80/53"), meant("para. 4"))
    );
    assert_eq!(
        last(&[
            "Official Records of the General Assembly, Seventy-fifth Session, Supplement No. 10 (A/75/10).",
            "Ibid., para. 4.",
            "Ibid."
        ]),
        (meant("A/75/10"), None)
    );
    assert_eq!(
        last(&[
            "General Assembly resolution 70/1.",
            "A/78/1.",
            "See note 1 above, para. 3."
        ]),
        (meant("A/RES/70/1"), meant("para. 3"))
    );
    for unclear in [
        &["See A/80/53 and A/80/54.", "Ibid., para. 4."][..],
        &["Smith, The Law of Treaties, p. 3.", "Ibid., p. 4."],
        &[
            "See A/80/53 and the opinion of the Court.",
            "Ibid., para. 4.",
        ],
        &[
            "See A/80/53.",
            "Ibid., Eightieth Session, Supplement No. 54, annex.",
        ],
    ] {
        assert_eq!(last(unclear).0, None, "{unclear:?}");
    }
}

#[test]
fn a_document_knows_itself() {
    let text = "United Nations\nA/RES/67/172\nGeneral Assembly\nDistr.: General\n3 April 2013\n\n\
                Resolution adopted by the General Assembly on 20 December 2012\n\n\
                67/172. Protection of migrants\n\nThe General Assembly,\n\nRecalling resolution 66/172,\n";
    let lexicon: Arc<Lexicon> = Catalogue.lexicon();
    let found = resolve(
        &Draft::new(text, Dialect::Plain, lexicon),
        &Catalogue,
        today(),
    );
    let lines: Vec<_> = found.references.iter().map(|one| line(text, one)).collect();
    assert_eq!(
        lines,
        [
            "A/RES/67/172 = A/RES/67/172, held, own",
            "67/172 = A/RES/67/172, held, own",
            "66/172 = A/RES/66/172, exists",
        ]
    );
    assert_eq!(found.as_of, Date::new(2012, 12, 20).unwrap());
}

#[test]
fn the_conference_of_the_parties_is_that_of_the_only_convention() {
    means(
        "Under the United Nations Convention against Transnational Organized Crime, recalling resolution 10/1 of 16 \
         October 2020, adopted by the Conference of the Parties at its tenth session.",
        &[
            "United Nations Convention against Transnational Organized Crime = United Nations Convention against \
             Transnational Organized Crime, exists",
            "10/1 = Conference of the Parties to the United Nations Convention against Transnational Organized Crime: \
             10/1, unknown",
        ],
    );
    // Two conventions have one each.
    let found = resolved(
        "The Convention on Biological Diversity and the United Nations Convention against Transnational Organized \
         Crime. Decision 10/1 of the Conference of the Parties.",
    );
    let last = found.references.last().unwrap();
    assert_eq!(
        last.referent.as_ref().unwrap().to_string(),
        "Conference of the Parties: 10/1"
    );
}

#[test]
fn a_shorter_title_means_the_longer_one_named_before() {
    means(
        "The Final Document of the 2000 Review Conference of the Parties to the Nouméa Treaty. The steps in the Final \
         Document of the 2000 Review Conference.",
        &[
            "Final Document of the 2000 Review Conference of the Parties to the Nouméa Treaty = Final Document of the \
             2000 Review Conference of the Parties to the Nouméa Treaty, unknown",
            "Final Document of the 2000 Review Conference = Final Document of the 2000 Review Conference of the Parties \
             to the Nouméa Treaty, unknown",
        ],
    );
}

#[test]
fn a_title_cut_off_at_the_end_of_its_line_is_completed() {
    means(
        "Work of the International Convention for the Protection of All Persons from\n",
        &[
            "International Convention for the Protection of All Persons = International Convention for the Protection of \
             All Persons from Enforced Disappearance, exists",
        ],
    );
}
