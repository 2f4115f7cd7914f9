//! The written form of a document: what stands in packs, and what an import child hands to its parent.
//!
//! Two pieces of JSON, the head (what it is) and the passages, so that a head can be read without the
//! text. Names of fields are permanent; a field may be added, and what a newer version has added is
//! passed over.

use std::path::Path;
use std::sync::Arc;

use citation::facts::Replacing;
use citation::{Date, Referent, Symbol};
use serde::{Deserialize, Serialize};
use sources::{
    Document, Origin, Paragraphs, Particulars, Passage, PassageKind, Reissue, Source, SourceKind,
};

/// The head of a document.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Head {
    referents: Vec<Named>,
    title: Arc<str>,
    kind: Kind,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    short_titles: Vec<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acronym: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organ: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    summary: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    articles: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    treaty_series: Option<(Arc<str>, Arc<str>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agenda_item: Option<Arc<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    distributed: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    on_report: Vec<Box<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    related: Vec<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    original_language: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vote: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<(Box<str>, Box<str>)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reissue: Option<Reissued>,
}

/// That a document was issued again.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Reissued {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Box<str>>,
    #[serde(rename = "as", default, skip_serializing_if = "Option::is_none")]
    symbol: Option<Box<str>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    Symbol(Box<str>),
    Instrument(Arc<str>),
    Other(Arc<str>),
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Resolution,
    Decision,
    Treaty,
    Outcome,
    GeneralComment,
    #[default]
    #[serde(other)]
    Document,
}

/// One passage.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Piece {
    #[serde(rename = "k")]
    kind: PieceKind,
    #[serde(rename = "l", default, skip_serializing_if = "Option::is_none")]
    label: Option<Box<str>>,
    #[serde(rename = "w")]
    words: Box<str>,
    #[serde(rename = "s")]
    span: (usize, usize),
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum PieceKind {
    #[serde(rename = "h")]
    Heading,
    #[serde(rename = "r")]
    Preambular,
    #[serde(rename = "n")]
    Numbered,
    #[serde(rename = "f")]
    Footnote,
    #[serde(rename = "p", other)]
    Plain,
}

/// A head that cannot be read, or passages that cannot.
pub(crate) type Unreadable = serde_json::Error;

/// The head of `document` as JSON. Has no path in it, so that equal documents have equal heads wherever
/// they lie.
pub(crate) fn write_head(document: &Document) -> Vec<u8> {
    json(&Head::of(document))
}

/// The passages as JSON.
pub(crate) fn write_passages(passages: &[Passage]) -> Vec<u8> {
    let pieces: Vec<PieceView<'_>> = passages.iter().map(PieceView::of).collect();
    json(&pieces)
}

/// What a head says; its paragraphs are not at hand yet.
///
/// # Errors
/// When it is no head.
pub(crate) fn read_head(bytes: &[u8], path: &Path) -> Result<(Source, Particulars), Unreadable> {
    let head: Head = serde_json::from_slice(bytes)?;
    Ok((head.source(path), head.particulars()))
}

/// The passages.
///
/// # Errors
/// When they are none.
pub(crate) fn read_passages(bytes: &[u8]) -> Result<Vec<Passage>, Unreadable> {
    let pieces: Vec<Piece> = serde_json::from_slice(bytes)?;
    Ok(pieces.into_iter().map(Piece::passage).collect())
}

/// The document with this head and these passages.
///
/// # Errors
/// When they are none.
pub(crate) fn read_document(
    head: &[u8],
    passages: &[u8],
    path: &Path,
) -> Result<Document, Unreadable> {
    let (facts, particulars) = read_head(head, path)?;
    Ok(Document {
        facts,
        particulars,
        passages: read_passages(passages)?,
    })
}

/// Structures of strings and numbers have no way to fail; an empty piece would be found out by its hash.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

