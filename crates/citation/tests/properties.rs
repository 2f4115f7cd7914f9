//! What holds of every text, tried on texts that are put together from forms of references and then damaged.
//!
//! A run takes seconds. `PENHOLDER_FUZZ_SECONDS=1200 cargo test --release -p citation --test properties`
//! goes on with ever new texts for that long; `fuzz/run` searches with a fuzzer that follows coverage.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

mod invariants;

/// A piece of a reference or of what stands around one.
fn piece() -> impl Strategy<Value = String> {
    let forms: Vec<String> = include_str!("data/forms.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r")
        })
        .collect();
    let symbols: Vec<&str> = include_str!("data/symbols.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    prop_oneof![
        8 => prop::sample::select(forms),
        2 => prop::sample::select(symbols).prop_map(str::to_owned),
        1 => (1_u16..999, 1_u16..999).prop_map(|(session, number)| format!("{session}/{number}")),
        1 => (1_u16..3000).prop_map(|number| number.to_string()),
        1 => "[A-Z/.0-9 ]{1,12}",
        1 => "\\PC{0,6}",
    ]
}

/// One change to a text, at a place given as a share of its length.
#[derive(Clone, Debug)]
enum Damage {
    Remove(u16, u8),
    Repeat(u16, u8),
    Insert(u16, char),
}

fn damage() -> impl Strategy<Value = Damage> {
    let signs: Vec<char> = "AEScr/\\.-,;()\n 0179–\u{A0}А∕１é“’\u{1A}%_"
        .chars()
        .collect();
    prop_oneof![
        (any::<u16>(), 1_u8..20).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<u16>(), 1_u8..40).prop_map(|(at, length)| Damage::Repeat(at, length)),
        (any::<u16>(), prop::sample::select(signs)).prop_map(|(at, sign)| Damage::Insert(at, sign)),
    ]
}

fn damaged(text: &str, damages: &[Damage]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for damage in damages {
        let place = |at: u16| usize::from(at) * characters.len() / (usize::from(u16::MAX) + 1);
        match *damage {
            Damage::Insert(at, sign) => characters.insert(place(at), sign),
            Damage::Remove(at, length) => {
                let start = place(at);
                let end = characters.len().min(start + usize::from(length));
                characters.drain(start..end);
            }
            Damage::Repeat(at, length) => {
                let start = place(at);
                let end = characters.len().min(start + usize::from(length));
                let again = characters[start..end].to_vec();
                characters.splice(start..start, again);
            }
        }
    }
    characters.into_iter().collect()
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(piece(), 0..24);
    let damages = prop::collection::vec(damage(), 0..6);
    (pieces, damages).prop_map(|(pieces, damages)| damaged(&pieces.concat(), &damages))
}

/// Tries `check` on the same texts in every run, and on ever new ones until the time that the environment
/// allows is over.
fn holds_of_every_text(check: fn(&str)) {
    let config = || Config {
        cases: 512,
        failure_persistence: None,
        ..Config::default()
    };
    let seconds = std::env::var("PENHOLDER_FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    let end = Instant::now() + Duration::from_secs(seconds.unwrap_or(0));
    let same = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config(), same);
    loop {
        let tried = runner.run(&texts(), |text| {
            check(&text);
            Ok(())
        });
        tried.unwrap();
        if Instant::now() >= end {
            return;
        }
        runner = TestRunner::new(config());
    }
}

#[test]
fn parsing_ends() {
    holds_of_every_text(invariants::parsing_ends);
}

#[test]
fn symbols_round_trip() {
    holds_of_every_text(invariants::symbols_round_trip);
    for text in ["S/RES/1322 (0200)", "S/RES/0322 (2000)", "A/RES/067/0172"] {
        invariants::symbols_round_trip(text);
    }
}

#[test]
fn ranges_are_sound() {
    holds_of_every_text(invariants::ranges_are_sound);
}

#[test]
fn blocks_are_independent() {
    holds_of_every_text(invariants::blocks_are_independent);
}

#[test]
fn hostile_texts_come_to_an_end() {
    const SIZE: usize = 400_000;
    for piece in [
        "A/",
        "A/A",
        "A/A A/",
        "1",
        "1/",
        "(",
        "resolution ",
        "resolution 1/2, ",
        "67/172 of 20 December 2012, ",
        "Ibid. ",
        ", ",
        "A.B/",
        "of ",
        "the ",
        "paragraph ",
        "paragraph 1 of ",
        "S/RES/",
        "A/RES/1",
        "a/",
        "A / 1 / ",
        "A/HCR/1 ",
        "A\\",
        "\u{1A}",
        "а/",
        "А/",
        "Council ",
        "Convention ",
        "\n",
        "a\n\n",
        "Convention on the\n",
        "(No. ",
        "ILO C100, ",
        "Conventions Nos. 97, ",
        "Convention, 1949 (No. 97) ",
        "Sales No. E.93.I.8, ",
        "COM(2011) 743 final ",
        "applications nos. 1/07, ",
        "Directives 2008/115/EC, ",
        " C/1",
        "32008L0115 ",
        "GC(67)/RES/1 ",
        "Resolution No. 1338 ",
    ] {
        let text = piece.repeat(SIZE / piece.len());
        invariants::ranges_are_sound(&text);
    }
}
