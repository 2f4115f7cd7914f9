//! The footnotes at the foot of a PDF page: small lines, below a rule or begun by a raised figure.

use super::lines::{Line, Page};

/// How much smaller than the body a note is printed.
const SMALLER: f64 = 0.94;

/// A note of a page.
pub(super) struct Note {
    /// Its figure; `None` where it goes on from the page before.
    pub(super) figure: Option<String>,
    pub(super) lines: Vec<String>,
}

/// Takes the notes off a page whose body has letters of `size`.
pub(super) fn take_off(page: &mut Page, size: f64) -> Vec<Note> {
    let Some(from) = beginning(page, size) else {
        return Vec::new();
    };
    let mut notes: Vec<Note> = Vec::new();
    for line in page.lines.drain(from..) {
        if is_underscores(&line.text) {
            continue;
        }
        match (figure(&line), notes.last_mut()) {
            (Some((figure, text)), _) => notes.push(Note {
                figure: Some(figure),
                lines: vec![text],
            }),
            (None, Some(note)) => note.lines.push(line.text),
            (None, None) => notes.push(Note {
                figure: None,
                lines: vec![line.text],
            }),
        }
    }
    notes
}

/// The line with which the notes begin: the topmost of the small lines at the end, if something shows
/// that they are notes.
fn beginning(page: &Page, size: f64) -> Option<usize> {
    let small = |line: &Line| line.size < size * SMALLER || is_underscores(&line.text);
    let first_small = page
        .lines
        .iter()
        .rposition(|line| !small(line))
        .map_or(0, |at| at + 1);
    let tail = &page.lines[first_small..];
    if let Some(rule) = tail.iter().position(|line| is_underscores(&line.text)) {
        return Some(first_small + rule);
    }
    let ruled = tail.iter().enumerate().find(|(at, line)| {
        let above = (first_small + at)
            .checked_sub(1)
            .map_or(0.0, |above| page.lines[above].baseline);
        page.rules.iter().any(|rule| {
            rule.y > above
                && rule.y < line.baseline
                && rule.right - rule.left < 260.0
                && (rule.left - line.left).abs() < 40.0
        })
    });
    ruled
        .map(|(at, _)| at)
        .or_else(|| tail.iter().position(|line| line.figure.is_some()))
        .map(|at| first_small + at)
}

/// The figure of a note and its first words.
fn figure(line: &Line) -> Option<(String, String)> {
    if let Some(figure) = &line.figure {
        return Some((figure.clone(), line.text.clone()));
    }
    let first = line.text.split_whitespace().next()?;
    let stars = first.bytes().all(|byte| byte == b'*');
    stars.then(|| (first.to_owned(), line.text[first.len()..].trim().to_owned()))
}

fn is_underscores(text: &str) -> bool {
    text.len() >= 5 && text.bytes().all(|byte| byte == b'_')
}