impl Head {
    fn of(document: &Document) -> Self {
        let Document {
            facts, particulars, ..
        } = document;
        Self {
            referents: facts.referents.iter().map(Named::of).collect(),
            title: Arc::clone(&facts.title),
            kind: Kind::of(facts.kind),
            short_titles: facts.short_titles.clone(),
            acronym: facts.acronym.clone(),
            organ: facts.organ.clone(),
            date: facts.date.map(written),
            summary: facts.summary.clone(),
            articles: facts.articles,
            treaty_series: facts.treaty_series.clone(),
            session: particulars.session.clone(),
            agenda_item: particulars.agenda_item.clone(),
            distributed: particulars.distributed.map(written),
            on_report: symbols(&particulars.on_report),
            related: symbols(&particulars.related),
            language: particulars.language.clone(),
            original_language: particulars.original_language.clone(),
            vote: particulars.vote.clone(),
            replaces: particulars
                .replaces
                .iter()
                .map(|(does, symbol)| (does.word().into(), symbol.canonical().into()))
                .collect(),
            reissue: particulars.reissue.as_ref().map(|reissue| Reissued {
                on: reissue.on.map(written),
                symbol: reissue.symbol.as_ref().map(|it| it.canonical().into()),
            }),
        }
    }

    fn source(&self, path: &Path) -> Source {
        Source {
            referents: self.referents.iter().map(Named::referent).collect(),
            title: Arc::clone(&self.title),
            short_titles: self.short_titles.clone(),
            acronym: self.acronym.clone(),
            organ: self.organ.clone(),
            date: self.date.as_deref().and_then(Date::parse_iso),
            kind: self.kind.kind(),
            summary: self.summary.clone(),
            articles: self.articles,
            treaty_series: self.treaty_series.clone(),
            paragraphs: Paragraphs::NotAtHand,
            origin: Origin::File {
                path: path.to_owned(),
            },
        }
    }

    fn particulars(&self) -> Particulars {
        let parsed = |symbols: &[Box<str>]| {
            symbols
                .iter()
                .filter_map(|symbol| Symbol::parse(symbol))
                .collect()
        };
        Particulars {
            session: self.session.clone(),
            agenda_item: self.agenda_item.clone(),
            distributed: self.distributed.as_deref().and_then(Date::parse_iso),
            on_report: parsed(&self.on_report),
            related: parsed(&self.related),
            language: self.language.clone(),
            original_language: self.original_language.clone(),
            vote: self.vote.clone(),
            replaces: self
                .replaces
                .iter()
                .filter_map(|(does, symbol)| {
                    Some((Replacing::of_word(does)?, Symbol::parse(symbol)?))
                })
                .collect(),
            reissue: self.reissue.as_ref().map(|reissue| Reissue {
                on: reissue.on.as_deref().and_then(Date::parse_iso),
                symbol: reissue.symbol.as_deref().and_then(Symbol::parse),
            }),
        }
    }
}

fn written(date: Date) -> Box<str> {
    date.to_string().into()
}

fn symbols(symbols: &[Symbol]) -> Vec<Box<str>> {
    symbols
        .iter()
        .map(|symbol| symbol.canonical().into())
        .collect()
}

impl Named {
    fn of(referent: &Referent) -> Self {
        match referent {
            Referent::Symbol(symbol) => Self::Symbol(symbol.canonical().into()),
            Referent::Instrument(title) => Self::Instrument(Arc::clone(title)),
            Referent::Other(name) => Self::Other(Arc::clone(name)),
            Referent::Labour(_) | Referent::UnionAct(_) => Self::Other(referent.to_string().into()),
        }
    }

    /// A symbol that the grammar of today no longer reads is kept as a name.
    fn referent(&self) -> Referent {
        match self {
            Self::Symbol(symbol) => Symbol::parse(symbol)
                .map_or_else(|| Referent::Other(symbol.as_ref().into()), Referent::Symbol),
            Self::Instrument(title) => Referent::Instrument(Arc::clone(title)),
            Self::Other(name) => Referent::Other(Arc::clone(name)),
        }
    }
}

