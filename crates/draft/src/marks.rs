//! What stands in a block. All ranges are byte offsets from the start of the block.

use std::ops::Range;

use citation::Citation;

/// An acronym that is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The acronym without plural or possessive ending: `NGO`.
    pub letters: Box<str>,
    /// Where it stands, ending included (`NGOs`).
    pub span: Range<usize>,
}

/// An acronym or short form that is introduced: "non-governmental organizations (NGOs)",
/// "(hereinafter referred to as the Committee)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The acronym or short form without plural ending.
    pub short: Box<str>,
    /// Where the short form stands, inside the parentheses.
    pub short_span: Range<usize>,
    /// Where the full name stands.
    pub full_span: Range<usize>,
    /// The full name as one line.
    pub full: Box<str>,
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
    /// Acronyms used, in order; the ones inside definitions are not among them.
    pub acronyms: Vec<Acronym>,
    /// Acronyms and short forms introduced, in order.
    pub definitions: Vec<Definition>,
    /// Links, in order.
    pub links: Vec<Link>,
    /// Footnote marks, in order.
    pub footnotes: Vec<FootnoteMark>,
}
