//! Glyphs made into lines: what stands on one baseline, with raised figures where they belong.

use super::columns::{self, Column};
use super::glyphs::{Collector, Glyph, Rule};

/// How far the baselines of one line may lie apart, as a share of the size of its letters.
const SAME_LINE: f64 = 0.18;

/// How wide a gap is a space where spaces are drawn, and where none are; as a share of the size.
const GAP_BESIDE_SPACES: f64 = 0.3;
const GAP_FOR_SPACE: f64 = 0.17;

/// How wide a gap parts two cells of one line, as a share of the size.
const GAP_OF_CELLS: f64 = 2.2;

/// One line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its words. A raised figure is written `[^3]`.
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) baseline: f64,
    /// The size of most of its letters.
    pub(super) size: f64,
    /// The stretches between wide gaps, where there are more than one.
    pub(super) cells: Vec<String>,
    /// The raised figure with which it begins.
    pub(super) figure: Option<String>,
    pub(super) column: Column,
}

/// The lines of a page, in the order of reading.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    pub(super) rules: Vec<Rule>,
    pub(super) height: f64,
}

/// Glyphs of one baseline.
pub(super) struct Row {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) baseline: f64,
    pub(super) size: f64,
    pub(super) column: Column,
}

impl Page {
    pub(super) fn of(collector: Collector) -> Self {
        let Collector {
            width,
            height,
            glyphs,
            rules,
            ..
        } = collector;
        let rows = rows(glyphs);
        let spaced = spaces_are_drawn(&rows);
        let lines = columns::in_order(rows, width)
            .into_iter()
            .filter_map(|row| Line::of(row, spaced))
            .collect();
        Self {
            lines,
            rules,
            height,
        }
    }
}

/// The glyphs by baselines, from the top; small ones that are raised or lowered go to the line they
/// stand in.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.retain(|glyph| glyph.baseline.is_finite() && glyph.left.is_finite());
    glyphs.sort_by(|one, other| one.baseline.total_cmp(&other.baseline));
    let mut rows: Vec<Row> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut().filter(|row| {
            glyph.baseline - row.baseline <= SAME_LINE * row.size.min(glyph.size).max(4.0)
        }) {
            Some(row) => row.push(glyph),
            None => rows.push(Row {
                baseline: glyph.baseline,
                size: glyph.size,
                glyphs: vec![glyph],
                column: Column::Across,
            }),
        }
    }
    rows.retain(|row| row.glyphs.iter().any(|glyph| !glyph.text.trim().is_empty()));
    for row in &mut rows {
        row.measure();
    }
    join_raised(rows)
}

impl Row {
    fn push(&mut self, glyph: Glyph) {
        self.glyphs.push(glyph);
    }

    /// Takes the baseline and the size that most of its letters have.
    fn measure(&mut self) {
        let mut sizes: Vec<(f64, f64)> = self
            .glyphs
            .iter()
            .filter(|glyph| !glyph.text.trim().is_empty())
            .map(|glyph| (glyph.size, glyph.baseline))
            .collect();
        sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((size, baseline)) = sizes.get(sizes.len() / 2) {
            self.size = *size;
            self.baseline = *baseline;
        }
    }

    fn left(&self) -> f64 {
        self.glyphs
            .iter()
            .map(|glyph| glyph.left)
            .fold(f64::INFINITY, f64::min)
    }

    fn right(&self) -> f64 {
        self.glyphs
            .iter()
            .map(|glyph| glyph.right)
            .fold(0.0, f64::max)
    }
}

/// Puts rows of small raised letters into the rows of larger ones that they touch.
fn join_raised(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    let mut waiting: Option<Row> = None;
    for mut row in rows {
        if let Some(raised) = waiting.take() {
            let touches = row.baseline - raised.baseline < row.size * 0.6
                && raised.size < row.size * 0.85
                && raised.left() < row.right() + row.size * 2.0
                && raised.right() > row.left() - row.size * 2.0;
            if touches {
                row.glyphs.extend(raised.glyphs);
            } else {
                joined.push(raised);
            }
        }
        // Letters below the baseline, such as the 2 of CO2, follow their line.
        let lowered = joined.last().is_some_and(|above: &Row| {
            row.baseline - above.baseline < above.size * 0.35
                && row.size < above.size * 0.85
                && row.left() > above.left()
        });
        if lowered {
            if let Some(above) = joined.last_mut() {
                above.glyphs.extend(row.glyphs);
            }
            continue;
        }
        waiting = Some(row);
    }
    joined.extend(waiting);
    joined
}

