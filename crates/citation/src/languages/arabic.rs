//! Arabic: "قرارها 72/179 المؤرخ 19 كانون الأول/ديسمبر 2017", "217 ألف (د - 3)".
//!
//! Small words are glued to the next one ("and", "in", "to", "of"), the ending of the act says "its",
//! parts are letters by name and sessions a letter and a number. Extraction from PDF may store the two
//! parts of a number in reverse; where the one as written cannot have been meant, there is silence.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::{self, Name, Speech};
use super::words::{Role, Words};
use super::{ActWord, Grammar, Language, act, cursor, dates, list, number, pinpoints};
use crate::{Act, Body, Citation, Date, Pinpoint, Roman, StatedDate, Symbol, Term, facts};

pub(super) struct Arabic;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/ar.tsv")));

/// Letters that may be glued before a word: and, so, in, to, like.
const GLUED: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// How many of them, at most: "وبال…", "ولل…".
const MOST_GLUED: usize = 3;

impl Grammar for Arabic {
    fn language(&self) -> Language {
        Language::Arabic
    }

    fn words(&self) -> &'static Words {
        &WORDS
    }

    fn word(&self, role: Role, text: &str, at: usize) -> Option<(&'static str, usize)> {
        let exact = WORDS.at(role, text, at);
        if exact.is_some()
            || !matches!(
                role,
                Role::Body
                    | Role::Noun
                    | Role::Unit
                    | Role::Comment
                    | Role::Labour
                    | Role::Goal
                    | Role::Target
                    | Role::Opinion
            )
        {
            return exact;
        }
        let mut start = at;
        for _ in 0..MOST_GLUED {
            start = glued(text, start)?;
            if let Some(found) = WORDS.at(role, text, start) {
                return Some(found);
            }
        }
        None
    }

    fn begins_word(&self, text: &str, at: usize) -> bool {
        cursor::is_letter(text, at) && !cursor::follows_word(text, at)
    }

    fn act(&self, text: &str, hit: Range<usize>) -> Option<ActWord> {
        let start = cursor::anchored_start(text, hit.start)?;
        let mut place = start;
        for _ in 0..=MOST_GLUED {
            for role in [Role::Act, Role::ItsAct] {
                if let Some((value, end)) = WORDS.at(role, text, place)
                    && end >= hit.end
                {
                    return Some(ActWord {
                        start,
                        end,
                        act: act(value),
                        its: role == Role::ItsAct,
                    });
                }
            }
            place = glued(text, place)?;
        }
        None
    }

    fn letter(&self, text: &str, at: usize) -> Option<(char, usize)> {
        let named = WORDS.at(Role::Letter, text, at);
        let named = named.and_then(|(letter, end)| Some((letter.chars().next()?, end)));
        named.or_else(|| {
            let (letter, end) = cursor::capital(text, at)?;
            (!cursor::is_letter(text, end)).then_some((letter, end))
        })
    }

    fn special(&self, text: &str, at: usize) -> Option<(&'static str, usize)> {
        let (prefix, end) = WORDS
            .at(Role::Session, text, at)
            .filter(|(prefix, _)| !prefix.is_empty())
            .or_else(|| latin_special(text, at))?;
        let dash = cursor::sign(text, cursor::skip_space(text, end), '-')?;
        Some((prefix, cursor::skip_space(text, dash)))
    }

    fn term(&self, text: &str, at: usize) -> Option<(Term, usize)> {
        number::term(text, at).or_else(|| session(text, at))
    }

    fn date(&self, text: &str, at: usize) -> Option<(StatedDate, usize)> {
        dates::at_start(text, at, self)
    }

    fn and(&self, text: &str, at: usize) -> Option<usize> {
        if let Some((_, end)) = WORDS.at(Role::And, text, at) {
            return Some(end);
        }
        // "و56/242", "وباء": glued to a number or a letter's name.
        let end = cursor::sign(text, at, 'و')?;
        let goes_on = cursor::digits(text, end).is_some()
            || WORDS.at(Role::Letter, text, end).is_some()
            || self.special(text, end).is_some();
        goes_on.then_some(end)
    }

    fn joined_body(&self, text: &str, at: usize) -> Option<(Name, usize)> {
        let start = cursor::sign(text, at, 'ل')?;
        let (name, end) = bodies::at(text, start, self)?;
        matches!(name, Name::Full(_)).then_some((name, end))
    }

    fn needs_body_when_marked(&self, _: Act) -> bool {
        true
    }

    fn is_credible(&self, latin: &str, body: Option<&Body>, date: Option<Date>) -> bool {
        !is_reversed(latin, body, date)
    }

    fn pinpoint_after(&self, text: &str, at: usize) -> Option<Pinpoint> {
        pinpoints::after(text, at, self)
    }

    fn pinpoint_before(&self, text: &str, at: usize) -> Option<Pinpoint> {
        pinpoints::before(text, at, self)
    }

    fn read(
        &self,
        text: &str,
        word: &ActWord,
        within: Range<usize>,
        speech: &mut Speech,
        found: &mut Vec<Citation>,
    ) {
        list::read(text, word, within.end, self, speech, found);
    }
}

