//! What holds of every text: spans are sound, symbols round-trip, blocks are scanned one by one, and no
//! text is scanned twice over.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use citation::{Citation, Lexicon, Name, Symbol, scan};
use proptest::prelude::*;

fn lexicon() -> Lexicon {
    let name = |written: &str, acronym| Name {
        written: written.into(),
        title: written.into(),
        acronym,
    };
    Lexicon::new(vec![
        name("Convention on the Rights of the Child", false),
        name("2030 Agenda for Sustainable Development", false),
        name("ICRMW", true),
    ])
}

fn assert_sound(text: &str, found: &[Citation]) {
    let mut end = 0;
    for citation in found {
        let spans = [Some(&citation.token), Some(&citation.phrase)]
            .into_iter()
            .chain([
                citation.date.as_ref().map(|date| &date.span),
                citation.pinpoint.as_ref().map(|pinpoint| &pinpoint.span),
            ])
            .flatten();
        for span in spans {
            assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
        }
        assert!(citation.token.start >= end, "overlap in {text:?}");
        assert!(!citation.token.is_empty());
        assert!(citation.phrase.start <= citation.token.start);
        assert!(citation.phrase.end >= citation.token.end);
        end = citation.token.end;
    }
}

/// Pieces that references are made of, and what surrounds them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("General Assembly resolution ".to_owned()),
        Just("its resolutions ".to_owned()),
        Just("decision ".to_owned()),
        Just("Security Council resolution ".to_owned()),
        Just(" of 20 December 2012".to_owned()),
        Just("paragraph 15 of ".to_owned()),
        Just(", paras. 3-5".to_owned()),
        Just(" and ".to_owned()),
        Just(", ".to_owned()),
        Just(". ".to_owned()),
        Just("\n".to_owned()),
        Just(" (2000)".to_owned()),
        Just("A/C.3/67/L.40/Rev.1".to_owned()),
        Just("Ibid., vol. 2220, No. 39481".to_owned()),
        Just("the Convention on the\nRights of the Child".to_owned()),
        Just("“à la carte”–".to_owned()),
        (1_u16..999, 1_u16..999).prop_map(|(session, number)| format!("{session}/{number}")),
        (1_u16..3000).prop_map(|number| number.to_string()),
        "[A-Z/.0-9 ]{1,12}",
        "\\PC{0,6}",
    ]
}

fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn spans_are_sound_in_any_text(text in "\\PC{0,200}") {
        assert_sound(&text, &scan(&text, &lexicon()));
    }

    #[test]
    fn spans_are_sound_in_prose(text in prose()) {
        assert_sound(&text, &scan(&text, &lexicon()));
    }

    #[test]
    fn blocks_are_scanned_one_by_one(first in "[A-Za-z0-9/ ,()]{0,80}", second in "[A-Za-z0-9/ ,()]{0,80}") {
        let lexicon = lexicon();
        let first = format!("General Assembly resolution 67/172 {first}.");
        let second = format!("Security Council resolution 1325 (2000) {second}.");
        let together = format!("{first}\n\n{second}");
        let offset = first.len() + 2;
        let mut apart: Vec<_> =
            scan(&first, &lexicon).into_iter().map(|citation| citation.token).collect();
        apart.extend(
            scan(&second, &lexicon)
                .into_iter()
                .map(|citation| citation.token.start + offset..citation.token.end + offset),
        );
        let whole: Vec<_> =
            scan(&together, &lexicon).into_iter().map(|citation| citation.token).collect();
        prop_assert_eq!(whole, apart);
    }

    #[test]
    fn canonical_forms_round_trip(text in prose()) {
        for citation in scan(&text, &lexicon()) {
            if let Some(symbol) = Symbol::parse(&text[citation.token.clone()]) {
                let again = Symbol::parse(symbol.canonical());
                prop_assert_eq!(again.as_ref(), Some(&symbol), "{}", symbol);
                prop_assert_eq!(again.and_then(|s| s.adopted().cloned()), symbol.adopted().cloned());
            }
        }
    }
}

#[test]
fn hostile_texts_come_to_an_end() {
    const SIZE: usize = 400_000;
    for piece in [
        "A/",
        "A/A",
        "1",
        "1/",
        "(",
        "resolution ",
        "resolution 1/2, ",
        "Ibid. ",
        ", ",
        "A.B/",
        "of ",
        "the ",
        "paragraph ",
        "paragraph 1 of ",
        "S/RES/",
        "A/RES/1",
        "\u{1A}",
        "а/",
        "Council ",
        "Convention ",
    ] {
        let text = piece.repeat(SIZE / piece.len());
        assert_sound(&text, &scan(&text, &lexicon()));
    }
}
