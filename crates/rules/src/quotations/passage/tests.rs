//! Tests of the file beside this folder.

use super::{is_of_dated_text, names_article};

#[test]
fn an_article_of_any_text_is_a_source() {
    assert!(names_article("Article 2(1) TEU states that "));
    assert!(names_article("under rule 7 of its Rules of Procedure, "));
    assert!(!names_article("in an article of 2019 it says that "));
    assert!(!names_article("as paragraph 5 has it, "));
    assert!(!names_article(
        "the Chair, who had met them under section 3, said that "
    ));
    assert!(!names_article(
        "States that meet standard 4 were told that "
    ));
}

#[test]
fn a_text_is_named_by_its_kind_and_its_day() {
    assert!(is_of_dated_text(
        "the statement by its Chair of 12 July 2023, where it "
    ));
    assert!(!is_of_dated_text("the statement by its Chair, where it "));
    assert!(!is_of_dated_text("On 12 July 2023 the Chair said that "));
}
