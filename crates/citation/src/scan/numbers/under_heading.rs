//! Numbers that stand one a line under a heading, as the mandates of a budget do: "General Assembly resolutions" over
//! "46/59 Declaration on Fact-finding" and "75/313".

use std::ops::Range;

use super::Opening;
use super::list::List;

/// Marks of emphasis, of headings and of lists.
const MARKS: [char; 6] = ['*', '_', '#', ':', ' ', '-'];

/// Whether nothing else stands in the line of `opening`.
pub(super) fn is_heading(text: &str, opening: &Opening) -> bool {
    let line = line_around(text, opening.start);
    let before = text.get(line.start..opening.phrase);
    let behind = text.get(opening.end..line.end);
    opening.plural
        && line.end < text.len()
        && [before, behind]
            .iter()
            .all(|words| words.is_some_and(|words| words.trim_matches(MARKS).is_empty()))
}

/// Adds the numbers that begin the lines between the heading of `list` and `limit`, where the words behind each can be its
/// title.
pub(super) fn read(list: &mut List<'_>, limit: usize) {
    let text = list.text;
    let mut at = line_around(text, list.opening.start).end;
    while at < limit {
        let line = line_around(text, at + 1);
        let start = line.end - text[line.clone()].trim_start_matches(MARKS).len();
        at = line.end.max(at + 1);
        let is_read = list.items.last().is_some_and(|last| start < last.end);
        if is_read || start >= limit {
            continue;
        }
        let is_item = |end: usize| {
            let behind = text[end..line.end].trim_start_matches(['*', '_', ' ']);
            let titled = end < line.end - behind.len()
                && behind.starts_with(|c: char| c.is_ascii_uppercase());
            behind.is_empty() || titled || behind.starts_with([',', ';'])
        };
        let written = |token: &Range<usize>| text[token.clone()].contains(['/', '(']);
        if let Some(item) = list
            .number(start)
            .filter(|item| written(&item.token) && is_item(item.end))
        {
            list.items.push(item);
        }
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
