//! Quotations as drafters write them, against a paragraph.

use super::*;

const TEXT: &str = "Recalling also that the Commission, at its sixty-first session, decided to keep the \
     situation of children who cross borders alone under review, and noting with concern the growing \
     number of them;";

fn found(quote: &str) -> Option<Alignment> {
    let alignment = Quotation::new(quote).find_in(TEXT);
    if let Some(alignment) = &alignment {
        assert!(TEXT.get(alignment.span.clone()).is_some());
    }
    alignment
}

fn likeness(quote: &str) -> Option<Likeness> {
    found(quote).map(|alignment| alignment.likeness)
}

#[test]
fn the_same_words_are_exact_however_they_are_set() {
    for quote in [
        "keep the situation of children who cross borders alone under review",
        "\u{201c}Keep the situation of children who cross borders alone under review\u{201d}",
        "keep the\nsituation   of children who cross borders alone, under review",
        "at its sixty\u{2013}first session",
        "children",
        "RECALLING ALSO THAT THE COMMISSION",
    ] {
        assert_eq!(likeness(quote), Some(Likeness::Exact), "{quote}");
    }
}

#[test]
fn what_a_quotation_may_change_is_said_and_is_no_alteration() {
    for (quote, edit) in [
        (
            "decided to keep the situation of children \u{2026} under review",
            Edit::Ellipsis,
        ),
        (
            "decided to keep the situation of children ... under review",
            Edit::Ellipsis,
        ),
        (
            "decided to keep the situation [\u{2026}] under review",
            Edit::Ellipsis,
        ),
        (
            "decided to keep the situation . . . under review",
            Edit::Ellipsis,
        ),
        (
            "[the Commission] decided to keep the situation",
            Edit::Brackets,
        ),
        (
            "noting with [great] concern the growing number",
            Edit::Brackets,
        ),
        ("noting with concern [their] growing number", Edit::Brackets),
        ("the growing [sic] number of them", Edit::Sic),
        ("the growing *[sic]* number of them", Edit::Sic),
        (
            "Recalls also that the Commission, at its sixty-first session, decided",
            Edit::VerbEnding,
        ),
        ("recalled also that the Commission", Edit::VerbEnding),
        (
            "Notes with concern the growing number of them",
            Edit::VerbEnding,
        ),
    ] {
        assert_eq!(
            likeness(quote),
            Some(Likeness::Edited(vec![edit])),
            "{quote}"
        );
    }
}

#[test]
fn an_altered_word_is_shown_beside_the_word_of_the_text() {
    let quote = "keep the situation of migrants who cross borders alone under review";
    let Some(Likeness::Altered(differences)) = likeness(quote) else {
        panic!("one word is another");
    };
    assert_eq!(differences.len(), 1);
    assert_eq!(&quote[differences[0].in_quotation.clone()], "migrants");
    assert_eq!(
        (&*differences[0].text, differences[0].words),
        ("children", 1)
    );
    assert_eq!(&TEXT[differences[0].in_text.clone()], "children");
}

#[test]
fn added_and_missing_words_are_told_apart() {
    let added = "decided to keep the difficult situation of children who cross borders alone";
    let Some(Likeness::Altered(differences)) = likeness(added) else {
        panic!("a word was added");
    };
    assert_eq!(&added[differences[0].in_quotation.clone()], "difficult");
    assert!(differences[0].in_text.is_empty() && differences[0].text.is_empty());
    let missing = "decided to keep the situation of children who cross alone under review";
    let Some(Likeness::Altered(differences)) = likeness(missing) else {
        panic!("a word is missing");
    };
    assert!(differences[0].in_quotation.is_empty());
    assert_eq!(&*differences[0].text, "borders");
}

#[test]
fn an_alteration_beside_an_ellipsis_is_still_one() {
    let quote =
        "the Commission \u{2026} decided to keep the circumstances of children under review";
    assert!(matches!(likeness(quote), Some(Likeness::Altered(_)) | None));
    let quote = "at its sixty-first session, decided to keep the plight of children \u{2026} noting with concern the growing number";
    let Some(Likeness::Altered(differences)) = likeness(quote) else {
        panic!("one word is another");
    };
    assert_eq!(&*differences[0].text, "situation");
}

#[test]
fn other_words_are_not_found() {
    for quote in [
        "the situation of older persons in rural areas was not discussed",
        "migrants",
        "children who alone cross",
        "decided to end the review of reports by all of its members",
        "",
        "\u{2026}",
        "[sic]",
    ] {
        assert_eq!(likeness(quote), None, "{quote}");
    }
}

#[test]
fn the_order_of_stretches_counts() {
    assert_eq!(likeness("under review \u{2026} decided to keep"), None);
}

#[test]
fn no_quotation_and_no_text_make_it_panic() {
    let quotes = [
        "[",
        "]",
        "[[]]",
        "...",
        "a [b",
        "\u{2026}\u{2026}x",
        "é [é] é",
        "[sic] [sic] a",
    ];
    for quote in quotes {
        for text in ["", "a", "é", "\u{2026}", TEXT] {
            let quotation = Quotation::new(quote);
            let _ = quotation.find_in(text);
        }
    }
}
