//! C015: a first mention without its date, or a later one that repeats it.

use std::collections::BTreeSet;

use citation::facts;
use citation::{Act, Kind, Language, Referent};
use resolve::Reference;

use super::{is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// C015 first-and-later-mention.
pub(crate) const RULE: Rule = Rule {
    code: "C015",
    name: "first-and-later-mention",
    family: Family::Citations,
    severity: Severity::Hint,
    preset: Preset::Off,
    page: include_str!("first_and_later_mention.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut mentioned: BTreeSet<&Referent> = BTreeSet::new();
    for reference in context.references() {
        let Some(referent) = resolution(context, reference) else {
            continue;
        };
        let is_first = mentioned.insert(referent);
        match (&reference.date, is_first) {
            (None, true) => found.extend(without_date(context, reference)),
            (Some(stated), false) => {
                let message = format!(
                    "{} has its date at the first mention; here the number is enough.",
                    sentence_case(&wording::name(reference, context))
                );
                found.push(RULE.finding(stated.span.clone(), message));
            }
            _ => {}
        }
    }
}

/// The resolution or decision that is cited by its number in an English sentence.
fn resolution<'r>(context: &Context<'_>, reference: &'r Reference) -> Option<&'r Referent> {
    if reference.is_own || reference.kind != Kind::Number || !is_sound(reference) {
        return None;
    }
    let around = context.around(reference.token.start)?;
    if around.block.marks.language != Language::English || around.is_quoted(reference.token.start) {
        return None;
    }
    let referent = reference
        .referent
        .as_ref()
        .filter(|_| reference.candidates.len() < 2)?;
    let adopted = referent.symbol()?.adopted()?;
    (adopted.act == Act::Resolution).then_some(referent)
}

fn without_date(context: &Context<'_>, reference: &Reference) -> Option<Finding> {
    let symbol = reference.referent.as_ref()?.symbol()?;
    let held = reference.source.as_ref().and_then(|source| source.date);
    let date = held.or_else(|| Some(facts::adoption_date(symbol)?.date))?;
    let subject = sentence_case(&wording::name(reference, context));
    let message = format!(
        "{subject} is mentioned first without its date, {}.",
        date.in_prose()
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    let end = reference.token.end;
    finding.fixes.push(Fix {
        title: format!("Add “of {}”", date.in_prose()),
        edits: vec![Edit {
            range: end..end,
            text: format!(" of {}", date.in_prose()),
        }],
        safety: Safety::Suggested,
    });
    Some(finding)
}
