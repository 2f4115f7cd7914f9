//! What is said of the beginning of a draft for good is said of the whole draft, in the same words.

use draft::Dialect;
use rules::{Finding, Settings, Severity};
use sources::Catalogue;

use super::{Reading, Setup, setups, texts};

/// A text is cut at so many places at most.
const CUTS: usize = 8;

/// Of every so many real texts one is looked at.
const SOME: usize = 6;

/// What a comment begins with that accepts findings, be it everywhere in the draft.
const ACCEPTING: &str = "penholder:";

/// How many findings last of the beginnings of `text`. What a draft says of itself has to stand in them.
fn lasting(text: &str, dialect: Dialect, setup: &Setup) -> usize {
    let mut whole = Reading::fresh(text, dialect, setup);
    whole.settle();
    let all: Vec<Finding> = whole.checked.findings();
    let cuts: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at).collect();
    let mut seen = 0;
    for &cut in cuts.iter().step_by(cuts.len().div_ceil(CUTS).max(1)) {
        let head = Reading::fresh(&text[..cut], dialect, setup);
        if !head.draft.has_head_of(&whole.draft) || text[cut..].contains(ACCEPTING) {
            continue;
        }
        for placed in head.checked.lasting(&head.resolved) {
            let finding = placed.to_finding();
            assert!(
                all.contains(&finding),
                "{finding:?} before {cut} of {dialect:?} {text:?}, {all:#?}"
            );
            seen += 1;
        }
    }
    seen
}

#[test]
fn what_lasts_is_said_of_the_whole_draft() {
    let setups = setups();
    let mut seen = 0;
    for (text, dialect) in texts::pitfalls() {
        seen += setups
            .iter()
            .map(|setup| lasting(&text, dialect, setup))
            .sum::<usize>();
    }
    assert!(seen > 50, "{seen} findings");
}

#[test]
fn what_lasts_is_said_of_whole_real_texts() {
    let every = std::env::var("PENHOLDER_LASTING").is_ok();
    let setups = setups();
    let texts = texts::real_texts();
    let some = texts.iter().step_by(if every { 1 } else { SOME });
    let lasting = some
        .zip(setups.iter().cycle())
        .map(|((text, dialect), setup)| lasting(text, *dialect, setup));
    let seen: usize = lasting.sum();
    eprintln!("{seen} findings last");
    assert!(seen >= texts.len() / SOME, "{seen} findings");
}

#[test]
fn what_a_graver_finding_may_replace_does_not_last() {
    let setup = |severity: Severity| Setup {
        sources: Box::new(Catalogue),
        settings: Settings {
            on: vec!["C015".to_owned()],
            severity: [
                ("C".to_owned(), Severity::Warning),
                ("C015".to_owned(), severity),
            ]
            .into(),
            ..Settings::default()
        },
    };
    let text = "It was adopted as General Assembly resolution 67/172 of 20 December 2012.\n\n\
                It was General Assembly resolution 67/172 of 21 December 2012.\n\nNoted.\n\nNoted.\n";
    assert_eq!(lasting(text, Dialect::Markdown, &setup(Severity::Hint)), 1);
    assert_eq!(lasting(text, Dialect::Markdown, &setup(Severity::Error)), 0);
}
