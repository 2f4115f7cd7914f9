//! The number of a general comment, "12 (1999)", and what it names.

use super::{Author, author};
use crate::facts::GeneralComment;
use crate::scan::cursor;
use crate::{Body, Referent, Roman};

/// A number in its place.
pub(super) struct Number {
    value: u16,
    pub(super) year: Option<u16>,
    is_roman: bool,
    /// The offset behind it, the year included.
    pub(super) end: usize,
}

impl Number {
    /// "12 (1999)" at `at`.
    pub(super) fn at(text: &str, at: usize) -> Option<Self> {
        let written = word_or_figure(text, at);
        let number = match written.parse() {
            Ok(number) => number,
            Err(_) => Roman::parse(written)?.value(),
        };
        let end = at + written.len();
        let next = cursor::skip_space(text, end);
        let year_at = |start: usize| {
            let year = cursor::digits(text, start);
            let value = year.parse().ok().filter(|_| year.len() == 4)?;
            Some((value, start + year.len()))
        };
        let bracketed = || {
            let (year, behind) = year_at(cursor::word(text, next, "(")?)?;
            Some((year, cursor::word(text, behind, ")")?))
        };
        // "general comment No. 6 of 2005".
        let counted = || year_at(cursor::skip_space(text, cursor::word(text, next, "of")?));
        let year = bracketed().or_else(counted);
        // "I" is mostly no number.
        let word = written.len() == 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if number >= 100 || word && year.is_none() {
            return None;
        }
        Some(Self {
            value: number,
            is_roman: written.starts_with(|c: char| c.is_ascii_uppercase()),
            year: year.map(|(year, _)| year),
            end: year.map_or(end, |(_, close)| close),
        })
    }

    pub(super) fn value(&self) -> u16 {
        self.value
    }

    /// What the number names.
    pub(super) fn referent(&self, words: &str, author: Author<'_>) -> Referent {
        referent(words, self.value, self.year, author)
    }

    /// Whether `committee` may have adopted it.
    pub(super) fn may_be_of(&self, committee: &Body) -> bool {
        GeneralComment::may_be_of(self.value, self.year, committee)
    }

    /// What the number names where it is known to be one of `committee`, whatever its year: "the Committee on the Rights of
    /// the Child, in its general comment No. 16 (2005)", which is of 2013.
    pub(super) fn own(&self, words: &str, committee: &Body) -> Option<Referent> {
        GeneralComment::of_committee(self.value, committee)?;
        Some(referent(
            words,
            self.value,
            None,
            Author::Committee(committee),
        ))
    }

    /// The one committee that has issued a comment with this number in its year.
    pub(super) fn issuer(&self, words: &str) -> Option<&'static Body> {
        let may_adopt = |body: &Body| recommends(body) == (words == RECOMMENDATION);
        GeneralComment::of_year(self.value, self.year?, may_adopt).map(GeneralComment::committee)
    }

    /// Whether it is by its year the comment of one committee, which is not this.
    pub(super) fn is_anothers(&self, words: &str, committee: &Body) -> bool {
        !self.may_be_of(committee) && self.issuer(words).is_some()
    }

    /// The one committee that has issued a comment with this number on the subject behind it: "No. 12 on the right to adequate
    /// food", "No. 12: The right to adequate food".
    pub(super) fn of_subject(&self, words: &str, text: &str) -> Option<&'static Body> {
        let next = cursor::skip_space(text, self.end);
        let mark = cursor::any_word(text, next, &[":", ",", "("]).unwrap_or(next);
        let start = cursor::skip_space(text, mark);
        let on = cursor::word(text, start, "on");
        // Behind a comma or nothing "on" leads to it.
        if on.is_none() && !text[next..].starts_with([':', '(']) {
            return None;
        }
        let start = on.map_or(start, |end| cursor::skip_space(text, end));
        let start =
            cursor::word(text, start, "the").map_or(start, |end| cursor::skip_space(text, end));
        let may_adopt = |body: &Body| recommends(body) == (words == RECOMMENDATION);
        let begins = |subject: &str| {
            let here = text.get(start..start + subject.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(subject))
        };
        GeneralComment::on_subject(self.value, may_adopt, begins).map(GeneralComment::committee)
    }

    /// The Committee on the Elimination of Racial Discrimination, which numbered its recommendations in Roman numerals,
    /// where it is spoken of in the block of the words that begin at `at` and nobody else is that may have adopted them.
    pub(super) fn of_roman(&self, words: &str, text: &str, at: usize) -> Option<Body> {
        const NAMES: [&str; 3] = ["CERD", "ICERD", "Racial Discrimination"];
        let behind = cursor::skip_space(text, self.end);
        if !self.is_roman
            || words != RECOMMENDATION
            || cursor::any_word(text, behind, &["of", "by"]).is_some()
        {
            return None;
        }
        let committee = Body::named("CERD Committee")?;
        let near = author::near(text, at);
        let near = near.rsplit("\n\n").next().unwrap_or(near);
        let is_named = NAMES.iter().any(|name| near.contains(name));
        (is_named && author::is_left_to(&committee, text, at)).then_some(committee)
    }

    /// Whether its year, or that it is Roman, tells a number from a day or a count.
    pub(super) fn is_told(&self) -> bool {
        self.year.is_some() || self.is_roman
    }
}

