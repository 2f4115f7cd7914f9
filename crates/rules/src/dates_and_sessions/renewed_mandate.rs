//! D004: a mandate that has been renewed.

use citation::{Referent, Symbol, Term};
use resolve::Reference;

use super::later_resolution::{date_of, is_announced, later, number};
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// D004 renewed-mandate.
pub(crate) const RULE: Rule = Rule {
    code: "D004",
    name: "renewed-mandate",
    family: Family::RollOver,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("renewed_mandate.md"),
    check: Check::Reference(check),
};

/// A mandate is renewed within so many sessions. A draft that was made from the text before names none that is older: what
/// it names then has founded something, such as a council.
const LASTING: u16 = 6;

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let phrases = [" in accordance with", " pursuant to", " in response to"];
    let words = ["accordance", "pursuant", "response"];
    // Only a text that says of which day it is can be behind its time.
    let is_dated = context.resolved.draft.date().is_some();
    if !is_dated || !is_announced(context, reference, &words, phrases) {
        return;
    }
    let Some(later) = later(context, reference) else {
        return;
    };
    let named = reference.referent.as_ref().and_then(Referent::symbol);
    if named.is_none_or(|named| has_founded(named, &later)) {
        return;
    }
    let right = number(&later);
    let message = format!(
        "{} has been followed by {right}{} on the same item; is that the mandate now?",
        context.resolved.draft.slice(reference.token.clone()),
        date_of(&later)
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    finding.fixes.push(replacement(
        reference.token.clone(),
        right,
        Safety::Suggested,
    ));
    found.push(finding);
}

/// Whether a resolution is so much older than the last of its item that it is no mandate to be renewed.
fn has_founded(named: &Symbol, last: &Symbol) -> bool {
    match (named.term(), last.term()) {
        (Some(Term::Session(first)), Some(Term::Session(last))) => last > first + LASTING,
        _ => false,
    }
}
