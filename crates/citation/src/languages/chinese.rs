//! Chinese: "其1994年12月19日第49/127号和1995年12月20日第50/123号决议".
//!
//! The word "resolution" closes a list instead of opening it: body, date and subject stand before each
//! number, the number between 第 and 号, and no space parts words. So a list is read from its first
//! number on, and counts when it reaches the word.

use std::ops::Range;
use std::sync::LazyLock;

use super::bodies::{self, Speech};
use super::words::{Role, Words};
use super::{ActWord, Grammar, Language, act, cursor, number, sentences};
use crate::scan::numbers::bare::is_running_alone;
use crate::{Body, Citation, Form, Kind, Naming, Pinpoint, StatedDate, WrittenDate};

mod heads;
pub(super) mod labour;
mod numerals;
mod places;

use self::heads::Named;

pub(super) struct Chinese;

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::new(include_str!("../../data/languages/zh.tsv")));

/// Opens a number.
const OPENS: char = '第';

impl Grammar for Chinese {
    fn language(&self) -> Language {
        Language::Chinese
    }

    fn words(&self) -> &'static Words {
        &WORDS
    }

    fn begins_word(&self, text: &str, at: usize) -> bool {
        text[at..].starts_with(cursor::is_han)
    }

    fn act(&self, text: &str, hit: Range<usize>) -> Option<ActWord> {
        let (value, end) = WORDS.at(Role::Act, text, hit.start)?;
        Some(ActWord {
            start: hit.start,
            end,
            act: act(value),
            its: false,
        })
    }

    fn date(&self, text: &str, at: usize) -> Option<(StatedDate, usize)> {
        let date = date_at(text, at)?;
        let end = date.span.end;
        Some((date, end))
    }

    fn pinpoint_after(&self, text: &str, at: usize) -> Option<Pinpoint> {
        places::after(text, at, self)
    }

    fn pinpoint_before(&self, _text: &str, _at: usize) -> Option<Pinpoint> {
        None
    }

    fn read(
        &self,
        text: &str,
        word: &ActWord,
        within: Range<usize>,
        speech: &mut Speech,
        found: &mut Vec<Citation>,
    ) {
        let reach = REACH.min(word.start - within.start);
        let from = sentences::sentence_start(text, word.start, reach, &[]);
        let end = cursor::before_space(text, word.start).max(from);
        let mut broken = from;
        let Some(groups) = starts(text, from..end).find_map(|start| {
            // What begins inside a list that breaks off breaks off there as well.
            (start >= broken).then_some(())?;
            match chain(text, start, end) {
                Ok(groups) => Some(groups),
                Err(behind) => {
                    broken = behind;
                    None
                }
            }
        }) else {
            return;
        };
        // The list before, in the same sentence.
        let earlier = found
            .last()
            .filter(|last| from == within.start && last.phrase.end >= within.start)
            .and_then(|last| match &last.form {
                Form::Number { naming, .. } => Some(naming.clone()),
                _ => None,
            });
        let mut before = None;
        for group in groups {
            let naming = match group.head.named {
                Some(Named::Body(key)) => Naming::Named(Body::new(key)),
                Some(Named::Noun(noun)) => bodies::noun(noun).naming(),
                Some(Named::Its) => Naming::Its {
                    previous: speech.named_before(text, group.head.start, self),
                },
                // "…决议，其中…，1993年12月21日第48/183号决议": a dated number goes on with the list.
                None => before
                    .take()
                    .or_else(|| earlier.clone().filter(|_| group.head.date.is_some()))
                    .unwrap_or_else(|| Naming::Unnamed {
                        previous: speech.named_before(text, group.head.start, self),
                    }),
            };
            before = Some(naming.clone());
            group.citations(word, &naming, found);
        }
        let Some(last) = found.last_mut() else { return };
        last.phrase.end = last.phrase.end.max(word.end);
        last.pinpoint = places::after(text, word.end, self);
        if let Some(pinpoint) = &last.pinpoint {
            last.phrase.end = last.phrase.end.max(pinpoint.span.end);
        }
    }
}

