//! What stands before a Chinese number: body or "its", date, subject, in the order
//! "大会2015年9月25日题为“…”的第70/1号".

use super::super::cursor;
use super::super::words::Role;
use super::{OPENS, WORDS, date_before};
use crate::{Body, StatedDate};

/// How long a subject may be, in bytes.
const SUBJECT: usize = 400;

/// "Adopted", between the date and the number: "大会1966年12月16日通过的第2200 A(XXI)号".
const ADOPTED: [&str; 2] = ["通过的", "通過的"];

/// Characters before 其 with which it is another word ("especially", "extremely").
const NOT_ITS: [char; 3] = ['尤', '极', '何'];

/// Who is named before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Body(&'static str),
    /// A noun for bodies of its kind, which is not the body named before: "大会…，以及理事会2007年6月18日第5/1号".
    Noun(&'static str),
    Its,
}

/// What stands before a number.
pub(super) struct Head {
    /// Where it begins.
    pub(super) start: usize,
    pub(super) named: Option<Named>,
    pub(super) date: Option<StatedDate>,
}

impl Head {
    /// Whether the Security Council is named, so that a number may stand alone.
    pub(super) fn is_council(&self) -> bool {
        self.named == Some(Named::Body(Body::SECURITY_COUNCIL))
    }
}

/// What stands before the number at `number`.
pub(super) fn before(text: &str, number: usize) -> Head {
    let mut start = cursor::before_space(text, number);
    let mut date = None;
    take_date(text, &mut start, &mut date);
    for adopted in ADOPTED {
        if let Some(before) = text[..start].strip_suffix(adopted) {
            start = cursor::before_space(text, before.len());
            take_date(text, &mut start, &mut date);
        }
    }
    if let Some(subject) = subject_before(text, start) {
        start = cursor::before_space(text, subject);
        take_date(text, &mut start, &mut date);
    }
    let named = named_before(text, start);
    let start = named.map_or(start, |(_, begin)| begin);
    Head {
        // Without words of its own the number opens at 第.
        start: if named.is_none() && date.is_none() {
            number
        } else {
            start
        },
        named: named.map(|(named, _)| named),
        date,
    }
}

/// Where the number of a further member of a list begins, over what stands before it; it begins before
/// `end`.
pub(super) fn after(text: &str, at: usize, end: usize) -> usize {
    let rest = text.get(at..end).unwrap_or("");
    if cursor::digits(text, at).is_none_or(|figure| figure.count >= 4)
        && let Some(offset) = rest.find(OPENS)
        && is_head(text, at, at + offset)
    {
        return at + offset;
    }
    at
}

/// Whether all between `at` and the number at `number` is a head: nothing but body, date and subject.
fn is_head(text: &str, at: usize, number: usize) -> bool {
    let head = before(text, number);
    // The figure of a note may be glued to the year: "61993年".
    let noted = cursor::digits(text, at).map_or(at, |figure| figure.end.min(head.start));
    head.start == at || head.start == number && at == number || noted == head.start && noted > at
}

fn take_date(text: &str, start: &mut usize, date: &mut Option<StatedDate>) {
    if date.is_some() {
        return;
    }
    if let Some(found) = date_before(text, *start) {
        *start = cursor::before_space(text, found.span.start);
        *date = Some(found);
    }
}

/// Where the subject that ends with 的 at `end` begins: "关于移徙的", "题为“…”的".
fn subject_before(text: &str, end: usize) -> Option<usize> {
    let inner = text[..end].strip_suffix('的')?;
    let floor = text.floor_char_boundary(inner.len().saturating_sub(SUBJECT));
    // A title in quotation marks may hold any sign; other subjects end at the clause.
    let clause = match inner.chars().next_back()? {
        '”' => inner[floor..].rfind('“').map(|at| floor + at)?,
        '》' => inner[floor..].rfind('《').map(|at| floor + at)?,
        _ => inner.len(),
    };
    let floor = text[floor..clause]
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '，' | ',' | '。' | '；' | ';' | '\n'))
        .map_or(floor, |(at, c)| floor + at + c.len_utf8());
    text[floor..clause]
        .char_indices()
        .map(|(offset, _)| floor + offset)
        .find(|at| WORDS.at(Role::About, text, *at).is_some())
}

fn named_before(text: &str, end: usize) -> Option<(Named, usize)> {
    if let Some((key, start)) = WORDS.before(Role::Body, text, end) {
        let start = WORDS
            .before(Role::UnitedNations, text, start)
            .map_or(start, |(_, begin)| begin);
        return Some((Named::Body(key), start));
    }
    if let Some((noun, start)) = WORDS.before(Role::Noun, text, end) {
        return Some((Named::Noun(noun), start));
    }
    let (_, start) = WORDS.before(Role::Its, text, end)?;
    let other = text[..start]
        .chars()
        .next_back()
        .is_some_and(|c| NOT_ITS.contains(&c));
    (!other).then_some((Named::Its, start))
}
