//! C018: a document that is possible, and that a fact speaks against.

use citation::facts::Standing;
use resolve::{Existence, Reference};

use super::{change_to, odd_one_out};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C018 questionable-reference.
pub(crate) const RULE: Rule = Rule {
    code: "C018",
    name: "questionable-reference",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("questionable_reference.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if reference.existence != Existence::Unknown || reference.reason.is_empty() {
        found.extend(odd_one_out::finding(context, &RULE, reference));
        return;
    }
    let mut finding = RULE.finding(reference.token.clone(), reference.reason.clone());
    // What other texts have is no more than an observation.
    finding.severity = match reference.reason_standing {
        Standing::Verified => Severity::Warning,
        Standing::Observed | Standing::Recalled => Severity::Hint,
    };
    let token = context.resolved.draft.slice(reference.token.clone());
    // In prose the word before the number is what changes, not the number.
    let corrections = reference.corrections.iter();
    finding.fixes = corrections
        .filter(|correction| correction.text != token)
        .map(|correction| change_to(reference.token.clone(), &correction.text, Safety::Suggested))
        .collect();
    found.push(finding);
}
