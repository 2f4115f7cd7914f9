//! Footnote figures that extraction left in the words: "Rights2", "2021,1", "the system 1 and".
//!
//! The notes at the foot of a page are called on that page, in their order. So the figures are looked
//! for all together: of every way to give each note a place, the one with the most likely places wins,
//! and a number that belongs to the sentence is never taken for want of a better one.

mod places;

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::lines::{Line, Role};
use super::notes::{self, Block, Note};
use places::{Place, UNCALLED, Words};

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
