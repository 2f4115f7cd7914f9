//! The words that open a list: "its", the act, adjectives, the body, "No.".

use super::super::bodies::{self, Name};
use super::super::words::Role;
use super::super::{ActWord, Grammar, cursor, dates};
use crate::{Naming, StatedDate};

/// How many adjectives may stand between "its" and the act.
const ADJECTIVES: usize = 2;

/// The words of a list before its first number.
pub(super) struct Opening {
    /// Where they begin.
    pub(super) start: usize,
    /// Where a number may begin.
    pub(super) end: usize,
    its: bool,
    pub(super) named: Option<Name>,
    /// Whether a word for "No." stands before the number.
    pub(super) marked: bool,
    /// The date that stands before the number: "резолюция от 17.12.1984 N 39/148".
    pub(super) date: Option<StatedDate>,
}

impl Opening {
    pub(super) fn read(text: &str, word: &ActWord, grammar: &dyn Grammar) -> Self {
        let its = its_before(text, word.start, grammar);
        let mut opening = Self {
            start: its.unwrap_or(word.start),
            end: word.end,
            its: word.its || its.is_some(),
            named: None,
            marked: false,
            date: None,
        };
        while let Some(end) = opening.step(text, grammar) {
            opening.end = end;
        }
        opening
    }

    /// The offset behind one more word that may stand before the first number.
    fn step(&mut self, text: &str, grammar: &dyn Grammar) -> Option<usize> {
        let next = cursor::skip_space(text, self.end);
        if next == self.end {
            return None;
        }
        if let Some((_, end)) = grammar.word(Role::Number, text, next) {
            self.marked = true;
            return Some(end);
        }
        if let Some((_, end)) = grammar.word(Role::Filler, text, next) {
            return Some(end);
        }
        if let Some((date, end)) = date_before_number(text, next, grammar) {
            self.date = Some(date);
            return Some(end);
        }
        if self.named.is_some() {
            return None;
        }
        let (name, end) = bodies::between(text, next, grammar)?;
        self.named = Some(name);
        Some(end)
    }

    pub(super) fn naming(&self) -> Naming {
        match &self.named {
            Some(name) => name.clone().naming(),
            None if self.its => Naming::Its { previous: None },
            None => Naming::Unnamed { previous: None },
        }
    }
}

/// The date at `at` that stands before a word for "No.", and the offset behind it.
fn date_before_number(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(StatedDate, usize)> {
    let (_, end) = grammar.word(Role::Dated, text, at)?;
    let (date, end) = dates::at_start(text, cursor::skip_space(text, end), grammar)?;
    let next = cursor::skip_space(text, end);
    let counts = grammar.word(Role::Number, text, next).is_some();
    counts.then_some((date, end))
}

/// Where "its" begins before the act at `at`; adjectives in small letters may stand between.
fn its_before(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let mut end = cursor::before_space(text, at);
    for _ in 0..=ADJECTIVES {
        if let Some((_, start)) = grammar.words().before(Role::Its, text, end) {
            return Some(start);
        }
        let start = cursor::word_start(text, end);
        let is_adjective = start < end && text[start..end].chars().all(char::is_lowercase);
        if !is_adjective {
            return None;
        }
        end = cursor::before_space(text, start);
    }
    None
}
