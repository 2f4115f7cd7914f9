//! Symbols, numbers, names and titles to documents: an automaton and lists of documents, both mapped.
//!
//! A key is one letter for its class and then the folded name. Looking one up touches a few pages and
//! never the full-text index, so a hover does not wait for that.

use std::collections::{BTreeMap, HashMap};

use fst::automaton::Automaton;
use fst::{IntoStreamer, Map, MapBuilder, Streamer};
use levenshtein_automata::LevenshteinAutomatonBuilder;
use tantivy::directory::OwnedBytes;

use crate::error::CorpusError;

/// What a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A document symbol.
    Symbol,
    /// The title or other fixed form by which a document is cited.
    Instrument,
    /// A number in prose: "67/172".
    Number,
    /// A title, a short title or an acronym, whether documents are cited by it or not.
    Title,
    /// The symbol of a document that another names as related: its draft, the report on it.
    Related,
    /// The symbol of a document that another says it supersedes or abolishes, or that was issued again.
    Replaced,
}

impl Class {
    const fn letter(self) -> char {
        match self {
            Self::Symbol => 's',
            Self::Instrument => 'i',
            Self::Number => 'n',
            Self::Title => 't',
            Self::Related => 'r',
            Self::Replaced => 'p',
        }
    }

    /// The key of `folded`, a folded name.
    pub(crate) fn key(self, folded: &str) -> String {
        let mut key = String::with_capacity(folded.len() + 1);
        key.push(self.letter());
        key.push_str(folded);
        key
    }
}

/// A value with this bit leads to a list; without it, it is a row.
const LIST: u64 = 1 << 63;

/// The dictionary of a generation. A row is the place of a document in the table of documents.
pub(crate) struct Dictionary {
    names: Map<OwnedBytes>,
    lists: OwnedBytes,
}

impl Dictionary {
    /// The dictionary in these files.
    ///
    /// # Errors
    /// When the automaton is none.
    pub(crate) fn open(names: OwnedBytes, lists: OwnedBytes) -> Result<Self, CorpusError> {
        let names = Map::new(names)
            .map_err(|error| CorpusError::damaged(format!("the dictionary of symbols: {error}")))?;
        Ok(Self { names, lists })
    }

    /// The rows of the documents with this name, the one that counts first.
    pub(crate) fn exact(&self, class: Class, folded: &str) -> Vec<u32> {
        self.names
            .get(class.key(folded))
            .map(|value| self.rows(value))
            .unwrap_or_default()
    }

    /// At most `limit` names of the class that begin with `folded`, in order, with their rows.
    pub(crate) fn prefix(
        &self,
        class: Class,
        folded: &str,
        limit: usize,
    ) -> Vec<(String, Vec<u32>)> {
        let key = class.key(folded);
        let begins = fst::automaton::Str::new(&key).starts_with();
        let mut stream = self.names.search(begins).into_stream();
        let mut found = Vec::new();
        while let Some((name, value)) = stream.next().filter(|_| found.len() < limit) {
            let name = String::from_utf8_lossy(name.get(1..).unwrap_or_default()).into_owned();
            found.push((name, self.rows(value)));
        }
        found
    }

    /// At most `limit` names of the class within `edits` (1 or 2) of `folded`, nearest first. Two
    /// neighbours that changed places are one edit.
    pub(crate) fn near(
        &self,
        class: Class,
        folded: &str,
        edits: u8,
        limit: usize,
    ) -> Vec<(String, u8, Vec<u32>)> {
        let automaton =
            LevenshteinAutomatonBuilder::new(edits.min(2), true).build_dfa(&class.key(folded));
        let mut stream = self.names.search_with_state(&automaton).into_stream();
        let mut found = Vec::new();
        let letter = class.letter() as u8;
        while let Some((name, value, state)) = stream.next() {
            let distance = automaton.distance(state).to_u8();
            // The letter of the class is no part of the name, so it may not be an edit either.
            if let Some((&first, name)) = name.split_first()
                && first == letter
                && distance <= edits
            {
                let name = String::from_utf8_lossy(name).into_owned();
                found.push((name, distance, self.rows(value)));
            }
        }
        found.sort_by(|one, other| (one.1, &one.0).cmp(&(other.1, &other.0)));
        found.truncate(limit);
        found
    }

