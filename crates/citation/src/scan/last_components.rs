//! Further documents behind a symbol that are named by their last component alone: "A/67/53 and Corr.1",
//! "A/69/488/Add.2 and Corr.1 and 2", "A/80/L.1 and Add.1-3", "A/80/L.1 and L.2", "CRC/C/SR.2812 and 2813".

use std::ops::Range;

use super::cursor;
use crate::grammar::{self, Component, ComponentKind};
use crate::normalise::{LETTER, OTHER};
use crate::{SuffixKind, Symbol, words};

/// The documents joined to `symbol`, which ends at `end`, each with its token.
pub(crate) fn behind(text: &str, end: usize, symbol: &Symbol) -> Vec<(Range<usize>, Symbol)> {
    if !may_be_joined(text, end) {
        return Vec::new();
    }
    let next = joint(text, end, last_suffix(symbol)).filter(|next| may_be_named(text, *next));
    next.map_or_else(Vec::new, |next| from(text, next, symbol))
}

/// The corrigenda and addenda joined to `symbol` behind its place, which ends at `end`: "A/67/53, para. 4, and Corr.1". A
/// number alone would go on with the place.
pub(crate) fn behind_place(text: &str, end: usize, symbol: &Symbol) -> Vec<(Range<usize>, Symbol)> {
    joint(text, end, None).map_or_else(Vec::new, |next| suffixes(text, next, symbol))
}

/// The corrigenda and addenda to `symbol` that begin at `next`.
pub(crate) fn suffixes(text: &str, next: usize, symbol: &Symbol) -> Vec<(Range<usize>, Symbol)> {
    match named(text, next) {
        Some((known, _)) if known.kind == ComponentKind::Suffix => from(text, next, symbol),
        _ => Vec::new(),
    }
}

/// The documents that `symbol` goes on with, of which the first begins at `next`.
fn from(text: &str, mut next: usize, symbol: &Symbol) -> Vec<(Range<usize>, Symbol)> {
    let mut found = Vec::new();
    // The component that a bare number goes on with: the "Corr." of "Corr.1 and 2".
    let mut open = last_suffix(symbol);
    // What a suffix belongs to: of "L.3/Rev.1, L.4 and Add.1" the draft named last.
    let mut base = symbol.clone();
    loop {
        let read = named(text, next)
            .or_else(|| bare(text, next, open?))
            .or_else(|| {
                next_meeting(
                    text,
                    next,
                    found.last().map_or(symbol, |(_, joined)| joined),
                )
            });
        let Some((known, token)) = read else {
            break;
        };
        let number = text[token.clone()].rsplit('.').next().unwrap_or("");
        let Some(joined) = with_component(&base, known, number) else {
            break;
        };
        let is_suffix = known.kind == ComponentKind::Suffix;
        let (known, token, joined) =
            suffixed(text, token.clone(), &joined).unwrap_or((known, token, joined));
        let end = token.end;
        open = Some(known).filter(|known| known.kind == ComponentKind::Suffix);
        if !is_suffix {
            base.clone_from(&joined);
        }
        found.push((token, joined));
        match joint(text, end, open) {
            Some(behind) => next = behind,
            None => break,
        }
    }
    found
}

/// Whether what follows `at` may join a document to the one that ends there: mostly one letter tells that it does not.
fn may_be_joined(text: &str, at: usize) -> bool {
    let next = text.as_bytes().get(cursor::skip_space(text, at));
    next.is_some_and(|next| {
        matches!(
            next,
            b'-' | b',' | b'&' | b'a' | b'A' | b't' | b'T' | b'e' | b'E' | b'y' | b'Y'
        ) || [LETTER, OTHER].contains(&char::from(*next))
    })
}

/// Whether a component alone or a number may stand at `at`: mostly another word does.
fn may_be_named(text: &str, at: usize) -> bool {
    let letters = words::letters(text.as_bytes(), at);
    let mark = text.as_bytes().get(at + letters);
    mark.is_some_and(|mark| *mark == b'.' || letters == 0 && mark.is_ascii_digit())
}

fn last_suffix(symbol: &Symbol) -> Option<&'static Component> {
    let last = symbol.canonical().rsplit('/').next()?;
    let (stem, _) = last.split_once('.')?;
    grammar::dotted(stem).filter(|known| known.kind == ComponentKind::Suffix)
}

/// Words that join such a list, in English, French and Spanish.
const JOINTS: [&str; 7] = ["and", "&", "to", "et", "y", "e", "a"];

