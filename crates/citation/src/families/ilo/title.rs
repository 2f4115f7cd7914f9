//! Titles: "Domestic Workers Convention, 2011 (No. 189)", "Protocol of 2014 to the Forced Labour
//! Convention, 1930 (No. 29)", and long ones that a number behind them identifies.

use std::ops::Range;
use std::sync::LazyLock;

use super::{kind_word, of_organization, whole, year};
use crate::facts::labour::{self, Entry};
use crate::families::reading::{begins_well, ends_well};
use crate::scan::cursor;
use crate::{Citation, LabourInstrument, LabourKind, sentences};

/// How far before its number a long title may begin, in bytes.
const LONGEST: usize = 260;
/// The most words of a short title that the list does not have.
const MOST_WORDS: usize = 12;

/// The title that an anchor belongs to: up to its "Convention", or its comma and the first digit of the
/// year.
pub(super) fn at(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let written = &text[anchor.clone()];
    let end = match written.rsplit_once(',') {
        Some((head, _)) => anchor.start + head.len(),
        None => anchor.start + written.rfind("Conv")? + LabourKind::Convention.word().len(),
    };
    let whole_word = text.get(..end)?.ends_with(LabourKind::Convention.word())
        || text[..end].ends_with(LabourKind::Recommendation.word())
        || text[..end].ends_with(')');
    if !whole_word || text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let end = revised(text, end);
    let (year, behind) =
        year_of_title(text, end).map_or((None, end), |(year, end)| (Some(year), end));
    titled(text, end, year, behind)
}

/// The title before a "(No." at `at`.
pub(super) fn before_number(text: &str, at: usize) -> Option<Citation> {
    let head = text[..at].trim_end_matches([' ', '\n', '\r']);
    let digits = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (title, year) = match year(&head[digits..]) {
        Some(year) => (
            head[..digits].trim_end_matches([' ', '\n', '\r', ',']),
            Some(year),
        ),
        None => (head, None),
    };
    titled(text, title.len(), year, head.len()).or_else(|| long_title(text, head.len(), year))
}

/// The offset behind " (Revised)" at `at`.
fn revised(text: &str, at: usize) -> usize {
    let next = cursor::skip_space(text, at);
    cursor::word(text, next, "(Revised)")
        .filter(|_| next > at)
        .unwrap_or(at)
}

/// ", 2011", " 2011" or " of 2011" at `at`, and the offset behind it.
fn year_of_title(text: &str, at: usize) -> Option<(u16, usize)> {
    let comma = match text[at..].chars().next()? {
        ',' => at + 1,
        _ => cursor::word(text, cursor::skip_space(text, at), "of").unwrap_or(at),
    };
    let start = cursor::skip_space(text, comma);
    let digits = cursor::digits(text, start);
    // A footnote figure may be glued to the year.
    let year = year(digits.get(..4)?).filter(|_| start > comma && digits.len() <= 6)?;
    Some((year, start + 4))
}

/// "(No. 189)" at `at`, and the offset behind it.
pub(super) fn number(text: &str, at: usize) -> Option<(u16, usize)> {
    let open = cursor::word(text, cursor::skip_space(text, at), "(")?;
    let start = cursor::skip_space(text, cursor::any_word(text, open, &["No.", "ILO No."])?);
    let digits = cursor::digits(text, start);
    let end = start + digits.len();
    let number = digits.parse().ok().filter(|_| digits.len() <= 3)?;
    text[end..].starts_with(')').then_some((number, end + 1))
}

