//! I001: a comment that accepts a finding which is not there.

use super::Ignored;
use crate::{Check, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity, rule};

/// I001 ignore-without-effect.
pub(crate) const RULE: Rule = Rule {
    code: "I001",
    name: "ignore-without-effect",
    family: Family::Ignores,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("ignore_without_effect.md"),
    // Only when all other rules have spoken is it known what a comment accepts.
    check: Check::Document(|_, _| {}),
};

/// What is wrong with one comment.
pub(super) fn of(ignored: &Ignored, found: &mut Vec<Finding>) {
    if let Some((command, place)) = &ignored.other_command {
        let message = format!("There is no command “{command}”; “ignore” accepts findings.");
        found.push(RULE.finding(place.clone(), message));
    }
    for (name, place) in &ignored.without_effect {
        let message = match rule(name) {
            Some(rule) => format!("Nothing here is found by {} {}.", rule.code, rule.name),
            None if name.is_empty() => "Nothing is found here that could be ignored.".to_owned(),
            None if name.len() == 1 => format!("Nothing here is found by the rules of “{name}”."),
            None => format!("There is no rule “{name}”."),
        };
        let mut finding = RULE.finding(place.clone(), message);
        // With nothing left to accept, the comment itself can go.
        if ignored.findings.is_empty() {
            finding.fixes.push(Fix {
                title: "Delete this comment".to_owned(),
                edits: vec![Edit {
                    range: ignored.span.clone(),
                    text: String::new(),
                }],
                safety: Safety::Suggested,
            });
        }
        found.push(finding);
    }
}