/// The offset behind a comma, a joining word or both, or behind the hyphen of "SR.20-SR.24" and of "Add.7-Add.10", whose
/// last suffix is `open`.
fn joint(text: &str, at: usize, open: Option<&Component>) -> Option<usize> {
    let is_alike = |next: &usize| {
        named(text, *next).is_some_and(|(known, _)| {
            RECORDS.contains(&known.written)
                || open.is_some_and(|open| open.written == known.written)
        })
    };
    let run = cursor::word(text, at, "-").filter(is_alike);
    if run.is_some() {
        return run;
    }
    let next = cursor::skip_space(text, at);
    // Mostly one letter tells.
    let may_join = matches!(
        text.as_bytes().get(next)?,
        b',' | b'&' | b'a' | b'A' | b't' | b'T' | b'e' | b'E' | b'y' | b'Y'
    );
    let joined = may_join.then(|| cursor::joint(text, next, &[","], &JOINTS));
    // In another script a whole word stands between, and counts something else: "Add.2، الفقرة 94".
    let behind = joined.flatten().filter(|behind| {
        let others = text[next..*behind].matches(OTHER).count();
        others < 2 || named(text, *behind).is_some()
    });
    behind.or_else(|| behind_letter(text, next))
}

/// The offset behind the one letter that joins in Russian, Arabic, Chinese and French, with what it joins right behind it:
/// "SR.1833 и 1835", "SR.890和891", "Add.7 à 10"; or behind a short word before a component: "Add.7 إلى Add.10".
fn behind_letter(text: &str, at: usize) -> Option<usize> {
    /// The letters of the longest such word.
    const LONGEST: usize = 3;
    let behind = text[at..].trim_start_matches(OTHER);
    let letters = text.len() - at - behind.len();
    let behind = match letters {
        0 => behind.strip_prefix(LETTER)?,
        _ => behind,
    };
    // A whole word of another script would count as space.
    let next = text.len() - behind.trim_start_matches([' ', '\n', '\r']).len();
    let first = text.as_bytes().get(next)?;
    match letters {
        0 | 1 => (first.is_ascii_digit() || first.is_ascii_uppercase()).then_some(next),
        2..=LONGEST => named(text, next).map(|_| next),
        _ => None,
    }
}

/// A component with its number: `Corr.1`, `Add.1-3`, `L.2`.
fn named(text: &str, at: usize) -> Option<(&'static Component, Range<usize>)> {
    let letters = text[at..]
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let stem = &text[at..at + letters];
    let known = grammar::dotted(stem).filter(|known| known.written == stem)?;
    let fits = known.kind == ComponentKind::Suffix || known.closes() || known.written == "WP";
    let behind = at + letters + 1;
    let run = text[at + letters..].strip_prefix('.').and_then(number)?;
    let end = behind + run;
    let closed = || ends(text, end) || suffix(text, end).is_some();
    (fits && closed()).then_some((known, at..end))
}

/// The suffix right behind a component that ends at `at`: the "/Rev.1" of "L.4/Rev.1".
fn suffix(text: &str, at: usize) -> Option<(&'static Component, Range<usize>)> {
    let start = cursor::word(text, at, "/")?;
    named(text, start).filter(|(known, _)| known.kind == ComponentKind::Suffix)
}

/// `joined`, named at `token`, with the suffixes right behind it, the last of them and the token of all.
fn suffixed(
    text: &str,
    token: Range<usize>,
    joined: &Symbol,
) -> Option<(&'static Component, Range<usize>, Symbol)> {
    let (known, behind) = suffix(text, token.end)?;
    let number = text[behind.clone()].rsplit('.').next()?;
    let whole = with_component(joined, known, number)?;
    let token = token.start..behind.end;
    Some(suffixed(text, token.clone(), &whole).unwrap_or((known, token, whole)))
}

/// The length of a number or a run of them: `1`, `1-3`.
fn number(text: &str) -> Option<usize> {
    let first = cursor::digits(text, 0).len();
    if !(1..=4).contains(&first) {
        return None;
    }
    let run = text[first..]
        .strip_prefix('-')
        .map_or(0, |rest| cursor::digits(rest, 0).len());
    Some(if run > 0 { first + 1 + run } else { first })
}

fn ends(text: &str, at: usize) -> bool {
    let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-');
    !text.as_bytes().get(at).is_some_and(goes_on)
}

/// A number alone that goes on with `open`, where no words follow that it could count.
fn bare(
    text: &str,
    at: usize,
    open: &'static Component,
) -> Option<(&'static Component, Range<usize>)> {
    let length = number(&text[at..]).filter(|length| *length <= 2)?;
    let end = at + length;
    (counts_nothing(text, end) && ends(text, end)).then_some((open, at..end))
}

