//! The marks between the components put right: strokes, spaces, and the suffixes' own form.

use crate::symbol::number;

/// A text with its marks put right.
pub(super) struct Tidy {
    pub(super) text: String,
    /// What was put right, in words; `None` where nothing was.
    pub(super) reason: Option<String>,
}

/// The suffixes that are numbered, as they are written.
pub(super) const SUFFIXES: [&str; 4] = ["Add", "Amend", "Corr", "Rev"];

/// Puts one sort of marks right; `None` where they are.
type Step = fn(&str) -> Option<String>;

/// Puts right what leaves no doubt.
pub(super) fn tidied(written: &str) -> Tidy {
    let mut text = written.to_owned();
    let mut reasons: Vec<String> = Vec::new();
    let steps: [(Step, &str); 4] = [
        (leaning, "strokes lean the wrong way"),
        (doubled, "one mark too many"),
        (spaced, "no spaces inside a document symbol"),
        (unseparated, "strokes stand between the components"),
    ];
    for (right, reason) in steps {
        if let Some(better) = right(&text) {
            text = better;
            reasons.push(reason.to_owned());
        }
    }
    let (better, form) = with_suffixes(&text);
    if better != text {
        text = better;
        reasons.push(format!("the suffix is written “/{form}”"));
    }
    let reason = (!reasons.is_empty()).then(|| reasons.join("; "));
    Tidy { text, reason }
}

/// `A\RES\67\172`.
fn leaning(text: &str) -> Option<String> {
    text.contains('\\').then(|| text.replace('\\', "/"))
}

/// `A/RES//67/172`, `CCPR/C/21/Rev.1./Add.9`.
fn doubled(text: &str) -> Option<String> {
    const DOUBLED: [(&str, &str); 4] = [("//", "/"), ("./", "/"), ("/.", "/"), ("..", ".")];
    let marks = text.as_bytes().windows(2);
    if !marks
        .into_iter()
        .any(|pair| pair.iter().all(|byte| b"/.".contains(byte)))
    {
        return None;
    }
    let mut single = text.to_owned();
    for (marks, one) in DOUBLED {
        while single.contains(marks) {
            single = single.replace(marks, one);
        }
    }
    Some(single)
}

/// `A/RES/67 / 172`, `C. 3`: spaces beside strokes and behind full stops. One before a parenthesis or a
/// part letter is right.
fn spaced(text: &str) -> Option<String> {
    if !text.contains(' ') {
        return None;
    }
    let bytes = text.as_bytes();
    let mut tight = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let beside = |byte: &u8| matches!(byte, b'/' | b'.' | b'-');
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let drop = character == ' '
            && (before.is_some_and(beside)
                || bytes.get(at + 1).is_some_and(|b| beside(b) || *b == b' '));
        if !drop {
            tight.push(character);
        }
    }
    (tight != text).then_some(tight)
}

/// `A RES 67 172`, `A/RES/67 172`: spaces where strokes stand.
fn unseparated(text: &str) -> Option<String> {
    if !text.contains(' ') {
        return None;
    }
    let bytes = text.as_bytes();
    let separates = |at: usize| {
        let inside = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let before = text[..at].rsplit(['/', ' ']).next().unwrap_or("");
        let suffix = SUFFIXES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(before));
        // "172 A and B" is a number with its parts.
        let part = number::part(&text[at..]).is_some() || before.len() == 1 && at > 2;
        let small = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase)
            || at > 0 && bytes[at - 1].is_ascii_lowercase();
        let between = inside(bytes.get(at + 1)) && at > 0 && inside(bytes.get(at - 1));
        between && !suffix && !part && !small
    };
    let parted: String = text
        .char_indices()
        .map(|(at, character)| match character {
            ' ' if separates(at) && !begins_suffix(&text[at + 1..]) => '/',
            other => other,
        })
        .collect();
    (parted != text).then_some(parted)
}

/// Whether a suffix begins here, in any of the ways that it is typed.
pub(super) fn begins_suffix(text: &str) -> bool {
    suffix(text).is_some()
}

/// The suffix at the start of `text`, its number and the length of both: `Rev1`, `REV. 1`, `Add 4`.
fn suffix(text: &str) -> Option<(&'static str, &str, usize)> {
    // Most words begin with another letter.
    if !text.starts_with(['A', 'a', 'C', 'c', 'R', 'r']) {
        return None;
    }
    let stem = SUFFIXES.iter().copied().find(|stem| {
        text.get(..stem.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(stem))
    })?;
    let rest = text[stem.len()..].trim_start_matches(['.', ' ']);
    let marks = text.len() - stem.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let whole = !rest[digits..].starts_with(|c: char| c.is_ascii_alphabetic());
    ((1..=2).contains(&digits) && marks <= 2 && whole)
        .then(|| (stem, &rest[..digits], stem.len() + marks + digits))
}

/// `Rev1`, `Rev. 1`, `.Rev.1`, ` REV 1` behind a number: written `/Rev.1`.
fn with_suffixes(text: &str) -> (String, String) {
    let mut better = String::with_capacity(text.len() + 2);
    let mut form = String::new();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let rest = &text[at..];
        let joint = usize::from(matches!(character, '/' | '.' | ' ' | '-'));
        let behind = better.ends_with(|c: char| c.is_ascii_digit() || c == ')');
        if let Some((stem, number, length)) = suffix(&rest[joint..]).filter(|_| behind) {
            let written = &rest[..joint + length];
            better.extend(["/", stem, ".", number]);
            if !written.eq_ignore_ascii_case(&format!("/{stem}.{number}")) {
                form = format!("{stem}.{number}");
            }
            at += joint + length;
        } else {
            better.push(character);
            at += character.len_utf8();
        }
    }
    (better, form)
}
