//! Numbers that no word announces, as notes on negotiations, briefs and talking points write them: "language as in
//! 79/1", "merge 61/106 and 79/149", "Haiti (841 (1993), 917 (1994))".
//!
//! A share, a score, a day, a case or a season looks like them. So the number has to be one that its organ has reached,
//! nothing around it may say that something else is numbered or counted, and something has to tell: the words before
//! it, its day, another number beside it, or resolutions of which the same block speaks. Where nothing of these does, it
//! may still be one in a draft that names the body, which is left to who knows the draft.

mod around;
mod block_tokens;
mod run;
mod term;

use std::mem;

use self::block_tokens::BlockTokens;
use self::term::{AloneTerm, parenthesis_term, stroked_term};
use super::forms::{self, NumberForm};
use super::session_number::SessionNumber;
use super::{Opening, apart, opening};
use crate::facts::general_assembly_session_window;
use crate::scan::places::Places;
use crate::scan::{bodies, cursor, dates, pinpoints};
use crate::{Act, Body, Citation, Form, Naming, Unit, sentences, words};

/// So far behind its first number a list alone may go on, in bytes: a table has no end of a sentence.
const REACH: usize = 600;

/// Words behind which the number of a text may stand.
const LEADS: [&str; 12] = [
    "against", "by", "from", "in", "like", "of", "since", "through", "to", "under", "via", "with",
];

/// Adds the numbers that stand alone at the `places` of the folded `text`, where nothing of `found` has them.
pub(super) fn find(text: &str, places: &Places, found: &mut Vec<Citation>) {
    let sessions = places.sessions.iter().map(|session| session.start);
    let before_terms = places
        .terms
        .iter()
        .map(|open| number_before(text.as_bytes(), *open));
    let block = BlockTokens::of(found.len());
    read_each(text, places, sessions, &block, found);
    read_each(text, places, before_terms, &block, found);
}

/// Adds the lists that begin with the figures at each of `places_of_digits`, in order.
fn read_each(
    text: &str,
    places: &Places,
    places_of_digits: impl Iterator<Item = usize>,
    block: &BlockTokens,
    found: &mut Vec<Citation>,
) {
    let mut acts = places.acts().map(|(_, range)| range.start).peekable();
    let (mut read_to, mut hint) = (0, 0);
    for digits in places_of_digits {
        let at = apart::behind_prefix(text, digits);
        let is_read = |one: &Citation| one.token.start <= digits && digits < one.token.end;
        // Mostly the number has been read, next behind the one before it.
        if found.get(hint).is_some_and(is_read) {
            hint += 1;
            continue;
        }
        if at < read_to {
            continue;
        }
        if let Some(index) = block.around(found, digits) {
            hint = index + 1;
            continue;
        }
        let alone = Alone::at(text, at);
        let Some(alone) = alone else { continue };
        let Some((opening, whose)) = alone.opening(block, found) else {
            continue;
        };
        let is_writers = || alone.writer(around::before(text, at)).is_some();
        while acts.next_if(|start| *start <= at).is_some() {}
        let limit = acts.peek().copied().unwrap_or(text.len());
        let first = found.len();
        // What one number names says nothing of the next.
        let is_single = !opening.plural && (whose.is_some() || is_writers());
        let reach = if is_single { digits + 1 } else { at + REACH };
        super::read(text, &opening, limit.min(reach), found);
        if let Some(body) = whose {
            for one in &mut found[first..] {
                let form = Box::new(mem::replace(&mut one.form, Form::TitleLine));
                let body = body.clone();
                one.form = Form::WhereNamed { body, form };
            }
        }
        read_to = found.last().map_or(0, |last| last.token.end);
    }
}

/// Where the digits begin of the number, with its lettered part, behind which a parenthesis stands at `open`.
fn number_before(bytes: &[u8], open: usize) -> usize {
    let mut end = bytes[..open].trim_ascii_end().len();
    if end > 1 && bytes[end - 1].is_ascii_uppercase() {
        end = bytes[..end - 1].trim_ascii_end().len();
    }
    end - words::digits_before(bytes, end)
}

