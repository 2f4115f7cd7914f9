//! R007: paragraphs in a row with the same verb.

use draft::{VERBS, begins_with};

use super::anatomy::Role;
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// R007 also-and-further.
pub(crate) const RULE: Rule = Rule {
    code: "R007",
    name: "also-and-further",
    family: Family::Resolutions,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("also_and_further.md"),
    check: Check::Document(check),
};

/// The second paragraph in a row with the same verb takes "also", the third "further".
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut before = String::new();
    for paragraph in context.anatomy().of(Role::Operative) {
        let words = context.resolved.draft.slice(paragraph.verb.clone());
        let verb = VERBS
            .iter()
            .map(|(_, operative)| *operative)
            .find(|verb| !verb.is_empty() && begins_with(&words, verb))
            .unwrap_or("")
            .to_owned();
        if !verb.is_empty() && verb == before && !matches!(verb.as_str(), "Also" | "Further") {
            let range = paragraph.verb.start..paragraph.verb.start + verb.len();
            let mut small = verb.to_lowercase();
            small.insert_str(0, "Also ");
            let message = format!(
                "The paragraph before opens with “{verb}” as well; by custom this one opens with “{small}”."
            );
            let mut finding = RULE.finding(range.clone(), message);
            finding
                .fixes
                .push(replacement(range, small, Safety::Suggested));
            found.push(finding);
        }
        before = verb;
    }
}
