//! E011: small numbers in words.

use std::sync::LazyLock;

use regex::Regex;

use crate::prose::Prose;
use crate::words;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E011 number-in-words.
pub(crate) const RULE: Rule = Rule {
    code: "E011",
    name: "number-in-words",
    family: Family::Style,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("number_in_words.md"),
    check: Check::Prose(check),
};

static SMALL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([2-9]) (years|months|weeks|days|countries|States|regions|meetings|members)(?-u:\b)")
        .ok()
});

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
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
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
    }
}
