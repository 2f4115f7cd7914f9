//! E003, E005 and E011: per cent, sessions, and small numbers.

use std::sync::LazyLock;

use regex::Regex;

use crate::prose::Prose;
use crate::words::{self, Signs, replacement};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

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

static PERCENTAGE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)[0-9]+(?:\.[0-9]+)?( ?%)").ok());

static SESSIONS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([0-9]{1,2}) ?(?:st|nd|rd|th) ([Ss]essions?)(?-u:\b)").ok()
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
        let Some(sign) = captures.get(1) else {
            continue;
        };
        let range = prose.in_draft(sign.range());
        let message =
            "In running text “per cent” is written in words; the sign is for tables.".to_owned();
        let mut finding = PER_CENT.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, " per cent".to_owned(), Safety::Safe));
        found.push(finding);
    }
}

fn session(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    if !prose.has(Signs::SESSION) {
        return;
    }
    let Some(pattern) = &*SESSIONS else {
        return;
    };
    for captures in pattern.captures_iter(&prose.own) {
        let number = captures[1]
            .parse()
            .ok()
            .and_then(citation::ordinal_in_words);
        let (Some(number), Some(whole)) = (number, captures.get(0)) else {
            continue;
        };
        let right = format!("{number} {}", captures[2].to_lowercase());
        let range = prose.in_draft(whole.range());
        let message = format!("Sessions up to the ninety-ninth are written in words: “{right}”.");
        let mut finding = SESSION.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
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
