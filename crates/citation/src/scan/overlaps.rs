//! Which of two claims to the same place holds.

use std::ops::Range;

use crate::{Citation, Form, Kind, Referent};

/// Leaves the claims that hold, in order of their tokens, which no longer overlap.
pub(super) fn remove(found: &mut Vec<Citation>) {
    found.sort_by_key(|citation| citation.token.start);
    drop_known_titles(found);
    drop_known_forms(found);
    let apart = found
        .windows(2)
        .all(|pair| pair[0].token.end <= pair[1].token.start);
    if apart {
        return;
    }
    found.sort_by_key(|citation| {
        let token = &citation.token;
        // At one place, what is known outranks what only has the form of a number.
        let open = matches!(
            citation.form,
            Form::Number { .. } | Form::Title { .. } | Form::ListedTreaty { .. }
        );
        (rank(citation), token.start, open, usize::MAX - token.end)
    });
    let mut kept: Vec<Citation> = Vec::with_capacity(found.len());
    let mut current = None;
    let mut stronger = 0;
    for citation in found.drain(..) {
        if current != Some(rank(&citation)) {
            current = Some(rank(&citation));
            kept.sort_by_key(|citation| citation.token.start);
            stronger = kept.len();
        }
        let token = &citation.token;
        let next = kept[..stronger].partition_point(|other| other.token.end <= token.start);
        let free = next == stronger || token.end <= kept[next].token.start;
        let first = kept[stronger..]
            .last()
            .is_none_or(|before| before.token.end <= token.start);
        if free && first {
            kept.push(citation);
        }
    }
    kept.sort_by_key(|citation| citation.token.start);
    *found = kept;
}

/// How far before a claim another that reaches into it is looked for, in claims: they overlap only their next ones.
const NEAR: usize = 8;

/// Whether another claim than that to `token` itself reaches into it. `found` is in order.
pub(super) fn is_contested(found: &[Citation], token: &Range<usize>) -> bool {
    let next = found.partition_point(|one| one.token.start < token.start);
    let before = found[next.saturating_sub(NEAR)..next].iter();
    let inside = found[next..]
        .iter()
        .take_while(|one| one.token.start < token.end);
    before
        .chain(inside)
        .any(|one| one.token.end > token.start && one.token != *token)
}

/// Drops what looks like a title where its noun belongs to what is known: "ILO Domestic Workers Convention" where
/// "Domestic Workers Convention (No. 189)" stands. `found` is in order.
fn drop_known_titles(found: &mut Vec<Citation>) {
    if !found
        .iter()
        .any(|citation| matches!(citation.form, Form::Title { .. }))
    {
        return;
    }
    // Where the known ones begin, each with the furthest end up to there.
    let mut furthest = 0;
    let known: Vec<(usize, usize)> = found
        .iter()
        .filter(|citation| matches!(citation.form, Form::Whole(_)))
        .map(|citation| {
            furthest = furthest.max(citation.token.end);
            (citation.token.start, furthest)
        })
        .collect();
    found.retain(|citation| {
        let Form::Title { noun } = &citation.form else {
            return true;
        };
        let before = known.partition_point(|(start, _)| *start <= noun.start);
        before == 0 || known[before - 1].1 < noun.end
    });
}

/// Drops what looks like a mistyped symbol where the same words are another organization's own form: `IDB.49/Dec.5`.
/// `found` is in order.
fn drop_known_forms(found: &mut Vec<Citation>) {
    let is_mistyped = |citation: &Citation| matches!(citation.form, Form::Mistyped { .. });
    if !found.iter().any(is_mistyped) {
        return;
    }
    let known: Vec<(usize, usize)> = found
        .iter()
        .filter(|citation| matches!(citation.form, Form::Whole(_)))
        .map(|citation| (citation.token.start, citation.token.end))
        .collect();
    found.retain(|citation| {
        let token = &citation.token;
        let first = known.partition_point(|(start, _)| *start < token.start);
        let mut here = known[first..]
            .iter()
            .take_while(|(start, _)| *start == token.start);
        !is_mistyped(citation) || !here.any(|(_, end)| *end >= token.end)
    });
}

/// A symbol inside a title or a series stays; it is what identifies the document. So does an instrument
/// that has a number of its own.
const fn rank(citation: &Citation) -> u8 {
    if let Form::Whole(Referent::Labour(_) | Referent::UnionAct(_)) = citation.form {
        return 1;
    }
    match citation.kind {
        Kind::Symbol => 0,
        Kind::Number | Kind::Series => 1,
        Kind::Named => 2,
        Kind::Short | Kind::Back => 3,
    }
}
