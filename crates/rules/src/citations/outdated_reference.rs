//! C007: a document that another one has taken the place of by the day of the draft.

use citation::facts::Standing;
use citation::{Kind, Referent, Symbol};
use resolve::{Reference, Succession, Successor};

use super::draft_as_adopted::is_called_adopted;
use super::{change_to, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C007 outdated-reference.
pub(crate) const RULE: Rule = Rule {
    code: "C007",
    name: "outdated-reference",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("outdated_reference.md"),
    check: Check::Document(check),
};

/// Looks at the whole draft: who cites the later document as well knows of it.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let references = context.references();
    for reference in references {
        if reference.is_own || !is_sound(reference) || is_called_adopted(context, reference) {
            continue;
        }
        let is_cited = |symbol: &Symbol| {
            references
                .iter()
                .any(|other| other.referent.as_ref().and_then(Referent::symbol) == Some(symbol))
        };
        let mut successors = reference.currency.successors().iter();
        let Some(first) = successors.next() else {
            continue;
        };
        let is_known = std::iter::once(first)
            .chain(successors)
            .any(|successor| is_cited(&successor.symbol));
        if !is_known {
            found.extend(outdated(context, reference, first));
        }
    }
}

fn outdated(
    context: &Context<'_>,
    reference: &Reference,
    successor: &Successor,
) -> Option<Finding> {
    let subject = sentence_case(&wording::name(reference, context));
    let later = &successor.symbol;
    let on = successor
        .date
        .map(|date| format!(" on {}", date.in_prose()))
        .unwrap_or_default();
    let (message, severity) = match successor.succession {
        Succession::Adopted => (
            format!(
                "{subject} was adopted{on} as {}; cite that.",
                wording::of_symbol(later)
            ),
            Severity::Information,
        ),
        Succession::Revised => (
            format!("{subject} has been revised; “{later}” has taken its place."),
            Severity::Warning,
        ),
        Succession::Corrected => (
            format!("{subject} has been corrected; cite it with “{later}”."),
            Severity::Information,
        ),
        // An earlier resolution on the same item is often the right one to cite.
        Succession::SameTitle => return None,
    };
    let mut finding = RULE.finding(reference.token.clone(), message);
    finding.severity = match successor.standing {
        Standing::Verified => severity,
        Standing::Observed | Standing::Recalled => severity.min(Severity::Information),
    };
    finding
        .fixes
        .extend(replacement(context, reference, successor));
    Some(finding)
}

/// The symbol of the later document in place of the token; a correction is added to it.
fn replacement(
    context: &Context<'_>,
    reference: &Reference,
    successor: &Successor,
) -> Option<crate::Fix> {
    if reference.kind != Kind::Symbol {
        return None;
    }
    let text = match successor.succession {
        Succession::Corrected => {
            let token = context.resolved.draft.slice(reference.token.clone());
            let number = successor.symbol.canonical().rsplit('/').next()?;
            format!("{token} and {number}")
        }
        _ => successor.symbol.to_string(),
    };
    Some(change_to(reference.token.clone(), &text, Safety::Suggested))
}
