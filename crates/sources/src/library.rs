//! Several sources as one, in precedence: the workspace's own documents, then the catalogue.
//!
//! The merged view is made once, when the library is put together, so that a question costs one
//! look-up however many layers there are.

use std::collections::HashSet;
use std::sync::Arc;

use citation::{Lexicon, Pinpoint, Referent, Symbol};

use crate::index::Index;
use crate::{Answer, Heading, ParagraphAnswer, Source, Sources, merge, paragraph};

/// Sources in order of precedence.
///
/// Of several copies of a document the one with numbered paragraphs wins, then the earlier one; its
/// missing fields are filled from the others.
pub struct Library {
    index: Index,
    /// The names of the most trusted layer first, since of equal spellings the first wins.
    lexicon: Arc<Lexicon>,
    layers: Vec<Arc<dyn Sources>>,
}

impl Library {
    /// A library of `layers`, the most trusted first.
    pub fn new(layers: Vec<Arc<dyn Sources>>) -> Self {
        let sources = layers.iter().flat_map(|layer| layer.list()).collect();
        let mut spellings = HashSet::new();
        let names = layers
            .iter()
            .flat_map(|layer| layer.lexicon().names().to_vec())
            .filter(|name| spellings.insert(Arc::clone(&name.written)))
            .collect();
        Self {
            index: Index::new(merge::copies(sources)),
            lexicon: Arc::new(Lexicon::new(names)),
            layers,
        }
    }
}

impl Sources for Library {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        self.index.resolve(referent)
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        paragraph::answer(source, pinpoint)
    }

    fn covers(&self, symbol: &Symbol) -> bool {
        self.layers.iter().any(|layer| layer.covers(symbol))
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        self.index.complete(prefix, limit)
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&self.lexicon)
    }

    fn list(&self) -> Vec<Arc<Source>> {
        self.index.list()
    }
}
