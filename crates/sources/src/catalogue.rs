//! The built-in catalogue: treaties, outcomes and resolutions that drafts cite most, as a table of
//! facts in `data/catalogue.tsv`, and recent resolutions in `data/adopted.tsv`. It holds no texts, and it declares no series.
//!
//! Each row says where its facts were found. A cell that could not be established is empty.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use citation::{Date, Lexicon, Pinpoint, Referent, Symbol, table};
use foldhash::fast::RandomState;

use self::described::{Described, described, rows};
use crate::documents::holding;
use crate::index::Index;
use crate::{
    Answer, Edition, Heading, Holding, Origin, ParagraphAnswer, Source, SourceKind, Sources, names,
    paragraph,
};

mod described;

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
static DESCRIBED: LazyLock<Described> = LazyLock::new(|| Described::new(rows().collect()));

/// The other rows, by their symbols: each is read when somebody asks for it, so that checking a draft does not
/// begin with reading them all.
static ADOPTED: LazyLock<HashMap<&'static str, AdoptedRow, RandomState>> =
    LazyLock::new(|| adopted().map(|row| (row.symbol, row)).collect());

/// The names of all rows, in every language. Those that say no more than a symbol have none.
static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    let names = DESCRIBED.names().chain(names::all_but_russian());
    Arc::new(Lexicon::new(names.collect()).with_cyrillic(names::russian))
});

impl Sources for Catalogue {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let adopted = || {
            let row = ADOPTED.get(referent.symbol()?.canonical())?;
            row.source().map(Arc::new)
        };
        Answer {
            value: DESCRIBED.resolve(referent).or_else(adopted),
            complete: true,
        }
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

    fn may_have_revised(&self) -> bool {
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

/// A resolution of which no more is known than symbol, title and date.
struct AdoptedRow {
    /// In canonical form.
    symbol: &'static str,
    title: &'static str,
    date: &'static str,
}

fn adopted() -> impl Iterator<Item = AdoptedRow> {
    table::rows(include_str!("../data/adopted.tsv")).map(|[symbol, title, date]| AdoptedRow {
        symbol,
        title,
        date,
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

#[cfg(test)]
mod tests;
