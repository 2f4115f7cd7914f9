//! Reads real texts, where they are at hand: `PENHOLDER_DATA`, or `shared/data` beside the repository.
//!
//! The texts are no part of the repository; without them each test says what it skips.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use citation::{Pinpoint, Step, Unit};
use csv::StringRecord;
use sources::{Catalogue, Origin, ParagraphAnswer, Paragraphs, Source, Sources, read};

fn data() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(3);
    std::env::var_os("PENHOLDER_DATA")
        .map(PathBuf::from)
        .into_iter()
        .chain(beside.map(|folder| folder.join("shared/data")))
        .find(|folder| folder.join("texts").is_dir())
}

fn text(name: &str) -> Option<(PathBuf, String)> {
    let path = data()?.join("texts").join(name);
    let text = std::fs::read_to_string(&path).ok()?;
    Some((path, text))
}

fn paragraph(label: &str) -> Pinpoint {
    Pinpoint {
        steps: vec![Step {
            unit: Unit::Paragraph,
            labels: vec![(label.into(), None)],
        }],
        beside: Vec::new(),
        span: 0..0,
    }
}

fn labels(source: &Source) -> Vec<&str> {
    match &source.paragraphs {
        Paragraphs::Numbered(paragraphs) => paragraphs.iter().map(|one| &*one.label).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn resolution_67_172_has_fifteen_paragraphs_with_their_words() {
    let Some((path, text)) = text("A_RES_67_172.txt") else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: A_RES_67_172.txt is not at hand"
        );
        return;
    };
    let source = read::document(&text, &path).unwrap();
    assert_eq!(&*source.title, "Protection of migrants");
    assert_eq!(source.date.unwrap().to_string(), "2012-12-20");
    let top: Vec<&str> = labels(&source)
        .into_iter()
        .filter(|label| !label.contains('('))
        .collect();
    let expected: Vec<String> = (1..=15).map(|number| number.to_string()).collect();
    assert_eq!(top, expected);
    let below = |number: &str| {
        let prefix = format!("{number} (");
        labels(&source)
            .into_iter()
            .filter(|label| label.starts_with(&prefix))
            .count()
    };
    assert_eq!(["3", "4", "5", "9", "10"].map(below), [5, 10, 11, 4, 2]);
    let ParagraphAnswer::Found(found) = Catalogue.paragraph(&source, &paragraph("15")) else {
        panic!("paragraph 15 is there");
    };
    assert_eq!(
        &*found[0].words,
        "Requests the Secretary-General to submit to the General Assembly at its sixty-eighth session \
         a report on the implementation of the present resolution and to include in that report an \
         analysis of how a human rights perspective can enhance the design and implementation of \
         international migration and development policies."
    );
    let line = text[..found[0].span.start].matches('\n').count() + 1;
    assert_eq!(line, 483);
    assert!(text[found[0].span.clone()].starts_with("15. Requests"));
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let other = read::document(&windows, &path).unwrap();
    assert_eq!(labels(&other), labels(&source));
    if let Paragraphs::Numbered(paragraphs) = &source.paragraphs {
        for one in paragraphs {
            println!("{}: {}", one.label, one.words);
            assert!(
                one.words.starts_with(|first: char| first.is_uppercase()),
                "{one:?}"
            );
            assert!(one.words.ends_with([';', ':', '.']), "{one:?}");
        }
    }
}

