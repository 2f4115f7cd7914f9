//! A008: a principal organ that is called by an acronym.

use crate::prose::Prose;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity, words};

/// A008 abbreviated-organ.
pub(crate) const RULE: Rule = Rule {
    code: "A008",
    name: "abbreviated-organ",
    family: Family::Acronyms,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("abbreviated_organ.md"),
    check: Check::Prose(check),
};

fn check(context: &Context<'_>, prose: &Prose<'_>, found: &mut Vec<Finding>) {
    let first = found.len();
    let message = |written: &str, right: &str| {
        format!("United Nations texts name this organ in full: write “{right}”, not “{written}”.")
    };
    words::findings(&RULE, context, prose, message, found);
    // Where the acronym belongs to a reference, the rules about references speak.
    let start = prose.block.span.start;
    let mut kept = found.split_off(first);
    kept.retain(|finding| {
        let at = finding.range.start - start;
        !(prose.block.marks.citations.iter()).any(|citation| citation.phrase.contains(&at))
    });
    for finding in &mut kept {
        offer_article(prose, finding);
    }
    found.append(&mut kept);
}

/// "With ECOSOC" becomes "with the Economic and Social Council", "ECOSOC members" stays without an article: where
/// none stands before the acronym, both are offered and neither is safe.
fn offer_article(prose: &Prose<'_>, finding: &mut Finding) {
    let at = finding.range.start - prose.block.span.start;
    let before = prose.own[..at].trim_end();
    let article = before.rsplit(|c: char| !c.is_alphabetic()).next();
    if article.is_some_and(|word| word.eq_ignore_ascii_case("the")) {
        return;
    }
    let Some(mut fix) = finding.fixes.first().cloned() else {
        return;
    };
    // Behind a colon the sentence goes on.
    let begins = prose.begins_sentence(at) && !before.ends_with(':');
    let article = if begins { "The" } else { "the" };
    for edit in &mut fix.edits {
        edit.text = format!("{article} {}", edit.text);
        fix.title = format!("Change to “{}”", edit.text);
    }
    finding.fixes.insert(0, fix);
    for fix in &mut finding.fixes {
        fix.safety = Safety::Suggested;
    }
}
