//! R004: a word that seldom opens a paragraph.

use draft::{Form, begins_in};

use super::anatomy::Role;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// R004 unusual-verb.
pub(crate) const RULE: Rule = Rule {
    code: "R004",
    name: "unusual-verb",
    family: Family::Resolutions,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("unusual_verb.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    for paragraph in &context.anatomy().paragraphs {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let is_known = begins_in(Form::Operative, &words) || begins_in(Form::Preambular, &words);
        if paragraph.role == Role::Item || is_known || words.is_empty() {
            continue;
        }
        let word = words.split(' ').next().unwrap_or("");
        let range = paragraph.verb.start..paragraph.verb.start + word.len();
        let message = format!("“{word}” seldom opens a paragraph of a resolution.");
        found.push(RULE.finding(range, message));
    }
}
