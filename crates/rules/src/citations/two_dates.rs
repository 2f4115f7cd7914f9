//! C010: one resolution or decision under two dates in the same draft.

use std::collections::BTreeMap;

use citation::{Date, Kind, Referent};
use resolve::{Agreement, Reference};

use super::stated_date::alike;
use super::{change_to, is_sound, wording};
use crate::sentence::sentence_case;
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Safety, Severity};

/// C010 two-dates.
pub(crate) const RULE: Rule = Rule {
    code: "C010",
    name: "two-dates",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("two_dates.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut dated: BTreeMap<&Referent, Vec<(Date, &Reference)>> = BTreeMap::new();
    for reference in context.references() {
        if let Some((referent, date)) = dated_adoption(reference) {
            dated.entry(referent).or_default().push((date, reference));
        }
    }
    for mentions in dated.values() {
        // Where a fact says which date is right, the wrong one has its finding already.
        let is_judged = |(_, reference): &(Date, &Reference)| {
            !matches!(reference.date_agreement, Agreement::NotCheckable)
        };
        if !mentions.iter().any(is_judged) {
            contradictions(context, mentions, found);
        }
    }
}

/// What is adopted on one day, and the day the text states.
fn dated_adoption(reference: &Reference) -> Option<(&Referent, Date)> {
    if reference.is_own || !is_sound(reference) || reference.candidates.len() > 1 {
        return None;
    }
    let referent = reference.referent.as_ref()?;
    // What a body adopts has one day; a report may be dated by its issue and by its session.
    let is_adopted = match referent {
        Referent::Symbol(symbol) => symbol.adopted().is_some(),
        _ => reference.kind == Kind::Number,
    };
    if !is_adopted {
        return None;
    }
    Some((referent, reference.date.as_ref()?.date.day()?))
}

/// One finding for each mention whose date is not the one that most mentions have, the first of equals.
fn contradictions(
    context: &Context<'_>,
    mentions: &[(Date, &Reference)],
    found: &mut Vec<Finding>,
) {
    let count = |date: Date| mentions.iter().filter(|(other, _)| *other == date).count();
    let Some((usual, first)) = mentions
        .iter()
        .rev()
        .max_by_key(|(date, _)| count(*date))
        .and_then(|(usual, _)| mentions.iter().find(|(date, _)| date == usual))
    else {
        return;
    };
    for (date, reference) in mentions.iter().filter(|(date, _)| date != usual) {
        let Some(stated) = &reference.date else {
            continue;
        };
        let message = format!(
            "{} is dated {} here and {} elsewhere in this text; only one can be right.",
            sentence_case(&wording::name(reference, context)),
            date.in_prose(),
            usual.in_prose()
        );
        let mut finding = RULE.finding(stated.span.clone(), message);
        let right = alike(context, stated, *usual);
        finding
            .fixes
            .push(change_to(stated.span.clone(), &right, Safety::Suggested));
        finding.related.push(Related {
            message: format!("It is dated {} here", usual.in_prose()),
            path: None,
            range: first.phrase.clone(),
        });
        found.push(finding);
    }
}
