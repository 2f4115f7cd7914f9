//! A summary.
use crate::{Document, Summary};

/// A summary of `document`.
pub fn summary(document: &Document) -> Option<Summary> {
    document.facts.summary.as_deref().map(|words| Summary {
        words: words.into(),
        labels: Vec::new(),
    })
}
