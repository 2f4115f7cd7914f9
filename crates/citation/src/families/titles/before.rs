//! What stands before the noun of a title: "Nouméa" Accord, "Vienna Declaration and" Programme of Action.
//!
//! Read backwards word by word; what only begins the sentence, owns the noun or keeps an office is no part
//! of the title.

use std::ops::Range;

use super::{LETTERS, NOUNS, Roles, Strength, WORDS, noun, roles, word_at};
use crate::date::MONTHS;
use crate::normalise::{LETTER, OTHER};
use crate::scan::cursor;
use crate::words;

/// What stands before the noun.
pub(in crate::families) struct Before {
    pub(in crate::families) start: usize,
    /// Whether one of the words makes the title of one instrument.
    pub(super) proper: bool,
    /// Whether one of the words is a place or a year and no acronym.
    pub(super) place: bool,
}

/// The capitalised words before the noun at `at`: "Vienna Declaration and" before "Programme of Action".
pub(in crate::families) fn modifiers(text: &str, at: usize) -> Before {
    let mut before = Before {
        start: at,
        proper: false,
        place: false,
    };
    let mut nouns = 0;
    for _ in 0..WORDS {
        let Some(word) = word_before(text, before.start) else {
            break;
        };
        let written = &text[word.clone()];
        if let "and" | "of" | "de" | "del" = written {
            let Some(start) = joined(text, &word, before.start < at) else {
                break;
            };
            before.start = start;
            continue;
        }
        if let Some(start) = quoted_word(text, &word) {
            before.proper = true;
            before.place = true;
            before.start = start;
            break;
        }
        let year = is_year(written);
        let period = is_period(written);
        let capital =
            written.starts_with(|c: char| c.is_ascii_uppercase()) || written.starts_with(LETTER);
        if !(capital || year || period) {
            break;
        }
        nouns += usize::from(noun(text, word.start).is_some());
        if MONTHS.contains(&written)
            || nouns > NOUNS
            || opens_sentence(text, &word)
            || ends_with_mark(written)
            || is_possessive(written)
            || is_committees(text, &word)
        {
            break;
        }
        let acronym = written.len() > 1 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if !roles(text, word.clone()).has(Roles::GENERIC) {
            before.proper |= !year;
            before.place |= !acronym && !year;
        }
        before.start = word.start;
        // "the 2018-2030 Strategic Framework": nothing of a title stands before its years.
        if period {
            break;
        }
    }
    // "the 2005 Agreement on Movement and Access": the year is not the title's.
    let has_period = text
        .get(before.start..before.start + PERIOD)
        .is_some_and(is_period);
    if before.start < at
        && !has_period
        && text[before.start..].starts_with(|c: char| c.is_ascii_digit())
    {
        before.start = cursor::skip_space(text, before.start + 4);
    }
    if is_office(text, before.start) {
        before.proper = false;
        before.place = false;
    }
    before
}

/// Whether a word is a year: "2015".
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The length of a period, in bytes.
pub(super) const PERIOD: usize = "2018-2030".len();

/// Whether a word is a period: "2018-2030".
pub(super) fn is_period(word: &str) -> bool {
    let century = |year: &str| year.starts_with("19") || year.starts_with("20");
    word.len() == PERIOD
        && word.split_once('-').is_some_and(|(first, last)| {
            [first, last]
                .iter()
                .all(|year| is_year(year) && century(year))
        })
}

/// Where the word before "and", "of" or "de" begins, when both belong to the title: "Beijing Declaration and
/// Platform for Action", "Organization of African Unity Convention". `modified` tells whether a word stands behind them.
fn joined(text: &str, link: &Range<usize>, modified: bool) -> Option<usize> {
    let first = word_before(text, link.start)?;
    let written = &text[first.clone()];
    let belongs = match &text[link.clone()] {
        "and" => {
            written == "Declaration"
                || is_pair(text, written, link.end)
                || is_strategy_with_plan(text, written, link.end)
                || modified && are_regions(text, written, link.end)
        }
        // "Santiago de Compostela Declaration".
        "de" | "del" => modified && written.starts_with(|c: char| c.is_ascii_uppercase()),
        _ => modified && LEAGUES.contains(&written),
    };
    belongs.then_some(first.start)
}

