//! The written forms of single numbers: "67/172", "1325 (2000)", "1/CP.21", "XIII/18", "58.3".

mod ending;
mod of_agencies;

use std::sync::Arc;

use self::ending::ends_number;
use self::of_agencies::{counted, lettered, of_congress, of_place, of_region, of_trade, roman};
use super::{broken_term, figure_as_letter};
use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::symbol::number;
use crate::{Act, Adopted, Body, Term, facts, grammar};

/// A number as it stands in the text.
#[derive(Clone)]
pub(super) struct Number {
    /// The offset behind it, lettered part included.
    pub(super) end: usize,
    /// The offset behind a footnote figure that is glued to it; `end` where none is.
    pub(super) noted: usize,
    pub(super) form: NumberForm,
}

/// What a number looks like, which says who may use it.
#[derive(Clone)]
pub(super) enum NumberForm {
    /// "67/172", "S-21/2", "2006/2".
    Stroke,
    /// "1325 (2000)", "217 A (III)".
    Parenthesis,
    /// "1/CP.21", "MSC.489(103)": a number that carries its body; the canonical form.
    Coded(Arc<str>),
    /// "1325 (200)": what was meant by it.
    Broken(Adopted),
    /// "XIII/18", "58.3", "75(8)", "MEPC.377(80)", "A-32/4.3", "6/2019": forms that only specialized bodies
    /// use, and that mean a number only right behind "resolution".
    Foreign,
    /// "1325": the Security Council's, or that of a body that the text names beside it.
    Bare,
}

impl Number {
    pub(super) fn new(end: usize, form: NumberForm) -> Self {
        Self {
            end,
            noted: end,
            form,
        }
    }
}

/// The number that begins at `at`; `note` is the footnote figure that a glued one would follow.
pub(super) fn at(text: &str, at: usize, note: impl Fn() -> Option<u16>) -> Option<Number> {
    match text.as_bytes().get(at)? {
        b'0'..=b'9' => plain(text, at)
            .or_else(|| {
                let behind = at + cursor::count_digits(text, at);
                let parted = text.as_bytes().get(behind) == Some(&b'/');
                parted.then(|| conference(text, at).or_else(|| stroked(text, at, at, &note)))?
            })
            .or_else(|| with_letter(text, at))
            .or_else(|| figure(text, at)),
        b'E' | b'S' => special(text, at, &note).or_else(|| lettered(text, at)),
        b'A'..=b'Z' => roman(text, at, &note)
            .or_else(|| lettered(text, at))
            .or_else(|| of_trade(text, at))
            .or_else(|| of_region(text, at))
            .or_else(|| with_letter(text, at)),
        b'l' | b'o' => with_letter(text, at),
        _ => None,
    }
}

/// "7O/1", "l325 (2000)": a letter for a figure.
fn with_letter(text: &str, at: usize) -> Option<Number> {
    let (meant, end) = figure_as_letter::at(text, at)?;
    Some(Number::new(end, NumberForm::Broken(meant)))
}

/// "1325 (2000)", and "67/172" with nothing behind it that could belong to it: most numbers are written so.
fn plain(text: &str, at: usize) -> Option<Number> {
    if let Some(end) = plain_stroke(text, at) {
        return Some(Number::new(end, NumberForm::Stroke));
    }
    let bytes = text.as_bytes();
    let first = at + cursor::count_digits(text, at);
    let [b' ', b'(', b'1' | b'2', _, _, _, b')', ..] = bytes.get(first..)? else {
        return None;
    };
    let is_year = first - at <= 4 && cursor::count_digits(text, first + 2) == 4;
    let end = first + " (2000)".len();
    is_year.then(|| Number::new(end, NumberForm::Parenthesis))
}

/// The offset behind "67/172" at `at`, with nothing behind it that could belong to it.
pub(super) fn plain_stroke(text: &str, at: usize) -> Option<usize> {
    let few = |at| Some(cursor::count_digits(text, at)).filter(|count| (1..=3).contains(count));
    let bytes = text.as_bytes();
    let first = at + few(at)?;
    (bytes.get(first) == Some(&b'/')).then_some(())?;
    let end = first + 1 + few(first + 1)?;
    let ends = match &bytes[end..] {
        [] | [b',' | b';' | b')', ..] => true,
        [b' ', first, second, ..] => first.is_ascii_lowercase() && second.is_ascii_lowercase(),
        _ => false,
    };
    ends.then_some(end)
}

/// "S-21/2", "ES-10/24".
fn special(text: &str, at: usize, note: &impl Fn() -> Option<u16>) -> Option<Number> {
    let prefix = ["ES-", "S-"]
        .iter()
        .find(|prefix| text[at..].starts_with(**prefix))?;
    stroked(text, at, at + prefix.len(), note)
}

