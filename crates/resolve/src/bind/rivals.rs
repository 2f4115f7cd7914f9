//! What else "the Convention" may mean in its block: another instrument cited there, or one that no table holds and
//! that only its capitals, its "of the Special Tribunal" or its acronym gives away.
//!
//! It says too often that there is one: where nobody can tell, nothing is denied.

use std::ops::Range;

use citation::{Citation, Form, Kind, Referent};
use draft::Block;

use crate::title_fit::TitleFit;

/// What goes on with the title of an instrument behind its noun.
const COMPLEMENTS: [&str; 11] = [
    "of",
    "on",
    "against",
    "for",
    "to",
    "between",
    "among",
    "concerning",
    "regarding",
    "relating",
    "relative",
];

/// What may stand in capitals before a noun without being part of a title.
const OPENERS: [&str; 12] = [
    "The", "That", "This", "Its", "Under", "Each", "Both", "Such", "Any", "In", "No", "Every",
];

/// Whether anything in the block `text` but `meant` may be what its noun `words` means.
pub(super) fn any(block: &Block<'_>, text: &str, words: &str, meant: &Referent) -> bool {
    let citations = &block.marks.citations;
    let is_meant = |citation: &&Citation| instrument(citation) == Some(meant);
    let mentions: Vec<&Range<usize>> = citations
        .iter()
        .filter(is_meant)
        .map(|citation| &citation.token)
        .collect();
    let another = citations.iter().any(|citation| {
        instrument(citation).is_some_and(|other| {
            other != meant && TitleFit::Together.fits(&other.to_string(), words)
        })
    });
    another
        || stands_for_unknown(block, text, words, &mentions)
        || text.match_indices(words).any(|(at, _)| {
            let noun = at..at + words.len();
            let inside = |mention: &&Range<usize>| mention.start <= at && noun.end <= mention.end;
            !mentions.iter().any(inside) && is_of_title(text, &noun)
        })
}

/// The acronym in parentheses right behind the byte `at`: "the Convention (CRPD)".
pub(super) fn acronym_behind(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let inside = rest.trim_start().strip_prefix('(')?;
    let start = text.len() - inside.len();
    let end = start + inside.find(')')?;
    let acronym = &text[start..end];
    let is_acronym = acronym.len() > 1
        && acronym.starts_with(|c: char| c.is_ascii_uppercase())
        && acronym.bytes().filter(u8::is_ascii_uppercase).count() > 1
        && acronym
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_acronym.then_some(start..end)
}

/// The instrument that the citation at `token` names.
pub(super) fn instrument_at<'b>(
    block: &'b Block<'_>,
    token: &Range<usize>,
) -> Option<&'b Referent> {
    let mut citations = block.marks.citations.iter();
    let found = citations.find(|citation| citation.token == *token)?;
    instrument(found)
}

fn instrument(citation: &Citation) -> Option<&Referent> {
    match &citation.form {
        Form::Whole(referent @ Referent::Instrument(_)) => Some(referent),
        _ => None,
    }
}

/// Whether an acronym of the block that no table holds has the first letter of the noun in `words` in it: "ICMW" may
/// be a convention, of whatever.
fn stands_for_unknown(
    block: &Block<'_>,
    text: &str,
    words: &str,
    mentions: &[&Range<usize>],
) -> bool {
    let noun = words.rsplit(' ').next().unwrap_or(words);
    let Some(initial) = noun.chars().next() else {
        return false;
    };
    let known = |span: &Range<usize>| {
        let of_meant = mentions.contains(&span);
        let mut citations = block.marks.citations.iter();
        of_meant
            || citations.any(|citation| citation.kind != Kind::Short && citation.token == *span)
    };
    block.marks.acronyms.iter().any(|acronym| {
        let span = &acronym.span;
        let written = text.get(span.clone()).unwrap_or_default();
        written.contains(initial) && !known(span)
    })
}

/// Whether the noun at `noun` is part of a longer title, or of several: capitals before it, more behind it.
fn is_of_title(text: &str, noun: &Range<usize>) -> bool {
    let behind = &text[noun.end..];
    if behind.starts_with(char::is_alphanumeric) {
        return true;
    }
    let before = text[..noun.start].split_whitespace().next_back();
    let proper = before.is_some_and(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let joined = word.ends_with(|c: char| c.is_alphanumeric());
        let capital = word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        joined && capital && !OPENERS.contains(&word)
    });
    let next = behind.split_whitespace().next().unwrap_or_default();
    let apart = !behind.starts_with(char::is_whitespace);
    proper || !apart && COMPLEMENTS.contains(&next) || acronym_behind(text, noun.end).is_some()
}
