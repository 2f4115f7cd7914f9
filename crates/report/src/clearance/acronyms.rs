//! The acronyms of a draft, as the list of abbreviations that a report opens with.

use std::collections::BTreeMap;

use draft::Draft;

/// An acronym in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcronymRow {
    /// The acronym.
    pub short: String,
    /// The full name that the draft gives it, the first where there are several; `None` where it is not
    /// introduced.
    pub full: Option<String>,
    /// How often it is used, its introduction included.
    pub uses: usize,
}

/// Every acronym of the draft in alphabetical order.
pub(super) fn rows(draft: &Draft) -> Vec<AcronymRow> {
    let mut rows: BTreeMap<String, (Option<String>, usize)> = BTreeMap::new();
    for block in draft.blocks() {
        for definition in block.marks.definitions.iter().filter(|one| one.acronym) {
            let row = rows.entry(definition.short.to_string()).or_default();
            row.1 += 1;
            // One word before an acronym is what it is, not what it stands for: "disease (COVID-19)".
            if row.0.is_none() && definition.full.contains(' ') {
                row.0 = Some(definition.full.to_string());
            }
        }
        for acronym in &block.marks.acronyms {
            rows.entry(acronym.letters.to_string()).or_default().1 += 1;
        }
    }
    rows.into_iter()
        .map(|(short, (full, uses))| AcronymRow { short, full, uses })
        .collect()
}
