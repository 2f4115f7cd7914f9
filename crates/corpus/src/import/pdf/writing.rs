//! The lines of all pages, written out as text.

use std::collections::HashMap;

use super::super::extracted::Extracted;
use super::furniture;
use super::lines::{Line, Page};
use super::notes::{self, Note};

/// How much more than a usual step to the next line ends a paragraph.
const WIDER_STEP: f64 = 1.28;

/// How far the first line of a paragraph is set in, in points.
const INDENT: std::ops::Range<f64> = 9.0..90.0;

/// The part of the first page in which the masthead has two sides.
const MASTHEAD: f64 = 0.32;

/// Writes the pages.
pub(super) fn write(mut pages: Vec<Page>) -> Extracted {
    furniture::take_off(&mut pages);
    let size = usual(pages.iter().flat_map(|page| &page.lines), |line| {
        (line.size, line.text.len())
    });
    let mut notes: Vec<Vec<Note>> = pages
        .iter_mut()
        .map(|page| notes::take_off(page, size))
        .collect();
    carry_over(&mut notes);
    let step = usual_step(&pages);
    let mut out = Extracted::default();
    for (number, (page, notes)) in pages.iter().zip(notes).enumerate() {
        lines(page, number == 0, step, &mut out);
        if !notes.is_empty() {
            out.apart();
        }
        for note in notes {
            if let Some(figure) = &note.figure {
                out.note_lines(figure, &note.lines);
            }
        }
        out.page();
    }
    out
}

/// Gives the end of a note that the next page begins with back to the page on which it began.
fn carry_over(notes: &mut [Vec<Note>]) {
    for at in 1..notes.len() {
        let goes_on = notes[at].first().is_some_and(|note| note.figure.is_none());
        if !goes_on {
            continue;
        }
        let rest = notes[at].remove(0).lines;
        let before = notes[..at].iter_mut().rev().find(|notes| !notes.is_empty());
        if let Some(note) = before.and_then(|notes| notes.last_mut()) {
            note.lines.extend(rest);
        }
    }
}

fn lines(page: &Page, first: bool, step: f64, out: &mut Extracted) {
    let margins = margins(page);
    let mut before: Option<&Line> = None;
    for (at, line) in page.lines.iter().enumerate() {
        if let Some(above) = before
            && is_apart(above, line, margins[at], step)
        {
            out.apart();
        }
        let text = match &line.figure {
            // A figure at the beginning of a line belongs to the word that ends the line above.
            Some(figure) => format!("[^{figure}] {}", line.text),
            None => line.text.clone(),
        };
        if first && line.baseline < page.height * MASTHEAD && line.cells.len() > 1 {
            for cell in &line.cells {
                out.line(cell);
            }
        } else {
            out.line(&text);
        }
        before = Some(line);
    }
}

/// Whether a paragraph ends between two lines.
fn is_apart(above: &Line, line: &Line, margin: f64, step: f64) -> bool {
    let down = line.baseline - above.baseline;
    // Upwards, or far to the side: another column.
    if down < 0.0 {
        return false;
    }
    if down > step.max(line.size.max(above.size)) * WIDER_STEP {
        return true;
    }
    if (line.size - above.size).abs() > 1.2 {
        return true;
    }
    let indented = INDENT.contains(&(line.left - margin));
    let above_at_margin = (above.left - margin).abs() < 4.0;
    indented && above_at_margin && ends(&above.text)
}

/// Whether a paragraph may end with these words.
fn ends(text: &str) -> bool {
    let text = match text.rfind("[^") {
        Some(at) if text.ends_with(']') => &text[..at],
        _ => text,
    };
    text.trim_end_matches(['"', '\u{201d}', ')', '\u{2019}'])
        .ends_with([';', '.', ':', ',', '?'])
}

/// The left margin of the column that each line stands in: where most lines near it begin.
fn margins(page: &Page) -> Vec<f64> {
    let mut starts: HashMap<i32, usize> = HashMap::new();
    for line in &page.lines {
        *starts.entry(line.left.round() as i32).or_default() += 1;
    }
    let common: Vec<f64> = starts
        .into_iter()
        .filter(|(_, count)| *count >= 3)
        .map(|(left, _)| f64::from(left))
        .collect();
    page.lines
        .iter()
        .map(|line| {
            common
                .iter()
                .copied()
                .filter(|left| *left <= line.left + 2.0 && line.left - left < INDENT.end)
                .fold(line.left, f64::min)
        })
        .collect()
}

/// The step from one line of a paragraph to the next that is most common.
fn usual_step(pages: &[Page]) -> f64 {
    let steps = pages.iter().flat_map(|page| {
        page.lines.windows(2).filter_map(|pair| {
            let down = pair[1].baseline - pair[0].baseline;
            let alike = (pair[1].size - pair[0].size).abs() < 0.5;
            (alike && down > 2.0 && down < 40.0).then_some(down)
        })
    });
    usual(steps, |step| (step, 1))
}

/// The most common value, in steps of a quarter of a point.
fn usual<T>(all: impl Iterator<Item = T>, measure: impl Fn(T) -> (f64, usize)) -> f64 {
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for one in all {
        let (value, weight) = measure(one);
        *counts.entry((value * 4.0).round() as i32).or_default() += weight;
    }
    counts
        .into_iter()
        .max_by_key(|(value, count)| (*count, -value))
        .map_or(10.0, |(value, _)| f64::from(value) / 4.0)
}
