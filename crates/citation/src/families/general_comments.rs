//! General comments and general recommendations of the treaty bodies by their number: "general comment No. 12
//! (1999)", "general recommendation No. 26 (2008) of the Committee on the Elimination of Discrimination against
//! Women", "CESCR GC 23".
//!
//! A general comment is the committee's whose name or letters stand beside it; without them its year tells it apart.

mod author;
pub(super) mod letters;
mod number;
mod place;
mod speaker;

use std::ops::Range;

use self::number::{COMMENT, Number, RECOMMENDATION};
use self::place::{ANCHORS, Place};
use super::Family;
use crate::scan::instruments::citation;
use crate::scan::{bodies, cursor, pinpoints};
use crate::{Body, Citation, Form, Kind, Pinpoint, Unit, sentences};

pub(crate) use self::author::{Author, is_left_to};
pub(crate) use self::number::{beside, of_committee, referent, without_committee, year_instead_of};

/// Numbers behind "general comment" and "general recommendation".
pub(super) struct GeneralComments;

/// A committee named behind a number, and the offset behind its name.
type Named = (Body, usize);

/// A number of a list, where it begins, and the committee that is named behind it.
type Listed = (Number, usize, Option<Named>);

/// The most numbers that one mention lists.
const NUMBERS: usize = 12;

impl Family for GeneralComments {
    fn anchors(&self) -> &'static [&'static str] {
        &ANCHORS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let place = Place::of(text, &anchor);
        let named = place.shortened.or_else(|| named_before(text, place.word));
        let (words, words_start) = match named {
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
        let lettered = letters::before(text, words_start);
        let of_treaty = || {
            let committee = letters::before_article(text, words_start)?;
            Some((committee, words_start))
        };
        let lettered = lettered.or_else(|| place.shortened.and_then(|_| of_treaty()));
        let phrase_start = lettered.as_ref().map_or(words_start, |(_, start)| *start);
        let numbers = listed(text, place.number, place.several);
        // "CAT GR 3" may be a machine: that committee adopts no recommendations. "GC 24 (2019)" is one comment, if any.
        let abbreviates = |committee: &Body| words == COMMENT || number::recommends(committee);
        let told_short = || {
            let before = lettered.as_ref().map(|(committee, _)| committee);
            let is_told = |(number, _, own): &Listed| {
                own.as_ref().is_some_and(|(body, _)| abbreviates(body))
                    || number.issuer(words).is_some()
            };
            before.is_some_and(abbreviates) || !numbers.is_empty() && numbers.iter().all(is_told)
        };
        let is_spelt = || author::speaks_of(words, text, phrase_start);
        if place.shortened.is_some() && !told_short() && !is_spelt() {
            return;
        }
        // A committee at the end of the list is that of every number before it.
        let end = numbers
            .last()
            .map_or(place.number, |(number, ..)| number.end);
        let mut author = lettered
            .map(|(committee, _)| committee)
            .or_else(|| author::named_before(words, text, phrase_start, &numbers.last()?.0))
            .or_else(|| author::in_symbol(text, phrase_start..end))
            .or_else(|| author::in_own_symbol(text, end, numbers.last()?.0.value()))
            .or_else(|| author::behind_title(words, text, &numbers.last()?.0))
            .or_else(|| bodies::adopter_behind(text, end))
            .or_else(|| numbers.last()?.0.of_subject(words, text).cloned())
            .filter(|author| author.to_string().contains("Committee"));
        let is_closed = is_closed(text, words_start, end);
        let told = place.is_signed
            || is_closed
            || numbers
                .iter()
                .any(|(number, _, own)| number.is_told() || own.is_some());
        let speaker = speaker::before(text, phrase_start, words);
        if !told && author.is_none() && speaker.is_none() {
            return;
        }
        let unnamed = Author::before(text, phrase_start);
        let speaker = speaker.or_else(|| numbers.first()?.0.of_roman(words, text, phrase_start));
        let is_own = speaker::is_own(text, phrase_start);
        let last = numbers.len().saturating_sub(1);
        let mut is_behind_list = false;
        for (index, (number, start, own)) in numbers.into_iter().enumerate().rev() {
            let named_end = own.as_ref().map(|(_, end)| *end);
            let is_named_here = own.is_some();
            is_behind_list |= is_named_here;
            author = own.map(|(body, _)| body).or(author);
            let start = if index == 0 { phrase_start } else { start };
            let fitting = speaker.as_ref().filter(|speaker| number.may_be_of(speaker));
            let may_be = |author: &&Body| {
                is_named_here || !is_behind_list || !number.is_anothers(words, author)
            };
            let author = author.as_ref().filter(may_be).or(fitting);
            let of_speaker = || number.own(words, speaker.as_ref()?);
            let own = (author.is_none() && is_own).then(of_speaker).flatten();
            let by_author = || number.referent(words, author.map_or(unnamed, Author::Committee));
            let form = Form::Whole(own.unwrap_or_else(by_author));
            let mut comment = citation(text, start..number.end, Kind::Named, form);
            if comment.pinpoint.is_none() {
                let place = named_end
                    .and_then(|end| place_behind_author(text, end, &comment))
                    .or_else(|| {
                        (index == last).then(|| pinpoints::behind_subject(text, number.end))?
                    });
                add_place(place, &mut comment);
            } else if is_in_title(comment.pinpoint.as_ref()) {
                comment.pinpoint = None;
                let dated = comment.date.as_ref().map(|date| date.span.end);
                comment.phrase.end = dated.unwrap_or(comment.token.end);
            }
            found.push(comment);
        }
    }
}

