//! Slips of letters: swapped, wrong, put for digits or digits for them, and misspelt first components.

use super::search::Search;
use super::tidy::SUFFIXES;
use crate::Roman;
use crate::grammar::{self, PrefixKind};
use crate::symbol::shape;

/// `A/HCR/53/26`, `A/RSE/67/172`: two neighbouring letters changed places.
pub(super) fn swapped(search: &mut Search<'_>) {
    let bytes = search.text().as_bytes();
    for at in 1..bytes.len() {
        if !search.may_stand_at(at) {
            return;
        }
        let (first, second) = (bytes[at - 1], bytes[at]);
        if !first.is_ascii_alphabetic() || !second.is_ascii_alphabetic() || first == second {
            continue;
        }
        let initial = at < 2 || !bytes[at - 2].is_ascii_alphabetic();
        let pair = in_place(second, first, initial).map(char::from);
        let pair: String = pair.into_iter().collect();
        search.offer_with(at - 1..at + 1, &pair, |mended| {
            format!("letters swapped: {}", around(mended, at))
        });
    }
}

/// The letters in their right order; the capital of "Rev" goes with its place, not with its letter.
fn in_place(first: u8, second: u8, initial: bool) -> [u8; 2] {
    if initial && first.is_ascii_lowercase() && second.is_ascii_uppercase() {
        return [first.to_ascii_uppercase(), second.to_ascii_lowercase()];
    }
    [first, second]
}

/// The component around `at`, with the organ where it is the second.
fn around(text: &str, at: usize) -> &str {
    let end = text[at..]
        .find('/')
        .map_or(text.len(), |length| at + length);
    let start = text[..at].rfind('/').map_or(0, |stroke| stroke + 1);
    let second = text[..start].matches('/').count() == 1;
    if second {
        &text[..end]
    } else {
        &text[start..end]
    }
}

/// `E/CN.4/l983/55`, `A/42/iO`: letters that a scan or a slip put for digits.
pub(super) fn for_digits(search: &mut Search<'_>) {
    if let Some((mended, reason)) = with_digits(search.text()) {
        search.offer(&mended, |_| reason.to_owned());
    }
}

/// `text` with digits for the letters that look like them, and the slip in words.
pub(super) fn with_digits(text: &str) -> Option<(String, &'static str)> {
    let mut mended = String::new();
    let mut start = 0;
    // A number ends at a stroke, a parenthesis, or the hyphen of a double symbol.
    for piece in text.split_inclusive(['/', '(', ')', '-', ' ']) {
        let component = piece.trim_end_matches(['/', '(', ')', '-', ' ']);
        let number = component.rfind('.').map_or(0, |stop| stop + 1);
        if belongs_in_digits(component, number, &text[..start]) {
            mended.push_str(&component[..number]);
            mended.extend(component[number..].chars().map(digit_like));
            mended.push_str(&piece[component.len()..]);
        } else {
            mended.push_str(piece);
        }
        start += piece.len();
    }
    (mended != text).then_some((mended, "a letter stands where a digit belongs"))
}

fn digit_like(letter: char) -> char {
    match letter {
        'l' | 'I' | 'i' => '1',
        'O' | 'o' => '0',
        'Z' => '2',
        other => other,
    }
}

/// Whether what stands behind `number` in `component` has to be a number, behind the text `before`.
fn belongs_in_digits(component: &str, number: usize, before: &str) -> bool {
    let figures = &component[number..];
    let figure = |byte: u8| byte.is_ascii_digit() || b"lIiOoZ".contains(&byte);
    if before.is_empty() || figures.is_empty() || !figures.bytes().all(figure) {
        return false;
    }
    if figures.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if figures.len() > 1 && Roman::parse(figures).is_some() {
        return false;
    }
    if number > 0 {
        return grammar::dotted(&component[..number - 1]).is_some();
    }
    let previous = before
        .strip_suffix('/')
        .and_then(|before| before.rsplit('/').next());
    let counts = previous.is_some_and(|previous| {
        previous.bytes().all(|byte| byte.is_ascii_digit())
            || shape::is_special_session(previous)
            || grammar::word(previous).is_some_and(grammar::Component::before_number)
    });
    counts && figures.len() <= 2
}

