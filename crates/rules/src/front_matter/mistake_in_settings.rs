//! S001: a setting in the front matter of a draft that cannot be taken.
//!
//! What a setting takes is known to those who read settings; they hand over what they could not take.

use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// S001 mistake-in-settings.
pub(crate) const RULE: Rule = Rule {
    code: "S001",
    name: "mistake-in-settings",
    family: Family::Settings,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("mistake_in_settings.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    for mistake in &context.settings.mistakes {
        let mut finding = RULE.finding(mistake.range.clone(), mistake.message.clone());
        finding.severity = mistake.severity;
        if let Some(instead) = mistake.instead {
            finding.fixes.push(Fix {
                title: format!("Change to “{instead}”"),
                edits: vec![Edit {
                    range: mistake.range.clone(),
                    text: instead.to_owned(),
                }],
                safety: Safety::Suggested,
            });
        }
        found.push(finding);
    }
}
