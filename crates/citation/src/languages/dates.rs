//! Dates that a text states for a number: "du 20 décembre 2012", "المؤرخ 19 كانون الأول/ديسمبر 2017".

mod several;

use super::Grammar;
use super::bodies::{self, Name};
use super::cursor;
use super::words::Role;
use crate::{StatedDate, WrittenDate};

pub(super) use several::after as several_after;

/// How many of the numbers before it a date is stated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The last one.
    Last,
    /// The last two: "toutes deux du".
    LastTwo,
    /// All that have none yet: "toutes du".
    All,
}

/// A date, and the offset behind it.
pub(super) struct Stated {
    pub(super) date: StatedDate,
    pub(super) reach: Reach,
    /// The body between "adopted" and the date.
    pub(super) by: Option<Name>,
    pub(super) end: usize,
}

/// The date that the words at `at` introduce; a comma may stand before them, and parentheses may do
/// instead of them.
pub(super) fn after(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Stated> {
    let spaced = cursor::skip_space(text, at);
    if let Some(open) = cursor::sign(text, spaced, '(') {
        let (date, end) = at_start(text, cursor::skip_space(text, open), grammar)?;
        let end = cursor::sign(text, end, ')')?;
        return Some(Stated {
            date,
            reach: Reach::Last,
            by: None,
            end,
        });
    }
    let start = match cursor::sign(text, spaced, ',') {
        Some(end) => cursor::skip_space(text, end),
        None => spaced,
    };
    let introduction = introduction(text, start, grammar)?;
    let (date, end) = at_start(text, cursor::skip_space(text, introduction.end), grammar)?;
    Some(Stated {
        date,
        reach: introduction.reach,
        by: introduction.by,
        end,
    })
}

/// "of the same date" at `at`: the words, and the offset behind them.
pub(super) fn same_date(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let spaced = cursor::skip_space(text, at);
    let start = match cursor::sign(text, spaced, ',') {
        Some(end) => cursor::skip_space(text, end),
        None => spaced,
    };
    grammar
        .word(Role::SameDate, text, start)
        .map(|(_, end)| end)
}

/// The words that introduce a date.
struct Introduction {
    reach: Reach,
    by: Option<Name>,
    /// Whether they say that dates follow, one for each number.
    respective: bool,
    end: usize,
}

/// The words that introduce a date at `at`.
fn introduction(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Introduction> {
    for (role, reach) in [
        (Role::BothDated, Reach::LastTwo),
        (Role::AllDated, Reach::All),
    ] {
        if let Some((_, end)) = grammar.word(role, text, at) {
            return Some(Introduction {
                reach,
                by: None,
                respective: false,
                end,
            });
        }
    }
    let (reach, start) = [(Role::Both, Reach::LastTwo), (Role::All, Reach::All)]
        .into_iter()
        .find_map(|(role, reach)| {
            let (_, end) = grammar.word(role, text, at)?;
            Some((reach, cursor::skip_space(text, end)))
        })
        .unwrap_or((Reach::Last, at));
    if let Some((_, end)) = grammar.word(Role::Adopted, text, start) {
        let mut introduction = adopted_on(text, end, grammar);
        introduction.reach = reach;
        return Some(introduction);
    }
    let (_, end) = grammar.word(Role::Dated, text, start)?;
    Some(Introduction {
        reach,
        by: None,
        respective: false,
        end,
    })
}

/// What may stand between "adopted" at `at` and a date: the manner and the body in any order, "respectively", "on".
fn adopted_on(text: &str, at: usize, grammar: &dyn Grammar) -> Introduction {
    let words = grammar.words();
    let at = words.skip(Role::Manner, text, at);
    let (by, end) = match bodies::after(text, at, grammar) {
        Some((name, end)) => (Some(name), end),
        None => (None, at),
    };
    let end = words.skip(Role::Manner, text, end);
    let end = behind_meeting(text, end, grammar);
    let behind = words.skip(Role::Respectively, text, end);
    Introduction {
        reach: Reach::Last,
        by,
        respective: behind > end,
        end: words.skip(Role::On, text, behind),
    }
}

/// The offset behind the meeting at which a text was adopted, with its number: "à sa 4213e séance,", "на его 4872-м
/// заседании"; `at` where none stands.
fn behind_meeting(text: &str, at: usize, grammar: &dyn Grammar) -> usize {
    let words = grammar.words();
    let Some((_, opened)) = words.at(Role::AtMeeting, text, cursor::skip_space(text, at)) else {
        return at;
    };
    let Some(number) = cursor::digits(text, cursor::skip_space(text, opened)) else {
        return at;
    };
    let mut end = number.end;
    // The ending of the ordinal: "e", "ª", "-м".
    while let Some((found, behind)) = cursor::next(text, end)
        && (cursor::is_alphabetic(found) || matches!(found, '-' | 'º' | '.'))
    {
        end = behind;
    }
    let Some((_, end)) = words.at(Role::Meeting, text, cursor::skip_space(text, end)) else {
        return at;
    };
    let spaced = cursor::skip_space(text, end);
    cursor::sign(text, spaced, ',').unwrap_or(end)
}

/// The date whose day stands at `at`, and the offset behind it and a word for "year".
///
/// Up to two figures glued to the year are a footnote figure that lost its place, and left out.
pub(super) fn at_start(
    text: &str,
    at: usize,
    grammar: &dyn Grammar,
) -> Option<(StatedDate, usize)> {
    if let Some(date) = in_figures(text, at) {
        let end = date.span.end;
        return Some((date, behind_year(text, end, grammar)));
    }
    let words = grammar.words();
    let day = cursor::digits(text, at).filter(|day| day.count <= 2)?;
    let mut end = words
        .at(Role::First, text, day.end)
        .map_or(day.end, |(_, end)| end);
    end = words.skip(Role::OfDate, text, end);
    let (month, behind) = words.at(Role::Month, text, cursor::skip_space(text, end))?;
    let (month, behind) = second_name(text, behind, month, grammar);
    end = words.skip(Role::OfDate, text, behind);
    let (year, year_end, behind) = year(text, cursor::skip_space(text, end))?;
    let date = WrittenDate::of(year, month.parse().ok()?, u8::try_from(day.value).ok()?);
    let stated = StatedDate {
        date,
        span: at..year_end,
    };
    Some((stated, behind_year(text, behind, grammar)))
}

/// "17.12.1984" at `at`: day, month and year.
fn in_figures(text: &str, at: usize) -> Option<StatedDate> {
    let two = |at| cursor::digits(text, at).filter(|run| run.count == 2);
    let day = two(at)?;
    let month = two(cursor::sign(text, day.end, '.')?)?;
    let year = cursor::digits(text, cursor::sign(text, month.end, '.')?)
        .filter(|year| year.count == 4 && !cursor::is_letter(text, year.end))?;
    let [day, month] = [day, month].map(|run| u8::try_from(run.value));
    let date = WrittenDate::of(u16::try_from(year.value).ok()?, month.ok()?, day.ok()?);
    Some(StatedDate {
        date,
        span: at..year.end,
    })
}

/// The offset behind a word for "year" at `at`, to which the figure of a note may be glued: "года3".
fn behind_year(text: &str, at: usize, grammar: &dyn Grammar) -> usize {
    let start = cursor::skip_space(text, at);
    let words = grammar.words().all(Role::Year).iter();
    words
        .filter_map(|word| cursor::same(text, start, &word.written))
        .find(|end| !cursor::is_letter(text, *end))
        .unwrap_or(at)
}

/// A month may be followed by its other name behind a stroke with spaces, or in parentheses.
fn second_name(
    text: &str,
    at: usize,
    month: &'static str,
    grammar: &dyn Grammar,
) -> (&'static str, usize) {
    let spaced = cursor::skip_space(text, at);
    let read = |sign: char| {
        let start = cursor::skip_space(text, cursor::sign(text, spaced, sign)?);
        let (other, end) = grammar.words().at(Role::Month, text, start)?;
        (other == month).then_some(end)
    };
    let end = read('/').or_else(|| cursor::sign(text, read('(')?, ')'));
    (month, end.unwrap_or(at))
}

/// The year at `at`, the offset behind its four digits, and the offset behind all of them.
pub(super) fn year(text: &str, at: usize) -> Option<(u16, usize, usize)> {
    let run = cursor::digits(text, at).filter(|run| (4..=6).contains(&run.count))?;
    let value = run.value / 10_u32.pow(run.count as u32 - 4);
    let plausible = run.count == 4 || (1900..2100).contains(&value);
    let mut end = at;
    for _ in 0..4 {
        end = cursor::next(text, end)?.1;
    }
    plausible.then_some((u16::try_from(value).ok()?, end, run.end))
}
