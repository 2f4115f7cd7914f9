//! Places without the word for what they count, as lawyers write them: "ICESCR 13(2)(a)", "A/48/49, at 312".

use std::ops::Range;

use super::labels;
use crate::scan::cursor;
use crate::{Pinpoint, Step, Unit, sentences};

/// The article, or what else has the `unit`, behind the acronym of an instrument that ends at `at`, with a paragraph or a
/// letter in parentheses, as lawyers write it without a word: "ICESCR 13(2)(a)", "CEDAW 10(f)".
pub(crate) fn place_alone(text: &str, at: usize, unit: Unit) -> Option<Pinpoint> {
    /// No treaty has more articles than have three figures.
    const FIGURES: usize = 3;
    let start = cursor::skip_space(text, at);
    let figures = cursor::digits(text, start).len();
    let inside = text[start + figures..].strip_prefix('(')?;
    let length = inside.find(')')?;
    let inside = &inside[..length];
    let is_paragraph = matches!(length, 1 | 2) && inside.bytes().all(|byte| byte.is_ascii_digit())
        || length == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    if start == at || !(1..=FIGURES).contains(&figures) || !is_paragraph {
        return None;
    }
    let (labels, end) = labels::at(text, start, unit);
    (!labels.is_empty()).then(|| Pinpoint {
        steps: vec![Step { unit, labels }],
        beside: Vec::new(),
        span: start..end,
    })
}

/// The article behind the acronym of a treaty that ends at `at` and has so many `articles`, without a word or a parenthesis:
/// "CRC 3.1", "ICCPR 17". Nothing may follow that it could count, and nobody may count there what States do.
pub(crate) fn article_alone(text: &str, at: usize, articles: u16) -> Option<Pinpoint> {
    /// So far around it nobody may count, in bytes.
    const NEAR: usize = 80;
    const COUNTED: [&str; 8] = [
        "accession",
        "member",
        "parties",
        "ratif",
        "report",
        "session",
        "signat",
        "states",
    ];
    let start = cursor::skip_space(text, at);
    let figures = cursor::digits(text, start);
    let article: u16 = figures.parse().ok()?;
    if start == at || !(1..=articles).contains(&article) || figures.starts_with('0') {
        return None;
    }
    let (labels, end) = labels::at(text, start, Unit::Article);
    let rest = &text[end..];
    let next = cursor::skip_space(text, end);
    let closes = rest.is_empty()
        || rest.starts_with([',', ';', ')', ']', '\n'])
        || rest
            .strip_prefix('.')
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        || cursor::any_word(text, next, &["and", "or", "&"]).is_some();
    let from = sentences::start(text, at, NEAR);
    let to = sentences::end(
        text,
        end,
        text.floor_char_boundary((end + NEAR).min(text.len())),
    );
    let around = text[from..to.max(end)].to_ascii_lowercase();
    let is_whole = labels.iter().all(|(from, to)| {
        let is_article = |label: &str| {
            let digits = label.split(['.', ' ']).next().unwrap_or_default();
            digits.parse().is_ok_and(|number: u16| number <= articles)
        };
        is_article(from) && to.as_deref().is_none_or(is_article)
    });
    // "CRC 12 (no)" is a vote.
    let is_place = !labels.is_empty()
        && !text[start..end].contains(" (")
        && is_whole
        && closes
        && !COUNTED.iter().any(|word| around.contains(word));
    is_place.then(|| Pinpoint {
        steps: vec![Step {
            unit: Unit::Article,
            labels,
        }],
        beside: Vec::new(),
        span: start..end,
    })
}

/// The article that `between` two acronyms belongs to the second, without a word in a list: ", 24(3)", " and 9".
pub(crate) fn paired(text: &str, between: Range<usize>) -> Option<Pinpoint> {
    let start = cursor::joint(text, between.start, &[","], &["and", "or", "&"])?;
    let figure = text.as_bytes().get(start)?;
    if !figure.is_ascii_digit() {
        return None;
    }
    let (labels, end) = labels::at(text, start, Unit::Article);
    let is_whole = !labels.is_empty() && cursor::skip_space(text, end) == between.end;
    is_whole.then(|| Pinpoint {
        steps: vec![Step {
            unit: Unit::Article,
            labels,
        }],
        beside: Vec::new(),
        span: start..end,
    })
}

/// The page at `at`, as lawyers cite it behind "at", where nothing follows that it counts: "U.N. Doc. A/48/49, at 312".
pub(super) fn page(text: &str, at: usize) -> Option<Pinpoint> {
    let figures = cursor::digits(text, at);
    let end = at + figures.len();
    let rest = &text[end..];
    let stops = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_alone = rest.is_empty()
        || rest.starts_with([',', ';', ')', '\n'])
        || rest.starts_with(" (")
        || rest.strip_prefix('.').is_some_and(stops);
    ((1..=4).contains(&figures.len()) && is_alone).then(|| Pinpoint {
        steps: vec![Step {
            unit: Unit::Page,
            labels: vec![(figures.into(), None)],
        }],
        beside: Vec::new(),
        span: at..end,
    })
}
