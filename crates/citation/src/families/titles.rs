//! Instruments by title that no lexicon has: "Nouméa Accord", "Code of Conduct concerning the Repression of
//! Piracy", and nouns that stand for one: "the Convention".
//!
//! A title is a noun of the table with a complement in capitals behind it, or with a proper modifier
//! before it. Where its end is not certain, the nearer end is taken.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Family;
use crate::grammar;
use crate::scan::instruments::citation;
use crate::scan::{bodies, cursor};
use crate::words::{self, Key, KeyHasher};
use crate::{Back, Citation, Form, Kind};

/// Titles in capitals, read by their noun.
pub(super) struct Titles;

/// What a word of the table does in a title.
#[derive(Clone, Copy, Default)]
struct Roles {
    generic: bool,
    opens: bool,
    joins: bool,
}

/// The nouns that titles are built on.
struct Heads {
    /// First words of the nouns, which are searched for.
    anchors: Vec<&'static str>,
    /// Nouns by their first word, with whether they are weak, longest first.
    nouns: HashMap<Key, Vec<(&'static str, bool)>, KeyHasher>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut nouns: Vec<(&'static str, bool)> = rows()
        .filter_map(|[word, role]| match role {
            "head" => Some((word, false)),
            "weak" => Some((word, true)),
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
    for (noun, weak) in nouns {
        let first = words::word(noun, 0).key;
        by_first_word.entry(first).or_default().push((noun, weak));
    }
    Heads {
        anchors,
        nouns: by_first_word,
    }
});

static ROLES: LazyLock<HashMap<&'static str, Roles>> = LazyLock::new(|| {
    let mut roles: HashMap<&'static str, Roles> = HashMap::new();
    for [word, role] in rows() {
        let entry = roles.entry(word).or_default();
        match role {
            "generic" => entry.generic = true,
            "opens" => entry.opens = true,
            "joins" => entry.joins = true,
            _ => {}
        }
    }
    roles
});

fn rows() -> impl Iterator<Item = [&'static str; 2]> {
    grammar::rows::<2>(include_str!("../../data/title-words.tsv"))
}

fn roles(word: &str) -> Roles {
    ROLES.get(word).copied().unwrap_or_default()
}

/// The most words that may stand before or behind the noun.
const WORDS: usize = 40;

impl Family for Titles {
    fn anchors(&self) -> &'static [&'static str] {
        &HEADS.anchors
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some((weak, noun_end)) = noun(text, anchor.start) else {
            return;
        };
        let before = modifiers(text, anchor.start);
        let complement = complement(text, noun_end).filter(Complement::says_something);
        let part_of_name = complement.is_none() && goes_on(text, noun_end);
        if !part_of_name && is_title(&before, complement.as_ref(), weak) {
            let end = complement.map_or(noun_end, |complement| complement.end);
            let end = years(text, end);
            found.push(citation(text, before.start..end, Kind::Named, Form::Title));
            return;
        }
        let next = cursor::skip_space(text, noun_end);
        let another = cursor::any_word(text, next, &["thereto", "thereof"]).is_some();
        let short_form = !part_of_name && !before.proper && !another;
        if short_form && let Some(start) = article(text, before.start) {
            let token = before.start..noun_end;
            let mut short = citation(text, token, Kind::Back, Form::Back(Back::Noun));
            short.phrase.start = short.phrase.start.min(start);
            found.push(short);
        }
    }
}

/// The noun at `at`, the longest of the table: whether it is weak, and the offset behind it.
fn noun(text: &str, at: usize) -> Option<(bool, usize)> {
    // A footnote figure may be glued to the first word of a noun.
    let letters = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let first = words::word(&text[at..at + letters], 0).key;
    HEADS.nouns.get(&first)?.iter().find_map(|(noun, weak)| {
        let mut end = at;
        for (index, wanted) in noun.split(' ').enumerate() {
            let start = if index == 0 {
                at
            } else {
                cursor::skip_space(text, end)
            };
            // A footnote figure may be glued to the noun, a letter may not.
            (word_at(text, start) == wanted).then_some(())?;
            end = start + wanted.len();
        }
        Some((*weak, end))
    })
}

/// Whether the noun that ends at `at` is only the first part of another name: "Framework Fund", "Treaty Section".
fn goes_on(text: &str, at: usize) -> bool {
    let rest = text[at..].strip_prefix(' ').unwrap_or("");
    rest.starts_with(|c: char| c.is_ascii_uppercase()) && noun(text, at + 1).is_none()
}

/// What stands before the noun.
struct Before {
    start: usize,
    /// Whether one of the words makes the title of one instrument.
    proper: bool,
    /// Whether one of the words is a place or a year and no acronym.
    place: bool,
}

