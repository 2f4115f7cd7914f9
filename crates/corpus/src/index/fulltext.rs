//! The full text of a generation, for reading.
//!
//! The engine may panic on damaged files, so every call goes through [`guarded`]: a panic costs one
//! answer. Queries are built from words and never parsed from what somebody typed.

use std::path::Path;

use tantivy::collector::{Count, TopDocs};
use tantivy::columnar::Column;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, Index, Order, ReloadPolicy, Searcher, Term};

use super::fields::{self, Fields, Spot};
use super::mapped::Published;
use crate::careful::carefully;
use crate::error::CorpusError;

/// The full text.
pub(crate) struct FullText {
    searcher: Searcher,
    /// The column of spots of each segment.
    spots: Vec<Column<u64>>,
    pub(crate) fields: Fields,
}

/// Runs `ask`; a panic inside of the engine becomes damage.
pub(crate) fn guarded<T>(
    ask: impl FnOnce() -> Result<T, tantivy::TantivyError>,
) -> Result<T, CorpusError> {
    match carefully(ask) {
        Some(Ok(value)) => Ok(value),
        Some(Err(error)) => Err(CorpusError::damaged(format!("the full text: {error}"))),
        None => Err(CorpusError::damaged("the full text cannot be searched")),
    }
}

/// Asks for texts that any of `queries` finds.
pub(crate) fn any_of(queries: impl Iterator<Item = Box<dyn Query>>) -> BooleanQuery {
    BooleanQuery::new(queries.map(|query| (Occur::Should, query)).collect())
}

impl FullText {
    pub(super) fn open(folder: &Path) -> Result<Self, CorpusError> {
        let published = Published::open(folder)?;
        guarded(|| {
            let index = Index::open(published)?;
            fields::register(&index);
            let reader = index
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .try_into()?;
            let searcher: Searcher = reader.searcher();
            let spots = searcher
                .segment_readers()
                .iter()
                .map(|segment| segment.fast_fields().u64("spot"))
                .collect::<tantivy::Result<_>>()?;
            Ok(Self {
                searcher,
                spots,
                fields: fields::fields(),
            })
        })
    }

    /// A word of the text as the engine looks for it.
    pub(crate) fn term(&self, word: &str) -> Term {
        Term::from_field_text(self.fields.words, word)
    }

    /// Asks for texts with `word`, the better the more often.
    pub(crate) fn word(&self, word: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(
            self.term(word),
            IndexRecordOption::WithFreqs,
        ))
    }

    /// How many entries there are: passages and titles.
    pub(crate) fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// In how many entries a term stands.
    pub(crate) fn frequency(&self, term: &Term) -> Result<u64, CorpusError> {
        guarded(|| self.searcher.doc_freq(term))
    }

    /// The best `limit` entries for a query, best first; of equals the one with the lower spot.
    pub(crate) fn best(
        &self,
        query: &dyn Query,
        limit: usize,
    ) -> Result<Vec<(f32, Spot)>, CorpusError> {
        guarded(|| {
            let collector = TopDocs::with_limit(limit.max(1)).order_by_score();
            let found = self.searcher.search(query, &collector)?;
            let mut found: Vec<(f32, Spot)> = found
                .into_iter()
                .filter_map(|(score, address)| Some((score, self.spot(address)?)))
                .collect();
            found.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            Ok(found)
        })
    }

    /// The `limit` entries with the lowest spots that a query finds.
    pub(crate) fn first_spots(
        &self,
        query: &dyn Query,
        limit: usize,
    ) -> Result<Vec<Spot>, CorpusError> {
        guarded(|| {
            let collector =
                TopDocs::with_limit(limit.max(1)).order_by_u64_field("spot", Order::Asc);
            let found = self.searcher.search(query, &collector)?;
            let spots = found.into_iter().filter_map(|(spot, _)| spot);
            Ok(spots.take(limit).map(Spot::unpacked).collect())
        })
    }

    /// How many entries a query finds.
    pub(crate) fn count(&self, query: &dyn Query) -> Result<usize, CorpusError> {
        guarded(|| self.searcher.search(query, &Count))
    }

    /// Names of the files whose bytes are not what was written.
    pub(super) fn verify(&self) -> Result<Vec<String>, CorpusError> {
        guarded(|| {
            let damaged = self.searcher.index().validate_checksum()?;
            let mut names: Vec<String> = damaged
                .into_iter()
                .map(|path| path.display().to_string())
                .collect();
            names.sort_unstable();
            Ok(names)
        })
    }

    /// The terms of the words that begin with `prefix`, with their frequencies, at most `limit`.
    pub(crate) fn words_beginning(
        &self,
        prefix: &str,
        limit: usize,
    ) -> Result<Vec<(String, u64)>, CorpusError> {
        guarded(|| {
            let mut found = std::collections::BTreeMap::<String, u64>::new();
            for segment in self.searcher.segment_readers() {
                let words = segment.inverted_index(self.fields.words)?;
                let mut stream = words.terms().range().ge(prefix).into_stream()?;
                let mut seen = 0;
                while stream.advance() && seen < limit {
                    let Ok(word) = std::str::from_utf8(stream.key()) else {
                        continue;
                    };
                    if !word.starts_with(prefix) {
                        break;
                    }
                    seen += 1;
                    *found.entry(word.to_owned()).or_default() +=
                        u64::from(stream.value().doc_freq);
                }
            }
            Ok(found.into_iter().take(limit).collect())
        })
    }

    fn spot(&self, address: DocAddress) -> Option<Spot> {
        let column = self.spots.get(address.segment_ord as usize)?;
        column.first(address.doc_id).map(Spot::unpacked)
    }
}
