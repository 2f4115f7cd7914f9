//! Two columns on a page, and the order in which they are read.
//!
//! A gutter is a strip that stays empty through many lines one below another while there are words on
//! both of its sides, as many as prose has; the columns of a table hold less.

use super::lines::Row;

/// Which column of its page a line stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Column {
    /// It runs across the page, or the page has one column.
    #[default]
    Across,
    Left,
    Right,
}

/// How many lines one below another make two columns.
const FEWEST_LINES: usize = 6;

/// How wide a gutter is at least, in points.
const NARROWEST: f64 = 7.0;

/// The most that the first lines of two columns lie apart, as a multiple of their size.
const LEADING: f64 = 1.6;

/// The share of a column that is filled with words, at least.
const FILLED: f64 = 0.62;

/// The rows in the order in which they are read; those of two columns are cut in two.
pub(super) fn in_order(rows: Vec<Row>, width: f64) -> Vec<Row> {
    let Some((gutter, from, to)) = gutter(&rows, width) else {
        return rows;
    };
    let from = from + head_of(&rows[from..to], gutter);
    let mut ordered = Vec::with_capacity(rows.len() + to - from);
    let (mut left, mut right, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for (at, row) in rows.into_iter().enumerate() {
        if at < from {
            ordered.push(row);
        } else if at >= to {
            below.push(row);
        } else {
            let (before, behind) = split(row, gutter);
            left.extend(before);
            right.extend(behind);
        }
    }
    ordered.extend(left);
    ordered.extend(right);
    // A page may have columns, a heading across, and columns again.
    ordered.extend(in_order(below, width));
    ordered
}

/// How many rows stand above the first one of the right column: a head that is too short to reach it.
fn head_of(rows: &[Row], gutter: f64) -> usize {
    let Some(first) = rows.iter().find(|row| shows(row, gutter, false)) else {
        return 0;
    };
    let top = first.baseline - first.size * LEADING;
    rows.iter().take_while(|row| row.baseline < top).count()
}

/// The place of the gutter and the rows through which it runs.
fn gutter(rows: &[Row], width: f64) -> Option<(f64, usize, usize)> {
    let mut best: Option<(usize, f64, usize, usize)> = None;
    let mut at = width * 0.3;
    while at < width * 0.7 {
        for (from, to) in free_runs(rows, at) {
            // The lines of two languages hardly ever stand on the same baselines.
            let lines = |left| {
                rows[from..to]
                    .iter()
                    .filter(|row| shows(row, at, left))
                    .count()
            };
            let both = lines(true).min(lines(false));
            let wins = best.is_none_or(|(most, ..)| both > most);
            if wins && both >= FEWEST_LINES && both * 3 > to - from && is_prose(&rows[from..to], at)
            {
                best = Some((both, at, from, to));
            }
        }
        at += 3.0;
    }
    best.map(|(_, at, from, to)| (at, from, to))
}

/// The longest stretches of rows that leave the strip at `x` empty.
fn free_runs(rows: &[Row], x: f64) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut from = 0;
    for (at, row) in rows.iter().enumerate() {
        let crosses = row.glyphs.iter().any(|glyph| {
            glyph.left < x + NARROWEST / 2.0
                && glyph.right > x - NARROWEST / 2.0
                && !glyph.text.trim().is_empty()
        });
        if crosses {
            runs.push((from, at));
            from = at + 1;
        }
    }
    runs.push((from, rows.len()));
    runs.retain(|(from, to)| to - from >= FEWEST_LINES);
    runs
}

/// Whether a row has words on one side of `x`.
fn shows(row: &Row, x: f64, left: bool) -> bool {
    row.glyphs
        .iter()
        .any(|glyph| (glyph.left < x) == left && !glyph.text.trim().is_empty())
}

/// Whether both sides are filled as prose fills them.
fn is_prose(rows: &[Row], x: f64) -> bool {
    let side = |left: bool| {
        let glyphs = || {
            rows.iter()
                .flat_map(|row| &row.glyphs)
                .filter(move |glyph| (glyph.left < x) == left)
        };
        let from = glyphs()
            .map(|glyph| glyph.left)
            .fold(f64::INFINITY, f64::min);
        let to = glyphs().map(|glyph| glyph.right).fold(0.0, f64::max);
        let filled: f64 = glyphs().map(|glyph| glyph.right - glyph.left).sum();
        let lines: f64 = rows
            .iter()
            .filter(|row| row.glyphs.iter().any(|glyph| (glyph.left < x) == left))
            .map(|_| 1.0)
            .sum();
        filled > (to - from).max(1.0) * lines * FILLED
    };
    side(true) && side(false)
}

fn split(row: Row, x: f64) -> (Option<Row>, Option<Row>) {
    let Row {
        glyphs,
        baseline,
        size,
        ..
    } = row;
    let (before, behind): (Vec<_>, Vec<_>) = glyphs.into_iter().partition(|glyph| glyph.left < x);
    let row = |glyphs: Vec<_>, column| {
        (!glyphs.is_empty()).then_some(Row {
            glyphs,
            baseline,
            size,
            column,
        })
    };
    (row(before, Column::Left), row(behind, Column::Right))
}
