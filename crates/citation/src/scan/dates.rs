//! Dates that prose states for a citation: "of 20 December 2012", "adopted on 19 December 2016".

use super::cursor;
use crate::date::MONTHS;
use crate::quoted::quoted;
use crate::title_words::{self, Words};
use crate::{Pinpoint, StatedDate, WrittenDate};

/// How far "by the General Assembly" may reach between "adopted" and its date, in bytes.
const ADOPTER: usize = 200;

/// What is done to a text on its day.
const VERBS: [&str; 5] = ["adopted", "signed", "concluded", "proclaimed", "done"];

/// The years that a text may state alone: those in which the United Nations has adopted anything.
const YEARS: std::ops::Range<u16> = 1945..2100;

/// A date introduced by "of", "dated", "adopted on", "adopted by … on", or alone in parentheses, at `at`,
/// and the offset behind it.
///
/// A footnote figure glued to the year ("20214") is left out of the date.
pub(crate) fn after(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let mut start = cursor::skip_space(text, at);
    if !may_introduce(*text.as_bytes().get(start)?) {
        return None;
    }
    if text[start..].starts_with('(') {
        let (date, end) = at_start(text, cursor::skip_space(text, start + 1))?;
        return text[end..].starts_with(')').then_some((date, end + 1));
    }
    if text[start..].starts_with(',') {
        start = cursor::skip_space(text, start + 1);
        let verb = cursor::any_word(text, start, &["dated", "also of"])
            .or_else(|| cursor::any_word(text, start, &VERBS));
        if verb.is_none() {
            // ", of 20 December 2012": behind a comma only a whole day is a date.
            let of = cursor::word(text, start, "of")?;
            return at_start(text, cursor::skip_space(text, of));
        }
    }
    if let Some(also) = cursor::word(text, start, "also") {
        start = cursor::skip_space(text, also);
        let of = cursor::word(text, start, "of")?;
        return at_start(text, cursor::skip_space(text, of));
    }
    if let Some(end) = cursor::any_word(text, start, &VERBS) {
        start = adopted_on(text, cursor::skip_space(text, end))?;
        return at_start(text, cursor::skip_space(text, start));
    }
    start = cursor::any_word(text, start, &["of", "dated"])?;
    let start = cursor::skip_space(text, start);
    at_start(text, start).or_else(|| part_at_start(text, start))
}

/// Whether what introduces a date may begin with `byte`: behind most citations something else stands.
const fn may_introduce(byte: u8) -> bool {
    matches!(
        byte.to_ascii_lowercase(),
        b'(' | b',' | b'a' | b'c' | b'd' | b'o' | b'p' | b's'
    )
}

/// The date behind the paragraph reference `place`: ", section VI, of 21 December 1990".
pub(super) fn behind_place(text: &str, place: &Pinpoint) -> Option<(StatedDate, usize)> {
    after(text, place.span.end).filter(|(date, _)| date.date.day().is_some())
}

/// The date behind the title at `at`, which ends before `limit`: ", entitled \u{201C}…\u{201D}, adopted on 20 December 2017".
pub(super) fn behind_title(text: &str, at: usize, limit: usize) -> Option<(StatedDate, usize)> {
    let noted = cursor::skip_note(text, end_of_title(text, at, limit)?);
    after(text, noted).filter(|(date, _)| date.date.day().is_some())
}

/// The offset behind the title in quotation marks at `at`, which ends before `limit`: ", entitled \u{201C}…\u{201D}".
pub(super) fn end_of_title(text: &str, at: usize, limit: usize) -> Option<usize> {
    let mut next = cursor::skip_space(text, at);
    next = cursor::word(text, next, ",").map_or(next, |end| cursor::skip_space(text, end));
    next = cursor::any_word(text, next, &["entitled", "also entitled"])
        .map_or(next, |end| cursor::skip_space(text, end));
    let title = quoted(text, next).filter(|title| title.end < limit)?;
    Some(title.end + 1)
}

/// The date in "the adoption, on 19 June 2023, of the" that ends at `at`.
pub(super) fn of_an_act(text: &str, at: usize) -> Option<StatedDate> {
    let head = text[..at].trim_end();
    // Mostly the last letter before a name tells.
    if !head.ends_with(['e', 'f']) {
        return None;
    }
    let head = head.strip_suffix("the").unwrap_or(head).trim_end();
    let head = head
        .strip_suffix("of")
        .filter(|head| head.ends_with(char::is_whitespace))?;
    let head = head.trim_end().trim_end_matches(',');
    // Every date ends with a figure, and most words before "of the Convention" with a letter.
    if !head.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let reach = head.len().saturating_sub(ACT);
    let reach = (reach..head.len()).find(|at| head.is_char_boundary(*at))?;
    let clause = &head[reach..];
    let on = last_word(clause, &["on"])?;
    let (date, end) = at_start(head, cursor::skip_space(head, reach + on.end))?;
    let done = last_word(&clause[..on.start], &ACTS).is_some();
    let alone = !clause[..on.start].contains(['.', ';']);
    (end == head.len() && done && alone).then_some(date)
}

