//! R005: a number before the only operative paragraph.

use super::anatomy::Role;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// R005 single-operative-paragraph.
pub(crate) const RULE: Rule = Rule {
    code: "R005",
    name: "single-operative-paragraph",
    family: Family::Resolutions,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("single_operative_paragraph.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let operative: Vec<_> = context.anatomy().of(Role::Operative).collect();
    let [only] = operative.as_slice() else {
        return;
    };
    // With another number it is what an extract has of several.
    let (Some(1), true) = (only.number, only.is_last) else {
        return;
    };
    let text = context
        .resolved
        .draft
        .slice(only.span.start..only.verb.start);
    let label = text.trim_end_matches(['*', '_']).len();
    let range = only.span.start..only.span.start + label;
    let message = "This is the only operative paragraph: leave its number out.".to_owned();
    let mut finding = RULE.finding(range.clone(), message);
    finding.fixes.push(Fix {
        title: "Leave the number out".to_owned(),
        edits: vec![Edit {
            range,
            text: String::new(),
        }],
        safety: Safety::Safe,
    });
    found.push(finding);
}
