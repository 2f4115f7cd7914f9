//! The report of a small draft that has one of everything.

use citation::{Date, Referent, Symbol};
use draft::{Dialect, Draft};
use sources::{Documents, Origin, Paragraph, Paragraphs, Source, SourceKind, Sources};

use super::*;

fn paragraph(label: &str, words: &str) -> Paragraph {
    Paragraph {
        label: label.into(),
        words: words.into(),
        span: 0..0,
        page: None,
    }
}

/// A resolution of our own making under a real number.
fn documents() -> Documents {
    let origin = Origin::File {
        path: "a.txt".into(),
    };
    Documents::new(vec![Source {
        referents: Symbol::parse("A/RES/67/172")
            .map(Referent::Symbol)
            .into_iter()
            .collect(),
        organ: Some("General Assembly".into()),
        date: Date::new(2012, 12, 20),
        paragraphs: Paragraphs::Numbered(vec![
            paragraph(
                "1",
                "Calls upon all ports to keep lanterns lit through every winter night;",
            ),
            paragraph(
                "2",
                "Requests the keepers of harbours to count the boats that come home;",
            ),
            paragraph("3", "Invites sailors:"),
            paragraph(
                "3 (a)",
                "To mend their nets before the spring tides arrive;",
            ),
            paragraph(
                "4",
                "Invites the organizations of the United Nations system to sing shanties.",
            ),
        ]),
        ..Source::new("Protection of migrants", SourceKind::Resolution, origin)
    }])
}

const TEXT: &str = "---\ntitle: Lanterns & <boats>\ndate: 2013-06-01\n---\n\n# Introduction\n\nThis report is submitted pursuant to General Assembly resolution 67/172 of 20 December 2012.\n\nThe harbour masters' network (HMN) asked keepers of harbours to count the boats. See paragraph 3 of resolution 67/172, paragraph 9 of resolution 67/172, and A/HCR/20/24. The HMN was glad; the NAVY was not. See also A/66/9999 and (A/66/9998), annex.\n\nOnce more A/66/9999.\n";

fn clearance(text: &str) -> Clearance {
    clearance_from(text, &documents())
}

fn clearance_from(text: &str, sources: &dyn Sources) -> Clearance {
    let draft = Draft::new(text, Dialect::Markdown, sources.lexicon());
    let today = Date::new(2025, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, sources, today);
    let findings = rules::findings(&resolved, sources, &rules::Settings::default());
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let place = |offset: usize| format!("line {}", lines.partition_point(|at| *at < offset) + 1);
    Clearance::of(&Subject {
        file: "lanterns.md",
        resolved: &resolved,
        findings: &findings,
        accepted: 2,
        sources,
        most_words: Some(20),
        mandate: None,
        place: &place,
        today,
        version: "0.0.0",
    })
}

#[test]
fn every_reference_has_its_standing_title_date_and_paragraph() {
    let clearance = clearance(TEXT);
    assert_eq!(clearance.title, "Lanterns & <boats>");
    let rows: Vec<(&str, &str, &str)> = clearance
        .references
        .iter()
        .map(|row| {
            (
                row.document.as_str(),
                row.standing.mark(),
                row.paragraph.as_str(),
            )
        })
        .collect();
    assert_eq!(
        rows[..3],
        [
            ("A/RES/67/172", "✓", ""),
            ("A/RES/67/172", "✓", "para. 3"),
            ("A/RES/67/172", "✗", "para. 9"),
        ]
    );
    let first = &clearance.references[0];
    assert_eq!(first.title, "Protection of migrants");
    assert_eq!(first.date, "20 December 2012");
    assert_eq!(
        first.link.as_deref(),
        Some("https://docs.un.org/en/A/RES/67/172")
    );
    assert!(
        clearance.references[1]
            .paragraph_words
            .starts_with("3: Invites sailors")
    );
    assert!(
        clearance.references[2]
            .paragraph_words
            .starts_with("there is no paragraph 9")
    );
    assert_eq!(clearance.references[2].standing, Standing::NoSuchPlace);
    assert!(clearance.references[2].link.is_some());
    // Two symbols and the place; what is held is still counted.
    assert_eq!((clearance.tally.wrong, clearance.tally.held), (2, 2));
    let wrong = &clearance.references[3];
    assert_eq!(wrong.standing, Standing::Wrong);
    assert!(wrong.link.is_none());
    assert!(wrong.notes.iter().any(|note| note.contains("A/HRC/20/24")));
}