/// Whether `first` and the word behind the "and" that ends at `at` are one name: "Principles and Guidelines",
/// "Policy and Strategy", "Anti-Fraud and Anti-Corruption".
fn is_pair(text: &str, first: &str, at: usize) -> bool {
    let next = cursor::skip_space(text, at);
    let weak = noun(text, next).is_some_and(|(strength, _)| strength == Strength::Weak);
    let stem = first.split_once('-').map(|(stem, _)| stem);
    let alike = || {
        let second = word_at(text, next).split_once('-').map(|(stem, _)| stem);
        stem.is_some() && stem == second
    };
    weak && PAIRED.contains(&first) || alike()
}

/// Whether `first` and what stands behind the "and" that ends at `at` are one text: "Strategy and Plan of Action".
fn is_strategy_with_plan(text: &str, first: &str, at: usize) -> bool {
    let next = cursor::skip_space(text, at);
    let plan = || noun(text, next).map_or("", |(_, end)| &text[next..end]);
    first == "Strategy"
        && matches!(
            plan()
                .split_ascii_whitespace()
                .collect::<Vec<_>>()
                .as_slice(),
            ["Action", "Plan"] | ["Plan" | "Programme", "of", "Action"]
        )
}

/// Parts of the world that are named together in one title.
const REGIONS: [&str; 14] = [
    "Africa",
    "African",
    "American",
    "Arab",
    "Asia",
    "Asian",
    "Caribbean",
    "Central",
    "Eastern",
    "European",
    "Northern",
    "Pacific",
    "Southern",
    "Western",
];

/// Whether `first` and the word behind the "and" that ends at `at` are parts of the world: "Asian and Pacific", "Latin American
/// and Caribbean".
fn are_regions(text: &str, first: &str, at: usize) -> bool {
    REGIONS.contains(&first) && REGIONS.contains(&word_at(text, cursor::skip_space(text, at)))
}

/// Nouns that are named together with another.
const PAIRED: [&str; 8] = [
    "Guidelines",
    "Norms",
    "Policy",
    "Principles",
    "Regulations",
    "Rules",
    "Standards",
    "Vision",
];

/// Whether "Department of" stands before `at`.
fn is_office(text: &str, at: usize) -> bool {
    let Some(of) = word_before(text, at).filter(|word| &text[word.clone()] == "of") else {
        return false;
    };
    word_before(text, of.start).is_some_and(|word| OFFICES.contains(&&text[word]))
}

/// Whether a capitalised word only begins its sentence: "Recalling Conventions", "The Protocol".
fn opens_sentence(text: &str, word: &Range<usize>) -> bool {
    const STARTERS: [&str; 17] = [
        "A", "An", "the", "The", "This", "That", "These", "Its", "Their", "Each", "Such", "Under",
        "In", "By", "See", "Article", "Articles",
    ];
    let written = &text[word.clone()];
    let before = text[..word.start].trim_end();
    // "the Guiding Principles", and not "Recalling Principles".
    let inside = before.ends_with(|c: char| c.is_ascii_lowercase());
    if STARTERS.contains(&written) || written.ends_with("ing") && !inside {
        return true;
    }
    let begins = before.is_empty() || before.ends_with(['.', ';', ':']);
    begins && written.ends_with('s')
}

