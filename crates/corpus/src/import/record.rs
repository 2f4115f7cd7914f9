//! A document that is only described: a line of a catalogue, a record of a library.

use std::path::Path;
use std::sync::Arc;

use citation::{Act, Date, Referent, Symbol};
use sources::{Document, Origin, Paragraphs, Particulars, Source, SourceKind};

/// What a description says.
#[derive(Default)]
pub(super) struct Record {
    pub(super) symbols: Vec<String>,
    pub(super) title: String,
    pub(super) short_titles: Vec<String>,
    pub(super) acronym: Option<String>,
    pub(super) organ: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) kind: Option<SourceKind>,
    pub(super) summary: Option<String>,
    pub(super) particulars: Particulars,
}

impl Record {
    /// The document; `None` where the description has neither symbol nor title.
    pub(super) fn document(self, path: &Path) -> Option<Document> {
        let symbols: Vec<Symbol> = self
            .symbols
            .iter()
            .filter_map(|symbol| Symbol::parse(symbol.trim_end_matches('*')))
            .collect();
        // A symbol that our grammar does not read is still what the document is called.
        let others = self
            .symbols
            .iter()
            .filter(|symbol| Symbol::parse(symbol.trim_end_matches('*')).is_none())
            .map(|symbol| Referent::Other(symbol.as_str().into()));
        let title = match (self.title.trim(), symbols.first(), self.symbols.first()) {
            ("", Some(symbol), _) => symbol.canonical().to_owned(),
            ("", None, Some(symbol)) => symbol.clone(),
            ("", None, None) => return None,
            (title, ..) => without_number(title, &symbols).to_owned(),
        };
        let title: Arc<str> = title.into();
        let kind = self.kind.unwrap_or_else(|| kind_of(&symbols));
        let named = self.symbols.is_empty()
            || !self.short_titles.is_empty()
            || self.acronym.is_some()
            || matches!(kind, SourceKind::Treaty | SourceKind::Outcome);
        let organ = self.organ.as_deref().map(Arc::from).or_else(|| {
            symbols
                .iter()
                .find_map(Symbol::adopted)
                .and_then(|adopted| adopted.body.name())
                .map(Arc::from)
        });
        let referents = symbols
            .iter()
            .cloned()
            .map(Referent::Symbol)
            .chain(others)
            .chain(named.then(|| Referent::Instrument(Arc::clone(&title))))
            .collect();
        Some(Document {
            facts: Source {
                referents,
                short_titles: self
                    .short_titles
                    .iter()
                    .map(|name| name.as_str().into())
                    .collect(),
                acronym: self.acronym.as_deref().map(Arc::from),
                organ,
                date: self.date,
                kind,
                summary: self.summary.as_deref().map(Arc::from),
                articles: None,
                treaty_series: None,
                paragraphs: Paragraphs::NotAtHand,
                title,
                origin: Origin::File {
                    path: path.to_owned(),
                },
            },
            particulars: self.particulars,
            passages: Vec::new(),
        })
    }
}

/// "78/1. Political declaration" without the number, where it is the document's own.
fn without_number<'a>(title: &'a str, symbols: &[Symbol]) -> &'a str {
    symbols
        .iter()
        .filter_map(Symbol::adopted)
        .find_map(|adopted| title.strip_prefix(&adopted.in_prose())?.strip_prefix(". "))
        .unwrap_or(title)
        .trim()
}

fn kind_of(symbols: &[Symbol]) -> SourceKind {
    match symbols
        .iter()
        .find_map(Symbol::adopted)
        .map(|adopted| adopted.act)
    {
        Some(Act::Resolution) => SourceKind::Resolution,
        Some(Act::Decision) => SourceKind::Decision,
        _ if symbols
            .iter()
            .any(|symbol| symbol.canonical().contains("/GC/")) =>
        {
            SourceKind::GeneralComment
        }
        _ => SourceKind::Document,
    }
}

/// A whole day; a month or a year alone is none.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::parse_iso(text)
        .or_else(|| Date::parse_prose(text))
        .or_else(|| {
            let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits
                .then(|| Date::parse_iso(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])))
                .flatten()
        })
}
