//! The answers of a [`Corpus`], one file for each kind of question.

mod lineage;
mod mentions;
mod quotations;
mod search;
mod suggestions;

use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};
use sources::{
    Answer, Catalogue, CitedBy, Document, Edition, Heading, Hit, Holding, Lineage, Mention,
    ParagraphAnswer, Quoted, Replacement, Source, Sources, Suggestion, Summary, fold, merged,
    own_body,
};

use crate::corpus::Corpus;
use crate::index::{Class, in_passage};

/// An answer from what may have met damage.
fn answer<T: Default>(value: Option<T>) -> Answer<T> {
    match value {
        Some(value) => Answer::whole(value),
        None => Answer::partial(T::default()),
    }
}

/// Entries of the full text that one question may walk through, counted by the frequencies of what it asks for.
/// It is reached only in a corpus of tens of thousands of documents.
const MOST_WALKED: u64 = 100_000;

/// The first of `terms`, which come with their frequencies, rarest first, that can be looked for within the
/// bound; at least `fewest` of them.
fn within_bound<T>(terms: &[(u64, T)], fewest: usize) -> &[(u64, T)] {
    let mut walked = 0;
    let within = terms
        .iter()
        .take_while(|(frequency, _)| {
            walked += frequency;
            walked <= MOST_WALKED
        })
        .count();
    &terms[..within.max(fewest).min(terms.len())]
}

impl Sources for Corpus {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        answer(self.careful(|| Ok(merged(&self.copies(referent)?))))
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        // What a paragraph says depends on the source alone, whoever holds it.
        Catalogue.paragraph(source, pinpoint)
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        self.coverage().iter().any(|series| series.includes(symbol))
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        let folded = fold(prefix);
        answer(self.careful(|| {
            let mut rows: Vec<u32> = [Class::Symbol, Class::Number, Class::Title]
                .into_iter()
                .flat_map(|class| self.generation.dictionary.prefix(class, &folded, limit))
                .flat_map(|(_, rows)| rows.into_iter().take(limit))
                .collect();
            rows.sort_unstable();
            rows.dedup();
            let mut headings = self.headings(&rows)?;
            headings.truncate(limit);
            Ok(headings)
        }))
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        self.lexicon_of_names().unwrap_or_default()
    }

    fn list(&self) -> Vec<Arc<Source>> {
        Vec::new()
    }

    fn document(&self, referent: &Referent) -> Answer<Option<Arc<Document>>> {
        answer(self.careful(|| {
            let rows = self.rows(referent);
            rows.first().map(|row| self.document_in(*row)).transpose()
        }))
    }

    fn holdings(&self, referent: &Referent) -> Answer<Vec<Holding>> {
        answer(self.careful(|| {
            self.rows(referent)
                .into_iter()
                .map(|row| {
                    let (held, _) = self.held(row)?;
                    Ok(Holding {
                        origin: self.head(row)?.origin,
                        edition: Arc::clone(self.name()),
                        identity: Some(held.identity.to_string().into()),
                    })
                })
                .collect()
        }))
    }

    fn nearest(&self, symbol: &Symbol, limit: usize) -> Answer<Vec<Heading>> {
        let folded = fold(symbol.canonical());
        answer(self.careful(|| {
            for edits in [1, 2] {
                let near = &self.generation.dictionary;
                let near = near.near(Class::Symbol, &folded, edits, limit + 1);
                let near: Vec<_> = near.into_iter().filter(|one| one.1 > 0).collect();
                if near.is_empty() {
                    continue;
                }
                let mut headings = Vec::new();
                for (_, _, rows) in near {
                    headings.extend(self.headings(&rows[..1])?);
                }
                headings.truncate(limit);
                return Ok(headings);
            }
            Ok(Vec::new())
        }))
    }

    fn mentions(&self, text: &str) -> Answer<Vec<Mention>> {
        answer(self.careful(|| mentions::find(self, text)))
    }

    fn verbatim(&self, quote: &str, within: Option<&Referent>) -> Answer<Vec<Quoted>> {
        answer(self.careful(|| quotations::find(self, quote, within)))
    }

    fn sources_for(&self, passage: &str, limit: usize) -> Answer<Vec<Suggestion>> {
        answer(self.careful(|| suggestions::find(self, passage, limit)))
    }

    fn cited_by(&self, referent: &Referent, limit: usize) -> Answer<CitedBy> {
        answer(self.careful(|| search::cited_by(self, referent, limit)))
    }

    fn cites(&self, referent: &Referent) -> Answer<Vec<Referent>> {
        self.document(referent).map(|document| {
            let mut cited: Vec<Referent> = Vec::new();
            let Some(document) = document else {
                return cited;
            };
            let own = own_body(&document.facts);
            for passage in &document.passages {
                for referent in in_passage(&passage.words, own.as_ref()) {
                    if !cited.contains(&referent) {
                        cited.push(referent);
                    }
                }
            }
            cited
        })
    }

    fn search(&self, words: &str, limit: usize) -> Answer<Vec<Hit>> {
        answer(self.careful(|| search::find(self, words, limit)))
    }

    fn lineage(&self, referent: &Referent) -> Answer<Lineage> {
        answer(self.careful(|| lineage::of(self, referent)))
    }

    fn replaced(&self, symbol: &Symbol) -> Answer<Vec<Replacement>> {
        answer(self.careful(|| lineage::replaced(self, symbol)))
    }

    fn summary(&self, referent: &Referent) -> Answer<Option<Summary>> {
        self.document(referent)
            .map(|document| document.and_then(|document| sources::summary(&document)))
    }

    fn editions(&self) -> Vec<Edition> {
        let coverage = self.declared().iter();
        vec![Edition {
            name: Arc::clone(self.name()),
            path: Some(self.root().to_owned()),
            fingerprint: self.fingerprint().into(),
            documents: self.len(),
            updated: self.updated(),
            coverage: coverage
                .map(|declared| {
                    (
                        declared.series.as_str().into(),
                        declared.as_of.as_str().into(),
                    )
                })
                .collect(),
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::within_bound;

    #[test]
    fn what_is_rare_is_looked_for_and_what_is_everywhere_only_for_want_of_it() {
        let terms = [(10, "a"), (50_000, "b"), (60_000, "c"), (900_000, "d")];
        assert_eq!(within_bound(&terms, 1).len(), 2);
        assert_eq!(within_bound(&terms, 3).len(), 3);
        assert_eq!(within_bound(&terms[3..], 3).len(), 1);
        assert_eq!(within_bound(&terms[..2], 1).len(), 2);
        assert!(within_bound::<&str>(&[], 1).is_empty());
    }
}
