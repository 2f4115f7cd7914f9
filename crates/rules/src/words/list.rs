//! The entries of the word lists, by how their words begin: the rows of `data/words.tsv` and the anchors of rules.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use citation::{MONTHS, table};

use super::Signs;
use crate::Safety;
use crate::dates_and_sessions::{ANNOUNCING, PRESENT};
use crate::openings::{Opening, Openings, words_of};
use crate::style::{GOVERNMENT_OF, NUMBERED, SPELLINGS};

/// Words that a rule starts from, and finds no fault with as such.
pub(crate) struct Anchors {
    /// What they are found by, like the entries of a rule by its code.
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
}

const ANCHORS: [&Anchors; 4] = [&NUMBERED, &GOVERNMENT_OF, &SPELLINGS, &PRESENT];

/// In which letters an entry has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Letters {
    /// As the list writes it.
    Exact,
    /// As the list writes it, or with a capital at the beginning of a sentence.
    Small,
}

/// One form of a row.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code of the rule that speaks, or the name of the anchors.
    pub(crate) rule: &'static str,
    /// What is written.
    pub(crate) written: String,
    /// What would be right; several ways are separated by ` / `.
    pub(crate) right: String,
    pub(super) letters: Letters,
    /// Words that, near by, make the entry right.
    pub(super) unless: Vec<&'static str>,
    /// The last year of which it is right.
    pub(super) until: Option<u16>,
    /// Whether fix-all may apply it.
    pub(super) safety: Safety,
}

impl Entry {
    /// A word of `anchors`.
    fn anchor(anchors: &Anchors, word: &str) -> Self {
        Self {
            rule: anchors.name,
            written: word.to_owned(),
            right: String::new(),
            letters: Letters::Exact,
            unless: Vec::new(),
            until: None,
            safety: Safety::Suggested,
        }
    }

    /// Whether it stands at `at`, be it as part of a longer word.
    pub(super) fn stands_at(&self, text: &[u8], at: usize) -> bool {
        let written = self.written.as_bytes();
        let text = text.get(at..at + written.len());
        // Those that are asked about begin alike, so that most are told apart by how they end.
        let ends_alike = |text: &[u8]| {
            text.last().map(|last| last | 0x20) == written.last().map(|last| last | 0x20)
        };
        text.is_some_and(|text| {
            ends_alike(text)
                && match self.letters {
                    Letters::Exact => text == written,
                    Letters::Small => text.eq_ignore_ascii_case(written),
                }
        })
    }
}

/// What words that begin alike may be.
#[derive(Clone, Debug, Default)]
pub(super) struct Begun {
    /// Where the entries stand in the list: those in exact letters, and the others.
    pub(super) entries: [Range<u32>; 2],
    pub(super) signs: Signs,
}

/// The entries of all lists, and what begins like them.
pub(super) struct List {
    /// Those that begin alike stand together, by their letters, the longest first.
    pub(super) entries: Vec<Entry>,
    pub(super) openings: Openings<Begun>,
}

impl List {
    /// The entries that begin as `words` do: among them is every one that is written so.
    pub(super) fn beginning_like(&self, words: &str) -> impl Iterator<Item = &Entry> {
        let first = words_of(words.as_bytes()).next();
        let begun = first.and_then(|word| self.openings.get(words.as_bytes(), &word));
        let entries = begun.into_iter().flat_map(|begun| &begun.entries);
        entries.flat_map(|range| &self.entries[range.start as usize..range.end as usize])
    }
}

pub(super) static LIST: LazyLock<List> = LazyLock::new(|| {
    let anchors = |anchors: &'static Anchors| {
        let words = anchors.words.iter();
        words.map(move |word| Entry::anchor(anchors, word))
    };
    let mut entries: Vec<(Opening, Entry)> = rows()
        .flat_map(entries_of)
        .chain(ANCHORS.into_iter().flat_map(anchors))
        .filter_map(|entry| Some((Opening::of_first(&entry.written)?, entry)))
        .collect();
    entries.sort_by_key(|(opening, entry)| {
        let longest_first = std::cmp::Reverse(entry.written.len());
        (*opening, entry.letters, longest_first)
    });
    let mut openings: HashMap<Opening, Begun> = HashMap::new();
    let mut sign = |words: &str, sign: Signs| {
        if let Some(opening) = Opening::of_first(words) {
            openings.entry(opening).or_default().signs.add(sign);
        }
    };
    for month in MONTHS {
        for behind in [&month[3..], " ", ".", ","] {
            sign(&format!("{}{behind}", &month[..3]), Signs::MONTH);
        }
    }
    sign("Sept.", Signs::MONTH);
    for year in 1900..2100 {
        sign(&year.to_string(), Signs::YEAR);
    }
    for words in ANNOUNCING {
        sign(words, Signs::ANNOUNCEMENT);
    }
    for word in ["session", "sessions"] {
        sign(word, Signs::SESSION);
    }
    let mut from = 0;
    let are_alike = |(a, one): &(Opening, Entry), (b, other): &(Opening, Entry)| {
        a == b && one.letters == other.letters
    };
    for alike in entries.chunk_by(are_alike) {
        let to = from + alike.len() as u32;
        let (opening, entry) = &alike[0];
        let begun = openings.entry(*opening).or_default();
        begun.entries[entry.letters as usize] = from..to;
        from = to;
    }
    List {
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        openings: openings.into_iter().collect(),
    }
});

/// The columns of a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) rule: &'static str,
    pub(super) written: &'static str,
    pub(super) right: &'static str,
    pub(super) letters: &'static str,
    pub(super) safety: &'static str,
    pub(super) unless: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example is the row's test"))]
    pub(super) flags: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example is the row's test"))]
    pub(super) allows: &'static str,
}

pub(super) fn rows() -> impl Iterator<Item = Row> {
    table::rows(include_str!("../../data/words.tsv")).map(
        |[
            rule,
            written,
            right,
            letters,
            safety,
            unless,
            flags,
            allows,
            _,
        ]: [_; 9]| Row {
            rule,
            written,
            right,
            letters,
            safety,
            unless,
            flags,
            allows,
        },
    )
}

/// The entries of a row: `organi{s,z}` has none, `organis{e,ed}` and `organiz{e,ed}` make two.
fn entries_of(row: Row) -> Vec<Entry> {
    let written = expanded(row.written);
    let right = expanded(row.right);
    written
        .into_iter()
        .enumerate()
        .map(|(index, written)| Entry {
            rule: row.rule,
            written,
            right: right
                .get(index)
                .or(right.last())
                .cloned()
                .unwrap_or_default(),
            letters: if row.letters == "exact" {
                Letters::Exact
            } else {
                Letters::Small
            },
            unless: row
                .unless
                .split('|')
                .filter(|words| !words.is_empty() && last_year(words).is_none())
                .collect(),
            until: row.unless.split('|').find_map(last_year),
            safety: if row.safety == "safe" {
                Safety::Safe
            } else {
                Safety::Suggested
            },
        })
        .collect()
}

/// The year of `..2022`, which makes right what is said of it and of those before.
fn last_year(words: &str) -> Option<u16> {
    words.strip_prefix("..")?.parse().ok()
}

/// `colo{r,rs}` as `color` and `colors`.
pub(super) fn expanded(form: &str) -> Vec<String> {
    let Some((head, rest)) = form.split_once('{') else {
        return vec![form.to_owned()];
    };
    let (endings, tail) = rest.split_once('}').unwrap_or((rest, ""));
    endings
        .split(',')
        .map(|ending| [head, ending, tail].concat())
        .collect()
}
