//! Instruments by title that no lexicon has: "Nouméa Accord", "Code of Conduct concerning the Repression of
//! Piracy", and nouns that stand for one: "the Convention".
//!
//! A title is a noun of the table with a complement in capitals behind it, or with a proper modifier
//! before it. Where its end is not certain, the nearer end is taken.

pub(super) mod before;
pub(super) mod complement;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use self::before::{Before, article, modifiers};
use self::complement::{Complement, PLACES, complement, years};
use super::Family;
use crate::date::MONTHS;
use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::scan::names::{amends, is_in_law, is_law};
use crate::title_words::rows;
use crate::words::{self, Key, KeyHasher};
use crate::{Back, Citation, Form, Kind};

/// Titles in capitals, read by their noun.
pub(super) struct Titles;

/// What a word of the table does in a title, a bit each.
#[derive(Clone, Copy, Default)]
struct Roles(u8);

impl Roles {
    const GENERIC: Self = Self(1);
    const OPENS: Self = Self(2);
    const JOINS: Self = Self(4);
    /// A month or a part of documents, which stands in no complement.
    const ENDS: Self = Self(8);

    const fn has(self, role: Self) -> bool {
        self.0 & role.0 != 0
    }

    fn add(&mut self, role: Self) {
        self.0 |= role.0;
    }
}

/// How much a noun needs beside it to make a title; the table says of each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Strength {
    /// A complement in capitals or a proper modifier.
    Head,
    /// A complement of two capitals or a place.
    Weak,
    /// A complement of two capitals.
    Loose,
}

