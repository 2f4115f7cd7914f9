//! Forms of numbers that only specialized bodies and conferences use: "XIII/18", "MEPC.377(80)", "71 (Rev. Dubai,
//! 2018)".

use std::ops::Range;

use super::{Number, NumberForm, capitals, ends_number, stroke, unglued, with_part};
use crate::scan::cursor;
use crate::symbol::number;
use crate::{Body, Roman, grammar};

/// "XIII/18", "IX/16 C".
pub(super) fn roman(text: &str, at: usize, note: &impl Fn() -> Option<u16>) -> Option<Number> {
    let letters = capitals(text, at);
    Roman::parse(letters)?;
    if let Some(number) = of_wetlands(text, at + letters.len()) {
        return Some(number);
    }
    let digits_at = stroke(text, at + letters.len())?;
    let digits = cursor::digits(text, digits_at);
    let glued = (3..=5).contains(&digits.len()) && ends_number(text, digits_at + digits.len());
    if glued && let Some(kept) = unglued(digits, note(), true) {
        return Some(Number {
            end: digits_at + kept,
            noted: digits_at + digits.len(),
            form: NumberForm::Foreign,
        });
    }
    let behind = stroke_and_digits(text, at + letters.len())?;
    Some(Number::new(with_part(text, behind), NumberForm::Foreign))
}

/// "XIV.4", whose session ends at `at`: resolutions on wetlands.
fn of_wetlands(text: &str, at: usize) -> Option<Number> {
    let figures = cursor::digits(text, cursor::word(text, at, ".")?);
    let end = at + 1 + figures.len();
    ((1..=2).contains(&figures.len()) && ends_number(text, end))
        .then(|| Number::new(end, NumberForm::Foreign))
}

/// "Conf. 12.6 (Rev. CoP18)": resolutions on the trade in endangered species.
pub(super) fn of_trade(text: &str, at: usize) -> Option<Number> {
    let next = cursor::skip_space(text, cursor::word(text, at, "Conf.")?);
    let meeting = cursor::digits(text, next);
    let figure_at = cursor::word(text, next + meeting.len(), ".")?;
    let figure = cursor::digits(text, figure_at);
    if !(1..=2).contains(&meeting.len()) || !(1..=2).contains(&figure.len()) {
        return None;
    }
    let end = figure_at + figure.len();
    let revised = || {
        let open = cursor::word(text, cursor::skip_space(text, end), "(")?;
        let code = cursor::skip_space(text, cursor::word(text, open, "Rev.")?);
        let code = text.get(code..)?.strip_prefix("CoP").map(|_| code + 3)?;
        let close = code + cursor::digits(text, code).len();
        cursor::word(text, close, ")").filter(|_| close > code)
    };
    Some(Number::new(revised().unwrap_or(end), NumberForm::Foreign))
}

/// "B (65)": decisions of the Economic Commission for Europe since its fifties, a letter and the session.
pub(super) fn of_region(text: &str, at: usize) -> Option<Number> {
    let [letter, b' ', b'(', b'5'..=b'7', figure, b')'] =
        *text.as_bytes().get(at..)?.first_chunk()?
    else {
        return None;
    };
    (letter.is_ascii_uppercase() && figure.is_ascii_digit())
        .then(|| Number::new(at + "B (65)".len(), NumberForm::Foreign))
}

