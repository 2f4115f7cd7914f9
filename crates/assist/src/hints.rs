//! Inlay hints: behind a bare number or symbol, when the document was adopted and what it is about.
//!
//! They make a text wider, so editors show them only where the drafter asks for them; and not where the
//! text says the same itself.

use std::ops::Range;

use resolve::{Existence, Resolved};
use sources::Source;

use crate::under;

/// Longest title that is shown, in characters.
const LONGEST: usize = 48;

/// A hint behind a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it is shown, byte offset in the draft.
    pub offset: usize,
    /// What it says: `20 December 2012, Protection of migrants`.
    pub label: String,
    /// The title in full.
    pub tooltip: String,
}

/// The hints inside `range` of a draft, in text order.
pub fn hints(resolved: &Resolved, range: Range<usize>) -> Vec<Hint> {
    let references = resolved.references.iter();
    let inside = references.filter(|reference| {
        range.start <= reference.token.start && reference.token.end <= range.end
    });
    inside
        .filter(|reference| reference.existence >= Existence::Exists && !reference.is_own)
        .filter_map(|reference| {
            let source = reference.source.as_deref()?;
            let words = under::words(&resolved.draft, &reference.token);
            let date = source.date.filter(|_| reference.date.is_none());
            let title = Some(&*source.title)
                .filter(|title| reference.title.is_none() && !says(source, title, &words));
            let title = title?;
            let label = match date {
                Some(date) => format!("{}, {}", date.in_prose(), short(title)),
                None => short(title),
            };
            Some(Hint {
                offset: reference.token.end,
                label,
                tooltip: title.to_owned(),
            })
        })
        .collect()
}

/// Whether the words of a reference are a title of the source already.
fn says(source: &Source, title: &str, words: &str) -> bool {
    let same = |one: &str| one.eq_ignore_ascii_case(words.trim());
    same(title) || source.short_titles.iter().any(|short| same(short))
}

/// As many whole words as fit.
fn short(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let end = title
        .char_indices()
        .nth(LONGEST)
        .map_or(title.len(), |(at, _)| at);
    let whole = title[..end].rfind(' ').unwrap_or(end);
    format!("{}…", title[..whole].trim_end_matches([',', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &[&str]) {
        let drawn = Drawn::markdown(drawing);
        let length = drawn.resolved.draft.rope().len_bytes();
        let lines: Vec<String> = hints(&drawn.resolved, 0..length)
            .into_iter()
            .map(|hint| hint.label)
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_bare_number_says_its_date_and_title() {
        check(
            r"
Recalling resolutions 67/172 and 68/4 of 3 October 2013,
                      ^^^^^^ held A/RES/67/172
                                 ^^^^ held A/RES/68/4
                                         ^^^^^^^^^^^^^^ stated 2013-10-03
",
            &[
                "20 December 2012, Protection of migrants",
                "Declaration of the High-level Dialogue",
            ],
        );
    }

    #[test]
    fn what_the_text_says_itself_and_what_is_not_held_has_none() {
        check(
            r"
The Convention on the Rights of the Child, A/99/1 and A/RES/67/172
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ held Convention on the Rights of the Child
                                           ^^^^^^ unknown A/99/1
                                                      ^^^^^^^^^^^^ held A/RES/67/172
                                                      ^^^^^^^^^^^^ own
",
            &[],
        );
    }

    #[test]
    fn long_titles_end_with_a_whole_word() {
        assert_eq!(
            short("Human rights and unilateral coercive measures in times of trade"),
            "Human rights and unilateral coercive measures…"
        );
    }
}
