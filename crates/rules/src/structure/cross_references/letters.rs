//! The sub-paragraphs that a cross-reference names: "paragraph 7 (f) above".

use std::ops::Range;

use draft::{BlockKind, CrossReference, Draft, Opening, Thing};

use super::super::numbering::marked;
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
        let own = own_words(draft, place)?;
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

/// The longest paragraph with its sub-paragraphs that is looked into, in bytes.
const LONGEST: usize = 50_000;

/// The words of the paragraph that begins with the block at `place`, up to the next numbered one or the next heading.
fn own_words(draft: &Draft, place: &Range<usize>) -> Option<String> {
    let blocks = draft.blocks();
    let first = blocks.holding(place.start)?;
    let mut end = place.end;
    let following = (first..).map_while(|index| blocks.get(index));
    for block in following.skip_while(|block| block.span.start <= place.start) {
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let is_numbered = match &block.marks.opening {
            Some(Opening::Paragraph { indent, .. }) => *indent == 0,
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
    Some(draft.slice(place.start..end))
}