/// How far before the word "resolution" its list may begin, in bytes.
const REACH: usize = 2_000;

/// Where a number may begin: at 第, or at a figure that none stands before.
fn starts(text: &str, within: Range<usize>) -> impl Iterator<Item = usize> {
    let base = within.start;
    text[within]
        .char_indices()
        .map(move |(offset, character)| (base + offset, character))
        .filter(|(at, character)| {
            let is_figure = |c: char| cursor::folded(c).is_some_and(|c| c.is_ascii_digit());
            let before = text[..*at].chars().next_back();
            *character == OPENS
                || (is_figure(*character) || matches!(character, 'S' | 'E'))
                    && !before.is_some_and(|c| {
                        c == OPENS || c == '/' || c.is_ascii_alphanumeric() || is_figure(c)
                    })
        })
        .map(|(at, _)| at)
}

/// Numbers between 第 and 号, with what stands before them.
struct Group {
    head: heads::Head,
    items: Vec<Item>,
    /// The offset behind 号.
    end: usize,
}

struct Item {
    token: Range<usize>,
    stem: Option<String>,
}

/// The list that begins with the number at `start`, when it reaches `end`; else where it breaks off.
fn chain(text: &str, start: usize, end: usize) -> Result<Vec<Group>, usize> {
    let mut groups = Vec::new();
    match read_chain(text, start, end, &mut groups) {
        Some(()) => Ok(groups),
        None => Err(groups.last().map_or(start, |last| last.end)),
    }
}

/// Reads the list that begins with the number at `start` into `groups`, as far as it goes; `None` where it does not reach
/// `end`.
fn read_chain(text: &str, start: usize, end: usize, groups: &mut Vec<Group>) -> Option<()> {
    // Most figures before the word are no number, whoever is named before them.
    let figures = first_of_group(text, start);
    number::at(text, figures, &Chinese).or_else(|| number::alone(text, figures))?;
    let head = heads::before(text, start);
    let mut council = head.is_council();
    groups.push(group(text, start, head, council)?);
    loop {
        let behind = groups.last()?.end;
        let spaced = cursor::skip_space(text, behind);
        if spaced == end || behind == end {
            return Some(());
        }
        if spaced > end {
            return None;
        }
        let next = cursor::skip_space(text, joint(text, spaced)?);
        let number = heads::after(text, next, end);
        let head = heads::before(text, number);
        // "安理会第242号、第338号": no other body is named since.
        council = head.is_council() || council && head.named.is_none();
        let mut group = group(text, number, head, council)?;
        group.head.start = group.head.start.max(next);
        groups.push(group);
    }
}

/// Where the figures of the number begin at `at`, which 第 may open.
fn first_of_group(text: &str, at: usize) -> usize {
    cursor::skip_space(text, cursor::sign(text, at, OPENS).unwrap_or(at))
}

/// The offset behind commas, notes and joining words at `at`.
fn joint(text: &str, at: usize) -> Option<usize> {
    let noted = cursor::skip_note(text, at);
    let noted = match cursor::digits(text, noted).filter(|figure| figure.count <= 3) {
        // "号13和": a note's figure stands before the joining word.
        Some(figure) if WORDS.at(Role::And, text, figure.end).is_some() => figure.end,
        _ => noted,
    };
    let comma = cursor::sign(text, noted, ',');
    let next = cursor::skip_space(text, comma.unwrap_or(noted));
    match WORDS.at(Role::And, text, next) {
        Some((_, end)) => Some(end),
        None => comma,
    }
}

