//! X015: a footnote that is mentioned twice.

use std::collections::BTreeSet;

use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X015 repeated-footnote-mark.
pub(crate) const RULE: Rule = Rule {
    code: "X015",
    name: "repeated-footnote-mark",
    family: Family::Structure,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("repeated_footnote_mark.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for mark in &context.notes().marks {
        if !seen.insert(&mark.label) {
            let message = format!(
                "Footnote {} is mentioned before; a reference is given once, at the first mention.",
                mark.label
            );
            found.push(RULE.finding(mark.span.clone(), message));
        }
    }
}