    /// The longest name of the class with which `text`, which is folded, begins, and its rows. The name
    /// ends where a word of the text ends.
    pub(crate) fn longest(&self, class: Class, text: &str) -> Option<(usize, Vec<u32>)> {
        let automaton = self.names.as_fst();
        let mut node = automaton.root();
        let mut output = fst::raw::Output::zero();
        let mut found = None;
        let letter = class.letter() as u8;
        let bytes = std::iter::once(letter).chain(text.bytes());
        for (length, byte) in bytes.enumerate() {
            let Some(place) = node.find_input(byte) else {
                break;
            };
            let transition = node.transition(place);
            output = output.cat(transition.out);
            node = automaton.node(transition.addr);
            let whole = text
                .get(length..)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            if node.is_final() && whole {
                found = Some((length, output.cat(node.final_output()).value()));
            }
        }
        found.map(|(length, value)| (length, self.rows(value)))
    }

    /// Whether every byte of the automaton is as it was written.
    pub(crate) fn is_sound(&self) -> bool {
        self.names.as_fst().verify().is_ok()
    }

    fn rows(&self, value: u64) -> Vec<u32> {
        if value & LIST == 0 {
            return u32::try_from(value).into_iter().collect();
        }
        let start = (value & 0xff_ffff_ffff) as usize;
        let count = (value >> 40 & 0x7f_ffff) as usize;
        let bytes = self.lists.get(start * 4..(start + count) * 4);
        bytes
            .unwrap_or_default()
            .chunks_exact(4)
            .filter_map(|four| Some(u32::from_le_bytes(four.try_into().ok()?)))
            .collect()
    }
}

/// The names of a generation while they are being gathered.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    names: BTreeMap<String, Vec<u32>>,
    /// Documents in another language than drafts are written in, with that language.
    foreign: HashMap<u32, Box<str>>,
}

impl Gathered {
    /// Gives a name to the document in `row`. Rows come in order.
    pub(crate) fn add(&mut self, class: Class, folded: &str, row: u32) {
        if folded.is_empty() {
            return;
        }
        let rows = self.names.entry(class.key(folded)).or_default();
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    }

    /// Notes that the document in `row` is in another language than drafts are, so that of several copies
    /// it counts behind those that are not.
    pub(crate) fn note_foreign(&mut self, row: u32, language: &str) {
        self.foreign.insert(row, language.into());
    }

    /// The language of the document in `row`, unless it is that of drafts.
    pub(crate) fn foreign(&self, row: u32) -> Option<&str> {
        self.foreign.get(&row).map(|language| &**language)
    }

    /// The copies in `rows`, the one that counts first: those in the language of drafts before others, and
    /// the newest before older ones.
    pub(crate) fn in_rank(&self, rows: &[u32]) -> Vec<u32> {
        let mut ranked: Vec<u32> = rows.iter().rev().copied().collect();
        ranked.sort_by_key(|row| self.foreign.contains_key(row));
        ranked
    }

    /// The names of the class that several documents have, with their rows.
    pub(crate) fn shared(&self, class: Class) -> impl Iterator<Item = (&str, &[u32])> {
        self.names
            .range(class.key("")..)
            .take_while(move |(name, _)| name.starts_with(class.letter()))
            .filter(|(_, rows)| rows.len() > 1)
            .map(|(name, rows)| (&name[1..], rows.as_slice()))
    }

