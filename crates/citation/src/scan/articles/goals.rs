//! Goals and targets by their number alone that stand beside a document: "SDG target 10.7", "target 3.c of the 2030 Agenda".

use crate::{Citation, Form};

/// Drops from `found`, which is in order of tokens, what is read alone of the words of another citation.
pub(in crate::scan) fn leave_claimed_goals(found: &mut Vec<Citation>) {
    let is_alone = |one: &Citation| one.form == Form::WhereGoals;
    if !found.iter().any(is_alone) {
        return;
    }
    let others = found.iter().filter(|one| !is_alone(one));
    let mut claimed: Vec<_> = others.map(|one| one.phrase.clone()).collect();
    claimed.sort_by_key(|phrase| phrase.start);
    // The furthest end of the phrases up to each.
    let mut end = 0;
    for phrase in &mut claimed {
        end = end.max(phrase.end);
        phrase.end = end;
    }
    found.retain(|one| {
        let before = claimed.partition_point(|phrase| phrase.start < one.token.end);
        !is_alone(one) || before == 0 || claimed[before - 1].end <= one.token.start
    });
}