/// "67/172 A" with its first digits at `digits_at`, from `at`.
fn stroked(
    text: &str,
    at: usize,
    digits_at: usize,
    note: &impl Fn() -> Option<u16>,
) -> Option<Number> {
    let first = cursor::digits(text, digits_at);
    // A year with a digit mistyped is one as well: the facts find it.
    let is_year = first.len() == 4 && !first.starts_with('0');
    if !(1..=3).contains(&first.len()) && !is_year {
        return None;
    }
    let second_at = stroke(text, digits_at + first.len())?;
    let second = cursor::digits(text, second_at);
    let end = second_at + second.len();
    if !ends_number(text, end) {
        return None;
    }
    match second.len() {
        1..=3 => Some(Number::new(with_part(text, end), NumberForm::Stroke)),
        // Conferences of specialized agencies adopt a few dozen texts a year: "resolution 6/2019".
        4 if second.starts_with("20")
            && at == digits_at
            && first.parse().is_ok_and(|first: u16| first < 40) =>
        {
            Some(Number::new(end, NumberForm::Foreign))
        }
        4 if let Some(meant) = broken_term::behind_stroke(first, second) => {
            Some(Number::new(end, NumberForm::Broken(meant)))
        }
        4..=6 => {
            // States write their own so: "resolution 106/2022"; those of earlier years are cited seldom.
            let may_end_with_year = matches!(second.parse(), Ok(1990..2100_u32));
            let digits = unglued(second, note(), is_year || may_end_with_year)?;
            Some(Number {
                end: second_at + digits,
                noted: end,
                form: NumberForm::Stroke,
            })
        }
        _ => None,
    }
}

/// How many digits of "2285" are the number, where the rest is the footnote figure after `note`.
///
/// Without a figure to count from, the longest number is taken: sessions of the General Assembly adopt hundreds. Where
/// the number `has_year`, on either side of its stroke, none is.
fn unglued(figures: &str, note: Option<u16>, has_year: bool) -> Option<usize> {
    let follows = |digits: &usize| {
        let figure: Option<u16> = figures[*digits..].parse().ok();
        note.is_some_and(|note| figure == Some(note + 1))
    };
    let may_be = |digits: &usize| {
        figures.len() > *digits
            && figures.len() - digits <= 3
            && !figures[*digits..].starts_with('0')
    };
    (1..=3)
        .rev()
        .filter(may_be)
        .find(follows)
        .or_else(|| (1..=3).rev().filter(|_| !has_year).find(may_be))
}

/// "1325 (2000)", "217 A (III)", "58.3", "75(8)" or a bare figure.
fn figure(text: &str, at: usize) -> Option<Number> {
    let digits = cursor::digits(text, at);
    let end = at + digits.len();
    // A figure too many: the year behind says whose number it should be.
    let has_year = || {
        matches!(
            number::parenthesis_term(&text[end..]),
            Some((Term::Year(1946..), _))
        )
    };
    if digits.len() > 5 || digits.len() == 5 && !has_year() {
        return None;
    }
    if let Some(decimal) = text[end..].strip_prefix('.')
        && decimal.starts_with(|c: char| c.is_ascii_digit())
    {
        let rest = cursor::digits(text, end + 1);
        let behind = end + 1 + rest.len();
        let amount = text[behind..].starts_with(['%', '/', OTHER, LETTER])
            || text[behind..].starts_with(|c: char| c.is_ascii_alphabetic())
            || text[behind..].starts_with(['.', ','])
                && text[behind + 1..].starts_with(|c: char| c.is_ascii_digit());
        let fits = digits.len() <= 3 && rest.len() <= 3 && !amount;
        return fits.then(|| Number::new(behind, NumberForm::Foreign));
    }
    let part = number::part(&text[end..]).map_or(0, |(_, length)| length);
    if let Some((term, length)) = number::parenthesis_term(&text[end + part..]) {
        // A year with a digit mistyped is one as well: the facts find it.
        let fits = !matches!(term, Term::Year(..1000));
        let behind = end + part + length;
        // "217 (III) A", as texts wrote it before "217 A (III)".
        let behind = if part == 0 {
            part_behind_session(text, behind, digits, term).unwrap_or(behind)
        } else {
            behind
        };
        return fits.then(|| Number::new(behind, NumberForm::Parenthesis));
    }
    if let Some((meant, length)) = broken_term::at(digits, &text[end..]) {
        return Some(Number::new(end + length, NumberForm::Broken(meant)));
    }
    if let Some(number) = of_place(text, at, end).filter(|_| part == 0 && digits.len() <= 3) {
        return Some(number);
    }
    if let Some(behind) = counted(text, end)
        .or_else(|| of_congress(text, end))
        .filter(|_| part == 0 && digits.len() <= 3)
    {
        return Some(Number::new(behind, NumberForm::Foreign));
    }
    if !ends_number(text, end) {
        return None;
    }
    let rest = &text[end..];
    if digits.len() > 2 && rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        // "1000M" is an amount.
        return is_glued_part(digits, &rest[..1]).then(|| Number::new(end + 1, NumberForm::Bare));
    }
    Some(Number::new(end, NumberForm::Bare))
}

