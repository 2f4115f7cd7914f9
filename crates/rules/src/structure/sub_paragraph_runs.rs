//! The labels of sub-paragraphs, (a) or (i), in runs that are counted together.
//!
//! A label opens a block, or a line inside one. What begins on a line may be an excerpt of another text, which has
//! the labels that it has there; such a run counts from its own (a) or (i).

use std::ops::Range;

use draft::{BlockKind, Draft, Opening};

/// The sub-paragraphs between one number or heading and the next.
#[derive(Default)]
pub(super) struct Run {
    /// Where the paragraph or heading begins that they stand below, in bytes.
    pub(super) begins: usize,
    /// Whether that is a heading, which may part a list.
    pub(super) is_below_heading: bool,
    pub(super) items: Vec<Item>,
    /// Whether labels on lines stood before the first one that counts.
    follows_excerpt: bool,
}

/// A label and where it stands in the draft, parentheses included.
pub(super) struct Item {
    pub(super) label: Box<str>,
    pub(super) span: Range<usize>,
}

impl Item {
    /// Whether a parenthesis stands before the label as well: "(a)", not "a)".
    pub(super) fn is_opened(&self) -> bool {
        self.span.len() > self.label.len() + 1
    }
}

/// A label that opens a line inside a block.
struct OnLine {
    item: Item,
    /// Whether the line before ends with a colon.
    is_introduced: bool,
}

impl Run {
    /// Takes the label that opens a block.
    fn take(&mut self, item: Item) {
        let is_excerpt = (self.follows_excerpt || !item.is_opened()) && self.items.is_empty();
        if !is_excerpt || is_first(&item.label) {
            self.items.push(item);
        }
    }

    /// Takes the labels on the lines of a block, without those of excerpts.
    fn take_lines(&mut self, lines: Vec<OnLine>) {
        let mut is_excerpt = false;
        for line in lines {
            let label = &line.item.label;
            let goes_on = match self.items.last() {
                Some(last) => !line.is_introduced && (!is_excerpt || follows(label, &last.label)),
                None => false,
            };
            is_excerpt = !goes_on && !is_first(label);
            if !is_excerpt {
                self.items.push(line.item);
            } else if self.items.is_empty() {
                self.follows_excerpt = true;
            }
        }
    }
}

/// The runs of a draft. Words between sub-paragraphs belong to the one before, and so does a list that counts from 1,
/// such as an agenda, behind which the labels go on.
pub(super) fn runs(draft: &Draft) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    let mut is_behind_list = false;
    for block in draft.blocks() {
        let begins = block.span.start;
        let anew = || Run {
            begins,
            is_below_heading: matches!(block.kind, BlockKind::Heading(_)),
            ..Run::default()
        };
        match (&block.marks.opening, block.kind) {
            (Some(Opening::Item { label, span }), BlockKind::Paragraph | BlockKind::ListItem) => {
                let broken_off = runs.iter().rposition(|run| !run.items.is_empty());
                if let Some(broken_off) = broken_off.filter(|_| is_behind_list)
                    && let Some(last) = runs[broken_off].items.last()
                    && follows(label, &last.label)
                {
                    runs.truncate(broken_off + 1);
                }
                is_behind_list = false;
                let text = draft.text_of(&block);
                if let Some(run) = runs.last_mut() {
                    if !is_other_version(&text[span.end..]) {
                        run.take(Item {
                            label: label.clone(),
                            span: span.start + begins..span.end + begins,
                        });
                    }
                    run.take_lines(on_lines(&text, begins));
                }
            }
            (Some(Opening::Paragraph { number, .. }), _) => {
                if runs.last().is_some_and(|run| !run.items.is_empty()) {
                    is_behind_list = *number == 1;
                }
                runs.push(anew());
            }
            (Some(_), _) | (None, BlockKind::Heading(_)) => {
                is_behind_list = false;
                runs.push(anew());
            }
            (None, BlockKind::Paragraph) => {
                if let Some(run) = runs.last_mut() {
                    run.take_lines(on_lines(&draft.text_of(&block), begins));
                }
            }
            (None, _) => {}
        }
    }
    runs
}

/// The labels that open lines inside a block, behind a line that has come to its end: sub-paragraphs between which
/// no line is left empty. `begins` is where the block stands.
fn on_lines(text: &str, begins: usize) -> Vec<OnLine> {
    let mut items = Vec::new();
    let Some((first, _)) = text.split_once('\n') else {
        return items;
    };
    let mut before = first;
    let mut at = first.len() + 1;
    for line in text[at..].split('\n') {
        let end = before.trim_end().trim_end_matches([' ', '\\']);
        let is_introduced = end.ends_with(':');
        let ended = is_introduced || end.ends_with(';') || end.ends_with("; and");
        let bare = line.trim_start();
        if ended
            && let Some(Opening::Item { label, span }) = Opening::of_line(bare)
            && !is_other_version(&bare[span.end..])
        {
            let start = begins + at + (line.len() - bare.len());
            items.push(OnLine {
                item: Item {
                    label,
                    span: start + span.start..start + span.end,
                },
                is_introduced,
            });
        }
        before = line;
        at += line.len() + 1;
    }
    items
}

