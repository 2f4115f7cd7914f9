//! A list of numbers behind the word that opens it, read item by item.

use std::ops::Range;

use super::Anchor;
use super::forms::{conference_decision, ends_number, stroke};
use crate::scan::{bodies, cursor, dates, pinpoints};
use crate::symbol::number;
use crate::{Act, Body, Citation, Form, Kind, Naming, Term};

pub(super) struct Item {
    pub(super) token: Range<usize>,
    pub(super) end: usize,
    pub(super) date: Option<crate::StatedDate>,
    /// A number of its own form, which prose does not name by body: `1/CP.21`.
    pub(super) other: Option<std::sync::Arc<str>>,
}

pub(super) struct List<'t> {
    pub(super) text: &'t str,
    pub(super) anchor: &'t Anchor,
    pub(super) limit: usize,
    pub(super) items: Vec<Item>,
}

impl List<'_> {
    /// Reads the numbers that follow the anchor without other words between; returns where it stopped.
    pub(super) fn contiguous(&mut self) -> usize {
        let mut at = cursor::skip_space(self.text, self.anchor.end);
        while at < self.limit {
            let Some(item) = self.number(at) else { break };
            let mut end = item.end;
            self.items.push(item);
            end = self.lettered_siblings(end);
            end = self.shared_date(end);
            let Some(next) = self.joint(end) else {
                return end;
            };
            at = next;
        }
        at
    }

    /// Reads numbers later in the sentence that carry a date of their own: "…, entitled “…”, 60/251 of
    /// 15 March 2006".
    pub(super) fn dated_later(&mut self, from: usize) {
        if self.items.is_empty() {
            return;
        }
        let mut at = from;
        while at < self.limit {
            let Some(offset) = self.text[at..self.limit].find(|c: char| c.is_ascii_digit()) else {
                return;
            };
            let start = at + offset;
            let digits = cursor::digits(self.text, start).len();
            at = start + digits;
            if !self.follows_joint(start) {
                continue;
            }
            let Some(item) = self.number(start) else {
                continue;
            };
            if item.date.is_none() {
                continue;
            }
            at = item.end;
            self.items.push(item);
            at = self.lettered_siblings(at);
        }
    }

    /// Whether `at` is preceded by a comma, "and" or a footnote figure, so that a list may go on here.
    fn follows_joint(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '\n', '\r', '\t']);
        if before.len() == at {
            return false;
        }
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit());
        before.ends_with([',', ';', '\u{1A}'])
            || before.ends_with(" and")
            || before.ends_with("\nand")
            || before.ends_with("as well as")
    }

    /// One number at `at`, with its date and whatever belongs to it.
    pub(super) fn number(&self, at: usize) -> Option<Item> {
        let text = self.text;
        if at > 0 && matches!(text.as_bytes()[at - 1], b'/' | b'.' | b'-' | b'$' | b'_') {
            return None;
        }
        let (token_end, other) = conference_decision(text, at)
            .map(|(end, name)| (end, Some(name)))
            .or_else(|| self.plain_number(at).map(|end| (end, None)))?;
        let noted = cursor::skip_note(text, token_end);
        let date = dates::after(text, token_end).or_else(|| dates::after(text, noted));
        let end = date.as_ref().map_or(token_end, |(_, end)| *end);
        Some(Item {
            token: at..token_end,
            end,
            date: date.map(|(date, _)| date),
            other,
        })
    }

    fn plain_number(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let rest = &text[at..];
        let special = ["ES-", "S-"]
            .iter()
            .find(|prefix| rest.starts_with(**prefix));
        let start = at + special.map_or(0, |prefix| prefix.len());
        let first = cursor::digits(text, start);
        let mut end = start + first.len();
        let is_year = first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
        let has_session = (1..=3).contains(&first.len()) || is_year;
        if let Some(second_at) = stroke(text, end).filter(|_| has_session) {
            let second = cursor::digits(text, second_at);
            if !(1..=3).contains(&second.len()) {
                return None;
            }
            end = second_at + second.len();
            return ends_number(text, end).then(|| self.with_part(end));
        }
        if special.is_some() || !(1..=4).contains(&first.len()) {
            return None;
        }
        let part = number::part(&text[end..]).map_or(0, |(_, length)| length);
        if let Some((term, length)) = number::parenthesis_term(&text[end + part..]) {
            let fits = match term {
                Term::Year(year) => (1946..2100).contains(&year),
                _ => true,
            };
            return fits.then_some(end + part + length);
        }
        // "Security Council resolution 1325": a number alone is the Council's only.
        let council = matches!(&self.anchor.naming, Naming::Named(body)
            if body.key() == Body::SECURITY_COUNCIL);
        (council && ends_number(text, end) && self.anchor.act == Act::Resolution && first.len() > 1)
            .then_some(end)
    }

    fn with_part(&self, end: usize) -> usize {
        // "53/243 A and B" is two documents: the second letter becomes an item of its own.
        match number::part(&self.text[end..]) {
            Some((letters, _)) if letters.contains(" and ") => {
                end + self.text[end..]
                    .find(|c: char| c.is_ascii_alphabetic())
                    .unwrap_or(0)
                    + 1
            }
            Some((_, length)) => end + length,
            None => end,
        }
    }

    /// The letters that follow a lettered number: the "B" of "53/243 A and B".
    fn lettered_siblings(&mut self, from: usize) -> usize {
        let mut at = from;
        loop {
            let Some(last) = self.items.last() else {
                return at;
            };
            let lettered =
                self.text[last.token.clone()].ends_with(|c: char| c.is_ascii_uppercase());
            let Some(next) = self.joint(at).filter(|_| lettered) else {
                return at;
            };
            let bytes = self.text.as_bytes();
            let letter = bytes.get(next).is_some_and(u8::is_ascii_uppercase);
            let alone = match (bytes.get(next + 1), bytes.get(next + 2)) {
                (Some(b'.'), after) => after.is_none_or(u8::is_ascii_whitespace),
                (Some(byte), _) => !byte.is_ascii_alphanumeric(),
                (None, _) => true,
            };
            if !letter || !alone || next >= self.limit {
                return at;
            }
            let mut item = Item {
                token: next..next + 1,
                end: next + 1,
                date: None,
                other: None,
            };
            if let Some((date, end)) = dates::after(self.text, next + 1) {
                item.date = Some(date);
                item.end = end;
            }
            at = item.end;
            self.items.push(item);
        }
    }

    /// "…, both of 20 December 2012", "…, all of 18 December 2014".
    fn shared_date(&mut self, at: usize) -> usize {
        let mut next = cursor::skip_space(self.text, at);
        if self.text[next..].starts_with(',') {
            next = cursor::skip_space(self.text, next + 1);
        }
        let (count, behind) = if let Some(end) = cursor::word(self.text, next, "both") {
            (2, end)
        } else if let Some(end) = cursor::word(self.text, next, "all") {
            (usize::MAX, end)
        } else {
            return at;
        };
        let Some((date, end)) = dates::after(self.text, behind) else {
            return at;
        };
        for item in self
            .items
            .iter_mut()
            .rev()
            .take(count)
            .take_while(|item| item.date.is_none())
        {
            item.date = Some(date.clone());
        }
        end
    }

    /// The offset of the next list item behind commas, footnote figures, annexes and joining words.
    pub(super) fn joint(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let mut end = at;
        if let Some(pinpoint) = pinpoints::after(text, end) {
            end = pinpoint.span.end;
        }
        end = self.skip_note(end);
        let mut joined = end > at;
        if text[end..].starts_with([',', ';']) {
            end = self.skip_note(end + 1);
            joined = true;
        }
        let spaced = cursor::skip_space(text, end);
        if let Some(behind) = cursor::any_word(text, spaced, &["and", "or", "to", "as well as"]) {
            let mut next = cursor::skip_space(text, behind);
            if let Some(behind) = cursor::any_word(text, next, &["to", "in"]) {
                next = cursor::skip_space(text, behind);
            }
            return Some(next);
        }
        joined.then_some(spaced)
    }

    /// Like [`cursor::skip_note`], but a figure that begins a number of the list stays.
    fn skip_note(&self, at: usize) -> usize {
        match self.number(cursor::skip_space(self.text, at)) {
            Some(_) => at,
            None => cursor::skip_note(self.text, at),
        }
    }

    pub(super) fn citations(self) -> Vec<Citation> {
        let text = self.text;
        let anchor = self.anchor;
        let mut citations: Vec<Citation> = Vec::with_capacity(self.items.len());
        for (index, item) in self.items.into_iter().enumerate() {
            let phrase_start = if index == 0 {
                anchor.phrase
            } else {
                item.token.start
            };
            let mut phrase = phrase_start..item.end.max(item.token.end);
            let naming = match bodies::after(text, item.end) {
                Some((body, end)) if !matches!(anchor.naming, Naming::Named(_)) => {
                    phrase.end = end;
                    Naming::Named(body)
                }
                _ => anchor.naming.clone(),
            };
            let pinpoint = pinpoints::after(text, phrase.end)
                .or_else(|| pinpoints::after(text, item.token.end))
                .or_else(|| pinpoints::around(text, &(phrase.end..phrase.end), phrase_start));
            if let Some(pinpoint) = &pinpoint {
                phrase = phrase.start.min(pinpoint.span.start)..phrase.end.max(pinpoint.span.end);
            }
            let form = match item.other {
                Some(name) => Form::Whole(crate::Referent::Other(name)),
                None => Form::Number {
                    act: anchor.act,
                    naming,
                    stem: stem(&citations, &item.token, text),
                },
            };
            citations.push(Citation {
                token: item.token,
                phrase,
                kind: Kind::Number,
                form,
                pinpoint,
                date: item.date,
            });
        }
        citations
    }
}

/// For the "B" of "53/243 A and B": the number before it, without its letter.
fn stem(before: &[Citation], token: &Range<usize>, text: &str) -> Option<String> {
    if token.len() != 1 {
        return None;
    }
    let last = before.last()?;
    if let Form::Number {
        stem: Some(stem), ..
    } = &last.form
    {
        return Some(stem.clone());
    }
    Some(
        text[last.token.clone()]
            .trim_end_matches(|c: char| c.is_ascii_uppercase())
            .trim_end()
            .into(),
    )
}
