//! The numbers of a list, read one by one with their letters, dates and bodies.

use std::ops::Range;

use super::super::bodies::{self, Name};
use super::super::dates::{self, Reach};
use super::super::words::Role;
use super::super::{Grammar, Language, cursor, number};
use super::owners::is_council;
use crate::StatedDate;
use crate::facts::security_council_year;

/// A number of the list, with what follows it.
pub(super) struct Item {
    pub(super) token: Range<usize>,
    pub(super) latin: String,
    /// The number without its letter, where the token is the letter of a number before.
    pub(super) stem: Option<String>,
    pub(super) end: usize,
    pub(super) date: Option<StatedDate>,
    pub(super) body: Option<Name>,
}

/// The numbers read so far.
pub(super) struct List<'t> {
    pub(super) text: &'t str,
    pub(super) grammar: &'t dyn Grammar,
    /// Whether a number may stand alone once the Security Council is named.
    pub(super) council: bool,
    pub(super) limit: usize,
    pub(super) items: Vec<Item>,
    /// The body named before the numbers that come next.
    pub(super) named: Option<Name>,
    /// Whether the sentence has named the Security Council last.
    pub(super) spoken: bool,
}

impl List<'_> {
    /// Reads the numbers that follow one another from `at` on; returns where it stopped.
    pub(super) fn contiguous(&mut self, at: usize) -> usize {
        let mut next = cursor::skip_space(self.text, at);
        let mut end = at;
        let opened = self.named.clone();
        while next < self.limit {
            let Some(item) = self.item(next) else {
                // "… 67/172 и Совета Безопасности 1325 (2000)": the body changes inside the list.
                let changed = (!self.items.is_empty())
                    .then(|| bodies::between(self.text, next, self.grammar))
                    .flatten();
                let Some((name, behind)) = changed else { break };
                let number = cursor::skip_space(self.text, behind);
                if number >= self.limit || number::at(self.text, number, self.grammar).is_none() {
                    break;
                }
                self.named = Some(name);
                next = number;
                continue;
            };
            end = self.push(item);
            let Some(joint) = self.joint(end) else {
                break;
            };
            next = joint;
        }
        self.named = opened;
        end
    }

    /// Reads runs of numbers later in the sentence, one of which has a date or is of the session of the last one: "5/1 sur la
    /// mise en place de ses institutions et 5/2 sur le Code de conduite".
    pub(super) fn dated_later(&mut self, from: usize) {
        let mut at = from;
        while at < self.limit {
            let digit = |c: char| cursor::folded(c).is_some_and(|c| c.is_ascii_digit());
            let Some(offset) = self.text[at..self.limit].find(digit) else {
                return;
            };
            let start = at + offset;
            at = match cursor::digits(self.text, start) {
                Some(run) => run.end,
                None => start + self.text[start..].chars().next().map_or(1, char::len_utf8),
            };
            if !self.follows_joint(start) {
                continue;
            }
            let mut run = List {
                items: Vec::new(),
                named: None,
                ..*self
            };
            let end = run.contiguous(start);
            // A run without a date has no dated part either, so none of it is looked at again.
            at = at.max(end);
            if run.items.iter().any(|item| item.date.is_some()) || self.is_same_session(start, &run)
            {
                self.items.append(&mut run.items);
            }
        }
    }

    /// Whether "and" stands before `start`, where `run` begins, and both it and the last number have the same session.
    fn is_same_session(&self, start: usize, run: &List<'_>) -> bool {
        let session = |item: &Item| Some(item.latin.split_once('/')?.0.to_owned());
        let last = self.items.last().and_then(session);
        let next = run.items.first().and_then(session);
        let spaced = cursor::before_space(self.text, start);
        last.is_some() && last == next && self.follows_and(spaced)
    }

    /// Whether a list may go on at `at`: behind a comma, a joining word, or the figure of a note.
    fn follows_joint(&self, at: usize) -> bool {
        let spaced = cursor::before_space(self.text, at);
        let glued = spaced == at;
        let mut before = spaced;
        while let Some(('0'..='9', start)) = cursor::previous(self.text, before) {
            before = start;
        }
        if let Some((',' | ';' | '»' | '”', _)) = cursor::previous(self.text, before) {
            return !glued || before < spaced;
        }
        self.follows_and(spaced)
    }

    /// Whether a joining word ends at `spaced`.
    fn follows_and(&self, spaced: usize) -> bool {
        let words = self.grammar.words().all(Role::And);
        words
            .iter()
            .filter_map(|word| cursor::word_before(self.text, spaced, &word.written))
            .any(|start| self.grammar.and(self.text, start).is_some())
    }

    /// Takes `item` with the letters, dates and bodies behind it; returns where they end.
    fn push(&mut self, item: Item) -> usize {
        let lettered = item.latin.ends_with(|c: char| c.is_ascii_uppercase());
        self.items.push(item);
        if lettered {
            self.lettered_siblings();
        }
        self.tail()
    }

    /// The number at `at`, in Arabic also one in parentheses of its own: "رقم (1325)".
    fn item(&self, at: usize) -> Option<Item> {
        if self.grammar.language() != Language::Arabic {
            return self.plain_item(at);
        }
        let Some(open) = cursor::sign(self.text, at, '(') else {
            return self.plain_item(at);
        };
        let item = self.plain_item(cursor::skip_space(self.text, open))?;
        let close = cursor::sign(self.text, cursor::skip_space(self.text, item.end), ')')?;
        Some(Item { end: close, ..item })
    }

    fn plain_item(&self, at: usize) -> Option<Item> {
        let number = number::at(self.text, at, self.grammar).or_else(|| {
            let number = number::alone(self.text, at).filter(|_| self.council)?;
            let named = self.named.as_ref().is_some_and(is_council);
            let of_council = named
                || self.are_the_councils(number.end)
                || self.is_dated(&number)
                || self.is_spoken_of(&number);
            of_council.then_some(number)
        })?;
        (number.end <= self.limit).then(|| Item {
            token: at..number.end,
            latin: number.latin,
            stem: None,
            end: number.end,
            date: None,
            body: self.named.clone(),
        })
    }

    /// Whether a date follows in the year in which the Security Council reached the number: "резолюции 1493 от 28 июля
    /// 2003 года".
    fn is_dated(&self, number: &number::Number) -> bool {
        let stated = dates::after(self.text, number.end, self.grammar);
        let day = stated.and_then(|stated| stated.date.date.day());
        let year = number.latin.parse().ok().and_then(security_council_year);
        day.is_some_and(|day| year == Some(day.year()))
    }

    /// The letters that follow a lettered number: the "B" of "53/243 A et B".
    fn lettered_siblings(&mut self) {
        let Some(first) = self.items.last() else {
            return;
        };
        let stem = first
            .latin
            .trim_end_matches(|c: char| c.is_ascii_uppercase());
        let stem = stem.trim_end().to_owned();
        let mut at = first.end;
        let mut letters = Vec::new();
        while let Some(next) = self.list_joint(at)
            && let Some((letter, end)) = self.grammar.letter(self.text, next)
            && end <= self.limit
        {
            letters.push(Item {
                token: next..end,
                latin: letter.to_string(),
                stem: Some(stem.clone()),
                end,
                date: None,
                body: self.named.clone(),
            });
            at = end;
        }
        self.items.append(&mut letters);
    }

    /// The offset behind a comma or a joining word at `at`, or both.
    pub(super) fn list_joint(&self, at: usize) -> Option<usize> {
        let mut end = cursor::skip_space(self.text, at);
        let comma = cursor::sign(self.text, end, ',');
        end = comma.map_or(end, |end| cursor::skip_space(self.text, end));
        match self.grammar.and(self.text, end) {
            Some(behind) => Some(cursor::skip_space(self.text, behind)),
            None => comma.map(|_| end),
        }
    }

    /// Reads the dates and the body that follow the last number; returns where they end.
    fn tail(&mut self) -> usize {
        let (text, grammar) = (self.text, self.grammar);
        let mut at = self.items.last().map_or(0, |item| item.end);
        let mut body = None;
        loop {
            let noted = cursor::skip_note(text, at);
            let undated = self.items.last().is_some_and(|item| item.date.is_none());
            if undated
                && let Some(end) = self.one_date_each(at).or_else(|| self.one_date_each(noted))
            {
                at = end;
                continue;
            }
            let stated = [at, noted]
                .into_iter()
                .filter(|_| undated)
                .find_map(|place| dates::after(text, place, grammar));
            if let Some(stated) = stated.filter(|stated| stated.end <= self.limit) {
                self.state(&stated.date, stated.reach);
                body = body.or(stated.by);
                at = stated.end;
            } else if undated && let Some(end) = dates::same_date(text, at, grammar) {
                self.same_date();
                at = end;
            } else if body.is_none()
                && let Some((name, end)) = bodies::after(text, at, grammar)
                && end <= self.limit
            {
                body = Some(name);
                at = end;
            } else {
                break;
            }
        }
        if let Some(item) = self.items.last_mut() {
            item.end = at;
            item.body = body.or(item.body.take());
        }
        at
    }

    /// Gives each of the last numbers the date that stands for it among several at `at`; returns where they end.
    fn one_date_each(&mut self, at: usize) -> Option<usize> {
        let several = dates::several_after(self.text, at, self.grammar)
            .filter(|several| several.end <= self.limit)?;
        let near = self.items.iter().rev().take(several.dates.len() + 1);
        let undated = near.take_while(|item| item.date.is_none()).count();
        if undated == several.dates.len() {
            let first = self.items.len() - undated;
            for (item, date) in self.items[first..].iter_mut().zip(several.dates) {
                item.date = date;
            }
        } else if !several.respective {
            return None;
        }
        Some(several.end)
    }

    fn state(&mut self, date: &StatedDate, reach: Reach) {
        let count = match reach {
            Reach::Last => 1,
            Reach::LastTwo => 2,
            Reach::All => usize::MAX,
        };
        let undated = self
            .items
            .iter_mut()
            .rev()
            .take_while(|item| item.date.is_none());
        for item in undated.take(count) {
            item.date = Some(date.clone());
        }
    }

    /// Gives the last number the date of the one before it.
    fn same_date(&mut self) {
        let dated = self
            .items
            .iter()
            .rev()
            .skip(1)
            .find_map(|item| item.date.clone());
        if let Some(item) = self.items.last_mut() {
            item.date = dated;
        }
    }

    /// The offset of the next number behind commas, notes, paragraph references and joining words.
    fn joint(&self, at: usize) -> Option<usize> {
        let (text, grammar) = (self.text, self.grammar);
        let mut end = grammar
            .pinpoint_after(text, at)
            .map_or(at, |pinpoint| pinpoint.span.end);
        if end > at {
            end = cursor::sign(text, end, ')').unwrap_or(end);
        }
        end = self.skip_note(end);
        let joined = end > at;
        if let Some(next) = self.list_joint(end) {
            return Some(self.behind_note(next));
        }
        let spaced = cursor::skip_space(text, end);
        if let Some(behind) = cursor::sign(text, spaced, ';') {
            let next = cursor::skip_space(text, behind);
            return Some(
                grammar
                    .and(text, next)
                    .map_or(next, |end| cursor::skip_space(text, end)),
            );
        }
        if let Some((_, behind)) = grammar.word(Role::To, text, spaced) {
            return Some(cursor::skip_space(text, behind));
        }
        joined.then_some(spaced)
    }

    /// Like [`cursor::skip_note`], but a figure that begins a number of the list stays.
    fn skip_note(&self, at: usize) -> usize {
        let begins_number =
            number::at(self.text, cursor::skip_space(self.text, at), self.grammar).is_some();
        if begins_number {
            at
        } else {
            cursor::skip_note(self.text, at)
        }
    }

    /// The offset behind a note and the joining word behind it: ",4 и".
    fn behind_note(&self, at: usize) -> usize {
        // A note's figure is glued to the comma; "242, 338 et 425" are numbers.
        let spaced = !matches!(cursor::previous(self.text, at), Some((',' | ';', _)));
        if spaced && self.item(at).is_some() {
            return at;
        }
        let noted = self.skip_note(at);
        if noted == at {
            return at;
        }
        self.list_joint(noted)
            .unwrap_or_else(|| cursor::skip_space(self.text, noted))
    }
}