/// The numbers of the list that begins at `at`, of which `several` are announced or one.
fn listed(text: &str, mut at: usize, several: bool) -> Vec<Listed> {
    let mut numbers = Vec::new();
    while numbers.len() < NUMBERS
        && let Some(number) = Number::at(text, at)
    {
        let behind = behind_session(text, number.end);
        let behind = bodies::author_behind(text, behind).or_else(|| letters::behind(text, behind));
        let end = behind.as_ref().map_or(number.end, |(_, end)| *end);
        let next = next_number(text, end, several).or_else(|| behind_place(text, end));
        numbers.push((number, at, behind));
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    numbers
}

/// The place behind the committee of `comment`, whose name ends at `end`: "general comment No. 8 (2006) of the Committee on
/// the Rights of the Child, para. 11".
fn place_behind_author(text: &str, end: usize, comment: &Citation) -> Option<Pinpoint> {
    pinpoints::after(text, end)
        .or_else(|| pinpoints::stated(text, end, comment.phrase.start))
        .or_else(|| pinpoints::behind_subject(text, end))
}

/// Whether the clause of a number ends at `end`, or its title goes on there. Without a sign, a year, a committee or an end of
/// the clause it is a day, a share or a count: "general comment 5 June".
fn is_closed(text: &str, words_start: usize, end: usize) -> bool {
    let next = cursor::skip_space(text, end);
    text[end..]
        .chars()
        .next()
        .is_none_or(|mark| matches!(mark, ',' | ';' | ':' | '.' | ')' | ']'))
        || cursor::word(text, next, "and").is_some()
        // "General Recommendation 40 on equal representation": the capital says that it is a title.
        || text[words_start..].starts_with('G') && cursor::word(text, next, "on").is_some()
}

/// Whether `place` is an article, of which the title of a comment speaks: "general comment No. 35, Article 9 (Liberty and
/// security of person)".
fn is_in_title(place: Option<&Pinpoint>) -> bool {
    let first = place.and_then(|place| place.steps.first());
    first.is_some_and(|step| step.unit == Unit::Article)
}

/// Attaches a place to `comment`.
fn add_place(place: Option<Pinpoint>, comment: &mut Citation) {
    if let Some(place) = &place {
        comment.phrase = place.widening(&comment.phrase);
    }
    comment.pinpoint = place;
}

/// The offset behind "(eleventh session, 1992)" at `at`, which says when a number was adopted.
fn behind_session(text: &str, at: usize) -> usize {
    /// The longest of these parentheses, in bytes.
    const LONGEST: usize = 48;
    let Some(open) = cursor::word(text, cursor::skip_space(text, at), "(") else {
        return at;
    };
    let close = text[open..]
        .bytes()
        .take(LONGEST)
        .position(|byte| byte == b')');
    match close.map(|length| open + length) {
        Some(close) if text[open..close].contains("session") => close + 1,
        _ => at,
    }
}

/// Whether the number at `at` stands with its year.
fn has_year(text: &str, at: usize) -> bool {
    Number::at(text, at).is_some_and(|number| number.year.is_some())
}

/// How far before its number the noun of a list may stand, in bytes.
const LIST: usize = 240;

/// The most numbers of a list that may stand between its noun and the last.
const EARLIER: usize = 24;

/// What the numbers are of the list that goes on at `at`: "general comment No. 5 (2003) on measures, No. 19 (2016) on".
fn named_earlier(text: &str, at: usize) -> Option<&'static str> {
    let mut next = at;
    for _ in 0..EARLIER {
        let before = text[..next].trim_end();
        if !before.ends_with([',', '(']) && !before.ends_with(" and") {
            return None;
        }
        let floor = sentences::start(text, next, LIST);
        let number = floor + text[floor..next].rfind("No")?;
        let is_first = text[floor..number].trim_end().is_empty();
        if let Some((words, _)) = named_before(text, number).filter(|_| !is_first) {
            let opened = text[..at].trim_end().strip_suffix('(');
            let fits = opened
                .is_none_or(|head| !is_title(head) && is_of_one_committee(text, number, at, words));
            return fits.then_some(words);
        }
        next = number;
    }
    None
}

