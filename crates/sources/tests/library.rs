//! The catalogue and the workspace's documents as one library.

use std::path::Path;
use std::sync::Arc;

use citation::{Referent, Symbol};
use sources::{Catalogue, Coverage, Documents, Library, Origin, Paragraphs, Sources, read};

const TREATY: &str = "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families";

fn symbol(text: &str) -> Symbol {
    Symbol::parse(text).expect("a symbol")
}

fn library(texts: &[(&str, &str)], coverage: Vec<Coverage>) -> Library {
    let sources = texts
        .iter()
        .filter_map(|(path, text)| read::document(text, Path::new(path)))
        .collect();
    let documents = Documents::new(sources).covering(coverage);
    Library::new(vec![Arc::new(documents), Arc::new(Catalogue)])
}

#[test]
fn the_workspace_has_the_text_and_the_catalogue_fills_in_the_rest() {
    let text = "A/RES/67/172\n1. Decides to act.\n";
    let library = library(&[("a.txt", text)], Vec::new());
    let referent = Referent::Symbol(symbol("A/RES/67/172"));
    let source = library.resolve(&referent).value.unwrap();
    assert!(matches!(source.paragraphs, Paragraphs::Numbered(_)));
    assert!(matches!(source.origin, Origin::File { .. }));
    assert_eq!(&*source.title, "Protection of migrants");
    assert_eq!(source.date.unwrap().to_string(), "2012-12-20");
    assert!(source.summary.is_some());
    let found = library
        .list()
        .into_iter()
        .filter(|source| source.referents.contains(&referent));
    assert_eq!(found.count(), 1);
}

#[test]
fn a_treaty_text_is_found_by_the_title_of_the_catalogue() {
    let text = format!("---\ntitle: {TREATY}\n---\n## Article 1\nWords.\n");
    let library = library(&[("icrmw.md", &text)], Vec::new());
    let source = library
        .resolve(&Referent::Instrument(TREATY.into()))
        .value
        .unwrap();
    assert!(matches!(source.paragraphs, Paragraphs::Numbered(_)));
    assert_eq!(source.articles, Some(93));
    assert_eq!(source.acronym.as_deref(), Some("ICRMW"));
    assert_eq!(source.treaty_series, Some(("2220".into(), "39481".into())));
}

#[test]
fn of_two_copies_the_numbered_one_wins_then_the_earlier() {
    let bare = "---\nsymbol: A/RES/66/172\ntitle: First\n---\nNo numbers.\n";
    let full = "---\nsymbol: A/RES/66/172\ntitle: Second\n---\n1. Decides.\n";
    let third = full.replace("Second", "Third");
    let library = library(
        &[("1.md", bare), ("2.md", full), ("3.md", &third)],
        Vec::new(),
    );
    let source = library
        .resolve(&Referent::Symbol(symbol("A/RES/66/172")))
        .value
        .unwrap();
    assert_eq!(&*source.title, "Second");
    assert_eq!(source.date.unwrap().to_string(), "2011-12-19");
}

#[test]
fn only_a_declared_series_is_covered() {
    assert!(!library(&[], Vec::new()).covers(&symbol("A/RES/67/172")));
    let declared = library(
        &[],
        Coverage::parse("A/RES sessions 60-80")
            .into_iter()
            .collect(),
    );
    assert!(declared.covers(&symbol("A/RES/67/300")));
    assert!(!declared.covers(&symbol("A/RES/59/1")));
}

#[test]
fn names_of_the_workspace_come_first_in_the_lexicon() {
    let text =
        "---\ntitle: Convention on Waiting Rooms\nacronym: CWR\nshort_titles: [2030 Agenda]\n---\n";
    let library = library(&[("w.md", text)], Vec::new());
    let lexicon = library.lexicon();
    let name = |written: &str| lexicon.names().find(|name| &*name.written == written);
    assert!(name("CWR").unwrap().acronym);
    assert!(name("ICRMW").unwrap().acronym);
    assert_eq!(
        &*name("2030 Agenda").unwrap().title,
        "Convention on Waiting Rooms"
    );
    let found = library.complete("convention on waiting", 5).value;
    assert_eq!(found.len(), 1);
}

#[test]
fn sources_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Library>();
    shared::<Documents>();
    shared::<Catalogue>();
}
