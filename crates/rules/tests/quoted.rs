//! Whose words a quotation is compared with, and what is no quotation or no title: the sample resolution has words of its
//! own, so that what a draft says of it is right or wrong.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Documents, Library, Sources, read};

/// The catalogue, and the sample of resolution 67/172.
fn library() -> Library {
    let text = include_str!("../../../tests/drafts/sources/A_RES_67_172.md");
    let sample = read::whole(text, Path::new("sources/A_RES_67_172.md")).unwrap();
    let documents = Documents::of_texts(vec![sample]);
    Library::new(vec![Arc::new(documents), Arc::new(Catalogue)])
}

/// The messages about quotations and titles.
fn said(text: &str, library: &Library) -> Vec<String> {
    let draft = Draft::new(text, Dialect::Markdown, library.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, library, today);
    let found = rules::findings(&resolved, library, &Settings::default());
    let codes = ["Q001", "Q002", "C006"];
    let found = found
        .into_iter()
        .filter(|finding| codes.contains(&finding.code));
    found
        .map(|finding| format!("{} {}", finding.code, finding.message))
        .collect()
}

#[test]
fn what_is_altered_misplaced_or_misnamed_is_said() {
    let library = library();
    for (text, begins) in [
        (
            "Resolution 67/172 \"calls upon all States to respect the dignity of every person\".",
            "Q001 Not the words of paragraph 1 of resolution 67/172: “person” stands for “migrant”",
        ),
        (
            "Resolution 67/172 \"calls upon all **good** States to respect the honour of every migrant\".",
            "Q001 Not the words of paragraph 1 of resolution 67/172: “good” is added; “honour” stands",
        ),
        (
            "Resolution 67/172 \"calls upon all States (and regions) to respect the dignity of every migrant\".",
            "Q001 Not the words of paragraph 1",
        ),
        (
            "| Source | Words |\n| --- | --- |\n| Resolution 67/172 | \"invites the expert concerned to report to the Council\" |\n",
            "Q001 Not the words of paragraph 13",
        ),
        (
            "> Invites the expert concerned to report to the Council.\n>\n> — Resolution 67/172, para. 13\n",
            "Q001 Not the words of paragraph 13",
        ),
        (
            "> Invites the expert concerned to report to the Council.\n> — Resolution 67/172, para. 13\n",
            "Q001 Not the words of paragraph 13",
        ),
        (
            "Resolution 67/172 called upon States \"to respect the dignity of every person\".",
            "Q001 Not the words of paragraph 1 of resolution 67/172: “person” stands for “migrant”",
        ),
        (
            "Paragraph 1 of resolution 67/172 asks: \"calls upon all States to respect the honour of each migrant\".",
            "Q001 Not the words of paragraph 1 of resolution 67/172: “honour” stands for “dignity”; “each”",
        ),
        (
            "Paragraph 5 of resolution 67/172: \"calls upon all States to respect the dignity of every migrant\".",
            "Q002 These words are in paragraph 1",
        ),
        (
            "As paragraph 1 of resolution 67/172 and paragraph 5 of resolution 67/172 have it, \"calls upon all States to respect the dignity of every migrant\".",
            "Q002 These words are in paragraph 1 of resolution 67/172, not in paragraph 5",
        ),
        (
            "Resolution 67/172, “Protection of all migrants”, is old.",
            "C006 Resolution 67/172 is entitled “Protection of migrants”",
        ),
        (
            "Resolution 67/172, “protection of all migrants”, is old.",
            "C006 Resolution 67/172 is entitled “Protection of migrants”",
        ),
        (
            "Resolution 67/172 (“Oceans and the law of the sea”) and resolution 67/172 “Oceans and seas” are old.",
            "C006 Resolution 67/172 is entitled “Protection of migrants”",
        ),
        (
            "Resolution 67/172, entitled “safe return”, is old.",
            "C006 Resolution 67/172 is entitled “Protection of migrants”",
        ),
    ] {
        let said = said(text, &library);
        assert!(
            said.first().is_some_and(|one| one.starts_with(begins)),
            "{text}: {said:?}"
        );
    }
}

