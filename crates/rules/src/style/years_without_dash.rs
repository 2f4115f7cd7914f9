//! E006: years between which the dash is lost.

use citation::MONTHS;

use crate::prose::Prose;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// E006 years-without-dash.
pub(crate) const RULE: Rule = Rule {
    code: "E006",
    name: "years-without-dash",
    family: Family::Style,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("years_without_dash.md"),
    check: Check::Prose(check),
};

fn check(_: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let mut end = 0;
    for &start in prose.years() {
        let years = start..start + "2007 2008".len();
        // Of three years in a row the one in the middle is taken.
        if start < end {
            continue;
        }
        end = years.end;
        let Some((first, last)) = prose.own[years.clone()].split_once(' ') else {
            continue;
        };
        // "of 13 September 2007 2008 was" is no range; years run forwards.
        let before = prose.own[..years.start].trim_end();
        let dated = MONTHS.iter().any(|month| before.ends_with(month));
        if first >= last || dated {
            continue;
        }
        let right = format!("{first}–{last}");
        let range = prose.in_draft(years);
        let message = format!("A dash is missing between the years: “{right}”.");
        let mut finding = RULE.finding(range.clone(), message);
        finding
            .fixes
            .push(replacement(range, right, Safety::Suggested));
        found.push(finding);
    }
}
