//! X004: a footnote with two texts.

use std::collections::BTreeMap;

use super::notes::Place;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// X004 duplicate-footnote.
pub(crate) const RULE: Rule = Rule {
    code: "X004",
    name: "duplicate-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("duplicate_footnote.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, &Place> = BTreeMap::new();
    for text in &context.notes().texts {
        let earlier = *first.entry(&text.label).or_insert(text);
        if earlier.span == text.span {
            continue;
        }
        let message = format!(
            "Footnote {} has two texts; give this one a number of its own.",
            text.label
        );
        let mut finding = RULE.finding(text.span.clone(), message);
        finding.related.push(Related {
            message: format!("Footnote {} stands here first", text.label),
            path: None,
            range: earlier.span.clone(),
        });
        found.push(finding);
    }
}
