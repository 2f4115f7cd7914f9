//! Fixes that number paragraphs and sub-paragraphs anew from a slip on, and the places of the draft that point
//! to them.
//!
//! A reference to a number that two paragraphs have is left as it is: nobody can tell which was meant.

use std::collections::BTreeMap;
use std::ops::Range;

use draft::{Block, CrossReference, Thing};

use super::paragraph_numbering::Numbered;
use crate::words::replacement;
use crate::{Context, Edit, Fix, Safety};

/// The fix that gives one paragraph its number.
pub(super) fn one(paragraph: &Numbered, number: u32) -> Fix {
    replacement(
        paragraph.span.clone(),
        format!("{number}."),
        Safety::Suggested,
    )
}

/// The fix that counts on from `number` over the paragraphs of `run` up to the next 1, and takes the
/// cross-references to them along; `all` are the numbered paragraphs of the draft.
pub(super) fn following(
    context: &Context<'_>,
    all: &[Numbered],
    run: &[Numbered],
    number: u32,
) -> Fix {
    let counted: Vec<(&Numbered, u32)> = run
        .iter()
        .enumerate()
        .take_while(|(index, one)| *index == 0 || one.number != 1)
        .map(|(_, one)| one)
        .zip(number..)
        .collect();
    let changed = counted.iter().filter(|(one, right)| one.number != *right);
    let mut edits: Vec<Edit> = changed
        .clone()
        .map(|(one, right)| Edit {
            range: one.span.clone(),
            text: format!("{right}."),
        })
        .collect();
    let is_only = |number: u32| all.iter().filter(|one| one.number == number).count() == 1;
    let moved: BTreeMap<u32, u32> = changed
        .filter(|(one, _)| is_only(one.number))
        .map(|(one, right)| (one.number, *right))
        .collect();
    edits.extend(references(context, &moved));
    edits.sort_by_key(|edit| edit.range.start);
    let title = match counted.as_slice() {
        [(_, only)] => format!("Change to “{only}.”"),
        [(_, first), .., (_, last)] => format!("Number paragraphs {first} to {last} anew"),
        [] => String::new(),
    };
    Fix {
        title,
        edits,
        safety: Safety::Suggested,
    }
}

/// New numbers for the cross-references to paragraphs that get others.
fn references(context: &Context<'_>, moved: &BTreeMap<u32, u32>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for block in context.resolved.draft.blocks() {
        let references = block.marks.cross_references.iter();
        let mut references = references
            .filter(|one| one.thing == Thing::Paragraph)
            .peekable();
        if references.peek().is_none() {
            continue;
        }
        let text = context.resolved.draft.text_of(&block);
        for reference in references {
            edits.extend(labels(&block, &text, reference, moved));
        }
    }
    edits
}

fn labels(
    block: &Block<'_>,
    text: &str,
    reference: &CrossReference,
    moved: &BTreeMap<u32, u32>,
) -> Vec<Edit> {
    let mut from = reference.span.start;
    let mut edits = Vec::new();
    for label in &reference.labels {
        let Some(at) = text[from..reference.span.end].find(&**label) else {
            break;
        };
        let span: Range<usize> = from + at..from + at + label.len();
        from = span.end;
        let right = label.parse().ok().and_then(|number| moved.get(&number));
        edits.extend(right.map(|right| Edit {
            range: block.span.start + span.start..block.span.start + span.end,
            text: right.to_string(),
        }));
    }
    edits
}
