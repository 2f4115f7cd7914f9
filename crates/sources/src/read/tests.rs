use super::*;
use crate::Paragraph;

fn read(text: &str) -> Source {
    document(text, Path::new("sample.txt")).expect("a document")
}

fn numbered(source: &Source) -> &[Paragraph] {
    match &source.paragraphs {
        Paragraphs::Numbered(paragraphs) => paragraphs,
        other => panic!("{other:?}"),
    }
}

/// Labels and words, one a line.
fn drawn(text: &str) -> String {
    let source = read(text);
    let lines: Vec<String> = numbered(&source)
        .iter()
        .map(|one| format!("{} | {}", one.label, one.words))
        .collect();
    lines.join("\n")
}

/// A resolution with `body` after its enacting line.
fn resolution(body: &str) -> String {
    format!(
        "United Nations\nA/RES/67/172\nDistr.: General\n3 April 2013\nSixty-seventh session\n\
         Agenda item 69 (b)\nResolution adopted by the General Assembly on 20 December 2012\n\
         67/172. Protection of migrants\nThe General Assembly,\n{body}"
    )
}

#[test]
fn the_head_gives_symbol_title_day_of_adoption_session_and_item() {
    let text =
        resolution("Recalling,\n1. Decides to act.\n60th plenary meeting\n20 December 2012\n");
    let head = masthead(&text);
    assert_eq!(head.symbols[0].canonical(), "A/RES/67/172");
    assert_eq!(head.title.as_deref(), Some("Protection of migrants"));
    assert_eq!(head.organ.as_deref(), Some("General Assembly"));
    assert_eq!(head.date.unwrap().to_string(), "2012-12-20");
    assert_eq!(head.session.as_deref(), Some("Sixty-seventh session"));
    assert_eq!(head.agenda_item.as_deref(), Some("69 (b)"));
    let source = read(&text);
    assert_eq!(source.kind, SourceKind::Resolution);
    assert_eq!(source.organ.as_deref(), Some("General Assembly"));
}

#[test]
fn a_title_and_an_adoption_line_may_be_broken() {
    let source = read(
        "A/RES/78/10\n\n Resolution adopted by the General Assembly \non 21 November 2023 \n\n\
         78/10. Building a peaceful and better world through sport and the \nOlympic ideal \n\n\
         The General Assembly, \n\n1. Decides to play.\n",
    );
    assert_eq!(
        &*source.title,
        "Building a peaceful and better world through sport and the Olympic ideal"
    );
    assert_eq!(source.date.unwrap().to_string(), "2023-11-21");
}

#[test]
fn the_day_of_distribution_is_no_day_of_adoption() {
    let text = "A/RES/67/172\nDistr.: General\n3 April 2013\n\n67/172. Protection of migrants\n\
                The General Assembly,\n1. Decides to act.\n60th plenary meeting\n20 December 2012\n";
    assert_eq!(read(text).date.unwrap().to_string(), "2012-12-20");
}

#[test]
fn the_day_of_distribution_may_stand_beside_it_or_in_a_column() {
    for top in [
        "United Nations A/90/7\nGeneral Assembly Distr.: General 3 April 2036 Original: English\n",
        "United Nations        A/90/7\nGeneral Assembly      Distr.: General\n                      3 April 2036\n                      Original: English\n",
        "A/90/7\nDistr.: General\nNinetieth session     3 April 2036\nAgenda item 5         Original: English\n",
    ] {
        let head = masthead(&format!(
            "{top}\nPorts\n\nReport of the Secretary-General\n\n1. It met.\n"
        ));
        assert_eq!(
            head.date.map(|day| day.to_string()).as_deref(),
            Some("2036-04-03"),
            "{top}"
        );
        assert_eq!(head.original.as_deref(), Some("English"), "{top}");
    }
    let other = masthead("A/90/7\nDistr.: General\nThe meeting of 3 April 2036\n\n1. It met.\n");
    assert_eq!(other.date, None);
}

#[test]
fn numbers_may_stand_after_the_first_line_of_their_paragraph() {
    let text = resolution(
        "Recalling what was said,\nCalls upon States to act and, where\n1.\nneeded, to act again;\n\
         Takes note of the study of the Office of the United\n2.\nNations High Commissioner;\n\
         3.\nStresses that no State can do this alone;\n4. Decides to meet.\n",
    );
    assert_eq!(
        drawn(&text),
        "1 | Calls upon States to act and, where needed, to act again;\n\
         2 | Takes note of the study of the Office of the United Nations High Commissioner;\n\
         3 | Stresses that no State can do this alone;\n\
         4 | Decides to meet."
    );
    let source = read(&text);
    let first = &numbered(&source)[0];
    assert!(text[first.span.clone()].starts_with("Calls upon"));
    assert!(text[first.span.clone()].ends_with("act again;"));
}