/// Where the last of `words` stands in `text` as a whole word.
fn last_word(text: &str, words: &[&str]) -> Option<std::ops::Range<usize>> {
    let found = words.iter().filter_map(|word| {
        let places = text.rmatch_indices(word);
        let mut ranges = places.map(|(at, word)| at..at + word.len());
        ranges.find(|range| {
            let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            let before = range
                .start
                .checked_sub(1)
                .and_then(|at| text.as_bytes().get(at));
            !letter(before) && !letter(text.as_bytes().get(range.end))
        })
    });
    found.max_by_key(|range| range.start)
}

/// How far before its date "the adoption" may stand, in bytes.
const ACT: usize = 120;

/// What is done to an instrument on the day that stands before its name.
const ACTS: [&str; 4] = ["adoption", "signing", "signature", "conclusion"];

/// "on 16 December 2021" at `at`.
pub(super) fn after_on(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let behind = cursor::word(text, cursor::skip_space(text, at), "on")?;
    at_start(text, cursor::skip_space(text, behind))
}

/// A whole date that stands beside what ends at `at`, as tables and lists of numbers have it: "70/1 25 September 2015", "| 70/1
/// | 25 September 2015 |".
pub(super) fn in_next_cell(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let between = |c: char| matches!(c, ' ' | '\t' | '|' | ',' | ':' | '\u{2013}' | '\u{2014}');
    let date = text.len() - text[at..].trim_start_matches(between).len();
    if date == at {
        return None;
    }
    at_start(text, date).filter(|(stated, _)| stated.date.day().is_some())
}

/// "of the same date", "of the same day" at `at`: where the words "the same date" stand.
pub(super) fn same(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let of = cursor::word(text, cursor::skip_space(text, at), "of")?;
    let start = cursor::skip_space(text, of);
    let mut end = cursor::word(text, start, "the")?;
    end = cursor::word(text, cursor::skip_space(text, end), "same")?;
    end = cursor::any_word(text, cursor::skip_space(text, end), &["date", "day"])?;
    Some(start..end)
}

/// The offset behind "on" at `at`, over "by the General Assembly" before it.
fn adopted_on(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = cursor::word(text, at, "on") {
        return Some(end);
    }
    let by = cursor::any_word(text, at, &["by", "without", "unanimously", "in", "at"])?;
    let words = text.as_bytes()[by..]
        .iter()
        .take(ADOPTER)
        .take_while(|byte| {
            byte.is_ascii_alphabetic()
                || byte.is_ascii_whitespace()
                || matches!(byte, b'-' | b',' | b'.' | b'(' | b')' | 0x1A | 0x1B)
        });
    let reach = by + words.count();
    let on = last_word(&text[by..reach], &["on"])?;
    names_an_adopter(&text[by..by + on.start]).then_some(by + on.end)
}

/// Small words in the name of what adopts, its place and how it voted.
static SMALL: Words = Words::new(|| title_words::of_role("adopter"));

/// Whether `words` are a body, a place and how it voted: "the World Conference against Racism in Durban".
fn names_an_adopter(words: &str) -> bool {
    words.len() < NEAR_ADOPTER
        || words.split_ascii_whitespace().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            !word.starts_with(|c: char| c.is_ascii_lowercase()) || SMALL.contains(&word)
        })
}

/// So near behind "adopted by" any words may stand before the date, in bytes.
const NEAR_ADOPTER: usize = 90;

/// The offset behind "of 14 and 17 July 1950" at `at`: two days of one adoption, which are no date to compare.
pub(super) fn two_days(text: &str, at: usize) -> Option<usize> {
    let of = cursor::word(text, cursor::skip_space(text, at), "of")?;
    let first = cursor::skip_space(text, of);
    let day = cursor::digits(text, first);
    let and = cursor::word(text, cursor::skip_space(text, first + day.len()), "and")?;
    let (date, end) = at_start(text, cursor::skip_space(text, and))?;
    ((1..=2).contains(&day.len()) && date.date.day().is_some()).then_some(end)
}

/// The whole day that stands at `at`, in any of its forms.
pub(crate) fn at_start(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    match text.as_bytes().get(at)? {
        b'0'..=b'9' => day_first(text, at).or_else(|| in_figures(text, at)),
        byte if byte.is_ascii_alphabetic() => month_first(text, at),
        _ => None,
    }
}

/// "20 December 2012", "20th December 2012", "20th of December 2012".
fn day_first(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let day = cursor::digits(text, at);
    if day.is_empty() || day.len() > 2 {
        return None;
    }
    let next = behind_ordinal(text, at + day.len());
    let ordinal = next > at + day.len();
    let mut month_start = cursor::skip_space(text, next);
    if month_start == next {
        return None;
    }
    if ordinal && let Some(of) = cursor::word(text, month_start, "of") {
        month_start = cursor::skip_space(text, of);
    }
    let (month, month_end) = month(text, month_start)?;
    let comma = cursor::word(text, month_end, ",").unwrap_or(month_end);
    let (year, span_end, end) = year(text, cursor::skip_space(text, comma))?;
    stated(at..span_end, end, year, month, day)
}