/// Whether the page draws its spaces as glyphs, as most programs do.
fn spaces_are_drawn(rows: &[Row]) -> bool {
    let (mut spaces, mut all) = (0, 0);
    for glyph in rows.iter().flat_map(|row| &row.glyphs) {
        all += 1;
        spaces += usize::from(glyph.text.trim().is_empty());
    }
    spaces * 20 > all
}

impl Line {
    /// The line that a row is; `None` where it shows nothing.
    fn of(mut row: Row, spaced: bool) -> Option<Self> {
        row.glyphs
            .sort_by(|one, other| one.left.total_cmp(&other.left));
        let mut cells: Vec<String> = vec![String::new()];
        let mut figure: Option<String> = None;
        let mut raised = String::new();
        let mut end: Option<f64> = None;
        let mut left = f64::INFINITY;
        let mut last: Option<(String, f64)> = None;
        for glyph in &row.glyphs {
            let blank = glyph.text.trim().is_empty();
            let cell = cells.last_mut()?;
            if blank {
                flush(&mut raised, cell, &mut figure);
                if !cell.is_empty() && !cell.ends_with(' ') {
                    cell.push(' ');
                }
                continue;
            }
            // Bold letters may be drawn twice, a little apart.
            let twice = last.as_ref().is_some_and(|(text, at)| {
                *text == glyph.text && glyph.left - at < glyph.size * 0.12
            });
            last = Some((glyph.text.clone(), glyph.left));
            if twice {
                continue;
            }
            let is_raised = glyph.size < row.size * 0.85
                && row.baseline - glyph.baseline > row.size * 0.15
                && glyph
                    .text
                    .chars()
                    .all(|letter| letter.is_ascii_digit() || letter == '*');
            if !is_raised && !raised.is_empty() {
                flush(&mut raised, cell, &mut figure);
            }
            let gap = end.map_or(0.0, |end| glyph.left - end);
            if gap > row.size * GAP_OF_CELLS && !cell.trim().is_empty() {
                flush(&mut raised, cell, &mut figure);
                cells.push(String::new());
            } else {
                let wide = if spaced {
                    GAP_BESIDE_SPACES
                } else {
                    GAP_FOR_SPACE
                };
                if gap > row.size * wide && !cell.is_empty() && !cell.ends_with(' ') && !is_raised {
                    cell.push(' ');
                }
            }
            left = left.min(glyph.left);
            end = Some(end.unwrap_or(glyph.right).max(glyph.right));
            if is_raised {
                raised.push_str(&glyph.text);
            } else {
                cells.last_mut()?.push_str(&glyph.text);
            }
        }
        flush(&mut raised, cells.last_mut()?, &mut figure);
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.trim().to_owned())
            .filter(|cell| !cell.is_empty())
            .collect();
        let text = cells.join(" ");
        if text.is_empty() && figure.is_none() {
            return None;
        }
        Some(Self {
            text,
            left,
            baseline: row.baseline,
            size: row.size,
            cells,
            figure,
            column: row.column,
        })
    }
}

/// Writes a raised figure behind what it is called from; one at the beginning of a line is kept apart.
fn flush(raised: &mut String, cell: &mut String, figure: &mut Option<String>) {
    if raised.is_empty() {
        return;
    }
    let taken = std::mem::take(raised);
    if cell.trim().is_empty() {
        *figure = Some(taken);
        return;
    }
    let end = cell.trim_end().len();
    let space = cell.len() > end;
    cell.truncate(end);
    cell.push_str("[^");
    cell.push_str(&taken);
    cell.push(']');
    if space {
        cell.push(' ');
    }
}
