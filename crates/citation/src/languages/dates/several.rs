//! Several dates behind several numbers, one for each: "resoluciones 66/130 y 68/139, de 19 de diciembre de 2011 y
//! 18 de diciembre de 2013, respectivamente".
//!
//! A day that leaves its month or year to the next date has no words of its own that could be right or wrong.

use super::super::words::Role;
use super::super::{Grammar, cursor};
use super::{at_start, introduction};
use crate::StatedDate;

/// The most dates that one list has.
const MOST: usize = 12;

/// Dates that follow one another.
pub(in crate::languages) struct Several {
    /// Each in its place; `None` for a day without a month or year of its own.
    pub(in crate::languages) dates: Vec<Option<StatedDate>>,
    /// Whether the text says that each is of one number: "respectively".
    pub(in crate::languages) respective: bool,
    /// The offset behind them.
    pub(in crate::languages) end: usize,
}

/// The dates, two or more, that the words at `at` introduce; a comma may stand before them.
pub(in crate::languages) fn after(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Several> {
    let start = behind_comma(text, at);
    let introduction = introduction(text, start, grammar)?;
    let mut several = Several {
        dates: Vec::new(),
        respective: introduction.respective,
        end: introduction.end,
    };
    let mut dates = Vec::new();
    let mut next = cursor::skip_space(text, introduction.end);
    while dates.len() < MOST
        && let Some((date, end)) = part(text, next, grammar)
    {
        let is_whole = date.is_some();
        dates.push(date);
        if is_whole {
            several.end = end;
            several.dates.clone_from(&dates);
        }
        match joint(text, end, grammar) {
            Some(behind) => next = behind,
            None => break,
        }
    }
    if several.dates.len() < 2 {
        return None;
    }
    let behind = grammar.word(Role::Respectively, text, behind_comma(text, several.end));
    if let Some((_, end)) = behind {
        several.respective = true;
        several.end = end;
    }
    Some(several)
}

/// A date or its day at `at`, and the offset behind it.
fn part(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Option<StatedDate>, usize)> {
    if let Some((date, end)) = at_start(text, at, grammar) {
        return Some((Some(date), end));
    }
    let words = grammar.words();
    let day = cursor::digits(text, at).filter(|day| (1..=31).contains(&day.value))?;
    let first = words.at(Role::First, text, day.end);
    let end = first.map_or(day.end, |(_, end)| end);
    let month = cursor::skip_space(text, words.skip(Role::OfDate, text, end));
    match words.at(Role::Month, text, month) {
        Some((_, end)) => Some((None, end)),
        None => cursor::sign(text, end, '/')
            .is_none()
            .then_some((None, end)),
    }
}

/// The offset of the next date behind a comma, a joining word or both, and the word that introduces it.
fn joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let next = behind_comma(text, at);
    let and = grammar
        .and(text, next)
        .map(|end| cursor::skip_space(text, end));
    let next = and.or((next > cursor::skip_space(text, at)).then_some(next))?;
    let introduced = [Role::Dated, Role::On]
        .into_iter()
        .find_map(|role| grammar.word(role, text, next));
    Some(introduced.map_or(next, |(_, end)| cursor::skip_space(text, end)))
}

fn behind_comma(text: &str, at: usize) -> usize {
    let spaced = cursor::skip_space(text, at);
    cursor::sign(text, spaced, ',').map_or(spaced, |end| cursor::skip_space(text, end))
}
