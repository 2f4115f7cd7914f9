//! Documents held in memory: the workspace's `sources/` folder once it has been read.

use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};

use crate::index::Index;
use crate::{
    Answer, Coverage, Heading, Holding, ParagraphAnswer, Source, Sources, merge, paragraph,
};

/// A set of documents, with the series it declares to hold in full (none unless it says so).
#[derive(Debug, Default)]
pub struct Documents {
    index: Index,
    coverage: Vec<Coverage>,
}

impl Documents {
    /// A set of `sources`. Copies of one document become one: the copy with numbered paragraphs wins,
    /// of equal copies the earlier, and what it does not say is taken from the others.
    pub fn new(sources: Vec<Source>) -> Self {
        let sources = sources.into_iter().map(Arc::new).collect();
        Self {
            index: Index::new(merge::copies(sources)),
            coverage: Vec::new(),
        }
    }

    /// The same documents, declared to hold the series of `coverage` in full.
    #[must_use]
    pub fn covering(mut self, coverage: Vec<Coverage>) -> Self {
        self.coverage = coverage;
        self
    }
}

impl Sources for Documents {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        self.index.resolve(referent)
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        paragraph::answer(source, pinpoint)
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        self.coverage.iter().any(|series| series.includes(symbol))
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        self.index.complete(prefix, limit)
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        self.index.lexicon()
    }

    fn list(&self) -> Vec<Arc<Source>> {
        self.index.list()
    }

    fn holdings(&self, referent: &Referent) -> Answer<Vec<Holding>> {
        self.resolve(referent).map(|found| holding(found, NAME))
    }
}

/// Its name in answers.
const NAME: &str = "the sources folder";

/// The one copy that a set in memory has of a document.
pub(crate) fn holding(found: Option<Arc<Source>>, edition: &str) -> Vec<Holding> {
    found
        .map(|source| Holding {
            origin: source.origin.clone(),
            edition: edition.into(),
            identity: None,
        })
        .into_iter()
        .collect()
}
