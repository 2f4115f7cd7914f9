//! The lines of a text, and those of them that belong to its body: without running heads, page
//! numbers, job numbers, bar codes and footnotes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use citation::Symbol;

use super::figures;
use super::masthead::Masthead;
use super::notes::{self, Note};
use super::pages;
use crate::index::fold;

/// A line without the white space around it.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Its words. In a body, the figures of footnotes are taken out of them.
    pub(super) text: Cow<'a, str>,
    /// Where it stands in the file.
    pub(super) span: Range<usize>,
    /// Its page, from 1; 0 where the file shows no pages.
    pub(super) page: u32,
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
    /// The footnotes that were taken out, in the order of the text.
    pub(super) notes: Vec<Note>,
}

/// Every line of `text` from byte `from` on. A form feed ends a page.
pub(super) fn all(text: &str, from: usize) -> Vec<Line<'_>> {
    let mut start = from;
    let mut page = u32::from(text.contains('\u{c}'));
    text.get(from..)
        .unwrap_or("")
        .split_inclusive('\n')
        .map(|raw| {
            let at = start;
            start += raw.len();
            let without_mark = raw.trim_start_matches('\u{feff}').trim_start();
            let indent = raw.len() - without_mark.len();
            page += raw[..indent].matches('\u{c}').count() as u32;
            let own = page;
            page += without_mark.matches('\u{c}').count() as u32;
            let text = without_mark.trim_end();
            Line {
                text: Cow::Borrowed(text),
                span: at + indent..at + indent + text.len(),
                page: own,
            }
        })
        .collect()
}

/// What a line is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Words of the body.
    Text,
    Blank,
    /// A page number by itself, "please recycle".
    Furniture,
    /// A line that can only be head or foot, so that notes end before it.
    Edge,
    /// The title in a running head.
    Title,
    /// A footnote at the foot of a page, or the rule above it.
    Note,
    /// A footnote that is written as such: `[^3]: words`.
    Definition,
}

/// The lines after the masthead that belong to the body.
pub(super) fn body<'a>(lines: &[Line<'a>], masthead: &Masthead) -> Body<'a> {
    let (head, lines) = lines.split_at(masthead.ends.min(lines.len()));
    let printed = head
        .iter()
        .any(|line| is_job_number(&line.text) || is_bar_code(&line.text));
    let mut lines = lines.to_vec();
    let mut roles: Vec<Role> = lines
        .iter()
        .map(|line| role(&line.text, masthead))
        .collect();
    mark_running_titles(&lines, masthead, &mut roles);
    notes::mark(&lines, &mut roles);
    let shown = lines.first().is_some_and(|line| line.page > 0);
    // A text that was printed and shows no page has one.
    if !shown && !pages::number(&mut lines, &roles) && printed {
        for line in &mut lines {
            line.page = 1;
        }
    }
    let (notes, figures) = figures::find(&lines, &roles);
    let mut gap = Gap::None;
    let mut page = 0;
    let mut kept = Vec::with_capacity(lines.len());
    for (at, (line, role)) in lines.into_iter().zip(roles).enumerate() {
        match role {
            Role::Text => {
                if page > 0 && line.page > page {
                    gap = Gap::Page;
                }
                page = line.page;
                kept.push((gap, figures.without(at, line)));
                gap = Gap::None;
            }
            Role::Blank | Role::Definition if gap == Gap::None => gap = Gap::Blank,
            Role::Blank | Role::Definition => {}
            Role::Furniture | Role::Edge | Role::Title | Role::Note => gap = Gap::Page,
        }
    }
    Body { lines: kept, notes }
}

fn role(text: &str, masthead: &Masthead) -> Role {
    if text.is_empty() {
        return Role::Blank;
    }
    let own_symbol = text.len() < 60
        && text.contains('/')
        && Symbol::parse(text).is_some_and(|symbol| masthead.symbols.contains(&symbol));
    if own_symbol
        || pages::of_pages(text).is_some()
        || is_job_number(text)
        || is_bar_code(text)
        || text.eq_ignore_ascii_case("please recycle")
    {
        return Role::Edge;
    }
    let alone = text.trim_matches(['-', '\u{2013}', ' ']);
    let page_number = alone.len() <= 3 && alone.bytes().all(|byte| byte.is_ascii_digit());
    if page_number && !alone.is_empty() {
        return Role::Furniture;
    }
    Role::Text
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

/// How many lines of a running head are looked at.
const LONGEST_HEAD: usize = 6;

/// The title stands in the running heads as well, whole or shortened, over one line or several. Where
/// the heads have other words, they are known by coming again beside the edges of pages.
///
/// A line of the body may have words of the title in it, so only lines that together are the beginning of
/// the title count.
fn mark_running_titles(lines: &[Line<'_>], masthead: &Masthead, roles: &mut [Role]) {
    let title = masthead.title.as_deref().map(fold).unwrap_or_default();
    let edges: Vec<usize> = (0..roles.len())
        .filter(|at| roles[*at] == Role::Edge)
        .collect();
    let mut beside: HashMap<String, Vec<usize>> = HashMap::new();
    for edge in edges {
        for step in [1, -1] {
            let (near, touching) = beside_edge(roles, edge, step);
            let title_lines = if title.is_empty() {
                0
            } else {
                head_length(lines, &near, step, &title)
            };
            for at in &near[..title_lines] {
                roles[*at] = Role::Title;
            }
            if let Some(at) = near.get(title_lines).filter(|_| title_lines < touching) {
                beside.entry(fold(&lines[*at].text)).or_default().push(*at);
            }
        }
    }
    for places in beside.into_values().filter(|places| places.len() > 2) {
        for at in places {
            roles[at] = Role::Title;
        }
    }
}

/// The lines of text next to an edge, nearest first, and how many of them touch it.
fn beside_edge(roles: &[Role], edge: usize, step: isize) -> (Vec<usize>, usize) {
    let mut near = Vec::new();
    let mut touching = None;
    let mut at = edge;
    while let Some(next) = at
        .checked_add_signed(step)
        .filter(|next| *next < roles.len() && near.len() < LONGEST_HEAD)
    {
        match roles[next] {
            Role::Text => near.push(next),
            Role::Note | Role::Definition => break,
            Role::Blank => touching = touching.or(Some(near.len())),
            Role::Furniture | Role::Edge | Role::Title => {}
        }
        at = next;
    }
    let touching = touching.unwrap_or(near.len());
    (near, touching)
}

/// How many of the lines nearest to an edge are together the beginning of the title.
fn head_length(lines: &[Line<'_>], near: &[usize], step: isize, title: &str) -> usize {
    (1..=near.len())
        .rev()
        .find(|length| {
            let mut words: Vec<&str> = near[..*length].iter().map(|at| &*lines[*at].text).collect();
            if step < 0 {
                words.reverse();
            }
            let head = fold(words.join(" ").trim_end_matches(['\u{2026}', '.', ' ']));
            head.len() > 3 && (title.starts_with(&head) || head == title)
        })
        .unwrap_or(0)
}
