//! The tables of the grammar: first components and components, and in [`bodies`] who adopts what. Data, not code: a
//! new committee is a line in `data/*.tsv`.
//!
//! Each table is read once and searched without a copy of the text that is looked up.

mod alternatives;
mod bodies;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use alternatives::alternatives;
pub(crate) use bodies::{
    Adopts, adopts_nothing, bodies, body, body_called, body_of_code, body_of_report,
    codes_behind_numbers, conference_at, former_name,
};

use crate::table::rows;
use crate::words::{self, Key, KeyHasher};

/// How much of a prefix's series the tables know, and so how strictly its components are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PrefixKind {
    /// A principal organ: one letter, every second component known.
    Organ,
    /// A human rights treaty body.
    TreatyBody,
    /// A body or conference whose prefix nothing else uses.
    Series,
    /// A prefix of few letters that other things share: a slip in it is never presumed.
    Short,
}

/// A first component and what may stand in second place after it.
pub(crate) struct Prefix {
    pub(crate) written: &'static str,
    pub(crate) kind: PrefixKind,
    any: bool,
    number: bool,
    year: bool,
    words: Vec<&'static str>,
    words_before_year: Vec<&'static str>,
    words_before_any: Vec<&'static str>,
    dotted: Vec<&'static str>,
}

impl Prefix {
    /// Whether the plain number `text` may follow the first component.
    pub(crate) fn allows_number(&self, text: &str) -> bool {
        self.any || self.number || self.year && is_year(text)
    }

    /// The spelling of the word `text`, whatever its case, that the table has for second place.
    pub(crate) fn word(&self, text: &str) -> Option<&'static str> {
        let mut listed = self
            .words
            .iter()
            .chain(&self.words_before_year)
            .chain(&self.words_before_any);
        listed.find(|word| word.eq_ignore_ascii_case(text)).copied()
    }

    /// Whether only a year may follow the word `word` in second place.
    pub(crate) fn year_follows(&self, word: &str) -> bool {
        self.words_before_year.contains(&word)
    }

    /// Whether components that no table lists may follow the word `word` in second place.
    pub(crate) fn is_open_behind(&self, word: &str) -> bool {
        self.words_before_any.contains(&word)
    }

    /// Whether `stem`, a full stop and a number may follow the first component.
    pub(crate) fn allows_dotted(&self, stem: &str) -> bool {
        self.any || self.lists_dotted(stem)
    }

    /// Whether the table lists a plain number for second place.
    pub(crate) fn lists_number(&self) -> bool {
        self.number
    }

    /// Whether the table lists `stem`, a full stop and a number for second place.
    pub(crate) fn lists_dotted(&self, stem: &str) -> bool {
        self.dotted.contains(&stem)
    }

    /// Whether every component may follow.
    pub(crate) fn allows_any(&self) -> bool {
        self.any
    }

    /// Whether components that no table lists are read as far as their shape goes.
    pub(crate) fn is_lenient(&self) -> bool {
        matches!(self.kind, PrefixKind::Series | PrefixKind::Short)
    }
}

/// Whether `text` is a year of the United Nations: 1945 to 2099.
pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && ("1945".."2100").contains(&text)
}

/// What a component says of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ComponentKind {
    /// What was adopted: `RES`.
    Act,
    /// Whose document it is: `C.3`.
    Body,
    /// What sort of document it is: `L.40`.
    Nature,
    /// What became of it later: `Add.1`.
    Suffix,
    /// Anything else.
    Other,
}

/// A component as it is officially spelled, and what it may stand with.
pub(crate) struct Component {
    pub(crate) written: &'static str,
    pub(crate) kind: ComponentKind,
    /// The most digits of its number.
    digits: usize,
    roman: bool,
    letter: bool,
    then: &'static str,
}

impl Component {
    /// Whether the component may carry `number` behind its full stop.
    pub(crate) fn allows(&self, number: &str) -> bool {
        let counted = number.split('-').all(|one| {
            (1..=self.digits).contains(&one.len()) && one.bytes().all(|b| b.is_ascii_digit())
        });
        counted
            || self.roman && crate::Roman::parse(number).is_some()
            || self.letter && number.len() == 1 && number.as_bytes()[0].is_ascii_uppercase()
    }

    /// Whether a number may follow directly.
    pub(crate) fn before_number(&self) -> bool {
        self.then.contains(['#', '*'])
    }

    /// Whether a word or a dotted component may follow directly, the country codes apart.
    pub(crate) fn before_word(&self) -> bool {
        self.then == "*"
    }

    /// Whether a country code may follow directly.
    pub(crate) fn before_country(&self) -> bool {
        self.then.contains(['@', '*'])
    }

    /// Whether a suffix may follow directly.
    pub(crate) fn before_suffix(&self) -> bool {
        self.then.contains('+')
    }