#[test]
fn pages_notes_and_running_heads_are_cut_out_of_a_paragraph() {
    let text = resolution(
        "Recalling resolution 66/172 of 19 December 2011,1 and the Declaration, 2\n\
         1. Reaffirms the Rights2 of all migrants and the\n_______________\n1\nSee there.\n2\nIbid.\n\n\
         12-48892\n\n*1248892*\n\nPlease recycle\n\nA/RES/67/172\n\nProtection of migrants\n\n2/9\n\n\
         members of their families in resolution 77/204;3 and asks\n_____\n3 Ibid.\n\n3/9\n\n\
         Protection of migrants\n\nA/RES/67/172\n\nfor more;\n2. Decides to act.\n",
    );
    assert_eq!(
        drawn(&text),
        "1 | Reaffirms the Rights of all migrants and the members of their families in resolution \
         77/204; and asks for more;\n2 | Decides to act."
    );
}

#[test]
fn numbers_that_belong_to_the_sentence_stay() {
    let text = resolution(
        "1. Recalls paragraphs 1, 2 and 3 of resolution 66/172, Article 1 and CO2 of 10,000 tons;1\n\
         2. Notes 12 July 20212 and the year 2030.\n_____\n1 See there.\n2 Ibid.\n3 Ibid.\n",
    );
    assert_eq!(
        drawn(&text),
        "1 | Recalls paragraphs 1, 2 and 3 of resolution 66/172, Article 1 and CO2 of 10,000 tons;\n\
         2 | Notes 12 July 2021 and the year 2030."
    );
}

#[test]
fn i_and_j_after_h_are_letters_and_below_a_letter_they_are_numerals() {
    let letters =
        "(a) A;\n(b) B;\n(c) C;\n(d) D;\n(e) E;\n(f) F;\n(g) G;\n(h) H;\n(i) I;\n(j) J;\n";
    let text = resolution(&format!(
        "1. Decides:\n{letters}2. Asks:\n(a) That:\n(i) One;\n(ii) Two;\n(b) B.\n"
    ));
    let labels: Vec<String> = numbered(&read(&text))
        .iter()
        .map(|one| one.label.to_string())
        .collect();
    let expected = "1, 1 (a), 1 (b), 1 (c), 1 (d), 1 (e), 1 (f), 1 (g), 1 (h), 1 (i), 1 (j), 2, 2 (a), \
                    2 (a) (i), 2 (a) (ii), 2 (b)";
    assert_eq!(labels.join(", "), expected);
    let below_h = letters.replace(
        "(h) H;\n(i) I;\n(j) J;",
        "(h) H:\n(i) One;\n(ii) Two;\n(i) I;",
    );
    let labels: Vec<String> = numbered(&read(&resolution(&format!("1. Decides:\n{below_h}"))))
        .iter()
        .map(|one| one.label.to_string())
        .collect();
    assert_eq!(labels[9..], ["1 (h) (i)", "1 (h) (ii)", "1 (i)"]);
}

#[test]
fn a_number_counts_only_in_its_turn() {
    let text = resolution(
        "1. Decides to meet in December\n2012. The meeting is in Geneva, as in\n7. of the rules;\n\
         2. Asks for a report.\n",
    );
    assert_eq!(
        drawn(&text),
        "1 | Decides to meet in December 2012. The meeting is in Geneva, as in 7. of the rules;\n\
         2 | Asks for a report."
    );
}

#[test]
fn annexes_count_for_themselves() {
    let text = resolution(
        "1. Adopts the declaration.\n60th plenary meeting\n20 December 2012\n\nAnnex\nDeclaration\n\
         1. We meet.\n2. We agree.\n",
    );
    assert_eq!(
        drawn(&text),
        "1 | Adopts the declaration.\nannex 1 | We meet.\nannex 2 | We agree."
    );
}

