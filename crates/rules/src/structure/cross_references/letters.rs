//! The sub-paragraphs that a cross-reference names: "paragraph 7 (f) above".

use std::ops::Range;

use draft::{BlockKind, CrossReference, Draft, Thing};

use super::{Targets, number_of};

/// A sub-paragraph that the paragraph named does not have.
pub(super) struct Missing<'r> {
    /// The label of the paragraph.
    pub(super) label: &'r str,
    pub(super) letter: char,
    /// The last letter that the paragraph has, counted from "(a)".
    pub(super) last: char,
}

/// The first sub-paragraph named by `one`, which begins in a block at `start`, that is not there. Nothing of a paragraph
/// whose number stands twice, and of one that has no "(a)": it may mark its parts in another way.
pub(super) fn missing<'r>(
    draft: &Draft,
    targets: &Targets,
    one: &'r CrossReference,
    start: usize,
) -> Option<Missing<'r>> {
    if one.thing != Thing::Paragraph {
        return None;
    }
    let words = draft.slice(start + one.span.start..start + one.span.end);
    let mut rest = &*words;
    for label in &one.labels {
        let at = rest.find(&**label)?;
        rest = &rest[at + label.len()..];
        let Some(letter) = letter(rest) else {
            continue;
        };
        let [place] = targets.of(Thing::Paragraph, number_of(one.thing, label)?) else {
            continue;
        };
        let own = draft.slice(place.start..end(draft, targets, place));
        let has = |letter: char| own.contains(&format!("({letter})"));
        if has('a') && !has(letter) {
            let last = ('a'..='z').take_while(|one| has(*one)).last()?;
            return Some(Missing {
                label,
                letter,
                last,
            });
        }
    }
    None
}

/// The letter in parentheses with which `rest` begins.
fn letter(rest: &str) -> Option<char> {
    let mut inside = rest.trim_start().strip_prefix('(')?.chars();
    let letter = inside.next().filter(char::is_ascii_lowercase)?;
    (inside.next() == Some(')')).then_some(letter)
}

/// Where the paragraph that begins with `place` ends: before the next numbered one or the next heading.
fn end(draft: &Draft, targets: &Targets, place: &Range<usize>) -> usize {
    let blocks = draft.blocks();
    let headings = blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Heading(_)))
        .map(|block| block.span.start);
    targets
        .places(Thing::Paragraph)
        .map(|other| other.start)
        .chain(headings)
        .filter(|start| *start > place.start)
        .min()
        .unwrap_or(draft.length())
}
