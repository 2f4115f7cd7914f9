//! A set of sources under every name by which it is asked for.
//!
//! [`crate::Catalogue`], [`crate::Documents`] and [`crate::Library`] are this index with different
//! contents. It is built once and never changes, so an answer is a look-up and no lock.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use citation::{LabourInstrument, Lexicon, Name, Referent, Symbol};

use crate::{Answer, Heading, Source};

/// A referent as the index looks it up: symbols by canonical form, names without regard to case,
/// dashes and spacing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Symbol(Symbol),
    Name(Box<str>),
}

impl Key {
    pub(crate) fn of(referent: &Referent) -> Self {
        match referent {
            Referent::Symbol(symbol) => Self::Symbol(symbol.clone()),
            Referent::Instrument(name) | Referent::Other(name) => Self::named(name),
            other => Self::named(&other.to_string()),
        }
    }

    fn named(name: &str) -> Self {
        Self::Name(fold(name).into())
    }
}

/// A name as it is looked up: lower case, one space for every run of white space, plain dashes and
/// apostrophes.
pub fn fold(name: &str) -> String {
    if citation::is_single_spaced(name) {
        return name.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(name.len());
    for character in name.trim_start().chars() {
        match character {
            plain if plain.is_ascii_graphic() => folded.push(plain.to_ascii_lowercase()),
            space if space.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '\u{2010}'..='\u{2015}' => folded.push('-'),
            '\u{2018}' | '\u{2019}' => folded.push('\''),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The index.
#[derive(Debug, Default)]
pub(crate) struct Index {
    list: Vec<Arc<Source>>,
    by_key: HashMap<Key, usize>,
    /// Whether a revision or corrigendum is among them.
    has_revised: bool,
    /// Folded beginnings for completion, in order; made when completion is first asked for.
    beginnings: OnceLock<Vec<(Box<str>, usize)>>,
    /// Made when somebody asks.
    lexicon: OnceLock<Arc<Lexicon>>,
}

impl Index {
    /// An index of `sources`; of two with the same referent the first is found.
    pub(crate) fn new(mut sources: Vec<Arc<Source>>) -> Self {
        sources.sort_by_cached_key(|source| source.referents.first().map(ToString::to_string));
        let mut by_key = HashMap::with_capacity(sources.len() * 3);
        for (place, source) in sources.iter().enumerate() {
            for referent in &source.referents {
                by_key.entry(Key::of(referent)).or_insert(place);
            }
        }
        // "Directive 2008/115/EC" and "ETS No. 93" are names beside a title.
        for (place, source) in sources.iter().enumerate() {
            for name in &source.short_titles {
                by_key.entry(Key::named(name)).or_insert(place);
            }
        }
        let mut symbols = by_key.keys().filter_map(|key| match key {
            Key::Symbol(symbol) => Some(symbol),
            Key::Name(_) => None,
        });
        Self {
            has_revised: symbols.any(is_revised),
            list: sources,
            by_key,
            beginnings: OnceLock::new(),
            lexicon: OnceLock::new(),
        }
    }

    pub(crate) fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let by_title = || match referent {
            Referent::Labour(instrument) => self.by_key.get(&Key::named(&instrument.title()?)),
            _ => None,
        };
        let place = self.by_key.get(&Key::of(referent)).or_else(by_title);
        Answer {
            value: place.and_then(|place| self.list.get(*place)).cloned(),
            complete: true,
        }
    }

    pub(crate) fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        let prefix = fold(prefix);
        let beginnings = self.beginnings.get_or_init(|| beginnings(&self.list));
        let start = beginnings.partition_point(|(name, _)| name.as_ref() < prefix.as_str());
        let mut places: Vec<usize> = beginnings[start..]
            .iter()
            .take_while(|(name, _)| name.starts_with(&prefix))
            .map(|(_, place)| *place)
            .collect();
        // The list stands in order of canonical names, so the places do as well.
        places.sort_unstable();
        places.dedup();
        let value = places
            .into_iter()
            .take(limit)
            .filter_map(|place| heading(&self.list[place]))
            .collect();
        Answer {
            value,
            complete: true,
        }
    }

    /// Whether a revision or corrigendum is among the sources.
    pub(crate) fn has_revised(&self) -> bool {
        self.has_revised
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn lexicon(&self) -> Arc<Lexicon> {
        let lexicon = || Arc::new(Lexicon::new(self.names().collect()));
        Arc::clone(self.lexicon.get_or_init(lexicon))
    }

    /// The names of everything in it.
    pub(crate) fn names(&self) -> impl Iterator<Item = Name> {
        self.list.iter().flat_map(|source| names(source))
    }

    pub(crate) fn list(&self) -> Vec<Arc<Source>> {
        self.list.clone()
    }
}

/// Whether this is the symbol of a revision or corrigendum.
pub(crate) fn is_revised(symbol: &Symbol) -> bool {
    let last = symbol.canonical().rsplit('/').next().unwrap_or_default();
    last.starts_with("Rev.") || last.starts_with("Corr.")
}

fn heading(source: &Source) -> Option<Heading> {
    Some(Heading {
        referent: source.referents.first()?.clone(),
        title: Arc::clone(&source.title),
    })
}

fn beginnings(sources: &[Arc<Source>]) -> Vec<(Box<str>, usize)> {
    let mut beginnings: Vec<(Box<str>, usize)> = sources
        .iter()
        .enumerate()
        .flat_map(|(place, source)| {
            names_for_completion(source)
                .into_iter()
                .map(move |name| (name.into(), place))
        })
        .collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings
}

/// The folded names by whose beginnings a source is found: symbols, numbers in prose, titles, acronym.
pub fn names_for_completion(source: &Source) -> Vec<String> {
    let mut names = Vec::new();
    for symbol in source.referents.iter().filter_map(Referent::symbol) {
        names.push(fold(symbol.canonical()));
        names.extend(symbol.adopted().map(|adopted| fold(&adopted.in_prose())));
    }
    let titles = std::iter::once(&source.title)
        .chain(&source.short_titles)
        .chain(&source.acronym);
    for title in titles {
        let title = fold(title);
        names.extend(title.strip_prefix("the ").map(str::to_owned));
        names.push(title);
    }
    names
}

/// The names by which running text cites a source. A source has them only where it is cited by name
/// at all: the title of an ordinary resolution ("Protection of migrants") is also plain English.
pub fn names(source: &Source) -> Vec<Name> {
    let Some(title) = source.referents.iter().find_map(|referent| match referent {
        Referent::Instrument(title) => Some(title),
        _ => None,
    }) else {
        return Vec::new();
    };
    let others = source.short_titles.iter().chain(&source.acronym);
    spellings(title, others.cloned()).collect()
}

/// The names of what is cited by `title` and by `others`.
pub(crate) fn spellings(
    title: &Arc<str>,
    others: impl Iterator<Item = Arc<str>>,
) -> impl Iterator<Item = Name> {
    std::iter::once(Arc::clone(title))
        .chain(others)
        // Codes of the International Labour Organization are read by the scanner, which knows from the words
        // around whether R151 is a road.
        .filter(|written| LabourInstrument::of_code(written).is_none())
        .map(|written| Name {
            acronym: is_acronym(&written),
            title: Arc::clone(title),
            written,
        })
}

/// Whether a name is written as one word with capitals or digits in it, as `ICRMW` and `CRC-OP-AC` are.
fn is_acronym(name: &str) -> bool {
    !name.contains(char::is_whitespace)
        && name
            .chars()
            .filter(|character| character.is_uppercase() || character.is_ascii_digit())
            .nth(1)
            .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_dashes_spaces_and_case() {
        assert_eq!(
            fold(" Kunming\u{2013}Montreal\n Framework "),
            "kunming-montreal framework"
        );
        assert_eq!(fold("Leaders\u{2019}"), "leaders'");
        for (name, folded) in [
            ("ILO Convention No. 97", "ilo convention no. 97"),
            (" Global  Compact ", "global compact"),
            ("Pacte\tmondial", "pacte mondial"),
            (" ", ""),
            ("", ""),
        ] {
            assert_eq!(fold(name), folded, "{name:?}");
        }
    }

    #[test]
    fn acronyms_are_one_word_with_capitals() {
        for name in ["ICRMW", "C097", "CRC-OP-AC", "UNESCO"] {
            assert!(is_acronym(name), "{name}");
        }
        for name in ["2030 Agenda", "Charter", "Palermo Protocol"] {
            assert!(!is_acronym(name), "{name}");
        }
    }
}
