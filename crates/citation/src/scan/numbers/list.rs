//! A list of numbers behind the word that opens it, read item by item.

use std::ops::Range;

use super::apart::{behind_prefix, may_follow_joint, renews};
use super::forms::{self, NumberForm};
use super::strokes::{before_councils, is_councils_figure};
use super::{Opening, broken_term, journal_date, notes, read_by_others, shared_dates};
use crate::scan::{cursor, dates, pinpoints};
use crate::{Form, Naming, Pinpoint, Referent, StatedDate};

/// Words before a list whose dates are those of the adoption.
const ADOPTION: [&str; 4] = ["adopted", "adopting", "adoption of", "adoption by"];

/// A number of a list. What few have is boxed: a list may be as long as a text.
pub(super) struct Item {
    pub(super) token: Range<usize>,
    /// The offset behind the number and whatever states its date.
    pub(super) end: usize,
    pub(super) date: Option<StatedDate>,
    /// What it is by itself, whatever opens the list: a number that carries its body (`1/CP.21`), a mistyped one.
    pub(super) whole: Option<Box<Form>>,
    /// What is known to stand behind it, so that nothing is looked for twice.
    pub(super) behind: Behind,
}

/// What reading a number has told of the words behind it.
pub(super) enum Behind {
    /// Nothing yet.
    Open,
    /// The next number of the list follows at this offset: no date, body or place of its own.
    Next(usize),
    /// The paragraph reference at this offset, or that none stands there.
    Place(usize, Option<Box<Pinpoint>>),
}

/// A list as far as it is read.
pub(super) struct List<'t> {
    pub(super) text: &'t str,
    pub(super) opening: &'t Opening,
    /// Where the sentence ends or the next list opens.
    pub(super) limit: usize,
    pub(super) items: Vec<Item>,
}

