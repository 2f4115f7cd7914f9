//! E004: dates in another form than "20 December 2012".

use std::ops::Range;

use citation::WEEKDAYS;

use super::written_dates::written;
use crate::prose::Prose;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E004 form-of-date.
pub(crate) const RULE: Rule = Rule {
    code: "E004",
    name: "form-of-date",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("form_of_date.md"),
    check: Check::Prose(check),
};

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    for date in written(prose) {
        // Of a day that there is not, no form is right.
        if date.date.is_none() || date.is_right(&prose.own) || is_stamp(&prose.own, &date.span) {
            continue;
        }
        let right = date.right();
        let range = prose.in_draft(date.span);
        let message = format!("United Nations texts write this date “{right}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding.fixes.push(replacement(range, right, Safety::Safe));
        found.push(finding);
    }
}

/// Whether a date is the stamp of a machine, between a short day of the week and a time: "Tue, 14 Oct 2025 21:47".
fn is_stamp(text: &str, span: &Range<usize>) -> bool {
    let day = text[..span.start].trim_end().strip_suffix(',');
    let is_short = |day: &str| {
        let short = WEEKDAYS.iter().filter_map(|weekday| weekday.get(..3));
        short.into_iter().any(|short| {
            day.strip_suffix(short)
                .is_some_and(|head| !head.ends_with(char::is_alphanumeric))
        })
    };
    let behind = text[span.end..].trim_start_matches([',', ' ']);
    let behind = behind.strip_prefix("at ").unwrap_or(behind);
    let hour = behind.bytes().take_while(u8::is_ascii_digit).count();
    let has_time = (1..=2).contains(&hour) && behind[hour..].starts_with(':');
    day.is_some_and(is_short) && has_time
}
