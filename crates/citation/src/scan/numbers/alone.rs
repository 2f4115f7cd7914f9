//! Numbers that no word announces, as notes on negotiations, briefs and talking points write them: "language as in
//! 79/1", "merge 61/106 and 79/149", "Haiti (841 (1993), 917 (1994))".
//!
//! A share, a score, a case or a season looks like them. So the number has to be one that its organ has reached, and
//! something else has to tell: its day, a paragraph, another number beside it, the words before it, or resolutions of which
//! the same block speaks.

mod company;

use self::company::Company;
use super::forms::{self, NumberForm};
use super::{Opening, apart, bare, opening};
use crate::facts::{self, general_assembly_session_window};
use crate::scan::places::Places;
use crate::scan::{bodies, cursor, dates, pinpoints};
use crate::{Act, Body, Citation, Date, Form, Naming, Symbol, Unit, words};

/// Words behind which a number alone is that of a text.
const CUES: [&str; 40] = [
    "see",
    "cf.",
    "cf",
    "as in",
    "such as",
    "e.g.",
    "i.e.",
    "reference to",
    "references to",
    "refer to",
    "refers to",
    "referred to",
    "referring to",
    "language in",
    "language from",
    "language of",
    "text of",
    "annex to",
    "annexes to",
    "affirmed in",
    "affirmed by",
    "adopted in",
    "contained in",
    "endorsed in",
    "endorsed by",
    "established by",
    "mandated by",
    "requested in",
    "set out in",
    "recall",
    "recalls",
    "recalled",
    "recalling",
    "reaffirm",
    "reaffirms",
    "reaffirming",
    "citing",
    "merge",
    "pursuant to",
    "in line with",
];

/// Words behind which such a number is that of something else: "case 26/62", "page 34/50".
const OTHERS: [&str; 34] = [
    "act",
    "application",
    "bill",
    "case",
    "cases",
    "chapter",
    "communication",
    "communications",
    "complaint",
    "decree",
    "directive",
    "flight",
    "law",
    "laws",
    "no.",
    "nos.",
    "number",
    "opinion",
    "order",
    "ordinance",
    "page",
    "pages",
    "petition",
    "ratio",
    "recommendation",
    "recommendations",
    "regulation",
    "room",
    "score",
    "scored",
    "season",
    "slide",
    "version",
    "vol.",
];

/// Adds the numbers that stand alone at the `places` of the folded `text`, where nothing of `found` has them.
pub(super) fn find(text: &str, places: &Places, found: &mut Vec<Citation>) {
    let sessions = places.sessions.iter().map(|session| session.start);
    let behind_years = places.years.iter().map(|open| {
        let end = open.saturating_sub(1);
        end - words::digits_before(text.as_bytes(), end)
    });
    let company = Company::default();
    read_each(text, places, sessions, &company, found);
    read_each(text, places, behind_years, &company, found);
}

/// Adds the lists that begin with the figures at each of `places_of_digits`, in order.
fn read_each(
    text: &str,
    places: &Places,
    places_of_digits: impl Iterator<Item = usize>,
    company: &Company,
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
        if let Some(index) = company.around(found, digits) {
            hint = index + 1;
            continue;
        }
        let alone = Alone::at(text, at);
        let Some(opening) = alone.and_then(|alone| alone.opening(company, found)) else {
            continue;
        };
        while acts.next_if(|start| *start <= at).is_some() {}
        let limit = acts.peek().copied().unwrap_or(text.len());
        super::read(text, &opening, limit, found);
        read_to = found.last().map_or(0, |last| last.token.end);
    }
}

/// A number that an organ has reached.
struct Alone<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    term: AloneTerm,
}

/// With what the number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AloneTerm {
    /// A session of the General Assembly since its numbers begin with it.
    Session(u16),
    /// A session of the General Assembly or of another organ that counts its sessions: the lower ones.
    LowSession,
    /// A special session of the General Assembly: "S-24/2".
    Special,
    /// The year before the number: "2021/10".
    YearBefore,
    /// The year in which the Security Council adopted it: "841 (1993)".
    CouncilsYear,
}

