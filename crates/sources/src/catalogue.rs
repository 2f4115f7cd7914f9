//! The built-in catalogue: treaties, outcomes and resolutions that drafts cite most, as a table of
//! facts in `data/catalogue.tsv`, and recent resolutions in `data/adopted.tsv`. It holds no texts, and it declares no series.
//!
//! Each row says where its facts were found. A cell that could not be established is empty.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use citation::{Date, Lexicon, Pinpoint, Referent, Symbol, facts};

use crate::documents::holding;
use crate::index::Index;
use crate::{
    Answer, Edition, Heading, Holding, Origin, ParagraphAnswer, Paragraphs, Source, SourceKind,
    Sources, names, paragraph,
};

/// The catalogue. What is asked for is parsed at first use, once for the process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Catalogue;

/// Its name in answers.
const NAME: &str = "the built-in catalogue";

/// Everything, for lists.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let adopted = ADOPTED.values().filter_map(AdoptedRow::source);
    Index::new(described().chain(adopted.map(Arc::new)).collect())
});

/// The rows that say more than symbol, title and day.
static DESCRIBED: LazyLock<Index> = LazyLock::new(|| Index::new(described().collect()));

/// The other rows, by their symbols: each is read when somebody asks for it, so that checking a draft does not
/// begin with reading them all.
static ADOPTED: LazyLock<HashMap<&'static str, AdoptedRow>> =
    LazyLock::new(|| adopted().map(|row| (row.symbol, row)).collect());

/// The names of all rows, in every language. Those that say no more than a symbol have none.
static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    let names = DESCRIBED.names().chain(names::names());
    Arc::new(Lexicon::new(names.collect()))
});

impl Sources for Catalogue {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let described = DESCRIBED.resolve(referent);
        let adopted = || {
            let row = ADOPTED.get(referent.symbol()?.canonical())?;
            row.source().map(Arc::new)
        };
        described.map(|source| source.or_else(adopted))
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        paragraph::answer(source, pinpoint)
    }

    fn covers(&self, _: &Symbol) -> bool {
        false
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        INDEX.complete(prefix, limit)
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&LEXICON)
    }

    fn list(&self) -> Vec<Arc<Source>> {
        INDEX.list()
    }

    fn has_texts(&self) -> bool {
        false
    }

    fn holdings(&self, referent: &Referent) -> Answer<Vec<Holding>> {
        self.resolve(referent).map(|found| holding(found, NAME))
    }

    fn editions(&self) -> Vec<Edition> {
        vec![Edition {
            name: NAME.into(),
            path: None,
            fingerprint: env!("CARGO_PKG_VERSION").into(),
            documents: INDEX.len(),
            updated: None,
            coverage: Vec::new(),
        }]
    }
}

/// A row of the table, as its header names the cells.
struct Row {
    symbols: &'static str,
    title: &'static str,
    short_titles: &'static str,
    acronyms: &'static str,
    date: &'static str,
    organ: &'static str,
    kind: &'static str,
    articles: &'static str,
    volume: &'static str,
    registration: &'static str,
    summary: &'static str,
    source: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    include_str!("../data/catalogue.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let mut next = || cells.next().unwrap_or("");
            Row {
                symbols: next(),
                title: next(),
                short_titles: next(),
                acronyms: next(),
                date: next(),
                organ: next(),
                kind: next(),
                articles: next(),
                volume: next(),
                registration: next(),
                summary: next(),
                source: next(),
            }
        })
}

fn described() -> impl Iterator<Item = Arc<Source>> {
    rows().map(|row| Arc::new(row.source()))
}

/// A resolution of which no more is known than symbol, title and date.
struct AdoptedRow {
    /// In canonical form.
    symbol: &'static str,
    title: &'static str,
    date: &'static str,
}

fn adopted() -> impl Iterator<Item = AdoptedRow> {
    include_str!("../data/adopted.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let (symbol, rest) = line.split_once('\t')?;
            let (title, date) = rest.split_once('\t')?;
            Some(AdoptedRow {
                symbol,
                title,
                date,
            })
        })
}

impl AdoptedRow {
    fn source(&self) -> Option<Source> {
        let origin = Origin::Catalogue {
            source: "official documents of sessions 78 to 80",
        };
        Some(Source {
            referents: vec![Referent::Symbol(Symbol::parse(self.symbol)?)],
            organ: Some("General Assembly".into()),
            date: Date::parse_iso(self.date),
            ..Source::new(self.title, SourceKind::Resolution, origin)
        })
    }
}

impl Row {
    fn source(&self) -> Source {
        let mut acronyms = several(self.acronyms);
        let acronym = acronyms.next();
        let kind = self.kind();
        Source {
            referents: self.referents(kind),
            title: self.title.into(),
            short_titles: several(self.short_titles).chain(acronyms).collect(),
            acronym,
            organ: filled(self.organ),
            date: Date::parse_iso(self.date),
            kind,
            summary: filled(self.summary),
            articles: self
                .articles
                .parse()
                .ok()
                .or_else(|| facts::treaty_articles(self.title)),
            treaty_series: filled(self.volume).zip(filled(self.registration)),
            paragraphs: Paragraphs::NotAtHand,
            origin: Origin::Catalogue {
                source: self.source,
            },
        }
    }

    fn kind(&self) -> SourceKind {
        match self.kind {
            "resolution" => SourceKind::Resolution,
            "decision" => SourceKind::Decision,
            "treaty" => SourceKind::Treaty,
            "outcome" => SourceKind::Outcome,
            "comment" => SourceKind::GeneralComment,
            _ => SourceKind::Document,
        }
    }

    /// Symbols first, then the title where texts cite the document by it.
    fn referents(&self, kind: SourceKind) -> Vec<Referent> {
        let by_title = !matches!(kind, SourceKind::Resolution | SourceKind::Decision);
        self.symbols
            .split('|')
            .filter_map(Symbol::parse)
            .map(Referent::Symbol)
            .chain(by_title.then(|| Referent::Instrument(self.title.into())))
            .collect()
    }
}

fn several(cell: &'static str) -> impl Iterator<Item = Arc<str>> {
    cell.split('|')
        .filter(|name| !name.is_empty())
        .map(Arc::from)
}

fn filled(cell: &'static str) -> Option<Arc<str>> {
    (!cell.is_empty()).then(|| cell.into())
}

#[cfg(test)]
mod tests;
