//! Folding: sections under their headings, and blocks that one may want out of the way.

use std::ops::Range;

use draft::{BlockKind, Draft};

use crate::outline::{OutlineItem, outline};

/// What a fold hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldKind {
    /// Everything under a heading.
    Section,
    /// A block: front matter, code, a table, a quotation.
    Block,
    /// The texts of footnotes that follow each other.
    Footnotes,
    /// A comment.
    Comment,
}

/// A stretch of lines that folds into its first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From the line that stays to the end of the last line that goes, byte range in the draft.
    pub range: Range<usize>,
    /// What it hides.
    pub kind: FoldKind,
}

/// The folds of a draft, in text order; those of a single line are left out.
pub fn folds(draft: &Draft) -> Vec<Fold> {
    let mut folds = Vec::new();
    sections(draft, outline(draft), &mut folds);
    blocks(draft, &mut folds);
    let line = |offset| draft.rope().byte_to_line(offset);
    folds.retain(|fold| line(fold.range.start) < line(fold.range.end));
    folds.sort_by_key(|fold| (fold.range.start, std::cmp::Reverse(fold.range.end)));
    folds
}

/// Not by recursion: a list of children is worked off, however deep it goes.
fn sections(draft: &Draft, items: Vec<OutlineItem>, folds: &mut Vec<Fold>) {
    let mut pending = items;
    while let Some(item) = pending.pop() {
        let end = last_block_end(draft, item.range.end).max(item.selection.end);
        folds.push(Fold {
            range: item.selection.start..end,
            kind: FoldKind::Section,
        });
        pending.extend(item.children);
    }
}

/// The end of the last block before `offset`: blank lines behind it stay.
fn last_block_end(draft: &Draft, offset: usize) -> usize {
    let blocks = draft.blocks();
    let next = blocks.partition_point(|block| block.span.start < offset);
    next.checked_sub(1)
        .and_then(|last| blocks.get(last))
        .map_or(0, |block| block.span.end)
}

fn blocks(draft: &Draft, folds: &mut Vec<Fold>) {
    let mut notes: Option<Range<usize>> = None;
    for block in draft.blocks() {
        if block.kind == BlockKind::FootnoteDefinition {
            let start = notes.map_or(block.span.start, |notes| notes.start);
            notes = Some(start..block.span.end);
            continue;
        }
        folds.extend(notes.take().map(footnotes));
        let kind = match block.kind {
            BlockKind::FrontMatter
            | BlockKind::Code
            | BlockKind::Table
            | BlockKind::Quotation
            | BlockKind::ListItem => FoldKind::Block,
            BlockKind::Html => FoldKind::Comment,
            _ => continue,
        };
        folds.push(Fold {
            range: block.span.clone(),
            kind,
        });
    }
    folds.extend(notes.map(footnotes));
}

const fn footnotes(range: Range<usize>) -> Fold {
    Fold {
        range,
        kind: FoldKind::Footnotes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draft::Dialect;

    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize, FoldKind)]) {
        let draft = Draft::new(text, Dialect::Markdown, std::sync::Arc::default());
        let line = |offset| draft.rope().byte_to_line(offset);
        let folds: Vec<_> = folds(&draft)
            .into_iter()
            .map(|fold| (line(fold.range.start), line(fold.range.end), fold.kind))
            .collect();
        assert_eq!(folds, expected);
    }

    #[test]
    fn sections_nest_and_leave_the_blank_lines_before_the_next() {
        check(
            "# One\n\nText.\n\n## Two\n\nText\nmore.\n\n\n# Three\n\nText.\n",
            &[
                (0, 7, FoldKind::Section),
                (4, 7, FoldKind::Section),
                (10, 12, FoldKind::Section),
            ],
        );
        check("# Alone\n", &[]);
    }

    #[test]
    fn blocks_fold_and_footnotes_fold_together() {
        check(
            "---\ndate: 2013-11-01\n---\n\n```\ncode\n```\n\n<!-- a\nb -->\n\nText.[^1] [^2]\n\n[^1]: One.\n\n[^2]: Two.\n\nEnd.\n",
            &[
                (0, 2, FoldKind::Block),
                (4, 6, FoldKind::Block),
                (8, 9, FoldKind::Comment),
                (13, 15, FoldKind::Footnotes),
            ],
        );
    }
}