/// A number that an organ has reached.
struct Alone<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    term: AloneTerm,
}

impl<'t> Alone<'t> {
    /// The number at `at`, where nothing around it says that it is another's.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let number = forms::at(text, at, || None)?;
        let written = &text[at..number.end];
        let term = match number.form {
            NumberForm::Stroke => stroked_term(written)?,
            NumberForm::Parenthesis => parenthesis_term(text, at, written)?,
            _ => return None,
        };
        // Behind a parenthesis or the number of an emergency special session no word says what is counted.
        let is_stroke = matches!(number.form, NumberForm::Stroke);
        let may_count =
            is_stroke && !written.starts_with("ES-") && !run::is_in(text, at, number.end);
        around::may_stand(text, at, number.end, may_count).then_some(Self {
            text,
            start: at,
            end: number.end,
            term,
        })
    }

    /// What opens the list that begins with the number, where something tells that it is one: of the block, what was
    /// `found` before. With it the body that the draft has to name, where nothing in the block tells.
    fn opening(&self, block: &BlockTokens, found: &[Citation]) -> Option<(Opening, Option<Body>)> {
        let before = around::before(self.text, self.start);
        // "UNMISS (2729 (2024))".
        let is_own = matches!(self.term, AloneTerm::CouncilsYear | AloneTerm::Roman);
        let is_apart = is_own && self.text[before.len()..self.start].contains('(');
        let is_cued = around::is_cued(before) || around::opens_with_resolution(before);
        let is_vote = || !is_own && !is_cued && self.is_vote() && !self.begins_series();
        // "Contents Page 61/3 Help for farmers … 3": the head of a column.
        let heads_column = before.ends_with(" Page") && run::is_in(self.text, self.start, self.end);
        let writer = self.writer(before);
        let is_behind = !is_apart && writer.is_none();
        if around::is_of_something_else(before, is_behind) && !heads_column || is_vote() {
            return None;
        }
        let next = self.next();
        let is_several = next.is_some();
        let cites = || block.cites_resolutions(self.text, found);
        let is_no_share = self.is_no_share();
        let is_series = || self.begins_series();
        let is_listed = next.is_some_and(|next| is_no_share || next.is_no_share() || is_series())
            || run::is_in(self.text, self.start, self.end);
        let last = block.number_before(found, self.start);
        let fits = match self.term {
            AloneTerm::LowSession | AloneTerm::YearBefore => {
                let is_in_run = || run::is_in(self.text, self.start, self.end);
                (is_cued || is_several || self.is_dated() || before.ends_with(':') || is_in_run())
                    && last.is_some_and(|last| self.is_alike(last))
                    || writer.is_some()
                    || self.term == AloneTerm::YearBefore
                        && is_in_run()
                        && run::is_announced(before)
            }
            AloneTerm::Special if self.is_placed() || self.written().starts_with("ES-") => true,
            AloneTerm::Session(_) | AloneTerm::Special => {
                // At the beginning of a line it may number what follows: "35/10 Opening of the session".
                let is_beside = || (is_no_share || self.is_placed()) && !self.opens_line();
                is_cued || is_listed || self.is_dated() || (is_beside() || is_several) && cites()
            }
            // Counts and pages of a year look alike: "a population of 1325 (2000)", "88 AJIL 841 (1993)".
            AloneTerm::CouncilsYear => block.cites_council(self.text, found),
            // Parts and tables with low numbers look alike: "12 (I)".
            AloneTerm::Roman => {
                let is_high = self.end - self.start >= "100 (V)".len();
                is_high || is_cued || is_several || self.is_placed() || cites()
            }
        };
        let whose = match self.term {
            _ if fits => None,
            AloneTerm::CouncilsYear
                if self.may_be_councils(before) || is_several && opens_list(before) =>
            {
                Some(Body::new(Body::SECURITY_COUNCIL))
            }
            AloneTerm::Session(_) if self.may_be_meant(before) => Some(Body::general_assembly()),
            _ => return None,
        };
        let naming = match self.term {
            // Others count their sessions as the General Assembly does.
            AloneTerm::Session(_) if !fits => Naming::Unnamed { previous: None },
            AloneTerm::CouncilsYear => Naming::Named(Body::new(Body::SECURITY_COUNCIL)),
            AloneTerm::Roman => Naming::Named(Body::general_assembly()),
            _ => writer
                .map(Naming::Named)
                .or_else(|| self.naming_of(last?))
                .unwrap_or_else(|| bodies::before(self.text, self.start).naming),
        };
        let opening = Opening {
            start: self.start,
            end: self.start,
            act: SessionNumber::of(self.written()).map_or(Act::Resolution, SessionNumber::act),
            naming,
            phrase: self.start,
            plural: is_several,
            first: None,
        };
        Some((opening, whose))
    }

    /// Whether the number of a session may be that of a text where the draft speaks of the General Assembly: it is no usual
    /// fraction, and it stands in parentheses, or a place stands behind it or a word before it that leads to one.
    fn may_be_meant(&self, before: &str) -> bool {
        // The word that would announce it has been found to mean something else: "a resolution (64/512)".
        let is_apart = || {
            !cursor::ends_with_word(
                before,
                &["resolution", "resolutions", "decision", "decisions"],
            ) && self.text[..self.start].ends_with('(')
                && self.text[self.end..].starts_with([')', ',', ';'])
        };
        let may = is_apart() || self.is_placed() || self.is_led(before);
        self.is_no_share() && !self.opens_line() && may
    }

    /// Whether the number with a year may be that of a text where the draft speaks of the Security Council: it opens a
    /// line, a cell or a parenthesis, or what stands before or behind it leads to a text.
    fn may_be_councils(&self, before: &str) -> bool {
        let opens = || {
            let apart = self.text[before.len()..self.start].contains(['(', '[']);
            let behind = before.ends_with(['.', '?', ':', ';', '|', '/', '\u{2013}', '\u{2014}']);
            apart || behind || self.opens_line()
        };
        let stands = || (self.is_led(before) || opens()) && !around::counts(self.text, self.end);
        around::is_cued(before) || self.is_placed() || self.is_dated() || stands()
    }

    /// Whether a word ends `before` behind which the number of a text may stand: not "page 3 of".
    fn is_led(&self, before: &str) -> bool {
        before.len() < self.start
            && cursor::ends_with_word(before, &LEADS)
            && !around::is_part_of_another(before)
            && !around::is_difference(before)
    }

    /// Whether the words around the number tell of a vote.
    fn is_vote(&self) -> bool {
        /// So far before it they may stand, in bytes.
        const REACH: usize = 60;
        let from = sentences::start(self.text, self.start, REACH);
        opening::tells_of_vote(&self.text[from..self.start])
            || opening::is_tally(self.text, self.end)
    }

    /// Whether the number would be no usual fraction: more than a hundred stands behind its stroke, or less than half of what
    /// stands before it.
    fn is_no_share(&self) -> bool {
        let AloneTerm::Session(session) = self.term else {
            return true;
        };
        let written = self.written();
        // A lettered part: "37/69 J".
        if written.ends_with(|c: char| c.is_ascii_uppercase()) {
            return true;
        }
        let number = apart::number_of_session(written);
        number.is_some_and(|number| number > 100 || number < session / 2)
    }

    /// Whether only white space stands before the number in its line.
    fn opens_line(&self) -> bool {
        let before = self.text.as_bytes()[..self.start].iter().rev();
        let last = before
            .copied()
            .find(|byte| *byte == b'\n' || !byte.is_ascii_whitespace());
        last.is_none_or(|last| last == b'\n')
    }

    /// Whose the number of `last` is, where this one may be the same body's: written with a low session or a year as that
    /// one is, or with a session near that one's.
    fn naming_of(&self, last: &Citation) -> Option<Naming> {
        /// So many sessions may lie between.
        const NEAR: u16 = 15;
        let Form::Number { naming, .. } = &last.form else {
            return None;
        };
        let is_same = match self.term {
            AloneTerm::LowSession | AloneTerm::YearBefore => true,
            AloneTerm::Session(session) => {
                let written = &self.text[last.token.clone()];
                let other = written
                    .split_once('/')
                    .and_then(|(other, _)| other.parse().ok());
                let is_near = other.is_some_and(|other: u16| other.abs_diff(session) <= NEAR);
                let is_anothers =
                    matches!(naming, Naming::Named(body) if body.key() != Body::GENERAL_ASSEMBLY);
                is_near && is_anothers
            }
            _ => false,
        };
        is_same.then(|| naming.clone())
    }

    fn written(&self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// Whether three numbers or more follow one another whose sessions rise or fall, as those of a text do that comes back
    /// every year or two: "65/69, 67/48, 69/61".
    fn begins_series(&self) -> bool {
        let session = |one: &Self| match one.term {
            AloneTerm::Session(session) => Some(session),
            _ => None,
        };
        let (Some(second), Some(first)) = (self.next(), session(self)) else {
            return false;
        };
        let third = second.next().and_then(|third| session(&third));
        let second = session(&second);
        matches!((second, third), (Some(second), Some(third))
            if first < second && second < third || first > second && second > third)
    }

    /// The number that a comma or "and" joins to this one, where an organ has reached it as well.
    fn next(&self) -> Option<Self> {
        let behind = cursor::any_word(self.text, self.end, &["]", ")"]).unwrap_or(self.end);
        let next = cursor::joint(
            self.text,
            behind,
            &[",", ";"],
            &["and", "or", "&", "+", "to"],
        )?;
        let next = Self::at(self.text, apart::behind_prefix(self.text, next))?;
        let alike = match (self.term, next.term) {
            (AloneTerm::Session(_), AloneTerm::Session(_)) => true,
            (one, other) => one == other,
        };
        // Shares of the same whole follow one another: "34/100, 56/100".
        let whole = |one: &Self| Some(self.text[one.start..one.end].split_once('/')?.1);
        (alike && (whole(self).is_none() || whole(self) != whole(&next))).then_some(next)
    }

    /// The body named right before the parenthesis in which the number stands, where it writes its numbers so: "ECOSOC
    /// (2006/27)". A low session may be a tally, unless a day or a place stands behind it.
    fn writer(&self, before: &str) -> Option<Body> {
        let is_low = match self.term {
            AloneTerm::YearBefore => false,
            AloneTerm::LowSession => true,
            _ => return None,
        };
        let is_apart = self.text[before.len()..self.start].contains('(');
        if !is_apart || is_low && !self.is_dated() && !self.is_placed() {
            return None;
        }
        let (_, body) = bodies::author_before(self.text, before.len())?;
        body.is_known_to_write(self.written()).then_some(body)
    }

    /// Whether a day stands behind the number on which a text of its session can have been adopted.
    fn is_dated(&self) -> bool {
        let date =
            dates::after(self.text, self.end).or_else(|| dates::in_next_cell(self.text, self.end));
        let date = date.and_then(|(stated, _)| stated.date.day());
        let Some(date) = date else { return false };
        match self.term {
            AloneTerm::Session(session) => general_assembly_session_window(session)
                .is_some_and(|(first, last)| (first..=last).contains(&date)),
            _ => true,
        }
    }

    /// Whether a place stands behind the number that resolutions have.
    fn is_placed(&self) -> bool {
        pinpoints::after(self.text, self.end).is_some_and(|place| {
            let mut steps = place.steps.iter();
            steps.all(|step| {
                matches!(
                    step.unit,
                    Unit::Paragraph | Unit::Preambular | Unit::Annex | Unit::Section | Unit::Part
                )
            })
        })
    }

    /// Whether `last` is written as this number is: with a year before it, or with a session.
    fn is_alike(&self, last: &Citation) -> bool {
        let years = self.text[last.token.clone()].find('/') == Some(4);
        let stroked = self.text[last.token.clone()].contains('/');
        stroked && years == (self.term == AloneTerm::YearBefore)
    }
}

/// Whether a list may begin behind `before`: behind a comma that no other number stands before.
fn opens_list(before: &str) -> bool {
    let words = before.strip_suffix(',');
    words.is_some_and(|words| !words.ends_with(')'))
}
