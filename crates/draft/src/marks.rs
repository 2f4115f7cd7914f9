//! What stands in a block. All ranges are byte offsets from the start of the block.
//!
//! Marks are a function of the block's text, its kind, the dialect and the lexicon, and of nothing
//! else: that is what lets an edit keep those of every block it did not touch.

mod acronyms;
mod addresses;
mod cross_references;
mod definitions;
mod full_name;
mod ignores;
mod markup;
mod mask;
mod opening;
mod quotations;
mod signs;
mod tags;
mod targets;
mod words;

pub use cross_references::{CrossReference, Direction, things_named};
pub use opening::{Marked, Opening, Thing, number_of};

use std::ops::Range;

use arrayvec::ArrayString;
use citation::{Citation, Kind, Language, Lexicon, guess_language};

use crate::{BlockKind, Dialect, extracted};

pub use ignores::{Ignore, Reach, is_nothing_but_comments};
pub(crate) use mask::HIDDEN;
pub(crate) use signs::{Sign, Signs};

/// As many letters as an acronym may have, its number included: `MIGRATIO-19`. They need no memory of their own, so that
/// a draft full of acronyms asks for none.
pub const MOST_LETTERS: usize = 11;

/// An acronym that is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The acronym without plural or possessive ending: `NGO`.
    pub letters: ArrayString<MOST_LETTERS>,
    /// Where it stands, ending included (`NGOs`).
    pub span: Range<usize>,
}

/// An acronym or short form that is introduced: "non-governmental organizations (NGOs)",
/// "(hereinafter referred to as the Committee)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The acronym or short form without plural ending and article.
    pub short: Box<str>,
    /// Where the short form stands, inside the parentheses.
    pub short_span: Range<usize>,
    /// Where the full name stands.
    pub full_span: Range<usize>,
    /// The full name as one line.
    pub full: Box<str>,
    /// Whether `short` is an acronym and not words.
    pub acronym: bool,
    /// Whether the initials of the full name make the acronym; where not, the full name is a guess.
    pub by_initials: bool,
}

/// A link target, which is never scanned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words that are linked; the address itself for a bare one.
    pub span: Range<usize>,
    /// Where the target stands.
    pub target_span: Range<usize>,
    /// The target.
    pub target: Box<str>,
}

/// A footnote mark in the text: `[^4]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FootnoteMark {
    /// The label without brackets and caret.
    pub label: Box<str>,
    /// Where it stands.
    pub span: Range<usize>,
}

/// Everything found in one block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Citations, in order.
    pub citations: Vec<Citation>,
    /// Acronyms used, in order; the ones inside definitions are not among them, nor those in headings.
    pub acronyms: Vec<Acronym>,
    /// Acronyms and short forms introduced, in order.
    pub definitions: Vec<Definition>,
    /// Links, in order.
    pub links: Vec<Link>,
    /// Footnote marks, in order.
    pub footnotes: Vec<FootnoteMark>,
    /// The label of a footnote's text: `[^4]:`, or the number before it in plain text.
    pub label: Option<FootnoteMark>,
    /// Words between quotation marks, the marks included, in order.
    pub quotations: Vec<Range<usize>>,
    /// Comments that accept findings, in order.
    pub ignores: Vec<Ignore>,
    /// Places that point to another place of the draft, in order.
    pub cross_references: Vec<CrossReference>,
    /// What the block opens with, where that is counted.
    pub opening: Option<Opening>,
    /// What is nobody's words, in order: code, addresses, targets and titles of links, comments, tags.
    pub foreign: Vec<Range<usize>>,
    /// Number of words; 0 in blocks that are not prose.
    pub words: usize,
    /// The language the block is written in, as far as its letters and words tell; English in blocks that
    /// are not prose.
    pub language: Language,
    /// At most how many apostrophes were lost in it, in blocks of every kind.
    pub(crate) possibly_lost: usize,
}

impl Marks {
    /// The marks of a block.
    pub(crate) fn find(text: &str, kind: BlockKind, dialect: Dialect, lexicon: &Lexicon) -> Self {
        let signs = Signs::of(text);
        let possibly_lost = extracted::possibly_lost(text, signs);
        // A running head repeats the document's own symbol, which is a reference like any other.
        let read_for_references = matches!(
            kind,
            BlockKind::ForeignTitles | BlockKind::Html | BlockKind::Furniture
        );
        if !kind.is_prose() && !read_for_references {
            return Self {
                possibly_lost,
                ..Self::default()
            };
        }
        let masked = mask::mask(text, kind, dialect, signs);
        let citations = citation::scan(&masked.text, lexicon);
        if read_for_references {
            return Self {
                citations,
                links: masked.links,
                ignores: masked.ignores,
                foreign: masked.foreign,
                possibly_lost,
                ..Self::default()
            };
        }
        let definitions = definitions::find(&masked.text);
        let mut acronyms = match kind {
            BlockKind::Heading(_) => Vec::new(),
            _ => acronyms::find(&masked.text),
        };
        acronyms.retain(|acronym| {
            let defined = definitions
                .iter()
                .any(|definition| overlap(&definition.short_span, &acronym.span));
            !defined && !inside_citation(&citations, &acronym.span)
        });
        let mut cross_references = cross_references::find(&masked.text, signs);
        cross_references.retain(|one| !in_citation(&citations, &one.span));
        Self {
            cross_references,
            opening: opening::find(text, kind),
            quotations: quotations::find(&masked.text),
            words: words::count(&masked.text),
            language: guess_language(&masked.text),
            citations,
            acronyms,
            definitions,
            links: masked.links,
            footnotes: masked.footnotes,
            ignores: masked.ignores,
            foreign: masked.foreign,
            label: masked.label,
            possibly_lost,
        }
    }
}

/// Whether `span` is a part of what names a document otherwise than by an acronym.
fn inside_citation(citations: &[Citation], span: &Range<usize>) -> bool {
    let from = citations.partition_point(|citation| citation.token.end <= span.start);
    citations
        .get(from)
        .is_some_and(|citation| citation.kind != Kind::Short && overlap(&citation.token, span))
}

/// Whether `span` belongs to what names another document: its paragraph reference.
fn in_citation(citations: &[Citation], span: &Range<usize>) -> bool {
    citations
        .iter()
        .any(|citation| overlap(&citation.phrase, span))
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests;
