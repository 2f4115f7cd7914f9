//! Instruments of the International Labour Organization in Chinese: "国际劳工组织第29号和第105号公约",
//! "国际劳工组织《第190号公约》", "《1989年土著和部落人民公约》(第169号)".

use std::ops::Range;

use super::{OPENS, WORDS};
use crate::LabourKind;
use crate::languages::cursor;
use crate::languages::labour::{Read, TITLE, has_year_of, listed};
use crate::languages::words::Role;

/// What stands behind a number.
const CLOSES: char = '号';

/// Most numbers that stand before one word.
const MOST: usize = 12;

/// The numbers right before the noun at `word`, which follow the name of the organization.
pub(in crate::languages) fn before_word(
    text: &str,
    word: &Range<usize>,
    kind: LabourKind,
) -> Option<Read> {
    let mut read = Read::new();
    let (mut start, mut end) = (word.start, word.end);
    while read.len() < MOST
        && let Some((number, figures)) = number_before(text, start, read.is_empty())
    {
        let instrument = listed(kind, cursor::digits(text, figures)?.value)?;
        read.push((number..end, instrument));
        let quoted = cursor::previous(text, number).filter(|(sign, _)| *sign == '《');
        if let Some(office) = office_before(text, quoted.map_or(number, |(_, start)| start)) {
            read.last_mut()?.0.start = office;
            let closed = cursor::sign(text, word.end, '》').filter(|_| quoted.is_some());
            read.first_mut()?.0.end = closed.unwrap_or(word.end);
            read.reverse();
            return Some(read);
        }
        let joint = WORDS.before(Role::And, text, number);
        let comma = || cursor::previous(text, number).filter(|(sign, _)| *sign == ',');
        end = joint
            .map(|(_, start)| start)
            .or_else(|| comma().map(|(_, start)| start))?;
        start = end;
    }
    None
}

/// Where the name of the organization begins that ends at `at`, its acronym in parentheses aside.
fn office_before(text: &str, at: usize) -> Option<usize> {
    let inner = || {
        let (_, inner) = cursor::previous(text, at).filter(|(sign, _)| *sign == ')')?;
        let (_, short) = WORDS.before(Role::LabourOffice, text, inner)?;
        let (_, open) = cursor::previous(text, short).filter(|(sign, _)| *sign == '(')?;
        Some(open)
    };
    let end = inner().unwrap_or(at);
    let (_, start) = WORDS.before(Role::LabourOffice, text, end)?;
    Some(start)
}

/// The number that ends at `end`, behind which 号 stands, needed where it is the `last` of a list: where it and its
/// figures begin.
fn number_before(text: &str, end: usize, last: bool) -> Option<(usize, usize)> {
    let closed = cursor::previous(text, end).filter(|(sign, _)| *sign == CLOSES);
    let end = match closed {
        Some((_, start)) => start,
        None if last => return None,
        None => end,
    };
    let mut figures = end;
    while let Some(('0'..='9', before)) = cursor::previous(text, figures) {
        figures = before;
    }
    if figures == end {
        return None;
    }
    let opened = cursor::previous(text, figures).filter(|(sign, _)| *sign == OPENS);
    Some((opened.map_or(figures, |(_, start)| start), figures))
}

/// The number in parentheses behind the title that ends with the noun at `word`, where the organization is named before
/// the title or the year of the list stands in it or before it.
pub(in crate::languages) fn behind_title(
    text: &str,
    word: &Range<usize>,
    kind: LabourKind,
) -> Option<Read> {
    let title = cursor::sign(text, word.end, '》')?;
    let open = cursor::sign(text, cursor::skip_space(text, title), '(')?;
    let figures = cursor::sign(text, open, OPENS)?;
    let run = cursor::digits(text, figures)?;
    let end = cursor::sign(text, run.end, CLOSES)?;
    let end = WORDS
        .at(Role::Labour, text, end)
        .map_or(end, |(_, end)| end);
    let close = cursor::sign(text, end, ')')?;
    let floor = text.floor_char_boundary(word.start.saturating_sub(TITLE));
    let start = floor + text[floor..word.start].rfind('《')?;
    let instrument = listed(kind, run.value)?;
    let before = text[..start].strip_suffix('年').map_or(start, |head| {
        head.trim_end_matches(|c: char| c.is_ascii_digit()).len()
    });
    let named = office_before(text, before).is_some();
    let dated = has_year_of(&text[before..word.start], instrument);
    (named || dated).then(|| vec![(start..close, instrument)])
}
