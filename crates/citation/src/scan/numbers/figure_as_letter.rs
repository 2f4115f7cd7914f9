//! A letter that stands for a figure in the number of a resolution: "71/2S6", "7O/1", "78/2l7" of the General Assembly,
//! "l325 (2000)" of the Security Council.

use crate::facts;
use crate::{Act, Adopted, Body, Symbol, Term};

/// The most characters on either side of the stroke.
const LONGEST: usize = 3;

/// The most characters of a number of the Security Council, and of a year.
const RUNNING: usize = 4;

/// Letters that are mistaken for figures, each with its figure, and whether it may end a part of a number: a capital at
/// an end belongs to other series, "31/6 B", "10S/2".
const LETTERS: [(char, char, bool); 7] = [
    ('l', '1', true),
    ('O', '0', true),
    ('o', '0', true),
    ('I', '1', false),
    ('Z', '2', false),
    ('S', '5', false),
    ('B', '8', false),
];

/// The resolution that was meant by the number at `at`, and the offset behind the number.
pub(super) fn at(text: &str, at: usize) -> Option<(Adopted, usize)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
    let rest = &text[at..];
    let written = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let (meant, length) = of_assembly(written).or_else(|| of_council(written, rest))?;
    Some((meant, at + length))
}

/// A resolution of the General Assembly, and how long its number is. Only one whose day is known was meant.
fn of_assembly(written: &str) -> Option<(Adopted, usize)> {
    let (session, number) = written.split_once('/')?;
    if letters(session) + letters(number) != 1 {
        return None;
    }
    let term = Term::Session(in_figures(session, LONGEST)?.parse().ok()?);
    let number = in_figures(number, LONGEST)?.parse().ok()?;
    let meant = resolution(Body::GENERAL_ASSEMBLY, term, number);
    facts::adoption_date(&Symbol::of(meant.clone()))?;
    Some((meant, written.len()))
}

/// A resolution of the Security Council, whose number `rest` begins with, and how long it is with its year. Only one that
/// was adopted in that year was meant.
fn of_council(written: &str, rest: &str) -> Option<(Adopted, usize)> {
    let inside = rest[written.len()..].strip_prefix(" (")?;
    let year = &inside[..inside
        .bytes()
        .take(RUNNING + 1)
        .position(|byte| byte == b')')?];
    if letters(written) + letters(year) != 1 {
        return None;
    }
    let number = in_figures(written, RUNNING)?.parse().ok()?;
    let meant = in_figures(year, RUNNING)?.parse().ok()?;
    (facts::sure_security_council_year(number) == Some(meant)).then(|| {
        let meant = resolution(Body::SECURITY_COUNCIL, Term::Year(meant), number);
        (meant, written.len() + " (".len() + year.len() + ")".len())
    })
}

fn letters(part: &str) -> usize {
    part.bytes().filter(u8::is_ascii_alphabetic).count()
}

fn resolution(body: &'static str, term: Term, number: u32) -> Adopted {
    Adopted {
        body: Body::new(body),
        act: Act::Resolution,
        term,
        number,
        part: None,
    }
}

/// A part of a number of at most `longest` characters with the figures for which its letters stand.
fn in_figures(part: &str, longest: usize) -> Option<String> {
    if part.len() > longest {
        return None;
    }
    let mut written = part.chars().peekable();
    let mut figures = String::with_capacity(part.len());
    while let Some(one) = written.next() {
        let is_last = written.peek().is_none();
        let mut known = LETTERS.iter();
        let figure = if one.is_ascii_digit() {
            one
        } else {
            known
                .find(|(letter, _, ends)| *letter == one && (*ends || !is_last))?
                .1
        };
        figures.push(figure);
    }
    Some(figures)
}

#[cfg(test)]
mod tests {
    use super::at;
    use crate::Symbol;

    #[test]
    fn one_letter_stands_for_a_figure() {
        let meant =
            |text: &str| at(text, 0).map(|(meant, end)| (Symbol::of(meant).to_string(), end));
        for (text, symbol) in [
            ("71/2S6, annex", "A/RES/71/256"),
            ("7O/1", "A/RES/70/1"),
            ("78/2l7 of", "A/RES/78/217"),
            ("67/l72", "A/RES/67/172"),
            ("7l/1", "A/RES/71/1"),
        ] {
            let end = text.find([',', ' ']).unwrap_or(text.len());
            assert_eq!(meant(text), Some((symbol.to_owned(), end)), "{text}");
        }
        for text in [
            "l325 (2000), on",
            "I325 (2000) and",
            "13Z5 (2000)",
            "1325 (2O00)",
        ] {
            let symbol = "S/RES/1325 (2000)".to_owned();
            assert_eq!(meant(text), Some((symbol, "1325 (2000)".len())), "{text}");
        }
    }

    #[test]
    fn letters_of_other_series_stay() {
        for text in [
            "31/6B",
            "10B/2",
            "5S/2",
            "71/2S6/3",
            "71/2S6-1",
            "7OO/1",
            "71/256",
            "71/2x6",
            "71/9l9",
            "l325 (2001)",
            "1325 (2000)",
            "132B (2000)",
            "lo (2000)",
            "l325(2000)",
            "I (2000)",
            "377 A (V)",
        ] {
            assert_eq!(at(text, 0), None, "{text}");
        }
    }
}
