//! The words of a quotation laid along those of a text with the fewest changes.

use std::ops::Range;

use super::{Difference, Word, same_verb};

/// The cheapest way to make a stretch of a quotation out of a part of a text.
pub(super) struct Path {
    /// The first word of the text, and the one behind the last.
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many words differ.
    pub(super) cost: usize,
    /// What becomes of each word, in order.
    steps: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Same,
    Other,
    /// A word of the quotation that the text does not have.
    Added,
    /// A word of the text that the quotation does not have.
    Missing,
}

/// Longest text, in words, that is compared word by word with a quotation.
const LONGEST: usize = 4000;

/// Aligns all of `quote` with the part of `text` that needs the fewest changes.
pub(super) fn align(quote: &[Word], text: &[Word]) -> Option<Path> {
    if quote.is_empty() || text.is_empty() {
        return None;
    }
    let text = &text[..text.len().min(LONGEST)];
    let width = text.len() + 1;
    // Row by row: the cost of making the first words of the quotation end at each place of the text.
    let mut steps = vec![Step::Same; (quote.len() + 1) * width];
    let mut above: Vec<u32> = vec![0; width];
    for (row, word) in (1..).zip(quote) {
        let mut current = vec![0; width];
        current[0] = above[0] + 1;
        steps[row * width] = Step::Added;
        for column in 1..width {
            let same = word.folded == text[column - 1].folded;
            let diagonal = above[column - 1] + u32::from(!same);
            let added = above[column] + 1;
            let missing = current[column - 1] + 1;
            let (cost, step) = if diagonal <= added && diagonal <= missing {
                (diagonal, if same { Step::Same } else { Step::Other })
            } else if added <= missing {
                (added, Step::Added)
            } else {
                (missing, Step::Missing)
            };
            current[column] = cost;
            steps[row * width + column] = step;
        }
        above = current;
    }
    let (end, cost) = above
        .iter()
        .enumerate()
        .min_by_key(|(place, cost)| (**cost, *place))
        .map(|(place, cost)| (place, *cost as usize))?;
    // A last word that differs stands for the text's next rather than beside it.
    let last = quote.len() * width;
    let stands_for_next = steps[last + end] == Step::Added
        && above.get(end + 1) == Some(&above[end])
        && steps[last + end + 1] == Step::Other;
    let end = end + usize::from(stands_for_next);
    let (mut row, mut column) = (quote.len(), end);
    let mut back = Vec::with_capacity(quote.len());
    while row > 0 {
        let step = steps[row * width + column];
        back.push(step);
        match step {
            Step::Same | Step::Other => {
                row -= 1;
                column -= 1;
            }
            Step::Added => row -= 1,
            Step::Missing => column -= 1,
        }
    }
    back.reverse();
    (column < end).then_some(Path {
        start: column,
        end,
        cost,
        steps: back,
    })
}

impl Path {
    /// Whether the first step is a verb with another ending.
    pub(super) fn is_verb_ending(&self, quote: &[Word], text: &[Word]) -> bool {
        self.steps.first() == Some(&Step::Other)
            && quote
                .first()
                .zip(text.get(self.start))
                .is_some_and(|(one, other)| same_verb(&one.folded, &other.folded))
    }

    /// Neighbouring steps that are not the same, as one difference each. `verb` leaves the first step out.
    pub(super) fn differences(
        &self,
        quote: &[Word],
        text: &[Word],
        whole: &str,
        verb: bool,
    ) -> Vec<Difference> {
        let mut found: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        let (mut row, mut column) = (0, self.start);
        let mut open = false;
        for (place, step) in self.steps.iter().enumerate() {
            let (next_row, next_column) = match step {
                Step::Same | Step::Other => (row + 1, column + 1),
                Step::Added => (row + 1, column),
                Step::Missing => (row, column + 1),
            };
            let differs = *step != Step::Same && !(verb && place == 0);
            match found.last_mut().filter(|_| open && differs) {
                Some((rows, columns)) => {
                    rows.end = next_row;
                    columns.end = next_column;
                }
                None if differs => found.push((row..next_row, column..next_column)),
                None => {}
            }
            open = differs;
            (row, column) = (next_row, next_column);
        }
        found
            .into_iter()
            .map(|(rows, columns)| {
                let count = rows.len().max(columns.len());
                let in_text = bytes(text, columns);
                Difference {
                    words: count,
                    in_quotation: bytes(quote, rows),
                    text: whole.get(in_text.clone()).unwrap_or("").into(),
                    in_text,
                }
            })
            .collect()
    }
}

/// The bytes from the first to the last of some words; the end of the word before where there are none.
fn bytes(words: &[Word], range: Range<usize>) -> Range<usize> {
    if range.is_empty() {
        let at = range
            .start
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .map(|word| word.span.end)
            .or_else(|| words.get(range.start).map(|word| word.span.start))
            .unwrap_or(0);
        return at..at;
    }
    words[range.start].span.start..words[range.end - 1].span.end
}
