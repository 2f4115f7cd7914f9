//! References that are neither United Nations symbols nor numbers of resolutions, one family a file.
//!
//! A family says which words begin its search and reads what stands around them; it never walks the
//! text itself, so that a further family costs nothing where its words are absent.

mod treaty_series;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::Citation;

/// One family of references.
pub(crate) trait Family: Sync {
    /// Stretches of ASCII, in the capitals they are printed with and rare in prose, one of which every
    /// reference of the family contains.
    fn anchors(&self) -> &'static [&'static str];

    /// Adds to `found` every citation that the anchor at `anchor` belongs to. `text` is one folded block;
    /// all ranges are byte offsets into it, and a token may begin before its anchor.
    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>);
}

const FAMILIES: [&dyn Family; 1] = [&treaty_series::TreatySeries];

static ANCHORS: LazyLock<Option<(AhoCorasick, Vec<&dyn Family>)>> = LazyLock::new(|| {
    let pairs = || {
        FAMILIES.iter().flat_map(|family| {
            family
                .anchors()
                .iter()
                .map(move |anchor| (*anchor, *family))
        })
    };
    let matcher = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(pairs().map(|(anchor, _)| anchor))
        .ok()?;
    Some((matcher, pairs().map(|(_, family)| family).collect()))
});

/// Every citation of every family in the folded text, in no particular order.
pub(crate) fn find(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    if let Some((matcher, families)) = ANCHORS.as_ref() {
        for hit in matcher.find_iter(text) {
            families[hit.pattern().as_usize()].read(text, hit.start()..hit.end(), &mut found);
        }
    }
    found
}
