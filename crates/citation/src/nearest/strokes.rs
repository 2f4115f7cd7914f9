//! Slips of full stops, strokes and hyphens.

use super::search::Search;
use crate::Roman;
use crate::grammar::{self, ComponentKind, PrefixKind, is_year};

/// `L49`, `C3`, `CONFVI`: a stem and its number grown together.
pub(super) fn full_stop_missing(search: &mut Search<'_>) {
    if let Some((mended, reason)) = with_full_stops(search.text()) {
        search.offer(&mended, |_| reason.to_owned());
    }
}

/// `text` with the full stops that are missing in any of its components, and the slip in words.
pub(super) fn with_full_stops(text: &str) -> Option<(String, &'static str)> {
    let mut mended = String::new();
    let mut done = 0;
    let mut start = 0;
    for component in text.split('/') {
        if let Some(at) = grown_together(component) {
            mended.extend([&text[done..start + at], "."]);
            done = start + at;
        }
        start += component.len() + 1;
    }
    if done == 0 {
        return None;
    }
    mended.push_str(&text[done..]);
    Some((mended, "a full stop is missing before the number"))
}

/// Where a component falls into a stem and its number.
fn grown_together(component: &str) -> Option<usize> {
    if !component.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let letters = component
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let number = component[letters..].find(['-', '(', ' ']);
    let end = number.map_or(component.len(), |length| letters + length);
    let fits = |at: &usize| {
        let (stem, number) = component[..end].split_at(*at);
        // "DEC15" is no "Dec.15": resolutions of the younger assemblies are written small.
        grammar::dotted(stem).is_some_and(|known| {
            known.allows(number) && (known.kind != ComponentKind::Act || known.written == stem)
        })
    };
    if letters < end {
        return Some(letters).filter(fits);
    }
    (2..letters).find(|at| fits(at) && Roman::parse(&component[*at..end]).is_some())
}

/// `P.V.86`.
pub(super) fn inner_stops(search: &mut Search<'_>) {
    let text = search.text();
    let mut start = 0;
    for component in text.split('/') {
        if let Some((stem, _)) = component.rsplit_once('.')
            && stem.contains('.')
        {
            let joined = stem.replace('.', "");
            if grammar::dotted(&joined).is_some() {
                search.offer_with(start..start + stem.len(), &joined, |_| {
                    "one full stop too many".to_owned()
                });
            }
        }
        start += component.len() + 1;
    }
}

/// `79.SR.37`, `A/RES/67.172`: a full stop where a stroke belongs.
pub(super) fn stop_for_stroke(search: &mut Search<'_>) {
    exchanged(search, '.', "a stroke belongs where the full stop stands");
}

/// `A/RES/67-172`: a hyphen where a stroke belongs.
pub(super) fn hyphen_for_stroke(search: &mut Search<'_>) {
    // Funds and programmes that share a board join their names: DP-FPA-OPS/2022/CRP.1.
    let first = search.text().split('/').next().unwrap_or("");
    if first.contains('-') && first.split('-').all(|name| grammar::prefix(name).is_some()) {
        return;
    }
    exchanged(search, '-', "a stroke belongs where the hyphen stands");
}

fn exchanged(search: &mut Search<'_>, mark: char, reason: &str) {
    let text = search.text();
    let mut places = 0;
    for (at, _) in text.match_indices(mark) {
        places += 1;
        // Small letters behind a full stop are the ending of a file's name; a word that no table lists may have its
        // number behind the stop: `NOTE.1`.
        let ends_name = text[at + 1..].starts_with(|c: char| c.is_ascii_lowercase());
        let word = word_before(text, at);
        let is_own = word.len() > 1
            && !is_listed(text, word)
            && (mark == '.' || joins_words(text, at) && Roman::parse(word).is_none());
        if !ends_name && !is_own {
            search.offer_with(at..at + 1, "/", |_| reason.to_owned());
        }
    }
    if places > 1 {
        search.offer(&text.replace(mark, "/"), |_| reason.to_owned());
    }
}

/// Whether letters stand behind the mark at `at` as well: a word of two parts, `SPP-CWP`.
fn joins_words(text: &str, at: usize) -> bool {
    text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic())
}