/// Whether the letter that is glued to the number `digits` is that of a part: the "A" of "resolution 217A". Few texts have
/// more than eight; of those the tables know.
fn is_glued_part(digits: &str, letter: &str) -> bool {
    let is_known = || {
        let number = digits.parse().ok()?;
        let term = facts::session_of_running_number(number)?;
        known_part(number, term, letter)
    };
    matches!(letter.as_bytes(), [b'A'..=b'H']) || is_known().is_some()
}

/// When the General Assembly adopted that part of its resolution.
fn known_part(number: u32, term: Term, part: &str) -> Option<facts::AdoptionDate> {
    facts::date_of(&Adopted {
        body: Body::general_assembly(),
        act: Act::Resolution,
        term,
        number,
        part: Some(part.into()),
    })
}

/// The offset behind the lettered part at `at`, which follows the Roman session `term` of the number `digits`.
///
/// "A" may as well begin a sentence: it is a part where the General Assembly is known to have adopted that part, or
/// where something follows that no article has behind it.
fn part_behind_session(text: &str, at: usize, digits: &str, term: Term) -> Option<usize> {
    if matches!(term, Term::Year(_)) {
        return None;
    }
    let end = with_part(text, at);
    let part = text[at..end].trim();
    let rest = text[end..].trim_start();
    let closes = rest.is_empty()
        || rest.starts_with([',', ';', ')'])
        || cursor::word(rest, 0, "of").is_some();
    let is_known = || known_part(digits.parse().ok()?, term, part);
    (!part.is_empty() && (closes || is_known().is_some())).then_some(end)
}

fn capitals(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    let length = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    &rest[..length]
}

/// The offset behind the stroke of a number, which a line break may follow.
pub(super) fn stroke(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?.strip_prefix('/')?;
    // Mostly a figure or a capital follows at once.
    if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Some(at + 1);
    }
    let spaces = rest.len() - rest.trim_start_matches([' ', '\r', '\n']).len();
    match spaces {
        0 => Some(at + 1),
        1..=3 if rest[..spaces].contains('\n') => Some(at + 1 + spaces),
        _ => None,
    }
}

/// Whether a stroke and a figure stand at `at`.
fn is_figure_behind_stroke(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at..), Some([b'/', b'0'..=b'9', ..]))
}

/// Where a number with a stroke begins behind a comma at `at`: the next of a list.
pub(super) fn stroked_behind(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let next = match bytes.get(at..)? {
        [b',', b' ', b'0'..=b'9', ..] => at + 2,
        [b',', ..] => cursor::skip_space(text, at + 1),
        _ => return None,
    };
    let digits = cursor::count_digits(text, next);
    (digits > 0 && bytes.get(next + digits) == Some(&b'/')).then_some(next)
}

/// The offset behind the lettered part at `end`: "53/243 A and B" is two documents, so its second letter
/// becomes an item of its own.
fn with_part(text: &str, end: usize) -> usize {
    match number::part(&text[end..]) {
        Some((letters, _)) if letters.contains(" and ") => {
            end + text[end..]
                .find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(0)
                + 1
        }
        Some((_, length)) => end + length,
        None => end,
    }
}

/// `1/CP.21`, `2/CMP.8`, `1/CMA.3`: decisions of conferences whose code stands behind the number.
pub(super) fn conference(text: &str, at: usize) -> Option<Number> {
    let number = cursor::digits(text, at);
    // Mostly a figure stands behind the stroke.
    if number.is_empty() || number.len() > 3 || is_figure_behind_stroke(text, at + number.len()) {
        return None;
    }
    let code_at = stroke(text, at + number.len())?;
    let letters = capitals(text, code_at);
    if letters.is_empty() {
        return None;
    }
    let body = grammar::body_of_code(letters, "behind")?;
    let session_at = cursor::word(text, code_at + letters.len(), ".")?;
    let figures = cursor::digits(text, session_at);
    // Conferences meet once a year and have not met a hundred times: a third digit is a footnote figure.
    let session = &figures[..figures.len().min(2)];
    let name = Body::new(body);
    (!session.is_empty()).then(|| Number {
        end: session_at + session.len(),
        noted: session_at + figures.len(),
        form: NumberForm::Coded(format!("{name}: {number}/{letters}.{session}").into()),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Numbers of sessions and years, with what may stand behind them.
    const TEXT: &str = "[0-9]{1,5}(/[0-9]{1,4}|/[A-Z]{2,3}\\.[0-9]{1,3}| ?\\([0-9]{3,5}\\)?)?\
        ([A-Ca-c]|[,;:.)%-]|/Add\\.1|\n| ?\\([IVX]+\\))?( [A-Ca-c]{1,3}| [0-9]| and [AB])?";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn a_plain_number_is_what_is_read_at_length(text in TEXT, note in proptest::option::of(1u16..40)) {
            if let Some(read) = plain(&text, 0) {
                let note = || note;
                let at_length = conference(&text, 0)
                    .or_else(|| stroked(&text, 0, 0, &note))
                    .or_else(|| figure(&text, 0));
                let told = |number: &Number| {
                    (number.end, number.noted, std::mem::discriminant(&number.form))
                };
                prop_assert_eq!(Some(told(&read)), at_length.as_ref().map(told));
            }
        }
    }
}