impl<'t> Alone<'t> {
    /// The number at `at`.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let number = forms::at(text, at, || None)?;
        let written = &text[at..number.end];
        let term = match number.form {
            NumberForm::Stroke => stroked_term(written)?,
            NumberForm::Parenthesis => (written.len() >= "100 (2000)".len()
                && apart::is_dated_by_council(text, at))
            .then_some(AloneTerm::CouncilsYear)?,
            _ => return None,
        };
        let begins = text[..at].bytes().next_back().is_none_or(|byte| {
            !byte.is_ascii_alphanumeric() && !matches!(byte, b'/' | b'-' | b'.' | b'$')
        });
        let goes_on = text[number.end..].starts_with(['/', '%', '-'])
            || text[number.end..].starts_with(" %")
            || bare::counts(text, number.end);
        (begins && !goes_on).then_some(Self {
            text,
            start: at,
            end: number.end,
            term,
        })
    }

    /// What opens the list that begins with the number, where something tells that it is one: of the block, what was
    /// `found` before.
    fn opening(&self, company: &Company, found: &[Citation]) -> Option<Opening> {
        let before = self.before();
        if is_of_something_else(before) || self.is_vote() {
            return None;
        }
        let next = self.next();
        let is_several = next.is_some();
        let is_told = cursor::ends_with_word(before, &CUES) || self.is_dated() || self.is_placed();
        let is_listed = next.is_some_and(|next| self.is_no_share() || next.is_no_share());
        let last = company.number_before(found, self.start);
        let fits = match self.term {
            AloneTerm::LowSession | AloneTerm::YearBefore => {
                (is_told || is_listed || before.ends_with(':'))
                    && last.is_some_and(|last| self.is_alike(last))
            }
            _ if is_told => true,
            // At the beginning of a line it may number what follows: "35/10 Opening of the session".
            AloneTerm::Session(_) | AloneTerm::Special => {
                is_listed || !self.opens_line() && company.cites_resolutions(self.text, found)
            }
            // Counts of a year look alike: "a population of 1325 (2000), 2250 (2015)".
            AloneTerm::CouncilsYear => {
                company.cites_resolutions(self.text, found) || company.speaks_of_council(self.text)
            }
        };
        if !fits {
            return None;
        }
        let naming = match (self.term, last.map(|last| &last.form)) {
            (AloneTerm::CouncilsYear, _) => Naming::Named(Body::new(Body::SECURITY_COUNCIL)),
            (AloneTerm::LowSession | AloneTerm::YearBefore, Some(Form::Number { naming, .. })) => {
                naming.clone()
            }
            _ => bodies::before(self.text, self.start).naming,
        };
        Some(Opening {
            start: self.start,
            end: self.start,
            act: self.act(),
            naming,
            phrase: self.start,
            plural: is_several,
            first: None,
        })
    }

    /// Whether the words around the number tell of a vote.
    fn is_vote(&self) -> bool {
        /// So far before it they may stand, in bytes.
        const REACH: usize = 60;
        let from = cursor::sentence_start(self.text, self.start, REACH);
        opening::tells_of_vote(&self.text[from..self.start])
            || opening::is_tally(self.text, self.end)
    }

    /// Whether the number would be no usual fraction: more than a hundred stands behind its stroke, or less than before it.
    fn is_no_share(&self) -> bool {
        let written = &self.text[self.start..self.end];
        let AloneTerm::Session(session) = self.term else {
            return true;
        };
        let behind = written.split_once('/').map_or("", |(_, behind)| behind);
        let figures = behind.trim_end_matches(|c: char| !c.is_ascii_digit());
        figures
            .parse()
            .is_ok_and(|number: u16| number > 100 || number < session)
    }

    /// Whether only white space stands before the number in its line.
    fn opens_line(&self) -> bool {
        let before = self.text.as_bytes()[..self.start].iter().rev();
        let last = before
            .copied()
            .find(|byte| *byte == b'\n' || !byte.is_ascii_whitespace());
        last.is_none_or(|last| last == b'\n')
    }

    /// The words before the number, without marks of emphasis and brackets.
    fn before(&self) -> &'t str {
        self.text[..self.start].trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '(' | '[' | '*' | '_' | '"')
        })
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

    /// Whether a day stands behind the number on which a text of its session can have been adopted.
    fn is_dated(&self) -> bool {
        let date = dates::after(self.text, self.end).and_then(|(stated, _)| stated.date.day());
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

    fn act(&self) -> Act {
        let decision = match self.term {
            AloneTerm::Session(_) => 401,
            AloneTerm::YearBefore => 201,
            _ => u32::MAX,
        };
        let written = &self.text[self.start..self.end];
        let number = written
            .split_once('/')
            .map(|(_, behind)| behind.trim_end_matches(|c: char| !c.is_ascii_digit()));
        if number
            .and_then(|number| number.parse().ok())
            .is_some_and(|number: u32| number >= decision)
        {
            Act::Decision
        } else {
            Act::Resolution
        }
    }
}

/// Whether the last word of `before` says that something else than a text of an organ is numbered, in whatever capitals.
fn is_of_something_else(before: &str) -> bool {
    OTHERS.iter().any(|word| {
        let start = before.len().checked_sub(word.len());
        start.is_some_and(|start| {
            let bytes = before.as_bytes();
            bytes[start..].eq_ignore_ascii_case(word.as_bytes())
                && (start == 0 || !bytes[start - 1].is_ascii_alphanumeric())
        })
    })
}

/// With what `written`, figures on both sides of a stroke, is written, where an organ may have reached it.
fn stroked_term(written: &str) -> Option<AloneTerm> {
    /// So many resolutions no organ has adopted in a session or a year.
    const MOST: u16 = 400;
    let (term, behind) = written.split_once('/')?;
    if let Some(special) = term.strip_prefix("S-").or_else(|| term.strip_prefix("ES-")) {
        return special.parse::<u16>().is_ok().then_some(AloneTerm::Special);
    }
    let figures = behind.trim_end_matches(|c: char| !c.is_ascii_digit());
    let number: u16 = figures.parse().ok().filter(|_| !figures.starts_with('0'))?;
    let term: u16 = term.parse().ok()?;
    match term {
        1..31 if number <= MOST => Some(AloneTerm::LowSession),
        31..100 if term + number != 100 && is_reached(term, number) => {
            Some(AloneTerm::Session(term))
        }
        // "2023/24" is a year and the next.
        1946..2100 if number <= MOST && (term + 1) % 100 != number => Some(AloneTerm::YearBefore),
        _ => None,
    }
}

/// Whether the General Assembly may have come to `number` in `session`, as a resolution or a decision.
fn is_reached(session: u16, number: u16) -> bool {
    let act = if number > 400 { "DEC" } else { "RES" };
    let symbol = Symbol::parse(&format!("A/{act}/{session}/{number}"));
    let ever = Date::new(9999, 12, 31);
    symbol
        .zip(ever)
        .is_some_and(|(symbol, ever)| !facts::is_impossible(&symbol, ever))
}
