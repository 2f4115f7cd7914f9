//! General comments and general recommendations of the treaty bodies by their number: "general comment No. 12
//! (1999)", "general recommendation No. 26 (2008) of the Committee on the Elimination of Discrimination against
//! Women".
//!
//! A general comment is the committee's whose name stands beside it; without one its year tells it apart.

use std::ops::Range;
use std::sync::LazyLock;

use super::Family;
use crate::facts::GeneralComment;
use crate::scan::instruments::citation;
use crate::scan::{bodies, cursor};
use crate::{Body, Citation, Form, Kind, Referent, Roman};

/// Numbers behind "general comment" and "general recommendation".
pub(super) struct GeneralComments;

/// The most numbers that one mention lists.
const NUMBERS: usize = 12;

impl Family for GeneralComments {
    fn anchors(&self) -> &'static [&'static str] {
        &ANCHORS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let place = Place::of(text, &anchor);
        let (words, phrase_start) = match named_before(text, place.word) {
            Some(named) => named,
            None if place.is_numbered && has_year(text, place.number) => {
                let is_read = |one: &Citation| one.token.contains(&place.number);
                let Some(words) = named_earlier(text, place.word) else {
                    return;
                };
                if found.iter().any(is_read) {
                    return;
                }
                (words, place.word)
            }
            None => return,
        };
        let several = place.several;
        let mut numbers: Vec<(Number<'_>, usize, Option<Body>)> = Vec::new();
        let mut at = place.number;
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
        let mut author = bodies::author_before(text, phrase_start)
            .or_else(|| bodies::adopter_behind(text, end))
            .filter(|author| author.to_string().contains("Committee"));
        for (index, (number, start, own)) in numbers.into_iter().enumerate().rev() {
            author = own.or(author);
            let start = if index == 0 { phrase_start } else { start };
            let form = Form::Whole(number.referent(words, author.as_ref()));
            found.push(citation(text, start..number.end, Kind::Named, form));
        }
    }
}

/// "No." and what drafters write in its stead, found by its capital or digit.
static ANCHORS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let nouns = ["omment", "omments", "mendation", "mendations"];
    let signs = [
        "No ", "1", "2", "3", "4", "5", "6", "7", "8", "9", "I", "V", "X",
    ];
    let pairs = nouns
        .iter()
        .flat_map(|noun| signs.map(|sign| format!("{noun} {sign}")));
    let leaked = pairs.map(|anchor| &*anchor.leak());
    leaked.chain(["No.", "Nos."]).collect()
});

/// What an anchor tells.
struct Place {
    /// Where "No." begins, or the number where it has none.
    word: usize,
    /// Where the number begins.
    number: usize,
    several: bool,
    is_numbered: bool,
}

impl Place {
    fn of(text: &str, anchor: &Range<usize>) -> Self {
        let written = &text[anchor.clone()];
        if written.starts_with("No") {
            return Self {
                word: anchor.start,
                number: cursor::skip_space(text, anchor.end),
                several: written.starts_with("Nos"),
                is_numbered: true,
            };
        }
        let noun = written.find(' ').unwrap_or(0);
        let word = anchor.start + noun + 1;
        let sign = cursor::word(text, word, "No");
        Self {
            word,
            number: sign.map_or(word, |end| cursor::skip_space(text, end)),
            several: written[..noun].ends_with('s'),
            is_numbered: false,
        }
    }
}

/// Whether the number at `at` stands with its year.
fn has_year(text: &str, at: usize) -> bool {
    Number::at(text, at).is_some_and(|number| number.year.is_some())
}

/// How far before its number the noun of a list may stand, in bytes.
const LIST: usize = 240;

