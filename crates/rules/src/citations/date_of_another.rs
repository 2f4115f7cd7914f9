//! What a date that is wrong for its number tells of another one: that two digits of the number are exchanged, or that
//! another organ has adopted a text with the same number on that day.

use citation::facts::{self, DateJudgement};
use citation::{Adopted, Body, Referent, StatedDate, Symbol, Term};
use resolve::{Agreement, Reference};

use super::wording;
use crate::Context;

/// The number that was meant or the organ whose text is of the `stated` date, as a sentence that follows the message.
pub(super) fn sentence(
    context: &Context<'_>,
    reference: &Reference,
    stated: &StatedDate,
) -> Option<String> {
    // The title of the number that is written says that this one is meant.
    if reference.title_agreement == Agreement::Agrees {
        return None;
    }
    if let Some(other) = of_another_organ(reference, stated) {
        return Some(format!(" {other} is of that day."));
    }
    let one = exchanged(context, reference) == 1;
    let meant = reference.corrections.first().filter(|_| one)?;
    Some(wording::question(meant))
}

/// How many of the numbers that were probably meant, the first of them, have two digits of the written one exchanged.
pub(super) fn exchanged(context: &Context<'_>, reference: &Reference) -> usize {
    let token = context.resolved.draft.slice(reference.token.clone());
    (reference.corrections.iter())
        .take_while(|number| is_exchange(&token, &number.text))
        .count()
}

/// The text with the same number that the other of the two organs whose sessions are numbered adopted on the `stated` day.
fn of_another_organ(reference: &Reference, stated: &StatedDate) -> Option<String> {
    let adopted = reference
        .referent
        .as_ref()
        .and_then(Referent::symbol)?
        .adopted()?;
    let other = match (adopted.body.key(), adopted.term) {
        (Body::GENERAL_ASSEMBLY, Term::Session(_)) => Body::HUMAN_RIGHTS_COUNCIL,
        (Body::HUMAN_RIGHTS_COUNCIL, Term::Session(_)) => Body::GENERAL_ASSEMBLY,
        _ => return None,
    };
    let other = Symbol::of(Adopted {
        body: Body::new(other),
        ..adopted.clone()
    });
    let day = stated.date.day()?;
    let is_of_day = matches!(
        facts::judge_date(&other, day.into()),
        DateJudgement::Agrees(_)
    );
    wording::with_organ(&other).filter(|_| is_of_day)
}

/// Whether two neighbouring digits of `written` exchanged make `meant`.
fn is_exchange(written: &str, meant: &str) -> bool {
    let (written, meant) = (written.as_bytes(), meant.as_bytes());
    let wrong: Vec<usize> = (written.iter().zip(meant).enumerate())
        .filter(|(_, (one, other))| one != other)
        .map(|(place, _)| place)
        .collect();
    matches!(wrong.as_slice(), [one, other] if other - one == 1
        && written[*one] == meant[*other]
        && written[*other] == meant[*one])
        && written.len() == meant.len()
}
