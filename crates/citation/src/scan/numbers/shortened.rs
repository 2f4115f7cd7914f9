//! Short ways in which notes, talking points and submissions cite resolutions: "see OP 12 of res. 79/169", "UNSC 2331
//! (2016) & 2388", "UNGA 70/1".
//!
//! "High res 40/34" and the sessions in "HRC 50/51" look the same, so the word before or the number has to speak for
//! a resolution.

use super::forms::{self, NumberForm};
use super::list::is_known_alone;
use crate::Body;
use crate::scan::cursor;

/// Words behind which "res." is a measure of pictures.
const OF_PICTURES: [&str; 12] = [
    "display", "full", "hi", "high", "image", "lo", "low", "max", "min", "monitor", "screen",
    "video",
];

/// Whether "res." behind the white space or parenthesis at `start`, with `end` behind it, is a resolution though no
/// organ is named before it: the number of a resolution follows, and the word before speaks of no picture.
pub(super) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let number = cursor::skip_space(text, end);
    let Some(number) = forms::at(text, number, || None) else {
        return false;
    };
    let before = text[..=start].trim_end();
    let letters = before
        .bytes()
        .rev()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let word = before[before.len() - letters..].to_ascii_lowercase();
    let is_joined =
        letters == 0 && before.ends_with(|c: char| c.is_alphanumeric() || "-/.".contains(c));
    let fits = !is_joined && !OF_PICTURES.contains(&word.as_str());
    fits && matches!(number.form, NumberForm::Stroke | NumberForm::Parenthesis)
}

/// Whether the number behind the acronym of a body, at `end`, is that of its resolution and no count of sessions.
pub(super) fn is_numbered(text: &str, end: usize, body: &str) -> bool {
    let at = cursor::skip_space(text, end);
    let Some(number) = forms::at(text, at, || None) else {
        return false;
    };
    let written = &text[at..number.end];
    match number.form {
        NumberForm::Parenthesis => true,
        NumberForm::Bare => body == Body::SECURITY_COUNCIL && is_known_alone(written),
        NumberForm::Stroke if body == Body::SECURITY_COUNCIL => false,
        NumberForm::Stroke => is_no_range(written),
        _ => false,
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

/// Whether "47/12" is no two sessions that follow one another, "50/51", and no decision of the Economic and Social
/// Council, whose decisions are counted from 201: "2022/324".
fn is_no_range(written: &str) -> bool {
    /// Where the Council's decisions of a year begin.
    const DECISIONS: u32 = 201;
    let mut parts = written.split('/').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(session)), Some(Ok(number))) => {
            let is_range = number == session + 1 || number == (session + 1) % 100;
            !(is_range || session > 1000 && number >= DECISIONS)
        }
        _ => true,
    }
}