/// The numbers at `start`, of which one of the Security Council's may stand alone: `council` says whether they are. So
/// may one that the General Assembly numbered through: "大会2758号决议".
fn group(text: &str, start: usize, head: heads::Head, council: bool) -> Option<Group> {
    let opened = text[start..].strip_prefix(OPENS).is_some();
    let assembly = head.named == Some(Named::Body(Body::GENERAL_ASSEMBLY));
    let mut items = Vec::new();
    let mut end = start;
    let mut next = start;
    loop {
        let at = first_of_group(text, next);
        let number = number::at(text, at, &Chinese).or_else(|| {
            let alone = number::alone(text, at)?;
            (council || assembly && is_running_alone(&alone.latin)).then_some(alone)
        });
        let Some(number) = number else { break };
        end = number.end;
        let stem = number
            .latin
            .trim_end_matches(|c: char| c.is_ascii_uppercase());
        let stem = (stem.len() < number.latin.len()).then(|| stem.trim_end().to_owned());
        items.push(Item {
            token: at..number.end,
            stem: None,
        });
        if let Some(stem) = stem {
            end = lettered_siblings(text, end, &stem, &mut items);
        }
        let Some(joint) = list_joint(text, end) else {
            break;
        };
        next = joint;
    }
    let closed = WORDS.at(Role::Number, text, cursor::skip_space(text, end));
    let end = match closed {
        Some((_, behind)) => behind,
        // "大会67/172决议": without 第 and 号 only the form of the number tells.
        None if opened || items.len() == 1 => end,
        None => return None,
    };
    (!items.is_empty()).then_some(Group { head, items, end })
}

/// The offset of the next number of the same 第 … 号.
fn list_joint(text: &str, at: usize) -> Option<usize> {
    let spaced = cursor::skip_space(text, at);
    // "第2292(2016)2357(2017)号": copying has lost what stood between.
    let is_figure = |c: char| cursor::folded(c).is_some_and(|c| c.is_ascii_digit());
    if text[..at].ends_with([')', '）']) && text[spaced..].starts_with(is_figure) {
        return Some(spaced);
    }
    if let Some((_, end)) = WORDS.at(Role::To, text, spaced) {
        return Some(cursor::skip_space(text, end));
    }
    let comma = cursor::sign(text, spaced, ',');
    let joined = WORDS.at(Role::And, text, comma.unwrap_or(spaced));
    let end = joined.map(|(_, end)| end).or(comma)?;
    Some(cursor::skip_space(text, end))
}

/// The letters that follow a lettered number: the "B" of "第53/243 A和B号".
fn lettered_siblings(text: &str, from: usize, stem: &str, items: &mut Vec<Item>) -> usize {
    let mut at = from;
    while let Some(next) = list_joint(text, at)
        && let Some((_, end)) = Chinese.letter(text, next)
    {
        items.push(Item {
            token: next..end,
            stem: Some(stem.to_owned()),
        });
        at = end;
    }
    at
}

impl Group {
    fn citations(self, word: &ActWord, naming: &Naming, found: &mut Vec<Citation>) {
        let (first, last) = (self.head.start, self.items.len() - 1);
        for (index, item) in self.items.into_iter().enumerate() {
            let start = if index == 0 { first } else { item.token.start };
            let end = if index == last {
                self.end
            } else {
                item.token.end
            };
            found.push(Citation {
                token: item.token,
                phrase: start..end,
                kind: Kind::Number,
                form: Form::Number {
                    act: word.act,
                    naming: naming.clone(),
                    stem: item.stem,
                },
                pinpoint: None,
                date: self.head.date.clone(),
            });
        }
    }
}

/// "1994年12月19日" or "一九九四年十二月十九日" at `at`.
fn date_at(text: &str, at: usize) -> Option<StatedDate> {
    let (year, end) = numerals::year(text, at)?;
    let end = cursor::skip_space(text, cursor::sign(text, end, '年')?);
    let (month, end) = numerals::number(text, end)?;
    let end = cursor::skip_space(text, cursor::sign(text, end, '月')?);
    let (day, end) = numerals::number(text, end)?;
    let end = cursor::sign(text, end, '日')?;
    let date = WrittenDate::of(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Some(StatedDate {
        date,
        span: at..end,
    })
}

/// The date that ends at `end`.
fn date_before(text: &str, end: usize) -> Option<StatedDate> {
    /// No date is longer, in characters.
    const LONGEST: usize = 16;
    text[..end]
        .char_indices()
        .rev()
        .take(LONGEST)
        .filter_map(|(at, _)| date_at(text, at))
        .find(|date| date.span.end == end)
}
