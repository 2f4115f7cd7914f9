//! Names of instruments that the sources hand down to the scanner.
//!
//! Names are found by their first word and then by their second, so that of the many that begin with
//! "International Convention" only those that may stand in the text are compared with it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::scan::anchors::Anchors;
use crate::scan::openings::{Openings, Opens};
use crate::words::{Key, KeyHasher, same_words, skip_spaces, word};

/// One way to write the name of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The words as written: "Convention on the Rights of the Child", "ICRMW".
    pub written: Arc<str>,
    /// The official title it stands for.
    pub title: Arc<str>,
    /// Whether it is an acronym or code, matched with its capitals and as a whole word.
    pub acronym: bool,
}

/// Every known name, ready for scanning.
#[derive(Clone, Debug)]
pub struct Lexicon {
    names: Vec<Name>,
    /// What words may begin with that open a name, or an anchor of the grammar.
    openings: Openings,
    /// The names by first word, of one first word the longest name first.
    candidates: Vec<Candidate>,
    /// Ranges of `candidates` by the key of the first word.
    by_first_word: HashMap<Key, Range<usize>, KeyHasher>,
}

#[derive(Clone, Debug)]
struct Candidate {
    /// Index into the names.
    name: usize,
    second: Second,
}

/// What the second word of a text has to be.
#[derive(Clone, Copy, Debug)]
enum Second {
    /// This word.
    Exactly(Key),
    /// The last word of the name, to which a footnote figure may be glued.
    Noted(Key),
    /// Only the comparison can tell.
    Anything,
}

/// The second word of a text, and the same up to its first digit, where a footnote figure may begin.
#[derive(Clone, Copy)]
struct Found {
    whole: Key,
    bare: Key,
}

impl Second {
    fn fits(self, found: Option<Found>) -> bool {
        match self {
            Self::Exactly(key) => found.is_some_and(|found| found.whole == key),
            Self::Noted(key) => found.is_some_and(|found| found.whole == key || found.bare == key),
            Self::Anything => true,
        }
    }
}

impl Lexicon {
    /// A lexicon of `names`; of equal spellings the first wins.
    pub fn new(names: Vec<Name>) -> Self {
        let mut openings = Openings::default();
        Anchors::all().open(&mut openings);
        let mut keyed: Vec<(Key, usize)> = Vec::with_capacity(names.len());
        for (index, name) in names.iter().enumerate() {
            let (first, end) = word(&name.written, 0);
            if end > 0 {
                openings.add(&name.written, Opens::NAME);
                keyed.push((first, index));
            }
        }
        keyed.sort_by_key(|(first, index)| {
            (*first, usize::MAX - names[*index].written.len(), *index)
        });
        let mut by_first_word: HashMap<Key, Range<usize>, KeyHasher> = HashMap::default();
        for (place, (first, _)) in keyed.iter().enumerate() {
            by_first_word.entry(*first).or_insert(place..place).end = place + 1;
        }
        let candidates = keyed
            .into_iter()
            .map(|(_, name)| Candidate {
                name,
                second: second_word(&names[name]),
            })
            .collect();
        Self {
            names,
            openings,
            candidates,
            by_first_word,
        }
    }

    /// All names, in the order given.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// What words may begin with that are worth a look.
    pub(crate) fn openings(&self) -> &Openings {
        &self.openings
    }

    /// The longest name that starts at byte `at` of `text`, and the offset behind it.
    pub(crate) fn longest_at(&self, text: &str, at: usize) -> Option<(usize, &Name)> {
        let (first, end) = word(text, at);
        let candidates = &self.candidates[self.by_first_word.get(&first)?.clone()];
        let second = skip_spaces(text, end).map(|start| found_at(text, start));
        candidates
            .iter()
            .filter(|candidate| candidate.second.fits(second))
            .find_map(|candidate| {
                let name = &self.names[candidate.name];
                Some((stands_at(name, text, at)?, name))
            })
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

fn found_at(text: &str, start: usize) -> Found {
    let (whole, end) = word(text, start);
    let figure = text[start..end].find(|c: char| c.is_ascii_digit());
    let bare = figure.map_or(whole, |letters| word(&text[start..start + letters], 0).0);
    Found { whole, bare }
}

fn second_word(name: &Name) -> Second {
    let written = &*name.written;
    let (_, first) = word(written, 0);
    let Some(start) = skip_spaces(written, first).filter(|_| !name.acronym) else {
        return Second::Anything;
    };
    let (key, end) = word(written, start);
    let has_digit = written[start..end].contains(|c: char| c.is_ascii_digit());
    match () {
        () if end == start => Second::Anything,
        () if end < written.len() => Second::Exactly(key),
        () if has_digit => Second::Anything,
        () => Second::Noted(key),
    }
}

/// The offset behind `name` if it stands at `at`.
fn stands_at(name: &Name, text: &str, at: usize) -> Option<usize> {
    let end = if name.acronym {
        text[at..]
            .starts_with(&*name.written)
            .then(|| at + name.written.len())?
    } else {
        same_words(text, at, &name.written)?
    };
    // A footnote figure may be glued to a title, never to an acronym.
    let goes_on = |c: char| c.is_alphabetic() || name.acronym && c.is_numeric();
    (!text[end..].starts_with(goes_on)).then_some(end)
}