/// The capitalised words before the noun at `at`: "Vienna Declaration and" before "Programme of Action".
fn modifiers(text: &str, at: usize) -> Before {
    let mut before = Before {
        start: at,
        proper: false,
        place: false,
    };
    for _ in 0..WORDS {
        let Some(word) = word_before(text, before.start) else {
            break;
        };
        let written = &text[word.clone()];
        if written == "and" {
            // "Beijing Declaration and Platform for Action" is one title.
            let Some(first) = word_before(text, word.start) else {
                break;
            };
            if &text[first.clone()] != "Declaration" {
                break;
            }
            before.start = first.start;
            continue;
        }
        if written == "of" {
            // "Organization of African Unity Convention".
            let Some(league) = word_before(text, word.start) else {
                break;
            };
            if before.start == at || !LEAGUES.contains(&&text[league.clone()]) {
                break;
            }
            before.start = league.start;
            continue;
        }
        let year = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
        let capital = written.starts_with(|c: char| c.is_ascii_uppercase())
            || written.starts_with('\u{1A}') && written.len() > 1;
        if !(capital || year)
            || opens_sentence(text, &word)
            || is_possessive(written)
            || closes_quotation(text, &word)
        {
            break;
        }
        let acronym = written.len() > 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if !roles(written).generic {
            before.proper |= !year;
            before.place |= !acronym && !year;
        }
        before.start = word.start;
    }
    // "the 2005 Agreement on Movement and Access": the year is not the title's.
    if before.start < at && text[before.start..].starts_with(|c: char| c.is_ascii_digit()) {
        before.start = cursor::skip_space(text, before.start + 4);
    }
    if is_office(text, before.start) {
        before.proper = false;
        before.place = false;
    }
    before
}

/// Whether "Department of" stands before `at`.
fn is_office(text: &str, at: usize) -> bool {
    let Some(of) = word_before(text, at).filter(|word| &text[word.clone()] == "of") else {
        return false;
    };
    word_before(text, of.start).is_some_and(|word| OFFICES.contains(&&text[word]))
}

/// Whether a capitalised word only begins its sentence: "Recalling Conventions", "The Protocol".
fn opens_sentence(text: &str, word: &Range<usize>) -> bool {
    const STARTERS: [&str; 15] = [
        "the", "The", "This", "That", "These", "Its", "Their", "Each", "Such", "Under", "In", "By",
        "See", "Article", "Articles",
    ];
    let written = &text[word.clone()];
    if STARTERS.contains(&written) || written.ends_with("ing") {
        return true;
    }
    let before = text[..word.start].trim_end();
    let begins = before.is_empty() || before.ends_with(['.', ';', ':']);
    begins && written.ends_with('s')
}

