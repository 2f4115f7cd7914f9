//! A letter that stands for a figure in the number of a resolution of the General Assembly: "71/2S6", "7O/1", "78/2l7".

use crate::facts;
use crate::{Act, Adopted, Body, Symbol, Term};

/// The most characters on either side of the stroke.
const LONGEST: usize = 3;

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

/// The resolution that was meant by the number at `at`, which begins with a figure, and the offset behind the number.
/// Only one whose day is known was meant.
pub(super) fn at(text: &str, at: usize) -> Option<(Adopted, usize)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-');
    let rest = &text[at..];
    let written = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
    let (session, number) = written.split_once('/')?;
    let letters = |part: &str| part.bytes().filter(u8::is_ascii_alphabetic).count();
    if letters(session) + letters(number) != 1 {
        return None;
    }
    let meant = Adopted {
        body: Body::new(Body::GENERAL_ASSEMBLY),
        act: Act::Resolution,
        term: Term::Session(in_figures(session)?.parse().ok()?),
        number: in_figures(number)?.parse().ok()?,
        part: None,
    };
    facts::adoption_date(&Symbol::of(meant.clone()))?;
    Some((meant, at + written.len()))
}

/// A part of a number with the figures for which its letters stand.
fn in_figures(part: &str) -> Option<String> {
    if part.len() > LONGEST {
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
    }

    #[test]
    fn letters_of_other_series_stay() {
        for text in [
            "31/6B", "10B/2", "5S/2", "71/2S6/3", "71/2S6-1", "7OO/1", "71/256", "71/2x6", "71/9l9",
        ] {
            assert_eq!(at(text, 0), None, "{text}");
        }
    }
}
