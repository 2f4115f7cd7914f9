//! A source document and its parts.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use citation::{Date, Referent};

/// What kind of document a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A resolution.
    Resolution,
    /// A decision.
    Decision,
    /// A treaty: convention, covenant, charter, protocol.
    Treaty,
    /// A declaration, agenda, compact, programme or plan of action.
    Outcome,
    /// A general comment or general recommendation of a treaty body.
    GeneralComment,
    /// A report or any other document with a symbol.
    Document,
}

impl SourceKind {
    /// The kind that front matter or a catalogue names: "resolution", "Covenant"; `None` for other words.
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name.to_lowercase().as_str() {
            "resolution" => Self::Resolution,
            "decision" => Self::Decision,
            "treaty" | "convention" | "covenant" | "protocol" => Self::Treaty,
            "outcome" | "declaration" | "agenda" | "compact" => Self::Outcome,
            "general comment" | "general recommendation" => Self::GeneralComment,
            "report" | "document" => Self::Document,
            _ => return None,
        })
    }
}

/// Where a source comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A row of the built-in catalogue, with the source of the row's facts.
    Catalogue {
        /// Where the row's facts were found.
        source: &'static str,
    },
    /// A file of the workspace's `sources/` folder or of a corpus.
    File {
        /// Path of the file.
        path: PathBuf,
    },
}

/// A numbered paragraph or an article, with its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Printed label: `15`, `3 (a)`, `18`.
    pub label: Box<str>,
    /// Its words as one line: line breaks, running heads and footnote figures taken out. Begins with the
    /// words, not with the label. The words of a paragraph with sub-paragraphs end with its chapeau.
    pub words: Box<str>,
    /// Byte range in the file's text where it stands, label included.
    pub span: Range<usize>,
    /// The page of the file it begins on, from 1, where the file has pages.
    pub page: Option<u32>,
}

/// What is known of the numbered paragraphs of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraphs {
    /// The text is not at hand.
    NotAtHand,
    /// The text is at hand, and this copy has no paragraph numbers.
    Unnumbered,
    /// Numbered paragraphs and sub-paragraphs in text order: `3`, `3 (a)`, `3 (b)`, `4`.
    Numbered(Vec<Paragraph>),
}

/// A source document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is cited as: its symbol or official title first, then every other.
    pub referents: Vec<Referent>,
    /// Official title.
    pub title: Arc<str>,
    /// Other titles by which texts name it.
    pub short_titles: Vec<Arc<str>>,
    /// Acronym: `ICRMW`.
    pub acronym: Option<Arc<str>>,
    /// The body or conference that adopted or issued it, in words.
    pub organ: Option<Arc<str>>,
    /// The day of adoption, or of issue where nothing was adopted.
    pub date: Option<Date>,
    /// What kind of document it is.
    pub kind: SourceKind,
    /// One to three sentences on what it says.
    pub summary: Option<Arc<str>>,
    /// Number of articles, for treaties.
    pub articles: Option<u16>,
    /// `(volume, registration number)` in the United Nations Treaty Series.
    pub treaty_series: Option<(Arc<str>, Arc<str>)>,
    /// Its numbered paragraphs.
    pub paragraphs: Paragraphs,
    /// Where it comes from.
    pub origin: Origin,
}

impl Source {
    /// A source of which no more is known than its title, its kind and where it comes from.
    pub fn new(title: &str, kind: SourceKind, origin: Origin) -> Self {
        Self {
            referents: Vec::new(),
            title: title.into(),
            short_titles: Vec::new(),
            acronym: None,
            organ: None,
            date: None,
            kind,
            summary: None,
            articles: None,
            treaty_series: None,
            paragraphs: Paragraphs::NotAtHand,
            origin,
        }
    }
}
