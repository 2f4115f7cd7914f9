//! What holds of every text, tried on texts that mix the official languages, and dates that read back.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use citation::{Date, Language, Lexicon, guess_language, scan};
use proptest::prelude::*;

mod invariants;

static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| {
    include_str!("data/languages.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.replace("\\n", "\n").replace("\\h", "\u{1a}"))
        .collect()
});

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(PIECES.as_slice()),
        2 => (1_u16..999, 1_u16..999).prop_map(|(session, number)| format!("{session}/{number}")),
        1 => (1_u16..3000).prop_map(|number| format!("{number} (2000)")),
        1 => (1_u16..3000).prop_map(|number| number.to_string()),
        1 => "\\PC{0,4}",
    ]
}

fn mixture() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

fn letters() -> impl Strategy<Value = String> {
    "[а-яА-ЯéíóñçÀ-ÿ\u{600}-\u{6ff}\u{4e00}-\u{4e40}第号决议قرار0-9/() ,.\u{200e}\u{301}]{0,120}"
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1024)
    })]

    #[test]
    fn ranges_are_sound(text in prop_oneof![mixture(), letters()]) {
        invariants::ranges_are_sound(&text);
    }

    #[test]
    fn blocks_are_independent(text in mixture()) {
        invariants::blocks_are_independent(&text);
    }

    #[test]
    fn symbols_round_trip(text in mixture()) {
        invariants::symbols_round_trip(&text);
    }

    #[test]
    fn a_guess_comes_to_an_end(text in prop_oneof![mixture(), letters()]) {
        guess_language(&text);
    }

    #[test]
    fn dates_read_back(year in 1946_u16..2030, month in 1_u8..=12, day in 1_u8..=28) {
        let date = Date::new(year, month, day).unwrap();
        for (language, opening) in [
            (Language::French, "résolution 67/172 du "),
            (Language::Spanish, "resolución 67/172, de "),
            (Language::Russian, "резолюция 67/172 от "),
            (Language::Arabic, "قرار الجمعية العامة 67/172 المؤرخ "),
        ] {
            let text = format!("{opening}{}", language.date(date));
            let found = scan(&text, &Lexicon::default());
            // An Arabic number whose date lies in the other part's session stays silent.
            if let Some(one) = found.first() {
                prop_assert_eq!(one.date.as_ref().and_then(|stated| stated.date.day()), Some(date), "{}", text);
            } else {
                prop_assert_eq!(language, Language::Arabic, "{}", text);
            }
        }
    }
}

#[test]
fn hostile_texts_come_to_an_end() {
    const SIZE: usize = 200_000;
    let repeated = [
        "第67/172号",
        "第67/172号决议",
        "第1",
        "résolution 1/2, ",
        "resolución ",
        "القرار 1/2 و ",
        "قرار",
        "و",
        "п. 1, ",
        "1/2 и ",
        "的",
        "《",
        "é",
        "Conseil ",
    ];
    for piece in PIECES.iter().map(String::as_str).chain(repeated) {
        invariants::ranges_are_sound(&piece.repeat(SIZE / piece.len().max(1)));
    }
}
