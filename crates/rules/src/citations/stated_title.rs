//! C006: a title in quotation marks that is not the one the document bears.

use resolve::Agreement;

use super::{change_to, evidence, sound, wording};
use crate::sentence::sentence_case;
use crate::{Context, Family, Finding, Rule, Safety, Scope, Severity};

/// C006 stated-title.
pub(crate) const RULE: Rule = Rule {
    code: "C006",
    name: "stated-title",
    family: Family::Citations,
    severity: Severity::Warning,
    scope: Scope::Sources,
    page: include_str!("stated_title.md"),
    check,
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    for reference in sound(context) {
        let Some((stated, right)) =
            reference
                .title
                .as_ref()
                .zip(match &reference.title_agreement {
                    Agreement::Contradicts(right) => Some(right),
                    _ => None,
                })
        else {
            continue;
        };
        let subject = sentence_case(&wording::name(reference, context));
        let message = format!("{subject} is entitled “{right}”, not “{}”.", stated.words);
        let mut finding = RULE.finding(stated.span.clone(), message);
        let fix = change_to(stated.span.clone(), right, Safety::Suggested);
        finding.fixes.push(fix);
        if let Some(source) = &reference.source {
            let message = format!("{subject} bears its title here");
            finding.related.extend(evidence(source, 0..0, message));
        }
        found.push(finding);
    }
}
