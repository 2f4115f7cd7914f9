//! The rows of the catalogue that say more than symbol, title and day, from `data/catalogue.tsv`.
//!
//! Every check begins with their names, and asks for few of them: a row is read when somebody asks for it.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use citation::{Date, Name, Referent, Symbol, facts, table};
use foldhash::fast::RandomState;

use crate::index::{fold, spellings};
use crate::{Origin, Paragraphs, Source, SourceKind};

/// A row has about so many names.
const NAMES: usize = 2;

/// Rows by what they are asked for. A row is read when somebody asks for it, and what is asked for by its symbol or
/// by its title to the letter is found without spelling every name anew.
pub(super) struct Described {
    rows: Vec<(Row, OnceLock<Arc<Source>>)>,
    by_symbol: HashMap<&'static str, usize, RandomState>,
    by_title: HashMap<&'static str, usize, RandomState>,
    /// By every name as [`fold`] has it.
    by_name: OnceLock<HashMap<String, usize, RandomState>>,
}

impl Described {
    pub(super) fn new(rows: Vec<Row>) -> Self {
        let room = || HashMap::with_capacity_and_hasher(rows.len(), RandomState::default());
        let (mut by_symbol, mut by_title) = (room(), room());
        for (place, row) in rows.iter().enumerate() {
            let symbols = row.symbols.split('|').filter(|symbol| !symbol.is_empty());
            by_symbol.extend(symbols.map(|symbol| (symbol, place)));
            by_title.extend(row.is_cited_by_title().then_some((row.title, place)));
        }
        Self {
            rows: rows.into_iter().map(|row| (row, OnceLock::new())).collect(),
            by_symbol,
            by_title,
            by_name: OnceLock::new(),
        }
    }

    pub(super) fn resolve(&self, referent: &Referent) -> Option<Arc<Source>> {
        let place = match referent {
            Referent::Symbol(symbol) => self.by_symbol.get(symbol.canonical()).copied(),
            Referent::Instrument(name) | Referent::Other(name) => {
                let by_title = self.by_title.get(&**name).copied();
                by_title.or_else(|| self.called(name))
            }
            Referent::Labour(instrument) => self
                .called(&referent.to_string())
                .or_else(|| self.called(&instrument.title()?)),
            other @ Referent::UnionAct(_) => self.called(&other.to_string()),
        };
        let (row, source) = self.rows.get(place?)?;
        Some(Arc::clone(source.get_or_init(|| Arc::new(row.source()))))
    }

    fn called(&self, name: &str) -> Option<usize> {
        let by_name = self.by_name.get_or_init(|| {
            let room = self.rows.len() * NAMES;
            let mut by_name = HashMap::with_capacity_and_hasher(room, RandomState::default());
            for (place, (row, _)) in self.rows.iter().enumerate() {
                by_name.extend(row.names().map(|name| (fold(name), place)));
            }
            by_name
        });
        by_name.get(&fold(name)).copied()
    }

    /// The names by which running text cites what is in the rows.
    pub(super) fn names(&self) -> impl Iterator<Item = Name> {
        let cited = self.rows.iter().map(|(row, _)| row);
        let cited = cited.filter(|row| row.is_cited_by_title());
        cited.flat_map(|row| {
            let title = Arc::from(row.title);
            let others = several(row.short_titles).chain(several(row.acronyms));
            spellings(&title, others).collect::<Vec<_>>()
        })
    }
}

/// A row of the table, as its header names the cells.
pub(super) struct Row {
    pub(super) symbols: &'static str,
    pub(super) title: &'static str,
    pub(super) short_titles: &'static str,
    pub(super) acronyms: &'static str,
    pub(super) date: &'static str,
    pub(super) organ: &'static str,
    pub(super) kind: &'static str,
    pub(super) articles: &'static str,
    pub(super) volume: &'static str,
    pub(super) registration: &'static str,
    pub(super) summary: &'static str,
    pub(super) source: &'static str,
}

pub(super) fn rows() -> impl Iterator<Item = Row> {
    table::rows(include_str!("../../data/catalogue.tsv")).map(
        |[
            symbols,
            title,
            short_titles,
            acronyms,
            date,
            organ,
            kind,
            articles,
            volume,
            registration,
            summary,
            source,
        ]| Row {
            symbols,
            title,
            short_titles,
            acronyms,
            date,
            organ,
            kind,
            articles,
            volume,
            registration,
            summary,
            source,
        },
    )
}

/// The rows as sources.
pub(super) fn described() -> impl Iterator<Item = Arc<Source>> {
    rows().map(|row| Arc::new(row.source()))
}

impl Row {
    fn source(&self) -> Source {
        let mut acronyms = several(self.acronyms);
        let acronym = acronyms.next();
        Source {
            referents: self.referents(),
            title: self.title.into(),
            short_titles: several(self.short_titles).chain(acronyms).collect(),
            acronym,
            organ: filled(self.organ),
            date: Date::parse_iso(self.date),
            kind: self.kind(),
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

    /// Whether texts cite it by its title.
    fn is_cited_by_title(&self) -> bool {
        !matches!(self.kind(), SourceKind::Resolution | SourceKind::Decision)
    }

    /// Everything that it is called: all but the acronym that it is known by.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        let title = self.is_cited_by_title().then_some(self.title);
        let other = [
            self.short_titles,
            self.acronyms.split_once('|').map_or("", |(_, more)| more),
        ];
        title
            .into_iter()
            .chain(other.into_iter().flat_map(|cell| cell.split('|')))
            .filter(|name| !name.is_empty())
    }

    /// Symbols first, then the title where texts cite the document by it.
    fn referents(&self) -> Vec<Referent> {
        self.symbols
            .split('|')
            .filter_map(Symbol::parse)
            .map(Referent::Symbol)
            .chain(
                self.is_cited_by_title()
                    .then(|| Referent::Instrument(self.title.into())),
            )
            .collect()
    }
}

pub(super) fn several(cell: &'static str) -> impl Iterator<Item = Arc<str>> {
    cell.split('|')
        .filter(|name| !name.is_empty())
        .map(Arc::from)
}

fn filled(cell: &'static str) -> Option<Arc<str>> {
    (!cell.is_empty()).then(|| cell.into())
}
