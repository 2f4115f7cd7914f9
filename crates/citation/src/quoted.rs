//! Words in quotation marks, by their opening mark: where the title ends that stands behind "entitled".
//!
//! A closing mark may be an apostrophe as well ("States' duties"), and titles have titles inside them. In folded
//! text all marks beyond ASCII look the same.

use std::ops::Range;

use crate::normalise::OTHER;
use crate::title_words::{self, Words};

/// The longest words in quotation marks, in bytes.
const LONGEST: usize = 400;

/// Opening marks, each with what closes it.
const MARKS: [(char, char); 6] = [
    ('\u{201C}', '\u{201D}'),
    ('"', '"'),
    ('\u{2018}', '\u{2019}'),
    ('\u{AB}', '\u{BB}'),
    ('\'', '\''),
    (OTHER, OTHER),
];

/// Words that go on behind a quotation.
static FOLLOWERS: Words = Words::new(|| title_words::of_role("follows"));

/// The words in quotation marks that the mark at the byte `at` of `text` opens, without the marks; `None` where
/// no mark stands there, or none closes it within 400 bytes.
pub fn quoted(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let opening = rest.chars().next()?;
    let (_, closing) = MARKS.iter().find(|(mark, _)| *mark == opening)?;
    let start = at + opening.len_utf8();
    let words = &text[start..];
    let marks = words
        .char_indices()
        .take_while(|(place, _)| *place < LONGEST);
    let mut inside = 0_usize;
    for (place, mark) in marks {
        let behind = &words[place + mark.len_utf8()..];
        if mark == *closing && !is_apostrophe(mark, &words[..place], behind) {
            if inside == 0 {
                return Some(start..start + place);
            }
            inside -= 1;
        } else if mark == opening && opens(&words[..place], behind) {
            inside += 1;
        }
    }
    None
}

/// Whether a mark between `before` and `behind` opens a quotation of its own.
fn opens(before: &str, behind: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == crate::normalise::LETTER;
    before.ends_with([' ', '\n', '(']) && behind.starts_with(is_letter)
}

/// Whether the closing mark between `before` and `behind` is an apostrophe: one between letters, or one behind the
/// "s" of an owner while another mark follows to close the quotation.
fn is_apostrophe(mark: char, before: &str, behind: &str) -> bool {
    if !matches!(mark, '\'' | '\u{2019}' | OTHER) {
        return false;
    }
    if behind.starts_with(|c: char| c.is_alphabetic() || c == crate::normalise::LETTER) {
        return true;
    }
    let owned = |rest: &str| {
        let word = rest.split(|c: char| !c.is_ascii_alphabetic()).next();
        rest.starts_with(|c: char| c.is_ascii_lowercase())
            && !word.is_some_and(|word| FOLLOWERS.contains(&word))
    };
    // A mark that no quotation reaches closes none.
    let closes = |rest: &str| {
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let next = near.find(['.', ';', mark]);
        next.is_some_and(|at| near[at..].starts_with(mark))
    };
    before.ends_with('s') && behind.strip_prefix(' ').is_some_and(owned) && closes(behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::Folded;

    #[track_caller]
    fn reads(text: &str, wanted: Option<&str>) {
        assert_eq!(quoted(text, 0).map(|range| &text[range]), wanted, "{text}");
        let folded = Folded::new(text);
        let found = quoted(folded.text(), 0)
            .map(|range| &text[folded.original(range.start)..folded.original(range.end)]);
        assert_eq!(found, wanted, "{text}, folded");
    }

    #[test]
    fn a_quotation_ends_with_its_own_mark() {
        for (text, words) in [
            ("“Our rivers, our life”, which", "Our rivers, our life"),
            ("\"States’ duties in peace\" and", "States’ duties in peace"),
            (
                "“The Yaoundé plan for a fête”.",
                "The Yaoundé plan for a fête",
            ),
            (
                "“Peoples’ internal affairs” of",
                "Peoples’ internal affairs",
            ),
            (
                "“The report entitled ‘On the way’ and after” in",
                "The report entitled ‘On the way’ and after",
            ),
            ("‘Women’s work’ and", "Women’s work"),
            ("“Rivers” in the States’ view", "Rivers"),
            ("“The “Éclair” plan” of", "The “Éclair” plan"),
            ("“Duties of States” in “old” times", "Duties of States"),
            (
                "“Duties of States” and the owners’ part",
                "Duties of States",
            ),
        ] {
            reads(text, Some(words));
        }
    }

    #[test]
    fn nothing_is_quoted_without_both_marks() {
        for text in ["", "words", "“never closed", "(in brackets)", "“ab’s"] {
            reads(text, None);
        }
        let long = format!("“{}”", "very ".repeat(100));
        reads(&long, None);
    }
}