impl Kind {
    fn of(kind: SourceKind) -> Self {
        match kind {
            SourceKind::Resolution => Self::Resolution,
            SourceKind::Decision => Self::Decision,
            SourceKind::Treaty => Self::Treaty,
            SourceKind::Outcome => Self::Outcome,
            SourceKind::GeneralComment => Self::GeneralComment,
            SourceKind::Document => Self::Document,
        }
    }

    fn kind(self) -> SourceKind {
        match self {
            Self::Resolution => SourceKind::Resolution,
            Self::Decision => SourceKind::Decision,
            Self::Treaty => SourceKind::Treaty,
            Self::Outcome => SourceKind::Outcome,
            Self::GeneralComment => SourceKind::GeneralComment,
            Self::Document => SourceKind::Document,
        }
    }
}

/// [`Piece`] on its way out, without a copy of the words.
#[derive(Serialize)]
struct PieceView<'a> {
    #[serde(rename = "k")]
    kind: PieceKind,
    #[serde(rename = "l", skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(rename = "w")]
    words: &'a str,
    #[serde(rename = "s")]
    span: (usize, usize),
    #[serde(rename = "p", skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

impl<'a> PieceView<'a> {
    fn of(passage: &'a Passage) -> Self {
        Self {
            kind: match passage.kind {
                PassageKind::Heading => PieceKind::Heading,
                PassageKind::Preambular => PieceKind::Preambular,
                PassageKind::Numbered => PieceKind::Numbered,
                PassageKind::Plain => PieceKind::Plain,
                PassageKind::Footnote => PieceKind::Footnote,
            },
            label: passage.label.as_deref(),
            words: &passage.words,
            span: (passage.span.start, passage.span.end),
            page: passage.page,
        }
    }
}

impl Piece {
    fn passage(self) -> Passage {
        Passage {
            kind: match self.kind {
                PieceKind::Heading => PassageKind::Heading,
                PieceKind::Preambular => PassageKind::Preambular,
                PieceKind::Numbered => PassageKind::Numbered,
                PieceKind::Plain => PassageKind::Plain,
                PieceKind::Footnote => PassageKind::Footnote,
            },
            label: self.label,
            words: self.words,
            span: self.span.0..self.span.1,
            page: self.page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let path = Path::new("A_RES_67_172.txt");
        let text = include_str!("../../../tests/sources/A_RES_67_172.txt");
        let mut document = sources::read::whole(text, path).unwrap();
        document.passages[0].page = Some(3);
        document.facts.treaty_series = Some(("2220".into(), "39481".into()));
        document.particulars.on_report = vec![Symbol::parse("A/67/457/Add.2").unwrap()];
        document.particulars.language = Some("en".into());
        document.particulars.original_language = Some("French".into());
        document.particulars.vote = Some("128-50-8".into());
        let (facts, particulars) = read_head(&write_head(&document), path).unwrap();
        let passages = read_passages(&write_passages(&document.passages)).unwrap();
        assert_eq!(facts, document.facts);
        assert_eq!(particulars, document.particulars);
        assert_eq!(passages, document.passages);
    }

    #[test]
    fn what_a_newer_version_adds_is_passed_over() {
        let head =
            br#"{"referents":[{"symbol":"A/RES/67/172"}],"title":"T","kind":"communique","new":1}"#;
        let (facts, _) = read_head(head, Path::new("a")).unwrap();
        assert_eq!(facts.kind, SourceKind::Document);
        let passages = read_passages(br#"[{"k":"x","w":"Words.","s":[0,6],"new":[]}]"#).unwrap();
        assert_eq!(passages[0].kind, PassageKind::Plain);
        assert!(read_head(b"{}", Path::new("a")).is_err());
    }
}
