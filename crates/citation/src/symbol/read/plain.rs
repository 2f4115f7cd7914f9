//! The commonest symbols, read at one go: a resolution and a numbered document, as they are officially written and with
//! nothing behind them that could belong to them.

use std::ops::Range;

use super::Symbol;
use crate::Body;
use crate::adopted::{Act, Adopted, Term};
use crate::symbol::number::digits;

/// `A/RES/67/172`, `A/HRC/RES/53/2` or `S/RES/1325 (2000)` at the start of `text`, and its length.
pub(super) fn resolution(text: &str) -> Option<(Symbol, usize)> {
    let (body, organ) = match text.as_bytes() {
        [b'A', b'/', b'R', b'E', b'S', b'/', ..] => (Body::GENERAL_ASSEMBLY, "A/RES/".len()),
        [b'S', b'/', b'R', b'E', b'S', b'/', ..] => (Body::SECURITY_COUNCIL, "S/RES/".len()),
        [b'A', b'/', b'H', ..] if text.starts_with("A/HRC/RES/") => {
            (Body::HUMAN_RIGHTS_COUNCIL, "A/HRC/RES/".len())
        }
        _ => return None,
    };
    let rest = &text[organ..];
    let (term, number, length) = match body {
        Body::SECURITY_COUNCIL => of_year(rest)?,
        _ => of_session(rest)?,
    };
    let end = organ + length;
    let adopted = Adopted {
        body: Body::listed(body),
        act: Act::Resolution,
        term,
        number,
        part: None,
    };
    ends(&text[end..]).then(|| (Symbol::from_parts(&text[..end], Some(adopted)), end))
}

/// A numbered document at the start of `text`, such as `A/67/53`, `S/2012/5`, `A/HRC/53/26/Add.1`, `E/CN.4/1998/5` or
/// `A/C.3/67/L.40/Rev.1`, and its length.
pub(super) fn numbered(text: &str) -> Option<(Symbol, usize)> {
    let base = base(text)?;
    let end = base + suffix(&text[base..]);
    let apart = match text.as_bytes()[end..] {
        // Figures behind a comma or a full stop may belong to the number, or to a footnote.
        [b',' | b'.', behind, ..] => behind.is_ascii_whitespace(),
        [b'.', ..] => true,
        _ => ends(&text[end..]),
    };
    apart.then(|| (Symbol::from_parts(&text[..end], None), end))
}

/// The length of the numbered document at the start of `text` without its suffix.
fn base(text: &str) -> Option<usize> {
    const YEARS: Range<u32> = 1946..2100;
    // What stands before the session or year, whether that is a year, what stands before the number, and the most figures
    // of that.
    let (series, is_year, stem, most) = match text.as_bytes() {
        [b'A', b'/', b'1'..=b'9', ..] => ("A/", false, "/", 5),
        [b'S' | b'E', b'/', b'1'..=b'9', ..] => ("S/", true, "/", 5),
        [b'A', b'/', b'H', b'R', b'C', b'/', ..] => ("A/HRC/", false, "/", 5),
        [b'E', b'/', b'C', b'N', b'.', b'4', b'/', ..] => ("E/CN.4/", true, "/", 5),
        [b'A', b'/', b'C', b'.', b'1'..=b'6', b'/', ..] => ("A/C.3/", false, "/L.", 4),
        _ => return None,
    };
    let rest = &text[series.len()..];
    let (term, length) = figures(rest, 4)?;
    if !(if is_year {
        YEARS.contains(&term)
    } else {
        length <= 3
    }) {
        return None;
    }
    let (_, number_length) = figures(rest[length..].strip_prefix(stem)?, most)?;
    Some(series.len() + length + stem.len() + number_length)
}

/// The length of `/Add.1`, `/Rev.1` or `/Corr.1` at the start of `rest`, or nothing.
fn suffix(rest: &str) -> usize {
    let stem = match rest.as_bytes() {
        [b'/', b'A', b'd', b'd', b'.', ..] | [b'/', b'R', b'e', b'v', b'.', ..] => "/Add.",
        [b'/', b'C', b'o', b'r', b'r', b'.', ..] => "/Corr.",
        _ => return 0,
    };
    figures(&rest[stem.len()..], 2).map_or(0, |(_, length)| stem.len() + length)
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
    // "(0200)" is no year.
    let closed = year_length == 4 && year >= 1000 && text[length + 6..].starts_with(')');
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

/// Whether nothing at the start of `rest` can belong to the number before it: no part letter, suffix or parenthesis, on
/// this line or at the beginning of the next.
fn ends(rest: &str) -> bool {
    match rest.as_bytes() {
        [] | [b')' | b']' | b',' | b';' | b':' | b'.', ..] => true,
        // The line ends, as at the head of a page, and no stroke or parenthesis goes on with it in the next.
        [b' ', b'\n', ..] | [b'\n', b' ', ..] => !rest.trim_start().starts_with('('),
        [b'\n', next, ..] => next.is_ascii_alphanumeric(),
        [b' ', first, second, ..] => first.is_ascii_lowercase() && second.is_ascii_lowercase(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Case, reach};
    use super::*;

    /// Resolutions and documents in several forms, well written and not, with what may stand behind them.
    const TEXT: &str = "([AaSsE]/((RES|res|Res|DEC)/)?|A/HRC/((RES|DEC)/)?|[AE]/CN\\.[14]/|[AE]/C\\.[0-9]{1,2}/)\
        ([0-9]{1,5}/(L\\.)?[0-9]{1,6}|19[0-9]{2}/[0-9]{1,3}|[0-9]{1,5} ?\\([0-9]{3,5}\\)?)\
        (/(Add|Rev|Corr)\\.[0-9]{1,3}){0,2}([ABab]|\\.|[,;:)]|\n| ?\\([IVX]+\\)|-|/)?\
        ([ \n]{1,3}[A-Ca-c(/]{1,3}| [0-9]|[0-9]{1,4}(/[0-9]{4})?| and [AB])?";

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
        for text in [
            "A/RES/67/172",
            "A/RES/67/172 on",
            "A/RES/67/172\nDistr.",
            "A/HRC/RES/53/2",
            "S/RES/1325 (2000).",
        ] {
            assert!(resolution(text).is_some(), "{text}");
        }
        for text in [
            "A/67/53",
            "A/67/53, para. 4",
            "S/2012/5)",
            "E/2020/27.",
            "A/HRC/53/26/Add.1",
            "E/CN.4/1998/5",
            "A/C.3/67/L.40/Rev.1",
            "A/67/53/Corr.1;",
        ] {
            assert!(numbered(text).is_some(), "{text}");
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
