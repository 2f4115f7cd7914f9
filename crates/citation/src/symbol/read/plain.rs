//! The commonest symbols, read at one go: a resolution of the General Assembly or of the Security Council and a numbered
//! document of a principal organ, as they are officially written and with nothing behind them that could belong to them.

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

/// `A/67/53`, `S/2012/5` or `E/2012/5` at the start of `text`, and its length.
pub(super) fn numbered(text: &str) -> Option<(Symbol, usize)> {
    let (organ, rest) = text.split_at_checked("A/".len())?;
    let (term, length) = figures(rest, 4)?;
    let fits = match organ {
        "A/" => length <= 3,
        "S/" | "E/" => (1946..2100).contains(&term),
        _ => false,
    };
    if !fits {
        return None;
    }
    let (_, number_length) = figures(rest[length..].strip_prefix('/')?, 5)?;
    let end = organ.len() + length + 1 + number_length;
    let apart = match text.as_bytes()[end..] {
        // Figures behind a comma or a full stop may belong to the number, or to a footnote.
        [b',' | b'.', behind, ..] => behind.is_ascii_whitespace(),
        [b'.', ..] => true,
        _ => ends(&text[end..]),
    };
    apart.then(|| (Symbol::from_parts(&text[..end], None), end))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Case, reach};
    use super::*;

    /// Resolutions in either organ's form and other's, with what may stand behind them.
    const TEXT: &str = "[AaSsE]/((RES|res|Res|DEC)/)?([0-9]{1,5}/[0-9]{1,6}|[0-9]{1,5} ?\\([0-9]{3,5}\\)?)\
        ([ABab]|\\.|[,;:)]|/(Add|Rev)\\.1|\n| ?\\([IVX]+\\)|-)?( [A-Ca-c]{1,3}| [0-9]|[0-9]{1,4}(/[0-9]{4})?| and [AB])?";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn it_is_what_is_read_by_components(text in TEXT) {
            if let Some((symbol, end)) = resolution(&text).or_else(|| numbered(&text)) {
                let mut canonical = String::new();
                let read = reach(&text, Case::Capitals, &mut canonical);
                prop_assert_eq!(&read, &Ok((symbol.adopted().cloned(), end)));
                prop_assert_eq!(symbol.canonical(), canonical);
            }
        }
    }

    #[test]
    fn only_what_is_officially_written_is_read_here() {
        for text in ["A/RES/67/172", "A/RES/67/172 on", "S/RES/1325 (2000)."] {
            assert!(resolution(text).is_some(), "{text}");
        }
        for text in [
            "a/res/67/172",
            "A/RES/67/172 A",
            "A/RES/067/172",
            "A/RES/67/172/Add.1",
            "S/RES/1325(2000)",
            "S/RES/67/172",
        ] {
            assert!(resolution(text).is_none(), "{text}");
        }
    }
}
