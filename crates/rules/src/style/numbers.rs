//! E003, E005 and E011: per cent, sessions, and small numbers.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::prose::Prose;
use crate::words::{self, Signs, replacement};
use crate::{Check, Context, Edit, Family, Finding, Preset, Rule, Safety, Severity};

/// E003 per-cent.
pub(crate) const PER_CENT: Rule = Rule {
    code: "E003",
    name: "per-cent",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("per_cent.md"),
    check: Check::Prose(per_cent),
};

/// E005 session-in-words.
pub(crate) const SESSION: Rule = Rule {
    code: "E005",
    name: "session-in-words",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("session_in_words.md"),
    check: Check::Prose(session),
};

/// E011 number-in-words.
pub(crate) const IN_WORDS: Rule = Rule {
    code: "E011",
    name: "number-in-words",
    family: Family::Style,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("number_in_words.md"),
    check: Check::Prose(in_words),
};

static PERCENTAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)[0-9]+(?:\.[0-9]+)?( ?%)(?:[-–][0-9]+(?:\.[0-9]+)?( ?%))?").ok()
});

static SMALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([2-9]) (years|months|weeks|days|countries|States|regions|meetings|members)(?-u:\b)")
        .ok()
});

fn per_cent(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let message = |written: &str, right: &str| {
        format!("United Nations texts write “{right}”, not “{written}”.")
    };
    words::findings(&PER_CENT, context, prose, message, found);
    if memchr::memchr(b'%', prose.own.as_bytes()).is_none() {
        return;
    }
    let Some(pattern) = &*PERCENTAGE else {
        return;
    };
    for captures in pattern.captures_iter(&prose.own) {
        let Some(first) = captures.get(1) else {
            continue;
        };
        // In "5%–10%" the words stand once, behind both numbers.
        let last = captures.get(2).unwrap_or(first);
        let goes_on = prose.own[last.end()..].starts_with(char::is_alphanumeric);
        let words = if goes_on { " per cent " } else { " per cent" };
        let message =
            "In running text “per cent” is written in words; the sign is for tables.".to_owned();
        let mut finding = PER_CENT.finding(prose.in_draft(first.start()..last.end()), message);
        let mut fix = replacement(prose.in_draft(last.range()), words.to_owned(), Safety::Safe);
        if first != last {
            fix.edits.insert(
                0,
                Edit {
                    range: prose.in_draft(first.range()),
                    text: String::new(),
                },
            );
        }
        finding.fixes.push(fix);
        found.push(finding);
    }
}

fn session(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
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
        let mut finding = SESSION.finding(range.clone(), message);
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

fn in_words(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    const WORDS: [&str; 10] = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let Some(pattern) = &*SMALL else {
        return;
    };
    for captures in pattern.captures_iter(&prose.own) {
        let (Some(figure), Some(whole)) = (captures.get(1), captures.get(0)) else {
            continue;
        };
        // Where a higher number stands in figures near by, the series stays in figures.
        let sentence = words::around(&prose.own, &whole.range(), 80);
        let in_series = sentence
            .split(|c: char| !c.is_ascii_digit())
            .any(|figures| figures.len() > 1);
        let number: usize = figure.as_str().parse().unwrap_or(0);
        if in_series || number == 0 {
            continue;
        }
        let right = WORDS[number].to_owned();
        let range = prose.in_draft(figure.range());
        let message = format!("Numbers below ten are written in words: “{right}”.");
        let mut finding = IN_WORDS.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
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
