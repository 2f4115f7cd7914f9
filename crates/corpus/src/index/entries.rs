//! A document as the full text takes it: its title and each of its passages.

use sources::Document;
use tantivy::TantivyDocument;

use super::cited;
use super::fields::{self, Spot};

/// A document as the full text takes it: each entry with its spot, which still lacks the number.
pub(crate) struct Entries(pub(super) Vec<(Spot, TantivyDocument)>);

/// The bytes that an entry takes with texts of these lengths. Thousands of entries wait for the engine at a
/// time, and each would keep a kilobyte otherwise.
fn room(lengths: impl Iterator<Item = usize>) -> usize {
    /// For the length of each text, and for document and spot.
    const EACH: usize = 4;
    const NUMBERS: usize = 16;
    lengths.map(|length| length + EACH).sum::<usize>() + NUMBERS
}

impl Entries {
    /// The entries of a document. This is the work, and it needs nothing but the document, so it can be
    /// done beside other documents.
    pub(crate) fn of(document: &Document) -> Self {
        let fields = fields::fields();
        let facts = &document.facts;
        let own = sources::own_body(facts);
        let names = || {
            std::iter::once(&facts.title)
                .chain(&facts.short_titles)
                .chain(&facts.acronym)
        };
        let mut title = TantivyDocument::with_capacity(room(names().map(|name| name.len())));
        for name in names() {
            title.add_text(fields.title, name);
        }
        let mut entries = Vec::with_capacity(document.passages.len() + 1);
        entries.push((Spot::title(0), title));
        for (place, passage) in (0..).zip(&document.passages) {
            let cited: Vec<String> = cited::in_passage(&passage.words, own.as_ref())
                .iter()
                .map(cited::key)
                .collect();
            let lengths = cited.iter().map(String::len).chain([passage.words.len()]);
            let mut entry = TantivyDocument::with_capacity(room(lengths));
            entry.add_text(fields.words, &*passage.words);
            for cited in &cited {
                entry.add_text(fields.cites, cited);
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