/// The offset behind the "th" of an ordinal number whose figures end at `at`.
fn behind_ordinal(text: &str, at: usize) -> usize {
    if !text[at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return at;
    }
    cursor::any_word(text, at, &["st", "nd", "rd", "th"]).unwrap_or(at)
}

/// "December 20, 2012".
fn month_first(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let (month, month_end) = month(text, at)?;
    let day_start = cursor::skip_space(text, month_end);
    let day = cursor::digits(text, day_start);
    if day.is_empty() || day.len() > 2 {
        return None;
    }
    let next = behind_ordinal(text, day_start + day.len());
    let comma = cursor::word(text, next, ",")?;
    let (year, span_end, end) = year(text, cursor::skip_space(text, comma))?;
    stated(at..span_end, end, year, month, day)
}

/// "20.12.2012", "2012-12-20".
fn in_figures(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let first = cursor::digits(text, at);
    let mark = *text.as_bytes().get(at + first.len())?;
    if !matches!(mark, b'.' | b'-') {
        return None;
    }
    let second_at = at + first.len() + 1;
    let second = cursor::digits(text, second_at);
    if second.is_empty()
        || second.len() > 2
        || text.as_bytes().get(second_at + second.len()) != Some(&mark)
    {
        return None;
    }
    let third_at = second_at + second.len() + 1;
    let third = cursor::digits(text, third_at);
    let end = third_at + third.len();
    let goes_on = text[end..].starts_with(['/', '-']);
    let (year, day) = match (mark, first.len(), third.len()) {
        (b'.', 1..=2, 4) => (third, first),
        (b'-', 4, 2) => (first, third),
        _ => return None,
    };
    let year: u16 = year.parse().ok().filter(|year| YEARS.contains(year))?;
    if goes_on {
        return None;
    }
    stated(at..end, end, year, second.parse().ok()?, day)
}

fn stated(
    span: std::ops::Range<usize>,
    end: usize,
    year: u16,
    month: u8,
    day: &str,
) -> Option<(StatedDate, usize)> {
    let date = WrittenDate::of(year, month, day.parse().ok()?);
    Some((StatedDate { date, span }, end))
}

/// "December 2012" or "2012" at `at`.
fn part_at_start(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let (month, year_at) = match month(text, at) {
        Some((month, end)) => (Some(month), cursor::skip_space(text, end)),
        None => (None, at),
    };
    let (year, span_end, end) = year(text, year_at).filter(|(year, ..)| YEARS.contains(year))?;
    // "of 2012/13" and "of 2012–2015" are periods, "of 2000 tons" is an amount.
    let rest = &text[end..];
    let period = rest.starts_with(['/', '-', '%']);
    let amount = month.is_none()
        && rest
            .strip_prefix(' ')
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
        && cursor::any_word(text, end + 1, &AFTER_A_YEAR).is_none();
    if period || amount {
        return None;
    }
    let date = match month {
        Some(month) => WrittenDate::Month { year, month },
        None => WrittenDate::Year(year),
    };
    Some((
        StatedDate {
            date,
            span: at..span_end,
        },
        end,
    ))
}

/// Words that may follow a year without making it an amount.
const AFTER_A_YEAR: [&str; 16] = [
    "and",
    "or",
    "as",
    "on",
    "of",
    "by",
    "to",
    "in",
    "which",
    "that",
    "concerning",
    "regarding",
    "entitled",
    "adopted",
    "is",
    "was",
];

/// The month whose name stands at `at`, from 1, and the offset behind it.
fn month(text: &str, at: usize) -> Option<(u8, usize)> {
    // Three letters tell all months from each other and from most words.
    const BEGINNINGS: [u32; 12] = {
        let mut beginnings = [0; 12];
        let mut month = 0;
        while month < 12 {
            beginnings[month] = small_three(MONTHS[month].as_bytes());
            month += 1;
        }
        beginnings
    };
    let begins = small_three(text.as_bytes().get(at..)?.first_chunk::<3>()?);
    let index = BEGINNINGS.iter().position(|three| *three == begins)?;
    let name = MONTHS[index];
    cursor::word(text, at, name)
        .or_else(|| cursor::word(text, cursor::word(text, at, &name[..3])?, "."))
        .map(|end| (index as u8 + 1, end))
}

/// The first three of `bytes`, letters as small ones, in one number.
const fn small_three(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0] | 0x20, bytes[1] | 0x20, bytes[2] | 0x20, 0])
}

/// The year at `at`, the offset behind it, and the offset behind a footnote figure glued to it.
fn year(text: &str, at: usize) -> Option<(u16, usize, usize)> {
    let figures = cursor::digits(text, at);
    // Four digits are the year; one or two more are a footnote figure that lost its place.
    let glued = figures.len() > 4;
    if !(4..=6).contains(&figures.len())
        || glued && !figures.starts_with("19") && !figures.starts_with("20")
    {
        return None;
    }
    Some((figures[..4].parse().ok()?, at + 4, at + figures.len()))
}