/// Whether a word belongs to what stands before it: "the Secretary-General's".
pub(super) fn is_possessive(word: &str) -> bool {
    if !word.ends_with(['s', '\'', OTHER]) {
        return false;
    }
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

/// Whether a word with an apostrophe ends the name of a body: "the Committee of Ministers' Guidelines".
fn is_committees(text: &str, word: &Range<usize>) -> bool {
    let owns = text[word.clone()].ends_with(['\'', OTHER]);
    let of = || word_before(text, word.start).filter(|of| &text[of.clone()] == "of");
    owns && of().is_some()
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

/// Where the quotation begins that is but one word in capitals: the "Space2030" Agenda.
fn quoted_word(text: &str, word: &Range<usize>) -> Option<usize> {
    let written = &text[word.clone()];
    let open = word.start.checked_sub(1)?;
    let whole = text[open..].starts_with(OTHER) && written.ends_with(OTHER);
    (whole && written.starts_with(|c: char| c.is_ascii_uppercase())).then_some(open)
}

/// Whether the mark behind a word closes a quotation; behind the owner of a declaration it is an apostrophe.
fn ends_with_mark(word: &str) -> bool {
    let owner = word.strip_suffix(OTHER);
    owner.is_some_and(|owner| !OWNERS.contains(&owner))
}

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
pub(in crate::families) fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Mostly letters stand there, one space away, and no mark before them.
    if let [.., letter, b' '] = bytes[..at]
        && letter.is_ascii_alphanumeric()
    {
        let start = at - 1 - words::letters_before(bytes, at - 1);
        let marked = matches!(bytes[..start], [.., b'-' | b'\'' | 0x1A | 0x1B]);
        if !marked && at - start < LETTERS {
            return Some(start..at - 1);
        }
    }
    let mut end = at;
    let mut breaks = 0;
    while let Some(space @ (b' ' | b'\n' | b'\r')) = bytes[..end].last() {
        breaks += usize::from(*space == b'\n');
        end -= 1;
    }
    if end == at || breaks > 1 {
        return None;
    }
    let mut length = 0;
    loop {
        length += words::letters_before(bytes, end - length);
        let before = bytes[..end - length].last();
        if length >= LETTERS
            || !before.is_some_and(|byte| matches!(byte, b'-' | b'\'' | 0x1A | 0x1B))
        {
            break;
        }
        length += 1;
    }
    let length = length.min(LETTERS);
    // A mark before the first letter opens a quotation, and is none of the word.
    let start = end - text[end - length..end].trim_start_matches(OTHER).len();
    (start < end).then_some(start..end)
}

/// Where "the" or "that" before the noun at `at` begins.
pub(super) fn article(text: &str, at: usize) -> Option<usize> {
    one_of(&["the", "The", "that", "That", "said", "same"], text, at)
}

/// Whether "a", "an" or "a new" stands before `at`.
pub(super) fn is_indefinite(text: &str, at: usize) -> bool {
    let is_article = |word: &Range<usize>| matches!(&text[word.clone()], "a" | "an");
    word_before(text, at).is_some_and(|word| {
        is_article(&word)
            || &text[word.clone()] == "new"
                && word_before(text, word.start).is_some_and(|word| is_article(&word))
    })
}

/// Where the year before the noun at `at` begins.
pub(super) fn year(text: &str, at: usize) -> Option<usize> {
    let word = word_before(text, at)?;
    is_year(&text[word.clone()]).then_some(word.start)
}

/// Where "its" before the noun at `at` begins.
pub(super) fn its(text: &str, at: usize) -> Option<usize> {
    one_of(&["its", "their"], text, at)
}

/// Where the number of several protocols begins that stands before the noun at `at`.
pub(super) fn count(text: &str, at: usize) -> Option<usize> {
    one_of(&["two", "three", "four"], text, at)
}

/// Where the court or agency begins whose the noun at `at` is: "the Court's Statute".
pub(super) fn owner(text: &str, at: usize) -> Option<usize> {
    let word = word_before(text, at)?;
    let owner = ["'s", "\u{1A}s"]
        .iter()
        .find_map(|end| text[word.clone()].strip_suffix(end))?;
    matches!(owner, "Court" | "Agency").then_some(word.start)
}

fn one_of(words: &[&str], text: &str, at: usize) -> Option<usize> {
    let word = word_before(text, at)?;
    words.contains(&&text[word.clone()]).then_some(word.start)
}
