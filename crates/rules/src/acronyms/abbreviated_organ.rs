//! A008: a principal organ that is called by an acronym.

use crate::prose::Prose;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity, words};

/// A008 abbreviated-organ.
pub(crate) const RULE: Rule = Rule {
    code: "A008",
    name: "abbreviated-organ",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("abbreviated_organ.md"),
    check: Check::Prose(check),
};

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let first = found.len();
    let message = |written: &str, right: &str| {
        format!("“{written}” is never abbreviated in United Nations texts: write “{right}”.")
    };
    words::findings(&RULE, context, prose, message, found);
    // Where the acronym belongs to a reference, the rules about references speak.
    let start = prose.block.span.start;
    let mut kept = found.split_off(first);
    kept.retain(|finding| {
        let at = finding.range.start - start;
        !(prose.block.marks.citations.iter()).any(|citation| citation.phrase.contains(&at))
    });
    found.append(&mut kept);
}
