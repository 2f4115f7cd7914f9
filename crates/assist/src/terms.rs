//! Terms that a draft defines for itself, "(hereinafter “the Compact”)", where they are used.
//!
//! A term is a word like any other, so a use is taken for one only where it stands by itself: not as a part of a
//! longer name, and not in other people's words.

use std::ops::Range;

use draft::{Block, BlockKind, Draft};

use crate::under;

/// A term that began more bytes ago is not looked for.
const REACH: usize = 256;

/// The term used at `offset`, and its words there; not where it is defined. Costs what the words before `offset` could
/// begin, however many terms the draft has and however often they stand in the block.
pub(crate) fn at(draft: &Draft, offset: usize) -> Option<(Box<str>, Range<usize>)> {
    let block = under::block(draft, offset)?;
    if !may_use_terms(&block) {
        return None;
    }
    let text = draft.words_of(&block);
    let within = offset - block.span.start;
    let starts = (within.saturating_sub(REACH)..=within).filter(|&at| text.is_char_boundary(at));
    let here = starts.flat_map(|start| {
        let letters = first_letters(&text[start..]);
        let terms = match letters {
            "" => &[][..],
            _ => draft.blocks().short_forms(letters),
        };
        terms
            .iter()
            .filter(|term| !term.is_acronym)
            .map(move |term| (&term.short, start))
    });
    // The longest term that stands here: "the Joint Committee" beside "the Committee".
    here.filter_map(|(short, start)| Some((short, start..end_of(&text, start, short)?)))
        .filter(|(_, one)| under::touches(one, within) && is_use(&block, &text, one))
        .max_by_key(|(short, _)| short.len())
        .map(|(short, one)| (Box::from(&**short), under::shifted(&block, &one)))
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

/// The letters that a text begins with; nothing where another sign stands first.
fn first_letters(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

fn first_word(term: &str) -> &str {
    term.split(' ').next().unwrap_or(term)
}

/// Where `term` is used in a block whose words are `text`, counted from its start.
fn used_in(block: &Block<'_>, text: &str, term: &str) -> Vec<Range<usize>> {
    if !may_use_terms(block) || term.is_empty() {
        return Vec::new();
    }
    let begins = text.match_indices(first_word(term));
    begins
        .filter_map(|(start, _)| Some(start..end_of(text, start, term)?))
        .filter(|one| is_use(block, text, one))
        .collect()
}

/// Whether the draft's own words stand in a block: in a quotation a term means what its author meant.
fn may_use_terms(block: &Block<'_>) -> bool {
    block.kind.is_prose() && block.kind != BlockKind::Quotation
}

/// Whether a term is meant by its words.
fn is_use(block: &Block<'_>, text: &str, one: &Range<usize>) -> bool {
    stands_alone(text, one) && !is_otherwise_meant(block, one)
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

/// Whether the word before is that of a name, or a figure. A capital at the beginning of a sentence says nothing.
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
    begins_name(word) && !LEADING.contains(&word)
}

/// Whether a name goes on behind its first words: "Group 1", "Group-A", "Committee against Torture", "Group of 77".
/// A capital behind a term may be the beginning of something else, "the Compact States"; the longer name is believed.
fn goes_on(behind: &str) -> bool {
    const JOINING: [&str; 13] = [
        "of",
        "for",
        "on",
        "against",
        "at",
        "under",
        "to",
        "in",
        "with",
        "between",
        "among",
        "concerning",
        "regarding",
    ];
    const ARTICLES: [&str; 4] = ["the", "all", "a", "an"];
    if let Some(label) = behind.strip_prefix(['-', '\u{2010}', '\u{2011}', '\u{2013}']) {
        return begins_name(label);
    }
    if !behind.starts_with(char::is_whitespace) {
        return false;
    }
    let mut words = behind
        .split_whitespace()
        .map(|word| word.trim_start_matches(['*', '_']));
    let mut next = words.next().unwrap_or_default();
    if begins_name(next) {
        return true;
    }
    if next == "relating" {
        next = words.next().unwrap_or_default();
    }
    if !JOINING.contains(&next) {
        return false;
    }
    // What a figure behind other words counts is no part of the name: "the Compact in 2024".
    let begins = match next {
        "of" => begins_name,
        _ => begins_capital,
    };
    next = words.next().unwrap_or_default();
    if ARTICLES.contains(&next) {
        next = words.next().unwrap_or_default();
    }
    begins(next)
}

fn begins_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
}

fn begins_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn found(drawing: &str) -> Option<(String, String)> {
        let drawn = Drawn::markdown(drawing);
        let (term, range) = at(&drawn.resolved.draft, drawn.cursor)?;
        Some((term.into(), drawn.words(&range)))
    }

    #[test]
    fn the_longest_term_that_stands_here_is_found() {
        let defined =
            "The Contact Group (“the Group”) and the Joint Contact Group (“Joint Group”) met.";
        for (used, term) in [
            ("The Gr$0oup agreed.", "Group"),
            ("The $0Group agreed.", "Group"),
            ("The Group$0’s members agreed.", "Group"),
            ("Every Joint\nGro$0up agreed.", "Joint Group"),
            ("The J$0oint Group agreed.", "Joint Group"),
            (
                "The Group agreed in 2024; the G$0roup left in 2025.",
                "Group",
            ),
        ] {
            let (found, words) = found(&format!("{defined}\n\n{used}\n")).expect(used);
            assert_eq!(found, term, "{used}");
            assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), term);
        }
    }

    #[test]
    fn names_of_others_and_words_of_others_are_no_uses() {
        let defined = "The Contact Group (“the Group”) met.";
        for used in [
            "The Gr$0oup of 77 and China spoke.",
            "The Gr$0oup of the Twenty spoke.",
            "The Gr$0oup against Torture spoke.",
            "The Gr$0oup relating to the Sahel spoke.",
            "The Gr$0oup at Geneva spoke.",
            "States of Gr$0oup A spoke.",
            "States of Gr$0oup 1 spoke.",
            "States of Gr$0oup-1 spoke.",
            "The Working Gr$0oup spoke.",
            "The 77 Gr$0oup spoke.",
            "The $0 Group spoke.",
            "> The Gr$0oup left.",
        ] {
            assert_eq!(found(&format!("{defined}\n\n{used}\n")), None, "{used}");
        }
    }
}
