//! What must hold of every text, whoever reads it: labels that follow one another, no running head, no
//! page number and no figure of a footnote among the words.

use std::collections::{BTreeMap, HashSet};

use sources::{Document, PassageKind};

use super::{Read, Share};

/// What did not hold, by rule, and how often each rule was tried.
#[derive(Debug, Default)]
pub struct Broken {
    /// Numbered paragraphs whose label follows the one before on its level.
    pub consecutive: Share,
    /// Numbered paragraphs whose label no other has.
    pub unique: Share,
    /// Passages without head, page number or job number among their words.
    pub clean: Share,
    /// Words, of those that may carry a figure, without one.
    pub figures: Share,
    /// Numbered paragraphs that begin and end as one does.
    pub whole: Share,
    /// Passages that stand where they say, on pages that grow.
    pub placed: Share,
    /// Each case, for the eye.
    pub cases: Vec<String>,
}

/// Tries every rule on every text.
pub fn invariants(texts: &[Read]) -> Broken {
    let mut broken = Broken::default();
    for (name, text, document) in texts {
        labels(name, document, &mut broken);
        words(name, text, document, &mut broken);
        places(name, text, document, &mut broken);
    }
    broken
}

fn labels(name: &str, document: &Document, broken: &mut Broken) {
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen = HashSet::new();
    for passage in &document.passages {
        let Some(label) = passage
            .label
            .as_deref()
            .filter(|_| passage.kind == PassageKind::Numbered)
        else {
            continue;
        };
        let unique = seen.insert(label.to_owned());
        broken.unique.count(unique);
        let (parent, place) = split(label);
        let before = last.insert(parent, place).unwrap_or(0);
        // A rule that has only numbered paragraphs is there through them.
        if let Some((above, _)) = label.rsplit_once(" (") {
            let (parent, place) = split(above);
            last.insert(parent, place);
        }
        let follows = place == before + 1;
        broken.consecutive.count(follows);
        if !unique || !follows {
            broken
                .cases
                .push(format!("{name}: {label} behind {before}"));
        }
    }
}

/// A label as what stands above it and its place there: `3 (c)` is 3 below `3 (`.
fn split(label: &str) -> (String, usize) {
    let inner = label
        .strip_suffix(')')
        .and_then(|open| open.rsplit_once('('));
    let (above, own) = match inner {
        Some((above, own)) => (format!("{above}("), own),
        None => match label.rsplit_once(' ') {
            Some((place, number)) => (place.to_owned(), number),
            None => (String::new(), label),
        },
    };
    let roman = |text: &str| citation::Roman::parse(&text.to_uppercase());
    // Roman numerals stand below letters: "(a) (i)".
    let below_letter = above
        .trim_end_matches(['(', ' '])
        .strip_suffix(')')
        .and_then(|open| open.rsplit_once('('))
        .is_some_and(|(_, letter)| letter.bytes().all(|byte| byte.is_ascii_lowercase()));
    let as_roman = roman(own).map(|numeral| usize::from(numeral.value()));
    let place = match (own.parse::<usize>(), below_letter) {
        (Ok(number), _) => Some(number),
        (Err(_), true) => as_roman.or_else(|| letter(own)),
        (Err(_), false) => letter(own).or(as_roman),
    };
    (above, place.unwrap_or(0))
}

fn letter(text: &str) -> Option<usize> {
    let first = text.bytes().next()?.to_ascii_lowercase();
    let same = text.bytes().all(|byte| byte.to_ascii_lowercase() == first);
    (same && first.is_ascii_lowercase() && text.len() <= 2)
        .then(|| usize::from(first - b'a') + 1 + 26 * (text.len() - 1))
}

fn words(name: &str, text: &str, document: &Document, broken: &mut Broken) {
    let job = text.split_whitespace().find(|word| is_job_number(word));
    let own = document.facts.referents.first().map(ToString::to_string);
    for passage in &document.passages {
        let tokens = || passage.words.split(' ');
        let dirty = tokens().any(|token| Some(token) == job || own.as_deref() == Some(token));
        broken.clean.count(!dirty);
        if dirty {
            broken.cases.push(format!(
                "{name}: head or foot in “{}”",
                short(&passage.words)
            ));
        }
        if passage.kind == PassageKind::Footnote {
            continue;
        }
        for token in tokens() {
            let carries = carries_figure(token);
            if carries || token.ends_with(char::is_alphabetic) {
                broken.figures.count(!carries);
            }
            if carries {
                broken.cases.push(format!("{name}: figure in {token}"));
            }
        }
        if passage.kind == PassageKind::Numbered {
            let whole = passage
                .words
                .starts_with(|first: char| !first.is_lowercase())
                && (passage.words.ends_with([';', ':', '.', '\u{201d}', ','])
                    || passage.words.ends_with(" and")
                    || passage.words.ends_with(" or"));
            broken.whole.count(whole);
            if !whole {
                broken.cases.push(format!(
                    "{name}: {:?} is not whole: {}",
                    passage.label,
                    short(&passage.words)
                ));
            }
        }
    }
}

fn short(words: &str) -> String {
    words.chars().take(60).collect()
}

fn is_job_number(word: &str) -> bool {
    word.split_once('-').is_some_and(|(year, serial)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        year.len() == 2 && serial.len() == 5 && digits(year) && digits(serial)
    })
}

/// "Rights2", "development;14": a small word with a number at its end.
fn carries_figure(token: &str) -> bool {
    let base = token.trim_end_matches([',', ';', '.', ':', ')', '\u{201d}']);
    let letters = base.trim_end_matches(|last: char| last.is_ascii_digit());
    let digits = base.len() - letters.len();
    let word = letters.trim_end_matches([',', ';']);
    (1..=3).contains(&digits)
        && word.len() > 4
        && word.chars().all(char::is_alphabetic)
        && word.ends_with(char::is_lowercase)
}

fn places(name: &str, text: &str, document: &Document, broken: &mut Broken) {
    let mut page = 0;
    let mut end = 0;
    for passage in &document.passages {
        if passage.kind == PassageKind::Footnote {
            continue;
        }
        let inside = text.get(passage.span.clone()).is_some() && passage.span.start >= end;
        let grows = passage.page.is_none_or(|own| own >= page);
        broken.placed.count(inside && grows);
        if !(inside && grows) {
            broken.cases.push(format!(
                "{name}: “{}” stands out of order",
                short(&passage.words)
            ));
        }
        page = passage.page.unwrap_or(page);
        end = passage.span.end;
    }
}