#[test]
fn every_resolution_of_session_78_gives_symbol_title_date_and_paragraphs() {
    let Some(folder) = data() else {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the texts of session 78 are not at hand"
        );
        return;
    };
    let mut table = csv::Reader::from_path(folder.join("facts/ga-78-80-adopted.csv")).unwrap();
    let rows = table.records().map(Result::unwrap);
    let expected: HashMap<String, StringRecord> =
        rows.map(|row| (row[0].to_owned(), row)).collect();
    let (mut texts, mut titles, mut dates, mut counts, mut whole) = (0, 0, 0, 0, 0);
    let mut clean = (0, 0);
    for entry in std::fs::read_dir(folder.join("texts")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.starts_with("A_RES_78_") {
            continue;
        }
        texts += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let Some(source) = read::document(&text, &path) else {
            println!("{name}: no document");
            continue;
        };
        let symbol = source.referents[0].to_string();
        let Some(row) = expected.get(&symbol) else {
            println!("{name}: {symbol} is not in the table");
            continue;
        };
        let title = row[1].split_once(". ").map_or("", |(_, title)| title);
        if &*source.title == title {
            titles += 1;
        } else {
            println!("{name}: title\n  {}\n  {title}", source.title);
        }
        let date = source.date.map(|date| date.to_string()).unwrap_or_default();
        if date == row[2] {
            dates += 1;
        } else {
            println!("{name}: date {date}, not {}", &row[2]);
        }
        let top: Vec<&str> = labels(&source)
            .into_iter()
            .filter(|label| !label.contains('('))
            .collect();
        let stated: usize = row[7].parse().unwrap_or(0);
        if top.len() == stated {
            counts += 1;
        } else {
            println!(
                "{name}: {} paragraphs, not {stated}; {:?}",
                top.len(),
                top.last()
            );
        }
        let through = top
            .iter()
            .zip(1..)
            .all(|(label, at)| *label == at.to_string());
        whole += usize::from(through);
        if !through {
            println!("{name}: not counted through: {top:?}");
        }
        if let Paragraphs::Numbered(paragraphs) = &source.paragraphs {
            for one in paragraphs {
                clean.1 += 1;
                let ends = one.words.ends_with([';', ':', '.', '\u{201d}', ','])
                    || one.words.ends_with("; and");
                if ends && one.words.starts_with(|first: char| !first.is_lowercase()) {
                    clean.0 += 1;
                } else if std::env::var_os("SHOW").is_some() {
                    println!("{name} {}: {}", one.label, one.words);
                }
            }
        }
    }
    println!(
        "{texts} texts: {titles} titles, {dates} dates, {counts} paragraph counts as in the table, \
         {whole} counted through; {} of {} paragraphs begin and end as a paragraph does",
        clean.0, clean.1
    );
    assert!(titles * 100 >= texts * 97 && dates == texts && counts * 100 >= texts * 80);
}

#[test]
fn general_comments_without_numbers_are_not_counted_through() {
    for name in [
        "GC_CMW_GC1_domestic.txt",
        "GC_CMW_GC2_migrant_workers.txt",
        "GC_CED_GC1_migration.txt",
        "GC_CEDAW-GR26-migrants.txt",
        "GC_CRC-CMW-GC23-Migration.txt",
    ] {
        let Some((path, text)) = text(name) else {
            let _ = writeln!(std::io::stderr(), "skipped: {name} is not at hand");
            continue;
        };
        assert_eq!(read::document(&text, &path), None, "{name}");
        let titled = format!("---\ntitle: General comment\n---\n{text}");
        let source = read::document(&titled, &path).unwrap();
        assert_eq!(source.paragraphs, Paragraphs::Unnumbered, "{name}");
        assert!(matches!(source.origin, Origin::File { .. }));
    }
}

#[test]
fn treaties_in_two_languages_have_the_articles_of_one() {
    for (name, articles) in [
        ("convention-on-the-rights-of-the-child.md", 54),
        (
            "international-covenant-on-civil-and-political-rights.md",
            53,
        ),
        (
            "international-covenant-on-economic-social-and-cultural-rights.md",
            31,
        ),
        ("protocol-against-the-smuggling-of-migrants.md", 25),
        ("protocol-to-prevent-trafficking-in-persons.md", 20),
    ] {
        let Some(path) = data().map(|folder| folder.join("treaties").join(name)) else {
            let _ = writeln!(std::io::stderr(), "skipped: {name} is not at hand");
            continue;
        };
        let text = std::fs::read_to_string(&path).unwrap();
        let titled = format!("---\ntitle: A Convention\nkind: treaty\n---\n{text}");
        let source = read::document(&titled, &path).unwrap();
        let top = labels(&source)
            .into_iter()
            .filter(|label| !label.contains('('))
            .count();
        println!("{name}: {top} articles of {articles}");
        assert!(top <= articles, "{name}: {top}");
    }
}

#[test]
fn a_paragraph_that_is_alone_is_the_first_of_its_resolution() {
    for (name, expected) in [
        ("A_RES_78_124.txt", vec!["1"]),
        ("A_RES_78_186.txt", vec!["1"]),
        ("A_RES_78_246.txt", vec!["1"]),
        ("A_RES_78_329.txt", vec!["1", "1 (a)", "1 (b)"]),
    ] {
        let Some((path, text)) = text(name) else {
            let _ = writeln!(std::io::stderr(), "skipped: {name} is not at hand");
            continue;
        };
        let source = read::document(&text, &path).unwrap();
        assert_eq!(labels(&source), expected, "{name}");
        assert!(matches!(
            Catalogue.paragraph(&source, &paragraph("2")),
            ParagraphAnswer::Absent(_)
        ));
    }
}
