//! E004 and E006: dates, and years whose dash is lost.

use std::sync::LazyLock;

use citation::MONTHS;
use regex::{Captures, Regex};

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
    let day = "(?<day>[0-3]?[0-9])";
    let year = r"(?<year>(?:19|20)[0-9]{2})(?-u:\b)";
    [
        // December 20, 2012; December 20th, 2012
        format!(r"(?-u:\b){month} {day}(?:st|nd|rd|th)?,? {year}"),
        // 20th December 2012, 14 Feb. 2013, 20 December, 2012
        format!(r"(?-u:\b){day}(?:st|nd|rd|th)? (?:of )?{month},? {year}"),
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)((?:19|20)[0-9]{2}) ((?:19|20)[0-9]{2})(?-u:\b)").ok());

/// Around the first letter of its month a date goes no further, in bytes: "31st of September, 2012". There is room
/// for a character more on either side.
const REACH: [usize; 2] = [16, 32];

fn form(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for month in prose.months() {
        let [back, ahead] = REACH;
        let start = prose.own.floor_char_boundary(month.saturating_sub(back));
        let end = prose.own.floor_char_boundary(month + ahead);
        let around = &prose.own[start..end];
        if !around.contains("20") && !around.contains("19") {
            continue;
        }
        for pattern in &*FORMS {
            let of_month = |date: &Captures<'_>| {
                let name = date.name("month");
                name.is_some_and(|name| start + name.start() == *month)
            };
            let date = pattern.captures_iter(around).find(of_month);
            found.extend(date.and_then(|date| wrong_form(prose, start, &date)));
        }
    }
}

/// The finding about a date that is not written as it should be; it was found in the text from `start` on.
fn wrong_form(prose: &Prose<'_>, start: usize, date: &Captures<'_>) -> Option<Finding> {
    let part = |name| date.name(name).map_or("", |found| found.as_str());
    let whole = date.get(0)?;
    let month = part("month").get(..3)?;
    let month = MONTHS.iter().find(|full| full.starts_with(month))?;
    let day: u8 = part("day").parse().unwrap_or(0);
    let right = format!("{day} {month} {}", part("year"));
    if !(1..=31).contains(&day) || whole.as_str() == right {
        return None;
    }
    let range = prose.in_draft(start + whole.start()..start + whole.end());
    let message = format!("United Nations texts write this date “{right}”.");
    let mut finding = FORM.finding(range.clone(), message);
    finding.fixes.push(replacement(range, right, Safety::Safe));
    Some(finding)
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
