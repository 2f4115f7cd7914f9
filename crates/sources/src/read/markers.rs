//! What a line begins and ends with: numbers and bracketed letters of paragraphs, headings of annexes,
//! the stop behind which a new paragraph may begin.

use crate::label::{letter, roman};

/// A line without the marks of Markdown before its number.
pub(super) fn plain(text: &str) -> &str {
    let text = text.trim_start_matches('>').trim_start();
    let bare = text
        .strip_prefix("- ")
        .or_else(|| text.strip_prefix("* "))
        .unwrap_or(text);
    let bare = without_stars(bare.trim_start());
    if number_marker(bare).is_some() || step_marker(bare).is_some() {
        bare
    } else {
        text
    }
}

/// A text without the marks of bold type at its beginning.
pub(super) fn without_stars(text: &str) -> &str {
    let mut text = text;
    while let Some(rest) = text.strip_prefix("**") {
        text = rest;
    }
    text
}

/// `15. Requests`, `15\. Requests`, `15.** Requests`, or `15.` alone.
pub(super) fn number_marker(text: &str) -> Option<(usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let rest = text[digits..].trim_start_matches('\\').strip_prefix('.')?;
    let rest = without_stars(rest);
    let number = text[..digits].parse().ok()?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| (number, rest.trim_start()))
}

/// `(a) Calls upon`, `(iv) To report`, or `(a)` alone.
pub(super) fn step_marker(text: &str) -> Option<(&str, &str)> {
    let (step, rest) = text.strip_prefix('(')?.split_once(')')?;
    let small = step.bytes().all(|byte| byte.is_ascii_lowercase());
    if !small
        || step.is_empty()
        || step.len() > 5
        || (letter(step).is_none() && roman(step).is_none())
    {
        return None;
    }
    let rest = without_stars(rest);
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| (step, rest.trim_start()))
}

/// Whether a line belongs to a table of contents: it ends in a page number behind dots or wide space.
pub(super) fn is_contents(text: &str) -> bool {
    let bare = text.trim_end_matches(|last: char| last.is_ascii_digit());
    let number = text.len() - bare.len();
    (1..=3).contains(&number)
        && (bare.ends_with("   ")
            || bare.trim_end().ends_with("..")
            || bare.trim_end().ends_with('\u{2026}')
            || bare.trim_end().ends_with(". ."))
}

/// Whether a paragraph may begin with this character.
pub(super) fn begins_sentence(first: char) -> bool {
    first.is_uppercase() || !(first.is_alphanumeric() || ",;:.".contains(first))
}

/// "Annex", "Annex II", "Appendix": the part of the heading after the word "annex".
pub(super) fn annex_heading(text: &str) -> Option<&str> {
    let text = text.trim_matches(['#', '*', ' ', ':']);
    if text == "Appendix" || text == "Enclosure" {
        return Some("appendix");
    }
    let which = text.strip_prefix("Annex")?;
    let short = which.len() <= 6
        && which
            .trim()
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    (which.is_empty() || (which.starts_with(' ') && short)).then(|| which.trim())
}

/// Text without a footnote figure at its end.
fn without_note(text: &str) -> &str {
    let text = text.trim_end();
    let bare = text
        .trim_end_matches(|last: char| last.is_ascii_digit())
        .trim_end();
    if text.len() - bare.len() <= 4 {
        bare
    } else {
        text
    }
}

/// Whether text comes to a full stop or a semicolon, behind which a new paragraph may begin.
pub(super) fn ends_complete(text: &str) -> bool {
    let text = without_note(text);
    let text = text
        .strip_suffix(" and")
        .or_else(|| text.strip_suffix(" or"))
        .unwrap_or(text)
        .trim_end_matches(['\u{201d}', '"', ')', '*', '_', '\u{2019}']);
    text.ends_with([';', '.', '?'])
}

/// Whether text ends as a paragraph or chapeau does.
pub(super) fn ends_clause(text: &str) -> bool {
    ends_complete(text)
        || without_note(text)
            .trim_end_matches(['*', '_'])
            .ends_with([',', ':'])
}
