//! Numbers in parentheses behind the instrument that they adopted: "the Progress Declaration (76/266, annex)".
//!
//! Without the instrument before it "(71/12)" may be anything, so the session has to be one that only the General
//! Assembly has reached; and "(70/30)" is mostly a share even there.

use std::cell::LazyCell;
use std::ops::Range;

use super::forms::{self, NumberForm};
use crate::scan::{cursor, dates, looked_at, pinpoints};
use crate::{Act, Citation, Form, Kind, Naming};

/// How far before its parenthesis the instrument may end, in bytes.
const GAP: usize = 24;

/// The sessions of the General Assembly whose numbers are written so.
const SESSIONS: Range<u16> = 31..100;

/// Adds the numbers at the `sessions` of the folded `text` that stand behind an instrument of `found`.
pub(super) fn find(text: &str, sessions: &[Range<usize>], found: &mut Vec<Citation>) {
    let others = found.len();
    let claims = LazyCell::new(|| Claims::of(&found[..others]));
    let numbers: Vec<_> = sessions
        .iter()
        .filter_map(|session| at(text, session.clone(), found, &claims))
        .collect();
    drop(claims);
    found.extend(numbers);
}

/// The claims to a text by where they stand, worked out once, when it is asked for.
struct Claims {
    /// Where each begins, with the furthest end of all up to it.
    furthest: Vec<(usize, usize)>,
    /// Where the instruments end, their tokens and the words with them, each with its place among all.
    ends: Vec<(usize, usize)>,
}

impl Claims {
    fn of(found: &[Citation]) -> Self {
        let mut furthest: Vec<_> = found
            .iter()
            .map(|one| (one.token.start, one.token.end))
            .collect();
        furthest.sort_unstable();
        let mut end = 0;
        for claim in &mut furthest {
            end = end.max(claim.1);
            claim.1 = end;
        }
        let named = found.iter().enumerate();
        let mut ends: Vec<_> = named
            .filter(|(_, one)| one.kind == Kind::Named)
            .flat_map(|(index, one)| {
                let end = one.token.end;
                [(end, index), (end.max(one.phrase.end), index)]
            })
            .collect();
        ends.sort_unstable();
        Self { furthest, ends }
    }

    /// Whether one of them has a part of `token`.
    fn reach_into(&self, token: &Range<usize>) -> bool {
        let before = self
            .furthest
            .partition_point(|(start, _)| *start < token.end);
        before > 0 && self.furthest[before - 1].1 > token.start
    }

    /// The places of the instruments that end near before `open`.
    fn instruments_before(&self, open: usize) -> impl Iterator<Item = usize> {
        let first = self
            .ends
            .partition_point(|(end, _)| *end < open.saturating_sub(GAP));
        let near = self.ends[first..].iter();
        near.take_while(move |(end, _)| *end <= open)
            .inspect(|_| looked_at::count(1))
            .map(|(_, index)| *index)
    }
}

/// The number whose session stands at `session`.
fn at(text: &str, session: Range<usize>, found: &[Citation], claims: &Claims) -> Option<Citation> {
    let bytes = &text.as_bytes()[..session.start];
    // Mostly another word than "see" stands before, or a comma, and the very last byte tells.
    let last = bytes.iter().rev().find(|byte| !byte.is_ascii_whitespace());
    if last.is_some_and(|last| last.is_ascii() && !matches!(last, b'(' | b'e' | 0x0B)) {
        return None;
    }
    let head = text[..session.start].trim_end();
    let seen = head.strip_suffix("see").map(str::trim_end);
    let open = seen.unwrap_or(head).strip_suffix('(')?.len();
    let written = text[session.clone()].parse().ok();
    let written = written.filter(|written| SESSIONS.contains(written))?;
    let number = forms::at(text, session.start, || None)
        .filter(|number| matches!(number.form, NumberForm::Stroke))?;
    let token = session.start..number.end;
    let date = dates::after(text, token.end);
    let mut end = date.as_ref().map_or(token.end, |(_, end)| *end);
    let pinpoint = pinpoints::after(text, end);
    end = pinpoint.as_ref().map_or(end, |place| place.span.end);
    let is_bare = seen.is_none() && date.is_none() && pinpoint.is_none();
    if is_bare && makes_hundred(written, &text[session.end..number.end]) {
        return None;
    }
    let closes = text[cursor::skip_space(text, end)..].starts_with([')', ',', ';']);
    let follows = || {
        let mut near = claims.instruments_before(open);
        near.any(|index| stands_before(text, &found[index], open))
    };
    (closes && !claims.reach_into(&token) && follows()).then(|| Citation {
        phrase: token.start..end,
        token,
        kind: Kind::Number,
        form: Form::Number {
            act: Act::Resolution,
            naming: Naming::Unnamed { previous: None },
            stem: None,
        },
        pinpoint,
        date: date.map(|(date, _)| date),
    })
}

/// Whether `session` and the number behind its stroke are the shares of a whole: "(60/40)".
fn makes_hundred(session: u16, behind: &str) -> bool {
    let number = behind.trim_start_matches(['/', ' ']).parse::<u16>();
    number.is_ok_and(|number| number.checked_add(session) == Some(100))
}

/// Whether nothing but its year, a mark or a note stands between the instrument and the parenthesis at `open`.
fn stands_before(text: &str, instrument: &Citation, open: usize) -> bool {
    let end = instrument.token.end.max(instrument.phrase.end);
    let between = [end, instrument.token.end]
        .into_iter()
        .find_map(|end| text.get(end..open));
    between.is_some_and(|between| {
        between.len() <= GAP
            && between
                .split(|c: char| !c.is_ascii_alphanumeric())
                .all(|word| {
                    word.is_empty()
                        || word == "of"
                        || word.bytes().all(|byte| byte.is_ascii_digit())
                })
    })
}
