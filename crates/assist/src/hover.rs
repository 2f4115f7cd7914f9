//! Hover: what a reference is, how it stands, and what the paragraph it points to says.
//!
//! The parts stand in the order a drafter asks for them, each in a file of its own; a part that has nothing
//! to say is left out.

mod acronym;
mod identity;
mod ignored;
mod note;
mod paragraph;
mod place;
mod standing;

use std::ops::Range;

use citation::{Kind, Referent};
use resolve::{Reference, Resolved};
use rules::Settings;
use sources::{Source, Sources};

use crate::{prose, under};

/// More lines than this are counted, not listed.
const MOST_LINES: usize = 20;

/// So many references or short forms are looked through in no time.
const FEW: usize = 4096;

/// What an editor shows over a place of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is about, byte range in the draft.
    pub range: Range<usize>,
    /// The text, in Markdown.
    pub markdown: String,
}

/// The hover at `offset`: over the token, the paragraph reference and the phrase of a reference, over
/// acronyms and terms, over marks of footnotes and what else refers to another place of the draft, and over comments
/// that accept findings, which `settings` decide.
pub fn hover(
    resolved: &Resolved,
    sources: &dyn Sources,
    settings: &Settings,
    offset: usize,
) -> Option<Hover> {
    let offset = under::floor(&resolved.draft, offset);
    if let Some(hover) = ignored::hover(resolved, sources, settings, offset) {
        return Some(hover);
    }
    if let Some(hover) = note::hover(&resolved.draft, offset) {
        return Some(hover);
    }
    let Some(pointed) = under::reference(resolved, offset) else {
        return acronym::hover(&resolved.draft, sources, offset)
            .or_else(|| place::hover(resolved, offset));
    };
    let reference = &pointed.reference;
    if reference.kind == Kind::Back && reference.referent.is_none() {
        return Some(Hover {
            range: pointed.range,
            markdown: "The text before it does not name one document alone that this could repeat."
                .to_owned(),
        });
    }
    let mut parts = vec![identity::heading(&resolved.draft, reference)];
    parts.extend(identity::title(reference));
    parts.extend(identity::facts(reference));
    parts.push(standing::of(reference, sources));
    parts.extend(standing::candidates(reference));
    // What only the stated date speaks for stands behind what is said of that date.
    let by_date = standing::is_doubted_by_date(reference);
    if !by_date {
        parts.extend(standing::corrections(reference));
    }
    parts.extend(standing::currency(reference));
    parts.extend(paragraph::of(reference, sources));
    parts.extend(standing::stated_date(reference));
    if by_date {
        parts.extend(standing::corrections(reference));
    }
    parts.extend(standing::stated_title(reference));
    parts.extend(identity::summary(reference));
    parts.extend(acronym::introduction(&resolved.draft, reference));
    parts.extend(cited(resolved, reference));
    Some(Hover {
        range: pointed.range,
        markdown: parts.join("\n\n"),
    })
}

/// Whether the hover at `offset` looks through the whole of a draft and takes its time: what another place says, what
/// a comment accepts, where a document is cited of thousands, or which of thousands of terms it is.
pub fn hover_looks_far(resolved: &Resolved, offset: usize) -> bool {
    let draft = &resolved.draft;
    let offset = under::floor(draft, offset);
    let points = under::block(draft, offset).is_some_and(|block| {
        let over = |span: &Range<usize>| under::touches(&under::shifted(&block, span), offset);
        let mut places = block.marks.cross_references.iter();
        let mut comments = block.marks.ignores.iter();
        let mut notes = block.marks.footnotes.iter();
        places.any(|one| over(&one.span))
            || comments.any(|one| over(&one.span))
            || notes.any(|one| over(&one.span))
    });
    points
        || draft.blocks().short_forms("").len() > FEW
        || resolved.count() > FEW && under::reference(resolved, offset).is_some()
}

/// "Cited 3 times in this draft: lines 4, 12 and 30."
fn cited(resolved: &Resolved, reference: &Reference) -> Option<String> {
    let referent = reference.referent.as_ref()?;
    let source = reference.source.as_deref();
    let same = |(_, other): &(usize, &Reference)| {
        // A resolution and the instrument annexed to it are one source under two names.
        let same_source =
            source.is_some() && other.source.as_deref().map(names) == source.map(names);
        let back = other.kind == Kind::Back;
        !other.is_own && !back && (same_source || other.referent.as_ref() == Some(referent))
    };
    let places = resolved.counted().filter(same);
    let lines: Vec<usize> = places
        .map(|(start, other)| under::line(&resolved.draft, start + other.token.start))
        .collect();
    (!lines.is_empty()).then(|| {
        let times = prose::times(lines.len());
        format!("Cited {times} in this draft: {}.", lines_in_words(lines))
    })
}

fn names(source: &Source) -> &[Referent] {
    &source.referents
}

/// "line 4", "lines 4, 12 and 30", "lines 4, 12, … and 8 more".
fn lines_in_words(mut lines: Vec<usize>) -> String {
    lines.dedup();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let mut items: Vec<String> = lines.iter().map(ToString::to_string).collect();
    if items.len() > MOST_LINES {
        let more = items.len() - MOST_LINES;
        items.truncate(MOST_LINES);
        items.push(format!("{more} more"));
    }
    format!("{noun} {}", prose::listed(&items))
}

#[cfg(test)]
mod tests;