#[test]
fn a_document_is_one_by_symbol_and_by_title_and_titles_of_others_are_not_cited() {
    let text = "Meeting report: 'Ports' S/2024/1\n\nNote: 'Boats' A/78/7, 2023\n\nReport: 'Nets' A/78/9\n\n# Lanterns\n\nGeneral Assembly resolution 67/172 of 20 December 2012. See A/C.3/67/L.40 and A/RES/67/172.\n";
    let clearance = clearance(text);
    let cited: Vec<(&str, &str, usize)> = clearance
        .network
        .iter()
        .map(|one| (&*one.document, &*one.organ, one.times))
        .filter(|(document, ..)| document.contains("67"))
        .collect();
    assert_eq!(
        cited,
        [
            ("A/RES/67/172", "General Assembly", 2),
            ("A/C.3/67/L.40", "Third Committee", 1),
        ]
    );
}

#[test]
fn what_could_not_be_checked_is_said_with_its_reason() {
    let clearance = clearance(TEXT);
    let open: Vec<&str> = clearance
        .unchecked
        .iter()
        .map(|one| one.words.as_str())
        .collect();
    assert_eq!(open[0], "A/66/9999");
    assert_eq!(open.len(), 2);
    assert!(open[1].starts_with("A/66/9998") && !open[1].contains(')'));
    let places: Vec<&str> = clearance.unchecked[0].place.split("; ").collect();
    assert_eq!(places, ["line 10", "line 12"]);
    assert!(clearance.unchecked[0].why.contains("in your sources"));
    let page = clearance.markdown();
    let open = page.split("## What could not be checked").nth(1).unwrap();
    assert!(
        open.contains("A/66/9999 (line 10; line 12); A/66/9998"),
        "{open}"
    );
}

#[test]
fn an_article_that_cannot_be_there_is_not_left_open() {
    let clearance = clearance_from(
        "Article 116 of the Convention on the Rights of the Child, and article 2 of it.\n",
        &sources::Catalogue,
    );
    assert!(
        clearance.references[0]
            .paragraph_words
            .contains("there is no article 116")
    );
    let open = clearance.unchecked.iter().map(|one| one.words.as_str());
    assert_eq!(open.filter(|words| words.contains("116")).count(), 0);
}

#[test]
fn the_place_of_a_law_is_wrong_neither_in_the_count_nor_in_the_report() {
    let clearance = clearance_from(
        "The Law on Foreigners implementing the Convention relating to the Status of Refugees, article 60, says so.\n",
        &sources::Catalogue,
    );
    assert_eq!(clearance.references[0].standing, Standing::Exists);
    assert_eq!(clearance.tally.wrong, 0);
}

#[test]
fn a_number_of_a_conference_stands_with_its_noun() {
    let clearance = clearance(
        "See A/CONF.203/18, chap. I, resolution 1, annex. It recalled resolution 2 of the Third World Conference on Farming.\n",
    );
    let words: Vec<&str> = clearance.references.iter().map(|row| &*row.words).collect();
    assert_eq!(words[1..], ["resolution 1, annex", "resolution 2"]);
}

#[test]
fn words_of_the_draft_stand_as_a_reader_sees_them() {
    let clearance = clearance(
        "---\nlanguage: fr\n---\n\nConformément au paragraphe 3 c) de la résolution 67/172 de l’Assemblée générale, les ports sont ouverts. Voir Nations Unies, *Recueil des Traités*, vol. 1577, no 27531.\n",
    );
    let words: Vec<&str> = clearance.references.iter().map(|row| &*row.words).collect();
    assert!(
        words[0].starts_with("paragraphe 3 c) de la résolution"),
        "{words:?}"
    );
    assert!(words[1].contains("Recueil des Traités, vol."), "{words:?}");
}

#[test]
fn titles_are_no_quotations() {
    let clearance = clearance(
        "The report entitled “Lanterns and nets of the winter ports” was read under item “Lights on the coasts of all seas”. It says “Nobody counts the boats that come home at night”.\n",
    );
    let words: Vec<&str> = clearance.quotations.iter().map(|row| &*row.words).collect();
    assert_eq!(words, ["Nobody counts the boats that come home at night"]);
}

#[test]
fn the_mandate_says_where_its_paragraphs_are_taken_up() {
    let mandate = clearance(TEXT).mandate.unwrap();
    assert_eq!(mandate.document, "A/RES/67/172");
    let taken_up: Vec<(&str, Vec<&str>)> = mandate
        .paragraphs
        .iter()
        .map(|one| {
            let how = one.taken_up.iter().map(|place| place.how.as_str());
            (one.label.as_str(), how.collect())
        })
        .collect();
    assert_eq!(
        taken_up,
        [
            ("1", vec![]),
            ("2", vec!["“keepers of harbours to count the boats”"]),
            ("3", vec!["by reference"]),
            ("3 (a)", vec!["by reference"]),
            ("4", vec![]),
        ]
    );
}

