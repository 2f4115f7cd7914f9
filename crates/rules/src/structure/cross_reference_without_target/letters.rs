//! The sub-paragraphs that a cross-reference names: "paragraph 7 (f) above".

use std::ops::Range;

use draft::{BlockKind, CrossReference, Draft, Opening, Thing};

use super::super::cross_references::{Targets, number_of};
use super::super::paragraph_numbering::marked;
use super::super::sub_paragraph_runs::letters_of;

/// A sub-paragraph that the paragraph named does not have.
pub(super) struct Missing<'r> {
    /// The label of the paragraph.
    pub(super) label: &'r str,
    pub(super) letter: char,
    /// The last letter that the paragraph has.
    pub(super) last: char,
}

/// The first sub-paragraph named by `one`, which begins in a block at `start`, that is not there. Nothing of a paragraph
/// whose number stands twice, and of one that has no sub-paragraph (a): it may mark its parts in another way.
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
        let letters = letters_of(targets.runs(draft), place.start);
        let (Some(&"a"), Some(last)) = (letters.first(), letters.last()) else {
            continue;
        };
        let is_label = |one: &&str| one.starts_with(letter);
        if !letters.iter().any(is_label)
            && !has_inside(draft, place.start..end_of(draft, place)?, letter)
        {
            return Some(Missing {
                label,
                letter,
                last: last.chars().next()?,
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

/// The longest paragraph with its sub-paragraphs that is looked into, in bytes.
const LONGEST: usize = 50_000;

/// Whether the words from `start` up to `end` have this letter in parentheses, in italics or not: labels inside a paragraph
/// open nothing that is read.
fn has_inside(draft: &Draft, words: Range<usize>, letter: char) -> bool {
    let words = draft.slice(words);
    [
        format!("({letter})"),
        format!("(*{letter}*)"),
        format!("(_{letter}_)"),
    ]
    .iter()
    .any(|label| words.contains(label))
}

/// Up to where the paragraph that begins with the block at `place` goes: the next numbered one or the next heading.
fn end_of(draft: &Draft, place: &Range<usize>) -> Option<usize> {
    let blocks = draft.blocks();
    let first = blocks.holding(place.start)?;
    let margin = match &blocks.get(first)?.marks.opening {
        Some(Opening::Paragraph { indent, .. }) => *indent,
        _ => 0,
    };
    let mut end = place.end;
    let following = (first..).map_while(|index| blocks.get(index));
    for block in following.skip_while(|block| block.span.start <= place.start) {
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let is_numbered = match &block.marks.opening {
            Some(Opening::Paragraph { indent, .. }) => *indent <= margin,
            Some(_) => false,
            None => marked(draft, &block).is_some(),
        };
        if is_heading || is_numbered {
            break;
        }
        end = block.span.end;
        if end - place.start > LONGEST {
            return None;
        }
    }
    Some(end)
}