/// `CCPR/C/SR/1205`, `A/C.3/67/L/40`: a stroke where a full stop belongs.
pub(super) fn stroke_for_stop(search: &mut Search<'_>) {
    let text = search.text();
    for (at, _) in text.match_indices('/') {
        let stem = word_before(text, at);
        let number = text[at + 1..].split('/').next().unwrap_or("");
        let is_first = stem.len() == at;
        // Whose bodies number their documents behind a stroke no table says.
        let fits =
            |known: &grammar::Component| known.kind != ComponentKind::Body && known.allows(number);
        let is_word = is_first || grammar::word(stem).is_some();
        let joins = !is_word && grammar::dotted(stem).is_some_and(fits);
        if joins {
            search.offer_with(at..at + 1, ".", |_| {
                "a full stop belongs where the stroke stands".to_owned()
            });
        }
    }
}

/// `CEDAW/C/GC/31/CRC/C/GC/18`: a stroke where the hyphen of a double symbol belongs. Two documents of
/// one organ have no symbol in common.
pub(super) fn stroke_for_hyphen(search: &mut Search<'_>) {
    let text = search.text();
    let first = text.split('/').next().unwrap_or("");
    for (at, _) in text.match_indices('/') {
        let next = text[at + 1..].split('/').next().unwrap_or("");
        let joins = text[..at].ends_with(|c: char| c.is_ascii_digit())
            && next != first
            && grammar::prefix(next).is_some();
        if joins {
            search.offer_with(at..at + 1, "-", |_| {
                "a hyphen joins the symbols of one document".to_owned()
            });
        }
    }
}

/// `L.40Rev.1`, `D1968`, `A/RES/67172`: a stroke left out. Between letters and digits first, then where
/// two figures make a session and four a year; between figures only where a table lists all words, since the number of a
/// file is no symbol: `A/79/BX/4471`.
pub(super) fn missing(search: &mut Search<'_>) {
    let text = search.text();
    let bytes = text.as_bytes();
    let is_listed =
        |word: &str| word.len() < 2 || is_listed(text, word) || Roman::parse(word).is_some();
    let all_listed = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .all(is_listed);
    for wanted in 0..=3 {
        for at in 1..bytes.len() {
            let joins = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b')');
            if !search.may_stand_at(at) {
                break;
            }
            let between = joins(bytes[at - 1]) && bytes[at].is_ascii_alphanumeric();
            let of_figures = bytes[at - 1].is_ascii_digit() && bytes[at].is_ascii_digit();
            if between
                && preference(bytes, at) == wanted
                && may_end_at(text, at)
                && (all_listed || !of_figures)
            {
                search.offer_with(at..at, "/", |_| "a stroke is missing".to_owned());
            }
        }
    }
}

/// Whether a component may end at `at`: what stands before is no letters, or such as a table lists.
fn may_end_at(text: &str, at: usize) -> bool {
    let word = word_before(text, at);
    let goes_on = text[at..].starts_with(|c: char| c.is_ascii_alphabetic());
    // Of single letters only those of an organ and of a committee run into a word: "ARES", "CLBY".
    let runs = at == 1 || word == "C";
    word.is_empty() || is_listed(text, word) && (word.len() > 1 || runs || !goes_on)
}

/// The letters before `at`.
fn word_before(text: &str, at: usize) -> &str {
    let letters = text.as_bytes()[..at].iter().rev();
    let length = letters.take_while(|b| b.is_ascii_alphabetic()).count();
    &text[at - length..at]
}

/// Whether a table has `word`, of the symbol `text`, as a component or its stem, or it may be a country's code.
pub(super) fn is_listed(text: &str, word: &str) -> bool {
    let of_series = text
        .split(['/', '.'])
        .filter_map(grammar::prefix)
        .any(|prefix| {
            let country = prefix.kind == PrefixKind::TreatyBody && word.len() == 3;
            country || prefix.word(word).is_some() || prefix.lists_dotted(word)
        });
    of_series
        || grammar::word(word).is_some()
        || grammar::dotted(word).is_some()
        || grammar::prefix(word).is_some()
}

/// How likely a stroke was left out at `at`, smallest first.
fn preference(bytes: &[u8], at: usize) -> u8 {
    let digit = |at: usize| bytes[at].is_ascii_digit();
    if digit(at - 1) != digit(at) {
        return 0;
    }
    if !digit(at) {
        return 1;
    }
    let digits =
        |run: &mut dyn Iterator<Item = &u8>| run.take_while(|b| b.is_ascii_digit()).count();
    let before = digits(&mut bytes[..at].iter().rev());
    let after = digits(&mut bytes[at..].iter());
    if std::str::from_utf8(&bytes[at..at + after]).is_ok_and(is_year) {
        return 1;
    }
    let committee = at > 2 && before == 1 && bytes[..at - 1].ends_with(b"C.");
    match before {
        _ if committee => 0,
        2 | 4 => 2,
        _ => 3,
    }
}
