//! Tests of the file beside this folder.

use super::*;

fn stated(tail: &str) -> Option<(String, Claim)> {
    behind(tail, 100).map(|stated| {
        let span = stated.title.span;
        assert_eq!(
            tail[span.start - 100..span.end - 100]
                .split_whitespace()
                .collect::<Vec<_>>(),
            stated.title.words.split(' ').collect::<Vec<_>>()
        );
        (stated.title.words, stated.claim)
    })
}

#[test]
fn a_title_stands_in_quotation_marks_or_after_on() {
    for (tail, words, claim) in [
        (
            ", entitled “The Pact for the Future”, in which",
            "The Pact for the Future",
            Claim::Title,
        ),
        (
            " entitled \"Our common agenda\".",
            "Our common agenda",
            Claim::Title,
        ),
        (
            ", entitled\n“The future\nwe want”,",
            "The future we want",
            Claim::Title,
        ),
        (
            ", entitled ‘The States’ duties: a review’, and",
            "The States’ duties: a review",
            Claim::Title,
        ),
        (
            ", entitled “The report entitled “On the way” and after”, and",
            "The report entitled “On the way” and after",
            Claim::Title,
        ),
        (
            " “Protection of migrants”, and",
            "Protection of migrants",
            Claim::Words,
        ),
        (
            " on the protection of migrants, and",
            "the protection of migrants",
            Claim::Subject,
        ),
        (
            ", on oceans and the law of the sea;",
            "oceans and the law of the sea",
            Claim::Subject,
        ),
    ] {
        assert_eq!(stated(tail), Some((words.to_owned(), claim)), "{tail}");
    }
    for tail in [
        ", in which it decided to entitle",
        " and 67/173 entitled “X”",
        ", by which it adopted the agenda entitled “X”",
        ", entitled “never closed",
        " one hundred",
        " on",
        "",
    ] {
        assert_eq!(stated(tail), None, "{tail}");
    }
}

#[test]
fn words_of_a_paragraph_are_no_title() {
    for words in [
        "[s]tresses the need",
        "Decides to include in its agenda",
        "Recognizing that all",
        "Deeply concerned that",
    ] {
        assert!(opens_paragraph(words), "{words}");
    }
    for words in ["Promoting peace", "Women and peace", "Strengthening of aid"] {
        assert!(!opens_paragraph(words), "{words}");
    }
    assert!(has_place_behind("” (para. 1)."));
    assert!(has_place_behind("”, paragraph 4,"));
    assert!(!has_place_behind("”, in which"));
}

#[test]
fn one_word_among_many_is_a_slip() {
    for (title, words) in [
        (
            "The Law-of-the-Sea, People’s “Rights”",
            "law of the sea peoples rights",
        ),
        ("The", ""),
        ("Theatre ’ ‘Été’", "theatre été"),
    ] {
        assert_eq!(folded(title), words);
    }
    let slip = |one: &str, other: &str| is_slip(&words(&folded(one)), &words(&folded(other)));
    assert!(slip("The Pact for the Future", "The Pact of the Future"));
    assert!(slip("Protection of migrants", "Protection of all migrants"));
    assert!(!slip("Protection of migrants", "Rights of the child"));
    assert!(!slip("Oceans", "Seas"));
    let same = |one: &str, other: &str| is_same(&words(&folded(one)), &words(&folded(other)));
    assert!(same("Protection of migrants", "the protection of migrants"));
    assert!(same(
        "Protection of migrants",
        "Protection of 2/7 A/RES/78/1 migrants"
    ));
    assert!(!same(
        "Protection of migrants",
        "Protection of all migrants"
    ));
    assert!(!same("Protection of migrants", "Migrants of protection"));
}
