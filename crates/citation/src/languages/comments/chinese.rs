//! Chinese: "人权事务委员会第31号一般性意见", "第14号和第22号一般性意见(2000年)". The words close a list that is
//! read from its end.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::words::Role;
use super::super::{Grammar, chinese::Chinese, cursor};
use super::NUMBERS;
use crate::families::general_comments::{Author, referent};
use crate::scan::searcher::Searcher;
use crate::{Body, Citation, Form, Kind};

/// Open and close a number.
const SIGNS: [char; 2] = ['第', '号'];

static SEARCHER: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::new(&["一般性", "一般意", "一般建"]));

/// Adds every general comment that `text` cites by number.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    for (_, hit) in SEARCHER.find_iter(text) {
        let Some((words, end)) = Chinese.words().at(Role::Comment, text, hit.start) else {
            continue;
        };
        let numbers = numbers_before(text, hit.start);
        let Some((first, _)) = numbers.first() else {
            continue;
        };
        let author = committee_before(text, first.start);
        let author = author.as_ref().map_or(Author::Unsaid, Author::Committee);
        let year = year(text, end);
        let last = numbers.len() - 1;
        for (place, (token, value)) in numbers.into_iter().enumerate() {
            let (token, year) = match year.filter(|_| place == last) {
                Some((year, behind)) => (token.start..behind, Some(year)),
                None if place == last => (token.start..end, None),
                None => (token, None),
            };
            found.push(Citation {
                pinpoint: Chinese.pinpoint_after(text, token.end),
                phrase: token.clone(),
                token,
                kind: Kind::Named,
                form: Form::Whole(referent(words, value, year, author)),
                date: None,
            });
        }
    }
}

/// The numbers that end at `end`, each with its token, the first of them first.
fn numbers_before(text: &str, end: usize) -> Vec<(Range<usize>, u16)> {
    let mut numbers = Vec::new();
    let mut end = end;
    while numbers.len() < NUMBERS
        && let Some((token, value)) = number_before(text, end)
    {
        end = token.start;
        numbers.push((token, value));
        let joined = Chinese.words().before(Role::And, text, end);
        let comma = || match cursor::previous(text, end) {
            Some((',', start)) => Some(start),
            _ => None,
        };
        match joined.map(|(_, start)| start).or_else(comma) {
            Some(before) => end = before,
            None => break,
        }
    }
    numbers.reverse();
    numbers
}

/// "第31号" that ends at `end`.
fn number_before(text: &str, end: usize) -> Option<(Range<usize>, u16)> {
    let [first, last] = SIGNS;
    let (_, closed) = cursor::previous(text, cursor::before_space(text, end))
        .filter(|(sign, _)| *sign == last)?;
    let figures = cursor::before_space(text, closed);
    let mut start = figures;
    while let Some(('0'..='9', before)) = cursor::previous(text, start) {
        start = before;
    }
    let run = cursor::digits(text, start).filter(|run| run.end == figures && run.count < 3)?;
    let (_, opened) = cursor::previous(text, cursor::before_space(text, start))
        .filter(|(sign, _)| *sign == first)?;
    Some((opened..end, u16::try_from(run.value).ok()?))
}

/// "(2004年)" at `at`, and the offset behind it.
fn year(text: &str, at: usize) -> Option<(u16, usize)> {
    let open = cursor::sign(text, cursor::skip_space(text, at), '(')?;
    let figures = cursor::digits(text, open).filter(|figures| figures.count == 4)?;
    let counted = cursor::sign(text, figures.end, '年').unwrap_or(figures.end);
    let close = cursor::sign(text, counted, ')')?;
    Some((u16::try_from(figures.value).ok()?, close))
}

/// The committee whose name ends at `at`, with or without 的 behind it.
fn committee_before(text: &str, at: usize) -> Option<Body> {
    let end = text[..at].strip_suffix('的').map_or(at, str::len);
    let (key, _) = Chinese.words().before(Role::Body, text, end)?;
    let body = Body::new(key);
    body.to_string().contains("Committee").then_some(body)
}