impl List<'_> {
    /// Reads the numbers that follow the opening without other words between; returns where it stopped.
    pub(super) fn contiguous(&mut self) -> usize {
        let mut at = cursor::skip_space(self.text, self.opening.end);
        if let Some(behind) = self.behind_symbol(at) {
            at = behind;
        }
        while at < self.limit {
            if let Some((item, next)) = self.listed(at) {
                self.items.push(item);
                at = next;
                continue;
            }
            let Some(item) = self.number(at) else { break };
            let mut end = item.end;
            let next = match item.behind {
                Behind::Next(next) => Some(next),
                _ => forms::stroked_behind(self.text, end),
            };
            self.items.push(item);
            // Mostly the next number follows, and nothing that serves several.
            if let Some(next) = next {
                at = next;
                continue;
            }
            end = self.lettered_siblings(end);
            end = shared_dates::read(self.text, &mut self.items, end);
            let Some(next) = self.joint(end) else {
                return end;
            };
            at = next;
        }
        at
    }

    /// Where the next number stands behind the symbol or the coded number that the list begins with, which others read:
    /// "S/RES/181 (1963), 182 (1963)", "SS.IX/1 of 9 February 2006, 27/12".
    fn behind_symbol(&self, at: usize) -> Option<usize> {
        let end = read_by_others::behind(self.text, at)?;
        let end = dates::after(self.text, end).map_or(end, |(_, end)| end);
        self.joint(end)
    }

    /// Reads numbers later in the sentence, which other words part from the list: "…, entitled “…”, 60/251 of
    /// 15 March 2006", "resolutions 5/1 on institution-building and 5/2 on the Code of Conduct".
    pub(super) fn later(&mut self, from: usize) {
        if self.items.is_empty() {
            return;
        }
        let mut at = from;
        while at < self.limit {
            let Some(digits) = cursor::next_digit(self.text, at..self.limit) else {
                return;
            };
            at = digits + cursor::digits(self.text, digits).len();
            let start = behind_prefix(self.text, digits);
            let apart = may_follow_joint(self.text, digits);
            let renewed = apart && renews(&self.text[..start]);
            let councils = self.is_councils(start);
            let alike = self.stands_alike(start);
            if !(alike || renewed || councils || apart && self.follows_joint(start)) {
                continue;
            }
            let fits = |item: &Item| {
                councils
                    || renewed && self.is_session(item)
                    || alike && self.is_placed(item)
                    || self.may_stand_apart(item)
            };
            let Some(item) = self.number(start).filter(fits) else {
                continue;
            };
            at = item.end;
            self.items.push(item);
            at = self.lettered_siblings(at);
            at = shared_dates::read(self.text, &mut self.items, at);
        }
    }

    /// The first number behind `from` that a date and a comma or "and" make one; the offset behind it.
    pub(super) fn first_dated(&mut self, from: usize) -> usize {
        let mut at = from;
        while let Some(digits) = cursor::next_digit(self.text, at..self.limit) {
            at = digits + cursor::digits(self.text, digits).len();
            if !may_follow_joint(self.text, digits) {
                continue;
            }
            let start = behind_prefix(self.text, digits);
            if !self.follows_joint(start) {
                continue;
            }
            let dated = |item: &Item| item.date.is_some() && !self.is_figure(item);
            if let Some(item) = self.number(start).filter(dated) {
                let end = item.end;
                self.items.push(item);
                return self.lettered_siblings(end);
            }
        }
        self.limit
    }

    /// Whether nothing but figures makes the number.
    pub(super) fn is_figure(&self, item: &Item) -> bool {
        let written = &self.text[item.token.clone()];
        written.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The number at `at` that has nothing but figures and a stroke, and the offset of the next such number right behind
    /// its comma: most numbers of a long list.
    #[inline]
    fn listed(&self, at: usize) -> Option<(Item, usize)> {
        let end = forms::plain_stroke(self.text, at)?;
        let next = forms::stroked_behind(self.text, end)?;
        self.may_begin(at).then(|| {
            let item = Item {
                token: at..end,
                end,
                date: None,
                whole: None,
                behind: Behind::Next(next),
            };
            (item, next)
        })
    }

    /// Whether a number may begin at `at` for the sake of what stands before it.
    fn may_begin(&self, at: usize) -> bool {
        // The stroke of "PRST/8/1" belongs to the word that opens the list.
        let opens = at == self.opening.end;
        at == 0
            || opens
            || !matches!(self.text.as_bytes()[at - 1], b'/' | b'.' | b'$' | b'_')
            || self.is_behind_councils(at)
    }

    /// One number at `at`, with its date and whatever belongs to it.
    pub(super) fn number(&self, at: usize) -> Option<Item> {
        let text = self.text;
        if !self.may_begin(at) {
            return None;
        }
        let number = match &self.opening.first {
            Some((first, number)) if *first == at => number.clone(),
            _ => forms::at(text, at, || self.note_before(at)).or_else(|| {
                self.is_behind_councils(at)
                    .then(|| before_councils(text, at))?
            })?,
        };
        let mut behind =
            forms::stroked_behind(text, number.noted).map_or(Behind::Open, Behind::Next);
        let mut end = number.noted;
        let mut date = None;
        if let Behind::Open = behind {
            date = self.date_behind(at..number.end, number.noted, &mut behind);
            let undated = || dates::two_days(text, number.noted).unwrap_or(number.noted);
            end = date.as_ref().map_or_else(undated, |(_, end)| *end);
        }
        let fits = match &number.form {
            NumberForm::Stroke | NumberForm::Parenthesis | NumberForm::Coded(_) => true,
            NumberForm::Broken(meant) => {
                broken_term::fits(meant, self.opening.act, &self.opening.naming)
                    && !broken_term::is_of_another(text, end)
            }
            NumberForm::Foreign => {
                at == cursor::skip_space(text, self.opening.end) || self.foreign()
            }
            // A figure glued to a comma or a parenthesis is a footnote's: "2334 (2016),16".
            NumberForm::Bare if text[..at].ends_with([',', ';', ')']) => false,
            NumberForm::Bare => self.bare_number_fits(&text[at..number.end], end, date.is_some()),
        };
        fits.then(|| Item {
            token: at..number.end,
            end,
            date: date.map(|(date, _)| date),
            whole: match number.form {
                NumberForm::Coded(name) => Some(Box::new(Form::Whole(Referent::Other(name)))),
                NumberForm::Broken(meant) => {
                    let (symbol, slip) = broken_term::correction(meant, &text[at..number.end]);
                    let corrections = vec![(Referent::Symbol(symbol), slip)];
                    Some(Box::new(Form::Mistyped { corrections }))
                }
                _ => None,
            },
            behind,
        })
    }

    /// Whether a number of the Security Council may stand at `at`, behind another one and a stroke.
    fn is_behind_councils(&self, at: usize) -> bool {
        let stroke = at.checked_sub(1);
        let last = self
            .items
            .last()
            .filter(|last| Some(last.token.end) == stroke);
        last.is_some_and(|last| {
            self.text[last.token.end..].starts_with('/')
                && is_councils_figure(self.text, last.token.start)
                && is_councils_figure(self.text, at)
        })
    }

    /// The date that is stated for the number at `token`, which ends at `at` with its footnote figure, and the offset
    /// behind it. The place that was looked for on the way is told by `behind`.
    fn date_behind(
        &self,
        token: Range<usize>,
        at: usize,
        behind: &mut Behind,
    ) -> Option<(StatedDate, usize)> {
        let text = self.text;
        let noted = cursor::skip_note(text, at);
        dates::after(text, at)
            .or_else(|| (noted > at).then(|| dates::after(text, noted))?)
            .or_else(|| self.dated_on(at))
            .or_else(|| journal_date::behind(text, token))
            .or_else(|| {
                let place = pinpoints::after(text, at);
                let date = place
                    .as_ref()
                    .and_then(|place| dates::behind_place(text, place));
                *behind = Behind::Place(at, place.map(Box::new));
                date
            })
            .or_else(|| dates::behind_title(text, noted, self.limit))
    }

    /// Whether the list is of numbers that only specialized bodies write.
    fn foreign(&self) -> bool {
        self.items.first().is_some_and(|first| {
            let written = &self.text[first.token.clone()];
            !written.starts_with(|c: char| c.is_ascii_digit()) || !written.contains('/')
        })
    }

    /// "76/146 on 16 December 2021" behind a dated item, behind the word that says it was adopted, and in
    /// the rest of a list that a page break has torn off.
    fn dated_on(&self, at: usize) -> Option<(StatedDate, usize)> {
        let on = dates::after_on(self.text, at)?;
        let dated = match self.items.last() {
            Some(last) => last.date.is_some(),
            None => {
                self.opening.naming == Naming::TornOff
                    || cursor::ends_with_word(&self.text[..self.opening.phrase], &ADOPTION)
            }
        };
        dated.then_some(on)
    }

    /// The footnote figure last before `at`.
    fn note_before(&self, at: usize) -> Option<u16> {
        notes::last_before(self.text, at)
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
            if !lettered {
                return at;
            }
            let Some(next) = self.joint(at) else {
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
                whole: None,
                behind: Behind::Open,
            };
            if let Some((date, end)) = dates::after(self.text, next + 1) {
                item.date = Some(date);
                item.end = end;
            }
            at = item.end;
            self.items.push(item);
        }
    }

    /// The offset of the next list item behind commas, footnote figures, annexes and joining words.
    pub(super) fn joint(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let end_of = |place: &Pinpoint| place.span.end;
        let placed = match self.items.last().map(|item| &item.behind) {
            Some(Behind::Place(asked, place)) if *asked == at => place.as_deref().map(end_of),
            _ => pinpoints::after(text, at).as_ref().map(end_of),
        };
        let mut end = self.skip_note(placed.unwrap_or(at));
        if text[end..].starts_with('-') || self.is_behind_councils(end + 1) {
            return Some(end + 1);
        }
        let mut joined = end > at;
        // What is not agreed stands in brackets: "64/292[, 68/157] and 70/1".
        end = cursor::any_word(text, end, &["]", "["]).unwrap_or(end);
        if text[end..].starts_with([',', ';']) {
            end = self.skip_note(end + 1);
            // "[50/161, 56/177,] 75/151".
            end += usize::from(text[end..].starts_with(']'));
            joined = true;
        }
        let spaced = inside_bracket(text, cursor::skip_space(text, end));
        if let Some(behind) = cursor::any_word(
            text,
            spaced,
            &["and", "&", "or", "to", "through", "as well as", "including"],
        ) {
            let mut next = cursor::skip_space(text, behind);
            if let Some(behind) = cursor::any_word(text, next, &["to", "in", "also"]) {
                next = cursor::skip_space(text, behind);
            }
            return Some(inside_bracket(text, next));
        }
        joined.then_some(spaced)
    }

    /// Like [`cursor::skip_note`], but a figure that begins a number of the list stays.
    fn skip_note(&self, at: usize) -> usize {
        match cursor::skip_note(self.text, at) {
            noted if noted == at => at,
            _ if self.number(cursor::skip_space(self.text, at)).is_some() => at,
            noted => noted,
        }
    }
}

/// The offset behind the bracket at `at`, which in a draft holds what is not agreed: "70/1 [and 78/206]".
fn inside_bracket(text: &str, at: usize) -> usize {
    cursor::word(text, at, "[").map_or(at, |open| cursor::skip_space(text, open))
}
