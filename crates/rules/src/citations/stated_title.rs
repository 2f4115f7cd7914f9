//! C006: a title in quotation marks that is not the one the document bears, and an instrument that is all but called so.

use resolve::{Agreement, Reference};

use super::{change_to, evidence, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C006 stated-title.
pub(crate) const RULE: Rule = Rule {
    code: "C006",
    name: "stated-title",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("stated_title.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    let Some((stated, right)) = reference
        .title
        .as_ref()
        .zip(match &reference.title_agreement {
            Agreement::Contradicts(right) => Some(right),
            _ => None,
        })
    else {
        return;
    };
    let subject = sentence_case(&wording::name(reference, context));
    let message = if stated.span == reference.token {
        format!("The title is “{right}”, not “{}”.", stated.words)
    } else {
        format!("{subject} is entitled “{right}”, not “{}”.", stated.words)
    };
    let mut finding = RULE.finding(stated.span.clone(), message);
    let fix = change_to(stated.span.clone(), right, Safety::Suggested);
    finding.fixes.push(fix);
    if let Some(source) = &reference.source {
        let message = format!("{subject} bears its title here");
        finding.related.extend(evidence(source, 0..0, message));
    }
    found.push(finding);
}
