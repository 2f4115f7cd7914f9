//! The shapes of single components: how far one reaches, and what it can be.

use super::number::digits;

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
            // A hyphen joins numbers or a special session; before letters it joins two symbols.
            b'-' => between_digits() || matches!(&text[..length], "S" | "ES"),
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

pub(crate) fn is_number(text: &str) -> bool {
    let mut groups = text.split(['-', ',', '&']);
    groups.all(|group| (1..=6).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit()))
}

pub(crate) fn special_session(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let number = upper
        .strip_prefix("ES-")
        .or_else(|| upper.strip_prefix("S-"))?;
    digits(number, 2).filter(|found| found.len() == number.len())?;
    Some(upper)
}

pub(crate) fn is_capital_word(text: &str) -> bool {
    (1..=12).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && (text.bytes().all(|byte| byte.is_ascii_uppercase()) || text.starts_with("WG"))
}

pub(crate) fn is_title_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
        && text.bytes().filter(u8::is_ascii_alphabetic).count() > 1
}

pub(crate) fn parenthesised_number(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?;
    let number = digits(inner, 2)?;
    inner[number.len()..]
        .starts_with(')')
        .then(|| &text[..number.len() + 2])
}
