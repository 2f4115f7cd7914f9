//! Names of instruments that the sources hand down to the scanner.
//!
//! The beginnings of all names, word by word, are keys of one table. A text is followed along it as long as
//! some name begins so; only the few names that the last beginning leaves are compared with the text.

use std::collections::HashMap;
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
    /// The names that the words of a beginning leave, the longest first; none where all go on.
    beginnings: HashMap<Key, Vec<usize>, KeyHasher>,
}

impl Lexicon {
    /// A lexicon of `names`; of equal spellings the first wins.
    pub fn new(names: Vec<Name>) -> Self {
        let mut openings = Openings::default();
        Anchors::all().open(&mut openings);
        let mut beginnings: HashMap<Key, Vec<usize>, KeyHasher> = HashMap::default();
        for (index, name) in names.iter().enumerate() {
            let mut last = None;
            for beginning in beginnings_of(&name.written) {
                beginnings.entry(beginning).or_default();
                last = Some(beginning);
            }
            if let Some(last) = last {
                openings.add_words(&name.written, Opens::NAME);
                beginnings.entry(last).or_default().push(index);
            }
        }
        for left in beginnings.values_mut() {
            left.sort_by_key(|index| (usize::MAX - names[*index].written.len(), *index));
        }
        Self {
            names,
            openings,
            beginnings,
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

    /// The longest name that starts at byte `at` of `text`: the offset behind it, and its index.
    pub(crate) fn longest_at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let (word, end) = word(text, at);
        let beginning = Key::default().then(word);
        let left = self.beginnings.get(&beginning)?;
        self.longer(text, at, end, beginning)
            .or_else(|| self.first_of(left, text, at))
    }

    /// The longest name that starts at byte `at` with the words of `beginning` and a space at `end`.
    fn longer(&self, text: &str, at: usize, end: usize, beginning: Key) -> Option<(usize, usize)> {
        let start = skip_spaces(text, end)?;
        let (whole, end) = word(text, start);
        let longer = beginning.then(whole);
        if let Some(left) = self.beginnings.get(&longer) {
            return self
                .longer(text, at, end, longer)
                .or_else(|| self.first_of(left, text, at));
        }
        // A footnote figure may be glued to the last word.
        let figure = text[start..end].find(|c: char| c.is_ascii_digit())?;
        let (bare, _) = word(&text[start..start + figure], 0);
        let left = self.beginnings.get(&beginning.then(bare))?;
        self.first_of(left, text, at)
    }

    /// The first of the names `left` that stands at `at`.
    fn first_of(&self, left: &[usize], text: &str, at: usize) -> Option<(usize, usize)> {
        left.iter()
            .find_map(|index| Some((stands_at(&self.names[*index], text, at)?, *index)))
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// The beginnings of a name up to its end or to the first sign that is no space. A last word with a digit is
/// left out: in a text, the digits of a footnote may follow its own.
fn beginnings_of(written: &str) -> Vec<Key> {
    let mut beginnings = Vec::new();
    let mut beginning = Key::default();
    let mut start = Some(0);
    while let Some(at) = start {
        let (key, end) = word(written, at);
        let last = !written[end..].starts_with(' ');
        let figure = at > 0 && written[at..end].contains(|c: char| c.is_ascii_digit());
        if end == at || last && figure {
            break;
        }
        beginning = beginning.then(key);
        beginnings.push(beginning);
        start = skip_spaces(written, end);
    }
    beginnings
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