/// What the numbers are of the list that goes on at `at`: "general comment No. 5 (2003) on measures, No. 19 (2016) on".
fn named_earlier(text: &str, at: usize) -> Option<&'static str> {
    let before = text[..at].trim_end();
    let joined = before.ends_with(',') || before.ends_with(" and");
    let floor = cursor::sentence_start(text, at, LIST);
    let number = text[floor..at].rfind("No")?;
    let previous = text[floor..floor + number].trim_end();
    joined
        .then(|| named_before(text, floor + number).filter(|_| !previous.is_empty()))?
        .map(|(words, _)| words)
        .or_else(|| named_earlier(text, floor + number))
}

/// A number in its place.
struct Number<'t> {
    value: u16,
    year: Option<&'t str>,
    /// The offset behind it, the year included.
    end: usize,
}

impl<'t> Number<'t> {
    /// "12 (1999)" at `at`.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let written = word_or_figure(text, at);
        let number = match written.parse() {
            Ok(number) => number,
            Err(_) => Roman::parse(written)?.value(),
        };
        let end = at + written.len();
        let year = cursor::word(text, cursor::skip_space(text, end), "(").and_then(|open| {
            let year = cursor::digits(text, open);
            let close = cursor::word(text, open + year.len(), ")")?;
            (year.len() == 4).then_some((year, close))
        });
        // "I" is mostly no number.
        let word = written.len() == 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if number >= 100 || word && year.is_none() {
            return None;
        }
        Some(Self {
            value: number,
            year: year.map(|(year, _)| year),
            end: year.map_or(end, |(_, close)| close),
        })
    }

    /// What the number names: the symbol under which it was issued, else the committee and the number; a number that
    /// no committee can be told for stands with its year.
    fn referent(&self, words: &str, author: Option<&Body>) -> Referent {
        let number = self.value;
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
        let canonical = match (author, self.year) {
            (Some(author), _) => format!("{author}: {words} No. {number}"),
            (None, Some(year)) => format!("{words} No. {number} ({year})"),
            (None, None) => format!("{words} No. {number}"),
        };
        Referent::Other(canonical.into())
    }
}

/// The figures or the capitals at `at`.
fn word_or_figure(text: &str, at: usize) -> &str {
    let figures = cursor::digits(text, at);
    if !figures.is_empty() {
        return figures;
    }
    let rest = text.get(at..).unwrap_or("");
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let whole = !rest[capitals..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if whole { &rest[..capitals] } else { "" }
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
    fn the_sign_before_the_number_may_be_missing_or_roman() {
        for (text, wanted) in [
            (
                "general comment 24 (2019), para. 6",
                "general comment 24 (2019) = CRC/C/GC/24 [para. 6]",
            ),
            (
                "Human Rights Committee, General Comment No 32, at",
                "General Comment No 32 = CCPR/C/GC/32",
            ),
            (
                "CERD Committee, General Recommendation XXX (2004),",
                "General Recommendation XXX (2004) = Committee on the Elimination of Racial Discrimination: general recommendation No. 30",
            ),
            (
                "CEDAW Committee, general recommendation 40",
                "general recommendation 40 = CEDAW/C/GC/40",
            ),
        ] {
            finds(text, &[wanted]);
        }
        finds(
            "its general comment No. 5 (2003) on measures, No. 19 (2016) on budgets and No. 16 (2013) on business",
            &[
                "general comment No. 5 (2003) = CRC/GC/2003/5",
                "No. 19 (2016) = CRC/C/GC/19",
                "No. 16 (2013) = CRC/C/GC/16",
            ],
        );
    }

    #[test]
    fn a_conference_that_adopts_something_else_is_no_author() {
        finds(
            "general recommendation No. 40, a paper adopted by the Regional Conference on Women",
            &["general recommendation No. 40 = general recommendation No. 40"],
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
            "general comments I made",
            "a general recommendation In the",
            "general comment 2021 brought",
            "the recommendation 5 of the general report",
            "general comments to Convention No. 19 (2016) and No. 16 (2013)",
        ] {
            finds(text, &[]);
        }
    }
}
