//! A007: a country that is not called by the name it has in the United Nations.

use crate::prose::Prose;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity, words};

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

/// What a draft says it is, so that the names in it are left as their author wrote them.
const COMMUNICATION: &str = "communication";

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let document = context.resolved.draft.front_matter().document();
    if document.is_some_and(|document| document.to_lowercase().contains(COMMUNICATION)) {
        return;
    }
    let message = |written: &str, right: &str| {
        format!("In United Nations texts “{written}” is called “{right}”.")
    };
    words::findings(&RULE, context, prose, message, found);
}
