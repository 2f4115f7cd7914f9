//! Lettered sub-paragraphs and the Roman numerals below them: which of both a bracketed mark is, and the
//! label that it opens.

use super::Reader;
use crate::label::{letter, roman};
use crate::read::markers::{number_marker, plain, step_marker};

/// Which sub-paragraph is open.
#[derive(Clone, Copy, Default)]
pub(super) struct Level {
    pub(super) letter: usize,
    pub(super) roman: usize,
    /// A second list begins in the same paragraph: from there on letters name nothing certain.
    pub(super) restarted: bool,
}

pub(super) enum Step {
    Letter(usize),
    Roman(usize),
}

impl<'b> Reader<'b> {
    /// Which sub-paragraph the bracketed `step` opens, if any.
    pub(super) fn step(&mut self, step: &str, at: usize) -> Option<Step> {
        if !(self.open || self.in_sections) || self.level.restarted {
            return None;
        }
        let as_letter = letter(step);
        let as_roman = roman(step);
        let next_letter = as_letter == Some(self.level.letter + 1);
        let next_roman = as_roman == Some(self.level.roman + 1);
        match (as_letter, as_roman) {
            (Some(letter), Some(roman)) if next_letter && next_roman => {
                Some(self.letter_or_roman(letter, roman, at))
            }
            (Some(letter), _) if next_letter => Some(Step::Letter(letter)),
            (_, Some(roman)) if next_roman => Some(Step::Roman(roman)),
            (Some(1), _) if self.level.letter > 0 => {
                self.level.restarted = true;
                None
            }
            (Some(letter), _)
                if self.level.letter > 0
                    && letter > self.level.letter
                    && letter <= self.level.letter + 2 =>
            {
                Some(Step::Letter(letter))
            }
            _ => None,
        }
    }

    /// (i) after (h) is a letter unless the markers that follow count on as Roman numerals.
    fn letter_or_roman(&self, as_letter: usize, as_roman: usize, at: usize) -> Step {
        let next = self.lines[at + 1..]
            .iter()
            .map(|(_, line)| plain(&line.text))
            .take_while(|text| number_marker(text).is_none_or(|(_, rest)| rest.is_empty()))
            .find_map(step_marker)
            .map(|(step, _)| step);
        let goes_on_as_roman = next.is_some_and(|step| roman(step) == Some(as_roman + 1));
        let goes_on_as_letter = next.is_some_and(|step| letter(step) == Some(as_letter + 1));
        let below_chapeau = self.found.last().is_some_and(|part| {
            part.pieces
                .last()
                .is_some_and(|text| text.trim_end().ends_with(':'))
        });
        if goes_on_as_roman || (!goes_on_as_letter && below_chapeau) {
            Step::Roman(as_roman)
        } else {
            Step::Letter(as_letter)
        }
    }

    pub(super) fn begin_step(&mut self, level: &Step, step: &str, rest: &'b str, at: usize) {
        let above = match level {
            Step::Letter(place) => {
                self.level.letter = *place;
                self.level.roman = 0;
                None
            }
            Step::Roman(place) => {
                self.level.roman = *place;
                u8::try_from(self.level.letter)
                    .ok()
                    .filter(|letter| (1..=52).contains(letter))
            }
        };
        let letters = above.map(|place| {
            let one = char::from(b'a' + (place - 1) % 26).to_string();
            one.repeat(1 + usize::from((place - 1) / 26))
        });
        let mut label = self.base.clone();
        label.steps.extend(letters);
        label.steps.push(step.to_owned());
        self.begin(label, at, rest);
        // "(a) (i) Of the first" opens both.
        if let Some((inner, inside)) = step_marker(rest)
            && roman(inner) == Some(1)
            && matches!(level, Step::Letter(_))
        {
            if let Some(part) = self.found.last_mut() {
                part.pieces.clear();
            }
            self.begin_step(&Step::Roman(1), inner, inside, at);
        }
    }
}
