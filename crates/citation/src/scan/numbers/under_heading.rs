//! Numbers that stand one a line under a heading, as the mandates of a budget do: "General Assembly resolutions" over
//! "46/59 Declaration on Fact-finding" and "75/313"; and those in the first column of a table whose head is "Resolution".

use std::ops::Range;

use super::list::List;
use super::{Opening, forms};
use crate::scan::looked_at;

/// Marks of emphasis, of headings and of lists.
const MARKS: [char; 6] = ['*', '_', '#', ':', ' ', '-'];

/// Whether nothing else stands in the line of `opening`.
pub(super) fn is_heading(text: &str, opening: &Opening) -> bool {
    opening.plural && stands_alone(text, opening.phrase..opening.end)
}

/// Whether nothing but marks stands in its line beside `words`.
fn stands_alone(text: &str, words: Range<usize>) -> bool {
    let before = text[..words.start].trim_end_matches(MARKS);
    ends_line(text, words.end)
        && (before.is_empty() || before.ends_with('\n'))
        && !text[words].contains('\n')
}

/// Whether nothing but marks stands behind `at` in its line, which others follow: of most words this alone tells that
/// they are no heading.
pub(super) fn ends_line(text: &str, at: usize) -> bool {
    text[at..].trim_start_matches(MARKS).starts_with('\n')
}

/// Whether `words` are the head of the first column of a table: "| Resolution | Date |".
pub(super) fn is_column(text: &str, words: Range<usize>) -> bool {
    // Mostly another mark than that of a cell stands before.
    let before = text[..words.start].trim_end_matches(MARKS);
    let behind = text[words.end..].trim_start_matches(MARKS);
    let outside = before
        .strip_suffix('|')
        .map(|outside| outside.trim_end_matches(|c: char| c.is_whitespace() && c != '\n'));
    behind.starts_with('|')
        && outside.is_some_and(|outside| outside.is_empty() || outside.ends_with('\n'))
}

/// So many rows without a number may stand over the first one: a rule, the names of bodies.
const MOST_ROWS: usize = 8;

/// The first number in the column whose head is `words`.
pub(super) fn first_in_column(text: &str, words: Range<usize>) -> Option<usize> {
    if !is_column(text, words.clone()) {
        return None;
    }
    let mut at = line_around(text, words.start).end;
    for _ in 0..=MOST_ROWS {
        if at >= text.len() {
            break;
        }
        let line = line_around(text, at + 1);
        looked_at::count(line.len());
        let start = cell(text, &line)?;
        let number = forms::at(text, start, || None);
        if number.is_some_and(|number| is_plausible(&text[start..number.end])) {
            return Some(start);
        }
        at = line.end.max(at + 1);
    }
    None
}

/// Where the words of the first cell begin in the row at `line`.
fn cell(text: &str, line: &Range<usize>) -> Option<usize> {
    let row = text[line.clone()].trim_start().strip_prefix('|')?;
    Some(line.end - row.trim_start_matches(MARKS).len())
}

/// Where the first number stands under the heading `words`, behind the mark of a list: "resolutions:" over "- 46/59".
pub(super) fn first(text: &str, words: Range<usize>) -> Option<usize> {
    if !stands_alone(text, words.clone()) {
        return None;
    }
    let rest = &text[words.end..];
    let start = text.len()
        - rest
            .trim_start_matches(|c| c == '\n' || MARKS.contains(&c))
            .len();
    let between = &text[words.end..start];
    let number = forms::at(text, start, || None)?;
    let is_item = between.contains('\n') && !between.contains("\n#");
    (is_item && is_plausible(&text[start..number.end])).then_some(start)
}

/// Adds the numbers that begin the lines between the heading of `list` and `limit`, where the words behind each can be its
/// title; the first line that holds none ends the list.
pub(super) fn read(list: &mut List<'_>, limit: usize) {
    let text = list.text;
    let is_column = is_column(text, list.opening.phrase..list.opening.end);
    let mut at = line_around(text, list.opening.start).end;
    while at < limit {
        let line = line_around(text, at + 1);
        let start = if is_column {
            let Some(start) = cell(text, &line) else {
                return;
            };
            start
        } else {
            line.end - text[line.clone()].trim_start_matches(MARKS).len()
        };
        at = line.end.max(at + 1);
        let is_read = list.items.last().is_some_and(|last| start < last.end);
        if is_read || start == line.end {
            continue;
        }
        if start >= limit || text[line.clone()].starts_with('#') {
            return;
        }
        let is_item = |end: usize| {
            let behind = text[end..line.end].trim_start_matches(['*', '_', ' ']);
            let titled = end < line.end - behind.len()
                && behind.starts_with(|c: char| c.is_ascii_uppercase());
            behind.is_empty() || titled || behind.starts_with([',', ';', '|', '('])
        };
        let Some(item) = list
            .number(start)
            .filter(|item| is_plausible(&text[item.token.clone()]) && is_item(item.end))
        else {
            if is_column {
                continue;
            }
            return;
        };
        list.items.push(item);
    }
}

/// Whether the number `written` has a session or year that a body has reached and no day is written as: "15/10" under a
/// timetable is one.
fn is_plausible(written: &str) -> bool {
    match written.split_once('/') {
        Some((session, _)) if session.contains('-') => true,
        Some((session, number)) => {
            let session = session.parse().ok();
            // "60/40" may be the shares of a whole.
            let rest = session.and_then(|session: u16| 100_u16.checked_sub(session));
            matches!(session, Some(31..100 | 1946..2100)) && rest != number.parse().ok()
        }
        None => written.contains('('),
    }
}

/// The line in which `at` stands, without its break.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |newline| at + newline);
    start..end
}