/// Whether a number that ends at `end` is closed there or goes on with another.
fn counts_nothing(text: &str, end: usize) -> bool {
    // A word of another script looks like a hidden target, which is no word.
    let beside = text.len() - text[end..].trim_start_matches([' ', '\n', '\r']).len();
    if text[beside..].starts_with(OTHER) {
        return behind_letter(text, beside).is_some();
    }
    let next = cursor::skip_space(text, end);
    let behind = &text[next..];
    let closed = behind.is_empty() || behind.starts_with([')', ']', ',', '.', ';', ':']);
    let joined = || {
        let letter = behind_letter(text, next);
        let word = ["and", "et", "y", "e"]
            .iter()
            .find_map(|word| cursor::word(text, next, word));
        letter.or(word).is_some()
    };
    closed || joined()
}

/// The number alone of a later meeting, as many figures long, behind the record of one, where no words follow that it
/// could count.
fn next_meeting(
    text: &str,
    at: usize,
    record: &Symbol,
) -> Option<(&'static Component, Range<usize>)> {
    let (_, last) = record.canonical().rsplit_once('/')?;
    let (stem, meeting) = last.split_once('.')?;
    let known = grammar::dotted(stem).filter(|_| RECORDS.contains(&stem))?;
    if let Some(end) = listed_meeting(text, at, meeting) {
        return Some((known, at..end));
    }
    let figures = cursor::digits(text, at);
    let behind_comma = || text[..at].trim_end().ends_with(',');
    let later = figures.len() == meeting.len() && figures > meeting
        // "PV.84 and 105": a session has some hundred meetings at most. Behind a comma it may be a page or votes.
        || !behind_comma()
            && figures.len() == 3 && meeting.len() == 2 && figures.starts_with('1');
    let end = at + figures.len();
    (later && counts_nothing(text, end) && figures.len() > 1).then_some((known, at..end))
}

/// The offset behind the meeting or run of meetings at `at`, which follows `before` in a list that "and" ends: "SR.3,
/// 6-11, 13 and 23-26". The meetings of such a list rise, as few other figures do.
fn listed_meeting(text: &str, at: usize, before: &str) -> Option<usize> {
    let mut last: u32 = before.rsplit('-').next()?.parse().ok()?;
    let mut closing = cursor::ends_with_word(&text[..at], &["and"]);
    let mut next = at;
    let mut first = None;
    for _ in 0..LONGEST_LIST {
        let end = next + number(&text[next..])?;
        let run = &text[next..end];
        let (from, to) = run.split_once('-').unwrap_or((run, run));
        let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        if from <= last || to < from || to - last > FARTHEST {
            return None;
        }
        last = to;
        first.get_or_insert(end);
        if closing {
            return first.filter(|_| counts_nothing(text, end) && ends(text, end));
        }
        let behind = cursor::skip_space(text, end);
        let comma = cursor::word(text, behind, ",");
        next = cursor::skip_space(text, comma.unwrap_or(behind));
        closing = match cursor::word(text, next, "and") {
            Some(and) => {
                next = cursor::skip_space(text, and);
                true
            }
            None => false,
        };
        if comma.is_none() && !closing {
            return None;
        }
    }
    None
}

/// How many meetings further a list of them may go at once.
const FARTHEST: u32 = 40;
/// So many meetings and runs of them are read as one list.
const LONGEST_LIST: usize = 32;

/// The components of records of meetings.
const RECORDS: [&str; 2] = ["SR", "PV"];

/// `symbol` with the component behind it, or in the place of its last one where that is of the same sort.
fn with_component(symbol: &Symbol, known: &Component, number: &str) -> Option<Symbol> {
    let canonical = symbol.canonical();
    let component = format!("{}.{number}", known.written);
    if known.kind == ComponentKind::Suffix {
        let last = symbol.suffixes().last();
        let same = last_suffix(symbol).is_some_and(|own| own.written == known.written);
        let corrected = last.is_some_and(|last| last.kind == SuffixKind::Corrigendum);
        let parent = if same || corrected {
            symbol.adds_to()
        } else {
            None
        };
        let parent = parent.as_ref().unwrap_or(symbol);
        return Symbol::parse(&format!("{parent}/{component}"));
    }
    let (head, last) = canonical.rsplit_once('/')?;
    let sibling = last
        .split_once('.')
        .is_some_and(|(stem, _)| stem == known.written);
    if !sibling && let Some(parent) = symbol.adds_to() {
        // "A/C.3/79/L.42/Rev.1 and L.43".
        return with_component(&parent, known, number);
    }
    sibling.then(|| Symbol::parse(&format!("{head}/{component}")))?
}

#[cfg(test)]
mod tests;
