//! A004: one name with two acronyms.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::agreed::is_exempt;
use super::{Introduction, Part};
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// A004 two-acronyms-for-one-name.
pub(crate) const RULE: Rule = Rule {
    code: "A004",
    name: "two-acronyms-for-one-name",
    family: Family::Acronyms,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("two_acronyms_for_one_name.md"),
    check: Check::Document(check),
};

/// What may stand before a name and is none of it.
const ARTICLE: &str = "the ";

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut first: HashMap<String, &Introduction<'_>, RandomState> = HashMap::default();
    for introduction in &context.acronyms().introductions {
        let counts = introduction.part != Part::Apart
            && introduction.is_certain
            && !is_exempt(introduction.letters);
        if !counts {
            continue;
        }
        let mut name = introduction.full.to_lowercase();
        if name.starts_with(ARTICLE) {
            name.drain(..ARTICLE.len());
        }
        let earlier = *first.entry(name).or_insert(introduction);
        if earlier.letters == introduction.letters {
            continue;
        }
        let message = format!(
            "“{}” has the acronym “{}” already; “{}” is a second one for the same name.",
            introduction.full, earlier.letters, introduction.letters
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
