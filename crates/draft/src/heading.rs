//! Headings: the outline of a draft, and what a heading looks like in plain text.

use std::ops::Range;

use citation::Roman;
use layout::begins_with_year;

use crate::{Block, BlockKind};

/// A heading of a draft, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineHeading {
    /// 1 to 6; 1 is the outermost.
    pub level: u8,
    /// The words without markup, on one line.
    pub title: String,
    /// Byte range in the draft.
    pub span: Range<usize>,
}

/// Longest heading in plain text, in bytes.
const LONGEST: usize = 120;

/// Longest label of a heading, in bytes: no Roman numeral has more letters.
const LONGEST_LABEL: usize = 15;

/// Headings without a number that reports and resolutions have.
const UNNUMBERED: [&str; 12] = [
    "Acknowledgements",
    "Annex",
    "Appendix",
    "Background",
    "Conclusion",
    "Conclusions",
    "Contents",
    "Executive summary",
    "Foreword",
    "Introduction",
    "Recommendations",
    "Summary",
];

/// The heading that `block` is; `text` is the block's text.
pub(crate) fn of_block(block: &Block<'_>, text: &str) -> Option<OutlineHeading> {
    let BlockKind::Heading(level) = block.kind else {
        return None;
    };
    Some(OutlineHeading {
        level,
        title: title(text),
        span: block.span.clone(),
    })
}

/// The words of a heading without Markdown's marks.
fn title(text: &str) -> String {
    let mut lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).collect();
    let underline = |line: &&str| {
        !line.is_empty() && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
    };
    if lines.len() > 1 && lines.last().is_some_and(underline) {
        lines.pop();
    }
    let words = lines.join(" ");
    let bare = match words.trim_start_matches('#') {
        rest if rest.len() == words.len() => rest,
        rest => rest.trim_end().trim_end_matches('#'),
    };
    let plain: String = bare
        .chars()
        .filter(|mark| !matches!(mark, '*' | '`'))
        .collect();
    citation::single_spaced(&plain).into_owned()
}

/// The level of a line that stands alone in plain text, if it is a heading: `II. Mandate` 1,
/// `A. General` 2, `1. State assistance` 3, a line in capitals 1.
pub(crate) fn plain_level(line: &str) -> Option<u8> {
    let line = line.trim();
    // Most lines of a text go on with a small letter, as no heading begins.
    if line.starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    if line.is_empty() || line.len() > LONGEST || line.ends_with(['.', ',', ';', ':', '?', '!']) {
        return None;
    }
    let unnumbered = |known: &&str| {
        // Mostly the first letter tells that it is none of them.
        let begins = line.as_bytes().first() == known.as_bytes().first();
        let rest = begins.then(|| line.strip_prefix(*known)).flatten();
        rest.is_some_and(|rest| {
            rest.is_empty() || (rest.starts_with(' ') && Roman::parse(rest.trim()).is_some())
        })
    };
    if UNNUMBERED.iter().any(unnumbered) {
        return Some(1);
    }
    let mut near = line.bytes().take(LONGEST_LABEL + 1);
    let stop = near.position(|byte| byte == b'.');
    if let Some((label, rest)) = stop.map(|stop| (&line[..stop], &line[stop + 1..]))
        && rest.starts_with([' ', '\t'])
        && rest.trim_start().starts_with(char::is_uppercase)
        && let Some(level) = label_level(label)
        && rest.split_whitespace().count() <= 14
    {
        return Some(level);
    }
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    // Mostly the second letter is a small one.
    let capitals = letters().all(char::is_uppercase) && letters().count() >= 4;
    (capitals && line.contains(' ') && !line.contains('/')).then_some(1)
}

fn label_level(label: &str) -> Option<u8> {
    // No text has a hundred chapters: C, D, L and M alone are letters.
    let letter = matches!(label, "C" | "D" | "L" | "M");
    if !letter && Roman::parse(label).is_some() {
        return Some(1);
    }
    match label.as_bytes() {
        [letter] if letter.is_ascii_uppercase() => Some(2),
        [_] | [_, _] if label.bytes().all(|byte| byte.is_ascii_digit()) => Some(3),
        _ => None,
    }
}

/// The level of the title line of a resolution: `67/172. Protection of migrants`.
pub(crate) fn resolution_title(line: &str) -> Option<u8> {
    title_words(line).map(|_| 1)
}

/// The title in the title line of a resolution.
pub(crate) fn title_words(line: &str) -> Option<&str> {
    // Of most lines the first letter tells that they are none.
    let first = line.trim_start().bytes().next()?;
    if !first.is_ascii_digit() && first != b'E' && first != b'S' {
        return None;
    }
    let (number, title) = line.trim().split_once(". ")?;
    let (session, number) = number.split_once('/')?;
    let number = number.split(' ').next()?;
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let session = session
        .strip_prefix("ES-")
        .or_else(|| session.strip_prefix("S-"))
        .unwrap_or(session);
    let title = title.trim();
    let begins = title.trim_start_matches(['“', '"']);
    let begins = begins.starts_with(char::is_uppercase) || begins_with_year(begins);
    let shape = figures(session) && figures(number) && begins;
    (shape && session.len() <= 4 && line.len() < 300).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_headings_have_a_level() {
        assert_eq!(plain_level("II. Mandate"), Some(1));
        assert_eq!(plain_level("B. Legal framework"), Some(2));
        assert_eq!(plain_level("C. Support"), Some(2));
        assert_eq!(plain_level("1. State assistance"), Some(3));
        assert_eq!(plain_level("CONCEPT NOTE"), Some(1));
        assert_eq!(plain_level("Annex II"), Some(1));
        assert_eq!(
            plain_level("1. Requests the Secretary-General to report."),
            None
        );
        assert_eq!(plain_level("The General Assembly,"), None);
        assert_eq!(plain_level("A/RES/67/172"), None);
    }

    #[test]
    fn a_resolution_has_a_title_line() {
        let title = title_words("67/172. Protection of migrants");
        assert_eq!(title, Some("Protection of migrants"));
        assert_eq!(title_words("See 67/172. Protection"), None);
        let spaced = title_words(" 67/172.  “Protection” of migrants ");
        assert_eq!(spaced, Some("“Protection” of migrants"));
    }

    #[test]
    fn titles_lose_their_markup() {
        assert_eq!(title("## The *mandate* ##"), "The mandate");
        assert_eq!(title("The mandate\nand more\n---"), "The mandate and more");
    }
}