/// Whether a word belongs to what stands before it: "the Secretary-General's".
fn is_possessive(word: &str) -> bool {
    ["'s", "\u{1A}s", "'", "\u{1A}"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .is_some_and(|owner| {
            // "Riyadh Leaders' Declaration".
            owner.ends_with(|c: char| c.is_ascii_lowercase())
                && (!word.ends_with(['\'', '\u{1A}']) || owner.ends_with('s'))
                && !OWNERS.contains(&owner)
        })
}

/// Owners that belong to the titles of declarations.
const OWNERS: [&str; 6] = [
    "Leader",
    "Leaders",
    "Minister",
    "Ministers",
    "Peoples",
    "Women",
];

/// Whether the word at `word` is the last of a quotation, so that its last character is no accented letter.
fn closes_quotation(text: &str, word: &Range<usize>) -> bool {
    if !text[word.clone()].ends_with('\u{1A}') {
        return false;
    }
    let floor = word.start.saturating_sub(QUOTATION);
    let before = &text.as_bytes()[floor..word.start];
    before.windows(3).any(|three| {
        matches!(three[0], b' ' | b'\n' | b'(') && three[1] == 0x1A && three[2].is_ascii_uppercase()
    })
}

/// How far before its last word a quotation may begin, in bytes.
const QUOTATION: usize = 80;

/// Nouns of associations of States whose names go on with "of".
const LEAGUES: [&str; 7] = [
    "Association",
    "Commonwealth",
    "Community",
    "Council",
    "League",
    "Organization",
    "Union",
];

/// Departments, whose names end like titles: "Department of Management Strategy".
const OFFICES: [&str; 5] = ["Department", "Division", "Office", "Section", "Unit"];

/// The word that ends before `at`, one space or line break away.
fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let end = text[..at].trim_end_matches([' ', '\n', '\r']).len();
    if end == at || text[end..at].matches('\n').count() > 1 {
        return None;
    }
    let length = bytes[..end]
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'' | 0x1A))
        .count();
    let mut start = end - length;
    // A quotation mark is no letter of the word that it opens; an accented capital is.
    let quoted = |start: usize| {
        bytes[start + 1..end]
            .first()
            .is_some_and(u8::is_ascii_uppercase)
            || ["the", "a", "an"].contains(&&text[start + 1..end])
    };
    while start < end && bytes[start] == 0x1A && quoted(start) {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// What stands behind the noun.
struct Complement {
    end: usize,
    /// How many words of it begin with a capital.
    capitals: usize,
    /// How many of those say nothing by themselves: "of the Group".
    generic: usize,
    /// Whether "of" opens it.
    of: bool,
    /// How many of the capitals are nouns for instruments themselves: "Protocols to the Convention".
    nouns: usize,
    /// Whether the last word with a capital is a possessive.
    possessive: bool,
}

impl Complement {
    /// Whether it says which instrument is meant.
    fn says_something(&self) -> bool {
        self.capitals > self.nouns
            && !(self.capitals == 1 && (self.possessive || self.generic == 1))
    }
}

/// "on the Rights of the Child", "concerning the Repression of Piracy" behind the noun at `at`.
fn complement(text: &str, at: usize) -> Option<Complement> {
    let mut next = cursor::skip_space(text, at);
    if next == at {
        return None;
    }
    let opener = word_at(text, next);
    if !roles(opener).opens {
        return None;
    }
    let mut read = Complement {
        end: at,
        capitals: 0,
        generic: 0,
        of: opener == "of",
        nouns: 0,
        possessive: false,
    };
    let mut small = 0;
    for _ in 0..WORDS {
        let word = word_at(text, next);
        if word.is_empty() {
            break;
        }
        let end = next + word.len();
        let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        if capital {
            if begins_another(text, next, &read) {
                break;
            }
            read.end = end;
            read.capitals += 1;
            read.nouns += usize::from(noun(text, next).is_some_and(|(weak, _)| !weak));
            read.generic += usize::from(roles(word).generic);
            read.possessive = is_possessive(word);
            small = 0;
        } else if roles(word).joins && small < 4 {
            // Behind "and the" another thing begins more often than this one goes on.
            let article = small > 0 && word == "the" && text[..next].trim_end().ends_with("and");
            if article && read.capitals > 0 {
                break;
            }
            small += 1;
        } else {
            break;
        }
        next = match cursor::skip_space(text, end) {
            same if same == end => {
                let Some(behind) = serial_comma(text, end).filter(|_| capital) else {
                    break;
                };
                behind
            }
            behind => behind,
        };
    }
    (read.capitals > 0).then_some(read)
}

/// Whether the capitalised word at `at` begins the name of another instrument or of a body: "… of the Child and
/// Optional Protocol", "… and Human Rights Council".
fn begins_another(text: &str, at: usize, read: &Complement) -> bool {
    let joined = text[..at].trim_end().ends_with("and");
    if !joined || read.capitals == 0 {
        return false;
    }
    if bodies::is_listed(text, at) {
        return true;
    }
    let mut next = at;
    loop {
        let word = word_at(text, next);
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
        if noun(text, next).is_some() {
            return true;
        }
        next = cursor::skip_space(text, next + word.len());
    }
}

/// The offset behind a comma at `at` that a title has in a series: "Production, Stockpiling and Use".
fn serial_comma(text: &str, at: usize) -> Option<usize> {
    let first = cursor::skip_space(text, cursor::word(text, at, ",")?);
    let mut next = first;
    for _ in 0..6 {
        let word = word_at(text, next);
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return None;
        }
        let end = next + word.len();
        let behind = cursor::skip_space(text, end);
        if let Some(and) = cursor::any_word(text, behind, &["and", "or"]) {
            let after = word_at(text, cursor::skip_space(text, and));
            return after
                .starts_with(|c: char| c.is_ascii_uppercase())
                .then_some(first);
        }
        next = cursor::word(text, end, ",").map_or(behind, |comma| cursor::skip_space(text, comma));
        if next == end {
            return None;
        }
    }
    None
}

/// The word at `at`, hyphens, strokes and apostrophes inside it included.
fn word_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let is_letter = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_alphabetic);
    let mut end = at;
    while end < bytes.len() {
        let inside =
            matches!(bytes[end], b'-' | b'/' | b'\'' | 0x1A) && end > at && is_letter(end + 1);
        if !is_letter(end) && !inside {
            break;
        }
        end += 1;
    }
    &text[at..end]
}

/// The offset behind "2015-2030" at `at`, which ends many a title.
fn years(text: &str, at: usize) -> usize {
    let start = cursor::skip_space(text, at);
    let first = cursor::digits(text, start);
    let dash = start + first.len();
    let second = cursor::digits(text, dash + 1);
    let is_year = |digits: &str| digits.starts_with("19") || digits.starts_with("20");
    let range = first.len() == 4
        && text[dash..].starts_with('-')
        && second.len() >= 4
        && is_year(first)
        && is_year(second);
    if range { dash + 5 } else { at }
}

fn is_title(before: &Before, complement: Option<&Complement>, weak: bool) -> bool {
    match complement {
        Some(complement) if weak => !complement.of && complement.capitals > 1 || before.place,
        Some(_) => true,
        None if weak => before.place,
        None => before.proper,
    }
}

/// Where "the" or "that" before the noun at `at` begins.
fn article(text: &str, at: usize) -> Option<usize> {
    let word = word_before(text, at)?;
    let written = &text[word.clone()];
    ["the", "The", "that", "That", "said", "same"]
        .contains(&written)
        .then_some(word.start)
}
