//! The places at which a footnote may be called, each with what it costs to take it for one: nothing for
//! "Rights2", more for a number that the sentence may have for itself.

use std::collections::BTreeMap;
use std::ops::Range;

use citation::MONTHS;

use crate::read::lines::{Line, Role};
use crate::read::words::{BEFORE_COUNT, COUNTED, COUNTED_THINGS, NAMES};

/// What it costs to leave a note without a place; a place that costs more is none.
pub(super) const UNCALLED: u32 = 9;

/// A place at which a note may be called.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) line: usize,
    /// What would be cut, inside the text of the line.
    pub(super) cut: Range<usize>,
    /// How unlikely it is; 0 where nothing speaks against it.
    pub(super) cost: u32,
}

/// The words of a stretch of the body.
pub(super) struct Words<'a> {
    pub(super) words: Vec<Word<'a>>,
}

#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    line: usize,
    /// Where it begins inside the text of its line.
    at: usize,
    text: &'a str,
    /// Whether more than one space stands before it or behind it.
    wide: bool,
}

impl<'a> Words<'a> {
    pub(super) fn of(lines: &'a [Line<'_>], roles: &[Role], range: Range<usize>) -> Self {
        let mut words = Vec::new();
        for line in range {
            if roles[line] != Role::Text {
                continue;
            }
            let text: &str = &lines[line].text;
            let mut at = 0;
            for word in text.split_whitespace() {
                at += text[at..].find(word).unwrap_or(0);
                let wide = text[..at].ends_with("  ") || text[at + word.len()..].starts_with("  ");
                words.push(Word {
                    line,
                    at,
                    text: word,
                    wide,
                });
                at += word.len();
            }
        }
        Self { words }
    }

    /// Every place of each of `numbers`, with the index of its word.
    pub(super) fn places(&self, numbers: &[usize]) -> BTreeMap<usize, Vec<(usize, Place)>> {
        let mut places: BTreeMap<usize, Vec<(usize, Place)>> = BTreeMap::new();
        for at in 0..self.words.len() {
            let found = [
                self.glued(at),
                self.glued_to_year(at),
                self.glued_to_agenda(at),
                self.alone(at),
            ];
            let in_resolution = self.glued_to_resolution(at, numbers);
            for (number, place) in found.into_iter().flatten().chain(in_resolution) {
                if place.cost <= UNCALLED && numbers.contains(&number) {
                    places.entry(number).or_default().push((at, place));
                }
            }
        }
        places
    }

    /// "Rights2", "2021,1", "(2000)3;".
    pub(super) fn glued(&self, at: usize) -> Option<(usize, Place)> {
        let word = self.words[at];
        let (base, figure, _) = split_figure(word.text)?;
        let number = figure.parse().ok().filter(|_| !figure.starts_with('0'))?;
        let cost = glued_cost(base)?;
        Some((
            number,
            word.place(base.len()..base.len() + figure.len(), cost),
        ))
    }

    /// `20214` is 2021 and note 4.
    fn glued_to_year(&self, at: usize) -> Option<(usize, Place)> {
        let word = self.words[at];
        let (base, digits, _) = split_figure(word.text)?;
        let (year, figure) = digits.split_at_checked(4)?;
        let number = figure.parse().ok().filter(|_| !figure.starts_with('0'))?;
        let fits =
            is_year(year) && (base.is_empty() || base == "(" || base.ends_with(['-', '\u{2013}']));
        fits.then(|| {
            let from = base.len() + 4;
            (number, word.place(from..from + figure.len(), 1))
        })
    }

    /// "54/2639" is resolution 54/26 and note 39: no body numbers its resolutions with four digits.
    fn glued_to_resolution(&self, at: usize, numbers: &[usize]) -> Vec<(usize, Place)> {
        let word = self.words[at];
        let bare = word.text.trim_end_matches([',', ';', '.', ':', ')']);
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let Some((session, rest)) = bare.split_once('/') else {
            return Vec::new();
        };
        if !(digits(session) && digits(rest) && session.len() <= 3) {
            return Vec::new();
        }
        let cost = if rest.len() > 3 { 2 } else { 8 };
        numbers
            .iter()
            .filter_map(|number| {
                let figure = number.to_string();
                let own = rest.strip_suffix(&figure).filter(|own| !own.is_empty())?;
                let from = session.len() + 1 + own.len();
                Some((*number, word.place(from..from + figure.len(), cost)))
            })
            .collect()
    }

    /// "Agenda 216" is Agenda 21 and note 6.
    fn glued_to_agenda(&self, at: usize) -> Option<(usize, Place)> {
        let word = self.words[at];
        let figure = word.text.strip_prefix("21")?;
        let figure = figure.trim_end_matches([',', ';', '.', ':']);
        let number = figure.parse().ok().filter(|_| !figure.starts_with('0'))?;
        (at > 0 && self.words[at - 1].text == "Agenda")
            .then(|| (number, word.place(2..2 + figure.len(), 1)))
    }

    /// "Declaration 2 of", "Women, 5 the", "system 1 and".
    fn alone(&self, at: usize) -> Option<(usize, Place)> {
        let word = self.words[at];
        let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
        let (figure, tail) = word.text.split_at(digits);
        let number = figure
            .parse()
            .ok()
            .filter(|_| digits <= 3 && !figure.starts_with('0'))?;
        if !tail.bytes().all(|byte| b",;.:)".contains(&byte)) || tail.starts_with('.') {
            return None;
        }
        let before = at
            .checked_sub(1)
            .map_or("", |before| self.words[before].text);
        let behind = self.words.get(at + 1).map_or("", |next| next.text);
        let cost = alone_cost(before, behind)?.saturating_sub(u32::from(word.wide) * 2);
        Some((number, word.place(0..digits, cost)))
    }
}

