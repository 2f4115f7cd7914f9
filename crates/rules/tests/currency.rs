//! References to documents after which another has come: what the sources and the tables prove, and when that
//! is worth no word.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use citation::Date;
use draft::{Dialect, Draft};
use rules::{Finding, Settings, Severity};
use sources::{Catalogue, Documents, Library, Sources, read};

/// A bulletin that supersedes one and abolishes two, and a resolution that was issued again.
fn held() -> Library {
    let bulletin = "---\nsymbol: ST/SGB/2019/3\ntitle: Conduct of work\ndate: 2019-09-10\n---\n\n\
        1. The present bulletin supersedes Secretary-General\u{2019}s bulletin ST/SGB/2008/5.\n\n\
        2. The following bulletins are hereby abolished:\n\n\
        (a) ST/SGB/2002/13, entitled \u{201c}Conduct\u{201d};\n\n(b) ST/SGB/2005/4.\n";
    let resolution = "A/RES/77/11*\n\nResolution adopted by the General Assembly on 1 November 2022\n\n\
        77/11. Lighthouses\n\n* Reissued for technical reasons on 12 January 2023.\n\n\
        The General Assembly,\n\n1. Decides to build.\n\n2. Requests a report.\n";
    let texts = [("a.md", bulletin), ("b.txt", resolution)]
        .map(|(name, text)| read::whole(text, Path::new(name)).unwrap());
    Library::new(vec![
        Arc::new(Documents::of_texts(texts.to_vec())),
        Arc::new(Catalogue),
    ])
}

fn found_on(day: &str, text: &str) -> Vec<Finding> {
    let sources = held();
    let draft = Draft::new(text, Dialect::Markdown, sources.lexicon());
    let resolved = resolve::resolve(&draft, &sources, Date::parse_iso(day).unwrap());
    let mut found = rules::findings(&resolved, &sources, &Settings::default());
    found.retain(|finding| finding.code == "C007");
    found
}

fn messages(text: &str) -> Vec<String> {
    let found = found_on("2024-05-01", text);
    found.into_iter().map(|finding| finding.message).collect()
}

#[test]
fn what_a_text_supersedes_or_abolishes_is_told_where_it_is_cited() {
    assert_eq!(
        messages("The policy of the office follows ST/SGB/2008/5."),
        [
            "“ST/SGB/2008/5” was superseded on 10 September 2019 by “ST/SGB/2019/3”; cite that, unless you mean \
             the earlier text."
        ]
    );
    assert_eq!(
        messages("Leave is granted under ST/SGB/2002/13 and under ST/SGB/2005/4."),
        [
            "“ST/SGB/2002/13” was abolished on 10 September 2019 by “ST/SGB/2019/3” and no longer applies.",
            "“ST/SGB/2005/4” was abolished on 10 September 2019 by “ST/SGB/2019/3” and no longer applies."
        ]
    );
    assert_eq!(
        messages("Status is granted under Economic and Social Council resolution 1296 (XLIV)."),
        [
            "Economic and Social Council resolution 1296 (XLIV) was superseded on 25 July 1996 by Economic and \
             Social Council resolution 1996/31; cite that, unless you mean the earlier text."
        ]
    );
    assert_eq!(
        messages("Archives are kept under ST/SGB/242 of 26 June 1991."),
        ["“ST/SGB/242” was abolished by “ST/SGB/2017/3” and no longer applies."]
    );
}

#[test]
fn it_is_information_and_the_fix_puts_the_later_symbol() {
    let text = "The policy of the office follows ST/SGB/2008/5.";
    let found = found_on("2024-05-01", text);
    assert_eq!(found[0].severity, Severity::Information);
    assert_eq!(found[0].fixes[0].edits[0].text, "ST/SGB/2019/3");
    assert!(
        found_on("2018-01-01", text).is_empty(),
        "it had not come yet"
    );
    // What is abolished has nothing in its place.
    let abolished = found_on("2024-05-01", "Leave is granted under ST/SGB/2005/4.");
    assert!(abolished[0].fixes.is_empty());
}

#[test]
fn who_writes_of_the_past_or_cites_the_later_text_knows_of_it() {
    for text in [
        "The policy of ST/SGB/2008/5, since superseded, was the first.",
        "It replaced ST/SGB/2008/5.",
        "The former bulletin ST/SGB/2008/5 had no such section.",
        "ST/SGB/2008/5 was abolished in 2019.",
        "The bulletin ST/SGB/2008/5, as revised, names the office.",
        "See ST/SGB/2008/5.\n\nToday the office follows ST/SGB/2019/3.",
        "The office follows ST/SGB/2019/3.",
        "Status is granted under Economic and Social Council resolution 1996/31.",
    ] {
        assert!(messages(text).is_empty(), "{text}: {:?}", messages(text));
    }
}

#[test]
fn a_second_printing_matters_once_and_where_words_are_referred_to() {
    let text = "In paragraph 2 of resolution 77/11 a report was requested. See also paragraph 1 of resolution 77/11.";
    let text = format!(
        "The General Assembly spoke.\n\n{}",
        text.replace("resolution", "General Assembly resolution")
    );
    let found = found_on("2024-05-01", &text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Hint);
    assert_eq!(
        found[0].message,
        "Resolution 77/11 was reissued for technical reasons on 12 January 2023; make sure that you refer to the \
         reissued text."
    );
    assert!(
        found_on("2022-12-01", &text).is_empty(),
        "it had not been reissued yet"
    );
    assert!(messages("General Assembly resolution 77/11 is about lighthouses.").is_empty());
}
