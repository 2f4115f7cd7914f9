//! C007: a document that another one has taken the place of by the day of the draft.

use std::collections::HashSet;

use citation::facts::Standing;
use citation::{Kind, Referent, Symbol};
use resolve::{Reference, Succession, Successor};

use super::draft_cited_as_adopted::is_called_adopted;
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

/// Words that tell that the author knows of the later document, around a reference in its sentence.
const HISTORY: [&str; 18] = [
    "superseded",
    "superseding",
    "supersedes",
    "supersede",
    "replaced",
    "replacing",
    "replaces",
    "abolished",
    "abolishes",
    "repealed",
    "rescinded",
    "revised",
    "revising",
    "revision",
    "reissued",
    "former",
    "formerly",
    "originally",
];
/// How far behind a reference its sentence is read, in bytes.
const BEHIND: usize = 160;

/// Looks at the whole draft: who cites the later document as well knows of it.
fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let references = context.references();
    let outdated: Vec<&Reference> = references
        .iter()
        .filter(|one| !one.is_own && is_sound(one) && later(one).next().is_some())
        .filter(|one| !is_called_adopted(context, one))
        .collect();
    if outdated.is_empty() {
        return;
    }
    let cited: HashSet<&Symbol> = references.iter().filter_map(symbol).collect();
    let mut reissued: HashSet<&Symbol> = HashSet::new();
    for reference in outdated {
        let own = symbol(reference);
        let is_cited = |one: &Successor| own != Some(&one.symbol) && cited.contains(&one.symbol);
        let Some(first) = later(reference).next() else {
            continue;
        };
        if later(reference).any(is_cited) || is_history(context, reference) {
            continue;
        }
        if own != Some(&first.symbol) {
            found.extend(finding(context, reference, first));
        // What a second printing has changed are words, so it matters where words are referred to.
        } else if reference.pinpoint.is_some() && reissued.insert(&first.symbol) {
            found.push(issued_again(context, reference, first));
        }
    }
}

fn symbol(reference: &Reference) -> Option<&Symbol> {
    reference.referent.as_ref().and_then(Referent::symbol)
}

/// What came after the document. An earlier resolution on the same item is often the right one to cite.
fn later(reference: &Reference) -> impl Iterator<Item = &Successor> {
    let successors = reference.currency.successors().iter();
    successors.filter(|one| one.succession != Succession::SameTitle)
}

/// Whether the sentence tells of the document as of an earlier one.
fn is_history(context: &Context<'_>, reference: &Reference) -> bool {
    let Some(around) = context.around(reference.token.start) else {
        return false;
    };
    let before = around.before(reference.token.start);
    let before = before.rsplit(". ").next().unwrap_or(before);
    let behind = around.behind(reference.token.end, BEHIND);
    let behind = behind.split(". ").next().unwrap_or(behind);
    before
        .split(|c: char| !c.is_alphabetic())
        .chain(behind.split(|c: char| !c.is_alphabetic()))
        .any(|word| HISTORY.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

fn finding(context: &Context<'_>, reference: &Reference, successor: &Successor) -> Option<Finding> {
    let subject = sentence_case(&wording::name(reference, context));
    let later = &successor.symbol;
    let named = wording::of_symbol(later);
    let on = successor
        .date
        .map(|date| format!(" on {}", date.in_prose()))
        .unwrap_or_default();
    let (message, severity) = match successor.succession {
        Succession::Adopted => (
            format!("{subject} was adopted{on} as {named}; cite that."),
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
        Succession::Superseded => (
            format!(
                "{subject} was superseded{on} by {named}; cite that, unless you mean the earlier text."
            ),
            Severity::Information,
        ),
        Succession::Abolished => (
            format!("{subject} was abolished{on} by {named} and no longer applies."),
            Severity::Information,
        ),
        Succession::Reissued => (
            format!("{subject} was issued again{on} as {named}; cite that."),
            Severity::Information,
        ),
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

/// The draft refers to words of a document of which there is a second printing.
fn issued_again(context: &Context<'_>, reference: &Reference, successor: &Successor) -> Finding {
    let subject = sentence_case(&wording::name(reference, context));
    let on = successor
        .date
        .map(|date| format!(" on {}", date.in_prose()))
        .unwrap_or_default();
    let message = format!(
        "{subject} was reissued for technical reasons{on}; make sure that you refer to the reissued text."
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    finding.severity = Severity::Hint;
    finding
}

/// The symbol of the later document in place of the token; a correction is added to it.
fn replacement(
    context: &Context<'_>,
    reference: &Reference,
    successor: &Successor,
) -> Option<crate::Fix> {
    if reference.kind != Kind::Symbol || successor.succession == Succession::Abolished {
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
