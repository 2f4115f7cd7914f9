//! A004: one name with two acronyms.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::agreed::is_exempt;
use super::{Introduction, Part};
use crate::sentence::one_line;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// A004 two-acronyms-for-one-name.
pub(crate) const RULE: Rule = Rule {
    code: "A004",
    name: "two-acronyms-for-one-name",
    family: Family::Acronyms,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("two_acronyms.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut first: HashMap<String, &Introduction<'_>, RandomState> = HashMap::default();
    for introduction in &context.acronyms().introductions {
        let counts = introduction.part != Part::Apart
            && introduction.is_certain
            && !is_exempt(introduction.letters);
        if !counts {
            continue;
        }
        let name = one_line(introduction.full).to_lowercase();
        let name = name.strip_prefix("the ").unwrap_or(&name).to_owned();
        let earlier = *first.entry(name).or_insert(introduction);
        if earlier.letters == introduction.letters {
            continue;
        }
        let message = format!(
            "“{}” has the acronym “{}” already; “{}” is a second one for the same name.",
            one_line(introduction.full),
            earlier.letters,
            introduction.letters
        );
        let mut finding = RULE.finding(introduction.extent(), message);
        finding.related.push(Related {
            message: format!("“{}” is introduced here", earlier.letters),
            path: None,
            range: earlier.extent(),
        });
        found.push(finding);
    }
}
