//! Places of the draft that its own words refer to, "paragraph 1 above": what stands there.

use std::ops::Range;

use draft::{Dialect, Draft, without_emphasis};
use resolve::Resolved;

use super::Hover;
use super::paragraph::MOST_CHARACTERS;
use crate::{prose, under};

/// The hover of words that refer to numbered places of the draft.
pub(super) fn hover(resolved: &Resolved, offset: usize) -> Option<Hover> {
    let draft = &resolved.draft;
    let (range, places) = under::referred_to(resolved, offset)?;
    let words = prose::escaped(&under::words(draft, &range));
    let mut parts = vec![format!("### {}", capitalized(&words))];
    parts.extend(places.iter().map(|place| quoted(draft, place)));
    Some(Hover {
        range,
        markdown: parts.join("\n\n"),
    })
}

/// What stands at a place, under its line; of a footnote without its label.
pub(super) fn quoted(draft: &Draft, place: &Range<usize>) -> String {
    let line = under::line(draft, place.start);
    let words = under::words(draft, place);
    // Behind the label of a footnote, which is not shown again, a colon or stop is left.
    let words = words.trim_start_matches([':', '.', ' ']);
    let words = match draft.dialect() {
        Dialect::Markdown => without_emphasis(words.trim_start_matches(['#', ' '])),
        Dialect::Plain => words.into(),
    };
    let (number, words) = numbered(&words);
    let words = prose::escaped(&prose::shortened(words, MOST_CHARACTERS));
    format!("Line {line} of this draft:\n\n> {number}{words}")
}

/// The number that a paragraph begins with, as the paragraphs of sources show theirs, and its words: nothing before
/// them that has to be kept from being read as a list, which not every editor hides.
fn numbered(words: &str) -> (String, &str) {
    let words = words.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = words[digits..].strip_prefix(['.', ')']);
    match behind {
        Some(rest) if digits > 0 && rest.starts_with(char::is_whitespace) => {
            let label = &words[..=digits];
            (format!("**{label}** "), rest)
        }
        _ => (String::new(), words),
    }
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests;
