//! Titles in quotation marks behind the noun that says what they are: the declaration entitled "Our ocean, our
//! future: call for action", the documents entitled "…" and "…".
//!
//! Only a noun for an outcome counts: agenda items, resolutions, reports and sections have titles as well, and
//! these name no instrument.

use std::ops::Range;

use super::Family;
use crate::normalise::OTHER;
use crate::quoted::quoted;
use crate::scan::cursor;
use crate::scan::instruments::citation;
use crate::title_words::{self, Words};
use crate::{Citation, Form, Kind, sentences};

/// Titles behind "entitled".
pub(super) struct QuotedTitles;

/// Nouns right before "entitled" whose titles name an instrument.
static NOUNS: Words = Words::new(|| title_words::of_role("entitled"));

/// How an outcome is introduced whose conference stands before its title: "the outcome document of the special
/// session on children, entitled".
static OUTCOMES: Words = Words::new(|| title_words::of_role("outcome"));

/// How far before "entitled" the outcome may be introduced, in bytes.
const REACH: usize = 200;

/// The most titles that one noun has.
const MOST: usize = 4;

impl Family for QuotedTitles {
    fn anchors(&self) -> &'static [&'static str] {
        // The whole word begins like too many others to be searched for.
        &["itled"]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Some(start) = text[..anchor.end].strip_suffix("entitled").map(str::len) else {
            return;
        };
        if !is_outcome(text, start) {
            return;
        }
        let mut next = cursor::skip_space(text, anchor.end);
        for _ in 0..MOST {
            let Some((token, behind)) = title(text, next) else {
                return;
            };
            let noun = token.start..token.start;
            let form = Form::Title { noun };
            found.push(citation(text, token, Kind::Named, form));
            let noted = cursor::skip_note(text, behind);
            let Some(and) = cursor::word(text, cursor::skip_space(text, noted), "and") else {
                return;
            };
            next = cursor::skip_space(text, and);
        }
    }
}

/// Whether the words before "entitled" at `at` name an outcome.
fn is_outcome(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end();
    let comma = head.ends_with(',');
    let head = head.trim_end_matches(',').len();
    let noun = text[..head]
        .rsplit(|c: char| !c.is_ascii_alphabetic())
        .next();
    if noun.is_some_and(|noun| NOUNS.contains(&noun)) {
        return true;
    }
    if !comma {
        return false;
    }
    let floor = sentences::start(text, head, REACH);
    let words: Vec<&str> = text[floor..head].split_ascii_whitespace().collect();
    let words = words.join(" ");
    // Behind a number the title is the resolution's.
    let opened = OUTCOMES.iter().filter_map(|opening| words.rfind(opening));
    opened
        .max()
        .is_some_and(|start| !words[start..].contains(['/', OTHER, '"']))
}

/// The title in quotation marks at `at`, and the offset behind the closing mark.
fn title(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let range = quoted(text, at)?;
    let words = &text[range.clone()];
    let is_title =
        words.starts_with(|c: char| c.is_ascii_uppercase()) && words.contains([' ', '\n']);
    let behind = range.end + 1;
    is_title.then_some((range, behind))
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds_titles as finds;

    #[test]
    fn outcomes_are_read_by_their_title() {
        finds(
            "Recalling the declaration entitled “Our rivers, our life: a call”, which",
            &["Our rivers, our life: a call"],
        );
        finds(
            "the documents entitled “Review of the operation” and “Improving the process”,4",
            &["Review of the operation", "Improving the process"],
        );
        finds(
            "the outcome document of the special session on forests, entitled “Woods fit for all”,5 in which",
            &["Woods fit for all"],
        );
        finds(
            "the document entitled \"States’ duties in peace\" adopted",
            &["States’ duties in peace"],
        );
        finds(
            "the declaration entitled “Duties’ internal order: the Yaoundé plan for all”, and",
            &["Duties’ internal order: the Yaoundé plan for all"],
        );
    }

    #[test]
    fn titles_of_other_papers_are_silent() {
        for text in [
            "the item entitled “General and complete disarmament”, the",
            "its resolution 66/288 of 27 July 2012, entitled “The way we go”, in",
            "the outcome document of the session, resolution 60/1, entitled “The way we go”,",
            "his report entitled “On the way”, and",
            "the document entitled the plan",
            "the context entitled “The way we go”",
            "the declaration entitled “peace”",
        ] {
            finds(text, &[]);
        }
    }
}
