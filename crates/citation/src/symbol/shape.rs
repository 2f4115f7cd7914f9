//! The shapes of single components: how far one reaches, and what it can be.

use super::number::digits;
use crate::Roman;

/// The letters and figures at the start of `text`, where no mark follows with which a component may go on: most
/// components are nothing else.
pub(crate) fn plain_run(text: &str) -> Option<&str> {
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric);
    let length = letters.count();
    let goes_on = matches!(text.as_bytes().get(length), Some(b'.' | b'-' | b',' | b'&'));
    (!goes_on).then(|| &text[..length])
}

/// The number of bytes that may belong to a component.
pub(crate) fn run_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let next_is_alphanumeric = || bytes.get(length + 1).is_some_and(u8::is_ascii_alphanumeric);
        let between_digits = || {
            length > 0
                && bytes[length - 1].is_ascii_digit()
                && bytes.get(length + 1).is_some_and(u8::is_ascii_digit)
        };
        let belongs = match byte {
            byte if byte.is_ascii_alphanumeric() => true,
            b'.' => next_is_alphanumeric(),
            // A hyphen joins numbers, a special session or COP-MOP; before other letters it joins two
            // symbols.
            b'-' => between_digits() || matches!(&text[..length], "S" | "ES" | "s" | "es" | "COP"),
            // Joined communications: 1461,1462,1476&1477/2006.
            b',' | b'&' => between_digits() && joined_communications(&text[length..]),
            _ => false,
        };
        if !belongs {
            break;
        }
        length += 1;
    }
    length
}

fn joined_communications(text: &str) -> bool {
    let run = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'&'))
        .count();
    let year = text[run..]
        .strip_prefix('/')
        .and_then(|rest| digits(rest, 4));
    year.is_some_and(|year| year.len() == 4)
}

/// `67`, a rising run `21-22`, joined numbers `1461,1462`.
pub(crate) fn is_number(text: &str) -> bool {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (1..=6).contains(&text.len());
    }
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let mut groups = text.split(['-', ',', '&']);
    let counted = groups
        .all(|group| (1..=6).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit()));
    counted && is_rising(text)
}

/// A number with the letter that some organizations give an issue of a document: `5-A`, `2681-P`, `10E`. Without a
/// hyphen no letter counts that is taken for a figure.
pub(crate) fn is_lettered_number(text: &str) -> bool {
    let Some(number) = text.strip_suffix(|c: char| c.is_ascii_uppercase()) else {
        return false;
    };
    match number.strip_suffix('-') {
        Some(number) => is_number(number),
        None => is_number(number) && !text.ends_with(['O', 'I', 'L', 'S', 'B', 'Z', 'G', 'Q']),
    }
}

/// The component `raw` at the start of `text`, with the hyphen and letter of an issue behind its number. A letter
/// that goes on as an organ does begins the other half of a double symbol: `12-E/2020/3`.
pub(crate) fn with_letter<'t>(text: &'t str, raw: &'t str) -> &'t str {
    let end = raw.len() + 2;
    let (Some([b'-', letter]), true) = (
        text.as_bytes().get(raw.len()..end),
        raw.ends_with(|c: char| c.is_ascii_digit()),
    ) else {
        return raw;
    };
    let behind = &text[end..];
    // A line may end before the stroke.
    let is_issue = match behind.trim_start_matches(['\r', '\n']).strip_prefix('/') {
        Some(next) => ["Rev.", "Add.", "Corr."]
            .iter()
            .any(|stem| next.starts_with(stem)),
        None => !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-'),
    };
    if letter.is_ascii_uppercase() && is_issue {
        &text[..end]
    } else {
        raw
    }
}

/// Whether the run `text` rises from its first number to its last; what is no run does.
fn is_rising(text: &str) -> bool {
    let Some((first, last)) = text.split_once('-') else {
        return true;
    };
    let value = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
    value(first) < value(last)
}

/// A number alone, not a run, that does not begin with nought.
pub(crate) fn is_plain_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0')
}

/// `S-10`, `ES-10`, in either case.
pub(crate) fn is_special_session(text: &str) -> bool {
    if !text.starts_with(['S', 'E', 's', 'e']) {
        return false;
    }
    let Some((kind, number)) = text.split_once('-') else {
        return false;
    };
    let known = kind.eq_ignore_ascii_case("S") || kind.eq_ignore_ascii_case("ES");
    known && digits(number, 2).is_some_and(|found| found.len() == number.len())
}

/// Up to twelve capitals, hyphens between them included, or the name of a working group with its figures (`WG8J`).
pub(crate) fn is_capital_word(text: &str) -> bool {
    (1..=12).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && (text.bytes().all(|byte| !byte.is_ascii_digit())
            || text.starts_with("WG")
            || is_numbered_word(text))
}

/// `COP12`, `DS58`: a word of capitals with its number, which some organizations write without a full stop.
fn is_numbered_word(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let figures = text.len() - word.len();
    word.len() > 1 && (1..=3).contains(&figures) && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// The code of a country, a Roman numeral or another word: what may stand in a strict series although
/// no table lists it.
pub(crate) fn is_unlisted_word(text: &str) -> bool {
    let letters = text.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && ((2..=12).contains(&text.len()) || Roman::parse(text).is_some())
}

/// A word that begins with a capital, stops inside it included: `OzL.Pro`, `MP.PP`.
pub(crate) fn is_title_word(text: &str) -> bool {
    let piece = |piece: &str| {
        let letters = piece.starts_with(|c: char| c.is_ascii_alphabetic());
        let digits = piece.bytes().all(|byte| byte.is_ascii_digit());
        !piece.is_empty() && (letters || digits) && piece.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
    // "Pro.28" alone is a stem and a number, which a table lists.
    let numbered = stem.ends_with('.') && stem.matches('.').count() == 1;
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.split('.').all(piece)
        && !numbered
        && text.bytes().filter(u8::is_ascii_alphabetic).count() > 1
}

/// The session in parentheses at the start of `text`: `(15)`.
pub(crate) fn parenthesised_number(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?;
    let length = inner.bytes().take(9).position(|byte| byte == b')')?;
    let session = &inner[..length];
    let numeral = session.strip_prefix("S-").unwrap_or(session);
    let is_session = digits(session, 2) == Some(session) || Roman::parse(numeral).is_some();
    is_session.then(|| &text[..length + 2])
}