/// "BS-V/11", "A-32/4.3", "MEPC.377(80)", "LC-LP.1 (2008)".
pub(super) fn lettered(text: &str, at: usize) -> Option<Number> {
    let letters = capitals(text, at);
    let mut end = at + letters.len();
    if letters.len() > 5 {
        return None;
    }
    if text[end..].starts_with('-') {
        let next = cursor::skip_space(text, end + 1);
        let session = cursor::digits(text, next);
        let numeral = capitals(text, next);
        let behind = next + session.len().max(numeral.len());
        let is_session = (1..=3).contains(&session.len()) || Roman::parse(numeral).is_some();
        if is_session && let Some(behind) = stroke_and_digits(text, behind) {
            let behind = decimals(text, behind);
            return Some(Number::new(
                behind,
                coded(text, letters, at..behind, "before a hyphen"),
            ));
        }
        if numeral.is_empty() || numeral.len() > 5 {
            return None;
        }
        end = behind;
    }
    let digits = cursor::digits(text, cursor::word(text, end, ".")?);
    if !(1..=4).contains(&digits.len()) {
        return None;
    }
    let behind = end + 1 + digits.len();
    let term = number::parenthesis_term(&text[behind..]).map(|(_, length)| behind + length);
    let behind = counted(text, behind).or(term)?;
    let form = if end == at + letters.len() {
        coded(text, letters, at..behind, "before")
    } else {
        NumberForm::Foreign
    };
    Some(Number::new(behind, form))
}

/// The form of the number at `number`, whose body its `letters` tell where they stand in this `place` of the table.
fn coded(text: &str, letters: &str, number: Range<usize>, place: &str) -> NumberForm {
    grammar::body_of_code(letters, place).map_or(NumberForm::Foreign, |body| {
        let words: Vec<&str> = text[number].split_whitespace().collect();
        let name = Body::new(body);
        NumberForm::Coded(format!("{name}: {}", words.concat()).into())
    })
}

/// The offset behind " (Cg-18)" at `at`: the congress or council that numbered the text.
pub(super) fn of_congress(text: &str, at: usize) -> Option<usize> {
    let open = cursor::word(text, cursor::skip_space(text, at), "(")?;
    let code = cursor::any_word(text, open, &["Cg", "EC"])?;
    let next = cursor::word(text, code, "-").unwrap_or(cursor::skip_space(text, code));
    let session = cursor::digits(text, next);
    let close = cursor::word(text, next + session.len(), ")")?;
    (1..=3).contains(&session.len()).then_some(close)
}

/// "71 (Rev. Dubai, 2018)", "2 (Kyoto, 1994)" from `at`, with the figures up to `end`: resolutions of the
/// conferences of the International Telecommunication Union.
pub(super) fn of_place(text: &str, at: usize, end: usize) -> Option<Number> {
    let open = cursor::word(text, cursor::skip_space(text, end), "(")?;
    let revised = cursor::word(text, open, "Rev.");
    let start = revised.map_or(open, |behind| cursor::skip_space(text, behind));
    let length = text[start..].find(')').filter(|length| *length <= PLACE)?;
    let words: Vec<&str> = text[start..start + length].split_whitespace().collect();
    let (place, body) = grammar::conference_at(&words.join(" "))?;
    let name = Body::new(body);
    let mark = if revised.is_some() { "Rev. " } else { "" };
    let written = format!("{name}: {} ({mark}{place})", &text[at..end]);
    Some(Number::new(
        start + length + 1,
        NumberForm::Coded(written.into()),
    ))
}

/// The longest place and year of a conference, in bytes.
const PLACE: usize = 32;

/// The offset behind "(80)" at `at`.
pub(super) fn counted(text: &str, at: usize) -> Option<usize> {
    let open = cursor::word(text, at, "(")?;
    let digits = cursor::digits(text, open);
    let close = cursor::word(text, open + digits.len(), ")")?;
    (1..=3).contains(&digits.len()).then_some(close)
}

/// The offset behind "/18" at `at`, where a number may end.
fn stroke_and_digits(text: &str, at: usize) -> Option<usize> {
    let digits_at = stroke(text, at)?;
    let digits = cursor::digits(text, digits_at);
    let end = digits_at + digits.len();
    let decimal = text[end..].starts_with('.');
    ((1..=3).contains(&digits.len()) && (decimal || ends_number(text, end))).then_some(end)
}

/// The offset behind ".8.2" at `at`.
fn decimals(text: &str, at: usize) -> usize {
    let mut end = at;
    while text[end..].starts_with('.') {
        let digits = cursor::digits(text, end + 1).len();
        if digits == 0 {
            break;
        }
        end += 1 + digits;
    }
    end
}
