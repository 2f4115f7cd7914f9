//! X002: a footnote that no mark leads to.

use super::notes::labels;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X002 unused-footnote.
pub(crate) const RULE: Rule = Rule {
    code: "X002",
    name: "unused-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("unused_footnote.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let notes = context.notes();
    let marks = labels(&notes.marks);
    for text in &notes.texts {
        if !marks.contains(&*text.label) {
            let message = format!(
                "No mark in the text leads to footnote {}: put “[^{}]” where it belongs, or delete the note.",
                text.label, text.label
            );
            found.push(RULE.finding(text.span.clone(), message));
        }
    }
}
