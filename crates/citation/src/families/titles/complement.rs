//! What stands behind the noun of a title: Convention "on the Rights of the Child".
//!
//! The complement ends with the last word in capitals that small words still join to it.

use super::before::{PERIOD, is_period, is_possessive};
use super::{NOUNS, Roles, Strength, WORDS, noun, roles, word_at};
use crate::normalise::OTHER;
use crate::scan::{bodies, cursor, dates};

/// What stands behind the noun.
pub(in crate::families) struct Complement {
    pub(in crate::families) end: usize,
    /// How many words of it begin with a capital.
    pub(super) capitals: usize,
    /// How many of those say nothing by themselves: "of the Group".
    generic: usize,
    /// Whether "of" opens it.
    pub(super) of: bool,
    /// How many of the capitals are nouns for instruments themselves: "Protocols to the Convention".
    nouns: usize,
    /// Whether the last word with a capital is a possessive.
    possessive: bool,
}

impl Complement {
    /// Whether it says which instrument is meant.
    pub(super) fn says_something(&self) -> bool {
        self.capitals > self.nouns
            && !(self.capitals == 1 && (self.possessive || self.generic == 1))
    }
}

/// The most small words in a row: "governing the relationship between the".
const SMALL: usize = 5;

/// "on the Rights of the Child", "concerning the Repression of Piracy" behind the noun at `at`.
pub(in crate::families) fn complement(text: &str, at: usize) -> Option<Complement> {
    let mut next = cursor::skip_space(text, at);
    if next == at {
        return None;
    }
    // "Hague Convention of 19 October 1996 on the Civil Aspects".
    if let Some((date, end)) = dates::after(text, at)
        && date.date.day().is_some()
        && end == date.span.end
    {
        next = cursor::skip_space(text, end);
    }
    let opener = word_at(text, next);
    if !roles(text, next..next + opener.len()).has(Roles::OPENS) {
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
    // Whether "and" stands among the small words before the next word in capitals.
    let mut and = false;
    // Whether the second of two parties is still to come: "between the United Nations and the Host State".
    let mut parties = false;
    for _ in 0..WORDS {
        if let Some(end) = year_of(text, next) {
            next = cursor::skip_space(text, end);
            // "Abidjan Declaration of 2015 and the African Charter": the year has told which. "Vienna Declaration of
            // 1993 and Programme of Action" is one.
            if read.capitals == 0 && begins_a_thing(text, next) {
                break;
            }
            continue;
        }
        let word = word_at(text, next);
        if word.is_empty() {
            break;
        }
        // "Guidelines on International Protection No. 8".
        if word == "No" {
            let numbered = number_behind(text, next).filter(|_| read.capitals > 0);
            read.end = numbered.unwrap_or(read.end);
            break;
        }
        let end = with_figure(text, next, word);
        let capital = is_capital(word);
        let does = roles(text, next..next + word.len());
        if capital {
            if read.nouns > NOUNS || does.has(Roles::ENDS) || begins_another(text, next, &read, and)
            {
                break;
            }
            read.end = end;
            read.capitals += 1;
            let head = noun(text, next).is_some_and(|(strength, _)| strength == Strength::Head);
            read.nouns += usize::from(head);
            read.generic += usize::from(does.has(Roles::GENERIC));
            read.possessive = is_possessive(word);
            small = 0;
            and = false;
        } else if does.has(Roles::JOINS) && small < SMALL {
            // Behind "and the" another thing begins more often than this one goes on.
            let article = small > 0 && word == "the" && text[..next].trim_end().ends_with("and");
            if article
                && read.capitals > 0
                && let Some(end) = cursor::any_word(text, next, &REGIONS)
            {
                read.end = end;
                read.capitals += 1;
                break;
            }
            if article && read.capitals > 0 && !std::mem::take(&mut parties) {
                break;
            }
            small += 1;
            and |= word == "and";
            parties |= word == "between";
        } else {
            break;
        }
        next = match cursor::skip_space(text, end) {
            same if same == end && capital => {
                let Some(behind) = serial_comma(text, end).or_else(|| owned(text, end)) else {
                    break;
                };
                behind
            }
            same if same == end => break,
            behind => behind,
        };
    }
    // "Guidelines under the SaferGuard programme": only another instrument stands behind "under" in a title.
    let named = opener != "under" || read.nouns > 0;
    (read.capitals > 0 && named).then_some(read)
}

/// Whether "and the" or "and its" stands at `at`, behind which another thing begins.
fn begins_a_thing(text: &str, at: usize) -> bool {
    cursor::word(text, at, "and").is_some_and(|and| {
        cursor::any_word(text, cursor::skip_space(text, and), &["the", "its"]).is_some()
    })
}

/// Whether no title goes on behind `at`, where a name ends: a mark follows that none has, or small words that join it
/// to no word in capitals.
pub(super) fn ends_before(text: &str, at: usize) -> bool {
    let mut next = cursor::skip_space(text, at);
    if let Some(comma) = cursor::word(text, at, ",") {
        next = cursor::skip_space(text, comma);
        return !word_at(text, next).starts_with(|c: char| c.is_ascii_uppercase());
    }
    for _ in 0..=SMALL {
        let word = word_at(text, next);
        if word.is_empty() || is_capital(word) {
            break;
        }
        let does = roles(text, next..next + word.len());
        if !(does.has(Roles::JOINS) || does.has(Roles::OPENS)) {
            return true;
        }
        next = cursor::skip_space(text, next + word.len());
    }
    match text.as_bytes().get(next..) {
        Some([b'(', digit, ..]) => !digit.is_ascii_digit(),
        Some([] | [b'.' | b';' | b':' | b')', ..]) => true,
        _ => false,
    }
}

/// Whether a word has a capital, behind the article of an Arabic name too: "Rights", "el-Sheikh".
fn is_capital(word: &str) -> bool {
    let rest = match word.as_bytes() {
        [b'a' | b'e', _, b'-', ..] => &word[3..],
        _ => word,
    };
    rest.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The offset behind "No. 8" at `at`.
fn number_behind(text: &str, at: usize) -> Option<usize> {
    let figures = cursor::skip_space(text, cursor::word(text, at, "No.")?);
    let length = cursor::digits(text, figures).len();
    (1..=3).contains(&length).then_some(figures + length)
}

/// The offset behind the word at `at`, and behind the figure of a name: "COVID-19", "Year 2000".
fn with_figure(text: &str, at: usize, word: &str) -> usize {
    let end = at + word.len();
    if word == "Year" {
        let start = cursor::skip_space(text, end);
        let year = cursor::digits(text, start);
        return if year.len() == 4 { start + 4 } else { end };
    }
    let figure = text[end..]
        .strip_prefix('-')
        .map_or("", |_| cursor::digits(text, end + 1));
    let acronym = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let named = acronym && (1..=2).contains(&figure.len());
    if named { end + 1 + figure.len() } else { end }
}

/// The offset of what several own, whose mark stands at `at`: "Human and Peoples' Rights".
fn owned(text: &str, at: usize) -> Option<usize> {
    let mark = text[at..].strip_prefix(['\'', OTHER])?;
    let next = cursor::skip_space(text, text.len() - mark.len());
    (text[..at].ends_with('s') && mark.starts_with([' ', '\n']) && is_capital(word_at(text, next)))
        .then_some(next)
}

/// What "and" joins to the name of a region: "Transport Development in Asia and the Pacific".
const REGIONS: [&str; 2] = ["the Pacific", "the Caribbean"];

/// Parts of documents: "Amendment to Article XIV" names no instrument.
pub(super) const PLACES: [&str; 5] = ["Article", "Articles", "Annex", "Chapter", "Section"];

/// The offset behind the year at `at` in "Protocol of 2005 to the …", "Final Document of the 2010 Review
/// Conference", "Declaration to Supplement the 1994 Declaration".
fn year_of(text: &str, at: usize) -> Option<usize> {
    let year = cursor::digits(text, at);
    let is_year = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    if !is_year {
        return None;
    }
    let before = text[..at].trim_end();
    let end = at + year.len();
    let named = || {
        word_at(text, cursor::skip_space(text, end)).starts_with(|c: char| c.is_ascii_uppercase())
    };
    let joined = before.ends_with(" of") || before.ends_with(" the") && named();
    joined.then_some(end)
}

/// Whether the capitalised word at `at` begins the name of another instrument or of a body: "… of the Child and
/// Optional Protocol", "… and with the Space Guidelines", "… and Human Rights Council", "… by the General
/// Assembly". `and` tells whether "and" stands before it.
fn begins_another(text: &str, at: usize, read: &Complement, and: bool) -> bool {
    if read.capitals == 0 {
        return false;
    }
    // Mostly another letter than that of "the" ends the word before.
    let last = text.as_bytes()[..at]
        .iter()
        .rev()
        .find(|byte| !byte.is_ascii_whitespace());
    if !and && last.is_none_or(|last| last.is_ascii() && !matches!(last, b'e' | 0x0B)) {
        return false;
    }
    let before = text[..at].trim_end();
    let by = before.ends_with("by the") && !before.ends_with("Established by the");
    if !(and || by) {
        return false;
    }
    if by || bodies::is_listed(text, at) {
        return true;
    }
    let mut next = at;
    for _ in 0..MODIFIERS {
        let word = word_at(text, next);
        if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
        if noun(text, next).is_some() {
            return !text[next..].starts_with(CALL);
        }
        next = cursor::skip_space(text, next + word.len());
    }
    false
}

/// What many a declaration ends with: "Declaration on Climate Change and Call to Action".
const CALL: &str = "Call to Action";

/// The most words in capitals before the noun of a second title: "… and the Optional Protocol".
const MODIFIERS: usize = 8;

/// The offset behind a comma at `at` that a title has in a series: "Production, Stockpiling and Use".
fn serial_comma(text: &str, at: usize) -> Option<usize> {
    let first = cursor::skip_space(text, cursor::word(text, at, ",")?);
    let mut next = first;
    for _ in 0..6 {
        let mut word = word_at(text, next);
        // "People Smuggling, Trafficking in Persons and Related Crime".
        if word == "in" && next > first {
            next = cursor::skip_space(text, next + word.len());
            word = word_at(text, next);
        }
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

/// The offset behind "2015-2030" or "(2017-2021)" at `at`, which ends many a title.
pub(in crate::families) fn years(text: &str, at: usize) -> usize {
    let start = cursor::skip_space(text, at);
    let open = usize::from(text[start..].starts_with('('));
    let first = start + open;
    let behind = first + PERIOD;
    let is_period = text.get(first..behind).is_some_and(is_period);
    if !is_period || open > 0 && !text[behind..].starts_with(')') {
        return at;
    }
    behind + open
}