/// The offset behind a glued letter at `at`.
fn glued(text: &str, at: usize) -> Option<usize> {
    let (found, end) = cursor::next(text, at)?;
    GLUED.contains(&found).then_some(end)
}

/// `S` or `ES` in Latin letters, before its dash.
fn latin_special(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let (first, end) = cursor::capital(text, at)?;
    match first {
        'S' => Some(("S-", end)),
        'E' => match cursor::capital(text, end)? {
            ('S', end) => Some(("ES-", end)),
            _ => None,
        },
        _ => None,
    }
}

/// "(د - 3)", "(دإ - 7)", "(دإط - 5)": the session, and the offset behind it.
fn session(text: &str, at: usize) -> Option<(Term, usize)> {
    let open = cursor::sign(text, cursor::skip_space(text, at), '(')?;
    let (prefix, end) = WORDS.at(Role::Session, text, cursor::skip_space(text, open))?;
    let dash = cursor::sign(text, cursor::skip_space(text, end), '-')?;
    let run = cursor::digits(text, cursor::skip_space(text, dash)).filter(|run| run.count <= 2)?;
    let closed = cursor::sign(text, cursor::skip_space(text, run.end), ')')?;
    let numeral = Roman::new(u16::try_from(run.value).ok()?)?;
    let term = match prefix {
        "S-" => Term::RomanSpecial(numeral),
        "ES-" => Term::RomanEmergency(numeral),
        _ => Term::RomanSession(numeral),
    };
    Some((term, closed))
}

/// Whether the parts of a number may stand in reverse: "179/72" for "72/179".
///
/// As written no session or year is so high, or the stated date lies in the other part's session.
fn is_reversed(latin: &str, body: Option<&Body>, date: Option<Date>) -> bool {
    /// The General Assembly numbers by session in Arabic figures since this one.
    const FIRST: u32 = 31;
    /// No session that a text can mean is higher, with years to spare.
    const LAST: u32 = 86;
    let number = latin.split([' ', '(']).next().unwrap_or(latin);
    let Some((first, second)) = number.split_once('/') else {
        return false;
    };
    let (Ok(first), Ok(second)) = (first.parse::<u32>(), second.parse::<u32>()) else {
        return false;
    };
    let is_year = |part: u32| (1946..2100).contains(&part);
    if !is_year(first) && first > 99 || is_year(second) {
        return true;
    }
    if (LAST..100).contains(&first) && (FIRST..LAST).contains(&second) {
        return true;
    }
    let assembly = Body::general_assembly();
    if body == Some(&assembly) && first < FIRST && (FIRST..100).contains(&second) {
        return true;
    }
    let Some(date) = date.filter(|_| !is_year(first) && first != second) else {
        return false;
    };
    !fits(first, second, body, date) && fits(second, first, body, date)
}

/// Whether a number of that session can have been adopted on `date`, by `body` or one that numbers alike.
fn fits(session: u32, number: u32, body: Option<&Body>, date: Date) -> bool {
    let keys = [Body::GENERAL_ASSEMBLY, Body::HUMAN_RIGHTS_COUNCIL];
    keys.into_iter()
        .filter(|key| body.is_none_or(|body| body.key() == *key))
        .filter_map(|key| Symbol::parse(&format!("{key}/RES/{session}/{number}")))
        .filter_map(|symbol| facts::adopted_within(&symbol))
        .any(|(from, to)| (from..=to).contains(&date))
}
