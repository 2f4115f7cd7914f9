//! Every question, answered from disk.

use citation::facts::Replacing;
use sources::{Likeness, ParagraphAnswer, PassageKind, Sources};

use crate::sample::{Sample, own_word, symbol};

#[test]
fn symbols_are_found_exactly_by_beginning_and_with_a_slip() {
    let sample = Sample::with(30);
    sample.add();
    let corpus = sample.open();
    let names = |prefix: &str, limit| -> Vec<String> {
        let headings = corpus.complete(prefix, limit).value;
        headings.iter().map(|it| it.referent.to_string()).collect()
    };
    assert_eq!(
        names("a/res/70/2", 3),
        ["A/RES/70/2", "A/RES/70/20", "A/RES/70/21"]
    );
    assert_eq!(names("70/30", 3), ["A/RES/70/30"]);
    assert_eq!(names("question of zonkaabix", 3), ["A/RES/70/1"]);
    assert!(names("nothing", 3).is_empty());
    let near = corpus
        .nearest(symbol("A/RES/70/131").symbol().unwrap(), 9)
        .value;
    assert!(
        near.iter()
            .all(|it| it.referent.to_string() != "A/RES/70/131")
    );
    assert!(!near.is_empty() && near.len() <= 9);
}

#[test]
fn words_find_passages_and_titles() {
    let sample = Sample::with(20);
    sample.add();
    let corpus = sample.open();
    let hits = corpus
        .search(&format!("strengthen {}", own_word(3)), 5)
        .value;
    let passage = hits[0].passage.as_ref().unwrap();
    assert_eq!(hits[0].heading.referent.to_string(), "A/RES/70/3");
    assert_eq!(passage.label.as_deref(), Some("1"));
    assert_eq!(passage.kind, PassageKind::Numbered);
    // Another form of the word, and a word that nobody has.
    assert_eq!(corpus.search("region", 5).value.len(), 5);
    assert!(corpus.search("xylophone", 5).value.is_empty());
    assert!(corpus.search("", 5).value.is_empty());
    let titles = corpus.search(&format!("question {}", own_word(9)), 9).value;
    assert!(titles.iter().any(|hit| hit.passage.is_none()));
}

#[test]
fn citations_lead_both_ways() {
    let sample = Sample::with(20);
    sample.add();
    let corpus = sample.open();
    let by = corpus.cited_by(&symbol("A/RES/69/4"), 5).value;
    assert_eq!(by.passages, 1);
    assert_eq!(by.hits[0].heading.referent.to_string(), "A/RES/70/4");
    assert_eq!(
        by.hits[0].passage.as_ref().unwrap().kind,
        PassageKind::Preambular
    );
    assert_eq!(corpus.cited_by(&symbol("A/69/20"), 5).value.passages, 1);
    assert_eq!(corpus.cited_by(&symbol("A/69/99"), 5).value.passages, 0);
    let cites: Vec<String> = corpus
        .cites(&symbol("A/RES/70/4"))
        .value
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(cites, ["A/RES/69/4", "A/69/4"]);
}

#[test]
fn quotations_are_found_anywhere_or_in_one_document() {
    let sample = Sample::with(25);
    sample.add();
    let corpus = sample.open();
    let word = own_word(17);
    let quote = format!("Calling upon States to strengthen {word} cooperation in all regions");
    let found = corpus.verbatim(&quote, None).value;
    assert_eq!(found[0].hit.heading.referent.to_string(), "A/RES/70/17");
    assert!(matches!(&found[0].likeness, Likeness::Edited(_)));
    let altered = format!("strengthen {word} cooperation in most regions");
    let found = corpus
        .verbatim(&altered, Some(&symbol("A/RES/70/17")))
        .value;
    let Likeness::Altered(differences) = &found[0].likeness else {
        panic!("one word is another");
    };
    assert_eq!(&*differences[0].text, "all");
    let found = corpus.verbatim(&altered, None).value;
    assert_eq!(found[0].hit.heading.referent.to_string(), "A/RES/70/17");
    let over_two = format!("report on {word} measures: to the Assembly");
    let found = corpus.verbatim(&over_two, None).value;
    assert_eq!(found[0].likeness, Likeness::Exact);
    assert_eq!(
        found[0].hit.passage.as_ref().unwrap().label.as_deref(),
        Some("2")
    );
    let other = corpus.verbatim(
        "words that no document of this corpus has ever had in it",
        None,
    );
    assert!(other.complete && other.value.is_empty());
    assert!(
        corpus
            .verbatim(&quote, Some(&symbol("A/RES/70/16")))
            .value
            .iter()
            .all(|quoted| matches!(quoted.likeness, Likeness::Altered(_)))
    );
}