#[test]
fn the_words_of_a_treaty_are_those_of_an_article() {
    let text = "---\ntitle: Convention on the Harbours of Small Islands\nkind: convention\n---\n\n\
                Article 1\n\nThis Convention applies to harbours.\n\nArticle 2\n\n1. Each Party keeps its harbours \
                open to ships in distress, by day and by night, in every season.\n";
    let treaty = read::whole(text, Path::new("sources/harbours.md")).unwrap();
    let documents = Documents::of_texts(vec![treaty]);
    let library = Library::new(vec![Arc::new(documents), Arc::new(Catalogue)]);
    let draft = "The Convention on the Harbours of Small Islands says: “Each Party keeps its ports open to ships in \
                 distress, by day and by night, in every season”.";
    let said = said(draft, &library);
    assert!(
        said.first()
            .is_some_and(|one| one.starts_with("Q001 Not the words of article 2 (1) of")),
        "{said:?}"
    );
}

#[test]
fn words_of_other_places_and_what_is_shown_to_be_put_in_are_not_compared() {
    let library = library();
    for text in [
        // Another row of a table says whose its words are.
        "| Source | Words |\n| --- | --- |\n| A/RES/67/172 | \"dignity\" |\n| A/RES/67/999 | \"calls upon all States to respect the honour of every migrant\" |\n",
        // A paragraph that is named without its resolution stands nearer.
        "Paragraph 5 of resolution 67/172 is on channels, and paragraph 1 of \"calls upon all States to respect the dignity of every migrant\".",
        "Paragraph 5 of resolution 67/172 is short; paragraph 1 has \"calls upon all States to respect the dignity of every migrant\".",
        // An insertion in bold, a symbol and an acronym in parentheses.
        "The draft takes up resolution 67/172: \"calls upon all States **and all regions** to respect the dignity of every migrant\".",
        "Resolution 67/172 \"requests the Secretary-General (A/67/1) to report on these matters (TRM) at the next session\".",
        // What a resolution says, or is called, is no title.
        "In resolution 67/172, “a dignified return” is asked for.",
        "As the Assembly said in resolution 67/172, “Dignity for all”.",
        "In resolution 67/172, “Dignity for all” is the aim.",
        "Resolution 67/172, para. 5, “Regular channels”, is short.",
        "Resolution 67/172 “PROTECTION” and resolution 67/172, “migrants”, are one.",
    ] {
        assert_eq!(said(text, &library), [""; 0], "{text}");
    }
}

#[test]
fn the_lines_of_a_message_that_is_answered_need_no_source() {
    let text = "> Much remains to be done at the borders, in the ports and on the roads, where people wait for weeks\n> without shelter, water or advice.\n";
    let library = library();
    let needs_source = |dialect| {
        let draft = Draft::new(text, dialect, library.lexicon());
        let resolved = resolve::resolve(&draft, &library, Date::new(2026, 6, 1).unwrap());
        let found = rules::findings(&resolved, &library, &Settings::default());
        found.iter().any(|finding| finding.code == "Q003")
    };
    assert!(needs_source(Dialect::Markdown));
    assert!(!needs_source(Dialect::Plain));
}

/// Were every quotation asked about all behind it, a page of them would take the square of its length.
#[test]
fn the_line_of_an_author_is_looked_for_no_further_than_a_long_quotation_goes() {
    let library = library();
    let words = "much remains to be done at the borders, in the ports and on the roads, where people wait for weeks";
    let quoted =
        |count: usize| format!("> People say that {words} without shelter.\n\n").repeat(count);
    let without_source = |text: &str| {
        let draft = Draft::new(text, Dialect::Markdown, library.lexicon());
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &library, today);
        let found = rules::findings(&resolved, &library, &Settings::default());
        found.iter().filter(|one| one.code == "Q003").count()
    };
    let author = "> — Mary Smith, engineer\n";
    assert_eq!(without_source(&format!("{}{author}", quoted(50))), 0);
    let many = without_source(&format!("{}{author}", quoted(400)));
    assert!((250..=350).contains(&many), "{many}");
}
