//! General comments and general recommendations of the treaty bodies by their number: "general comment No. 12
//! (1999)", "general recommendation No. 26 (2008) of the Committee on the Elimination of Discrimination against
//! Women".
//!
//! A general comment is the committee's whose name stands beside it; without one its year tells it apart.

use std::ops::Range;

use super::Family;
use crate::facts::GeneralComment;
use crate::scan::instruments::citation;
use crate::scan::{bodies, cursor};
use crate::{Body, Citation, Form, Kind, Referent};

/// Numbers behind "general comment" and "general recommendation".
pub(super) struct GeneralComments;

/// The most numbers that one mention lists.
const NUMBERS: usize = 12;

impl Family for GeneralComments {
    fn anchors(&self) -> &'static [&'static str] {
        &["No.", "Nos."]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some((words, phrase_start)) = named_before(text, anchor.start) else {
            return;
        };
        let several = text[anchor.clone()].starts_with("Nos");
        let mut numbers: Vec<(Number<'_>, usize, Option<Body>)> = Vec::new();
        let mut at = cursor::skip_space(text, anchor.end);
        while numbers.len() < NUMBERS
            && let Some(number) = Number::at(text, at)
        {
            let behind = bodies::author_behind(text, number.end);
            let end = behind.as_ref().map_or(number.end, |(_, end)| *end);
            let next = next_number(text, end, several);
            numbers.push((number, at, behind.map(|(body, _)| body)));
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        // A committee at the end of the list is that of every number before it.
        let end = numbers.last().map_or(at, |(number, ..)| number.end);
        let mut author =
            bodies::author_before(text, phrase_start).or_else(|| bodies::adopter_behind(text, end));
        for (index, (number, start, own)) in numbers.into_iter().enumerate().rev() {
            author = own.or(author);
            let start = if index == 0 { phrase_start } else { start };
            let form = Form::Whole(number.referent(words, author.as_ref()));
            found.push(citation(text, start..number.end, Kind::Named, form));
        }
    }
}

/// A number in its place.
struct Number<'t> {
    digits: &'t str,
    year: Option<&'t str>,
    /// The offset behind it, the year included.
    end: usize,
}

impl<'t> Number<'t> {
    /// "12 (1999)" at `at`.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let digits = cursor::digits(text, at);
        if !(1..=2).contains(&digits.len()) {
            return None;
        }
        let end = at + digits.len();
        let year = cursor::word(text, cursor::skip_space(text, end), "(").and_then(|open| {
            let year = cursor::digits(text, open);
            let close = cursor::word(text, open + year.len(), ")")?;
            (year.len() == 4).then_some((year, close))
        });
        Some(Self {
            digits,
            year: year.map(|(year, _)| year),
            end: year.map_or(end, |(_, close)| close),
        })
    }

    /// What the number names: the symbol under which it was issued, else the committee and the number; a number that
    /// no committee can be told for stands with its year.
    fn referent(&self, words: &str, author: Option<&Body>) -> Referent {
        let number = self.digits.parse().unwrap_or_default();
        let year = self.year.and_then(|year| year.parse().ok());
        let issued = match author {
            Some(author) => GeneralComment::of_committee(number, year, author),
            None => year.and_then(|year| {
                GeneralComment::of_year(number, year, |body| {
                    recommends(body) == (words == RECOMMENDATION)
                })
            }),
        };
        if let Some(symbol) = issued.and_then(GeneralComment::symbol) {
            return Referent::Symbol(symbol.clone());
        }
        let author = author.or_else(|| issued.map(GeneralComment::committee));
        let digits = self.digits;
        let canonical = match (author, self.year) {
            (Some(author), _) => format!("{author}: {words} No. {digits}"),
            (None, Some(year)) => format!("{words} No. {digits} ({year})"),
            (None, None) => format!("{words} No. {digits}"),
        };
        Referent::Other(canonical.into())
    }
}

/// What two of the committees call theirs.
const RECOMMENDATION: &str = "general recommendation";

/// Whether a committee calls its comments recommendations.
fn recommends(committee: &Body) -> bool {
    committee
        .key()
        .starts_with("Committee on the Elimination of")
}

/// "general comment" or "general recommendation" right before `at`, and where it begins.
fn named_before(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let head = before_space(text, at)?;
    let nouns = [
        ("comment", "general comment"),
        ("comments", "general comment"),
        ("recommendation", RECOMMENDATION),
        ("recommendations", RECOMMENDATION),
    ];
    nouns.into_iter().find_map(|(noun, words)| {
        let general = before_space(text, without_word(text, head, noun)?)?;
        Some((words, without_word(text, general, "general")?))
    })
}

/// The end of the word before the white space before `at`.
fn before_space(text: &str, at: usize) -> Option<usize> {
    let end = text[..at].trim_end_matches([' ', '\r', '\n']).len();
    (1..=3).contains(&(at - end)).then_some(end)
}