    /// The bytes of the automaton and of the lists.
    ///
    /// # Errors
    /// Never, as far as is known: names come in order out of an ordered map.
    pub(crate) fn write(&self) -> Result<(Vec<u8>, Vec<u8>), CorpusError> {
        let unwritable =
            |error: fst::Error| CorpusError::damaged(format!("the dictionary of symbols: {error}"));
        let mut names = MapBuilder::memory();
        let mut lists: Vec<u8> = Vec::new();
        for (name, rows) in &self.names {
            let value = if let [row] = rows.as_slice() {
                u64::from(*row)
            } else {
                let start = lists.len() as u64 / 4;
                for row in self.in_rank(rows) {
                    lists.extend_from_slice(&row.to_le_bytes());
                }
                LIST | (rows.len() as u64 & 0x7f_ffff) << 40 | start
            };
            names.insert(name, value).map_err(unwritable)?;
        }
        Ok((names.into_inner().map_err(unwritable)?, lists))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(names: &[(&str, u32)]) -> Dictionary {
        let mut gathered = Gathered::default();
        for (name, row) in names {
            gathered.add(Class::Symbol, &sources::fold(name), *row);
            gathered.add(Class::Title, "protection of migrants", *row);
        }
        let (names, lists) = gathered.write().unwrap();
        Dictionary::open(OwnedBytes::new(names), OwnedBytes::new(lists)).unwrap()
    }

    fn sample() -> Dictionary {
        dictionary(&[
            ("A/RES/66/172", 0),
            ("A/RES/67/172", 1),
            ("A/RES/67/175", 2),
            ("A/67/172", 3),
            ("A/RES/67/172", 4),
        ])
    }

    #[test]
    fn of_two_documents_with_one_symbol_the_newer_comes_first() {
        let sample = sample();
        assert_eq!(sample.exact(Class::Symbol, "a/res/67/172"), [4, 1]);
        assert_eq!(sample.exact(Class::Symbol, "a/res/66/172"), [0]);
        assert!(sample.exact(Class::Symbol, "a/res/99/1").is_empty());
        assert!(sample.exact(Class::Number, "a/res/66/172").is_empty());
        let title = sample.exact(Class::Title, "protection of migrants");
        assert_eq!(title, [4, 3, 2, 1, 0]);
    }

    #[test]
    fn names_are_found_by_their_beginnings() {
        let sample = sample();
        let names = |prefix: &str, limit| -> Vec<String> {
            let found = sample.prefix(Class::Symbol, prefix, limit);
            found.into_iter().map(|(name, _)| name).collect()
        };
        assert_eq!(names("a/res/67", 9), ["a/res/67/172", "a/res/67/175"]);
        assert_eq!(names("a/", 2), ["a/67/172", "a/res/66/172"]);
        assert!(names("x", 9).is_empty());
    }

    #[test]
    fn the_longest_name_at_the_beginning_of_a_text_is_found() {
        let sample = sample();
        let longest = |text: &str| {
            let found = sample.longest(Class::Title, text);
            found.map(|(length, rows)| (length, rows.len()))
        };
        assert_eq!(longest("protection of migrants, adopted"), Some((22, 5)));
        assert_eq!(longest("protection of migrantsx"), None);
        assert_eq!(longest("protection"), None);
        assert_eq!(longest(""), None);
    }

    #[test]
    fn a_slip_of_the_pen_finds_what_was_meant() {
        let sample = sample();
        let near = |name: &str, edits| -> Vec<(String, u8)> {
            let found = sample.near(Class::Symbol, name, edits, 9);
            found
                .into_iter()
                .map(|(name, distance, _)| (name, distance))
                .collect()
        };
        assert!(near("a/res/76/172", 1).contains(&("a/res/67/172".to_owned(), 1)));
        assert_eq!(near("a/res/67/174", 1).len(), 2);
        assert_eq!(near("a/res/67/172", 1)[0], ("a/res/67/172".to_owned(), 0));
        // The class is no letter that may change: no title is near a symbol.
        assert!(near("rotection of migrants", 1).is_empty());
    }

    #[test]
    fn damaged_bytes_are_no_dictionary_or_an_unsound_one() {
        let mut gathered = Gathered::default();
        for number in 0..50 {
            gathered.add(Class::Symbol, &format!("a/res/67/{number}"), number);
        }
        let (names, lists) = gathered.write().unwrap();
        for at in 0..names.len() {
            let mut flipped = names.clone();
            flipped[at] ^= 2;
            let opened = Dictionary::open(OwnedBytes::new(flipped), OwnedBytes::new(lists.clone()));
            assert!(opened.is_err() || opened.is_ok_and(|opened| !opened.is_sound()));
        }
    }
}
