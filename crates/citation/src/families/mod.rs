//! References that are neither United Nations symbols nor numbers of resolutions, one family a file.
//!
//! A family says which words begin its search and reads what stands around them; it never walks the
//! text itself, so that a further family costs nothing where its words are absent.

mod treaty_series;

use std::ops::Range;

use crate::Citation;

/// One family of references.
pub(crate) trait Family: Sync {
    /// Stretches of ASCII, in the capitals they are printed with and rare in prose, one of which every
    /// reference of the family contains.
    ///
    /// One with a capital or a digit at the start of a word costs nothing where it is absent; if that is its
    /// first byte, it counts only behind something that is neither letter nor digit. The others are searched for,
    /// and should be few, with three bytes or more.
    fn anchors(&self) -> &'static [&'static str];

    /// Adds to `found` every citation that the anchor at `anchor` belongs to. `text` is one folded block;
    /// all ranges are byte offsets into it, and a token may begin before its anchor.
    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>);
}

/// Every family.
pub(crate) const FAMILIES: [&dyn Family; 1] = [&treaty_series::TreatySeries];
