//! The commonest symbols, read at one go: a resolution of the General Assembly or of the Security Council, as it is
//! officially written and with nothing behind it that could belong to it.

use super::Symbol;
use crate::Body;
use crate::adopted::{Act, Adopted, Term};
use crate::symbol::number::digits;

/// `A/RES/67/172` or `S/RES/1325 (2000)` at the start of `text`, and its length.
pub(super) fn resolution(text: &str) -> Option<(Symbol, usize)> {
    let (organ, rest) = text.split_at_checked("A/RES/".len())?;
    let (body, (term, number, length)) = match organ {
        "A/RES/" => (Body::GENERAL_ASSEMBLY, of_session(rest)?),
        "S/RES/" => (Body::SECURITY_COUNCIL, of_year(rest)?),
        _ => return None,
    };
    let end = organ.len() + length;
    let adopted = Adopted {
        body: Body::listed(body),
        act: Act::Resolution,
        term,
        number,
        part: None,
    };
    ends(&text[end..]).then(|| (Symbol::from_parts(&text[..end], Some(adopted)), end))
}

/// `67/172`.
fn of_session(text: &str) -> Option<(Term, u32, usize)> {
    let (session, length) = figures(text, 3)?;
    let (number, number_length) = figures(text[length..].strip_prefix('/')?, 3)?;
    let term = Term::Session(session as u16);
    Some((term, number, length + 1 + number_length))
}

/// `1325 (2000)`.
fn of_year(text: &str) -> Option<(Term, u32, usize)> {
    let (number, length) = figures(text, 4)?;
    let (year, year_length) = figures(text[length..].strip_prefix(" (")?, 4)?;
    let closed = year_length == 4 && text[length + 6..].starts_with(')');
    closed.then(|| (Term::Year(year as u16), number, length + 7))
}

/// The number at the start of `text`, of at most so many figures, which does not begin with nought.
fn figures(text: &str, most: usize) -> Option<(u32, usize)> {
    let figures = digits(text, most).filter(|figures| !figures.starts_with('0'))?;
    let value = figures
        .bytes()
        .fold(0, |value, figure| value * 10 + u32::from(figure - b'0'));
    Some((value, figures.len()))
}

/// Whether nothing at the start of `rest` can belong to the number before it: no part letter, suffix or parenthesis,
/// no line break that may part it from them.
fn ends(rest: &str) -> bool {
    match rest.as_bytes() {
        [] | [b')' | b']' | b',' | b';' | b':' | b'.', ..] => true,
        [b' ', first, second, ..] => first.is_ascii_lowercase() && second.is_ascii_lowercase(),
        _ => false,
    }
}
