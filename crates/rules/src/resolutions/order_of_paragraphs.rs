//! R010: preambular paragraphs among the operative ones.

use super::anatomy::Role;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// R010 order-of-paragraphs.
pub(crate) const RULE: Rule = Rule {
    code: "R010",
    name: "order-of-paragraphs",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("order_of_paragraphs.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    let mut acts = false;
    for paragraph in &anatomy.paragraphs {
        match paragraph.role {
            Role::Operative => acts = paragraph.number.is_some(),
            Role::Preambular if acts => {
                let message = "A preambular paragraph stands among the operative ones; it belongs before them.";
                found.push(RULE.finding(paragraph.verb.clone(), message.to_owned()));
            }
            _ => {}
        }
        // A section begins anew.
        acts &= !paragraph.is_last;
    }
}
