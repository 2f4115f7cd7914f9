//! Names of instruments that the sources hand down to the scanner.
//!
//! The beginnings of all names, word by word and sign by sign, are keys of one table. A text is followed
//! along it as long as some name begins so, and compared only with the names that end where it is.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use self::alike::Alike;
use self::beginnings::Beginnings;
use self::later::Later;
use crate::scan::first_words::FirstWords;
use crate::words::{self, Key, KeyHasher, joint, same_words, word};

mod alike;
mod beginnings;
mod later;

/// A name adds about so many beginnings to those of others.
const BEGINNINGS: usize = 5;

/// The most small words before the capital of a name: "deuxième protocole facultatif se rapportant au Pacte".
const MOST_SMALL: usize = 6;

/// The most digits that a year with a footnote figure glued to it has.
const MOST_GLUED: usize = 7;

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
    /// The words that open a name.
    first_words: FirstWords,
    beginnings: Beginnings,
    /// The names that begin beyond ASCII, by their first character, small, and what tells their second from others;
    /// the longest first.
    beyond_ascii: HashMap<(char, char), Vec<usize>, KeyHasher>,
    /// The names in Chinese by their last character, the longest first: no space shows where one begins in running text.
    by_last_han: HashMap<char, Vec<usize>, KeyHasher>,
    /// A bit for each of their beginnings, at the place that its hash says: most look-ups are in vain.
    known_beyond_ascii: [u64; 64],
    /// What names that differ in small words only have in common; made when it is first asked for.
    alike: OnceLock<Alike>,
    /// The names in Cyrillic letters that few texts ask for.
    later: Later,
}

/// Which word and which bit of it belong to a beginning beyond ASCII.
const fn place_beyond_ascii((first, second): (char, char)) -> (usize, u64) {
    let both = (first as u32).rotate_left(16) ^ second as u32;
    let place = both.wrapping_mul(0x9E37_79B1) >> 20;
    ((place / 64) as usize, 1 << (place % 64))
}

impl Lexicon {
    /// A lexicon of `names`; of equal spellings the first wins.
    pub fn new(names: Vec<Name>) -> Self {
        let mut first_words = FirstWords::default();
        let mut beginnings: HashMap<Key, Vec<usize>, KeyHasher> =
            HashMap::with_capacity_and_hasher(names.len() * BEGINNINGS, KeyHasher::default());
        let mut beyond_ascii: HashMap<(char, char), Vec<usize>, KeyHasher> = HashMap::default();
        let mut by_last_han: HashMap<char, Vec<usize>, KeyHasher> = HashMap::default();
        for (index, name) in names.iter().enumerate() {
            let mut last = None;
            for beginning in beginnings_of(&name.written) {
                beginnings.entry(beginning).or_default();
                last = Some(beginning);
            }
            if let Some(last) = last {
                first_words.add(&name.written);
                beginnings.entry(last).or_default().push(index);
            } else if let Some(first) = first_beyond_ascii(&name.written) {
                let second = second_of(&name.written);
                beyond_ascii.entry((first, second)).or_default().push(index);
                let last = name
                    .written
                    .chars()
                    .next_back()
                    .filter(|last| is_han(*last));
                if let Some(last) = last.filter(|_| is_han(first)) {
                    by_last_han.entry(last).or_default().push(index);
                }
            }
        }
        let mut known_beyond_ascii = [0; 64];
        for beginning in beyond_ascii.keys() {
            let (word, bit) = place_beyond_ascii(*beginning);
            known_beyond_ascii[word] |= bit;
        }
        for names_alike in beyond_ascii.values_mut().chain(by_last_han.values_mut()) {
            names_alike.sort_by_key(|index| (usize::MAX - names[*index].written.len(), *index));
        }
        Self {
            names,
            first_words,
            beginnings: Beginnings::new(beginnings),
            beyond_ascii,
            by_last_han,
            known_beyond_ascii,
            alike: OnceLock::new(),
            later: Later::default(),
        }
    }

    /// The same with names that begin with a Cyrillic letter: `spell` is asked for them when a text has one.
    #[must_use]
    pub fn with_cyrillic(mut self, spell: fn() -> Vec<Name>) -> Self {
        self.later.add(spell);
        self
    }

