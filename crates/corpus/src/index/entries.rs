//! A document as the full text takes it: its title and each of its passages.

use sources::Document;
use tantivy::TantivyDocument;

use super::cited;
use super::fields::{self, Spot};

/// A document as the full text takes it: each entry with its spot, which still lacks the number.
pub(crate) struct Entries(pub(super) Vec<(Spot, TantivyDocument)>);

impl Entries {
    /// The entries of a document. This is the work, and it needs nothing but the document, so it can be
    /// done beside other documents.
    pub(crate) fn of(document: &Document) -> Self {
        let fields = fields::fields();
        let facts = &document.facts;
        let own = cited::own_body(facts);
        let mut title = TantivyDocument::new();
        for name in std::iter::once(&facts.title)
            .chain(&facts.short_titles)
            .chain(&facts.acronym)
        {
            title.add_text(fields.title, name);
        }
        let mut entries = Vec::with_capacity(document.passages.len() + 1);
        entries.push((Spot::title(0), title));
        for (place, passage) in (0..).zip(&document.passages) {
            let mut entry = TantivyDocument::new();
            entry.add_text(fields.words, &*passage.words);
            for referent in cited::in_passage(&passage.words, own.as_ref()) {
                entry.add_text(fields.cites, cited::key(&referent));
            }
            let spot = Spot {
                document: 0,
                passage: Some(place),
                kind: passage.kind,
            };
            entries.push((spot, entry));
        }
        Self(entries)
    }
}