/// Where `word` begins, when it ends at `end`.
fn without_word(text: &str, end: usize, word: &str) -> Option<usize> {
    let start = end.checked_sub(word.len())?;
    let bytes = text.as_bytes();
    let whole = start == 0 || !bytes[start - 1].is_ascii_alphanumeric();
    (whole && bytes[start..end].eq_ignore_ascii_case(word.as_bytes())).then_some(start)
}

/// Where the next number of the list begins behind `at`: ", 22 (2017)", " and No. 23 (2017)".
/// In a list of `several` a figure alone is one as well.
fn next_number(text: &str, at: usize, several: bool) -> Option<usize> {
    let numbered = |at: usize| {
        let number = cursor::word(text, at, "No.").map_or(at, |end| cursor::skip_space(text, end));
        // A figure alone may be anything: an article, a footnote.
        let year = Number::at(text, number)?.year.is_some();
        (several || number > at || year).then_some(number)
    };
    let noted = cursor::skip_note(text, at);
    let comma = cursor::word(text, noted, ",");
    let next = cursor::skip_space(text, comma.unwrap_or(at));
    if let Some(joined) = cursor::any_word(text, next, &["and", "or", "/"]) {
        return numbered(cursor::skip_space(text, joined));
    }
    comma.and_then(|_| numbered(next))
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn numbers_are_read_with_year_and_committee() {
        for (text, wanted) in [
            (
                "general comment No. 1 on enforced disappearance adopted by the Committee on Enforced\nDisappearances on",
                "general comment No. 1 = CED/C/GC/1",
            ),
            (
                "its general comment No. 12 (1999) says",
                "general comment No. 12 (1999) = E/C.12/1999/5",
            ),
            (
                "General Comment No. 31, para. 10,",
                "General Comment No. 31 = general comment No. 31 [para. 10]",
            ),
            (
                "general recommendation\nNo. 26 (2008) of the Committee on the Elimination of Discrimination\nagainst Women",
                "general recommendation No. 26 (2008) = CEDAW/C/2009/WP.1/R",
            ),
            (
                "See Human Rights Committee, general comment No. 27 (1999), paras. 11–16.",
                "general comment No. 27 (1999) = CCPR/C/21/Rev.1/Add.9 [paras. 11-16]",
            ),
            (
                "paragraph 8 of general comment No. 14 (2013) on the right of the child",
                "general comment No. 14 (2013) = CRC/C/GC/14 [para. 8]",
            ),
        ] {
            finds(text, &[wanted]);
        }
    }

    #[test]
    fn a_year_tells_the_committee_where_no_other_had_that_number_then() {
        for (text, wanted) in [
            (
                "general comment No. 37 (2020), para. 4",
                "general comment No. 37 (2020) = CCPR/C/GC/37 [para. 4]",
            ),
            (
                "general recommendation No. 34 (2011)",
                "general recommendation No. 34 (2011) = CERD/C/GC/34",
            ),
            (
                "general comment\nNo. 25 (2021) on",
                "general comment No. 25 (2021) = CRC/C/GC/25",
            ),
            // Printed in a report alone.
            (
                "general recommendation No. 25 (2000) on",
                "general recommendation No. 25 (2000) = Committee on the Elimination of Racial Discrimination: general recommendation No. 25",
            ),
            // The fourth of 2017 is two committees', the twentieth of 2010 nobody's.
            (
                "general comment No. 4 (2017)",
                "general comment No. 4 (2017) = general comment No. 4 (2017)",
            ),
            (
                "general comment No. 20 (2010)",
                "general comment No. 20 (2010) = general comment No. 20 (2010)",
            ),
            // A year that contradicts the committee.
            (
                "general comment No. 4 (2009) of the Committee against Torture",
                "general comment No. 4 (2009) = Committee against Torture: general comment No. 4",
            ),
        ] {
            finds(text, &[wanted]);
        }
    }

    #[test]
    fn lists_have_a_committee_each() {
        finds(
            "joint general comment No. 3 (2017) of the Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families and No. 22 (2017) of the Committee on the Rights of the Child",
            &[
                "general comment No. 3 (2017) = CMW/C/GC/3",
                "22 (2017) = CRC/C/GC/22",
            ],
        );
        finds(
            "general comments Nos. 6 (2005), 14 (2013) and 23 (2017) of the Committee on the Rights of the Child",
            &[
                "general comments Nos. 6 (2005) = CRC/GC/2005/6",
                "14 (2013) = CRC/C/GC/14",
                "23 (2017) = CRC/C/GC/23",
            ],
        );
        finds(
            "general recommendations Nos. 19, 26 and 35, and the 5 reports",
            &[
                "general recommendations Nos. 19 = general recommendation No. 19",
                "26 = general recommendation No. 26",
                "35 = general recommendation No. 35",
            ],
        );
        finds(
            "general comment No. 9 and 12 other texts",
            &["general comment No. 9 = general comment No. 9"],
        );
    }

    #[test]
    fn other_numbers_are_no_general_comments() {
        for text in [
            "the general comment and its No. 5",
            "agenda item No. 5 of the comments",
            "attorney-general comment No. five",
            "recommendation No. 5 of the Board",
            "in general, comment No. 5",
            "general comment No. 1999",
        ] {
            finds(text, &[]);
        }
    }
}