#[test]
fn a_report_in_markdown_has_front_matter_headings_and_numbers() {
    let source = read(include_str!("../../../../tests/sources/report.md"));
    assert_eq!(source.referents[0].to_string(), "A/68/292");
    assert_eq!(source.kind, SourceKind::Document);
    let words = |label: &str| {
        let one = numbered(&source).iter().find(|one| &*one.label == label);
        one.map(|one| one.words.to_string()).unwrap_or_default()
    };
    assert_eq!(
        words("1"),
        "The present report is submitted pursuant to General Assembly resolution 67/172."
    );
    assert_eq!(words("3 (c)"), "Work in private homes.");
    assert_eq!(
        words("4"),
        "One Government described a law of 2012 under which every worker has a written contract."
    );
    assert!(words("10").starts_with("The Secretary-General recommends"));
    assert_eq!(numbered(&source).len(), 13);
}

#[test]
fn a_copy_without_numbers_is_unnumbered() {
    let source = read(include_str!("../../../../tests/sources/general-comment.md"));
    assert_eq!(source.paragraphs, Paragraphs::Unnumbered);
    assert_eq!(source.kind, SourceKind::GeneralComment);
}

#[test]
fn the_sample_resolution_has_the_structure_of_the_real_one() {
    let text = include_str!("../../../../tests/sources/A_RES_67_172.txt");
    for text in [
        text.to_owned(),
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    ] {
        let source = read(&text);
        let labels: Vec<&str> = numbered(&source).iter().map(|one| &*one.label).collect();
        let count = |prefix: &str| {
            labels
                .iter()
                .filter(|label| label.starts_with(prefix))
                .count()
        };
        assert_eq!(
            labels.iter().filter(|label| !label.contains('(')).count(),
            15
        );
        assert_eq!(
            ["3 (", "4 (", "5 (", "9 (", "10 ("].map(count),
            [5, 10, 11, 4, 2]
        );
        for one in numbered(&source) {
            assert!(one.words.ends_with([';', ':', '.']), "{one:?}");
            assert!(
                one.words.starts_with(|first: char| first.is_uppercase()),
                "{one:?}"
            );
            assert!(!one.words.contains(['\n', '\r', '_']), "{one:?}");
        }
        let last = &numbered(&source)[labels.len() - 1];
        assert!(text[last.span.clone()].starts_with("15. Requests"));
    }
}

#[test]
fn a_treaty_has_articles() {
    let source = read(
        "---\ntitle: Convention on Waiting Rooms\nacronym: CWR\nshort_titles: [Waiting Convention, \"Rooms\"]\n\
         date: 2 May 2001\n---\n# Convention on Waiting Rooms\n\n## Article 1\n\nEveryone may sit.\n\n\
         ## Article 2 – Chairs\n\n1. There are chairs:\n\n(a) Of wood;\n\n(b) Of iron.\n\n2. They are free.\n\n\
         Article 2 of the first Convention is not meant.\n\n## Article 3\n\nThe end.\n",
    );
    assert_eq!(source.kind, SourceKind::Treaty);
    assert_eq!(
        source.referents,
        [Referent::Instrument("Convention on Waiting Rooms".into())]
    );
    assert_eq!(source.acronym.as_deref(), Some("CWR"));
    assert_eq!(source.short_titles.len(), 2);
    assert_eq!(source.date.unwrap().to_string(), "2001-05-02");
    let labels: Vec<&str> = numbered(&source).iter().map(|one| &*one.label).collect();
    assert_eq!(
        labels,
        ["1", "2", "2 (1)", "2 (1) (a)", "2 (1) (b)", "2 (2)", "3"]
    );
    assert_eq!(&*numbered(&source)[0].words, "Everyone may sit.");
}

#[test]
fn a_text_that_is_no_document_is_none() {
    for text in [
        "",
        "---\n---\n",
        "Minutes of a meeting.\n1. Coffee.\n",
        "# A heading\n",
        "---\ntitle",
    ] {
        assert_eq!(document(text, Path::new("x.md")), None, "{text:?}");
    }
}

#[test]
fn no_text_makes_the_reader_panic() {
    let sample = include_str!("../../../../tests/sources/A_RES_67_172.txt");
    let head = "A/RES/67/172\n67/172. Title\nThe General Assembly,\n";
    for (at, _) in sample.char_indices().step_by(7) {
        let _ = document(&sample[at..], Path::new("x"));
        let _ = document(&format!("{head}{}", &sample[..at]), Path::new("x"));
    }
    for text in [
        "1.\n",
        "1.\n1.\n1.\n",
        "(a)\n(b)",
        "1. (a)\n(i)\n(\u{e9})\n",
        "Annex\nAnnex\n1.",
        "1. \u{fffd}5;2",
    ] {
        let _ = document(&format!("{head}{text}"), Path::new("x"));
    }
}