/// The instrument whose title ends at `title_end`, with its year, which ends at `end`, and the number
/// behind it.
fn titled(text: &str, title_end: usize, year: Option<u16>, end: usize) -> Option<Citation> {
    let entries = entries_ending(text, title_end);
    let numbered = number(text, end);
    let (kind, start) = match entries.first() {
        Some((entry, start)) => (entry.kind, *start),
        None => unlisted_title(text, title_end)?,
    };
    let instrument = match numbered {
        Some((number, _)) => {
            let instrument = LabourInstrument::new(kind, number);
            let has_title = entries.iter().any(|(entry, _)| entry.number == number);
            let other = entries
                .iter()
                .max_by_key(|(entry, _)| Some(entry.year) == year);
            let titled = other.filter(|_| !has_title).map(|(entry, _)| entry.number);
            let instrument = instrument.stated(year, titled);
            let agrees = year.is_some() && instrument.stated_year().is_none();
            // Nobody else puts year and number behind the word so.
            let is_likely = kind == LabourKind::Recommendation
                && year.is_some_and(|year| labour::may_be_of(kind, number, year));
            let known = !entries.is_empty() || agrees && instrument.entry().is_some() || is_likely;
            (known || of_organization(text, &(start..end))).then_some(instrument)?
        }
        None => alone(&entries, year)?,
    };
    let end = numbered.map_or(end, |(_, end)| end);
    let (start, instrument) = amended(text, start, instrument);
    (begins_well(text, start) && ends_well(text, end))
        .then(|| whole(text, start..end, start, instrument))
}

