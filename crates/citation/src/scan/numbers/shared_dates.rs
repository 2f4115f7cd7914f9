//! Dates that serve several numbers of a list: "both of …", "of the same date", "… respectively".

use super::list::Item;
use crate::StatedDate;
use crate::scan::{cursor, dates};

/// Gives the `items` read so far the dates that stand at `at` for several of them, and returns the offset
/// behind.
pub(super) fn read(text: &str, items: &mut [Item], at: usize) -> usize {
    same_date(text, items, at)
        .or_else(|| respectively(text, items, at))
        .or_else(|| both_or_all(text, items, at))
        .unwrap_or(at)
}

/// "…, both of 20 December 2012", "…, all adopted on 18 December 2014".
fn both_or_all(text: &str, items: &mut [Item], at: usize) -> Option<usize> {
    let next = behind_comma(text, cursor::skip_note(text, at));
    let (count, behind) = if let Some(end) = cursor::word(text, next, "both") {
        (2, end)
    } else {
        (usize::MAX, cursor::any_word(text, next, &["all", "each"])?)
    };
    let (date, end) = dates::after(text, behind)?;
    let undated = items
        .iter_mut()
        .rev()
        .take(count)
        .take_while(|item| item.date.is_none());
    for item in undated {
        item.date = Some(date.clone());
    }
    Some(end)
}

/// "66/172 of 19 December 2011 and 66/173 of the same date".
fn same_date(text: &str, items: &mut [Item], at: usize) -> Option<usize> {
    let span = dates::same(text, at)?;
    let (last, before) = items.split_last_mut()?;
    let earlier = before.iter().rev().find_map(|item| item.date.as_ref())?;
    if last.date.is_none() {
        last.date = Some(StatedDate {
            date: earlier.date,
            span: span.clone(),
        });
    }
    last.end = span.end;
    Some(span.end)
}

/// "66/172 and 67/172 of 19 December 2011 and 20 December 2012, respectively": each number has its own date,
/// as far as there is one for each; else none has. Without the word as many dates as numbers are one of each.
fn respectively(text: &str, items: &mut [Item], at: usize) -> Option<usize> {
    let first = items.last()?.date.clone()?;
    let (second, mut end) = next_date(text, at)?;
    let mut dates = vec![first, second];
    while let Some((date, behind)) = next_date(text, end) {
        dates.push(date);
        end = behind;
    }
    let said = cursor::word(text, behind_comma(text, end), "respectively");
    let is_whole_list = dates.len() == items.len() && closes(text, end);
    let behind = said.or_else(|| is_whole_list.then_some(end))?;
    let undated = items
        .iter()
        .rev()
        .skip(1)
        .take(dates.len())
        .take_while(|item| item.date.is_none())
        .count();
    if undated + 1 == dates.len() {
        let served = items.len() - dates.len();
        for (item, date) in items[served..].iter_mut().zip(dates) {
            item.date = Some(date);
        }
    } else if let Some(last) = items.last_mut() {
        last.date = None;
    }
    Some(behind)
}

/// Whether the clause ends at `at`.
fn closes(text: &str, at: usize) -> bool {
    let behind = text[cursor::skip_space(text, at)..].chars().next();
    behind.is_none_or(|mark| matches!(mark, ',' | ';' | '.' | ')'))
}

/// "and 20 December 2012", ", of 20 December 2012" at `at`.
fn next_date(text: &str, at: usize) -> Option<(StatedDate, usize)> {
    let mut next = behind_comma(text, at);
    let comma = next > cursor::skip_space(text, at);
    let joined = cursor::word(text, next, "and");
    next = joined.map_or(next, |end| cursor::skip_space(text, end));
    if joined.is_none() && !comma {
        return None;
    }
    next = cursor::word(text, next, "of").map_or(next, |end| cursor::skip_space(text, end));
    dates::at_start(text, next)
}

fn behind_comma(text: &str, at: usize) -> usize {
    let next = cursor::skip_space(text, at);
    cursor::word(text, next, ",").map_or(next, |end| cursor::skip_space(text, end))
}
