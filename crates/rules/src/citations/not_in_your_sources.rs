//! C003: a document that the sources should hold and do not.

use citation::Kind;
use resolve::{Existence, Reference};

use super::{is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Rule, Severity, Unheld};

/// C003 not-in-your-sources.
pub(crate) const RULE: Rule = Rule {
    code: "C003",
    name: "not-in-your-sources",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("not_in_your_sources.md"),
    check: Check::Reference(check),
};

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    if is_missed(reference, context) && could_be_looked_up(reference, context) {
        // A number alone is no name.
        let name = match reference.kind {
            Kind::Number => sentence_case(&wording::name(reference, context)),
            _ => wording::token(reference, context),
        };
        let message = format!("{name} is not in your sources.");
        found.push(RULE.finding(reference.token.clone(), message));
    }
}

/// Whether everything was asked that could hold the document: what is still to be read, or damaged, may have it.
fn could_be_looked_up(reference: &Reference, context: &Context<'_>) -> bool {
    let referent = reference.referent.as_ref();
    referent.is_none_or(|referent| context.sources.resolve(referent).complete)
}

/// Whether the lack of a document is worth a word. A number whose body is not settled never is.
fn is_missed(reference: &Reference, context: &Context<'_>) -> bool {
    let Some(referent) = &reference.referent else {
        return false;
    };
    match reference.existence {
        Existence::Unknown | Existence::Exists if context.settings.unheld == Unheld::Warning => {
            true
        }
        Existence::Unknown => referent
            .symbol()
            .is_some_and(|symbol| context.sources.covers(symbol)),
        _ => false,
    }
}
