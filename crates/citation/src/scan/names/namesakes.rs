//! Names that two instruments share, of which what stands beside tells the rarer one: "Paris Principles (2007)".

use std::ops::Range;

use crate::Lexicon;
use crate::scan::cursor;

/// A shared name, the year and the word of the subject that tell the rarer instrument, and a name that this has alone.
const NAMESAKES: [(&str, &str, &str, &str); 1] = [(
    "Paris Principles",
    "2007",
    "children",
    "Paris Principles on Children Associated with Armed Forces or Armed Groups",
)];

/// How far behind the name its subject may stand, in bytes.
const REACH: usize = 80;

/// The title of the rarer instrument of the name at `token`, where the words beside it say that it is meant.
pub(super) fn told<'l>(
    plain: &str,
    token: &Range<usize>,
    written: &str,
    lexicon: &'l Lexicon,
) -> Option<&'l std::sync::Arc<str>> {
    let (_, year, subject, title) = NAMESAKES.iter().find(|(name, ..)| *name == written)?;
    let behind = cursor::skip_space(plain, token.end);
    let year_behind = cursor::any_word(plain, behind, &["(", "of"])
        .map(|end| cursor::skip_space(plain, end))
        .is_some_and(|at| plain[at..].starts_with(year));
    let year_before = plain[..token.start].trim_end().ends_with(year);
    let subject_behind = || {
        let on = cursor::word(plain, behind, "on")?;
        let end = plain.floor_char_boundary((on + REACH).min(plain.len()));
        let words = plain[on..end].split(['.', ',', ';', '(']).next()?;
        Some(words.to_ascii_lowercase().contains(subject))
    };
    (year_behind || year_before || subject_behind().unwrap_or(false))
        .then(|| lexicon.title_of(title))?
}
