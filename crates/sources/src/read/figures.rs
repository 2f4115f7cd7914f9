//! Footnote figures that extraction left in the words: "Rights2", "2021,1", "the system 1 and".
//!
//! The notes at the foot of a page are called on that page, in their order. So the figures are looked
//! for all together: of every way to give each note a place, the one with the most likely places wins,
//! and a number that belongs to the sentence is never taken for want of a better one.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use citation::MONTHS;

use super::lines::{Line, Role};
use super::notes::{self, Block, Note};
use super::words::{BEFORE_COUNT, COUNTED, COUNTED_THINGS, NAMES};

/// What it costs to leave a note without a place; a place that costs more is none.
const UNCALLED: u32 = 9;

/// What is cut out of the lines of a text.
#[derive(Default)]
pub(super) struct Figures {
    /// Byte ranges inside the text of a line, by line.
    cuts: HashMap<usize, Vec<Range<usize>>>,
}

impl Figures {
    /// `line`, which is number `at`, without its figures.
    pub(super) fn without<'a>(&self, at: usize, line: Line<'a>) -> Line<'a> {
        let Some(cuts) = self.cuts.get(&at) else {
            return line;
        };
        let mut cuts = cuts.clone();
        cuts.sort_by_key(|cut| cut.start);
        let mut text = String::with_capacity(line.text.len());
        let mut from = 0;
        for cut in cuts {
            text.push_str(line.text.get(from..cut.start).unwrap_or(""));
            from = cut.end.max(from);
        }
        text.push_str(line.text.get(from..).unwrap_or(""));
        Line {
            text: Cow::Owned(text),
            ..line
        }
    }

    fn cut(&mut self, place: &Place) {
        let cuts = self.cuts.entry(place.line).or_default();
        if !cuts.contains(&place.cut) {
            cuts.push(place.cut.clone());
        }
    }
}

/// The notes of a text, each with the place where it is called, and what is to be cut for them.
pub(super) fn find(lines: &[Line<'_>], roles: &[Role]) -> (Vec<Note>, Figures) {
    let mut figures = Figures::default();
    let mut notes = Vec::new();
    let mut marks = marks(lines, roles, &mut figures);
    let mut from = 0;
    let mut highest = 0;
    for Block {
        notes: mut block,
        begins,
    } in notes::blocks(lines, roles)
    {
        for note in &mut block {
            note.called = marks.remove(note.figure.as_str());
        }
        let mut wanted: Vec<&mut Note> = block
            .iter_mut()
            .filter(|note| note.called.is_none() && note.figure.parse::<usize>().is_ok())
            .collect();
        wanted.sort_by_key(|note| note.figure.parse::<usize>().unwrap_or(0));
        if !wanted.is_empty() {
            let body = Words::of(lines, roles, from..begins);
            call(&mut wanted, &body, lines, &mut figures);
            let last = wanted
                .last()
                .and_then(|note| note.figure.parse().ok())
                .unwrap_or(0);
            highest = highest.max(last);
            again(&body, highest, &mut figures);
        }
        from = begins;
        notes.append(&mut block);
    }
    if highest > 0 {
        let rest = Words::of(lines, roles, from..lines.len());
        again(&rest, highest, &mut figures);
    }
    (notes, figures)
}

/// Cuts every `[^3]`, and says where each stands first.
fn marks<'a>(
    lines: &'a [Line<'_>],
    roles: &[Role],
    figures: &mut Figures,
) -> HashMap<&'a str, usize> {
    let mut first = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if roles[at] != Role::Text || !line.text.contains("[^") {
            continue;
        }
        let mut from = 0;
        while let Some(open) = line.text[from..].find("[^").map(|open| open + from) {
            let Some(close) = line.text[open..].find(']').map(|close| close + open) else {
                break;
            };
            let figure = &line.text[open + 2..close];
            first.entry(figure).or_insert(line.span.start + open);
            figures.cut(&Place {
                line: at,
                cut: open..close + 1,
                cost: 0,
            });
            from = close + 1;
        }
    }
    first
}

/// A place at which a note may be called.
#[derive(Clone)]
struct Place {
    line: usize,
    /// What would be cut, inside the text of the line.
    cut: Range<usize>,
    cost: u32,
}

/// Gives each of `wanted`, which are in the order of their numbers, the likeliest place.
fn call(wanted: &mut [&mut Note], body: &Words<'_>, lines: &[Line<'_>], figures: &mut Figures) {
    let numbers: Vec<usize> = wanted
        .iter()
        .filter_map(|note| note.figure.parse().ok())
        .collect();
    let places = body.places(&numbers);
    // For each note and each place of it: the least cost of all notes up to it, and where the one
    // before it stands. Place `None` is a note that is nowhere.
    let mut best: Vec<State> = vec![State::default()];
    let mut layers: Vec<Vec<State>> = Vec::with_capacity(numbers.len());
    for number in &numbers {
        let own = places.get(number).map_or(&[][..], Vec::as_slice);
        let mut layer: Vec<State> = best
            .iter()
            .enumerate()
            .map(|(before, state)| State {
                cost: state.cost + UNCALLED,
                at: state.at,
                before,
                place: None,
            })
            .collect();
        for (index, (word, place)) in own.iter().enumerate() {
            let before = best
                .iter()
                .enumerate()
                .filter(|(_, state)| state.at <= *word)
                .min_by_key(|(_, state)| state.cost);
            if let Some((before, state)) = before {
                layer.push(State {
                    cost: state.cost + place.cost,
                    at: word + 1,
                    before,
                    place: Some(index),
                });
            }
        }
        best.clone_from(&layer);
        layers.push(layer);
    }
    let Some(mut state) = layers
        .last()
        .and_then(|layer| layer.iter().enumerate().min_by_key(|(_, state)| state.cost))
        .map(|(index, _)| index)
    else {
        return;
    };
    for (at, layer) in layers.iter().enumerate().rev() {
        let chosen = &layer[state];
        if let Some((_, place)) = chosen
            .place
            .and_then(|index| places.get(&numbers[at])?.get(index))
        {
            figures.cut(place);
            wanted[at].called = Some(lines[place.line].span.start + place.cut.start);
        }
        state = chosen.before;
    }
}

#[derive(Clone, Default)]
struct State {
    cost: u32,
    /// The first word that may still be a place.
    at: usize,
    before: usize,
    place: Option<usize>,
}

/// A note may be called again; only a figure that is glued to a word tells that.
fn again(body: &Words<'_>, highest: usize, figures: &mut Figures) {
    for at in 0..body.words.len() {
        let Some((number, place)) = body.glued(at) else {
            continue;
        };
        if place.cost == 0 && number <= highest {
            figures.cut(&place);
        }
    }
}

/// The words of a stretch of the body.
struct Words<'a> {
    words: Vec<Word<'a>>,
}

#[derive(Clone, Copy)]
struct Word<'a> {
    line: usize,
    /// Where it begins inside the text of its line.
    at: usize,
    text: &'a str,
    /// Whether more than one space stands before it or behind it.
    wide: bool,
}

impl<'a> Words<'a> {
    fn of(lines: &'a [Line<'_>], roles: &[Role], range: Range<usize>) -> Self {
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
    fn places(&self, numbers: &[usize]) -> BTreeMap<usize, Vec<(usize, Place)>> {
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
    fn glued(&self, at: usize) -> Option<(usize, Place)> {
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
