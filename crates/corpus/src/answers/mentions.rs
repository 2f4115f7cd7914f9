//! Names of documents in running text: titles and short titles, longest first.
//!
//! A name by which documents are cited counts wherever it is written. The title of an ordinary
//! resolution is also plain English, so it counts only where it is set off as a title is: in quotation
//! marks, or long and with a capital in the middle of a sentence.

use citation::Referent;
use sources::{Mention, Source};

use crate::corpus::{Corpus, heading_of};
use crate::error::CorpusError;
use crate::index::Class;

/// A title in quotation marks has at least this many words.
const QUOTED: usize = 2;

/// A title without quotation marks has at least this many words.
const BARE: usize = 5;

/// How far a title may reach, in bytes.
const REACH: usize = 600;

/// The mentions in `text`, in its order, without overlaps.
pub(super) fn find(corpus: &Corpus, text: &str) -> Result<Vec<Mention>, CorpusError> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut before = None;
    while let Some(word) = sources::next_word(text, from) {
        from = word.end;
        let quoted = text[..word.start].ends_with(['\u{201c}', '"', '\u{2018}', '\u{ab}']);
        let capital = text[word.clone()].starts_with(char::is_uppercase);
        let sentence_start =
            before.is_none_or(|end: usize| text[end..word.start].contains(['.', ':']));
        before = Some(word.end);
        if !capital && !quoted {
            continue;
        }
        let Some((length, rows)) = longest(corpus, &text[word.start..]) else {
            continue;
        };
        let span = word.start..word.start + length;
        let words = sources::words(&text[span.clone()]).count();
        let Some((facts, is_cited)) = latest(corpus, &rows)? else {
            continue;
        };
        let closed = text[span.end..].starts_with(['\u{201d}', '"', '\u{2019}', '\u{bb}', ',']);
        let set_off =
            quoted && closed && words >= QUOTED || capital && !sentence_start && words >= BARE;
        if !is_cited && !set_off {
            continue;
        }
        if let Some(heading) = heading_of(&facts) {
            from = span.end;
            found.push(Mention {
                span,
                referent: heading.referent,
            });
        }
    }
    Ok(found)
}

/// The longest title with which `text` begins: its length in bytes, and its rows.
fn longest(corpus: &Corpus, text: &str) -> Option<(usize, Vec<u32>)> {
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let folded = sources::fold(&text[..end]);
    let (length, rows) = corpus
        .generation
        .dictionary
        .longest(Class::Title, &folded)?;
    // The fold keeps words; so as many words of the text are the title.
    let words = sources::words(&folded[..length]).count();
    let last = sources::words(&text[..end]).nth(words.checked_sub(1)?)?;
    Some((last.end, rows))
}

/// The latest of some documents, and whether it is cited by its title.
fn latest(corpus: &Corpus, rows: &[u32]) -> Result<Option<(Source, bool)>, CorpusError> {
    let mut latest: Option<Source> = None;
    for row in rows.iter().take(64) {
        let facts = corpus.head(*row)?;
        if latest.as_ref().is_none_or(|known| known.date < facts.date) {
            latest = Some(facts);
        }
    }
    Ok(latest.map(|facts| {
        let is_cited = facts
            .referents
            .iter()
            .any(|referent| matches!(referent, Referent::Instrument(_)));
        (facts, is_cited)
    }))
}