/// The instrument that a title without a number names: the one of its year, or the only one of the title.
fn alone(entries: &[(&'static Entry, usize)], year: Option<u16>) -> Option<LabourInstrument> {
    let of_year = entries.iter().find(|(entry, _)| Some(entry.year) == year);
    let (entry, _) = match (of_year, entries) {
        (Some(found), _) => found,
        (None, [only]) => only,
        _ => return None,
    };
    Some(LabourInstrument::new(entry.kind, entry.number).stated(year, None))
}

/// "Protocol of 2014 to the Forced Labour Convention": where the words begin, and the protocol.
fn amended(text: &str, start: usize, instrument: LabourInstrument) -> (usize, LabourInstrument) {
    let convention = (start, instrument);
    let protocol = LabourInstrument::new(LabourKind::Protocol, instrument.number());
    if instrument.kind() != LabourKind::Convention || protocol.entry().is_none() {
        return convention;
    }
    let without = |head: &str, word: &str| -> Option<usize> {
        let head = head.trim_end_matches([' ', '\n', '\r']);
        head.strip_suffix(word).map(str::len)
    };
    let owner = without(&text[..start], "ILO").unwrap_or(start);
    let Some(to) = without(&text[..owner], "the").and_then(|at| without(&text[..at], "to")) else {
        return convention;
    };
    let head = text[..to].trim_end();
    let year_at = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    if year(&head[year_at..]).is_some()
        && let Some(of) = without(&head[..year_at], "of")
        && let Some(begin) = without(&head[..of], "Protocol")
    {
        return (begin, protocol);
    }
    let Some(begin) = without(head, "Protocol") else {
        return convention;
    };
    // "the 2014 Protocol to the …"
    let head = text[..begin].trim_end();
    let year_at = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let begin = year(&head[year_at..]).map_or(begin, |_| year_at);
    (begin, protocol)
}

/// A title of the list, parted for a comparison from its end.
struct Title {
    entry: &'static Entry,
    /// The word that it ends with; nearly all end with one of two.
    last: Option<LabourKind>,
    /// The words before that.
    head: &'static str,
}

static TITLES: LazyLock<Vec<Title>> = LazyLock::new(|| {
    let listed = labour::entries().iter();
    let titled = listed.filter(|entry| entry.kind != LabourKind::Protocol);
    titled
        .map(|entry| {
            let parted = LAST_WORDS.into_iter().find_map(|kind| {
                let head = entry.title.strip_suffix(kind.word())?;
                (!head.is_empty()).then_some((kind, head))
            });
            Title {
                entry,
                last: parted.map(|(kind, _)| kind),
                head: parted.map_or(entry.title, |(_, head)| head),
            }
        })
        .collect()
});

const LAST_WORDS: [LabourKind; 2] = [LabourKind::Convention, LabourKind::Recommendation];

/// Every instrument with the longest title that ends at `end`, and where the title begins.
fn entries_ending(text: &str, end: usize) -> Vec<(&'static Entry, usize)> {
    // The text is asked once for what the titles end with, and of most heads their last letter tells.
    let asked = [None].into_iter().chain(LAST_WORDS.map(Some));
    let mut found = Vec::new();
    for last in asked {
        let Some(place) = last.map_or(Some(end), |kind| words_start(text, end, kind.word())) else {
            continue;
        };
        let letter = last_letter(&text[..place]);
        let alike = TITLES.iter().filter(|title| {
            title.last == last && letter.eq_ignore_ascii_case(&last_letter(title.head))
        });
        found.extend(alike.filter_map(|title| {
            let start = words_start(text, place, title.head)?;
            Some((title.entry, starts_well(text, start)?))
        }));
    }
    found.sort_by_key(|(entry, _)| (entry.kind, entry.number));
    let first = found.iter().map(|(_, start)| *start).min();
    found.retain(|(_, start)| Some(*start) == first);
    found
}

/// The last byte of `words` but for white space; an apostrophe is what folding leaves of it.
fn last_letter(words: &str) -> u8 {
    match words.trim_ascii_end().bytes().last() {
        Some(0x1A) => b'\'',
        last => last.unwrap_or_default(),
    }
}

/// Where `words` begin when they end at `end`; white space may be of any kind, an apostrophe is whatever
/// folding has left of it.
fn words_start(text: &str, end: usize, words: &str) -> Option<usize> {
    let mut at = end;
    for wanted in words.bytes().rev() {
        if wanted == b' ' {
            let before = text[..at].trim_end_matches([' ', '\n', '\r', '\t']).len();
            at = (before < at && at - before <= 12).then_some(before)?;
            continue;
        }
        let found = text.as_bytes()[..at].last()?;
        let same = found.eq_ignore_ascii_case(&wanted) || wanted == b'\'' && *found == 0x1A;
        at = same.then(|| at - 1)?;
    }
    Some(at)
}

/// The place `at`, where a title may begin there.
fn starts_well(text: &str, at: usize) -> Option<usize> {
    let capital = text.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    (capital && text.is_char_boundary(at) && begins_well(text, at)).then_some(at)
}

/// The kind and the beginning of a title in capitals that the list does not have.
fn unlisted_title(text: &str, end: usize) -> Option<(LabourKind, usize)> {
    let title = &text[..end];
    let title = title.strip_suffix("(Revised)").unwrap_or(title).trim_end();
    let (kind, word) = [LabourKind::Convention, LabourKind::Recommendation]
        .into_iter()
        .find_map(|kind| Some((kind, title.strip_suffix(kind.word())?.len())))?;
    let mut start = word;
    let mut at = word;
    for _ in 0..MOST_WORDS {
        let head = text[..at].trim_end_matches([' ', '\n']);
        let length = head
            .bytes()
            .rev()
            .take_while(|byte| {
                byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'(' | b')' | b'\'' | 0x1A)
            })
            .count();
        let begin = head.len() - length;
        let first = head[begin..].trim_start_matches('(').bytes().next();
        let capital = first.is_some_and(|byte| byte.is_ascii_uppercase());
        let joins = ["of", "and", "for", "in", "with", "to"].contains(&&head[begin..]);
        if head.len() == at || !capital && !joins || matches!(&head[begin..], "The" | "ILO") {
            break;
        }
        at = begin;
        if capital {
            start = begin;
        }
    }
    begins_well(text, start).then_some((kind, start))
}

/// "Convention concerning the Prohibition … of the Worst Forms of Child Labour, 1999 (No. 182)": the words
/// between say little, kind and number all.
fn long_title(text: &str, end: usize, year: Option<u16>) -> Option<Citation> {
    let (number, behind) = number(text, end)?;
    let floor = sentences::start(text, end, LONGEST);
    let start = [
        "Convention concerning",
        "Convention on",
        "Recommendation concerning",
    ]
    .into_iter()
    .filter_map(|words| Some(floor + text[floor..end].rfind(words)?))
    .max()?;
    let (kind, ..) = kind_word(text, start)?;
    if text[start..end].contains(['(', ';']) {
        return None;
    }
    let instrument = LabourInstrument::new(kind, number).stated(year, None);
    let agrees = year.is_some() && instrument.stated_year().is_none();
    let certain = agrees || of_organization(text, &(start..behind));
    (certain && instrument.entry().is_some() && ends_well(text, behind))
        .then(|| whole(text, start..behind, start, instrument))
}
