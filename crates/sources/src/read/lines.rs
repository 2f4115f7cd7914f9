//! The lines of a text, and those of them that belong to its body: without running heads, page
//! numbers, job numbers, bar codes and footnotes.

use std::collections::BTreeSet;
use std::ops::Range;

use citation::Symbol;

use super::masthead::Masthead;
use crate::index::fold;

/// A line without the white space around it.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Where `text` stands in the file.
    pub(super) span: Range<usize>,
}

/// What stands between a line of the body and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: the line goes on.
    None,
    /// An empty line.
    Blank,
    /// The end of a page, with its notes and heads.
    Page,
}

/// The body of a document.
pub(super) struct Body<'a> {
    pub(super) lines: Vec<(Gap, Line<'a>)>,
    /// The numbers of the footnotes that were taken out.
    pub(super) notes: BTreeSet<usize>,
    /// The lines of those footnotes, rules included.
    pub(super) note_lines: Vec<Line<'a>>,
}

/// Every line of `text` from byte `from` on.
pub(super) fn all(text: &str, from: usize) -> Vec<Line<'_>> {
    let mut start = from;
    text.get(from..)
        .unwrap_or("")
        .split_inclusive('\n')
        .map(|raw| {
            let at = start;
            start += raw.len();
            let without_mark = raw.trim_start_matches('\u{feff}').trim_start();
            let indent = raw.len() - without_mark.len();
            let text = without_mark.trim_end();
            Line {
                text,
                span: at + indent..at + indent + text.len(),
            }
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Text,
    Blank,
    /// Head or foot of a page: symbol, title, page number, job number.
    Furniture,
    /// A line that can only be head or foot, so that notes end before it.
    Edge,
    Note,
}

/// The lines after the masthead that belong to the body.
pub(super) fn body<'a>(lines: &[Line<'a>], masthead: &Masthead) -> Body<'a> {
    let lines = &lines[masthead.ends.min(lines.len())..];
    let mut roles: Vec<Role> = lines.iter().map(|line| role(line.text, masthead)).collect();
    mark_running_titles(lines, masthead, &mut roles);
    let notes = mark_notes(lines, &mut roles);
    let mut gap = Gap::None;
    let mut kept = Vec::with_capacity(lines.len());
    let mut note_lines = Vec::new();
    for (line, role) in lines.iter().zip(roles) {
        match role {
            Role::Text => {
                kept.push((gap, line.clone()));
                gap = Gap::None;
            }
            Role::Blank if gap == Gap::None => gap = Gap::Blank,
            Role::Blank => {}
            Role::Furniture | Role::Edge => gap = Gap::Page,
            Role::Note => {
                note_lines.push(line.clone());
                gap = Gap::Page;
            }
        }
    }
    Body {
        lines: kept,
        notes,
        note_lines,
    }
}

fn role(text: &str, masthead: &Masthead) -> Role {
    if text.is_empty() {
        return Role::Blank;
    }
    let own_symbol = text.len() < 60
        && text.contains('/')
        && Symbol::parse(text).is_some_and(|symbol| masthead.symbols.contains(&symbol));
    if own_symbol || is_page_of_pages(text) || is_job_number(text) || is_bar_code(text) {
        return Role::Edge;
    }
    let alone = text.trim_matches(['-', '\u{2013}', ' ']);
    let page_number = alone.len() <= 3 && alone.bytes().all(|byte| byte.is_ascii_digit());
    if (page_number && !alone.is_empty()) || text.eq_ignore_ascii_case("please recycle") {
        return Role::Furniture;
    }
    Role::Text
}

/// `2/14`.
fn is_page_of_pages(text: &str) -> bool {
    let Some((page, pages)) = text.split_once('/') else {
        return false;
    };
    match (page.trim().parse::<u16>(), pages.trim().parse::<u16>()) {
        (Ok(page), Ok(pages)) => page <= pages && pages < 1000,
        _ => false,
    }
}

/// `12-48892`, `23-25999 (E)    100124`, `GE.13-12345`.
fn is_job_number(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("");
    let number = first.strip_prefix("GE.").unwrap_or(first);
    let Some((year, serial)) = number.split_once('-') else {
        return false;
    };
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    digits(year, 2)
        && digits(serial, 5)
        && !text[first.len()..]
            .bytes()
            .any(|byte| byte.is_ascii_lowercase())
}

/// `*2325999*`.
fn is_bar_code(text: &str) -> bool {
    text.strip_prefix('*')
        .and_then(|rest| rest.strip_suffix('*'))
        .is_some_and(|inside| inside.len() > 4 && inside.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The title stands in the running heads as well, whole or shortened, over one line or several.
fn mark_running_titles(lines: &[Line<'_>], masthead: &Masthead, roles: &mut [Role]) {
    let title = masthead.title.as_deref().map(fold).unwrap_or_default();
    if title.is_empty() {
        return;
    }
    let is_title = |text: &str| {
        let folded = fold(text.trim_end_matches('\u{2026}'));
        folded.len() > 3 && (title.contains(&folded) || folded.starts_with(&title))
    };
    let edges: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == Role::Edge)
        .collect();
    for edge in edges {
        for step in [1, -1] {
            let mut at = edge;
            while let Some(next) = at
                .checked_add_signed(step)
                .filter(|next| *next < roles.len())
            {
                match roles[next] {
                    Role::Text if is_title(lines[next].text) => roles[next] = Role::Furniture,
                    Role::Text | Role::Note => break,
                    Role::Blank | Role::Furniture | Role::Edge => {}
                }
                at = next;
            }
        }
    }
}

/// Marks the notes below each rule of underscores, down to the edge of the page, and returns their numbers.
fn mark_notes(lines: &[Line<'_>], roles: &mut [Role]) -> BTreeSet<usize> {
    let mut numbers = BTreeSet::new();
    let mut in_notes = false;
    for (line, role) in lines.iter().zip(roles) {
        let rule = line.text.len() >= 5 && line.text.bytes().all(|byte| byte == b'_');
        if rule {
            in_notes = true;
        } else if *role == Role::Edge {
            in_notes = false;
        }
        if !in_notes {
            continue;
        }
        let first = line.text.split_whitespace().next().unwrap_or("");
        numbers.extend(first.parse::<usize>().ok().filter(|number| *number < 1000));
        if *role != Role::Blank {
            *role = Role::Note;
        }
    }
    numbers
}
