//! L001: a document that is not linked in a draft that links the others.

use std::collections::BTreeSet;

use citation::{Kind, Referent};
use draft::Dialect;
use resolve::Reference;

use super::{Linked, target};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// L001 reference-not-linked.
pub(crate) const RULE: Rule = Rule {
    code: "L001",
    name: "reference-not-linked",
    family: Family::Links,
    severity: Severity::Hint,
    preset: Preset::On,
    page: include_str!("reference_not_linked.md"),
    check: Check::Document(check),
};

/// At least one of this many documents is linked where the others should be.
const FEWEST: usize = 3;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if draft.dialect() != Dialect::Markdown {
        return;
    }
    let references = || {
        context
            .resolved
            .references
            .iter()
            .filter(|one| is_linkable(one))
    };
    // A link by label has brackets, and any other is among the marks of its block.
    let has_brackets = memchr::memchr(b'[', context.text().as_bytes()).is_some();
    let links = Linked::of(draft);
    let linked: BTreeSet<&Referent> = (draft.blocks().iter())
        .filter(|block| has_brackets || !block.marks.links.is_empty())
        .flat_map(|block| context.references_in(&block.span))
        .filter(|reference| is_linkable(reference) && links.holds(&reference.token))
        .filter_map(|reference| reference.referent.as_ref())
        .collect();
    if linked.is_empty() {
        return;
    }
    // Whoever links only a few has chosen not to.
    let all: BTreeSet<&Referent> = references()
        .filter_map(|reference| reference.referent.as_ref())
        .collect();
    if linked.len() * FEWEST < all.len() {
        return;
    }
    let mut told: BTreeSet<&Referent> = linked;
    for reference in references() {
        let Some(address) = target(draft, reference, context.settings) else {
            continue;
        };
        // One link is enough for a document, and its first mention the best place for it.
        if reference
            .referent
            .as_ref()
            .is_none_or(|referent| !told.insert(referent))
        {
            continue;
        }
        let words = draft.slice(reference.token.clone());
        let message = format!("“{words}” is not linked, as other references of this text are.");
        let mut finding = RULE.finding(reference.token.clone(), message);
        finding.fixes.push(Fix {
            title: "Link this reference".to_owned(),
            edits: vec![Edit {
                range: reference.token.clone(),
                text: format!("[{words}]({address})"),
            }],
            safety: Safety::Safe,
        });
        found.push(finding);
    }
}

/// Whether a reference names one document by its symbol or number.
fn is_linkable(reference: &Reference) -> bool {
    !reference.is_own
        && matches!(reference.kind, Kind::Symbol | Kind::Number)
        && reference.candidates.len() < 2
        && reference.referent.is_some()
}