    /// Whether nothing but suffixes may follow.
    pub(crate) fn closes(&self) -> bool {
        self.then == "+"
    }
}

/// Entries found by how they are spelled, whatever the case.
struct Table<T> {
    entries: Vec<T>,
    places: HashMap<Key, usize, KeyHasher>,
    spelled: fn(&T) -> &'static str,
}

impl<T> Table<T> {
    fn new(mut entries: Vec<T>, spelled: fn(&T) -> &'static str) -> Self {
        entries.sort_by_cached_key(|entry| spelled(entry).to_ascii_uppercase());
        let mut places = HashMap::default();
        for (place, entry) in entries.iter().enumerate() {
            places
                .entry(words::spelling(spelled(entry)))
                .or_insert(place);
        }
        Self {
            entries,
            places,
            spelled,
        }
    }

    fn find(&self, text: &str) -> Option<&T> {
        let entry = &self.entries[*self.places.get(&words::spelling(text))?];
        (self.spelled)(entry)
            .eq_ignore_ascii_case(text)
            .then_some(entry)
    }
}

static PREFIXES: LazyLock<Table<Prefix>> = LazyLock::new(|| {
    let prefixes = rows::<4>(include_str!("../data/prefixes.tsv"))
        .map(|[written, kind, _, may_follow]| prefix_entry(written, kind, may_follow));
    Table::new(prefixes.collect(), |prefix| prefix.written)
});

fn prefix_entry(written: &'static str, kind: &str, may_follow: &'static str) -> Prefix {
    let mut entry = Prefix {
        written,
        kind: match kind {
            "organ" => PrefixKind::Organ,
            "treaty-body" => PrefixKind::TreatyBody,
            "short" => PrefixKind::Short,
            _ => PrefixKind::Series,
        },
        any: false,
        number: false,
        year: false,
        words: Vec::new(),
        words_before_year: Vec::new(),
        words_before_any: Vec::new(),
        dotted: Vec::new(),
    };
    for component in may_follow.split(' ') {
        match component {
            "*" => entry.any = true,
            "#" => entry.number = true,
            "####" => entry.year = true,
            _ => {
                if let Some(stem) = component.strip_suffix(".#") {
                    entry.dotted.push(stem);
                } else if let Some(word) = component.strip_suffix("/####") {
                    entry.words_before_year.push(word);
                } else if let Some(word) = component.strip_suffix("/*") {
                    entry.words_before_any.push(word);
                } else {
                    entry.words.push(component);
                }
            }
        }
    }
    entry
}

/// Components that stand alone, and components that a full stop and a number follow.
static COMPONENTS: LazyLock<[Table<Component>; 2]> = LazyLock::new(|| {
    let mut words = Vec::new();
    let mut dotted = Vec::new();
    for [written, shape, numbers, kind, then, _] in
        rows::<6>(include_str!("../data/components.tsv"))
    {
        let entry = || Component {
            written,
            kind: match kind {
                "act" => ComponentKind::Act,
                "body" => ComponentKind::Body,
                "nature" => ComponentKind::Nature,
                "suffix" => ComponentKind::Suffix,
                _ => ComponentKind::Other,
            },
            digits: numbers.bytes().filter(|byte| *byte == b'9').count(),
            roman: numbers.contains('I'),
            letter: numbers.contains('A'),
            then,
        };
        if shape != "dotted" {
            words.push(entry());
        }
        if shape != "word" {
            dotted.push(entry());
        }
    }
    [words, dotted].map(|components| Table::new(components, |component| component.written))
});

/// The entry of a first component, whatever its case.
pub(crate) fn prefix(text: &str) -> Option<&'static Prefix> {
    PREFIXES.find(text)
}

/// Whether `text`, whatever its case, is a word that the table has in second place behind an organ.
pub(crate) fn is_second_of_organ(text: &str) -> bool {
    static SECOND: LazyLock<Table<&'static str>> = LazyLock::new(|| {
        let organs = prefixes().filter(|prefix| prefix.kind == PrefixKind::Organ);
        let words = organs.flat_map(|organ| {
            let before = organ
                .words_before_year
                .iter()
                .chain(&organ.words_before_any);
            organ.words.iter().chain(before).copied()
        });
        Table::new(words.collect(), |word| word)
    });
    SECOND.find(text).is_some()
}

/// Every first component, in order.
pub(crate) fn prefixes() -> impl Iterator<Item = &'static Prefix> {
    PREFIXES.entries.iter()
}

/// The component that stands alone and is spelled `text`, whatever its case.
pub(crate) fn word(text: &str) -> Option<&'static Component> {
    COMPONENTS[0].find(text)
}

/// The component that a full stop and a number follow and whose stem is spelled `text`, whatever its
/// case.
pub(crate) fn dotted(text: &str) -> Option<&'static Component> {
    COMPONENTS[1].find(text)
}

#[cfg(test)]
mod tests;