#[test]
fn titles_are_found_where_they_are_set_off() {
    let sample = Sample::with(12);
    sample.write(
        "cwr.md",
        "---\ntitle: Convention on Waiting Rooms\nshort_titles: [Chairs Pact]\nacronym: CWR\nkind: treaty\n---\n## Article 1\nWords.\n",
    );
    sample.add();
    let corpus = sample.open();
    let text = "Under the Chairs Pact, and recalling the resolution entitled \u{201c}Question of zonkaacix cooperation\u{201d}, \
         a question of zonkaadix cooperation arises.";
    let found = corpus.mentions(text).value;
    let named: Vec<(&str, String)> = found
        .iter()
        .map(|mention| (&text[mention.span.clone()], mention.referent.to_string()))
        .collect();
    assert_eq!(
        named,
        [
            ("Chairs Pact", "Convention on Waiting Rooms".to_owned()),
            ("Question of zonkaacix cooperation", "A/RES/70/2".to_owned()),
        ]
    );
    assert!(corpus.lexicon().names().any(|name| &*name.written == "CWR"));
}

#[test]
fn versions_of_a_document_are_found() {
    let sample = Sample::new();
    let front = |symbol: &str, title: &str, date: &str| {
        format!("---\nsymbol: {symbol}\ntitle: {title}\ndate: {date}\n---\n1. Words of it.\n")
    };
    for (name, symbol, title, date) in [
        (
            "a.md",
            "A/C.3/67/L.40",
            "Protection of migrants",
            "2012-11-09",
        ),
        (
            "b.md",
            "A/C.3/67/L.40/Rev.1",
            "Protection of migrants",
            "2012-11-20",
        ),
        (
            "c.md",
            "A/C.3/67/L.40/Rev.1/Corr.1",
            "Protection of migrants",
            "2012-11-22",
        ),
        (
            "d.md",
            "A/RES/66/172",
            "Protection of migrants",
            "2011-12-19",
        ),
        (
            "e.md",
            "A/RES/67/172",
            "Protection of migrants",
            "2012-12-20",
        ),
        (
            "f.md",
            "A/RES/68/179",
            "Protection of migrants",
            "2013-12-18",
        ),
        ("g.md", "A/RES/68/180", "Torture", "2013-12-18"),
    ] {
        sample.write(name, &front(symbol, title, date));
    }
    sample.add();
    let corpus = sample.open();
    let names = |headings: &[sources::Heading]| -> Vec<String> {
        headings.iter().map(|it| it.referent.to_string()).collect()
    };
    let middle = corpus.lineage(&symbol("A/RES/67/172")).value;
    assert_eq!(names(&middle.earlier), ["A/RES/66/172"]);
    assert_eq!(names(&middle.later), ["A/RES/68/179"]);
    let draft = corpus.lineage(&symbol("A/C.3/67/L.40")).value;
    assert_eq!(names(&draft.revisions), ["A/C.3/67/L.40/Rev.1"]);
    let revised = corpus.lineage(&symbol("A/C.3/67/L.40/Rev.1")).value;
    assert_eq!(names(&revised.of), ["A/C.3/67/L.40"]);
    assert_eq!(names(&revised.corrigenda), ["A/C.3/67/L.40/Rev.1/Corr.1"]);
}

#[test]
fn a_paragraph_has_its_words_and_its_place_in_the_file() {
    let sample = Sample::with(3);
    sample.add();
    let corpus = sample.open();
    let source = corpus.resolve(&symbol("A/RES/70/2")).value.unwrap();
    let pinpoint = citation::Pinpoint {
        steps: vec![citation::Step {
            unit: citation::Unit::Paragraph,
            labels: vec![("2 (b)".into(), None)],
        }],
        beside: Vec::new(),
        span: 0..0,
    };
    let ParagraphAnswer::Found(found) = corpus.paragraph(&source, &pinpoint) else {
        panic!("it is there");
    };
    assert_eq!(&*found[0].words, "To the Council.");
    let text = std::fs::read_to_string(sample.files().join("r002.md")).unwrap();
    assert_eq!(&text[found[0].span.clone()], "(b) To the Council.");
}

#[test]
fn an_earlier_document_is_asked_for_what_took_its_place() {
    let sample = Sample::with(2);
    sample.write(
        "later.md",
        "---\nsymbol: ST/SGB/2019/3\ndate: 2019-09-10\ntitle: Conduct\n---\n\n1. The present bulletin supersedes ST/SGB/2008/5.\n",
    );
    sample.write(
        "again.txt",
        "A/RES/70/9*\n\n70/9. Lighthouses\n\n* Reissued for technical reasons on 12 January 2016.\n\nThe General Assembly,\n\n1. Decides to build.\n",
    );
    sample.add();
    let corpus = sample.open();
    let asked = |text: &str| {
        let referent = symbol(text);
        let answer = corpus.replaced(referent.symbol().unwrap());
        assert!(answer.complete);
        answer.value
    };
    let by = asked("ST/SGB/2008/5");
    assert_eq!((by.len(), by[0].by.canonical()), (1, "ST/SGB/2019/3"));
    assert_eq!(by[0].does, Replacing::Supersedes);
    assert_eq!(by[0].date.unwrap().to_string(), "2019-09-10");
    let again = asked("A/RES/70/9");
    assert_eq!(again[0].does, Replacing::Reissues);
    assert_eq!(again[0].date.unwrap().to_string(), "2016-01-12");
    assert!(asked("A/RES/70/1").is_empty());
}