impl Word<'_> {
    fn place(&self, inside: Range<usize>, cost: u32) -> Place {
        Place {
            line: self.line,
            cut: self.at + inside.start..self.at + inside.end,
            cost,
        }
    }
}

/// A word as what stands before its last digits, those digits, and the marks behind them.
fn split_figure(word: &str) -> Option<(&str, &str, &str)> {
    let closed = word.trim_end_matches([',', ';', '.', ':', ')', '\u{201d}']);
    let base = closed.trim_end_matches(|last: char| last.is_ascii_digit());
    let figure = &closed[base.len()..];
    (!figure.is_empty()).then_some((base, figure, &word[closed.len()..]))
}

/// What it costs that a figure is glued to `base`: nothing to "Rights", "(2000)" and "2021,"; none to
/// "CO", "COVID-", "10," and symbols.
fn glued_cost(base: &str) -> Option<u32> {
    // "resolution 77/204;3", but not "A/C.3".
    if base.contains('/') {
        let worded = !base.bytes().any(|byte| byte.is_ascii_digit()) && base.len() > 6;
        if base.ends_with([';', ',']) {
            return Some(1);
        }
        // "HIV/AIDS7"
        return worded.then_some(3);
    }
    let stopped = base.trim_end_matches([',', ';', ':', '.']);
    if stopped.len() < base.len() {
        let last = stopped
            .rsplit(|c: char| !c.is_ascii_digit())
            .next()
            .unwrap_or("");
        let end = stopped.chars().next_back()?;
        if is_year(last) && base.ends_with('.') {
            return Some(3);
        }
        let fits = match end {
            _ if base.ends_with(';') => true,
            digit if digit.is_ascii_digit() => is_year(last),
            closing if ")\u{201d}\u{2019}".contains(closing) => true,
            letter => letter.is_alphabetic() && stopped.len() > 2,
        };
        // "Sect.3", "No.4": a number behind an abbreviation.
        let abbreviated = base.ends_with('.') && stopped.chars().count() <= 5;
        return fits.then_some(if abbreviated { 6 } else { 0 });
    }
    let letters = base.chars().rev().take_while(|c| c.is_alphabetic()).count();
    let last = base.chars().next_back()?;
    if "\u{201d})\u{2019}".contains(last) {
        return Some(0);
    }
    match letters {
        0..=1 => None,
        2 => last.is_lowercase().then_some(3),
        _ if last.is_lowercase() => Some(0),
        // "UNESCO4"
        _ => Some(4),
    }
}

/// What it costs that a number by itself, between these two words, is a figure.
fn alone_cost(before: &str, behind: &str) -> Option<u32> {
    let bare = before.trim_end_matches([',', ';', '.', ':']);
    let stopped = bare.len() < before.len();
    let stopped_apart = before.ends_with([',', ';']);
    let first_behind = behind.trim_start_matches(['(', '\u{201c}']);
    if bare.is_empty()
        || (!stopped_apart && COUNTED.contains(&bare))
        || MONTHS.contains(&first_behind.trim_end_matches([',', ';', '.']))
        || first_behind.starts_with("per")
        || first_behind.starts_with('%')
    {
        return None;
    }
    let number_before = bare.bytes().all(|byte| byte.is_ascii_digit());
    if number_before && !is_year(bare) {
        return None;
    }
    let number_behind = behind.starts_with(|first: char| first.is_ascii_digit());
    let unit = COUNTED_THINGS.contains(&first_behind.trim_end_matches([',', ';', '.']));
    let small = BEFORE_COUNT.contains(&bare) && !stopped;
    let penalty = 5 * u32::from(unit) + 5 * u32::from(small) + 3 * u32::from(number_behind);
    let likelihood = match bare.chars().next_back() {
        _ if stopped => 1,
        // "the New Urban Agenda 12 and": a name, though Agenda 21 is one as well.
        _ if NAMES.contains(&bare) => 7,
        Some('\u{201d}' | ')' | '\u{2019}') => 1,
        _ if is_year(bare) => 2,
        _ if bare.starts_with(char::is_uppercase) && bare.len() > 2 => 2,
        Some(last) if last.is_lowercase() => 3,
        _ => 6,
    };
    Some(likelihood + penalty)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}
