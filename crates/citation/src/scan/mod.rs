//! Finds every citation in a text: symbols, numbers in prose, names of instruments, series.
//!
//! Each finder is a file; all but the names work on a folded copy in which a character is one ASCII
//! byte. Where two finders claim the same place, the longer claim wins.

mod bodies;
pub(crate) mod cursor;
mod dates;
mod mistyped;
mod names;
mod numbers;
mod pinpoints;
mod symbols;

use std::borrow::Cow;
use std::ops::Range;

use crate::normalise::Folded;
use crate::{Citation, Kind, Lexicon, Pinpoint, families};

/// Every citation in `text`, in order of its token; ranges are byte offsets into `text`.
///
/// The tokens do not overlap, lie inside the text and on character boundaries.
pub fn scan(text: &str, lexicon: &Lexicon) -> Vec<Citation> {
    let folded = if text.is_ascii() {
        None
    } else {
        Some(Folded::new(text))
    };
    let plain = folded
        .as_ref()
        .map_or(Cow::Borrowed(text), |folded| Cow::Borrowed(&folded.text));
    let mut found = symbols::find(&plain);
    found.extend(mistyped::find(&plain, &found));
    found.extend(numbers::find(&plain));
    found.extend(families::find(&plain));
    if let Some(folded) = &folded {
        for citation in &mut found {
            unfold(citation, &folded.offsets);
        }
    }
    found.extend(names::find(
        text,
        &plain,
        folded.as_ref().map(|f| f.offsets.as_slice()),
        lexicon,
    ));
    without_overlaps(found)
}

fn unfold(citation: &mut Citation, offsets: &[usize]) {
    let back = |range: &mut Range<usize>| *range = offsets[range.start]..offsets[range.end];
    back(&mut citation.token);
    back(&mut citation.phrase);
    if let Some(Pinpoint { span, .. }) = &mut citation.pinpoint {
        back(span);
    }
    if let Some(date) = &mut citation.date {
        back(&mut date.span);
    }
}

fn without_overlaps(mut found: Vec<Citation>) -> Vec<Citation> {
    // A symbol inside a title or a series stays; it is what identifies the document.
    let rank = |citation: &Citation| match citation.kind {
        Kind::Symbol => 0,
        Kind::Number | Kind::Series => 1,
        Kind::Named => 2,
        Kind::Short | Kind::Back => 3,
    };
    found.sort_by_key(|citation| {
        (
            rank(citation),
            citation.token.start,
            usize::MAX - citation.token.end,
        )
    });
    let mut kept: Vec<Citation> = Vec::with_capacity(found.len());
    for citation in found {
        let place = kept.partition_point(|other| other.token.start < citation.token.start);
        let before = place
            .checked_sub(1)
            .is_none_or(|i| kept[i].token.end <= citation.token.start);
        let after = kept
            .get(place)
            .is_none_or(|next| citation.token.end <= next.token.start);
        if before && after {
            kept.insert(place, citation);
        }
    }
    kept
}

#[cfg(test)]
mod tests;
