//! The number of an adopted text in any script: `67/172`, `53/243 A`, `217 ألف (د - 3)`, `1325 (2000)`.
//!
//! A number is read where it stands; what it is in Latin letters and European digits goes with it, for
//! that is how symbols are made.

use super::Grammar;
use super::cursor;
use super::words::Role;
use crate::symbol::number;
use crate::{Term, normalise};

/// A number as it stands in a text.
pub(super) struct Number {
    /// The offset behind it.
    pub(super) end: usize,
    /// The number in Latin letters and European digits: `217 A (III)`.
    pub(super) latin: String,
}

/// The number at `at`: a session or year, a stroke and a number, or a number with its session or year in
/// parentheses.
pub(super) fn at(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Number> {
    if let Some(('/' | '.' | '-' | '$' | '_' | '\\' | '0'..='9', _)) = cursor::previous(text, at) {
        return None;
    }
    let (prefix, start) = grammar.special(text, at).unwrap_or(("", at));
    let first =
        cursor::digits(text, start).filter(|first| !has_leading_zero(text, start, *first))?;
    let is_year = first.count == 4 && (1900..2100).contains(&first.value);
    let has_session = first.count <= 3 || is_year;
    if let Some(second_at) = stroke(text, first.end).filter(|_| has_session) {
        let second = cursor::digits(text, second_at)
            .filter(|second| second.count <= 3 && !has_leading_zero(text, second_at, *second))?;
        if !ends(text, second.end) {
            return None;
        }
        let (part, end) = part(text, second.end, grammar).unwrap_or((String::new(), second.end));
        let latin = format!("{prefix}{}/{}{part}", first.value, second.value);
        return Some(Number { end, latin });
    }
    if !prefix.is_empty() || first.count > 4 {
        return None;
    }
    let (part, behind) = part(text, first.end, grammar).unwrap_or((String::new(), first.end));
    let (term, end) = grammar.term(text, behind)?;
    let fits = match term {
        Term::Year(year) => (1946..2100).contains(&year),
        _ => true,
    };
    let latin = format!("{}{part} ({term})", first.value);
    fits.then_some(Number { end, latin })
}

/// A number of two digits or more that stands alone, as the Security Council's are cited: `1325`.
pub(super) fn alone(text: &str, at: usize) -> Option<Number> {
    let run = cursor::digits(text, at).filter(|run| (2..=4).contains(&run.count))?;
    let goes_on = cursor::sign(text, cursor::skip_space(text, run.end), '(').is_some();
    (!goes_on && ends(text, run.end)).then(|| Number {
        end: run.end,
        latin: run.value.to_string(),
    })
}

fn has_leading_zero(text: &str, at: usize, run: cursor::Digits) -> bool {
    run.count > 1 && cursor::sign(text, at, '0').is_some()
}

/// The offset behind a stroke, which a line break may follow.
fn stroke(text: &str, at: usize) -> Option<usize> {
    let end = cursor::sign(text, at, '/')?;
    match text[end..].chars().next() {
        Some('\n' | '\r') => Some(cursor::skip_space(text, end)),
        _ => Some(end),
    }
}

/// Whether a number may end at `end`: no stroke, digit, decimal or word of the same script goes on.
pub(super) fn ends(text: &str, end: usize) -> bool {
    let Some((found, behind)) = cursor::next(text, end) else {
        return true;
    };
    match found {
        '/' | '%' | '\\' | '_' => false,
        '.' | '-' => cursor::digits(text, behind).is_none(),
        // Chinese and Arabic words may be glued to a number, and so may a capital that names a part.
        letter if cursor::is_alphabetic(letter) => {
            let spaceless = !letter.is_lowercase() && !letter.is_uppercase();
            let part = cursor::capital(text, end).is_some();
            spaceless || part && !cursor::next(text, behind).is_some_and(|(c, _)| cased(c))
        }
        // Raised figures are notes.
        raised if normalise::is_raised_figure(raised) => true,
        other => !other.is_numeric(),
    }
}

fn cased(character: char) -> bool {
    character.is_lowercase() || character.is_uppercase() || character.is_numeric()
}

/// The lettered part at `at` with its space, and the offset behind it; of "A and B" only the first letter,
/// for the second is a document of its own.
pub(super) fn part(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(String, usize)> {
    let start = cursor::sign(text, at, ' ').unwrap_or(at);
    let (first, end) = grammar.letter(text, start)?;
    if let Some(next) = cursor::sign(text, end, '-')
        && let Some((last, behind)) = grammar.letter(text, next)
    {
        return Some((format!(" {first}-{last}"), behind));
    }
    let spaced = cursor::skip_space(text, end);
    if let Some((_, next)) = grammar.word(Role::To, text, spaced)
        && let Some((last, behind)) = grammar.letter(text, cursor::skip_space(text, next))
    {
        return Some((format!(" {first} to {last}"), behind));
    }
    // "3411 A и B (XXX)": both parts before their session.
    if let Some(next) = grammar.and(text, spaced)
        && let Some((last, behind)) = grammar.letter(text, cursor::skip_space(text, next))
        && grammar.term(text, behind).is_some()
    {
        return Some((format!(" {first} and {last}"), behind));
    }
    // "резолюции 67/172 В этой связи": a capital that begins words is no part letter.
    let begins_words = start > at
        && spaced > end
        && cursor::next(text, spaced).is_some_and(|(found, _)| found.is_lowercase())
        && !grammar.may_follow_number(text, spaced);
    (!begins_words).then(|| (format!(" {first}"), end))
}

/// The session or year in parentheses at `at`: ` (XXV)`, ` (2000)`, full-width or not.
pub(super) fn term(text: &str, at: usize) -> Option<(Term, usize)> {
    const LONGEST: usize = 16;
    let mut ascii = String::new();
    let mut end = at;
    while ascii.len() < LONGEST {
        let (found, behind) = cursor::next(text, end)?;
        let byte = match found {
            '\n' | '\r' if ascii.is_empty() => b' ',
            plain if plain.is_ascii() => plain as u8,
            other => normalise::fold(other)?,
        };
        ascii.push(char::from(byte));
        end = behind;
        if byte == b')' {
            let (term, length) = number::parenthesis_term(&ascii)?;
            return (length == ascii.len()).then_some((term, end));
        }
    }
    None
}
