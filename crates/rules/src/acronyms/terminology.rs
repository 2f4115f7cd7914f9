//! A009: a term that the United Nations has agreed not to use.

use crate::prose::Prose;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity, words};

/// A009 terminology.
pub(crate) const RULE: Rule = Rule {
    code: "A009",
    name: "terminology",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("terminology.md"),
    check: Check::Prose(check),
};

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let message = |written: &str, right: &str| {
        format!("United Nations texts do not say “{written}”: write “{right}”.")
    };
    words::findings(&RULE, context, prose, message, found);
}