/// The nouns that titles are built on.
struct Heads {
    /// First words of the nouns, which are searched for.
    anchors: Vec<&'static str>,
    /// Nouns, word by word, by their first word, longest first.
    nouns: HashMap<Key, Vec<(Vec<&'static str>, Strength)>, KeyHasher>,
    /// By the capital that begins a noun, what the second and the third letter may be, a bit each.
    letters: [[u32; 2]; 26],
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut nouns: Vec<(&'static str, Strength)> = rows()
        .filter_map(|[word, role]| match role {
            "head" => Some((word, Strength::Head)),
            "weak" => Some((word, Strength::Weak)),
            "loose" => Some((word, Strength::Loose)),
            _ => None,
        })
        .collect();
    nouns.sort_by_key(|(noun, _)| usize::MAX - noun.len());
    let mut anchors: Vec<&'static str> = nouns
        .iter()
        .filter_map(|(noun, _)| noun.split(' ').next())
        .collect();
    anchors.sort_unstable();
    anchors.dedup();
    let mut by_first_word: HashMap<_, Vec<_>, KeyHasher> = HashMap::default();
    let mut letters = [[0; 2]; 26];
    for (noun, strength) in nouns {
        let first = words::word(noun, 0).key;
        let words = noun.split(' ').collect();
        by_first_word
            .entry(first)
            .or_default()
            .push((words, strength));
        if let [first @ b'A'..=b'Z', second, third, ..] = noun.as_bytes() {
            let [seconds, thirds] = &mut letters[usize::from(first - b'A')];
            *seconds |= bit(*second);
            *thirds |= bit(*third);
        }
    }
    Heads {
        anchors,
        nouns: by_first_word,
        letters,
    }
});

impl Heads {
    /// Whether a noun may begin at `at`: of most words three letters tell that they are none.
    fn may_begin(&self, text: &str, at: usize) -> bool {
        let Some([first @ b'A'..=b'Z', second, third, ..]) = text.as_bytes().get(at..) else {
            return false;
        };
        let [seconds, thirds] = self.letters[usize::from(first - b'A')];
        seconds & bit(*second) != 0 && thirds & bit(*third) != 0
    }
}

/// A bit for a letter.
const fn bit(letter: u8) -> u32 {
    1 << (letter % 32)
}

/// What each word does.
struct Doers {
    roles: HashMap<Key, Roles, KeyHasher>,
    /// By the first letter of a word, how long the words are that begin with it, a bit each.
    lengths: [u32; 32],
}

static ROLES: LazyLock<Doers> = LazyLock::new(|| {
    let listed = rows().map(|[word, role]| match role {
        "generic" => (word, Roles::GENERIC),
        "opens" => (word, Roles::OPENS),
        "joins" => (word, Roles::JOINS),
        _ => (word, Roles::default()),
    });
    let ends = MONTHS
        .iter()
        .chain(&PLACES)
        .map(|word| (*word, Roles::ENDS));
    let mut roles: HashMap<Key, Roles, KeyHasher> = HashMap::default();
    let mut lengths = [0; 32];
    for (word, role) in listed.chain(ends) {
        let (letter, length) = letter_and_length(word);
        lengths[letter] |= length;
        let key = words::written(word, 0..word.len());
        roles.entry(key).or_default().add(role);
    }
    Doers { roles, lengths }
});

/// The place of a word's first letter in a table, and the bit of its length.
fn letter_and_length(word: &str) -> (usize, u32) {
    let first = word.bytes().next().unwrap_or_default();
    (usize::from(first % 32), 1 << (word.len() % 32))
}

/// What the word at `word` of the text does.
fn roles(text: &str, word: Range<usize>) -> Roles {
    let doers = &*ROLES;
    let (letter, length) = letter_and_length(&text[word.clone()]);
    if doers.lengths[letter] & length == 0 {
        return Roles::default();
    }
    let key = words::written(text, word);
    doers.roles.get(&key).copied().unwrap_or_default()
}

/// The most words that may stand before or behind the noun.
const WORDS: usize = 40;

/// The most nouns of other instruments among them, so that no chain of nouns is read again from each of them.
const NOUNS: usize = 2;

/// The most letters of a word.
const LETTERS: usize = 64;

impl Family for Titles {
    fn anchors(&self) -> &'static [&'static str] {
        &HEADS.anchors
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some((strength, noun_end)) = noun(text, anchor.start) else {
            return;
        };
        // "Agenda item 16" heads a page, whatever stands in the line before it.
        let behind = cursor::skip_space(text, noun_end);
        if cursor::any_word(text, behind, &["item", "items"]).is_some() {
            return;
        }
        if is_in_law(text, noun_end) {
            return;
        }
        let before = modifiers(text, anchor.start);
        if amends(&text[before.start..noun_end]) {
            return;
        }
        let complement = complement(text, noun_end).filter(Complement::says_something);
        let part_of_name = complement.is_none() && goes_on(text, noun_end);
        let plural = text[..noun_end].ends_with('s');
        // "ILO Conventions" are many.
        let many = plural && complement.is_none() && !before.place;
        // "a new EU-Africa Strategy" is none yet.
        let many = many || complement.is_none() && before::is_indefinite(text, before.start);
        if !part_of_name && !many && is_title(&before, complement.as_ref(), strength) {
            let end = complement.map_or(noun_end, |complement| complement.end);
            let end = years(text, end);
            // The columns of a masthead run together: "International Covenant on Distr.: General".
            let runs_on = text[..end].ends_with("Distr");
            if runs_on || is_in_law(text, end) || is_law(&text[noun_end..end]) {
                return;
            }
            let noun = anchor.start..noun_end;
            let form = Form::Title { noun };
            found.push(citation(text, before.start..end, Kind::Named, form));
            return;
        }
        // "the 1967 Protocol thereto" is told by its year, and so is "its Protocol of 1967".
        let alone = matches!(text[before.start..anchor.start].trim_end(), "" | "Optional");
        let year = before::year(text, before.start).filter(|_| alone);
        let of_year = alone.then(|| year_behind(text, noun_end)).flatten();
        let token =
            year.unwrap_or(before.start)..of_year.filter(|_| year.is_none()).unwrap_or(noun_end);
        let is_dated = year.or(of_year).is_some();
        let next = cursor::skip_space(text, token.end);
        let another = cursor::any_word(text, next, &["thereto", "thereof"]).is_some();
        let is_protocol = matches!(&text[anchor.start..noun_end], "Protocol" | "Protocols");
        let short_form = !part_of_name && !before.proper && (is_dated || !another || is_protocol);
        let introduced = || {
            // "the three Optional Protocols thereto", "the two Covenants".
            let counted = || before::count(text, token.start);
            let are_told = is_protocol && plural || text[token.clone()] == *"Covenants";
            let start = are_told.then(counted).flatten();
            let start = start.unwrap_or(token.start);
            let its = || before::its(text, start).filter(|_| is_dated || is_protocol);
            let owned = || before::owner(text, start).filter(|_| text[token.clone()] == *"Statute");
            article(text, start).or_else(its).or_else(owned)
        };
        if short_form && let Some(start) = introduced() {
            let mut short = citation(text, token, Kind::Back, Form::Back(Back::Noun));
            short.phrase.start = short.phrase.start.min(start);
            found.push(short);
        }
    }