/// Whether what ends `head` has a number of its own, in the parenthesis behind it: "the Forced Labour Convention (No. 29
/// (1930))", "the study (No. 24 (2017))".
fn is_title(head: &str) -> bool {
    const NUMBERED: [&str; 12] = [
        "circular",
        "convention",
        "decision",
        "document",
        "law",
        "manual",
        "paper",
        "protocol",
        "report",
        "resolution",
        "series",
        "study",
    ];
    let last = head.split_ascii_whitespace().next_back().unwrap_or("");
    last.starts_with(|c: char| c.is_uppercase()) || NUMBERED.contains(&last)
}

/// Whether the number behind the sign at `sign` is by its year a comment of one committee, which may have adopted that
/// behind the sign at `first`, too: "special measures (general recommendation No. 32 (2009)), hate speech (No. 35
/// (2013))".
fn is_of_one_committee(text: &str, first: usize, sign: usize, words: &str) -> bool {
    let number = |sign: usize| {
        let end = cursor::any_word(text, sign, &["Nos.", "No.", "No"])?;
        Number::at(text, cursor::skip_space(text, end))
    };
    let committee = number(sign).and_then(|number| number.issuer(words));
    committee
        .is_some_and(|committee| number(first).is_some_and(|number| number.may_be_of(committee)))
}

/// "general comment" or "general recommendation" right before `at`, and where it begins.
fn named_before(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let head = before_space(text, at)?;
    let nouns = [
        ("comment", COMMENT),
        ("comments", COMMENT),
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
    (end < at && cursor::is_gap(&text[end..at])).then_some(end)
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
    if let Some(joined) = cursor::any_word(text, next, &["and", "or", "/", "+"]) {
        return numbered(cursor::skip_space(text, joined));
    }
    comma.and_then(|_| numbered(next))
}

/// Where the next number begins behind the place of the one that ends at `at`: "No. 20, para. 32, and No. 22".
fn behind_place(text: &str, at: usize) -> Option<usize> {
    let place = pinpoints::after(text, at)?;
    let next = next_number(text, place.span.end, false)?;
    text[..next].trim_end().ends_with("No.").then_some(next)
}

#[cfg(test)]
mod tests;
