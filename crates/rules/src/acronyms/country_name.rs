//! A007: a country that is not called by the name it has in the United Nations.

use crate::prose::Prose;
use crate::{Check, Context, DocumentType, Family, Finding, Preset, Rule, Severity, words};

/// A007 country-name.
pub(crate) const RULE: Rule = Rule {
    code: "A007",
    name: "country-name",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("country_name.md"),
    check: Check::Prose(check),
};

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    // Its author's names are left as they are.
    let document = DocumentType::of(&context.resolved.draft, context.settings);
    if document == Some(DocumentType::Communication) {
        return;
    }
    let message = |written: &str, right: &str| {
        format!("In United Nations texts “{written}” is called “{right}”.")
    };
    words::findings(&RULE, context, prose, message, found);
}
