//! References that are neither United Nations symbols nor numbers of resolutions, one family a file.
//!
//! A family says which words begin its search and reads what stands around them; it never walks the
//! text itself, so that a further family costs nothing where its words are absent.

mod european_union;
mod ilo;
mod pattern;
mod reading;
mod tabled;
mod treaty_series;

use std::ops::Range;
use std::sync::LazyLock;

use self::tabled::Tabled;
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

/// The families that are a table each.
static TABLES: [Tabled; 10] = [
    Tabled::new(include_str!("../../data/families/african_union.tsv")),
    Tabled::new(include_str!("../../data/families/council_of_europe.tsv")),
    Tabled::new(include_str!(
        "../../data/families/european_union_documents.tsv"
    )),
    Tabled::new(include_str!("../../data/families/iom.tsv")),
    Tabled::new(include_str!("../../data/families/labour_documents.tsv")),
    Tabled::new(include_str!(
        "../../data/families/organization_of_american_states.tsv"
    )),
    Tabled::new(include_str!("../../data/families/osce.tsv")),
    Tabled::new(include_str!("../../data/families/sales_numbers.tsv")),
    Tabled::new(include_str!("../../data/families/specialized_agencies.tsv")),
    Tabled::new(include_str!("../../data/families/unhcr.tsv")),
];

/// The families whose forms take more than a table.
static CODED: [&dyn Family; 3] = [
    &european_union::UnionActs,
    &ilo::LabourInstruments,
    &treaty_series::TreatySeries,
];

/// Every family.
pub(crate) static FAMILIES: LazyLock<Vec<&'static dyn Family>> = LazyLock::new(|| {
    let tabled = TABLES.iter().map(|table| table as &dyn Family);
    CODED.iter().copied().chain(tabled).collect()
});

/// What the families alone read in `text`, for their tests.
#[cfg(test)]
fn read_alone(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    for family in FAMILIES.iter() {
        for anchor in family.anchors() {
            for (start, _) in text.match_indices(anchor) {
                family.read(text, start..start + anchor.len(), &mut found);
            }
        }
    }
    found
}

/// What a scan without names finds in `text`, for the tests of the families.
#[cfg(test)]
fn scan_nameless(text: &str) -> Vec<Citation> {
    static NAMELESS: LazyLock<crate::Lexicon> = LazyLock::new(crate::Lexicon::default);
    crate::scan(text, &NAMELESS)
}
