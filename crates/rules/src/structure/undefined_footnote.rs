//! X001: the mark of a footnote that has no text.

use super::notes::labels;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// X001 undefined-footnote.
pub(crate) const RULE: Rule = Rule {
    code: "X001",
    name: "undefined-footnote",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("undefined_footnote.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let notes = context.notes();
    let texts = labels(&notes.texts);
    let missing = notes.first_marks().into_iter();
    for mark in missing.filter(|mark| !texts.contains(&*mark.label)) {
        let message = format!(
            "Footnote {} has no text: write one after “[^{}]:”, or take the mark away.",
            mark.label, mark.label
        );
        found.push(RULE.finding(mark.span.clone(), message));
    }
}
