//! Document symbols in running text.

use std::ops::Range;

use super::{bodies, cursor, dates, last_components, pinpoints};
use crate::symbol::read::{self, Case};
use crate::{Act, Adopted, Body, facts, grammar};
use crate::{Citation, Form, Kind, Pinpoint, Referent, Symbol, Term};

/// The longest symbol in small letters looked at, in bytes.
const LONGEST_SMALL: usize = 64;

/// Adds every well-formed symbol of the folded text that begins at one of `starts` to `found`, in order.
pub(super) fn find(text: &str, starts: &[usize], found: &mut Vec<Citation>) {
    let mut done = 0;
    for &start in starts {
        let mut next = (start >= done).then_some(start);
        while let Some((symbol, end)) = next.and_then(|start| symbol_at(text, start, done)) {
            let start = next.unwrap_or(end);
            done = end;
            next = behind_joint(text, end);
            let mut further = last_components::behind(text, end, &symbol);
            let citation = citation(text, start..end, symbol.clone());
            let place = citation.pinpoint.as_ref().map(|place| &place.span);
            if let Some(place) = place.filter(|place| further.is_empty() && place.start >= end) {
                further = last_components::behind_place(text, place.end, &symbol);
            }
            found.push(citation);
            for (range, symbol) in further {
                done = range.end;
                found.push(self::citation(text, range, symbol));
            }
        }
    }
}

/// The symbol at `start` and its end; another one ends at `done`.
fn symbol_at(text: &str, start: usize, done: usize) -> Option<(Symbol, usize)> {
    let rest = &text[start..];
    if rest.starts_with(|c: char| c.is_ascii_lowercase()) {
        let near = rest.bytes().take(LONGEST_SMALL);
        let run = near.take_while(u8::is_ascii_graphic).count();
        let capitals = rest[..run].to_ascii_uppercase();
        let (symbol, length) = read::at_start(&capitals, Case::Capitals)?;
        let fits = ends_well(text, start + length) && is_plain_when_small(&symbol);
        return fits.then_some((symbol, start + length));
    }
    let (symbol, length) = read::at_start(rest, Case::Capitals)?;
    let (symbol, length) = without_note(symbol, length);
    let fits = ends_well(text, start + length)
        && (!is_short_number(&rest[..length])
            || is_introduced(text, start)
            || done > 0 && is_joint(&text[done..start]));
    fits.then_some((symbol, start + length))
}

/// A resolution of the General Assembly whose number ran on into the figure of a footnote.
fn without_note(symbol: Symbol, length: usize) -> (Symbol, usize) {
    let shorter = symbol.adopted().and_then(|adopted| {
        let Term::Session(session) = adopted.term else {
            return None;
        };
        let noted = adopted.number > 999
            && adopted.body.key() == Body::GENERAL_ASSEMBLY
            && adopted.act == Act::Resolution
            && adopted.part.is_none();
        let figures = noted.then(|| adopted.number.to_string())?;
        let number = facts::number_before_note(session, &figures)?;
        let note = figures.len() - number.len();
        let number = number.parse().ok()?;
        Some((
            Symbol::of(Adopted {
                number,
                ..adopted.clone()
            }),
            length - note,
        ))
    });
    shorter.unwrap_or((symbol, length))
}

