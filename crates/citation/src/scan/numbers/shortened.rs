//! Short ways in which notes, talking points and submissions cite resolutions: "see OP 12 of res. 79/169", "UNSC 2331
//! (2016) & 2388", "UNGA 70/1".
//!
//! "High res 40/34" and the sessions in "HRC 50/51" look the same, so the word before and the number have to speak for
//! a resolution.

use memchr::memmem;

use super::bare::is_known_alone;
use super::forms::{self, NumberForm};
use crate::Body;
use crate::scan::{cursor, looked_at};

/// Words behind which "res." is no measure of pictures and no journal.
const BEFORE: [&str; 43] = [
    "adopt",
    "adopted",
    "adopting",
    "adopts",
    "also",
    "and",
    "as",
    "by",
    "cf",
    "cited",
    "citing",
    "endorsed",
    "following",
    "from",
    "implement",
    "implementing",
    "in",
    "its",
    "of",
    "on",
    "or",
    "our",
    "per",
    "reaffirming",
    "recall",
    "recalled",
    "recalling",
    "recalls",
    "see",
    "since",
    "supporting",
    "than",
    "that",
    "the",
    "their",
    "this",
    "through",
    "to",
    "under",
    "via",
    "viz",
    "with",
    "eg",
];

/// Whether "res." behind the white space or parenthesis at `start`, with `end` behind it, is a resolution though no
/// organ is named before it: a word that may speak of one or none stands before it, and its number follows.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let at = cursor::skip_space(text, end);
    let Some(number) = forms::at(text, at, || None) else {
        return false;
    };
    let before = text[..=start].trim_end();
    let letters = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = before[before.len() - letters..].to_ascii_lowercase();
    let follows = if letters == 0 {
        !before.ends_with(|c: char| c.is_alphanumeric() || "-/.".contains(c))
    } else {
        BEFORE.contains(&word.as_str())
    };
    follows
        && match number.form {
            NumberForm::Parenthesis => true,
            NumberForm::Stroke => {
                Stroked::of(&text[at..number.end]).is_some_and(|number| number.has_term())
            }
            // "High res. 2400" has no such word before it.
            NumberForm::Bare => letters > 0 && is_known_alone(&text[at..number.end]),
            _ => false,
        }
}

/// Whether the number behind the acronym of a body, at `end`, is that of its resolution and no count of sessions, no
/// day and no share: "UNGA 9/11", "HRC 50/51".
pub(super) fn is_numbered(text: &str, end: usize, body: &str) -> bool {
    let at = cursor::skip_space(text, end);
    let Some(number) = forms::at(text, at, || None) else {
        return false;
    };
    let written = &text[at..number.end];
    match number.form {
        NumberForm::Parenthesis => true,
        NumberForm::Bare => body == Body::SECURITY_COUNCIL && is_known_alone(written),
        NumberForm::Stroke => {
            Stroked::of(written).is_some_and(|number| number.may_be_of(body))
                && !(body == Body::HUMAN_RIGHTS_COUNCIL && is_committees(text, at))
        }
        _ => false,
    }
}

/// Whether "HRC" before the number at `at` is the Human Rights Committee, which has the letters of the Council and is
/// named before.
fn is_committees(text: &str, at: usize) -> bool {
    /// So far before its letters it may be named, in bytes.
    const REACH: usize = 2_000;
    let floor = text.floor_char_boundary(at.saturating_sub(REACH));
    looked_at::count(at - floor);
    memmem::find(&text.as_bytes()[floor..at], b"Rights Committee").is_some()
}

/// The session or year and the number of "47/12".
struct Stroked {
    term: u32,
    number: u32,
}

impl Stroked {
    /// `None` for special sessions and lettered numbers, which nothing else is like.
    fn of(written: &str) -> Option<Self> {
        let (term, number) = written.split_once('/')?;
        Some(Self {
            term: term.parse().ok()?,
            number: number.parse().ok()?,
        })
    }

    /// Whether it begins with a session or a year of the United Nations.
    fn has_term(&self) -> bool {
        matches!(self.term, 1..100 | 1946..2100)
    }

    /// Whether it may be a resolution of the body whose acronym stands before it.
    fn may_be_of(&self, body: &str) -> bool {
        let is_range = self.number == self.term + 1 || self.number == (self.term + 1) % 100;
        let fits = match body {
            // The Assembly writes its resolutions so from the thirty-first session on.
            Body::GENERAL_ASSEMBLY => matches!(self.term, 31..100) && self.number < 400,
            // No session of the Council has adopted as many.
            Body::HUMAN_RIGHTS_COUNCIL => self.term < 100 && self.number <= 45,
            // Its decisions of a year are counted from 201.
            Body::ECONOMIC_AND_SOCIAL_COUNCIL => {
                matches!(self.term, 1978..2100) && self.number <= 200
            }
            // Neither has a session adopted more, nor has the Assembly held more.
            "UNEP/EA" => matches!(self.term, 1..10) && self.number <= 30,
            "E/CN.7" => matches!(self.term, 40..90) && self.number <= 25,
            "E/CN.6" => matches!(self.term, 40..90) && self.number <= 10,
            _ => false,
        };
        fits && !is_range
    }
}

/// Where the numbers of the Security Council begin that stand alone in the parenthesis at `at`: "the WPS resolutions
/// (1325, 1820 and 1888)".
pub(super) fn in_parentheses(text: &str, at: usize) -> Option<usize> {
    let first = cursor::word(text, at, "(")?;
    let digits = cursor::digits(text, first);
    let goes_on = text[first + digits.len()..].starts_with(',')
        || text[first + digits.len()..].starts_with(" and ");
    (goes_on && is_known_alone(digits)).then_some(first)
}
