//! Footnotes of the draft behind "[^": each with the first words of its text.

use draft::{BlockKind, Dialect, Draft, without_emphasis};

use super::typed::Typed;
use super::{Completion, CompletionKind, MOST};
use crate::{prose, under};

/// Characters of a footnote's first words.
const FIRST_WORDS: usize = 80;

/// The footnotes whose label begins with what is typed of a mark.
pub(super) fn marks(typed: &Typed, draft: &Draft) -> Vec<Completion> {
    if draft.dialect() != Dialect::Markdown {
        return Vec::new();
    }
    let label = typed.ending(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    let before = &typed.text[..typed.text.len() - label.len()];
    // What opens a line is the label of a text, not a mark.
    if before
        .strip_suffix("[^")
        .is_none_or(|it| it.trim().is_empty())
    {
        return Vec::new();
    }
    let is_closed = under::words(draft, &(typed.offset..typed.offset + 1)) == "]";
    let close = if is_closed { "" } else { "]" };
    let texts = draft
        .blocks()
        .into_iter()
        .filter(|block| block.kind == BlockKind::FootnoteDefinition);
    let offers = texts.filter_map(|block| {
        let own = block.marks.label.as_ref()?;
        let rest = &draft.text_of(&block)[own.span.end..];
        let words = without_emphasis(rest.trim_start_matches([':', ' ']).trim_end());
        own.label.starts_with(label).then(|| Completion {
            label: own.label.to_string(),
            detail: prose::shortened(&words, FIRST_WORDS),
            replace: typed.last(label.len()),
            text: format!("{}{close}", own.label),
            kind: CompletionKind::Footnote,
            documentation: None,
        })
    });
    offers.take(MOST).collect()
}
