//! Dates that prose states for a citation: "of 20 December 2012", "adopted on 19 December 2016".

use super::cursor;
use crate::date::MONTHS;
use crate::{Date, StatedDate};

/// How far "by the General Assembly" may reach between "adopted" and its date, in bytes.
const ADOPTER: usize = 60;

/// A date introduced by "of", "dated", "adopted on", "adopted by … on", or alone in parentheses, at `at`,
/// and the offset behind it.
///
/// A footnote figure glued to the year ("20214") is left out of the date.
pub(crate) fn after(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let mut start = cursor::skip_space(text, at);
    if text[start..].starts_with('(') {
        let (date, end) = at_start(text, cursor::skip_space(text, start + 1))?;
        return text[end..].starts_with(')').then_some((date, end + 1));
    }
    if text[start..].starts_with(',') {
        let next = cursor::skip_space(text, start + 1);
        cursor::any_word(text, next, &["adopted", "dated"])?;
        start = next;
    }
    if let Some(end) = cursor::word(text, start, "adopted") {
        start = adopted_on(text, cursor::skip_space(text, end))?;
    } else {
        start = cursor::any_word(text, start, &["of", "dated"])?;
    }
    at_start(text, cursor::skip_space(text, start))
}

/// The offset behind "on" at `at`, over "by the General Assembly" before it.
fn adopted_on(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = cursor::word(text, at, "on") {
        return Some(end);
    }
    let by = cursor::word(text, at, "by")?;
    let words = text[by..]
        .bytes()
        .take(ADOPTER)
        .take_while(|byte| byte.is_ascii_alphabetic() || byte.is_ascii_whitespace());
    let reach = by + words.count();
    let on = text[by..reach].rfind(" on ")? + by;
    Some(on + " on".len())
}

/// The date whose day stands at `at`.
pub(crate) fn at_start(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let day = cursor::digits(text, at);
    if day.is_empty() || day.len() > 2 {
        return None;
    }
    let month_start = cursor::skip_space(text, at + day.len());
    if month_start == at + day.len() {
        return None;
    }
    let (index, month_end) = MONTHS.iter().enumerate().find_map(|(index, month)| {
        cursor::word(text, month_start, month).map(|end| (index, end))
    })?;
    let year_start = cursor::skip_space(text, month_end);
    let year = cursor::digits(text, year_start);
    // Four digits are the year; one or two more are a footnote figure that lost its place.
    if !(4..=6).contains(&year.len())
        || (year.len() > 4 && !year.starts_with("19") && !year.starts_with("20"))
    {
        return None;
    }
    let end = year_start + 4;
    let date = Date::new(year[..4].parse().ok()?, index as u8 + 1, day.parse().ok()?)?;
    Some((
        StatedDate {
            date,
            span: at..end,
        },
        year_start + year.len(),
    ))
}
