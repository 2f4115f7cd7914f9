//! Terms that a draft defines for itself, "(hereinafter “the Compact”)", where they are used.
//!
//! A term is a word like any other, so a use is taken for one only where it stands by itself: not as a part of a
//! longer name, and not in other people's words.

use std::ops::Range;

use draft::{Block, Draft};

use crate::under;

/// The term used at `offset`, and its words there; not where it is defined.
pub(crate) fn at(draft: &Draft, offset: usize) -> Option<(Box<str>, Range<usize>)> {
    let block = under::block(draft, offset)?;
    let text = draft.words_of(&block);
    let within = offset - block.span.start;
    let terms = draft.blocks().short_forms("").iter();
    // The longest term that stands here: "the Joint Committee" beside "the Committee".
    let here = terms
        .filter(|term| !term.is_acronym && may_stand_near(&text, within, &term.short))
        .filter_map(|term| {
            let mut uses = used_in(&block, &text, &term.short).into_iter();
            Some((&term.short, uses.find(|one| under::touches(one, within))?))
        });
    here.max_by_key(|(short, _)| short.len())
        .map(|(short, one)| (short.clone(), under::shifted(&block, &one)))
}

/// Where `term` is used in the draft, in text order.
pub(crate) fn used(draft: &Draft, term: &str) -> Vec<Range<usize>> {
    let blocks = draft.blocks().iter();
    blocks
        .flat_map(|block| {
            let text = draft.words_of(&block);
            let uses = used_in(&block, &text, term);
            uses.into_iter()
                .map(move |one| under::shifted(&block, &one))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Whether the first word of `term` stands where a term around the byte `at` may begin.
fn may_stand_near(text: &str, at: usize, term: &str) -> bool {
    let first = first_word(term);
    let from = at.saturating_sub(2 * term.len());
    let near = &text.as_bytes()[from..text.len().min(at + first.len() + 1)];
    let mut windows = near.windows(first.len().max(1));
    windows.any(|words| words == first.as_bytes())
}

fn first_word(term: &str) -> &str {
    term.split(' ').next().unwrap_or(term)
}

/// Where `term` is used in a block whose words are `text`, counted from its start.
fn used_in(block: &Block<'_>, text: &str, term: &str) -> Vec<Range<usize>> {
    if !block.kind.is_prose() || term.is_empty() {
        return Vec::new();
    }
    let begins = text.match_indices(first_word(term));
    begins
        .filter_map(|(start, _)| Some(start..end_of(text, start, term)?))
        .filter(|one| stands_alone(text, one) && !is_otherwise_meant(block, one))
        .collect()
}

/// The offset behind `term` at `start`, however its lines break.
fn end_of(text: &str, start: usize, term: &str) -> Option<usize> {
    let mut end = start;
    for (index, word) in term.split(' ').enumerate() {
        let rest = &text[end..];
        let words = rest.trim_start();
        if (index > 0) == (words.len() == rest.len()) || !words.starts_with(word) {
            return None;
        }
        end += rest.len() - words.len() + word.len();
    }
    Some(end)
}

/// Whether a word is no part of a longer one, nor of a longer name: "the Global Compact", "the Compact for Migration".
fn stands_alone(text: &str, one: &Range<usize>) -> bool {
    let (before, behind) = (&text[..one.start], &text[one.end..]);
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    if before.ends_with(joins) || before.ends_with(['-', '/']) || behind.starts_with(joins) {
        return false;
    }
    !follows_name(before) && !goes_on(behind)
}

/// Whether the word before is that of a name. A capital at the beginning of a sentence says nothing.
fn follows_name(before: &str) -> bool {
    const LEADING: [&str; 12] = [
        "The", "This", "That", "Each", "Every", "Any", "No", "Its", "Their", "Our", "Under", "In",
    ];
    let Some(word) = before
        .strip_suffix(char::is_whitespace)
        .map(str::trim_end)
        .and_then(|before| before.rsplit(|c: char| !c.is_alphanumeric()).next())
    else {
        return false;
    };
    word.starts_with(char::is_uppercase) && !LEADING.contains(&word)
}

/// Whether a name goes on behind its first words.
fn goes_on(behind: &str) -> bool {
    const JOINING: [&str; 3] = ["of", "for", "on"];
    const ARTICLES: [&str; 2] = ["the", "all"];
    if !behind.starts_with(char::is_whitespace) {
        return false;
    }
    let mut words = behind.split_whitespace();
    let mut next = words.next().unwrap_or_default();
    let joins = JOINING.contains(&next);
    if joins {
        next = words.next().unwrap_or_default();
        if ARTICLES.contains(&next) {
            next = words.next().unwrap_or_default();
        }
    }
    joins && next.starts_with(char::is_uppercase)
}

/// An article and a space.
const ARTICLE: usize = 4;

/// Whether the words are part of a definition, of the name of a document or of a quotation.
fn is_otherwise_meant(block: &Block<'_>, one: &Range<usize>) -> bool {
    let marks = block.marks;
    let has = |range: &Range<usize>| range.start <= one.start && one.end <= range.end;
    let defined = marks
        .definitions
        .iter()
        .any(|definition| has(&definition.full_span) || has(&definition.short_span));
    let is_longer = |token: &Range<usize>| token.len() > one.len() + ARTICLE;
    let named = marks
        .citations
        .iter()
        .any(|citation| has(&citation.token) && is_longer(&citation.token));
    defined || named || marks.quotations.iter().any(has)
}