/// What a general comment, or what else the committee calls it in `words`, names by its number: the symbol under which
/// it was issued, else the committee and the number; a number that no committee can be told for stands with its year.
pub(crate) fn referent(
    words: &str,
    number: u16,
    year: Option<u16>,
    author: Author<'_>,
) -> Referent {
    let may_adopt = |body: &Body| recommends(body) == (words == RECOMMENDATION);
    let issued = match (author, year) {
        // Of the committee that is named it is the one with that number; its year may be a slip.
        (Author::Committee(author), _) => GeneralComment::of_committee(number, author),
        (_, Some(year)) => GeneralComment::of_year(number, year, may_adopt),
        (Author::Unsaid, None) => GeneralComment::of_number(number, may_adopt),
        (Author::Another, None) => None,
    };
    if let Some(symbol) = issued.and_then(GeneralComment::symbol) {
        return Referent::Symbol(symbol.clone());
    }
    let committee = match author {
        Author::Committee(author) => Some(author),
        _ => issued.map(GeneralComment::committee),
    };
    let canonical = match (committee, year) {
        (Some(author), _) => format!("{author}: {words} No. {number}"),
        (None, Some(year)) => format!("{words} No. {number} ({year})"),
        (None, None) => format!("{words} No. {number}"),
    };
    Referent::Other(canonical.into())
}

/// What `comment`, the canonical words of a general comment that no committee could be told for ("general comment No. 4
/// (2009)"), names in a document of the `committee`; `None` where it is another's word, no comment, or a number that the committee
/// has not come to.
pub(crate) fn of_committee(comment: &str, committee: &Body) -> Option<Referent> {
    let (words, rest) = comment.split_once(" No. ")?;
    let (number, year) = match rest.split_once(' ') {
        Some((number, year)) => (number, Some(year.trim_matches(['(', ')']).parse().ok()?)),
        None => (rest, None),
    };
    let is_comment = words == RECOMMENDATION || words == COMMENT;
    let fits = is_comment && recommends(committee) == (words == RECOMMENDATION);
    let number = number.parse().ok()?;
    let is_own = fits && GeneralComment::may_be_of(number, year, committee);
    is_own.then(|| referent(words, number, year, Author::Committee(committee)))
}

/// The words by which `referent`, a general comment of a committee, goes on once the committee has been named: "general
/// comment No. 13".
pub(crate) fn without_committee(referent: &Referent) -> Option<String> {
    match referent {
        Referent::Symbol(symbol) => {
            let comment = GeneralComment::of_symbol(symbol)?;
            let words = if recommends(comment.committee()) {
                RECOMMENDATION
            } else {
                COMMENT
            };
            Some(format!("{words} No. {}", comment.number()))
        }
        Referent::Other(name) => Some(parts(name)?.1.to_owned()),
        _ => None,
    }
}

/// What `words`, a general comment without its committee, name in the committee of `referent`.
pub(crate) fn beside(referent: &Referent, words: &str) -> Option<Referent> {
    match referent {
        Referent::Symbol(symbol) => {
            of_committee(words, GeneralComment::of_symbol(symbol)?.committee())
        }
        Referent::Other(name) => of_committee(words, &Body::named(parts(name)?.0)?),
        _ => None,
    }
}

/// The year of the general comment that `referent` is, where texts have it and it is not the `stated` one.
pub(crate) fn year_instead_of(stated: u16, referent: &Referent) -> Option<u16> {
    let comment = match referent {
        Referent::Symbol(symbol) => GeneralComment::of_symbol(symbol)?,
        Referent::Other(name) => {
            let (committee, comment) = parts(name)?;
            let (_, number) = comment.split_once(" No. ")?;
            GeneralComment::of_committee(number.parse().ok()?, &Body::named(committee)?)?
        }
        _ => return None,
    };
    comment.year_instead_of(stated)
}

/// The committee and the comment of a canonical name: "Committee against Torture", "general comment No. 1".
fn parts(name: &str) -> Option<(&str, &str)> {
    name.split_once(": ")
        .filter(|(_, comment)| comment.starts_with("general "))
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

/// What most of the committees call theirs.
pub(super) const COMMENT: &str = "general comment";

/// What two of the committees call theirs.
pub(super) const RECOMMENDATION: &str = "general recommendation";

/// Whether a committee calls its comments recommendations.
pub(super) fn recommends(committee: &Body) -> bool {
    committee
        .key()
        .starts_with("Committee on the Elimination of")
}