#[test]
fn a_resolution_answers_none_and_a_draft_may_name_its_own() {
    let text = "We reaffirm General Assembly resolution 67/172 and stand by what it says.\n";
    assert_eq!(clearance(text).mandate, None);
    let text = "Re. Resolution A/RES/67/172 on the protection of migrants\n";
    assert!(clearance(text).mandate.is_some());
    let text = "---\nsymbol: A/RES/68/179\n---\n\nRecalling its resolution 67/172,\n";
    assert_eq!(clearance(text).mandate, None);
    let text = "---\nmandate: A/RES/67/172\n---\n\nWords about something else.\n";
    let mandate = clearance(text).mandate.unwrap();
    assert!(mandate.paragraphs.iter().all(|one| one.taken_up.is_empty()));
}

#[test]
fn a_phrase_that_many_resolutions_have_takes_up_nothing() {
    let answer = |words: &str| {
        let text = format!("This answers General Assembly resolution 67/172.\n\n{words}\n");
        let mandate = clearance(&text).mandate.unwrap();
        mandate.paragraphs[4].taken_up.len()
    };
    assert_eq!(
        answer("It is the work of the United Nations system and others."),
        0
    );
    assert_eq!(
        answer("It asks the United Nations system to sing shanties."),
        1
    );
}

#[test]
fn acronyms_words_and_documents_are_counted() {
    let clearance = clearance(TEXT);
    let acronyms: Vec<(&str, bool, usize)> = clearance
        .acronyms
        .iter()
        .map(|one| (one.short.as_str(), one.full.is_some(), one.uses))
        .collect();
    assert_eq!(acronyms, [("HMN", true, 2), ("NAVY", false, 1)]);
    assert!(
        clearance
            .words_in_words()
            .contains("more than the 20 allowed")
    );
    let first = clearance
        .network
        .iter()
        .find(|one| one.document == "A/RES/67/172")
        .unwrap();
    assert_eq!((first.times, first.organ.as_str()), (3, "General Assembly"));
}

#[test]
fn the_page_is_well_formed_and_shows_the_words_of_the_draft_as_words() {
    let html = clearance(TEXT).html();
    assert!(html.contains("Lanterns &amp; &lt;boats&gt;"));
    assert!(!html.contains("<boats>"));
    assert!(!html.contains("<script") && !html.contains("http-equiv"));
    for name in [
        "table", "tr", "td", "th", "svg", "section", "p", "h2", "span", "text",
    ] {
        let opened =
            html.matches(&format!("<{name}>")).count() + html.matches(&format!("<{name} ")).count();
        assert_eq!(
            opened,
            html.matches(&format!("</{name}>")).count(),
            "{name}"
        );
    }
    for mark in ["✓ held", "✗ wrong", "? not in your sources", "☐"] {
        assert!(html.contains(mark), "{mark}");
    }
}

#[test]
fn markdown_and_csv_have_the_same_rows() {
    let clearance = clearance(TEXT);
    let markdown = clearance.markdown();
    assert!(markdown.contains("| ✓ held | [A/RES/67/172](https://docs.un.org/en/A/RES/67/172) |"));
    let csv = clearance.csv();
    assert_eq!(csv.lines().count(), clearance.references.len() + 1);
    assert!(csv.starts_with("place,words,document,standing,"));
}

#[test]
fn an_empty_draft_has_a_report_too() {
    let clearance = clearance("");
    assert_eq!(clearance.title, "lanterns.md");
    assert!(clearance.html().contains("The draft cites no document."));
    assert!(clearance.markdown().contains("None."));
    assert_eq!(clearance.csv().lines().count(), 1);
}

#[test]
fn numbers_and_words_are_cut_for_readers() {
    assert_eq!(thousands(0), "0");
    assert_eq!(thousands(999), "999");
    assert_eq!(thousands(10_700), "10,700");
    assert_eq!(thousands(1_234_567), "1,234,567");
    let long = "word ".repeat(40);
    assert!(shortened(&long).ends_with("word …"));
    assert_eq!(shortened(" a\n b "), "a b");
}

#[test]
fn what_was_accepted_is_counted() {
    let said = "2 findings were accepted before and are left out.";
    let clearance = clearance(TEXT);
    assert!(clearance.markdown().contains(said));
    assert!(clearance.html().contains(said));
}
