//! Treaties that a list names by their places or years: "the treaties of Tlatelolco and Rarotonga", "the 1961 and 1971
//! Conventions".

use citation::{Citation, Form, Referent};
use draft::Block;

use super::ShortForms;

impl ShortForms<'_> {
    /// The treaty that a list names by its `place`, "Rarotonga", or by its year, of what `noun` calls them all. A year
    /// that the names do not have says too little.
    pub(in crate::bind) fn listed(&self, place: &str, noun: &str) -> Option<Referent> {
        let spellings = [format!("{noun} of {place}"), format!("{place} {noun}")];
        let known = spellings
            .iter()
            .find_map(|spelling| self.lexicon.title_of(spelling));
        if let Some(known) = known {
            return Some(Referent::Instrument(known.clone()));
        }
        if is_year(place) {
            return self.of_year(&spellings[1]);
        }
        let [behind, before] = spellings;
        let as_written = if noun == "Treaty" { behind } else { before };
        Some(Referent::Instrument(as_written.into()))
    }

    /// Whether every year of the list that `one` stands in is that of one known treaty: "the 1961 and 1971
    /// Conventions" are those on drugs, though 1961 alone is another's.
    pub(in crate::bind) fn binds_years(
        &self,
        one: &Citation,
        block: &Block<'_>,
        text: &str,
    ) -> bool {
        let citations = &block.marks.citations;
        let Some(at) = citations.iter().position(|other| other.token == one.token) else {
            return false;
        };
        // A list ends with its noun, which the token of its last year has in it.
        let begins =
            |of: &[Citation]| matches!(of, [before, behind] if !are_joined(before, behind, text));
        let first = citations[..=at].windows(2).rposition(begins);
        let last = citations[at..].windows(2).position(begins);
        let start = first.map_or(0, |gap| gap + 1);
        let end = last.map_or(citations.len(), |gap| at + gap + 1);
        citations[start..end].iter().all(|year| {
            let Form::ListedTreaty { place, noun } = &year.form else {
                return false;
            };
            let written = text.get(place.clone()).unwrap_or_default();
            self.listed(written, noun).is_some()
        })
    }
}

/// Whether two citations of treaties by year stand in one list: only a comma and "and" part them.
fn are_joined(before: &Citation, behind: &Citation, text: &str) -> bool {
    let (Form::ListedTreaty { place, .. }, Form::ListedTreaty { .. }) =
        (&before.form, &behind.form)
    else {
        return false;
    };
    let between = text.get(before.token.end..behind.token.start);
    place.end == before.token.end
        && between.is_some_and(|between| {
            let words = between.split([' ', ',', '\n', '\r']);
            words.into_iter().all(|word| matches!(word, "" | "and"))
        })
}

/// Whether a treaty of a list is told by its year.
pub(in crate::bind) fn is_year(place: &str) -> bool {
    place.starts_with(|c: char| c.is_ascii_digit())
}
