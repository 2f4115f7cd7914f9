//! D002: "the most recent of which" is not.

use resolve::Reference;

use super::later_resolution::{date_of, is_announced, later, number};
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// D002 most-recent-resolution.
pub(crate) const RULE: Rule = Rule {
    code: "D002",
    name: "most-recent-resolution",
    family: Family::RollOver,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("most_recent_resolution.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let phrases = [
        "the most recent of which",
        "the latest of which",
        "most recently",
    ];
    if !is_announced(context, reference, &["recent", "latest"], phrases) {
        return;
    }
    let Some(later) = later(context, reference) else {
        return;
    };
    let right = format!("{}{}", number(&later), date_of(&later));
    let message = format!("The most recent is now {right}.");
    let range = reference
        .date
        .as_ref()
        .map_or(reference.token.clone(), |date| {
            reference.token.start..date.span.end
        });
    let mut finding = RULE.finding(range.clone(), message);
    finding
        .fixes
        .push(replacement(range, right, Safety::Suggested));
    found.push(finding);
}
