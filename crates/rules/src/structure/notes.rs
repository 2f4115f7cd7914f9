//! The footnotes of a draft: marks and texts, in the order in which they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use draft::{BlockKind, Dialect, Draft};

/// A mark or a text of a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) label: Box<str>,
    /// Byte range in the draft of the mark, or of the label before the text.
    pub(crate) span: Range<usize>,
    /// Byte range in the draft of the text; that of the mark for marks.
    pub(crate) whole: Range<usize>,
}

/// The footnotes of a draft. A text without markup has none: its marks are figures like any other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Notes {
    pub(crate) marks: Vec<Place>,
    pub(crate) texts: Vec<Place>,
}

impl Notes {
    pub(crate) fn read(draft: &Draft) -> Self {
        let mut notes = Self::default();
        if draft.dialect() != Dialect::Markdown {
            return notes;
        }
        for block in draft.blocks() {
            let start = block.span.start;
            let moved = |range: &Range<usize>| range.start + start..range.end + start;
            if block.kind == BlockKind::FootnoteDefinition
                && let Some(label) = &block.marks.label
            {
                notes.texts.push(Place {
                    label: label.label.clone(),
                    span: moved(&label.span),
                    whole: block.span.clone(),
                });
            }
            notes
                .marks
                .extend(block.marks.footnotes.iter().map(|mark| Place {
                    label: mark.label.clone(),
                    span: moved(&mark.span),
                    whole: moved(&mark.span),
                }));
        }
        notes
    }

    /// The marks, each where its label stands for the first time.
    pub(crate) fn first_marks(&self) -> Vec<&Place> {
        let mut seen = BTreeMap::new();
        for mark in &self.marks {
            seen.entry(&*mark.label).or_insert(mark);
        }
        let mut first: Vec<&Place> = seen.into_values().collect();
        first.sort_by_key(|mark| mark.span.start);
        first
    }

    /// The texts in the order in which they are mentioned, or in which they stand where nothing mentions them.
    pub(crate) fn texts_as_mentioned(&self) -> Vec<&Place> {
        let order = self.first_marks().into_iter().enumerate();
        let ranks: BTreeMap<&str, usize> = order.map(|(rank, mark)| (&*mark.label, rank)).collect();
        let rank = |text: &Place| ranks.get(&*text.label).copied().unwrap_or(usize::MAX);
        let mut texts: Vec<(usize, &Place)> =
            self.texts.iter().map(|text| (rank(text), text)).collect();
        texts.sort_by_key(|(rank, text)| (*rank, text.span.start));
        texts.into_iter().map(|(_, text)| text).collect()
    }
}

/// The labels of marks or texts.
pub(super) fn labels(places: &[Place]) -> BTreeSet<&str> {
    places.iter().map(|place| &*place.label).collect()
}

/// What a note says, behind its label.
pub(super) fn text_of(draft: &Draft, note: &Place) -> String {
    let text = draft.slice(note.span.end..note.whole.end);
    text.trim_start_matches(':').trim().to_owned()
}
