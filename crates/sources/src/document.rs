//! A document as an importer hands it over: what it is, and every passage of it in reading order.
//!
//! This is the boundary between reading files and everything after it. An importer knows formats and
//! nothing of storage; the corpus stores, indexes and answers, and knows no format.

use std::ops::Range;
use std::sync::Arc;

use citation::facts::Replacing;
use citation::{Date, Symbol};

use crate::{Paragraph, Paragraphs, Reissue, Source};

/// A document that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is. Its `paragraphs` are left [`Paragraphs::NotAtHand`] and its passages say the rest;
    /// [`Document::into_source`] brings both together.
    pub facts: Source,
    /// What the masthead says besides symbol, title and date.
    pub particulars: Particulars,
    /// Every passage in reading order. Empty for a record that only describes a document.
    pub passages: Vec<Passage>,
}

/// What the masthead of a document says besides symbol, title and date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// The session as printed: "Sixty-seventh session".
    pub session: Option<Arc<str>>,
    /// The agenda item as printed: "69 (b)".
    pub agenda_item: Option<Arc<str>>,
    /// The day below "Distr.: General".
    pub distributed: Option<Date>,
    /// The reports it was adopted on: `A/67/457/Add.2` of "[on the report of the Third Committee
    /// (A/67/457/Add.2)]".
    pub on_report: Vec<Symbol>,
    /// Documents that the record names as related: the draft that became this resolution, the
    /// meeting at which it was adopted.
    pub related: Vec<Symbol>,
    /// The language of the text as a code of two letters.
    pub language: Option<Box<str>>,
    /// The language it was written in, as printed: "English", "English and French".
    pub original_language: Option<Box<str>>,
    /// The vote by which it was adopted, as the record has it: "128-50-8", "without vote".
    pub vote: Option<Box<str>>,
    /// The documents that its text says it supersedes or abolishes.
    pub replaces: Vec<(Replacing, Symbol)>,
    /// That it was issued again.
    pub reissue: Option<Reissue>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PassageKind {
    /// The heading of a section, part or annex.
    Heading,
    /// A preambular paragraph.
    Preambular,
    /// A numbered paragraph or sub-paragraph, or an article of a treaty. Has a label.
    Numbered,
    /// A paragraph without a number.
    Plain,
    /// A footnote. Its label is its figure.
    Footnote,
}

/// One passage: a paragraph, a heading or a footnote, whole and in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Its printed label: `15`, `3 (a)`, `annex I 12`; the figure of a footnote.
    pub label: Option<Box<str>>,
    /// Its words as one line: hyphenation mended; running heads and footnote figures taken out. Begins
    /// with the words, not with the label.
    pub words: Box<str>,
    /// Byte range, label included, in the text of a text file; in a file of another format, in the text
    /// that was extracted from it.
    pub span: Range<usize>,
    /// The page of the file it begins on, from 1, where the file has pages.
    pub page: Option<u32>,
}

impl Document {
    /// The document as a source: its numbered passages become its paragraphs. A copy without numbers
    /// says so, and is never counted through.
    pub fn into_source(self) -> Source {
        let paragraphs = paragraphs(self.passages);
        Source {
            paragraphs,
            ..self.facts
        }
    }
}

fn paragraphs(passages: Vec<Passage>) -> Paragraphs {
    if passages.is_empty() {
        return Paragraphs::NotAtHand;
    }
    let numbered: Vec<Paragraph> = passages
        .into_iter()
        .filter(|passage| passage.kind == PassageKind::Numbered)
        .filter_map(|passage| {
            Some(Paragraph {
                label: passage.label?,
                words: passage.words,
                span: passage.span,
                page: passage.page,
            })
        })
        .collect();
    if numbered.is_empty() {
        Paragraphs::Unnumbered
    } else {
        Paragraphs::Numbered(numbered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Origin, SourceKind};

    fn document(passages: Vec<Passage>) -> Document {
        Document {
            facts: Source::new(
                "Title",
                SourceKind::Resolution,
                Origin::File { path: "a".into() },
            ),
            particulars: Particulars::default(),
            passages,
        }
    }

    fn passage(kind: PassageKind, label: Option<&str>, words: &str) -> Passage {
        Passage {
            kind,
            label: label.map(Into::into),
            words: words.into(),
            span: 0..words.len(),
            page: Some(2),
        }
    }

    #[test]
    fn numbered_passages_become_paragraphs_and_footnotes_do_not() {
        let source = document(vec![
            passage(PassageKind::Preambular, None, "Recalling its resolution,"),
            passage(PassageKind::Numbered, Some("1"), "Decides;"),
            passage(PassageKind::Footnote, Some("1"), "See above."),
        ])
        .into_source();
        let Paragraphs::Numbered(found) = source.paragraphs else {
            panic!("it is numbered");
        };
        assert_eq!(found.len(), 1);
        assert_eq!((&*found[0].label, found[0].page), ("1", Some(2)));
    }

    #[test]
    fn a_text_without_numbers_and_a_record_without_text_are_told_apart() {
        let text = document(vec![passage(PassageKind::Plain, None, "Words.")]);
        assert_eq!(text.into_source().paragraphs, Paragraphs::Unnumbered);
        assert_eq!(
            document(Vec::new()).into_source().paragraphs,
            Paragraphs::NotAtHand
        );
    }
}