    /// The names of several lexicons; of equal spellings the first wins.
    pub fn of_all<'l>(lexicons: impl IntoIterator<Item = &'l Self>) -> Self {
        let mut spellings = HashSet::new();
        let mut names = Vec::new();
        let mut later = Later::default();
        for lexicon in lexicons {
            let unheard = |name: &&Name| spellings.insert(Arc::clone(&name.written));
            names.extend(lexicon.names.iter().filter(unheard).cloned());
            later.add_all(&lexicon.later);
        }
        Self {
            later,
            ..Self::new(names)
        }
    }

    /// Whether it has no name at all.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.later.is_empty()
    }

    /// All names, in the order given; those that are spelled out when they are asked for stand behind the others.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().chain(self.later.all())
    }

    /// The names that may begin as `words` or a part of them do: those in Cyrillic only where these have such a letter.
    pub fn names_like(&self, words: &str) -> impl Iterator<Item = &Name> {
        let later = words.chars().find_map(|letter| self.later.of(letter));
        let later = later.map_or(&[][..], |lexicon| &lexicon.names);
        self.names.iter().chain(later)
    }

    /// The name of this index.
    pub(crate) fn name(&self, index: usize) -> &Name {
        match index.checked_sub(self.names.len()) {
            None => &self.names[index],
            Some(index) => self.later.name(index),
        }
    }

    /// The official title of the instrument that `words` name, and nothing else.
    pub fn title_of(&self, words: &str) -> Option<&Arc<str>> {
        let (end, name) = self.longest_at(words, 0)?;
        (end == words.len()).then(|| &self.name(name).title)
    }

    /// The name that `words` are but for prepositions, articles and the number of a noun ("Convention on the Right of the
    /// Child"); `None` where no name is, or those of several instruments are.
    pub fn alike(&self, words: &str) -> Option<&Name> {
        let alike = self.alike.get_or_init(|| Alike::new(&self.names));
        alike.find(words, &self.names)
    }

    /// The words that open a name.
    pub(crate) fn first_words(&self) -> &FirstWords {
        &self.first_words
    }

    /// The longest name that starts at byte `at` of `text`: the offset behind it, and its index.
    pub(crate) fn longest_at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        if !text.as_bytes().get(at)?.is_ascii() {
            let first = first_beyond_ascii(text.get(at..)?)?;
            let own = self.longest_beyond_ascii(text, at, first);
            let later = self.later.of(first).and_then(|lexicon| {
                let (end, index) = lexicon.longest_beyond_ascii(text, at, first)?;
                Some((end, self.names.len() + index))
            });
            let longest = own.into_iter().chain(later);
            return longest.min_by_key(|(_, index)| self.longest_first(*index));
        }
        let mut longest = None;
        let mut beginning = Key::default();
        let mut next = at;
        loop {
            let word = word(text, next);
            let whole = beginning.then(word.key);
            // What is taken for a beginning and is none leads nowhere, but for a figure that is looked at below.
            let names = if word.has_digit {
                self.beginnings.get(whole)
            } else {
                self.beginnings.get_likely(whole)
            };
            let Some(names) = names else {
                if next > at && word.has_digit {
                    return self.noted(text, at, next, beginning).or(longest);
                }
                return longest;
            };
            if !names.is_empty() {
                longest = self.standing(names, text, at).or(longest);
            }
            let Some((sign, behind)) = joint(text, word.end) else {
                return longest;
            };
            beginning = whole.then(sign);
            next = behind;
        }
    }

    /// Whether a name may begin at byte `at` of `text`, so far as its first word tells.
    fn may_open(&self, text: &str, at: usize) -> bool {
        let bytes = text.as_bytes();
        let letters = words::letters_or_digits(bytes, at);
        letters == 0
            || self
                .first_words
                .may_open(bytes, at, letters, words::eight_at(bytes, at))
    }

    /// The longest name at byte `at` of `text`, or, where small words before it and it make another one, that: "second
    /// Optional Protocol to", "четвертая Женевская конвенция". Nothing before `floor` belongs to it.
    pub(crate) fn longest_around(
        &self,
        text: &str,
        at: usize,
        floor: usize,
    ) -> Option<(Range<usize>, usize)> {
        let found = self.longest_at(text, at);
        let mut widest = found.map(|(end, name)| (at..end, name));
        let most = if found.is_some() { MOST_SMALL } else { 1 };
        let mut start = at;
        for _ in 0..most {
            let Some(before) = words::small_word_before(text, start).filter(|at| *at >= floor)
            else {
                break;
            };
            start = before;
            if !self.may_open(text, start) {
                continue;
            }
            let Some((end, wider)) = self.longest_at(text, start).filter(|(end, _)| *end > at)
            else {
                continue;
            };
            let is_another = found.is_none_or(|(narrow, name)| {
                end > narrow || end == narrow && self.name(wider).title != self.name(name).title
            });
            if is_another {
                widest = Some((start..end, wider));
            }
        }
        widest
    }

    /// The longest name in Chinese that ends at byte `end` of `text`: where it begins, and its index.
    pub(crate) fn han_ending_at(&self, text: &str, end: usize) -> Option<(usize, usize)> {
        let before = &text[..end];
        let names = self.by_last_han.get(&before.chars().next_back()?)?;
        names.iter().find_map(|index| {
            let head = before.strip_suffix(&*self.names[*index].written)?;
            Some((head.len(), *index))
        })
    }

    /// The longest name that starts at `at` with the character `first`, which is beyond ASCII.
    fn longest_beyond_ascii(&self, text: &str, at: usize, first: char) -> Option<(usize, usize)> {
        // A name with a space in second place may be followed by any white space.
        let second = second_of(&text[at..]);
        let seconds = [Some(second), (second != SPACE).then_some(SPACE)];
        let found = seconds
            .into_iter()
            .flatten()
            .filter(|second| {
                let (word, bit) = place_beyond_ascii((first, *second));
                self.known_beyond_ascii[word] & bit != 0
            })
            .filter_map(|second| self.standing(self.beyond_ascii.get(&(first, second))?, text, at));
        found.min_by_key(|(_, index)| self.longest_first(*index))
    }

    /// What puts longer names before shorter ones, and those that are as long in their order.
    fn longest_first(&self, index: usize) -> (usize, usize) {
        (usize::MAX - self.name(index).written.len(), index)
    }

    /// The longest name that starts at `at` and ends with the word at `last`, to which a footnote figure is
    /// glued.
    fn noted(&self, text: &str, at: usize, last: usize, beginning: Key) -> Option<(usize, usize)> {
        let bytes = &text.as_bytes()[last..];
        let letters = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let digits = bytes[letters..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        (letters..letters + digits.min(MOST_GLUED))
            .rev()
            .find_map(|length| {
                let bare = word(&text[last..last + length], 0);
                let names = self.beginnings.get(beginning.then(bare.key))?;
                self.standing(names, text, at)
            })
    }

    /// The first of `names` that stands at `at`.
    fn standing(&self, names: &[usize], text: &str, at: usize) -> Option<(usize, usize)> {
        names
            .iter()
            .find_map(|index| Some((stands_at(&self.names[*index], text, at)?, *index)))
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// What stands in the stead of a second character that is a space or missing.
const SPACE: char = ' ';

/// What tells the second character of a text from all that are not the same in a comparison of words.
fn second_of(text: &str) -> char {
    text.chars().nth(1).map_or(SPACE, words::small)
}

/// Whether `c` is a Chinese character.
fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// The first character of a text that begins beyond ASCII, as a small letter.
fn first_beyond_ascii(text: &str) -> Option<char> {
    match text.chars().next().filter(|first| !first.is_ascii())? {
        // The alphabet of Russian, without a look into the tables of all alphabets.
        capital @ 'А'..='Я' => char::from_u32(u32::from(capital) + 0x20),
        first => first.to_lowercase().next(),
    }
}

/// The beginnings of a name, each a word and a sign longer than the one before.
fn beginnings_of(written: &str) -> impl Iterator<Item = Key> {
    let mut beginning = Key::default();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let word = word(written, next?);
        // A name begins with a word.
        if word.end == 0 {
            return None;
        }
        let whole = beginning.then(word.key);
        next = joint(written, word.end).map(|(sign, behind)| {
            beginning = whole.then(sign);
            behind
        });
        Some(whole)
    })
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
    // "C29/H60" is no code.
    let is_part = name.acronym
        && text[end..].starts_with('/')
        && name.written.ends_with(|c: char| c.is_ascii_digit());
    (!is_part && !text[end..].starts_with(goes_on)).then_some(end)
}

#[cfg(test)]
mod tests;