/// `A/123`, `S/360`: a running number of three figures, which rooms and machines have too.
fn is_short_number(token: &str) -> bool {
    token.split_once('/').is_some_and(|(organ, number)| {
        organ.len() == 1 && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether words before `token` say that a document follows: "document A/236", "the report (A/233, A/236)" in what is said
/// of organs.
fn is_introduced(text: &str, token: usize) -> bool {
    let before = text[..token].trim_end_matches([' ', '\n', '\r']);
    let outside = before.trim_end_matches(['(', ' ']);
    before.ends_with('(') && speaks_of_organs(before)
        || ["document", "documents", "doc.", "Doc.", "symbol"]
            .iter()
            .any(|word| outside.ends_with(word))
}

/// Whether what stands `between` two symbols makes them a list: "A/233, A/258 and A/259".
fn is_joint(between: &str) -> bool {
    let joint = between.trim_start_matches([',', ';']).trim();
    joint.is_empty() && !between.is_empty() || matches!(joint, "and" | "or")
}

/// Whether the words that end with `before` are such as reports on the organs have.
fn speaks_of_organs(before: &str) -> bool {
    /// So far back they may stand, in bytes.
    const REACH: usize = 200;
    const WORDS: [&str; 6] = [
        "Assembly",
        "Committee",
        "Council",
        "Secretary-General",
        "Commission",
        "resolution",
    ];
    let start = before.len().saturating_sub(REACH);
    let start = (start..before.len()).find(|at| before.is_char_boundary(*at));
    start.is_some_and(|start| WORDS.iter().any(|word| before[start..].contains(word)))
}

/// Whether a symbol written in small letters can be nothing else: it has a component with letters that
/// document symbols have, or the session or year of an organ.
fn is_plain_when_small(symbol: &Symbol) -> bool {
    let organ = matches!(symbol.prefix(), "A" | "S" | "E" | "T");
    let canonical = symbol.canonical();
    let lettered = canonical.split('/').skip(1).any(|component| {
        component.len() > 1 && component.starts_with(|c: char| c.is_ascii_uppercase())
    });
    let dated = match symbol.term() {
        Some(Term::Session(session)) => session > 30,
        Some(Term::Year(year)) => year > 1977,
        _ => false,
    };
    if organ {
        lettered || dated
    } else {
        symbol.prefix().len() > 2 || lettered
    }
}

/// Where the first component before `stroke` starts: capitals alone, or one that the tables know in small
/// letters.
pub(super) fn first_component(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let letters = bytes[..stroke]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let start = stroke - letters;
    if letters == 0 || letters > 8 {
        return None;
    }
    let component = &text[start..stroke];
    let small = component.bytes().all(|byte| byte.is_ascii_lowercase());
    let known = || grammar::prefix(component).is_some();
    if !(bytes[start].is_ascii_uppercase() || small && known()) {
        return None;
    }
    (!cursor::goes_on_before(bytes, start)).then_some(start)
}

/// Where the first component before `stroke` starts, if it is written as the tables have it and stands behind a
/// space, a parenthesis or nothing: most are.
pub(super) fn written_component(text: &str, stroke: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let letters = bytes[..stroke]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_uppercase())
        .count();
    let start = stroke - letters;
    let apart = start == 0 || matches!(bytes[start - 1], b' ' | b'(' | b'\n');
    let component = (apart && (1..=8).contains(&letters)).then(|| &text[start..stroke])?;
    grammar::prefix(component)
        .is_some_and(|prefix| prefix.written == component)
        .then_some(start)
}

/// Whether a symbol may end at `end`: the next character does not go on with it.
fn ends_well(text: &str, end: usize) -> bool {
    match text.as_bytes().get(end) {
        None => true,
        // An unfinished symbol (`A/67/L.4/`) is not yet one.
        Some(b'/' | b'\\' | b'_' | b'=' | b'@') => false,
        Some(byte) => !byte.is_ascii_alphabetic() || running_head_glued(text, end),
    }
}

/// Where a further symbol begins that has no space before it: a running head of the page that lost its
/// line, or the last one of a run.
fn behind_joint(text: &str, end: usize) -> Option<usize> {
    let run = text[end..].starts_with('-');
    (run || running_head_glued(text, end)).then_some(end + usize::from(run))
}

/// "A/RES/78/18A/RES/78/18": a running head of the page that lost its line.
fn running_head_glued(text: &str, end: usize) -> bool {
    let letter = text
        .as_bytes()
        .get(end)
        .is_some_and(u8::is_ascii_alphabetic);
    letter && read::at_start(&text[end..], Case::Capitals).is_some()
}

/// The citation of the symbol at `token`, with the date, paragraph reference and words that belong to it.
fn citation(text: &str, token: Range<usize>, symbol: Symbol) -> Citation {
    let date = symbol.adopted().and_then(|_| dates::after(text, token.end));
    let behind = date.as_ref().map_or(token.end, |(_, end)| *end);
    let mut phrase = introduced(text, token.start)..behind;
    let dated = behind > token.end;
    let pinpoint = pinpoints::around(text, &(behind..behind), phrase.start)
        .or_else(|| dated.then(|| pinpoints::after(text, token.end)).flatten())
        .or_else(|| behind_day(text, token.end));
    if let Some(pinpoint) = &pinpoint {
        phrase = pinpoint.widening(&phrase);
    }
    // What describes the document may name others, so that it is no part of the phrase.
    let pinpoint = pinpoint.or_else(|| pinpoints::described(text, phrase.start));
    Citation {
        token,
        phrase,
        kind: Kind::Symbol,
        form: Form::Whole(Referent::Symbol(symbol)),
        pinpoint,
        date: date.map(|(date, _)| date),
    }
}

/// The paragraph reference behind the day of a document, as notes write it: "A/HRC/20/24, 2 April 2012, paras. 68–70",
/// "A/HRC/20/24 (2 April 2012), para. 68", "A/HRC/20/24 of 2 April 2012, para. 68".
fn behind_day(text: &str, at: usize) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, at);
    let joint = match text.as_bytes().get(next)? {
        b',' | b'(' => next + 1,
        b'o' => cursor::word(text, next, "of")?,
        _ => return None,
    };
    let (_, end) = dates::at_start(text, cursor::skip_space(text, joint))?;
    let is_enclosed = text.as_bytes()[next] == b'(';
    let end = if is_enclosed {
        cursor::word(text, end, ")")?
    } else {
        end
    };
    pinpoints::after(text, end)
}

/// The words that may stand right before a symbol and belong to it.
const INTRODUCTIONS: [&str; 5] = [
    "resolution",
    "Resolution",
    "decision",
    "document",
    "documents",
];

/// Where the words that introduce a symbol begin: "General Assembly resolution A/RES/67/172".
fn introduced(text: &str, token: usize) -> usize {
    let before = text[..token].trim_end_matches([' ', '\n', '\r', '(']);
    let last = before.as_bytes().last();
    if before.len() == token || !matches!(last, Some(b'n' | b't' | b's')) {
        return token;
    }
    let word = INTRODUCTIONS.iter().find(|word| before.ends_with(**word));
    word.map_or(token, |word| {
        bodies::before(text, before.len() - word.len()).start
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_introduction_is_seen() {
        for word in INTRODUCTIONS {
            for text in [format!("see {word} A/1"), format!("{word}\n(A/1")] {
                let token = text.find("A/1").unwrap();
                assert_eq!(introduced(&text, token), text.find(word).unwrap(), "{text}");
            }
        }
    }
}
