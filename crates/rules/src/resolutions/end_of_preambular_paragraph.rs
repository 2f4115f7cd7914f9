//! R001: the comma at the end of a preambular paragraph.

use super::anatomy::Role;
use super::endings::{ending, is_annotated};
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity};

/// R001 end-of-preambular-paragraph.
pub(crate) const RULE: Rule = Rule {
    code: "R001",
    name: "end-of-preambular-paragraph",
    family: Family::Resolutions,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("end_of_preambular_paragraph.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let anatomy = context.anatomy();
    for (index, paragraph) in anatomy.paragraphs.iter().enumerate() {
        let next = anatomy.paragraphs.get(index + 1);
        let goes_on = next.is_some_and(|next| next.role == Role::Item);
        let is_right = paragraph.words.ends_with(',') || is_annotated(&paragraph.words);
        if paragraph.role != Role::Preambular || goes_on || is_right {
            continue;
        }
        let message = "A preambular paragraph ends with a comma.".to_owned();
        found.extend(ending(context, &RULE, paragraph, ',', message));
    }
}
