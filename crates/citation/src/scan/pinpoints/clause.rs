//! The place behind words that tell of an instrument when and by whom it was adopted: "the Lomé Declaration, adopted in
//! 2001, paragraphs 4 to 6", "Convention No. 190, of the International Labour Organization, article 1".

use super::after;
use crate::Pinpoint;
use crate::scan::{bodies, cursor, dates};

/// What is done to an instrument in the year that follows.
const DONE: [&str; 10] = [
    "adopted",
    "amended",
    "as amended",
    "as revised",
    "concluded",
    "done",
    "opened for signature",
    "proclaimed",
    "revised",
    "signed",
];

/// The longest such clause up to its year, in bytes.
const LONGEST: usize = 100;

/// Whose conventions go by a number, and are said to be so in the Editorial Manual.
const OWNERS: [&str; 2] = ["the International Labour Organization", "the ILO"];

/// The place behind the clause that begins behind the instrument which ends at `at`.
pub(crate) fn behind_clause(text: &str, at: usize) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, at);
    let mark = *text.as_bytes().get(next)?;
    let end = match mark {
        b',' | b'(' => {
            let start = cursor::skip_space(text, next + 1);
            let owned = || (mark == b',').then(|| behind_owner(text, start))?;
            behind_year(text, start, mark == b'(').or_else(owned)?
        }
        b'o' => behind_owner(text, next)?,
        _ => return None,
    };
    after(text, cursor::skip_note(text, end))
}

/// The offset behind "adopted by the Conference in 2017" at `at`, or "1991 Act" in parentheses.
fn behind_year(text: &str, at: usize, is_opened: bool) -> Option<usize> {
    let end = match cursor::any_word(text, at, &DONE) {
        Some(done) => year_within(text, done)?,
        None if is_opened && cursor::digits(text, at).len() == 4 => {
            cursor::word(text, cursor::skip_space(text, at + 4), "Act")?
        }
        None => return None,
    };
    if is_opened {
        return cursor::word(text, end, ")");
    }
    Some(end)
}

/// The offset behind the year that the plain words from `at` on end with: " by the Conference in 2017".
fn year_within(text: &str, at: usize) -> Option<usize> {
    let limit = text.floor_char_boundary(text.len().min(at + LONGEST));
    let is_plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '-' | '\'');
    let rest = &text[at..limit];
    let words = &rest[..rest.find(|c| !is_plain(c)).unwrap_or(rest.len())];
    let words = words.trim_end();
    let head = words.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = words[head.len()..].parse().ok();
    let is_year =
        matches!(year, Some(1800_u16..2100)) && !head.contains(|c: char| c.is_ascii_digit());
    let is_told = cursor::ends_with_word(head, &["in", "of"]);
    (is_year && is_told).then_some(at + words.len())
}

fn behind_owner(text: &str, at: usize) -> Option<usize> {
    let of = cursor::skip_space(text, cursor::word(text, at, "of")?);
    let known = || bodies::author_behind(text, at).map(|(_, end)| end);
    let end = cursor::any_word(text, of, &OWNERS).or_else(known)?;
    let date = dates::after(text, end);
    Some(date.map_or(end, |(_, end)| end))
}
