//! What is said of the place in a document that a reference points to, and of a date that speaks for another number.

use super::*;

#[test]
fn a_markdown_source_shows_its_words_without_its_marks() {
    contains(
        r"
Paragraph 4 of resolution 69$0/2 says
                          ^^^^ held A/RES/69/2
^^^^^^^^^^^ paragraph 4
",
        "> **4.** Reaffirms its solemn commitment",
    );
}

#[test]
fn a_scanned_draft_shows_the_paragraph_it_points_to() {
    let drawn = Drawn::plain(
        "submitted pursuant to paragraph 15 of General Assembly resolution 67$0/172, in which\n",
    );
    let today = citation::Date::new(2013, 6, 1).unwrap();
    let resolved = resolve::resolve(&drawn.resolved.draft, &drawn.sources, today);
    let markdown = hover(
        &resolved,
        &drawn.sources,
        &Settings::default(),
        drawn.cursor,
    )
    .unwrap()
    .markdown;
    let expected = "> **15.** Requests the Secretary-General to submit a report";
    assert!(markdown.contains(expected), "{markdown}");
}

#[test]
fn a_number_beyond_the_last_is_not_promised() {
    for (text, expected) in [
        (
            "SDG 1$08 is global.\n",
            "There is no goal 18:** the document has 17 goals.",
        ),
        ("SDG 1$07 is global.\n", "goal 17. Its words show here"),
    ] {
        let told = judged_on("2021-11-08", text);
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn another_number_of_the_stated_date_comes_behind_what_is_said_of_the_date() {
    let told = judged_on(
        "2021-11-08",
        "General Assembly resolution 74$0/148 of 19 December 2019 says so.\n",
    );
    let date = told.find("19 December 2019, is not the date").unwrap();
    let number = told
        .find("If the date is right, the number may be “74/198”")
        .unwrap();
    assert!(date < number && !told.contains("Perhaps"), "{told}");
}
