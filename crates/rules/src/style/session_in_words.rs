//! E005: sessions in words.

use std::ops::Range;

use crate::prose::Prose;
use crate::words::{Signs, replacement};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E005 session-in-words.
pub(crate) const RULE: Rule = Rule {
    code: "E005",
    name: "session-in-words",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("session_in_words.md"),
    check: Check::Prose(check),
};

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    if !prose.has(Signs::SESSION) {
        return;
    }
    for numbered in Numbered::all(&prose.own) {
        let Some(number) = citation::ordinal_in_words(numbered.number) else {
            continue;
        };
        let noun = prose.own[numbered.noun.clone()].to_lowercase();
        let right = format!("{number} {noun}");
        let range = prose.in_draft(numbered.start..numbered.noun.end);
        let message = format!("Sessions up to the ninety-ninth are written in words: “{right}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
    }
}

/// "21st session", "21 st Sessions".
struct Numbered {
    start: usize,
    /// Of one or two figures.
    number: u16,
    /// Where "session" or "sessions" stands.
    noun: Range<usize>,
}

impl Numbered {
    fn all(text: &str) -> impl Iterator<Item = Self> {
        let nouns = memchr::memmem::find_iter(text.as_bytes(), "ession");
        nouns.filter_map(|at| Self::before(text, at.checked_sub(1)?))
    }

    /// The one whose noun begins at `at`.
    fn before(text: &str, at: usize) -> Option<Self> {
        let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let bytes = text.as_bytes();
        let noun = at..at
            + bytes[at..]
                .iter()
                .take_while(|byte| is_of_word(byte))
                .count();
        let is_noun = matches!(
            &bytes[noun.clone()],
            b"session" | b"sessions" | b"Session" | b"Sessions"
        );
        let before = bytes[..at].strip_suffix(b" ").filter(|_| is_noun)?;
        let endings: [&[u8]; 4] = [b"st", b"nd", b"rd", b"th"];
        let before = endings
            .into_iter()
            .find_map(|ending| before.strip_suffix(ending))?;
        let before = before.strip_suffix(b" ").unwrap_or(before);
        let word = before.iter().rev().take_while(|byte| is_of_word(byte));
        let start = before.len() - word.count();
        let figures = &text[start..before.len()];
        let is_number = (1..=2).contains(&figures.len())
            && figures.bytes().all(|figure| figure.is_ascii_digit());
        Some(Self {
            start,
            number: figures.parse().ok().filter(|_| is_number)?,
            noun,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_sessions_stand_before_them() {
        let found = |text: &str| -> Vec<(u16, String)> {
            let all = Numbered::all(text);
            all.map(|one| (one.number, text[one.start..one.noun.end].to_owned()))
                .collect()
        };
        assert_eq!(
            found("the 21st session and 57 th Sessions of"),
            [
                (21, "21st session".to_owned()),
                (57, "57 th Sessions".to_owned())
            ]
        );
        assert_eq!(found("2 1st session"), [(1, "1st session".to_owned())]);
        for text in [
            "the 121st session",
            "x21st session",
            "21st  session",
            "21st sessional",
            "21 session",
            "ession",
            "é21è session",
            "its session",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