/// Whether the words behind a label make it that of another version of the sub-paragraph, or of one put in behind it:
/// "(b) alt.", "(b) bis".
fn is_other_version(behind: &str) -> bool {
    const WORDS: [&str; 7] = [
        "alt",
        "alternative",
        "bis",
        "ter",
        "quater",
        "option",
        "variant",
    ];
    let behind = behind.trim_start_matches([' ', '\t', '*', '_', '[', '(']);
    let end = behind
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(behind.len());
    let word = &behind[..end];
    WORDS.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// The letters that the paragraph has which begins at byte `start`, in text order; those behind a heading too, where the
/// list goes on there.
pub(super) fn letters_of(runs: &[Run], start: usize) -> Vec<&str> {
    let Ok(own) = runs.binary_search_by_key(&start, |run| run.begins) else {
        return Vec::new();
    };
    let mut letters: Vec<&str> = labels(&runs[own]).collect();
    for run in runs[own + 1..]
        .iter()
        .take_while(|run| run.is_below_heading)
    {
        let goes_on = match (labels(run).next(), letters.last()) {
            (Some(first), Some(last)) => follows(first, last),
            (None, _) => true,
            _ => false,
        };
        if !goes_on {
            break;
        }
        letters.extend(labels(run));
    }
    letters
}

fn labels(run: &Run) -> impl Iterator<Item = &str> {
    run.items
        .iter()
        .map(|item| &*item.label)
        .filter(|label| label.len() == 1)
}

/// Whether a label begins a level.
fn is_first(label: &str) -> bool {
    matches!(label, "a" | "i")
}

/// Whether a label is the letter behind that of another.
fn follows(label: &str, before: &str) -> bool {
    let last = letter_value(before);
    last.is_some() && letter_value(label) == last.map(|last| last + 1)
}

/// "a" is 1, "z" 26, "aa" 27; behind that comes "bb" or "ab".
pub(super) fn letter_value(label: &str) -> Option<u32> {
    let value = |letter: u8| u32::from(letter - b'a') + 1;
    match label.as_bytes() {
        [letter] => Some(value(*letter)),
        [first, second] if first == second || *first == b'a' => Some(26 + value(*second)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::Dialect;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let runs = runs(&draft);
        let labels: Vec<&str> = runs
            .iter()
            .flat_map(|run| &run.items)
            .map(|item| &*item.label)
            .collect();
        assert_eq!(labels, expected, "{text}");
    }

    #[test]
    fn an_excerpt_on_lines_counts_from_its_own_first_label() {
        check(
            "The following provisions of the staff rules were amended:\n(c) rule 3;\n(f) rule 6;\n(h) rule 8.\n",
            &[],
        );
        check(
            "Article 7 of the Covenant provides:\n(c) Equal opportunity;\n(d) Rest, leisure.\n",
            &[],
        );
        check("Rule 9 has:\n(iii) a part;\n(v) another.\n", &[]);
        check("We quote:\n(c) one;\n\n(d) two;\n\n(f) three.\n", &[]);
        check(
            "We quote:\n(c) one;\n(f) two.\n\n(a) Ours;\n\n(b) Ours too.\n",
            &["a", "b"],
        );
        check(
            "(a) One;\n\n(b) The article says:\n(d) this;\n(e) that;\n\n(c) Three.\n",
            &["a", "b", "c"],
        );
        check(
            "It says:\n(a) one;\n(b) as article 7 has it:\n(f) this;\n(h) that;\n(c) three.\n",
            &["a", "b", "c"],
        );
    }

    #[test]
    fn another_version_of_a_sub_paragraph_has_its_label() {
        check(
            "(a) One;\n\n(b) Two;\n\n(b) alt. Too;\n\n(b) *bis* Three;\n\n(c) Four.\n",
            &["a", "b", "c"],
        );
        check(
            "(a) One;\n(b) two;\n(b) alt two;\n(c) alternatives.\n",
            &["a", "b", "c"],
        );
    }

    #[test]
    fn what_begins_with_its_first_label_counts_on_lines() {
        check("It says:\n(a) one;\n(c) two.\n", &["a", "c"]);
        check(
            "It says:\n\na) one;\nb) two;\nd) three.\n",
            &["a", "b", "d"],
        );
        check("c) of the law says so.\n", &[]);
        check("(a) One;\n(b) two;\n(d) three.\n", &["a", "b", "d"]);
        check(
            "(a) One:\n(i) this;\n(iii) that;\n(b) two.\n",
            &["a", "i", "iii", "b"],
        );
    }
}