/// `C0NF.157`, `1NF`: digits put for letters.
pub(super) fn digits_for_letters(search: &mut Search<'_>) {
    let text = search.text();
    let mut start = 0;
    for component in text.split('/') {
        let stem = component.split('.').next().unwrap_or(component);
        let mixed = stem.bytes().any(|byte| byte.is_ascii_alphabetic())
            && stem.bytes().any(|byte| byte.is_ascii_digit());
        if mixed {
            let letters: String = stem.chars().map(letter_like).collect();
            search.offer_with(start..start + stem.len(), &letters, |_| {
                "a digit stands where a letter belongs".to_owned()
            });
        }
        start += component.len() + 1;
    }
}

fn letter_like(digit: char) -> char {
    match digit {
        '0' => 'O',
        '1' => 'I',
        '5' => 'S',
        other => other,
    }
}

/// Stems and words of components that a wrong letter is looked for in, beside the suffixes.
const STEMS: [&str; 9] = [
    "RES", "DEC", "HRC", "PRST", "CONF", "SR", "PV", "CRP", "INF",
];

/// `Rey.1`, `Cor.1`, `SH.325`: one letter wrong, missing or too many in the stem of a component.
pub(super) fn stem_misspelt(search: &mut Search<'_>) {
    let text = search.text();
    let mut start = 0;
    for (index, component) in text.split('/').enumerate() {
        let (stem, number) = component.split_once('.').unwrap_or((component, ""));
        let known = if number.is_empty() {
            grammar::word(stem).is_some()
        } else {
            grammar::dotted(stem).is_some()
        };
        let letters = !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphabetic());
        if index > 0 && letters && !known {
            for right in SUFFIXES.iter().chain(&STEMS) {
                if is_one_slip_away(stem, right) {
                    search.offer_with(start..start + stem.len(), right, |mended| {
                        format!("one letter wrong: {}", around(mended, start + 1))
                    });
                }
            }
        }
        start += component.len() + 1;
    }
}

/// Whether one letter put for another, left out or added makes `right` of `written`.
fn is_one_slip_away(written: &str, right: &str) -> bool {
    let (written, right) = (written.as_bytes(), right.as_bytes());
    let (short, long) = if written.len() <= right.len() {
        (written, right)
    } else {
        (right, written)
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let head = short.iter().zip(long).take_while(same).count();
    let behind = short[head..].iter().rev().zip(long.iter().rev());
    let tail = behind.take_while(same).count();
    match long.len() - short.len() {
        0 => head + tail + 1 == long.len() && head + tail > 0,
        _ => head + tail == short.len() && short.len() > 1,
    }
}

/// `CPRD/C/GC/6`, `CMR/C/GC/2`, `TS/SGB/2013/4`: the first component misspelt, where the second is one of
/// the right one's own. Letters that changed places are the likelier slip.
pub(super) fn prefix_misspelt(search: &mut Search<'_>) {
    let Some((first, rest)) = search.text().split_once('/') else {
        return;
    };
    if grammar::prefix(first).is_some() {
        return;
    }
    let second = rest.split('/').next().unwrap_or("");
    for prefix in misspelt_prefixes(first) {
        if prefix.word(second).is_some() {
            search.offer_with(0..first.len(), prefix.written, |_| {
                format!("the first component is {}", prefix.written)
            });
        }
    }
}

/// The prefixes that one letter put for another, left out or added makes of `first`; those of the organs
/// and of few letters are too short for it.
pub(super) fn misspelt_prefixes(first: &str) -> impl Iterator<Item = &'static grammar::Prefix> {
    grammar::prefixes()
        .filter(|prefix| matches!(prefix.kind, PrefixKind::TreatyBody | PrefixKind::Series))
        .filter(move |prefix| first.len() > 2 && is_one_slip_away(first, prefix.written))
}
