//! E004 and E006: dates, and years whose dash is lost.

use std::sync::LazyLock;

use citation::MONTHS;
use regex::Regex;

use crate::prose::Prose;
use crate::words::{Signs, replacement};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E004 form-of-date.
pub(crate) const FORM: Rule = Rule {
    code: "E004",
    name: "form-of-date",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("form_of_date.md"),
    check: Check::Prose(form),
};

/// E006 years-without-dash.
pub(crate) const RANGE: Rule = Rule {
    code: "E006",
    name: "years-without-dash",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("years_without_dash.md"),
    check: Check::Prose(range),
};

/// Forms of a date that United Nations texts do not use; each names day, month and year.
static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let month = r"(?<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
    let day = r"(?<day>[0-3]?\d)";
    let year = r"(?<year>(?:19|20)\d\d)\b";
    [
        // December 20, 2012; December 20th, 2012
        format!(r"\b{month} {day}(?:st|nd|rd|th)?,? {year}"),
        // 20th December 2012, 14 Feb. 2013, 20 December, 2012
        format!(r"\b{day}(?:st|nd|rd|th)? (?:of )?{month},? {year}"),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b((?:19|20)\d\d) ((?:19|20)\d\d)\b").ok());

fn form(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    if !prose.has(Signs::MONTH) {
        return;
    }
    for pattern in &*FORMS {
        for captures in pattern.captures_iter(&prose.own) {
            let part = |name| captures.name(name).map_or("", |found| found.as_str());
            let written = captures.get(0).map_or("", |whole| whole.as_str());
            let month = part("month").trim_end_matches('.');
            let Some(month) = MONTHS.iter().find(|full| full.starts_with(&month[..3])) else {
                continue;
            };
            let day: u8 = part("day").parse().unwrap_or(0);
            let right = format!("{day} {month} {}", part("year"));
            if !(1..=31).contains(&day) || written == right {
                continue;
            }
            let at = captures.get(0).map_or(0..0, |whole| whole.range());
            let range = prose.in_draft(at);
            let message = format!("United Nations texts write this date “{right}”.");
            let mut finding = FORM.finding(range.clone(), message);
            finding.fixes.push(replacement(range, right, Safety::Safe));
            found.push(finding);
        }
    }
}

fn range(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    if !prose.has(Signs::TWO_YEARS) {
        return;
    }
    let Some(years) = &*YEARS else {
        return;
    };
    for captures in years.captures_iter(&prose.own) {
        let (Some(whole), first, last) = (captures.get(0), &captures[1], &captures[2]) else {
            continue;
        };
        // "of 13 September 2007 2008 was" is no range; years run forwards.
        let before = prose.own[..whole.start()].trim_end();
        let dated = MONTHS.iter().any(|month| before.ends_with(month));
        if first >= last || dated {
            continue;
        }
        let right = format!("{first}–{last}");
        let range = prose.in_draft(whole.range());
        let message = format!("A dash is missing between the years: “{right}”.");
        let mut finding = RANGE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
    }
}
