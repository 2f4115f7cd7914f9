//! What stands under an offset of a draft: the reference, the block, the acronym, the link.
//!
//! Features ask here, so that all of them agree on what a cursor means. Nothing is decided about what is
//! shown.

use std::ops::Range;

use draft::{Block, Definition, Draft};
use resolve::{Reference, Resolved};

/// `offset` as a place in the text: not past the end, at the start of the character it falls into.
pub(crate) fn floor(draft: &Draft, offset: usize) -> usize {
    let rope = draft.rope();
    let offset = offset.min(rope.len_bytes());
    rope.char_to_byte(rope.byte_to_char(offset))
}

/// The words of a range, both ends moved to valid places.
pub(crate) fn words(draft: &Draft, range: &Range<usize>) -> String {
    let start = floor(draft, range.start);
    draft.slice(start..floor(draft, range.end).max(start))
}

/// The line an offset stands on, counted from 1.
pub(crate) fn line(draft: &Draft, offset: usize) -> usize {
    draft.rope().byte_to_line(floor(draft, offset)) + 1
}

/// Whether a cursor at `offset` touches `range`; a cursor right behind the last character does.
pub(crate) fn touches(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}

/// A reference, and the part of it that was pointed at.
pub(crate) struct Pointed {
    pub(crate) reference: Reference,
    pub(crate) range: Range<usize>,
}

/// The reference at `offset`. A token goes before a paragraph reference, which may serve several tokens,
/// and that before the phrase around both; inside a range goes before right behind it.
pub(crate) fn reference(resolved: &Resolved, offset: usize) -> Option<Pointed> {
    let near = resolved.references_near(offset..offset);
    let parts = [
        |reference: &Reference| Some(reference.token.clone()),
        |reference: &Reference| Some(reference.pinpoint.as_ref()?.span.clone()),
        |reference: &Reference| Some(reference.phrase.clone()),
    ];
    let inside = |range: &Range<usize>| range.contains(&offset);
    let touching = |range: &Range<usize>| touches(range, offset);
    parts
        .iter()
        .find_map(|part| pointed(&near, part, &inside))
        .or_else(|| {
            parts
                .iter()
                .find_map(|part| pointed(&near, part, &touching))
        })
}

fn pointed(
    near: &[Reference],
    part: &dyn Fn(&Reference) -> Option<Range<usize>>,
    hit: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Pointed> {
    near.iter()
        .filter_map(|reference| Some((reference, part(reference)?)))
        .filter(|(_, range)| hit(range))
        .min_by_key(|(_, range)| range.len())
        .map(|(reference, range)| Pointed {
            reference: reference.clone(),
            range,
        })
}

/// The block at `offset`; its end belongs to it.
pub(crate) fn block(draft: &Draft, offset: usize) -> Option<Block<'_>> {
    let blocks = draft.blocks();
    let next = blocks.partition_point(|block| block.span.start <= offset);
    let block = blocks.get(next.checked_sub(1)?)?;
    touches(&block.span, offset).then_some(block)
}

/// A range inside a block as a range of the draft.
pub(crate) fn shifted(block: &Block<'_>, range: &Range<usize>) -> Range<usize> {
    block.span.start + range.start..block.span.start + range.end
}

/// An acronym or short form introduced in the draft.
pub(crate) struct Introduced<'d> {
    pub(crate) definition: &'d Definition,
    pub(crate) short: Range<usize>,
    pub(crate) full: Range<usize>,
}

/// Every acronym and short form introduced in the draft, in text order.
pub(crate) fn introductions(draft: &Draft) -> impl Iterator<Item = Introduced<'_>> {
    draft.blocks().with_definitions().flat_map(|block| {
        let definitions = block.marks.definitions.iter();
        definitions.map(move |definition| Introduced {
            definition,
            short: shifted(&block, &definition.short_span),
            full: shifted(&block, &definition.full_span),
        })
    })
}

/// Where the draft introduces `short`: the last time before `offset`, else the first time after it.
pub(crate) fn introduction<'d>(
    draft: &'d Draft,
    short: &str,
    offset: usize,
) -> Option<Introduced<'d>> {
    // Most acronyms are never introduced, and nobody has to look for them in the whole of the draft.
    let first = draft.blocks().short_forms(short).first()?;
    if *first.short != *short {
        return None;
    }
    let mut found: Option<Introduced<'_>> = None;
    for introduced in introductions(draft).filter(|one| *one.definition.short == *short) {
        if found.is_some() && introduced.short.start > offset {
            break;
        }
        found = Some(introduced);
    }
    found
}

/// The acronym at `offset`, used or just being introduced, with its letters.
pub(crate) fn acronym(draft: &Draft, offset: usize) -> Option<(Box<str>, Range<usize>)> {
    let block = block(draft, offset)?;
    let used = block.marks.acronyms.iter();
    let introduced = block.marks.definitions.iter();
    used.map(|acronym| (acronym.letters.as_str(), &acronym.span))
        .chain(introduced.map(|one| (&*one.short, &one.short_span)))
        .map(|(letters, span)| (letters.into(), shifted(&block, span)))
        .find(|(_, span)| touches(span, offset))
}

/// The words at `offset` that refer to numbered places of the draft, "paragraphs 1 and 2 above", and these places.
/// Only where there are such words, the whole draft is looked at.
pub(crate) fn referred_to(
    resolved: &Resolved,
    offset: usize,
) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let block = block(&resolved.draft, offset)?;
    let here = block.marks.cross_references.iter();
    let words = here
        .map(|one| shifted(&block, &one.span))
        .find(|words| touches(words, offset))?;
    let referred = rules::referred_to(resolved).into_iter();
    let places: Vec<Range<usize>> = referred
        .filter(|place| place.from.contains(&words))
        .map(|place| place.place)
        .collect();
    (!places.is_empty()).then_some((words, places))
}