    /// A title whose noun belongs to a name is dropped in the end, and its words are dear to read.
    fn gives_way(&self, text: &str, anchor: &Range<usize>, name: &Range<usize>) -> bool {
        let noun = noun(text, anchor.start);
        noun.is_some_and(|(_, end)| end <= name.end) && complement::ends_before(text, name.end)
    }

    /// Of titles that overlap the first holds, and what begins with each noun of a long one is dear to read.
    fn gives_way_to_title(&self, text: &str, anchor: &Range<usize>, title: &Range<usize>) -> bool {
        modifiers(text, anchor.start).start > title.start
    }
}

/// The noun at `at`, the longest of the table, and the offset behind it.
fn noun(text: &str, at: usize) -> Option<(Strength, usize)> {
    if !HEADS.may_begin(text, at) {
        return None;
    }
    let mut first = words::word(text, at);
    if first.has_digit {
        // A footnote figure may be glued to the first word of a noun.
        let letters = text.as_bytes()[at..]
            .iter()
            .take(LETTERS)
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        first = words::word(&text[at..at + letters], 0);
    }
    HEADS
        .nouns
        .get(&first.key)?
        .iter()
        .find_map(|(noun, strength)| {
            let mut end = at;
            for (index, wanted) in noun.iter().enumerate() {
                let start = if index == 0 {
                    at
                } else {
                    cursor::skip_space(text, end)
                };
                // A footnote figure may be glued to the noun, a letter may not.
                (without_possessive(word_at(text, start)) == *wanted).then_some(())?;
                end = start + wanted.len();
            }
            Some((*strength, end))
        })
}

/// "Convention" of "Convention's".
fn without_possessive(word: &str) -> &str {
    word.strip_suffix('s')
        .and_then(|owner| owner.strip_suffix(['\'', OTHER]))
        .unwrap_or(word)
}

/// The offset behind the year at `at` that tells a noun from others, "of 1967", where no title goes on behind it.
fn year_behind(text: &str, at: usize) -> Option<usize> {
    const GOES_ON: [&str; 8] = [
        "against",
        "between",
        "concerning",
        "for",
        "on",
        "regarding",
        "relating",
        "to",
    ];
    let of = cursor::word(text, cursor::skip_space(text, at), "of")?;
    let start = cursor::skip_space(text, of);
    let digits = cursor::digits(text, start);
    let end = start + digits.len();
    let is_year = digits.len() == 4 && digits.starts_with(['1', '2']);
    let behind = cursor::skip_space(text, end);
    let goes_on = cursor::any_word(text, behind, &GOES_ON).is_some();
    let is_whole =
        !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || "-/".contains(c));
    (is_year && is_whole && !goes_on).then_some(end)
}

/// Whether the noun that ends at `at` is only the first part of another name: "Framework Fund", "Treaty Section".
fn goes_on(text: &str, at: usize) -> bool {
    let rest = text[at..].strip_prefix(' ').unwrap_or("");
    rest.starts_with(|c: char| c.is_ascii_uppercase()) && noun(text, at + 1).is_none()
}

fn is_title(before: &Before, complement: Option<&Complement>, strength: Strength) -> bool {
    let two_capitals =
        complement.is_some_and(|complement| !complement.of && complement.capitals > 1);
    match strength {
        Strength::Head => complement.is_some() || before.proper,
        Strength::Weak => two_capitals || before.place,
        Strength::Loose => two_capitals,
    }
}

/// The word at `at`, hyphens, strokes and apostrophes inside it included; a line may break behind a hyphen.
fn word_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let is_letter = |place: usize| {
        let byte = bytes.get(place);
        byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == LETTER as u8)
    };
    let limit = bytes.len().min(at + LETTERS);
    let mut end = at + words::letters(bytes, at);
    // Mostly a space follows the letters, or a mark that ends the word.
    if end > at && end < limit && matches!(bytes[end], b' ' | b',' | b'.' | b'\n' | b')' | b';') {
        return &text[at..end];
    }
    end = at;
    loop {
        end = limit.min(end + words::letters(bytes, end));
        while end < limit && is_letter(end) {
            end += 1;
        }
        let behind = match bytes.get(end) {
            _ if end == at || end >= limit => break,
            Some(b'-') if bytes.get(end + 1) == Some(&b'\n') => end + 2,
            Some(b'-' | b'/' | b'\'' | 0x1A) => end + 1,
            _ => break,
        };
        if !is_letter(behind) {
            break;
        }
        end = behind;
    }
    &text[at..end]
}

#[cfg(test)]
mod tests;
